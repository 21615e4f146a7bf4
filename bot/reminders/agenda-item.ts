import type { Occurrence } from '../../evaluators/index.ts';
import type { Role } from '../store/records.ts';
import type { OwnReminder, ReminderMark } from '../store/reminder-records.ts';

/**
 * One occurrence of a duty or of one's own reminder, as it stands for one person. `due` is its last valid day.
 */
export interface AgendaItem {
  /** `duty:<unit>:<duty>` or `own:<id>`. */
  key: string;
  /** `YYYY-MM-DD`. */
  due: string;
  /** `HH:MM` where an hour was said. */
  time: string | null;
  title: string;
  source:
    | {
        kind: 'duty';
        unit: string;
        unitName: string;
        plan: string;
        role: Role;
        occurrence: Occurrence;
        entered: boolean;
      }
    | { kind: 'own'; reminder: OwnReminder };
  /** What stands for this person: their own last mark, or that the unit has done it. */
  standing: 'open' | 'done' | 'done-for-unit' | 'skipped' | 'snoozed';
  /** The person's own last mark, null: none stands. */
  mark: ReminderMark | null;
  /** Nobody is reminded of it: the plan awaits confirmation, or it is paused. Null: it is sent. */
  silent: 'unconfirmed' | 'paused' | null;
  /** The day is no working day: Saturday, Sunday, Tết or another public holiday, in words' own terms. */
  dayOff: DayOff | null;
  /** How many requirements of the unit's self-assessment of that year have no answer; null: none is open. */
  unanswered: { year: number; missing: number } | null;
}

export type DayOff =
  | { kind: 'weekend'; weekday: 6 | 7 }
  /** `lunarDay` 29 or 30 of the last month, 1 to 5 of the first. */
  | { kind: 'tet'; lunarDay: number; lunarMonth: number }
  | { kind: 'holiday'; name: string };
