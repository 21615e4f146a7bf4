import { api } from './api.js';
import { createComposer } from './composer.js';
import { createConversation } from './conversation.js';
import { createDueLine } from './due-line.js';
import { createOwnPlan } from './own-plan.js';
import { createReader } from './reader.js';
import { welcomeView } from './welcome.js';
import { words } from './words.js';

const $ = id => document.getElementById(id);

let ownPlan = null;
let welcome = null;
/** From here on what is shown is said now, not before. */
let live = false;

const reader = createReader({
  aside: $('reader'),
  bar: $('reader-bar'),
  body: $('reader-body'),
  talk: $('talk'),
  ownPlan: () => ownPlan,
});

const conversation = createConversation($('turns'), {
  onsource: reader.openSource,
  onanswer: showOwnPlan,
  onasked: asked => composer.expect(asked, { now: live }),
  ongiveback: (text, reason) => composer.giveBack(text, reason),
});

const composer = createComposer($('composer'), { onsend: ask });

const ownPlanLine = createOwnPlan($('own-plan'), {
  onopen: (plan, from) => reader.open({ plan: plan.id, cited: null }, from),
  onchange: () => ask(words.changePlanMessage),
});

const dueLine = createDueLine($('due'), { onopen: () => ask(words.remindersMessage) });

/** A quick typist waits until the page knows who they are: two requests at once would make them two people. */
let begin;
const begun = new Promise(resolve => {
  begin = resolve;
});

async function ask(text) {
  await begun;
  // The button that was pressed goes away with the rest; the keyboard goes on in the conversation.
  if (welcome?.contains(document.activeElement)) $('log').focus({ preventScroll: true });
  welcome?.remove();
  welcome = null;
  dueLine.show(null);
  conversation.say({ text });
}

async function showOwnPlan(id) {
  const changed = id !== ownPlan;
  ownPlan = id;
  const { plans } = await api.plans().catch(() => ({ plans: [] }));
  ownPlanLine.show(plans.find(plan => plan.id === id) ?? null);
  if (changed) reader.refresh();
}

async function start() {
  $('all-plans').addEventListener('click', event => reader.openList(event.currentTarget));
  $('reminders').addEventListener('click', () => ask(words.remindersMessage));
  const before = await api.history().catch(() => null);
  if (before === null) composer.say(words.noHistory);
  dueLine.show(before?.due ?? null);
  const spoken = conversation.restore(before?.turns ?? null);
  if (!spoken) {
    welcome = welcomeView(before?.firstQuestions ?? [], { onask: ask });
    $('log').prepend(welcome);
  }
  if (spoken) $('log').scrollTo({ top: $('log').scrollHeight, behavior: 'instant' });
  live = true;
  begin();
  // Only what is said from now on is news to a screen reader.
  $('log').setAttribute('aria-live', 'polite');
  await Promise.all([showOwnPlan(before?.ownPlan ?? null), reader.restore()]);
}

start();
