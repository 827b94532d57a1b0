import { textOf } from '../cells';
import type { CellFinding } from './findings';
import { cellIn, columnOf, placeOf } from './table';
import type { Table } from './table';

const CODE = /^(\D*)(\d+)$/;
const FEWEST_ALIKE = 5;
const MOST = 0.8;

/**
 * Codes that break the pattern of their neighbours, as `PRY09` among `PRY001` to `PRY037`, with the code that would
 * fit. They are read as printed.
 */
export function oddCodes(table: Table, dataRows: readonly number[]): readonly CellFinding[] {
  const column = columnOf(table, 'activityNumber');
  if (!column || table.isOwn) return [];
  const printed = dataRows.flatMap((row) => {
    const text = textOf(cellIn(table, row, column));
    const [, prefix = '', digits = ''] = CODE.exec(text) ?? [];
    return text === '' ? [] : [{ row, text, prefix, digits }];
  });
  const [shape, count] = commonest(printed.map(({ prefix, digits }) => `${prefix} ${digits.length}`));
  const [prefix = '', width = ''] = shape.split(/ (?=\d+$)/);
  if (prefix === '' || count < FEWEST_ALIKE || count < printed.length * MOST) return [];
  const all = new Set(printed.map(({ text }) => text));
  return printed.flatMap((code): readonly CellFinding[] => {
    if (code.prefix !== prefix || code.digits.length === Number(width)) return [];
    const suggestion = `${prefix}${String(Number(code.digits)).padStart(Number(width), '0')}`;
    if (all.has(suggestion) || suggestion.length !== prefix.length + Number(width)) return [];
    return [{ code: 'oddCode', place: placeOf(table, code.row, column), suggestion }];
  });
}

function commonest(shapes: readonly string[]): readonly [string, number] {
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
}
