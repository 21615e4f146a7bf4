import { h } from './element.js';
import { words } from './words.js';

/** Before anything is said: what this is, what it is not, and questions to begin with. */
export function welcomeView(questions, { onask }) {
  return h(
    'section',
    { class: 'welcome', 'aria-labelledby': 'welcome-title' },
    h('h3', { id: 'welcome-title' }, words.welcomeTitle),
    h('p', {}, words.welcome),
    h('p', { class: 'welcome-limit' }, words.welcomeLimit),
    questions.length > 0 && [
      h('h4', {}, words.firstQuestions),
      h(
        'ul',
        { role: 'list' },
        questions.map(question =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', class: 'first-question', onclick: () => onask(question) },
              question,
            ),
          ),
        ),
      ),
    ],
  );
}
