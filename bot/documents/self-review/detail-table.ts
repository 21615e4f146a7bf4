import type { Table } from 'docx';
import type { CriterionTrace, RequirementTrace } from '../../../evaluators/index.ts';
import { documentWords } from '../../words/document-words.ts';
import { placeOf } from '../clause-place.ts';
import type { Form } from '../form.ts';
import { type Cell, linedTable } from '../lined-table.ts';
import { plainNote } from '../plain-line.ts';
import { criterionOutcome, criterionTitle, requirementTitle } from './requirement-title.ts';
import type { ReviewInput } from './review-input.ts';

const { review: words, outcomes } = documentWords;

/** Every requirement by criterion: what was answered, how it came out, where the plan says it. */
export function detailTable(form: Form, { evaluation, rulebook, plan, notes = {} }: ReviewInput): Table {
  const beside = new Set(rulebook.criteria.filter(criterion => criterion.beside).map(({ id }) => id));

  // A target that is its own only requirement needs no line above itself.
  const isItsRequirement = ({ title, requirements }: CriterionTrace): boolean =>
    requirements.length === 1 && requirementTitle(rulebook, requirements[0]!) === title;

  const criterionRow = (criterion: CriterionTrace): Cell[] => {
    const remark = beside.has(criterion.id) ? ` (${words.beside})` : '';
    return [
      {
        lines: [`${criterionTitle(criterion)}: ${criterionOutcome(criterion.outcome)}${remark}`],
        look: { bold: true },
      },
    ];
  };

  const requirementRow = (trace: RequirementTrace): Cell[] => {
    const note = plainNote(notes[trace.id] ?? '');
    const remark = trace.counted === false ? [`(${words.notCounted})`] : [];
    const reading = trace.reading === null ? [] : [`(${words.reading(trace.reading)})`];
    return [
      { lines: [requirementTitle(rulebook, trace)] },
      {
        lines: [
          plainNote(trace.detail),
          ...(note === '' ? [] : [[{ text: words.note(note), look: { italics: true } }]]),
        ],
      },
      {
        lines: [outcomes[trace.outcome], ...remark],
        look: { bold: trace.outcome === 'unmet' },
        centred: true,
      },
      { lines: [placeOf(plan, trace), ...reading] },
    ];
  };

  return linedTable(form, {
    columns: [55, 48, 25, 37],
    head: words.head,
    rows: evaluation.criteria.flatMap(criterion => [
      ...(isItsRequirement(criterion) ? [] : [criterionRow(criterion)]),
      ...criterion.requirements.map(requirementRow),
    ]),
  });
}
