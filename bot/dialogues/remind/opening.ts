import { plain } from '../../choose.ts';
import { shortName } from '../../words/cite.ts';
import { remindWords as words } from '../../words/remind-words.ts';
import { offerConfirmation } from './plan-confirmation.ts';
import { prompt } from './prompts/index.ts';
import type { Part } from './remind-state.ts';
import type { Said, Scene } from './scene.ts';
import { asks, does, say } from './scene.ts';

/** The list; before there is a unit or a reminder of one's own, whose plan it is to be. */
export function showList(at: Scene, part: Part = 'all'): Scene {
  const { memberships, reminders } = at.world;
  const own = reminders.own.some(({ state }) => state !== 'cancelled');
  const { plan } = at.state;
  const none = plan !== null && at.deps.knowledge.plan(plan) !== null && !at.deps.rulebookOf(plan);
  if (memberships.length === 0 && !own && !none) return openUnit(at);
  return prompt(asks(offerConfirmation(at), { kind: 'reminders', part }));
}

/** A unit that is not there yet; the person's own plan is taken for granted and may be changed. */
export function openUnit(at: Scene): Scene {
  const { plan } = at.state;
  if (plan !== null && at.deps.rulebookOf(plan)) return prompt(asks(at, { kind: 'subject', plan }));
  return prompt(asks(at, { kind: 'plan' }));
}

/** The plan chosen or named; one without a list of duties leaves one's own reminders. Null: none was named. */
export function tookPlan(at: Scene, { choice, text }: Said): Scene | null {
  if (choice === 'own-only') return prompt(asks(at, { kind: 'reminders', part: 'all' }));
  const { knowledge } = at.deps;
  const typed = text.trim().toLowerCase();
  const id = choice ?? knowledge.plan(typed)?.id ?? knowledge.planSaid(text)?.plan ?? null;
  const plan = id === null ? null : knowledge.plan(id);
  if (!plan) return null;
  const own = { ...at, state: { ...at.state, plan: plan.id, subject: null } };
  if (!at.deps.rulebookOf(plan.id)) return prompt(asks(own, { kind: 'reminders', part: 'all' }));
  return prompt(asks(own, { kind: 'subject', plan: plan.id }));
}

/** The kind of unit chosen or typed: the unit is opened. Null: it is none. */
export function tookSubject(at: Scene, planId: string, { choice, text }: Said): Scene | null {
  if (choice === 'plan') return prompt(asks(at, { kind: 'plan' }));
  const rulebook = at.deps.rulebookOf(planId);
  const typed = plain(text);
  const subject = rulebook?.subjects.find(({ id, title }) =>
    choice === null ? id === text.trim() || plain(title) === typed : id === choice,
  );
  if (!subject) return null;
  const id = at.deps.fresh.ids[0];
  const unit = { id, name: subject.title, plan: planId, subject: subject.id, superior: null, place: null };
  const known = { ...at, state: { ...at.state, plan: planId, subject: subject.id } };
  const plan = shortName(at.deps.knowledge.plan(planId)!);
  const opened = does(say(known, words.opened(subject.title, plan)), { type: 'unit-opened', unit });
  return showList(opened);
}
