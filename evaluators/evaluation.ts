/**
 * What an evaluation is: the trace is the value. Field names and order are the contract's (section 3);
 * chat, .docx, JSON and the reviewer's comparison are renderings of it.
 */
export type Outcome = 'met' | 'unmet' | 'unknown' | 'na';
export type VerdictOutcome = 'met' | 'unmet' | 'unknown' | 'no_verdict';

export interface RequirementTrace {
  id: string;
  outcome: Outcome;
  /** The answer and what it was measured by, in Vietnamese. */
  detail: string;
  clause: string;
  quote: string;
  reading: string | null;
  /** Present, and true, where this requirement made the verdict what it is. */
  decided?: true;
  /** Present, and false, where the requirement is shown but not folded. */
  counted?: false;
  /** Present where the body's own decision stands for the answer: its basis. */
  override?: string;
}

export interface CriterionTrace {
  id: string;
  title: string;
  outcome: Outcome;
  requirements: RequirementTrace[];
}

export interface RepairStep {
  id: string;
  /** What it would take, in Vietnamese, from “cần …”. */
  needs: string;
}

export interface Evaluation {
  outcome: VerdictOutcome;
  /** The plan's own words for the outcome. */
  words: string;
  /** true when nothing still unknown can change the outcome. */
  settled: boolean;
  criteria: CriterionTrace[];
  /** Ids of applicable, counted requirements whose outcome is unknown. */
  missing: string[];
  /** Smallest sets of requirements that would have to become met; empty unless the outcome is unmet. */
  repairs: RepairStep[][];
  caveats: string[];
  /** The rulebook's hash. */
  rulebook: string;
}
