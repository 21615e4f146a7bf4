/**
 * The words of a WordprocessingML part as a reader sees them: one line a paragraph, spaces collapsed, empty
 * paragraphs left out, so that a program that saves the file anew without a change of words changes nothing.
 */
const token = /<w:(t|p|tab|br|cr|noBreakHyphen)(?=[\s/>])([^<>]*)>|<\/w:(t|p)>|([^<]+)|<[^<>]*>/g;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

export function documentText(xml: string): string {
  const lines: string[] = [''];
  let inText = false;
  for (const [, opened, attributes, closed, characters] of xml.matchAll(token)) {
    if (characters !== undefined) {
      if (inText) lines[lines.length - 1] += decode(characters);
    } else if (opened === 't') inText = !attributes!.endsWith('/');
    else if (closed === 't') inText = false;
    else if (opened === 'p' || closed === 'p') lines.push('');
    else if (opened === 'noBreakHyphen') lines[lines.length - 1] += '-';
    else if (opened !== undefined) lines[lines.length - 1] += ' ';
  }
  return lines
    .map(line => line.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n');
}

/** Something that shows or hides words and that no document of ours has: a picture, an object, hidden text. */
export const hasForeignContent = (xml: string): boolean =>
  /<(?:w:(?:drawing|pict|object|altChunk|vanish|webHidden|subDoc)|mc:AlternateContent)(?=[\s/>])/.test(xml);
