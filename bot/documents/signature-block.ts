import { AlignmentType, Paragraph, type Table } from 'docx';
import { documentWords as words } from '../words/document-words.ts';
import type { Form, IssuingBody } from './form.ts';
import { centred, pt, runs, textWidth } from './pen.ts';
import { plainTable } from './plain-table.ts';

/** Points between the text and the signature. */
const gap = 12;

/** Left who receives it, the last line where it is filed; right who signs for the body. */
export function signatureBlock(form: Form, body: IssuingBody, recipients: readonly string[]): Table {
  const width = textWidth(form);
  const { size, space } = form.signature;
  const line = (text: string, look: { size: number; underline?: boolean }, before = 0): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      spacing: { before: pt(before) },
      keepNext: true,
      children: runs(text, look),
    });
  return plainTable([
    {
      width: width * 0.5,
      children: [
        line(words.recipients, { size: form.recipients.label, underline: true }, gap),
        ...recipients.map(recipient => line(`- ${recipient},`, { size: form.recipients.size })),
        line(`- ${body.filed}.`, { size: form.recipients.size }),
      ],
    },
    {
      width: width * 0.5,
      children: [
        // The body is bold, the post is not.
        centred(body.sign, { bold: true, size }, { before: gap }),
        centred(body.post, { size }),
        centred(body.space, { italics: true, size: form.recipients.size }),
        ...Array.from({ length: space }, () => centred('', { size })),
      ],
    },
  ]);
}
