import { writeCsv } from '../csv';
import type { CsvField } from '../csv';
import { percentText, shownDay } from '../numbers';
import type { OutCell } from './outCells';
import type { OutTable } from './outTable';

/** A table as Excel in Spanish opens it: the same cells, results as what they come to, one line of header. */
export function csvOfTable({ band, columns, rows }: OutTable): Uint8Array {
  const width = columns.length;
  const padded = (fields: readonly CsvField[]) =>
    Array.from({ length: Math.max(width, fields.length) }, (_, at) => fields[at] ?? '');
  return writeCsv([
    ...band.map(([label, cells]) => padded([label, '', ...cells.map(fieldOf)])),
    columns.map(({ over, header }) => (over === '' ? header : `${over} ${header}`)),
    ...rows.map((cells) => cells.map(fieldOf)),
  ]);
}

function fieldOf(cell: OutCell): CsvField {
  switch (cell.k) {
    case 'blank':
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return cell.look === 'percent' ? percentText(cell.value) : cell.value;
    case 'day':
      return shownDay(cell.day);
    case 'formula':
      return typeof cell.value === 'number' ? percentText(rounded(cell.value)) : cell.value;
  }
}

/** A result is printed with one decimal (domain.md A6.1). */
function rounded(fraction: number): number {
  return Math.floor(fraction * 1000 + 0.5) / 1000;
}
