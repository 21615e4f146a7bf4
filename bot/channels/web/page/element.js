/**
 * A new element. Strings become text nodes and nothing is ever parsed as markup, so whatever a person or a
 * document says stays text. `on…` attributes are listeners; true is an empty attribute, false and null none.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  element.append(
    ...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A line drawing in the style of the page; `path` is our own, never somebody's words. */
export function icon(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const icons = {
  back: 'M19 12H5M11.5 5.5 5 12l6.5 6.5',
  open: 'M5 12h14M12.5 5.5 19 12l-6.5 6.5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  done: 'M5 12.5 10 17.5 19.5 7',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  print: 'M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z',
  save: 'M12 4v11M6.5 10 12 15.5 17.5 10M5 20h14',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.400M20 4.5v5h-5',
};
