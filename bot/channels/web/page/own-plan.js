import { h } from './element.js';
import { planName } from './plan-name.js';
import { words } from './words.js';

/** One line over the conversation: whose plan is being asked about, and the way to another. */
export function createOwnPlan(element, { onopen, onchange }) {
  return {
    show(plan) {
      const change = h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          onclick: onchange,
          'aria-label': `${plan ? words.changePlan : words.choosePlan} kế hoạch`,
        },
        plan ? words.changePlan : words.choosePlan,
      );
      const name = plan
        ? h(
            'p',
            {},
            `${words.ownPlan} `,
            h(
              'button',
              { type: 'button', class: 'link', onclick: event => onopen(plan, event.currentTarget) },
              planName(plan),
            ),
          )
        : h('p', {}, words.noOwnPlan);
      element.replaceChildren(name, change);
    },
  };
}
