import { AlignmentType, BorderStyle, Paragraph, type Table } from 'docx';
import { documentWords as words } from '../words/document-words.ts';
import type { Form } from './form.ts';
import { capitals } from './party-name.ts';
import { centred, mm, pt, runs, textWidth } from './pen.ts';
import { plainName } from './plain-line.ts';
import { plainTable } from './plain-table.ts';

export interface Heading {
  /** The organisation above, as it stands over a document. */
  superior: string;
  issuer: string;
  /** `BC/CB` of “Số ……-BC/CB”. */
  symbol: string;
  place: string;
  /** ISO date. */
  date: string;
  draft: boolean;
}

/** Em of each letter in Times New Roman Bold, by which the line under the country is as long as its words. */
const boldWidths: Record<string, number> = {
  I: 0.389,
  S: 0.556,
  T: 0.667,
  E: 0.667,
  P: 0.611,
  L: 0.667,
  B: 0.667,
  G: 0.778,
  O: 0.778,
  Q: 0.778,
  H: 0.778,
  M: 0.944,
  ' ': 0.25,
};

/** Length of capitals in Times New Roman Bold, in millimetres. */
function boldLength(text: string, size: number): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return ([...plain].reduce((sum, letter) => sum + (boldWidths[letter] ?? 0.722), 0) * size * 25.4) / 72;
}

/** 05/02: a day below 10 and the months 1 and 2 get a 0. */
const twoDigits = (number: number, below: number): string => `${number < below ? '0' : ''}${number}`;

/** “Cần Đước, ngày 05 tháng 02 năm 2026” */
export function placeDate(place: string, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return words.placeDate(
    plainName(place) || words.blank,
    twoDigits(day!, 10),
    twoDigits(month!, 3),
    String(year!),
  );
}

/** A typeface a hair wider must not break the line in two. */
const slack = 0.8;

/** The line under the country, as long as its words. */
function country(form: Form, width: number): Paragraph {
  const { text, size } = form.country;
  const side = Math.max(0, (width - boldLength(text, size)) / 2 - slack);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm(side), right: mm(side) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'auto' } },
    keepNext: true,
    children: runs(text, { bold: true, size }),
  });
}

/** Left the body above, the issuer, `*` and the number; right the country, place and date. */
export function headingBlock(form: Form, heading: Heading): Table {
  const width = textWidth(form);
  // The country has to stand on one line; what it leaves is the issuer's.
  const right = Math.min(width * 0.56, boldLength(form.country.text, form.country.size) + 12);
  const left = width - right;
  const number = words.number(heading.symbol);
  return plainTable([
    {
      width: left,
      children: [
        centred(capitals(heading.superior), { size: form.superior.size }),
        centred(capitals(heading.issuer), { bold: true, size: form.issuer.size }),
        centred('*', { size: form.issuer.size }),
        centred(number, { size: form.number.size }),
        ...(heading.draft
          ? [centred(words.draft, { bold: true, size: form.number.size }, { before: 3 })]
          : []),
      ],
    },
    {
      width: right,
      children: [
        country(form, right),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: pt(6) },
          children: runs(placeDate(heading.place, heading.date), {
            italics: true,
            size: form.placeDate.size,
          }),
        }),
      ],
    },
  ]);
}
