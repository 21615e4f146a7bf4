/** What a sentence says about when, before it is known which days that makes. */
import type { Schedule } from './schedule.ts';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

export interface TimeSaid {
  hour: number;
  minute: number;
  part: PartOfDay | null;
  /** Written as on a digital clock (07:05): it needs no part of the day. */
  exact: boolean;
  start: number;
  end: number;
}

export type Anchor = { start: number; end: number } & (
  | { is: 'date'; date: string; time?: string }
  | {
      is: 'weekday';
      weekdays: number[];
      /** Monday of the week that was named. */
      monday: string | null;
      /** “tới”: the next one, not today. */
      coming: boolean;
      /** “mỗi thứ Sáu”. */
      each: boolean;
    }
  | { is: 'nth-weekday'; nth: 1 | 2 | 3 | 4 | 'last'; weekday: number; month: MonthSaid | 'each' | null }
  | { is: 'month-day'; days: number[]; month: number | null; year: number | null; lunar: boolean }
  /** A day of the first, second or third month of every quarter. */
  | { is: 'quarter-day'; day: number; month: 1 | 2 | 3 }
  /** Last day of the period that ends on `last`, or of each one. `named`: it was said which. */
  | {
      is: 'end';
      unit: 'month' | 'quarter' | 'half-year' | 'year';
      last: string | null;
      named: boolean;
      each: boolean;
    }
  | { is: 'middle'; month: MonthSaid | null; each: boolean }
  /** A period without a day: “tuần sau”, “đầu tháng 12”. */
  | { is: 'period'; unit: Unit; from: string; to: string }
);

export interface MonthSaid {
  year: number;
  month: number;
}

export interface ReadWhenContext {
  /** ISO instant. */
  now: string;
  /** Its day in Viet Nam, `YYYY-MM-DD`. */
  today: string;
  /** `HH:MM` at which what has no hour of its own comes: of today it must lie ahead. */
  hour?: string;
}

/** Where a question belongs: the words `said` stand at `at` in the sentence, an answer takes their place within `frame`. */
interface Asked {
  said: string;
  at: number;
  frame: readonly [before: string, after: string];
  /** What the sentence says beside when. */
  rest: string;
}

/** What is asked back; `completeWhen` takes the answer. */
export type Ask = Asked &
  (
    | { about: 'when' }
    /** “31/2”. */
    | { about: 'no-such-date' }
    | { about: 'past'; date: string; time: string | null }
    /** “thứ” without its number. */
    | { about: 'weekday' }
    /** Morning, afternoon or evening? */
    | { about: 'part-of-day'; hour: number; minute: number }
    /** “tối mai”: which hour? */
    | { about: 'hour'; part: PartOfDay }
    /** “12 giờ đêm ngày 3/12”: `time` at the start of that day or of the next? null: no single day. */
    | { about: 'midnight'; time: string; days: readonly [string, string] | null }
    /** 27 giờ, 19 giờ sáng. */
    | { about: 'no-such-time' }
    /** Which day of this period; null: of every one. */
    | { about: 'day-of'; unit: Unit; from: string | null; to: string | null }
    /** “thứ Bảy” on a Saturday: today or in a week? */
    | { about: 'which-day'; dates: readonly string[] }
    /** “thứ 2, thứ 5”: once, or every week? */
    | { about: 'repeats' }
    /** More than one day or time, or a weekday that is not that day's. */
    | { about: 'several' }
    /** How many days before? */
    | { about: 'days-before' }
    | { about: 'event-date'; event: string; daysBefore: number; monthsBefore: number; time: string | null }
    /** Said plainly, but no schedule can hold it: “2 tuần một lần”. */
    | { about: 'not-possible' }
  );

export type ReadWhen = { kind: 'read'; schedule: Schedule; rest: string } | ({ kind: 'ask' } & Ask);

type Omitted<T> = T extends unknown ? Omit<T, keyof Asked> : never;

/** A question that a step of reading raises; where it stands and what is left of the sentence are added later. */
export type Doubt = Omitted<Ask> & { start?: number; end?: number; frame?: readonly [string, string] };
