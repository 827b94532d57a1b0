import { failure, success } from '../../domain/problem';
import type { Problem, Result, UnusableChoice } from '../../domain/problem';
import { textOf } from '../cells';
import { MAX_COLUMNS, columnIndex, columnLetter } from '../grid';
import type { Sheet, Workbook } from '../grid';
import type { ColumnMeaning, TableChoices } from './choices';
import { isDirect, isOfActivities, lackingHeaders } from './header';
import type { HeaderColumn, HeaderRows } from './header';
import type { FoundTable } from './reading';
import { meaningKey } from './recognise';
import { bestWithin, extentOf, filledRows, regionAt, regionsOf } from './regions';
import type { ColumnSpan, Region } from './regions';

/** The table to be read, and all that were found, it included. */
export interface Selection {
  readonly region: Region;
  readonly regions: readonly Region[];
}

const MOST_HEADER_ROWS = 10;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Finds the tables of a file and takes the best one that is not hidden, or the one that a person chose. */
export function selectTable({ sheets }: Workbook, file: string, choices: TableChoices): Result<Selection> {
  const regions = sheets.flatMap(regionsOf);
  const { sheet: chosen } = choices;
  const offered = sheets.filter(({ name, isHidden }) => (chosen === undefined ? !isHidden : name === chosen));
  const best = bestOf(regions.filter(({ header }) => offered.includes(header.sheet)));
  const sheet = best?.header.sheet ?? offered[0];
  const wrong = sheet ? unusableChoice(choices, sheet) : chosen === undefined ? null : 'sheet';
  if (wrong) return failure({ code: 'choiceUnusable', file, choice: wrong });
  const read = sheet ? pointedAt(sheet, choices, best, regions) : null;
  if (!read) return failure(notFound(file));
  const region = withMeanings(untilRow(read, choices.lastRow), choices.meanings ?? {});
  if (leavesNoRow(region, read)) return failure({ code: 'choiceUnusable', file, choice: 'lastRow' });
  return success({ region, regions: [...regions.filter((other) => isElsewhere(other, region)), region] });
}

/** The first choice that the sheet has nothing for. */
function unusableChoice(choices: TableChoices, sheet: Sheet): UnusableChoice | null {
  const span = spanOf(choices);
  const rows = rowsOf(choices);
  if (!isYear(choices.planYear ?? FIRST_YEAR)) return 'planYear';
  if (span && !isSpan(span)) return 'columns';
  return rows && !hasText(sheet, rows, span) ? 'headerRows' : null;
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The table whose header or columns a person pointed at; the best one where nobody did. */
function pointedAt(
  sheet: Sheet,
  choices: TableChoices,
  best: Region | null,
  regions: readonly Region[],
): Region | null {
  const span = spanOf(choices);
  const rows = rowsOf(choices) ?? (span && (bestWithin(sheet, span)?.rows ?? null));
  if (rows) return underOthers(regionAt(sheet, rows, span), regions);
  return span ? null : best;
}

function leavesNoRow({ bounds, header }: Region, uncut: Region): boolean {
  return bounds.lastRow < uncut.bounds.lastRow && bounds.lastRow <= header.rows.last;
}

function untilRow(region: Region, lastRow: number | undefined): Region {
  if (lastRow === undefined) return region;
  const last = Math.min(lastRow, region.header.sheet.rows.length) - 1;
  return { ...region, bounds: { ...region.bounds, lastRow: last } };
}

/** The tables of a file as a list to choose from, in the order of the file. */
export function listTables({ sheets }: Workbook, { regions, region }: Selection): readonly FoundTable[] {
  return regions
    .toSorted(
      ({ header: a, bounds: left }, { header: b, bounds: right }) =>
        sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) ||
        a.rows.first - b.rows.first ||
        left.firstColumn - right.firstColumn,
    )
    .map((one) => describeTable(one, one === region));
}

/** The problem of a file without any table of ours. */
export function notFound(file: string, missing = lackingHeaders([])): Problem {
  return { code: 'matrixNotFound', file, missing };
}

function describeTable(region: Region, isRead: boolean): FoundTable {
  const { header, bounds } = region;
  const { sheet, rows, score } = header;
  const { firstColumn, lastColumn } = extentOf(region);
  return {
    sheet: sheet.name,
    isHidden: sheet.isHidden,
    headerRows: { first: rows.first + 1, last: rows.last + 1 },
    columns: { first: columnLetter(firstColumn), last: columnLetter(lastColumn) },
    lastRow: bounds.lastRow + 1,
    knownColumns: score,
    rows: filledRows(region),
    isRead,
  };
}

