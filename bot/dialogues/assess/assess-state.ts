import type { Answer } from '../../../evaluators/index.ts';

/** What is being asked of the person; plain data. */
export type Asking =
  /** Which of several self-assessments, or a new one. */
  | { kind: 'assessment' }
  | { kind: 'plan' }
  | { kind: 'subject' }
  | { kind: 'unit' }
  | { kind: 'year' }
  /** `from`: where to go on after the answer. `half`: the first of two numbers, typed alone. */
  | { kind: 'requirement'; id: string; from: 'walk' | 'review'; half?: number }
  | { kind: 'reason'; id: string; from: 'walk' | 'review' }
  /** Two answers were given, or somebody else answered meanwhile: which one holds. */
  | {
      kind: 'which';
      id: string;
      from: 'walk' | 'review';
      answers: [Answer, Answer];
      note: string | null;
      between: 'own' | 'people';
    }
  /** A correction in words, shown with what it does and not yet kept. `read`: an answer read by other means. */
  | { kind: 'confirm'; id: string; value: Answer; note: string | null; back: Asking; read?: true }
  /** A correction that fits several requirements. */
  | { kind: 'candidates'; ids: string[]; text: string; back: Asking }
  | { kind: 'over'; back: Asking }
  | { kind: 'review' }
  | { kind: 'edit' }
  | { kind: 'done' }
  /** The results of a committee's chi bộ, for its notice. */
  | { kind: 'announce' };

/** A self-assessment about to be opened. */
export interface Draft {
  plan: string | null;
  subject: string | null;
  /** Id of a unit that is already there, else null. */
  unit: string | null;
  name: string | null;
}

/** Where one person stands in one self-assessment. */
export interface Place {
  /** What was asked when they left; null before the first question. */
  left: Asking | null;
  /** Requirement ids put off. */
  skipped: string[];
  /** Number of the last answer event they know of. */
  seen: number;
  /** The outcome they were told is settled. */
  told: string | null;
  /** The requirement they answered last, for a note that comes afterwards. */
  last: string | null;
}

/** One person's part in self-assessments. The answers themselves are records, not state. */
export interface AssessState {
  /** The self-assessment being worked on. */
  current: string | null;
  draft: Draft | null;
  /** Null: nothing is going on. */
  asking: Asking | null;
  /** Bare numbers typed now are values, not numbers of choices. */
  values: boolean;
  places: Record<string, Place>;
}

export const NEW_ASSESS: AssessState = {
  current: null,
  draft: null,
  asking: null,
  values: false,
  places: {},
};
export const NEW_PLACE: Place = { left: null, skipped: [], seen: 0, told: null, last: null };
