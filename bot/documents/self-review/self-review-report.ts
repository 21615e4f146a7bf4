import type { FileChild } from 'docx';
import { shortName } from '../../words/cite.ts';
import { documentWords } from '../../words/document-words.ts';
import { bodyOf, currentForm, type Form, type IssuingBody } from '../form.ts';
import { headingBlock } from '../heading-block.ts';
import { issueDocument } from '../issue-document.ts';
import { committeeName, organisationName } from '../party-name.ts';
import { paragraph, section } from '../pen.ts';
import { plainName } from '../plain-line.ts';
import { signatureBlock } from '../signature-block.ts';
import { titleBlock } from '../title-block.ts';
import { comparisonPart } from './comparison-part.ts';
import { detailTable } from './detail-table.ts';
import { readingsUsed, remarksPart } from './remarks-part.ts';
import { resultPart } from './result-part.ts';
import type { ReviewInput } from './review-input.ts';

const words = documentWords.review;
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI'];

function blocksOf(form: Form, input: ReviewInput, body: IssuingBody, subjectTitle: string): FileChild[] {
  const { unit, plan, year, previous } = input;
  const readings = readingsUsed(input);
  const issuer = body.kind === 'chi-bo' ? plainName(unit.name) : committeeName(unit.name);
  const parts: [string, () => FileChild[]][] = [
    [words.result, () => resultPart(form, input)],
    [words.detail, () => [detailTable(form, input)]],
  ];
  if (previous) parts.push([words.comparison(previous.year), () => comparisonPart(form, input, previous)]);
  if (readings.length > 0)
    parts.push([words.readings, () => readings.map(reading => paragraph(form, `- ${reading}`))]);
  parts.push([words.remarks, () => remarksPart(form, input)]);
  const superior = committeeName(unit.superior ?? '');
  return [
    headingBlock(form, {
      superior: organisationName(unit.superior ?? '') || documentWords.blank,
      issuer: issuer || `${body.blank} ${documentWords.blank}`,
      symbol: `BC/${body.symbol}`,
      place: unit.place ?? '',
      date: input.date,
      draft: input.status === 'draft',
    }),
    ...titleBlock(form, words.type, words.subject(shortName(plan), year), words.mark(shortName(plan))),
    paragraph(form, words.opening(issuer || body.blank, input.rulebook.name, subjectTitle, year)),
    ...parts.flatMap(([title, make], at) => [section(form, romans[at]!, title), ...make()]),
    signatureBlock(form, body, [documentWords.reportedTo(superior || documentWords.blank)]),
  ];
}

/** Báo cáo tự rà soát: the software's own reference form, since no plan has one. */
export async function selfReviewReport(input: ReviewInput, form: Form = currentForm): Promise<Uint8Array> {
  const { rulebook, plan, year, evaluation, date, answers } = input;
  const subject = rulebook.subjects.find(({ id }) => id === input.subject);
  if (subject === undefined) throw new Error(`${rulebook.id} has no subject “${input.subject}”`);
  return issueDocument({
    form,
    title: `${words.type} ${words.subject(shortName(plan), year).join(' ')}`,
    date,
    facts: {
      kind: 'self-review',
      plan: rulebook.id,
      subject: subject.id,
      year,
      rulebook: rulebook.hash,
      verdict: { outcome: evaluation.outcome, words: evaluation.words },
      answers,
    },
    blocks: () => blocksOf(form, input, bodyOf(subject.title), subject.title),
  });
}
