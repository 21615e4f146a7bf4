/** The days that one phrase of a sentence means. */
import type { Days } from './schedule.ts';
import type { Repeat } from './take-repeat.ts';
import type { Anchor, Doubt } from './when-said.ts';

export interface DaysRead {
  days: Days;
  /** The words of how often belong to the time; else they stay in the text. */
  repeatUsed: boolean;
  /** First day that counts, where the days themselves settle it. */
  from?: string;
}

export interface Saying {
  repeat: Repeat | null;
  each: boolean;
  /** “một lần”. */
  onlyOnce: boolean;
  today: string;
  /** `HH:MM` now, in Viet Nam, and the hour that was said. */
  clock: string;
  time: string | null;
}

export type Resolved = DaysRead | { doubt: Doubt };
export type Of<K extends Anchor['is']> = Extract<Anchor, { is: K }>;

export const once = (date: string): DaysRead => ({ days: { kind: 'once', date }, repeatUsed: false });
export const often = (days: Days): DaysRead => ({ days, repeatUsed: true });
export const NO_SUCH_DATE: Resolved = { doubt: { about: 'no-such-date' } };
export const NOT_POSSIBLE: Resolved = { doubt: { about: 'not-possible' } };

const MONTHS = [1, 2, 3, 6] as const;
/** How many months apart a schedule can be; null: it cannot. */
export const everyOf = (count: number): (typeof MONTHS)[number] | null =>
  MONTHS.find(n => n === count) ?? null;
