import type { RemindTalk } from './remind-talk.ts';

/** What was asked last. */
export const kinds = (talk: RemindTalk): string | undefined =>
  talk.last!.replies.findLast(reply => reply.prompt)?.prompt?.kind;
/** Labels of the choices offered last. */
export const labels = (talk: RemindTalk): string[] =>
  talk.last!.replies.findLast(reply => reply.choices)?.choices?.map(({ label }) => label) ?? [];
/** The choice of this label among those offered. */
export const offered = (talk: RemindTalk, label: RegExp, person = 'an'): { choice: string } => {
  const found = talk.states.get(person)!.offered.find(choice => label.test(choice.label));
  if (!found) throw new Error(`not offered: ${label} of ${labels(talk).join(' | ')}`);
  return { choice: found.id };
};
/** The first unit that was opened. */
export const unitOf = (talk: RemindTalk): string => talk.members[0]!.unit.id;
/** The yearly report of Quảng Bình, last valid day 19/12. */
export const report = (talk: RemindTalk): { key: string; due: string } => ({
  key: `duty:${unitOf(talk)}:d1-1`,
  due: '2026-12-19',
});
