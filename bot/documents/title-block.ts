import type { Paragraph } from 'docx';
import type { Form } from './form.ts';
import { centred } from './pen.ts';

/** The kind of document in capitals, what it is about, and a short rule; `mark` says what the paper is not. */
export function titleBlock(
  form: Form,
  type: string,
  subject: readonly string[],
  mark: string | null,
): Paragraph[] {
  return [
    centred(type, { bold: true, size: form.type.size }, { before: 18 }),
    ...subject.map(line => centred(line, { bold: true, size: form.subject.size })),
    centred(form.subject.rule, { size: form.subject.size }, { after: mark === null ? 12 : 2 }),
    ...(mark === null ? [] : [centred(mark, { italics: true, size: form.table.size }, { after: 12 })]),
  ];
}
