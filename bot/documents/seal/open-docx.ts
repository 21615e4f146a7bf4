/** The parts of a .docx that matter to a check, read within bounds: a file from anywhere must not hurt. */
import { documentText, hasForeignContent } from './document-text.ts';
import { readZip, ZipDamaged, ZipTooLarge } from './read-zip.ts';

/** No document of ours is near these sizes. */
const limits = { entries: 400, unpacked: 8 << 20 };
export const largestFile = 8 << 20;

export interface OpenedDocx {
  properties: ReadonlyMap<string, string>;
  text: string;
  /** Words at the head and foot of pages and in notes, by part. */
  margins: ReadonlyMap<string, string>;
  foreign: boolean;
}

export type OpenDocx = { docx: OpenedDocx } | 'empty' | 'not-docx' | 'too-large' | 'damaged';

const marginal = /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/;
const wanted = (name: string): boolean =>
  name === 'word/document.xml' || name === 'docProps/custom.xml' || marginal.test(name);

function parts(bytes: Uint8Array): Map<string, string> {
  const found = readZip(bytes, wanted, limits);
  return new Map([...found].map(([name, part]) => [name, part.toString('utf8')]));
}

function properties(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, attributes, value] of xml.matchAll(
    /<property\s([^<>]*)>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/g,
  )) {
    const name = /\bname="([^"]*)"/.exec(attributes!)?.[1];
    if (name !== undefined) found.set(name, value!);
  }
  return found;
}

export function openDocx(bytes: Uint8Array): OpenDocx {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > largestFile) return 'too-large';
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'not-docx';
  try {
    const found = parts(bytes);
    const main = found.get('word/document.xml');
    if (main === undefined) return 'not-docx';
    if (main.trim() === '') return 'damaged';
    const margins = [...found]
      .filter(([name]) => marginal.test(name))
      .map(([name, xml]) => [name, documentText(xml)] as const);
    return {
      docx: {
        properties: properties(found.get('docProps/custom.xml') ?? ''),
        text: documentText(main),
        margins: new Map(margins),
        foreign: [...found.values()].some(hasForeignContent),
      },
    };
  } catch (error) {
    if (error instanceof ZipTooLarge) return 'too-large';
    if (error instanceof ZipDamaged) return 'damaged';
    throw error;
  }
}
