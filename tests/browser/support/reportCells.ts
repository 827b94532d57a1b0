// What a document says cell by cell, and what a spreadsheet holds where a table stands in it.
import { readFile } from 'node:fs/promises';
import { placedCells, wideCell } from '../../../src/domain/document';
import type { Document, DocumentTable, Figure, Words } from '../../../src/domain/document';
import { readSpreadsheet } from '../../../src/formats/spreadsheet';

export function figuresOf({ blocks }: Document): readonly Figure[] {
  return blocks.flatMap((block) => {
    switch (block.k) {
      case 'heading':
      case 'paragraph':
        return figuresIn(block.text);
      case 'list':
        return block.items.flatMap(({ text }) => figuresIn(text));
      case 'facts':
        return block.rows.flatMap(([, text]) => figuresIn(text));
      case 'table':
        return placedCells(block).flatMap((row) => row.flatMap(({ cell }) => figuresIn(wideCell(cell).text)));
      case 'bars':
        return block.bars.flatMap(({ name, text }) => [...figuresIn(name), ...figuresIn(text)]);
      case 'signatures':
        return [];
    }
  });
}

function figuresIn(words: Words): readonly Figure[] {
  return typeof words === 'string'
    ? []
    : words.filter((one) => typeof one === 'object' && one.k === 'figure');
}

export function timesIn(whole: string, text: string): number {
  return whole.replace(/\s+/g, ' ').split(text.replace(/\s+/g, ' ')).length - 1;
}

export function tableOf({ blocks }: Document): DocumentTable {
  const table = blocks.find(({ k }) => k === 'table');
  if (table?.k !== 'table') throw new Error('no table');
  return table;
}

interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

/** The cells of a table by their places, percents as a spreadsheet prints them. */
export function cellsOf(table: DocumentTable): readonly ReadCell[] {
  return placedCells(table).flatMap((cells, row) =>
    cells.map(({ cell, column, rows, columns }) => ({
      row,
      column,
      rows,
      columns,
      text: plain(wideCell(cell).text),
    })),
  );
}

function plain(words: Words): string {
  const text =
    typeof words === 'string'
      ? words
      : words.map((one) => (typeof one === 'string' ? one : one.text)).join('');
  return squeezed(text);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ %/g, '%').replace('.', ',').trim();
}

export async function rereadSheet(path: string) {
  const read = await readSpreadsheet(new Uint8Array(await readFile(path)), 'informe.xlsx');
  if (!read.ok) throw new Error(read.problem.code);
  const [sheet] = read.value.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** What the sheet holds where the table stands in it. */
export function sheetOf(
  sheet: Awaited<ReturnType<typeof rereadSheet>>,
  table: DocumentTable,
): readonly ReadCell[] {
  const [firstCell] = cellsOf(table);
  const first = sheet.rows.findIndex((row) => squeezed(row[0]?.text ?? '') === firstCell?.text);
  return cellsOf(table).map(({ row, column }) => {
    const merge = sheet.merges.find((one) => one.firstRow === first + row && one.firstColumn === column);
    return {
      row,
      column,
      rows: merge ? merge.lastRow - merge.firstRow + 1 : 1,
      columns: merge ? merge.lastColumn - merge.firstColumn + 1 : 1,
      text: squeezed(sheet.rows[first + row]?.[column]?.text ?? ''),
    };
  });
}

/** The results that the matrix prints, in order, from 0 to 100. */
export function resultsOf(document: Document): readonly number[] {
  return tableOf(document).rows.flatMap((row) =>
    row.flatMap((cell) => {
      const { calculation, text } = wideCell(cell);
      const [figure] = calculation ? figuresIn(text) : [];
      return figure?.value === undefined || figure.value === null ? [] : [figure.value];
    }),
  );
}
