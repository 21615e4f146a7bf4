/** The form of Party documents as data: `forms.yaml`, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().min(1);
const size = z.number().min(6).max(24);
const length = z.number().min(0).max(300);

const formSchema = z.strictObject({
  id: text,
  title: text,
  /** What has to be known before choosing it; null where nothing is. */
  note: text.nullable(),
  font: text,
  /** Millimetres. */
  paper: z.strictObject({ width: length, height: length }),
  margins: z.strictObject({ top: length, bottom: length, left: length, right: length }),
  /** From the second page on, centred above the text; `top` from the edge of the paper. */
  pageNumber: z.strictObject({ size, top: length }),
  country: z.strictObject({ text, size }),
  superior: z.strictObject({ size }),
  issuer: z.strictObject({ size }),
  number: z.strictObject({ size }),
  placeDate: z.strictObject({ size }),
  type: z.strictObject({ size }),
  subject: z.strictObject({ size, rule: text }),
  /** `line`: exact, in points; `firstLine` in millimetres; `after` in points. */
  body: z.strictObject({ size, line: length, firstLine: length, after: length }),
  /** What follows the number of a section (“I-”) and of an item (“1.”). */
  marks: z.strictObject({ section: text, item: text }),
  table: z.strictObject({ size, line: length }),
  /** `space`: empty lines left for signing. */
  signature: z.strictObject({ size, space: z.number().int().min(3) }),
  recipients: z.strictObject({ label: size, size }),
  /** Values for which the rule's own words were not found. */
  unconfirmed: z.array(z.strictObject({ field: text, used: text, why: text })),
});
export type Form = z.infer<typeof formSchema>;

const bodySchema = z.strictObject({
  begins: z.array(z.string()).min(1),
  kind: z.enum(['chi-bo', 'huyen-uy', 'dang-uy', 'tap-the']),
  sign: text,
  post: text,
  space: text,
  symbol: text,
  filed: text,
  blank: text,
});
export type IssuingBody = z.infer<typeof bodySchema>;

const fileSchema = z.strictObject({
  default: text,
  forms: z.array(formSchema).min(1),
  bodies: z.array(bodySchema).min(1),
  names: z.array(z.strictObject({ organisation: text, committee: text })).min(1),
});

const file = fileSchema.parse(parse(readFileSync(join(import.meta.dirname, 'forms.yaml'), 'utf8')));

/** Every rule set, the one in force first. */
export const forms: readonly Form[] = file.forms;

/** The rule set of this id; without one, the one in force. */
export function formOf(id: string = file.default): Form | null {
  return file.forms.find(form => form.id === id) ?? null;
}

/** The rule set in force. */
export const currentForm: Form = formOf()!;

/** Which body signs for a subject, by the subject's title. */
export function bodyOf(subjectTitle: string): IssuingBody {
  const title = subjectTitle.toLocaleLowerCase('vi').replaceAll('uỷ', 'ủy');
  return (
    file.bodies.find(({ begins }) => begins.some(begin => title.startsWith(begin))) ?? file.bodies.at(-1)!
  );
}

/** The two names of an organisation and of its committee, longest first. */
export const pairedNames: readonly { organisation: string; committee: string }[] = file.names;