/** One that can be read as a plan with its figures goes before any other; then the one with most known columns. */
function bestOf(regions: readonly Region[]): Region | null {
  const isPlan = ({ header: { columns } }: Region) =>
    lackingHeaders(columns).length === 0 && (isDirect(columns) || !isOfActivities(columns));
  const rank = (region: Region) => (isPlan(region) ? MAX_COLUMNS : 0) + region.header.score;
  return regions.reduce<Region | null>(
    (best, next) => (next.header.score > 0 && rank(next) > (best ? rank(best) : 0) ? next : best),
    null,
  );
}

/** The lines above a table that a person pointed at begin after the table above it. */
function underOthers(region: Region, regions: readonly Region[]): Region {
  const above = regions.filter(
    (other) =>
      isElsewhere(other, region) && other.header.sheet === region.header.sheet && isOver(other, region),
  );
  const firstRow = Math.max(region.bounds.firstRow, ...above.map(({ bounds }) => bounds.lastRow + 1));
  return { ...region, bounds: { ...region.bounds, firstRow } };
}

function isOver({ bounds }: Region, { header, bounds: under }: Region): boolean {
  return (
    bounds.lastRow < header.rows.first &&
    bounds.firstColumn <= under.lastColumn &&
    bounds.lastColumn >= under.firstColumn
  );
}

function isElsewhere({ header: { sheet, rows }, bounds }: Region, chosen: Region): boolean {
  return (
    sheet !== chosen.header.sheet ||
    rows.first > chosen.bounds.lastRow ||
    bounds.lastRow < chosen.header.rows.first ||
    bounds.firstColumn > chosen.bounds.lastColumn ||
    bounds.lastColumn < chosen.bounds.firstColumn
  );
}

function spanOf({ columns }: TableChoices): ColumnSpan | null {
  if (!columns) return null;
  return { firstColumn: columnIndex(columns.first), lastColumn: columnIndex(columns.last) };
}

function isSpan({ firstColumn, lastColumn }: ColumnSpan): boolean {
  return firstColumn >= 0 && firstColumn <= lastColumn && lastColumn < MAX_COLUMNS;
}

function rowsOf({ headerRows }: TableChoices): HeaderRows | null {
  return headerRows ? { first: headerRows.first - 1, last: headerRows.last - 1 } : null;
}

function hasText(sheet: Sheet, { first, last }: HeaderRows, span: ColumnSpan | null): boolean {
  if (!(first >= 0 && first <= last && last - first < MOST_HEADER_ROWS)) return false;
  const { firstColumn, lastColumn } = span ?? { firstColumn: 0, lastColumn: MAX_COLUMNS };
  return sheet.rows
    .slice(first, last + 1)
    .some((cells) => cells.slice(firstColumn, lastColumn + 1).some((cell) => textOf(cell) !== ''));
}

/** What a person says of a column stands; another one that was taken for the same is kept as it is. */
function withMeanings(region: Region, meanings: NonNullable<TableChoices['meanings']>): Region {
  const said = new Map(Object.entries(meanings).map(([letter, meaning]) => [columnIndex(letter), meaning]));
  const { header, bounds } = region;
  const unnamed = [...said.keys()].filter(
    (index) =>
      index >= bounds.firstColumn &&
      index <= bounds.lastColumn &&
      !header.columns.some((one) => one.index === index),
  );
  const all = [
    ...header.columns,
    ...unnamed.map((index) => ({ ...KEPT, index, header: '', candidates: [] })),
  ];
  const claimed = new Set(
    [...said.values()].flatMap((one) => (one === 'keep' ? [] : [meaningKey(meant(one))])),
  );
  const columns = all.map((column) => {
    const meaning = said.get(column.index);
    if (meaning !== undefined) return { ...column, ...meant(meaning) };
    return column.confidence !== 'none' && claimed.has(meaningKey(column)) ? { ...column, ...KEPT } : column;
  });
  return { bounds, header: { ...header, columns: columns.toSorted((a, b) => a.index - b.index) } };
}

const KEPT = { field: null, period: null, confidence: 'none' } as const;

function meant(meaning: ColumnMeaning): Pick<HeaderColumn, 'field' | 'period' | 'confidence'> {
  if (meaning === 'keep') return KEPT;
  if ('field' in meaning) return { field: meaning.field, period: null, confidence: 'sure' };
  return { field: null, period: meaning.period, confidence: 'sure' };
}
