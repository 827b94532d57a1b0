import type { StatedValue } from '../../domain/model';
import { compareKey, dayOf, statedValueOf, textOf } from '../cells';
import type { Cell } from '../grid';
import { knownField } from './columns';
import type { MatrixColumn, MatrixField } from './columns';
import type { SetAsideReason } from './findings';
import { withoutTags } from './markup';
import { readPeriodHeader } from './periods';
import type { LongText, SetAsideRow } from './reading';
import { isOursIn } from './ownRows';
import { cellIn, columnOf, placeOf } from './table';
import type { Table } from './table';

type RowKind = 'blank' | 'data' | SetAsideReason;

const TOTAL = /^((gran|sub)?total|promedio)/;
const NOTE = /^(fuente|nota|elabor|revis|aprob|firma|vobo)/;
const PLAN_TOTAL = /^(nivelde)?(cumplimiento|avance|resultado|total)(general|total)?del?(plan|peti)/;
const LONG_TEXTS: readonly (readonly [MatrixField, LongText])[] = [
  ['activity', 'activityName'],
  ['deliverable', 'deliverable'],
  ['indicatorName', 'indicatorName'],
  ['targetText', 'targetText'],
  ['remark', 'remark'],
];
const FEWEST_HEADERS = 4;
const LONGEST_HEADER = 120;

/** The rows under the header that count, 0-based. */
export interface TableRows {
  readonly data: readonly number[];
  /** Where the result of the whole plan is printed. */
  readonly planTotal: number | null;
  readonly setAside: readonly SetAsideRow[];
}

/**
 * The rows with data under the header, 0-based. What is not data is noted and set aside: totals, notes and
 * signatures, the header repeated on each page; a table with other headers ends this one.
 */
export function dataRowsOf(table: Table, firstRow: number): TableRows {
  const data: number[] = [];
  const setAside: SetAsideRow[] = [];
  let planTotal: number | null = null;
  for (let row = firstRow; row < table.sheet.rows.length; row++) {
    const kind = rowKind(table, row);
    const into = data.at(-1);
    if (kind === 'planTotal') planTotal ??= row;
    const place = placeOf(table, row, firstWritten(table, row));
    if (kind === 'data') data.push(row);
    else if (kind === 'note' && into !== undefined && goesOn(table, row)) {
      offerToJoin(table, row, into);
      setAside.push({ row: row + 1, text: place.text, reason: 'continuation' });
    } else if (kind !== 'blank') {
      table.note({ code: 'rowSetAside', place, reason: kind });
      setAside.push({ row: row + 1, text: place.text, reason: kind });
    }
    if (kind === 'otherTable') break;
  }
  return { data, planTotal, setAside };
}

/** The result printed in the row of the plan's total: the last of its numbers. */
export function planStated({ sheet }: Table, row: number): StatedValue | null {
  const stated = (sheet.rows[row] ?? []).map((cell) => statedValueOf(cell, 'comma'));
  return stated.findLast((value) => value !== null) ?? null;
}

function firstWritten(table: Table, row: number): MatrixColumn | null {
  return table.columns.find((candidate) => textOf(cellIn(table, row, candidate)) !== '') ?? null;
}

/** A lone text in a column of texts, in the middle of a sentence: the row above was cut where a page ended. */
function goesOn(table: Table, row: number): boolean {
  const column = firstWritten(table, row);
  return longTextOf(column) !== null && /^\p{Ll}/u.test(textOf(cellIn(table, row, column)));
}

function offerToJoin(table: Table, row: number, into: number): void {
  const column = firstWritten(table, row);
  const field = longTextOf(column);
  if (!field) return;
  const place = placeOf(table, row, column);
  table.note({ code: 'continuationRow', place, into: into + 1 });
  const text = withoutTags(textOf(cellIn(table, row, column)));
  table.offer({
    id: `continuationRow:${row + 1}`,
    code: 'continuationRow',
    place,
    settles: [place],
    changes: [{ sourceRow: into + 1, values: {}, added: { [field]: text } }],
    findings: [],
  });
}

function longTextOf(column: MatrixColumn | null): LongText | null {
  return LONG_TEXTS.find(([field]) => field === column?.field)?.[1] ?? null;
}

function rowKind(table: Table, row: number): RowKind {
  const cells = table.sheet.rows[row] ?? [];
  // Formulas that were prepared for rows nobody filled in are no data.
  const written = cells.filter((cell) => cell.text !== '' && cell.formula === undefined);
  if (written.length === 0) return 'blank';
  if (table.isOwn || isOursIn(table, row)) return 'data';
  return headerKind(table, row) ?? (hasDates(table, row) ? 'data' : datelessKind(table, row, written));
}

function datelessKind(table: Table, row: number, written: readonly Cell[]): RowKind {
  const first = compareKey(written[0]?.text ?? '');
  if (PLAN_TOTAL.test(first)) return 'planTotal';
  if (TOTAL.test(first)) return 'total';
  const hasTarget = (['target', 'direct'] as const).some(
    (field) => cellIn(table, row, columnOf(table, field)).text !== '',
  );
  return isLoneText(written) || (NOTE.test(first) && !hasTarget) ? 'note' : 'data';
}

function headerKind(table: Table, row: number): 'repeatedHeader' | 'otherTable' | null {
  const known = table.columns.filter((column) => isHeader(textOf(cellIn(table, row, column))));
  if (known.length < FEWEST_HEADERS) return null;
  const isSame = (column: MatrixColumn) =>
    column.period !== null || knownField(textOf(cellIn(table, row, column))) === column.field;
  return known.every(isSame) ? 'repeatedHeader' : 'otherTable';
}

function isHeader(text: string): boolean {
  if (text === '' || text.length > LONGEST_HEADER) return false;
  return knownField(text) !== null || readPeriodHeader(text) !== null;
}

function hasDates(table: Table, row: number): boolean {
  const columns = [columnOf(table, 'start'), columnOf(table, 'end')];
  return columns.some((column) => dayOf(cellIn(table, row, column)) !== null);
}

function isLoneText(written: readonly Cell[]): boolean {
  return written.length === 1 && written[0]?.kind === 'text';
}
