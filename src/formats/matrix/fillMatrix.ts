import type { Plan } from '../../domain/model';
import { failure, success } from '../../domain/problem';
import type { Result } from '../../domain/problem';
import { fileKind } from '../fileKind';
import { BLANK } from '../grid';
import type { Cell, Sheet, Workbook } from '../grid';
import { READ_RANGE } from '../spreadsheet';
import { readWorkbook } from '../workbook';
import { columnIndex, readReference } from '../xlsx/formulaText';
import { patchXlsx } from '../xlsx/patchXlsx';
import { fillSource } from './fillSource';
import type { SourceTable } from './fillSource';
import type { MatrixLayout } from './layout';
import type { Extras, KeptLayout } from './layoutInLog';
import type { LostFact, SourceFormat } from './lost';
import { calendarHeaders, calendarOf, readPeriodHeader } from './periods';
import type { ColumnMeaning, TableChoices } from './choices';
import { readMatrix } from './readMatrix';
import type { MatrixReading } from './reading';
import { yearIn } from './years';

/** A matrix as a file, and what it cannot say of the plan. */
export interface FilledMatrix {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lost: readonly LostFact[];
  readonly extension: 'xlsx' | 'xlsm';
}

/**
 * The matrix that a plan came from, filled in: in the very file where its bytes are given, with nothing else of it
 * changed; else in one that is made anew from what is known of its shape.
 */
export async function fillMatrix(
  plan: Plan,
  layout: KeptLayout,
  extras: Extras,
  original: Uint8Array | null,
): Promise<Result<FilledMatrix>> {
  const isText = original !== null && fileKind(original) === 'text';
  if (original === null || isText) return fillAnew(plan, layout, extras, isText);
  const own = await fillOriginal(plan, layout, extras, original);
  if (own.ok || own.problem.code !== 'matrixNotFound') return own;
  // What was read with a person's help may not be read alone: its shape is known all the same.
  return fillAnew(plan, layout, extras, false);
}

async function fillOriginal(
  plan: Plan,
  layout: KeptLayout,
  extras: Extras,
  original: Uint8Array,
): Promise<Result<FilledMatrix>> {
  const workbook = await readWorkbook(original, layout.file);
  if (!workbook.ok) return workbook;
  const reading = readAgain(workbook.value, layout, plan);
  if (!reading.ok) return reading;
  const sheet = workbook.value.sheets.find(({ name }) => name === reading.value.sheet);
  if (!sheet) return failure({ code: 'matrixNotFound', file: layout.file, missing: [] });
  const { patch, lost } = fillSource({ sheet, reading: reading.value, rows: layout.rows, extras }, plan);
  const from = formatOf(original);
  const patched = from === 'xlsx' ? patchXlsx(original, patch) : null;
  if (patched) return success({ bytes: patched, lost, extension: extensionOf(layout) });
  const { asXlsx } = await import('../xlsx/asXlsx');
  const converted = patchXlsx(await asXlsx(original, READ_RANGE), patch);
  if (!converted) return failure({ code: 'fileUnreadable', file: layout.file });
  const told = from === 'xlsx' ? ({ code: 'looks' } as const) : ({ code: 'otherFormat', from } as const);
  return success({ bytes: converted, lost: [told, ...lost], extension: 'xlsx' });
}

/** As it was read when it was loaded, whatever a person said of it then; by its headers alone where that is no more. */
function readAgain(
  workbook: Workbook,
  layout: KeptLayout,
  { planYear, calendar }: Plan,
): Result<MatrixReading> {
  const options = { thisYear: planYear };
  const choices = choicesOf(layout, planYear, calendar.monthsPerPeriod);
  const chosen = readMatrix(workbook, layout.file, { ...options, choices });
  return chosen.ok ? chosen : readMatrix(workbook, layout.file, options);
}

