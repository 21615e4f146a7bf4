import type { FileChild } from 'docx';
import { documentWords } from '../../words/document-words.ts';
import { placeOf } from '../clause-place.ts';
import type { Form } from '../form.ts';
import { dash, item, paragraph } from '../pen.ts';
import { plainNote } from '../plain-line.ts';
import type { ReviewInput } from './review-input.ts';

const words = documentWords.review;

/** What belongs to recognising and rating; a plan's other powers are no matter of this report. */
const ofRecognition = /công nhận|rà soát|đánh giá|xếp loại/;

/** Readings the evaluation went by, each with its text. */
export function readingsUsed({ evaluation, rulebook }: ReviewInput): string[] {
  const used = new Set(
    evaluation.criteria.flatMap(({ requirements }) => requirements.flatMap(({ reading }) => reading ?? [])),
  );
  if (rulebook.verdict.reading) used.add(rulebook.verdict.reading);
  return rulebook.readings
    .filter(({ id }) => used.has(id))
    .map(({ id, point, reading }) => `${id}: ${point} ${reading}`);
}

/** Who recognises and when; where the plan names nobody, that it does not say. */
function authorityLines({ rulebook, plan, subject }: ReviewInput): string[] {
  const own = rulebook.authorities.filter(
    ({ act, for: subjects }) =>
      ofRecognition.test(act) && (subjects === undefined || subjects.includes(subject)),
  );
  const lines = own.map(authority =>
    words.authorityLine(authority.act, authority.by, placeOf(plan, authority)),
  );
  if (!own.some(({ act }) => /công nhận/.test(act))) {
    const silence = rulebook.silences.find(({ about }) => /công nhận/.test(about));
    lines.push(words.noAuthority(rulebook.type, silence?.about ?? words.noAuthorityAbout));
  }
  for (const duty of rulebook.duties)
    if (duty.stated !== null && /công nhận/i.test(duty.title))
      lines.push(words.timeLine(duty.title, duty.stated, placeOf(plan, duty)));
  return lines;
}

/** Who recognises and when, what the result is not, and what has to be said with it. */
export function remarksPart(form: Form, input: ReviewInput): FileChild[] {
  const { evaluation, rulebook, plan } = input;
  // What the result is not stands among the caveats of every evaluation; here it has its own heading.
  const caveats = evaluation.caveats.filter(caveat => !rulebook.isNot.includes(caveat)).map(plainNote);
  if (plan.statusNote !== null) caveats.push(plan.statusNote.replace(/^Lưu ý: /, ''));
  return [
    item(form, 1, words.authority),
    ...authorityLines(input).map(line => dash(form, line)),
    item(form, 2, words.isNot),
    ...rulebook.isNot.map(line => dash(form, line)),
    ...(caveats.length === 0 ? [] : [item(form, 3, words.caveats), ...caveats.map(line => dash(form, line))]),
    paragraph(form, words.closing, { keepNext: true }),
  ];
}
