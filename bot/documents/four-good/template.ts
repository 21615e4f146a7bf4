/** The templates a plan brings, as data: `templates.yaml`, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().min(1);

const templateSchema = z.strictObject({
  plan: text,
  /** What is built, by the kind of body that issues. */
  models: z.strictObject({ 'chi-bo': text, 'dang-uy': text }),
  buildPlan: z.strictObject({
    purpose: z.strictObject({ title: text, clauses: z.array(text) }),
    contents: z.strictObject({
      title: text,
      /** `targets: false`: the template has no “Chỉ tiêu” there. */
      items: z.array(z.strictObject({ title: text, criterion: text, targets: z.boolean() })).min(1),
    }),
    organisation: z.strictObject({ title: text, note: text }),
  }),
  results: z.strictObject({ grounds: z.array(text).min(1), orders: text }),
});
export type Template = z.infer<typeof templateSchema>;

const templates = z
  .array(templateSchema)
  .parse(parse(readFileSync(join(import.meta.dirname, 'templates.yaml'), 'utf8')));

/** The templates of a plan; null where it has none. */
export const templateOf = (plan: string): Template | null =>
  templates.find(each => each.plan === plan) ?? null;

/** For plans that have one: asking for a document the plan has no template of is a mistake of the caller. */
export function requireTemplate(plan: string): Template {
  const template = templateOf(plan);
  if (template === null) throw new Error(`plan “${plan}” has no templates; ask templateOf first`);
  return template;
}
