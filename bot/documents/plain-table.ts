import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { mm } from './pen.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const borders = { top: none, bottom: none, left: none, right: none };

/** Millimetres kept free between columns. */
const gap = 2;

/** Columns side by side without any line, which never break over a page. Widths in millimetres. */
export function plainTable(columns: readonly { width: number; children: Paragraph[] }[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, { width }) => sum + mm(width), 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ width, children }, at) =>
            new TableCell({
              width: { size: mm(width), type: WidthType.DXA },
              borders,
              margins: { right: at === columns.length - 1 ? 0 : mm(gap) },
              children,
            }),
        ),
      }),
    ],
  });
}
