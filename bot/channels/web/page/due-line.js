import { h } from './element.js';
import { words } from './words.js';

/** One line over the conversation: how much is overdue or due soon; nothing is due, nothing is shown. */
export function createDueLine(element, { onopen }) {
  return {
    show(due) {
      const told = due ? words.due(due) : '';
      element.hidden = told === '';
      if (told === '') return element.replaceChildren();
      element.replaceChildren(
        h(
          'p',
          { class: due.overdue > 0 ? 'due-told due-late' : 'due-told' },
          `${told[0].toUpperCase()}${told.slice(1)}.`,
        ),
        h('button', { type: 'button', class: 'quiet', onclick: onopen }, words.seeDue),
      );
    },
  };
}
