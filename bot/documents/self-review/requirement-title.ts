import {
  type CriterionTrace,
  type Outcome,
  type RequirementTrace,
  type Rulebook,
  requirementsOf,
} from '../../../evaluators/index.ts';
import { documentWords } from '../../words/document-words.ts';

/** The short title of a requirement; its quote where the rulebook knows it no longer. */
export const requirementTitle = (
  rulebook: Rulebook,
  { id, quote }: Pick<RequirementTrace, 'id' | 'quote'>,
): string => requirementsOf(rulebook).get(id)?.title ?? quote;

/** A criterion has not enough data, where a requirement has none. */
export const criterionOutcome = (outcome: Outcome): string =>
  outcome === 'unknown' ? documentWords.criterionUnknown : documentWords.outcomes[outcome];

/** “1.3. Đoàn kết, kỷ luật tốt”; an id that is no number of the plan is left out. */
export const criterionTitle = ({ id, title }: Pick<CriterionTrace, 'id' | 'title'>): string =>
  /^[IVX]*\.?\d+(?:\.\d+)*$/.test(id) ? `${id}. ${title}` : title;
