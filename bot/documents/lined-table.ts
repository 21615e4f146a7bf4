/** A table with lines: its head is repeated on every page, its rows are never broken. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Form } from './form.ts';
import { type Look, mm, pt, runs, textWidth, type Written } from './pen.ts';

export interface Cell {
  lines: readonly Written[];
  look?: Look;
  centred?: boolean;
}

export interface LinedTable {
  /** Parts of the width of the text. */
  columns: readonly number[];
  head: readonly string[];
  /** A row of one cell spans the table and stays with the row below it. */
  rows: readonly (readonly Cell[])[];
}

export function linedTable(form: Form, { columns, head, rows }: LinedTable): Table {
  const whole = columns.reduce((sum, part) => sum + part, 0);
  const widths = columns.map(part => mm((textWidth(form) * part) / whole));
  const { size, line } = form.table;

  const cellOf = (
    { lines, look = {}, centred = false }: Cell,
    width: number,
    span: number,
    keepNext: boolean,
  ) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      columnSpan: span,
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: mm(1.6), right: mm(1.6), top: pt(2), bottom: pt(2) },
      children: lines.map(
        written =>
          new Paragraph({
            alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: { line: pt(line), lineRule: LineRuleType.EXACT },
            keepNext,
            children: runs(written, { size, ...look }),
          }),
      ),
    });

  const rowOf = (cells: readonly Cell[], isHead: boolean): TableRow => {
    const spanning = cells.length === 1 && widths.length > 1;
    const total = widths.reduce((sum, width) => sum + width, 0);
    return new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, at) =>
        spanning ? cellOf(cell, total, widths.length, true) : cellOf(cell, widths[at]!, 1, isHead),
      ),
    });
  };

  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      rowOf(
        head.map(title => ({ lines: [title], look: { bold: true }, centred: true })),
        true,
      ),
      ...rows.map(row => rowOf(row, false)),
    ],
  });
}
