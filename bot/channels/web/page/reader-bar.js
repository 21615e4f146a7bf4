import { contentsView } from './contents.js';
import { h, icon, icons } from './element.js';
import { planName } from './plan-name.js';
import { words } from './words.js';

/** Over the document: the way back, what is being read, its table of contents. */
export function createReaderBar(bar, { onback }) {
  let toggle = null;

  const back = h(
    'button',
    { type: 'button', class: 'quiet back', onclick: onback },
    icon(icons.back),
    words.back,
  );

  function toggleContents(contents) {
    contents.hidden = !contents.hidden;
    toggle.setAttribute('aria-expanded', String(!contents.hidden));
  }

  return {
    showNothing() {
      toggle = null;
      bar.classList.add('bare');
      bar.replaceChildren(back);
    },

    show(plan, headings) {
      const contents = contentsView(headings, {
        ongo: heading => {
          toggleContents(contents);
          heading.scrollIntoView({ block: 'start' });
          heading.focus({ preventScroll: true });
        },
      });
      toggle = h(
        'button',
        { type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': contents.id },
        icon(icons.list),
        words.contents,
      );
      toggle.addEventListener('click', () => toggleContents(contents));
      const print = h(
        'button',
        { type: 'button', class: 'quiet print', onclick: printDocument },
        icon(icons.print),
        words.print,
      );
      bar.classList.remove('bare');
      bar.replaceChildren(
        back,
        h('p', { class: 'reader-title' }, planName(plan)),
        ...(headings.length > 0 ? [toggle] : []),
        print,
        contents,
      );
    },

    /** True if the table of contents was open. */
    closeContents() {
      if (toggle?.getAttribute('aria-expanded') !== 'true') return false;
      toggle.click();
      toggle.focus();
      return true;
    },
  };
}

/** Without this, printing the page prints the conversation. */
function printDocument() {
  document.body.dataset.print = 'document';
  window.addEventListener('afterprint', () => delete document.body.dataset.print, { once: true });
  window.print();
}
