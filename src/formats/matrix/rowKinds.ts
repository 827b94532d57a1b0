import type { StatedValue } from '../../domain/model';
import { compareKey, dayOf, statedValueOf, textOf } from '../cells';
import type { Cell } from '../grid';
import type { TableChoices } from './choices';
import { knownField } from './columns';
import type { MatrixColumn, MatrixField } from './columns';
import type { SetAsideReason } from './findings';
import { isHeaderText, isOfActivities } from './header';
import { withoutTags } from './markup';
import type { LongText, SetAsideRow } from './reading';
import { isOursIn } from './ownRows';
import { sectionOver, sectionsOf } from './sections';
import { isSignature, signedRows } from './signatures';
import { summaryRows } from './summaries';
import { cellIn, columnOf, placeOf } from './table';
import type { Table } from './table';

type RowKind = 'blank' | 'data' | SetAsideReason;

const TOTAL = /^((gran|sub)?total|promedio)/;
const NOTE = /^(fuente|nota)/;
const NOTE_LABEL = /^(notas?|convenciones|proyect[oó]|firmas?|cargo|nombre y cargo)\s*:/i;
const PAGE_NUMBER = /^p[aá]g(ina|\.)?\s*\d+\s*(de|\/)\s*\d+$/i;
const PLAN_TOTAL = /^(nivelde)?(cumplimiento|avance|resultado|total)(general|total)?del?(plan|peti)/;
const LONG_TEXTS: readonly (readonly [MatrixField, LongText])[] = [
  ['activity', 'activityName'],
  ['deliverable', 'deliverable'],
  ['indicatorName', 'indicatorName'],
  ['targetText', 'targetText'],
  ['remark', 'remark'],
];
const FEWEST_HEADERS = 4;

/** The rows under the header that count, 0-based. */
export interface TableRows {
  readonly data: readonly number[];
  /** Where the result of the whole plan is printed. */
  readonly planTotal: number | null;
  readonly setAside: readonly SetAsideRow[];
  /** The criterion of each data row that stands under one, where no column says it. */
  readonly sections: ReadonlyMap<number, string>;
}

/**
 * The rows with data under the header, 0-based. What is not data is noted and set aside: totals, notes and
 * signatures, the header repeated on each page; a table with other headers ends this one. What a person says of a
 * row, by its number from 1, stands.
 */
export function dataRowsOf(
  table: Table,
  firstRow: number,
  said: NonNullable<TableChoices['rows']>,
): TableRows {
  const data: number[] = [];
  const setAside: SetAsideRow[] = [];
  let planTotal: number | null = null;
  const known = kindsFrom(table, firstRow, said);
  const titles = sectionsAmong(table, known);
  for (const { row, kind: found } of known) {
    const kind = titles.has(row) ? 'section' : found;
    if (kind === 'planTotal') planTotal ??= row;
    if (kind === 'data') data.push(row);
    else setAside.push(leaveOut(table, row, kind, data.at(-1)));
  }
  const sections = new Map(titles.size === 0 ? [] : data.map((row) => [row, sectionOver(titles, row)]));
  return { data, planTotal, setAside, sections };
}

interface KnownRow {
  readonly row: number;
  readonly kind: Exclude<RowKind, 'blank'> | 'person';
}

function sectionsAmong(table: Table, known: readonly KnownRow[]): ReadonlyMap<number, string> {
  const isUnsaid = (written: readonly Cell[]) =>
    isLoneText(written) && !isLabelled(written) && !isPageHeading(written);
  return sectionsOf(
    table,
    known.map(({ row, kind }) => ({
      row,
      isData: kind === 'data',
      isLoneText: kind === 'note' && isUnsaid(writtenIn(table, row)),
    })),
  );
}

/** The rows with anything written, down to the next table: each alone, and then beside the others. */
function kindsFrom(
  table: Table,
  firstRow: number,
  said: NonNullable<TableChoices['rows']>,
): readonly KnownRow[] {
  const known: KnownRow[] = [];
  for (let row = firstRow; row < table.sheet.rows.length; row++) {
    const kind = kindOf(table, row, said[row + 1]);
    if (kind !== 'blank') known.push({ row, kind });
    if (kind === 'otherTable') break;
  }
  const rowsOf = (kind: KnownRow['kind']) => known.flatMap((one) => (one.kind === kind ? one.row : []));
  const signatures = rowsOf('note').filter((row) => isSignature(writtenIn(table, row)));
  const notes = signedRows(table, rowsOf('data'), signatures);
  const totals = summaryRows(table, rowsOf('data'));
  return known.map(({ row, kind }) => {
    if (said[row + 1] !== undefined) return { row, kind };
    if (notes.includes(row)) return { row, kind: 'note' };
    return { row, kind: totals.includes(row) ? 'total' : kind };
  });
}

