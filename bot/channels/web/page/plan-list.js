import { h } from './element.js';
import { planName, planOrigin } from './plan-name.js';
import { words } from './words.js';

/** All documents, each to be read from its beginning. */
export function planList(plans, { own, onopen }) {
  return h(
    'div',
    { class: 'plans' },
    h('h2', { tabindex: '-1' }, words.plans),
    h('p', { class: 'plans-hint' }, words.plansHint),
    h(
      'ul',
      { role: 'list' },
      plans.map(plan => h('li', {}, planCard(plan, plan.id === own, onopen))),
    ),
  );
}

function planCard(plan, isOwn, onopen) {
  const name = planName(plan);
  return h(
    'button',
    { type: 'button', class: 'plan-card', onclick: event => onopen(plan, event.currentTarget) },
    h('span', { class: 'plan-name' }, name, isOwn && h('span', { class: 'tag own' }, words.yours)),
    name !== plan.title && h('span', { class: 'plan-title' }, plan.title),
    h('span', { class: 'plan-origin' }, planOrigin(plan)),
    h('span', { class: `tag ${plan.status}` }, words.status[plan.status] ?? plan.status),
  );
}
