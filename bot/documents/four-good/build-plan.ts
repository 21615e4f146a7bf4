import type { FileChild } from 'docx';
import type { Criterion, Requirement, Rulebook } from '../../../evaluators/index.ts';
import type { Plan } from '../../../knowledge/index.ts';
import { documentWords } from '../../words/document-words.ts';
import { bodyOf, currentForm, type Form } from '../form.ts';
import { headingBlock } from '../heading-block.ts';
import { issueDocument } from '../issue-document.ts';
import { committeeName, organisationName } from '../party-name.ts';
import { dotted, item, paragraph, section } from '../pen.ts';
import { plainName } from '../plain-line.ts';
import type { Unit } from '../self-review/review-input.ts';
import { signatureBlock } from '../signature-block.ts';
import { titleBlock } from '../title-block.ts';
import { contentsOf, planItem } from './plan-item.ts';
import { requireTemplate } from './template.ts';

export interface BuildPlanInput {
  unit: Unit;
  plan: Plan;
  rulebook: Rulebook;
  /** Subject id of the rulebook. */
  subject: string;
  /** The year the plan is for. */
  year: number;
  /** ISO date of the document. */
  date: string;
  /** The unit's resolution for the year, e.g. `01-NQ/CB` and `05/01/2026`; left blank where not given. */
  resolution?: { number: string; date: string };
}

const words = documentWords.build;

function blocksOf(form: Form, input: BuildPlanInput, subjectTitle: string): FileChild[] {
  const { unit, plan, rulebook, subject, year } = input;
  const { models, buildPlan: template } = requireTemplate(rulebook.id);
  const body = bodyOf(subjectTitle);
  const model = body.kind === 'chi-bo' ? models['chi-bo'] : models['dang-uy'];
  const issuer =
    (body.kind === 'chi-bo' ? plainName(unit.name) : committeeName(unit.name)) ||
    `${body.blank} ${documentWords.blank}`;
  const own = ({ requirements }: Criterion): Requirement[] =>
    requirements.filter(({ for: subjects }) => subjects === undefined || subjects.includes(subject));
  const placed = new Set(template.contents.items.map(({ criterion }) => criterion));
  const resolution = input.resolution
    ? words.resolution(plainName(input.resolution.number), plainName(input.resolution.date))
    : words.resolutionBlank(body.symbol);
  const purposes = template.purpose.clauses.flatMap(id => {
    const clause = plan.clauses.find(each => each.id === id);
    return clause === undefined ? [] : [plan.text.slice(clause.start, clause.end).trim()];
  });
  // A condition beside the contents, such as the 90% of a đảng bộ, is part of what the plan asks for.
  const conditions = rulebook.criteria
    .filter(({ id }) => !placed.has(id))
    .flatMap(criterion => contentsOf(plan, own(criterion)));
  return [
    headingBlock(form, {
      superior: organisationName(unit.superior ?? '') || documentWords.blank,
      issuer,
      symbol: `KH/${body.symbol}`,
      place: unit.place ?? '',
      date: input.date,
      draft: false,
    }),
    ...titleBlock(form, words.type, words.subject(model, year), null),
    paragraph(form, words.grounds(resolution, year, issuer, model)),
    section(form, 'I', template.purpose.title),
    ...[...purposes, ...conditions].map(text => paragraph(form, text)),
    dotted(form),
    dotted(form),
    section(form, 'II', template.contents.title),
    ...template.contents.items.flatMap((each, at) => {
      const criterion = rulebook.criteria.find(({ id }) => id === each.criterion);
      return [item(form, at + 1, each.title), ...planItem(form, plan, each, criterion ? own(criterion) : [])];
    }),
    section(form, 'III', template.organisation.title),
    paragraph(form, template.organisation.note, { italics: true, keepNext: true }),
    // Kept together, so that nobody signs a page that says nothing.
    ...Array.from({ length: 4 }, () => dotted(form, { lead: '- ', keepNext: true })),
    signatureBlock(form, body, [
      documentWords.reportedTo(committeeName(unit.superior ?? '') || documentWords.blank),
    ]),
  ];
}

/** Mẫu 1: the plan to build the model in a year, filled from the criteria of the subject; the rest is dotted. */
export async function buildPlan(input: BuildPlanInput, form: Form = currentForm): Promise<Uint8Array> {
  const { rulebook, year, date } = input;
  const subject = rulebook.subjects.find(({ id }) => id === input.subject);
  if (subject === undefined) throw new Error(`${rulebook.id} has no subject “${input.subject}”`);
  const { models } = requireTemplate(rulebook.id);
  const model = bodyOf(subject.title).kind === 'chi-bo' ? models['chi-bo'] : models['dang-uy'];
  return issueDocument({
    form,
    title: `${words.type} ${words.subject(model, year).join(' ')}`,
    date,
    facts: {
      kind: 'build-plan',
      plan: rulebook.id,
      subject: subject.id,
      year,
      rulebook: rulebook.hash,
      verdict: null,
      answers: {},
    },
    blocks: () => blocksOf(form, input, subject.title),
  });
}
