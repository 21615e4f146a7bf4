import type { Answers, Evaluation, Rulebook } from '../../../evaluators/index.ts';
import type { Plan } from '../../../knowledge/index.ts';

/** The unit a document is of, as its secretary calls it. */
export interface Unit {
  name: string;
  /** The body directly above, organisation or committee: “Đảng bộ xã Tân Trạch”, “Đảng ủy xã Tân Trạch”; null: left blank. */
  superior: string | null;
  /** Where it is signed: “Tân Trạch”; null: left blank. */
  place: string | null;
}

export interface ReviewInput {
  unit: Unit;
  plan: Plan;
  rulebook: Rulebook;
  /** Subject id of the rulebook. */
  subject: string;
  year: number;
  /** ISO date of the document. */
  date: string;
  answers: Answers;
  /** Evidence notes by requirement id. */
  notes?: Readonly<Record<string, string>>;
  /** Of these answers under this rulebook. */
  evaluation: Evaluation;
  previous?: { year: number; evaluation: Evaluation };
  status: 'draft' | 'submitted';
}
