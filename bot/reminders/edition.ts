import { createHash } from 'node:crypto';
import type { Rulebook } from '../../evaluators/index.ts';

/** Counted up with every change of the rules by which moments are decided. */
const RULES = 1;

/**
 * Names what everybody's reminders are decided from beside their own data: where it differs from the last start's,
 * all of them are looked at anew.
 */
export function reminderEdition(
  rulebooks: readonly Rulebook[],
  planConfirmed: (plan: string) => boolean,
  channels: readonly string[],
): string {
  const plans = rulebooks.map(({ id, force, duties }) => ({
    id,
    force,
    duties,
    confirmed: planConfirmed(id),
  }));
  const text = JSON.stringify({ rules: RULES, plans, channels: channels.toSorted() });
  return createHash('sha256').update(text).digest('hex');
}
