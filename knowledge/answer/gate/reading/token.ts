export type Comparison = '=' | '>' | '>=' | '<' | '<=' | '~';

/** A piece of a text that is checked as a whole. */
export type Token = { segment: number } & (
  | { kind: 'word'; text: string }
  | { kind: 'stop'; text: string }
  /** A count or a share; `value` with a decimal point. */
  | { kind: 'number'; text: string; value: string; percent: boolean; sign: Comparison }
  /** `20/12`, `20/12/2024`, `12` (a month), `q4`, `y2024`, `2020-2025`; `relation`: before, until, after, from, or on it. */
  | { kind: 'date'; text: string; relation: 'before' | 'until' | 'after' | 'from' | 'on' }
  | { kind: 'document'; text: string }
  /** Rating of the year: R0 … R3; `up`: “trở lên”. */
  | { kind: 'rank'; text: string; up: boolean }
);
