import type { FileChild } from 'docx';
import { compare, type Outcome } from '../../../evaluators/index.ts';
import { documentWords } from '../../words/document-words.ts';
import type { Form } from '../form.ts';
import { type Cell, linedTable } from '../lined-table.ts';
import { paragraph } from '../pen.ts';
import { plainNote } from '../plain-line.ts';
import { criterionOutcome, criterionTitle, requirementTitle } from './requirement-title.ts';
import type { ReviewInput } from './review-input.ts';

const { review: words, outcomes } = documentWords;

/** “chưa đáp ứng: 2, cần bằng 0”; a detail that says the outcome itself is not said twice. */
function outcomeAndDetail({ outcome, detail }: { outcome: Outcome; detail: string }): string {
  const plain = plainNote(detail);
  return plain.includes(outcomes[outcome]) ? plain : `${outcomes[outcome]}: ${plain}`;
}

/** Last year beside this year: the verdict, the criteria, and the requirements that differ. */
export function comparisonPart(
  form: Form,
  { evaluation, rulebook, year }: ReviewInput,
  previous: NonNullable<ReviewInput['previous']>,
): FileChild[] {
  const compared = compare(previous.evaluation, evaluation);
  const titles = new Map(
    [...previous.evaluation.criteria, ...evaluation.criteria].map(criterion => [criterion.id, criterion]),
  );
  const name = (outcome: Outcome | null): string =>
    outcome === null ? words.comparisonNone : outcomes[outcome];
  const criterionName = (outcome: Outcome | null): string =>
    outcome === null ? words.comparisonNone : criterionOutcome(outcome);
  const bold = { bold: true };
  const rows: Cell[][] = [
    [
      { lines: [words.comparisonVerdict], look: bold },
      { lines: [compared.words.before], look: bold },
      { lines: [compared.words.after], look: bold },
    ],
  ];
  for (const { id, before, after } of compared.criteria) {
    rows.push([
      { lines: [criterionTitle(titles.get(id)!)], look: bold },
      { lines: [criterionName(before)] },
      { lines: [criterionName(after)] },
    ]);
    for (const change of compared.requirements.filter(({ criterion }) => criterion === id)) {
      const side = (state: typeof change.before): Cell => ({
        lines: [state === null ? name(null) : outcomeAndDetail(state)],
      });
      const title = requirementTitle(rulebook, { id: change.id, quote: change.id });
      rows.push([{ lines: [`- ${title}`] }, side(change.before), side(change.after)]);
    }
  }
  return [
    ...(compared.rulebookChanged ? [paragraph(form, words.comparisonRulebook, { italics: true })] : []),
    linedTable(form, { columns: [75, 45, 45], head: words.comparisonHead(previous.year, year), rows }),
  ];
}
