/** Blocks of a document → the bytes of a .docx, the same bytes for the same blocks. */
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { documentWords as words } from '../words/document-words.ts';
import type { Form } from './form.ts';
import { mm } from './pen.ts';

export interface Packed {
  form: Form;
  title: string;
  /** ISO date; it stands in the file where the time of making would. */
  date: string;
  blocks: FileChild[];
  /** The small line at the foot of every page. */
  footerLine: string;
  properties: readonly { name: string; value: string }[];
}

const foot = (line: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: line, size: 16, color: '595959' })],
      }),
    ],
  });

/** A paragraph of no height to speak of. */
const last = (): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, after: 0 }, children: [] });

function documentOf({ form, title, blocks, footerLine, properties }: Packed): Document {
  const { paper, margins, pageNumber, font, body } = form;
  return new Document({
    title,
    creator: words.program,
    lastModifiedBy: words.program,
    customProperties: properties,
    styles: { default: { document: { run: { font, size: body.size * 2, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(paper.width), height: mm(paper.height) },
            margin: {
              top: mm(margins.top),
              bottom: mm(margins.bottom),
              left: mm(margins.left),
              right: mm(margins.right),
              header: mm(pageNumber.top),
              footer: mm(Math.min(10, margins.bottom / 2)),
            },
          },
        },
        // The first page carries no number.
        headers: {
          first: new Header({ children: [new Paragraph({ children: [] })] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: pageNumber.size * 2 })],
              }),
            ],
          }),
        },
        footers: { first: foot(footerLine), default: foot(footerLine) },
        // Word wants a paragraph after a table that ends the text.
        children: [...blocks, last()],
      },
    ],
  });
}

/** The library writes the present moment into the file and its entries; the document's own date takes its place. */
function withoutClock(bytes: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(bytes);
  const out: Zippable = {};
  for (const name of Object.keys(parts).sort()) {
    const part = parts[name]!;
    out[name] =
      name === 'docProps/core.xml'
        ? strToU8(strFromU8(part).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`))
        : part;
  }
  // In local time, so that the entry reads the same in every time zone.
  return zipSync(out, { mtime: new Date(1980, 0, 1), level: 6 });
}

export async function packDocument(packed: Packed): Promise<Uint8Array> {
  const bytes = await Packer.toBuffer(documentOf(packed));
  return withoutClock(new Uint8Array(bytes), packed.date);
}
