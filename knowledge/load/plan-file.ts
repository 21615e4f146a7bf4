import { z } from 'zod';
import type { PlanStatus } from '../plan.ts';

const words = z.string().trim().min(1);

/** `2024-02-05`, or as people write it, `05/02/2024`; stored as ISO. */
const day = words.transform((value, context) => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const vietnamese = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  const [year, month, date] = found ? found.slice(1) : (vietnamese?.slice(1).reverse() ?? []);
  const iso = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  if (year !== undefined && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso))
    return iso;
  context.addIssue({
    code: 'custom',
    message: `“${value}” không phải là một ngày; hãy viết như 2024-02-05.`,
  });
  return z.NEVER;
});

/** A year, a month or a day: `2024`, `2024-11`, `2024-11-30`. */
const time = z
  .union([z.number().int().min(1930).max(2200).transform(String), words])
  .refine(value => /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value), {
    message: 'cần là năm, tháng hoặc ngày, như 2024 hay 2024-11-30.',
  });

/** The machine's word, or the first words of the Vietnamese one. */
const status = words.transform((value, context): PlanStatus => {
  const known: [RegExp, PlanStatus][] = [
    [/^(?:unconfirmed$|chưa xác nhận)/iu, 'unconfirmed'],
    [/^(?:confirmed$|đã xác nhận)/iu, 'confirmed'],
    [/^(?:replaced$|đã (?:được )?thay thế)/iu, 'replaced'],
  ];
  const found = known.find(([pattern]) => pattern.test(value.normalize('NFC')));
  if (found) return found[1];
  context.addIssue({
    code: 'custom',
    message: 'cần là unconfirmed (chưa xác nhận), confirmed (đã xác nhận) hoặc replaced (đã thay thế).',
  });
  return z.NEVER;
});

const subject = z.strictObject({
  id: words.regex(/^[a-z0-9-]+$/, { message: 'chỉ gồm chữ thường không dấu, số và dấu “-”.' }),
  title: words,
  names: z.array(words).default([]),
});

const line = z.number().int().min(1);

/** Lines of document.txt that are marks on the paper and no part of the plan. */
const stamp = z
  .strictObject({ from: line, to: line, text: words.optional() })
  .refine(({ from, to }) => from <= to, { message: '“from” phải không lớn hơn “to”.' });

/** plan.yaml: what is known of a plan beside its text. `title` alone is enough. */
export const planFile = z.strictObject({
  title: words,
  type: words.nullish(),
  number: words.nullish(),
  date: day.nullish(),
  issuer: words.nullish(),
  place: words.nullish(),
  period: z.strictObject({ from: time.nullish(), to: time.nullish() }).nullish(),
  status: status.nullish(),
  statusNote: words.nullish(),
  subjects: z.array(subject).nullish(),
  names: z.array(words).nullish(),
  notes: z.array(z.strictObject({ quote: words, note: words })).nullish(),
  stamps: z.array(stamp).nullish(),
});

/** corrections.yaml: slips of scanning, each by its line. */
export const correctionsFile = z
  .array(z.strictObject({ line, wrong: z.string().min(1), right: z.string(), kind: z.string().optional() }))
  .nullable();

const KINDS = [
  'deadline',
  'authority',
  'threshold',
  'list',
  'scope',
  'identity',
  'effect',
  'template',
  'duty',
  'verdict',
  'fact',
] as const;

/** topics.yaml: how people ask, and which passages say it. */
export const topicsFile = z
  .strictObject({
    topics: z
      .array(
        z.strictObject({
          asks: z.array(words).min(1),
          cites: z.array(words).min(1),
          in: words.optional(),
          kind: z.enum(KINDS).default('fact'),
          for: z.array(words).default([]),
          all: z.boolean().default(false),
        }),
      )
      .nullish(),
    silences: z
      .array(z.strictObject({ asks: z.array(words).min(1), about: words, near: z.array(words).default([]) }))
      .nullish(),
  })
  .nullable();
