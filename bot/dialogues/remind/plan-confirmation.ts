import { shortName } from '../../words/cite.ts';
import { confirmWords as words } from '../../words/remind-confirm-words.ts';
import { confirmationOf } from './confirmation-of.ts';
import { prompt } from './prompts/index.ts';
import type { Said, Scene } from './scene.ts';
import { asks, did, does, done, membershipOf, say } from './scene.ts';

/** The first list of a unit whose plan is not confirmed says so to its secretary, once. */
export function offerConfirmation(at: Scene): Scene {
  const unit = at.world.memberships.find(
    ({ unit: { id }, role }) =>
      role === 'secretary' &&
      confirmationOf(at, id) === 'needed' &&
      at.world.reminders.units.some(settings => settings.unit === id && !settings.offered),
  )?.unit;
  if (!unit) return at;
  const plan = at.deps.knowledge.plan(unit.plan)!;
  const told = say(at, words.offer(shortName(plan), unit.name, plan.statusNote));
  return does(told, { type: 'confirmation-offered', unit: unit.id });
}

/** Asks for the document that says the plan still applies; only the secretary of the unit is asked. */
export function confirmPlan(at: Scene, unitId: string): Scene {
  const membership = membershipOf(at, unitId);
  if (!membership) return say(at, words.noUnit);
  if (membership.role !== 'secretary') return say(at, words.onlySecretary);
  const state = confirmationOf(at, unitId);
  if (state === 'none') return say(at, words.notNeeded);
  if (state === 'needed') {
    const note = at.deps.knowledge.plan(membership.unit.plan)?.statusNote;
    return prompt(asks(note ? say(at, note) : at, { kind: 'confirm-plan', unit: unitId }));
  }
  const before = at.world.reminders.units.find(({ unit }) => unit === unitId)!.confirmation!;
  return say(at, words.already(before.document));
}

/** Takes the confirmation back. */
export function unconfirmPlan(at: Scene, unitId: string): Scene {
  const membership = membershipOf(at, unitId);
  if (!membership) return say(at, words.noUnit);
  if (membership.role !== 'secretary') return say(at, words.onlySecretary);
  if (confirmationOf(at, unitId) !== 'given') return say(at, words.notConfirmed);
  const before = at.world.reminders.units.find(({ unit }) => unit === unitId)!.confirmation!;
  const changed = does(at, { type: 'plan-confirmed', unit: unitId, document: null });
  return did(changed, words.takenBack(membership.unit.name), [
    { type: 'plan-confirmed', unit: unitId, document: before.document },
  ]);
}

/** The number of the document, in the person's words. */
export function tookDocument(at: Scene, unitId: string, { text }: Said): Scene {
  const document = text.replace(/\s+/gu, ' ').trim();
  const bad =
    document.length < 3 || document.length > 200 || !/\d/u.test(document) || !/\p{L}/u.test(document);
  if (bad) return prompt(say(at, words.badDocument));
  return prompt(asks(at, { kind: 'confirm-plan-sure', unit: unitId, document }));
}

export function tookDocumentSure(
  at: Scene,
  { unit, document }: { unit: string; document: string },
  choice: string,
): Scene | null {
  if (choice === 'again') return prompt(asks(at, { kind: 'confirm-plan', unit }));
  if (choice !== 'yes') return null;
  const membership = membershipOf(at, unit);
  if (membership?.role !== 'secretary') return say(done(at), words.onlySecretary);
  if (confirmationOf(at, unit) !== 'needed') return say(done(at), words.notNeeded);
  const plan = at.deps.knowledge.plan(membership.unit.plan)!;
  const changed = does(done(at), { type: 'plan-confirmed', unit, document });
  return did(changed, words.confirmed(shortName(plan), membership.unit.name, document), [
    { type: 'plan-confirmed', unit, document: null },
  ]);
}
