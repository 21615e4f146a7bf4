/**
 * What a duty is: something a plan wants done, by whom, for whom and when. Read from `rulebooks/<id>.duties.yaml`;
 * fields are explained with an example in `rulebooks/README.md`.
 */
import { z } from 'zod';
import { id, isoDate, text } from './fields.ts';

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);

const whenSchema = z.discriminatedUnion('kind', [
  /** Once. `by` is the last valid day; `before` the day after it (“trước ngày”). Exactly one of them. */
  z.strictObject({ kind: z.literal('once'), by: isoDate.optional(), before: isoDate.optional() }),
  /** Every year. Exactly one of `by`, `before` (MM-DD) and `month` (ends with that month). */
  z.strictObject({
    kind: z.literal('yearly'),
    by: monthDay.optional(),
    before: monthDay.optional(),
    month: z.number().int().min(1).max(12).optional(),
  }),
  /** Every half-year: 30/6 and 31/12. */
  z.strictObject({ kind: z.literal('half-yearly') }),
  /** Every quarter: its last day. */
  z.strictObject({ kind: z.literal('quarterly') }),
  /** Every month: its last day. */
  z.strictObject({ kind: z.literal('monthly') }),
  /** A year or a week without a stated day: left out until somebody enters a day. */
  z.strictObject({ kind: z.literal('entered'), recurs: z.enum(['yearly', 'weekly']) }),
  /** Tied to an event whose date somebody enters; `daysBefore` full days before it (0: on that day). */
  z.strictObject({ kind: z.literal('event'), event: text, daysBefore: z.number().int().min(0).default(0) }),
  /** No stated time: listed in the rulebook, never occurs. */
  z.strictObject({ kind: z.literal('none') }),
]);
export type When = z.infer<typeof whenSchema>;

export const dutySchema = z.strictObject({
  id,
  title: text,
  /** Who has the duty, in the plan's words. */
  who: text,
  /** Subjects of this plan that have it; `[]`: a body above them, so it occurs only without a subject. */
  for: z.array(id),
  /** Who receives it; null where nobody is named. */
  to: text.nullable(),
  /** The time in the plan's words; null where none is stated. */
  stated: text.nullable(),
  when: whenSchema,
  /** Narrows the rulebook's `force`. */
  from: isoDate.optional(),
  until: isoDate.optional(),
  /** Years in which another duty takes its place. */
  exceptYears: z.array(z.number().int()).optional(),
  /** true: the plan only encourages it. */
  encouraged: z.boolean().default(false),
  clause: text,
  quote: text,
  reading: text.nullish(),
  caveats: z.array(z.strictObject({ text, for: z.array(id).min(1).optional() })).default([]),
});
export type Duty = z.infer<typeof dutySchema>;

const dutyExampleSchema = z.strictObject({
  title: text,
  vector: z.number().int().optional(),
  subject: id.optional(),
  from: isoDate,
  to: isoDate,
  entered: z.array(z.strictObject({ duty: id, date: isoDate })).default([]),
  /** Exactly these, `id YYYY-MM-DD` each, by date; or only those of `only`. */
  expect: z.array(text),
  only: z.array(id).optional(),
});

export const dutiesFileSchema = z.strictObject({
  duties: z.array(dutySchema),
  examples: z.array(dutyExampleSchema).default([]),
});
export type DutyExample = z.infer<typeof dutyExampleSchema>;
