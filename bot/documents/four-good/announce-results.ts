import type { FileChild } from 'docx';
import { dateWords } from '../../words/cite.ts';
import { documentWords } from '../../words/document-words.ts';
import { bodyOf, currentForm, type Form } from '../form.ts';
import { headingBlock } from '../heading-block.ts';
import { issueDocument } from '../issue-document.ts';
import { committeeName, organisationName } from '../party-name.ts';
import { dash, item, paragraph } from '../pen.ts';
import { plainName, plainNote } from '../plain-line.ts';
import type { Unit } from '../self-review/review-input.ts';
import { signatureBlock } from '../signature-block.ts';
import { titleBlock } from '../title-block.ts';
import { requireTemplate } from './template.ts';

export interface AnnounceInput {
  /** The đảng ủy that announces, over its chi bộ. */
  unit: Unit;
  /** Plan id; it has to bring a template. */
  plan: string;
  year: number;
  /** ISO date of the document. */
  date: string;
  /** ISO date of the committee's meeting; blank where not given. */
  meeting?: string;
  /** Chi bộ that reached the model. */
  met: readonly string[];
  /** Chi bộ that did not, each with why; never with the name of a person. */
  unmet: readonly { name: string; reason: string }[];
  /** ISO date by which they put it right; blank where not given. */
  deadline?: string;
}

const words = documentWords.results;
const dateOrNull = (iso: string | undefined): string | null => (iso === undefined ? null : dateWords(iso));

function blocksOf(form: Form, input: AnnounceInput): FileChild[] {
  const { unit, year, met, unmet } = input;
  const { results: template } = requireTemplate(input.plan);
  const body = bodyOf('Đảng ủy');
  const none = [paragraph(form, words.none)];
  return [
    headingBlock(form, {
      superior: organisationName(unit.superior ?? '') || documentWords.blank,
      issuer: committeeName(unit.name) || `${body.blank} ${documentWords.blank}`,
      symbol: `TB/${body.symbol}`,
      place: unit.place ?? '',
      date: input.date,
      draft: false,
    }),
    ...titleBlock(form, words.type, words.subject(year), null),
    ...template.grounds.map(ground => paragraph(form, ground)),
    paragraph(form, words.meeting(dateOrNull(input.meeting), year)),
    item(form, 1, words.met),
    ...(met.length === 0 ? none : met.map(name => dash(form, `${plainName(name)}.`))),
    item(form, 2, words.unmet),
    ...(unmet.length === 0
      ? none
      : unmet.map(({ name, reason }) => {
          const plain = plainNote(reason).replace(/\.+$/, '') || documentWords.blank;
          return dash(form, `${plainName(name)}${words.reason(plain)}.`);
        })),
    paragraph(form, `${template.orders}${words.deadline(dateOrNull(input.deadline))}.`, { keepNext: true }),
    signatureBlock(form, body, [...words.recipients]),
  ];
}

/** Mẫu 2: the notice of a đảng ủy over its chi bộ. */
export async function announceResults(input: AnnounceInput, form: Form = currentForm): Promise<Uint8Array> {
  const { plan, year, date, met, unmet, meeting = null, deadline = null } = input;
  return issueDocument({
    form,
    title: `${words.type} ${words.subject(year).join(' ')}`,
    date,
    facts: {
      kind: 'results',
      plan,
      subject: null,
      year,
      rulebook: null,
      verdict: null,
      answers: {
        met: met.map(plainName),
        unmet: unmet.map(({ name, reason }) => ({ name: plainName(name), reason: plainNote(reason) })),
        meeting,
        deadline,
      },
    },
    blocks: () => blocksOf(form, input),
  });
}
