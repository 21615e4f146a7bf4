import { h } from './element.js';
import { words } from './words.js';

const deepest = 2;

/** The table of contents: a button a heading, down to the second level below the top. */
export function contentsView(headings, { ongo }) {
  return h(
    'nav',
    { class: 'contents', id: 'contents', 'aria-label': words.contents, hidden: true },
    h(
      'ol',
      { role: 'list' },
      headings
        .filter(({ clause }) => clause.level <= deepest)
        .map(({ clause, element }) =>
          h(
            'li',
            { class: `level-${clause.level}` },
            h('button', { type: 'button', onclick: () => ongo(element) }, element.textContent),
          ),
        ),
    ),
  );
}