function choicesOf(layout: KeptLayout, planYear: number, monthsPerPeriod: number): TableChoices {
  const { sheet, headerRows, columns, rows } = layout;
  const meanings = columns.flatMap(({ letter, header, field, period }): [string, ColumnMeaning][] => {
    if (field) return [[letter, { field }]];
    if (!period) return [[letter, 'keep']];
    // Most headers of periods say it themselves, and their year too.
    if (readPeriodHeader(header)) return [];
    const { aspect, index } = period;
    return [[letter, { period: { aspect, year: null, monthsPerPeriod, ordinal: index + 1 } }]];
  });
  return {
    sheet,
    headerRows,
    planYear,
    meanings: Object.fromEntries(meanings),
    rows: Object.fromEntries([...rows.values()].map((row) => [row, 'in'])),
  };
}

async function fillAnew(
  plan: Plan,
  layout: KeptLayout,
  extras: Extras,
  isText: boolean,
): Promise<Result<FilledMatrix>> {
  const { bookOfLayout } = await import('../xlsx/bookOfLayout');
  const { patch, lost } = fillSource(emptyTable(plan, layout, extras), plan);
  const bytes = patchXlsx(await bookOfLayout(layout), patch);
  if (!bytes) return failure({ code: 'fileUnreadable', file: layout.file });
  const others = layout.sheets.flatMap(({ name }) => (name === layout.sheet ? [] : [name]));
  const told: readonly LostFact[] = isText
    ? [{ code: 'otherFormat', from: 'text' }]
    : [
        ...(others.length > 0 ? [{ code: 'otherSheets', names: others } as const] : []),
        { code: 'looks' },
        { code: 'rowsBelow' },
      ];
  return success({ bytes, lost: [...told, ...lost], extension: 'xlsx' });
}

/** The shape of a matrix with no rows yet: all of them are new. */
function emptyTable(plan: Plan, layout: KeptLayout, extras: Extras): SourceTable {
  const calendar = calendarOfLayout(plan, layout);
  const columns = layout.columns.map((column) => ({
    ...column,
    index: columnIndex(column.letter),
    confidence: 'sure' as const,
    samples: [],
  }));
  const standing = { ...layout, lastDataRow: layout.firstDataRow - 1 };
  return {
    sheet: sheetOf(layout),
    reading: { calendar, columns, layout: standing, periods: [], rows: [], setAside: [] },
    rows: new Map(),
    extras,
    modelRow: layout.firstDataRow,
  };
}

function calendarOfLayout(plan: Plan, { columns }: MatrixLayout) {
  const headers = columns.flatMap(({ period, header }) => {
    const read = period && readPeriodHeader(header);
    return read ? [read] : [];
  });
  const namesYears = columns.some(({ period, header }) => period !== null && yearIn(header) !== null);
  const isLong = plan.calendar.start.slice(0, 4) !== plan.calendar.end.slice(0, 4);
  if (!namesYears && isLong) return plan.calendar;
  return calendarOf(calendarHeaders(headers), plan.planYear) ?? plan.calendar;
}

/** The cells that a book made of a layout has. */
function sheetOf(layout: MatrixLayout): Sheet {
  const rows: Cell[][] = [];
  const put = (row: number, column: number, cell: Cell): void => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(BLANK);
    line[column] = cell;
  };
  for (const { ref, text } of [...layout.titleCells, ...layout.headerCells]) {
    const at = readReference(ref);
    if (at) put(at.row - 1, columnIndex(at.column), { kind: 'text', text });
  }
  for (const { letter, numberFormat } of layout.columns) {
    put(layout.firstDataRow - 1, columnIndex(letter), { ...BLANK, numberFormat });
  }
  return {
    name: layout.sheet,
    isHidden: false,
    rows,
    merges: [],
    columnWidths: [],
    declaredRows: rows.length,
    isTruncated: false,
  };
}

type SpreadsheetFormat = Exclude<SourceFormat, 'text'> | 'xlsx';

/** Which kind of spreadsheet a file is, by what it holds. */
function formatOf(bytes: Uint8Array): SpreadsheetFormat {
  if (fileKind(bytes) === 'ole') return 'xls';
  const names = new TextDecoder('latin1').decode(bytes);
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  return names.includes('xl/workbook.xml') ? 'xlsx' : 'ods';
}

/** A file with macros opens under its own ending only. */
function extensionOf({ file }: MatrixLayout): FilledMatrix['extension'] {
  return /\.xlsm$/i.test(file) ? 'xlsm' : 'xlsx';
}
