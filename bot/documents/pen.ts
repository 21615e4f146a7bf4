/** Paragraphs in a form's type: everything else of a document is put together from these. */
import { AlignmentType, LeaderType, LineRuleType, Paragraph, TabStopType, TextRun } from 'docx';
import type { Form } from './form.ts';

/** Twips of millimetres and of points; docx counts type in half points. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
export const pt = (points: number): number => Math.round(points * 20);

/** Width of the text, in millimetres. */
export const textWidth = ({ paper, margins }: Form): number => paper.width - margins.left - margins.right;

export interface Look {
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  size?: number;
}

/** A run of text, or text with parts that look different. */
export type Written = string | readonly (string | { text: string; look: Look })[];

export function runs(written: Written, look: Look = {}): TextRun[] {
  const parts = typeof written === 'string' ? [written] : written;
  return parts.map(part => {
    const { text, look: own } = typeof part === 'string' ? { text: part, look: {} } : part;
    const { size, underline, ...rest } = { ...look, ...own };
    return new TextRun({
      text,
      ...rest,
      ...(size === undefined ? {} : { size: size * 2 }),
      ...(underline ? { underline: {} } : {}),
    });
  });
}

/** Body text: justified, first line indented, exact line height. */
export function paragraph(
  form: Form,
  written: Written,
  look: Look & { keepNext?: boolean; before?: number } = {},
): Paragraph {
  const { keepNext = false, before = 0, ...own } = look;
  const { line, after, firstLine, size } = form.body;
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(firstLine) },
    spacing: { before: pt(before), line: pt(line), lineRule: LineRuleType.EXACT, after: pt(after) },
    widowControl: true,
    keepNext,
    children: runs(written, { size, ...own }),
  });
}

/** `I- TÊN MỤC`, bold, kept with what follows. */
export const section = (form: Form, roman: string, title: string): Paragraph =>
  paragraph(form, `${roman}${form.marks.section} ${title}`, {
    bold: true,
    keepNext: true,
    before: form.body.after,
  });

/** `1. Tên khoản`, bold, kept with what follows. */
export const item = (form: Form, number: number, title: string): Paragraph =>
  paragraph(form, `${number}${form.marks.item} ${title}`, { bold: true, keepNext: true });

/** `- …` */
export const dash = (form: Form, written: Written): Paragraph =>
  paragraph(form, typeof written === 'string' ? `- ${written}` : ['- ', ...written]);

/** A line of dots across the page, to be written on. */
export function dotted(form: Form, { lead = '', keepNext = false } = {}): Paragraph {
  const { line, after, firstLine, size } = form.body;
  return new Paragraph({
    indent: { firstLine: mm(firstLine) },
    spacing: { line: pt(line), lineRule: LineRuleType.EXACT, after: pt(after) },
    keepNext,
    tabStops: [{ type: TabStopType.RIGHT, position: mm(textWidth(form)), leader: LeaderType.DOT }],
    children: runs(`${lead}\t`, { size }),
  });
}

/** A centred line. */
export const centred = (
  written: Written,
  look: Look,
  spacing: { before?: number; after?: number } = {},
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: pt(spacing.before ?? 0), after: pt(spacing.after ?? 0) },
    keepNext: true,
    children: runs(written, look),
  });
