/** A fact read off a quotation by rule, with the values a sentence about it needs. */
export type Point =
  | {
      type: 'last-day';
      stated: string;
      day: number;
      month: number;
      year: number | null;
      yearly: boolean /** What is due, where one clause sets several limits; else null. */;
      what: string | null;
    }
  | {
      type: 'too-late';
      day: number;
      month: number;
      year: number | null;
      late: boolean;
      lastDay: number;
      lastMonth: number;
    }
  | {
      type: 'share';
      part: number;
      whole: number;
      sign: ShareSign;
      percent: string;
      met: boolean;
      needed: number | null;
      bare: boolean;
    }
  | { type: 'least'; whole: number; needed: number; sign: ShareSign; percent: string; bare: boolean }
  | { type: 'both-needed' }
  | { type: 'bound'; sign: ShareSign; percent: string; bare: boolean }
  | { type: 'not-better'; equal: boolean }
  | { type: 'rank'; met: boolean }
  | { type: 'undone' }
  | { type: 'none-allowed' }
  | { type: 'size'; given: number; least: number; met: boolean }
  | { type: 'body'; name: string }
  | { type: 'ahead'; meeting: number; days: number; last: number }
  | { type: 'encouraged' }
  | { type: 'or-above' };

/**
 * `bare`: the clause writes the share alone (“có 90%”), and that it is a floor is a reading.
 *
 * “trên”, “từ … trở lên” and “dưới” are different comparisons.
 */
export type ShareSign = '>' | '>=' | '<' | '<=' | '=';
