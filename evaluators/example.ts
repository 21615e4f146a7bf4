/** A case with its expected result, kept inside the rulebook and run as a test. */
import { z } from 'zod';
import { id, text } from './fields.ts';

/** Outcomes of a requirement or a criterion. */
export const outcomes = z.enum(['met', 'unmet', 'unknown', 'na']);

export const exampleSchema = z.strictObject({
  /** A fact in plain words. */
  title: text,
  /** Row of the reference's test vectors (5.3). */
  vector: z.number().int().optional(),
  subject: id,
  year: z.number().int().optional(),
  /** `passing`: everything not named in `answers` is answered so that it is met. */
  rest: z.enum(['passing', 'unanswered']).default('unanswered'),
  answers: z.record(z.string(), z.unknown()).default({}),
  expect: z.strictObject({
    outcome: z.enum(['met', 'unmet', 'unknown', 'no_verdict']).optional(),
    settled: z.boolean().optional(),
    criteria: z.record(z.string(), outcomes).optional(),
    requirements: z.record(z.string(), outcomes).optional(),
    missing: z.array(text).optional(),
    /** Each stands somewhere in some caveat. */
    caveats: z.array(text).optional(),
    words: text.optional(),
    /** Ids of the one smallest set. */
    repairs: z.array(text).optional(),
  }),
});
export type Example = z.infer<typeof exampleSchema>;
