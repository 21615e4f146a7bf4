/**
 * When one's own reminder is due. Days are calendar days in Viet Nam, `YYYY-MM-DD`; weekdays count from 1 (Monday)
 * to 7 (Sunday). A day that a month does not have (31 in April, 29 February) is that month's last day.
 */
export type Days =
  | { kind: 'once'; date: string }
  | { kind: 'daily' }
  | { kind: 'weekly'; weekdays: number[] }
  /** `every` months, counted from the month of `Schedule.from`: 1 monthly, 3 quarterly, 6 half-yearly. */
  | { kind: 'monthly'; day: number | 'last'; every: 1 | 2 | 3 | 6 }
  | { kind: 'monthly-weekday'; nth: 1 | 2 | 3 | 4 | 'last'; weekday: number }
  /** Last day (or `daysBefore` days before it) of every calendar quarter or half-year. */
  | { kind: 'period-end'; period: 'quarter' | 'half-year' | 'year'; daysBefore: number }
  | { kind: 'yearly'; month: number; day: number }
  /** Vietnamese lunar calendar; `month` null: every lunar month. `once`: only the next one from `Schedule.from`. */
  | { kind: 'lunar'; day: number; month: number | null; once: boolean };

export interface Schedule {
  days: Days;
  /** `HH:MM`, the hour that was said; null: none was, it comes at the person's daily hour. */
  time: string | null;
  /** First and last day that count; `until` null: no end. */
  from: string;
  until: string | null;
}
