/** What is wrong in a rulebook, where, and what would be right; in Vietnamese, for whoever edits it. */
export interface Problem {
  file: string;
  /** Counted from 1. */
  line: number;
  /** Path of the field, e.g. `criteria.0.requirements.2.test`. */
  field: string;
  wrong: string;
  right: string;
}

/** One line: `file:line: field: wrong; right`. */
export const showProblem = ({ file, line, field, wrong, right }: Problem): string =>
  `${file}:${line}: ${field === '' ? '' : `${field}: `}${wrong}; cần ${right}`;
