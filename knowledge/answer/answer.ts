import type { Point } from './points.ts';

export type Outcome = 'answered' | 'not_stated' | 'which_plan' | 'out_of_scope';

/** Exact words of a plan: `text.slice(start, end) === quote`. */
export interface Citation {
  plan: string;
  /** Clause id, `III.2 Lưu ý đ2`. */
  clause: string;
  /** As a person cites it. */
  address: string;
  quote: string;
  start: number;
  end: number;
  /** A remark where the source itself stands wrong and is quoted as it stands. */
  note: string | null;
}

/** A sentence in other words than the plan's that has been checked against the citations it rests on. */
export interface AnswerClaim {
  text: string;
  /** Places in the finding's `citations`. */
  citations: readonly number[];
}

/** What one plan says to one question. */
export interface Finding {
  plan: string;
  outcome: 'answered' | 'not_stated';
  /** For `not_stated`: what the plan does not say, completes “Kế hoạch … không quy định …”; null when unnamed. */
  about: string | null;
  /** What is missing is a mark of the document itself: “không ghi”. */
  unwritten: boolean;
  /** What can be read off the quotations by rule: last days, shares, bodies. */
  points: Point[];
  /** The best first; for `not_stated` what comes nearest. */
  citations: Citation[];
  /** A connected answer in order; left out where nobody wrote one. */
  claims?: readonly AnswerClaim[];
}

/** The answer to one question. Findings are one a plan; several when plans are compared or several things asked. */
export interface Answer {
  outcome: Outcome;
  findings: Finding[];
  /** The answer was taken from a plan that the question names and that is not the asker's own. */
  elsewhere: boolean;
  compared: boolean;
}
