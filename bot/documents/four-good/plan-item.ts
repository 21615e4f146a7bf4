import type { FileChild } from 'docx';
import type { Requirement } from '../../../evaluators/index.ts';
import type { Plan } from '../../../knowledge/index.ts';
import { documentWords } from '../../words/document-words.ts';
import { clauseOf } from '../clause-place.ts';
import type { Form } from '../form.ts';
import { dotted, paragraph } from '../pen.ts';
import type { Template } from './template.ts';

const words = documentWords.build;

/** Whole clauses the requirements cite, once each, in the plan's words. */
export function contentsOf(plan: Plan, requirements: readonly Requirement[]): string[] {
  const clauses = new Set(requirements.map(requirement => clauseOf(plan, requirement)));
  return [...clauses].flatMap(clause =>
    clause === null ? [] : [plan.text.slice(clause.start, clause.end).trim()],
  );
}

/** What can be counted, in the plan's words; null: nothing to count in it. */
function targetOf(requirement: Requirement): string | null {
  const { kind, title, quote } = requirement;
  const plain = quote.replace(/\.$/, '');
  if (kind === 'count') return words.zero(title, plain);
  return kind === 'share' || kind === 'rank' || kind === 'yearly' ? words.quoted(title, plain) : null;
}

/** One item of the contents: what to do, what to reach, and dots for how. */
export function planItem(
  form: Form,
  plan: Plan,
  { targets }: Template['buildPlan']['contents']['items'][number],
  requirements: readonly Requirement[],
): FileChild[] {
  const blocks: FileChild[] = [paragraph(form, `- ${words.content}`, { keepNext: true })];
  for (const content of contentsOf(plan, requirements)) blocks.push(paragraph(form, content));
  if (targets) {
    blocks.push(paragraph(form, `- ${words.target}`, { keepNext: true }));
    for (const requirement of requirements) {
      const target = targetOf(requirement);
      if (target !== null) blocks.push(paragraph(form, target));
    }
    blocks.push(dotted(form), dotted(form));
  }
  blocks.push(
    paragraph(form, `- ${words.measures}`, { keepNext: true }),
    dotted(form),
    dotted(form),
    dotted(form),
  );
  return blocks;
}
