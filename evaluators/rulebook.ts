/**
 * What a rulebook is: one plan's criteria, requirements, verdict, readings, silences and duties, as data.
 *
 * `rulebooks/<id>.yaml` is read by these schemas, `rulebooks/<id>.duties.yaml` by `duty.ts`; `load-rulebooks.ts`
 * joins them. Every field is explained with an example in `rulebooks/README.md`. Nothing here is optional
 * by forgetting: an unknown field is refused, so that a misspelt one is never silently without effect.
 */
import { z } from 'zod';
import type { Duty, DutyExample } from './duty.ts';
import { exampleSchema, outcomes } from './example.ts';
import { id, isoDate, text } from './fields.ts';

/** A clause address as the plan numbers it, with its own words. */
export const citationSchema = z.strictObject({ clause: text, quote: text });
export type Citation = z.infer<typeof citationSchema>;

/** The four ranks of the annual rating, from lowest to highest; the order is the comparison. */
export const ranks = [
  'khong-hoan-thanh-nhiem-vu',
  'hoan-thanh-nhiem-vu',
  'hoan-thanh-tot-nhiem-vu',
  'hoan-thanh-xuat-sac-nhiem-vu',
] as const;
export type Rank = (typeof ranks)[number];

export const kinds = ['statement', 'share', 'target', 'count', 'rank', 'comparison', 'yearly'] as const;
export type Kind = (typeof kinds)[number];

const requirementBase = {
  id,
  /** A few words that name it in lists and in “cần …”. */
  title: text,
  /** Whole question, addressed to “đồng chí”. */
  question: text,
  /** What counts, with a boundary example. */
  help: text,
  /** When it does not apply, as a condition; null or absent: it always applies. */
  naWhen: text.nullish(),
  /** Subjects it applies to; absent: every subject of the plan. */
  for: z.array(id).min(1).optional(),
  /** false: asked and shown, never folded into its criterion. */
  counted: z.boolean().default(true),
  /** true: the plan only encourages it; goes with `counted: false`. */
  encouraged: z.boolean().default(false),
  clause: text,
  quote: text,
  /** The A-number of the reading it is judged by. */
  reading: text.nullish(),
};

export const requirementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...requirementBase, kind: z.literal('statement') }),
  z.strictObject({
    ...requirementBase,
    kind: z.literal('share'),
    /** `>= 90%`, `> 90%`, `= 100%`, `< 0.4%`, `<= 5%`. */
    test: text,
    /** Nouns of the two numbers: `part` is what has to grow (or shrink), `whole` the base. */
    labels: z.strictObject({ part: text, whole: text }),
  }),
  z.strictObject({
    ...requirementBase,
    kind: z.literal('target'),
    labels: z.strictObject({ done: text, target: text }),
  }),
  z.strictObject({
    ...requirementBase,
    kind: z.literal('count'),
    labels: z.strictObject({ count: text }),
  }),
  z.strictObject({
    ...requirementBase,
    kind: z.literal('rank'),
    /** `>= hoan-thanh-tot-nhiem-vu`. */ test: text,
  }),
  z.strictObject({
    ...requirementBase,
    kind: z.literal('comparison'),
    /** true: `{now, before}` is taken too; higher is better. */
    figures: z.boolean().default(false),
  }),
  z.strictObject({
    ...requirementBase,
    kind: z.literal('yearly'),
    test: text,
    labels: z.strictObject({ part: text, whole: text }),
  }),
]);
export type Requirement = z.infer<typeof requirementSchema>;

export const criterionSchema = z.strictObject({
  id: text,
  title: text,
  clause: text,
  quote: text,
  /** true: shown beside the verdict, no part of it. */
  beside: z.boolean().default(false),
  /** Outcome when every counted requirement is `na`. */
  whenEmpty: z.enum(['na', 'unknown']).default('na'),
  requirements: z.array(requirementSchema).min(1),
});
export type Criterion = z.infer<typeof criterionSchema>;

const verdictSchema = z.discriminatedUnion('rule', [
  z.strictObject({
    /** Every criterion that is not `beside` has to be met. */
    rule: z.literal('all'),
    /** `{unmet}` stands for the ids of the unmet criteria. */
    words: z.strictObject({ met: text, unmet: text, unknown: text }),
    /** Where the rule is inferred: the words that mark it as such; null where the plan says it itself. */
    derived: text.nullish(),
    grounds: z.array(citationSchema).min(1),
    reading: text.nullish(),
  }),
  z.strictObject({
    /** The plan states no verdict, so none is given. */
    rule: z.literal('none'),
    words: z.strictObject({ none: text }),
    grounds: z.array(citationSchema).default([]),
    reading: text.nullish(),
  }),
]);

const caveatSchema = z.strictObject({
  /** `{part}`, `{whole}`, `{done}`, `{target}`, `{count}` stand for the numbers of `when.requirement`. */
  text,
  for: z.array(id).min(1).optional(),
  /** All given conditions must hold; absent: always. */
  when: z
    .strictObject({
      requirement: id.optional(),
      /** Outcomes of `requirement`. */
      outcome: z.array(outcomes).min(1).optional(),
      /** true: some but not all, 0 < part < whole or 0 < done < target. */
      partly: z.literal(true).optional(),
      verdict: z
        .array(z.enum(['met', 'unmet', 'unknown', 'no_verdict']))
        .min(1)
        .optional(),
    })
    .optional(),
});

const readingSchema = z.strictObject({
  id: text,
  /** What is open in the plan's words. */
  point: text,
  /** How it is read here, and why. */
  reading: text,
});

const silenceSchema = z.strictObject({
  /** How people ask it. */
  asks: z.array(text).min(1),
  /** Completes “Kế hoạch … không quy định …”. */
  about: text,
  near: z.array(citationSchema).default([]),
});

const authoritySchema = z.strictObject({
  for: z.array(id).min(1).optional(),
  /** What is decided, e.g. `xét, công nhận “chi bộ bốn tốt”`. */
  act: text,
  by: text,
  clause: text,
  quote: text,
  note: text.nullish(),
});

const templateSchema = z.strictObject({
  id,
  title: text,
  /** Who uses it, for what. */
  use: text,
  for: z.array(id).min(1).optional(),
  clause: text,
  quote: text,
});

export const rulebookSchema = z.strictObject({
  id,
  /** How the plan is named in a sentence, as a person cites it. */
  name: text,
  /** `Kế hoạch` or `Hướng dẫn`: the noun of “… không quy định”. */
  type: text,
  /** Last and first day on which its duties may fall; `from` is the date of issue or, without one, 1/1 of its year. */
  force: z.strictObject({ from: isoDate, to: isoDate.nullish() }),
  subjects: z
    .array(
      z.strictObject({ id, title: text, /** Who this is, where names are alike. */ help: text.nullish() }),
    )
    .min(1),
  criteria: z.array(criterionSchema).min(1),
  verdict: verdictSchema,
  /** What the result is not; always shown with it. */
  isNot: z.array(text).min(1),
  caveats: z.array(caveatSchema).default([]),
  readings: z.array(readingSchema).default([]),
  silences: z.array(silenceSchema).default([]),
  authorities: z.array(authoritySchema).default([]),
  templates: z.array(templateSchema).default([]),
  examples: z.array(exampleSchema).default([]),
});

/** A rulebook as loaded: the two files joined, and its hash. */
export type Rulebook = z.infer<typeof rulebookSchema> & {
  duties: Duty[];
  dutyExamples: DutyExample[];
  /** `sha256:` and 64 hex digits over the bytes of `<id>.yaml`: what judges; duties may change without it. */
  hash: string;
};
