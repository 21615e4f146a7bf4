import type { FileChild } from 'docx';
import type { Evaluation, Outcome, RequirementTrace } from '../../../evaluators/index.ts';
import { documentWords } from '../../words/document-words.ts';
import { placeOf } from '../clause-place.ts';
import type { Form } from '../form.ts';
import { dash, item, paragraph } from '../pen.ts';
import { plainNote } from '../plain-line.ts';
import { requirementTitle } from './requirement-title.ts';
import type { ReviewInput } from './review-input.ts';

const words = documentWords.review;

const tracesOf = ({ criteria }: Evaluation): RequirementTrace[] =>
  criteria.flatMap(({ requirements }) => requirements);

function counts(traces: RequirementTrace[]): string {
  const parts = (['met', 'unmet', 'unknown', 'na'] satisfies Outcome[]).flatMap(outcome => {
    const count = traces.filter(trace => trace.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${documentWords.outcomes[outcome]}`];
  });
  return words.counts(traces.length, parts.join(', '));
}

/** The verdict in the plan's words, what decided it, what is missing and what would turn it. */
export function resultPart(form: Form, { evaluation, rulebook, plan }: ReviewInput): FileChild[] {
  const traces = tracesOf(evaluation);
  const byId = new Map(traces.map(trace => [trace.id, trace]));
  const describe = (trace: RequirementTrace): string =>
    `${requirementTitle(rulebook, trace)}: ${plainNote(trace.detail)} (${placeOf(plan, trace)}).`;
  const blocks: FileChild[] = [
    paragraph(form, [words.verdict, { text: evaluation.words, look: { bold: true } }, '.']),
    paragraph(form, counts(traces)),
  ];
  if (evaluation.missing.length > 0 && evaluation.outcome !== 'no_verdict')
    blocks.push(paragraph(form, evaluation.settled ? words.settled : words.open));

  let number = 0;
  const list = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    number += 1;
    blocks.push(item(form, number, title), ...lines.map(line => dash(form, line)));
  };

  const unmet = traces.filter(({ outcome, decided }) =>
    evaluation.outcome === 'unmet' ? decided : outcome === 'unmet',
  );
  if (evaluation.outcome === 'met') list(words.decided, [words.allMet]);
  list(evaluation.outcome === 'unmet' ? words.decided : words.unmet, unmet.map(describe));
  list(
    words.missing,
    evaluation.missing.flatMap(id => {
      const trace = byId.get(id);
      return trace === undefined ? [] : [describe(trace)];
    }),
  );
  const { repairs } = evaluation;
  if (repairs.length > 0) {
    number += 1;
    blocks.push(item(form, number, words.repairs));
    repairs.forEach((steps, at) => {
      if (repairs.length > 1) blocks.push(paragraph(form, words.repairsAny(at + 1), { keepNext: true }));
      else if (steps.length > 1) blocks.push(paragraph(form, words.repairsAll, { keepNext: true }));
      for (const { needs } of steps) blocks.push(dash(form, `${sentence(needs)}.`));
    });
  }
  return blocks;
}

/** Begins with a capital. */
const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