/** Notes a row that does not count; one that goes on with the row above may be joined to it. */
function leaveOut(
  table: Table,
  row: number,
  kind: SetAsideReason | 'person',
  into: number | undefined,
): SetAsideRow {
  const place = placeOf(table, row, firstWritten(table, row));
  const aside = { row: row + 1, text: kind === 'person' ? wordsOf(table, row) || place.text : place.text };
  if (kind === 'note' && into !== undefined && goesOn(table, row)) {
    offerToJoin(table, row, into);
    return { ...aside, reason: 'continuation' };
  }
  // A person who left a row out knows.
  if (kind !== 'person') table.note({ code: 'rowSetAside', place, reason: kind });
  return { ...aside, reason: kind };
}

/** What a row says in words, its activity before all; '' where it says nothing but figures. */
function wordsOf(table: Table, row: number): string {
  const texts = LONG_TEXTS.map(([field]) => textOf(cellIn(table, row, columnOf(table, field))));
  return withoutTags(texts.find((text) => text !== '') ?? '');
}

function kindOf(table: Table, row: number, said: 'in' | 'out' | undefined): RowKind | 'person' {
  const kind = rowKind(table, row);
  if (said === undefined || kind === 'blank') return kind;
  return said === 'in' ? 'data' : 'person';
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
    isSafe: true,
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
  const written = writtenIn(table, row);
  if (written.length === 0) return 'blank';
  if (table.isOwn || isOursIn(table, row)) return 'data';
  return headerKind(table, row) ?? (hasDates(table, row) ? 'data' : datelessKind(table, row, written));
}

/** Formulas that were prepared for rows nobody filled in are no data. */
function writtenIn(table: Table, row: number): readonly Cell[] {
  return (table.sheet.rows[row] ?? []).filter((cell) => cell.text !== '' && cell.formula === undefined);
}

function datelessKind(table: Table, row: number, written: readonly Cell[]): RowKind {
  const key = compareKey(written[0]?.text ?? '');
  if (PLAN_TOTAL.test(key)) return 'planTotal';
  if (TOTAL.test(key)) return 'total';
  return isNote(table, row, written) ? 'note' : 'data';
}

function isNote(table: Table, row: number, written: readonly Cell[]): boolean {
  if ((isLabelled(written) && !hasFigure(table, row)) || isPageHeading(written)) return true;
  return isLoneText(written) && !isLoneActivity(table, row);
}

function isLabelled(written: readonly Cell[]): boolean {
  const text = written[0]?.text ?? '';
  return isSignature(written) || NOTE.test(compareKey(text)) || NOTE_LABEL.test(text.trim());
}

function hasFigure(table: Table, row: number): boolean {
  const columns = [columnOf(table, 'target'), columnOf(table, 'direct')];
  return columns.some((column) => cellIn(table, row, column).text !== '');
}

/** In a list of activities a row may say nothing else; in a matrix, such a row goes on with another. */
function isLoneActivity(table: Table, row: number): boolean {
  return isOfActivities(table.columns) && textOf(cellIn(table, row, columnOf(table, 'activity'))) !== '';
}

function headerKind(table: Table, row: number): 'repeatedHeader' | 'otherTable' | null {
  const known = table.columns.filter((column) => isHeaderText(textOf(cellIn(table, row, column))));
  if (known.length < FEWEST_HEADERS) return null;
  const isSame = (column: MatrixColumn) =>
    column.period !== null || knownField(textOf(cellIn(table, row, column))) === column.field;
  return known.every(isSame) ? 'repeatedHeader' : 'otherTable';
}

function hasDates(table: Table, row: number): boolean {
  const columns = [columnOf(table, 'start'), columnOf(table, 'end')];
  return columns.some((column) => dayOf(cellIn(table, row, column)) !== null);
}

/** The heading of a page, in as many cells as it has parts: one of them numbers the page. */
function isPageHeading(written: readonly Cell[]): boolean {
  return (
    written.every(({ kind }) => kind === 'text') && written.some(({ text }) => PAGE_NUMBER.test(text.trim()))
  );
}

function isLoneText(written: readonly Cell[]): boolean {
  return written.length === 1 && written[0]?.kind === 'text';
}
