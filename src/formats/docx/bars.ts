import { Paragraph, Table, TableBorders, TableCell, TableRow } from 'docx';
import type { DocumentBar, DocumentBars } from '../../domain/document';
import { cellWith, fixedTable, wide } from './cells';
import { LINE, NO_LINE, sharedOut, SOFT } from './measures';
import { STYLE } from './styles';
import { runsOf } from './words';

const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
const BAR = '3F5F8F';
/** A bar's height, in twentieths of a point. */
const HEIGHT = 220;
const SHARES = [34, 48, 18];

/** Lengths side by side: each bar is a small table of two cells, so that any word processor draws it. */
export function barsOf({ bars, full }: DocumentBars, width: number): Table {
  const widths = sharedOut(width, SHARES);
  const [nameWidth = 0, barWidth = 0, valueWidth = 0] = widths;
  const rows = bars.map(
    (bar) =>
      new TableRow({
        cantSplit: true,
        children: [
          cellWith(runsOf(bar.name), { width: nameWidth }, { borders: NO_LINES, verticalAlign: 'center' }),
          new TableCell({
            borders: NO_LINES,
            verticalAlign: 'center',
            children: [...drawn(bar, full, barWidth - 240), tiny()],
            ...wide(barWidth),
          }),
          cellWith(
            runsOf(bar.text, { bold: true }),
            { width: valueWidth, alignment: 'right' },
            { borders: NO_LINES, verticalAlign: 'center' },
          ),
        ],
      }),
  );
  return fixedTable(widths, rows);
}

function drawn({ length }: DocumentBar, full: number, width: number): readonly Table[] {
  if (length === null || full <= 0) return [];
  const long = Math.round(width * Math.min(1, Math.max(0, length / full)));
  const parts = [
    { size: long, fill: BAR },
    { size: width - long, fill: SOFT },
  ].filter(({ size }) => size > 0);
  const cells = parts.map(
    ({ size, fill }) =>
      new TableCell({
        children: [tiny()],
        borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
        shading: { type: 'clear', fill },
        ...wide(size),
      }),
  );
  const row = new TableRow({ children: cells, height: { value: HEIGHT, rule: 'exact' }, cantSplit: true });
  return [
    new Table({
      rows: [row],
      columnWidths: parts.map(({ size }) => size),
      layout: 'fixed',
      borders: TableBorders.NONE,
      ...wide(width),
    }),
  ];
}

/** Word wants a paragraph at the end of every cell. */
function tiny(): Paragraph {
  return new Paragraph({ style: STYLE.cell, spacing: { after: 0, line: 20, lineRule: 'exact' } });
}
