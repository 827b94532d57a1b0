import { periodsOf } from '../../domain/calendar';
import type { Calendar } from '../../domain/calendar';
import type { IsoDay } from '../../domain/isoDay';
import { failure, success } from '../../domain/problem';
import type { Result } from '../../domain/problem';
import { dayOf } from '../cells';
import { cellAt, columnLetter, indexMerges } from '../grid';
import type { Sheet, Workbook } from '../grid';
import { annexUses } from './annexes';
import type { ReadingOptions } from './choices';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import { calendarAt, cutIn } from './directCut';
import { findHeader, findHeaderInSheet, isDirect, missingHeaders } from './header';
import type { FoundHeader, HeaderColumn } from './header';
import { describeLayout } from './layout';
import { monthFirst } from './monthFirst';
import { calendarHeaders, calendarOf, periodIndex, yearlyCalendar } from './periods';
import type { YearlyPeriods } from './periods';
import { proposeCut } from './proposedCut';
import type { FoundTable, MatrixReading, PlanFacts, Repair } from './reading';
import { dataRowsOf, planStated } from './rowKinds';
import { readRows } from './rows';
import { columnFindings, sheetFindings } from './sheetFindings';
import type { Table } from './table';
import { readTitleBand, yearIn } from './titleBand';
import type { TitleBand } from './titleBand';

const SAMPLES = 3;
const NO_MATRIX = missingHeaders([]);

/**
 * Reads a plan matrix by recognising its headers: title band, header of one to three rows, merges, rows.
 * Never fills results, and notes whatever it doubts, sets aside or cannot read. What is no plan matrix is
 * `matrixNotFound` with the headers that are missing; a header without rows is `matrixWithoutRows`.
 */
export function readMatrix(
  workbook: Workbook,
  fileName: string,
  options: ReadingOptions = {},
): Result<MatrixReading> {
  const header = findHeader(workbook);
  const missing = header ? missingHeaders(header.columns) : NO_MATRIX;
  if (!header || missing.length > 0) return failure({ code: 'matrixNotFound', file: fileName, missing });
  const frame = frameOf(header, fileName, options);
  if (!frame) return failure({ code: 'matrixNotFound', file: fileName, missing: ['VIGENCIA'] });
  return readTable(workbook, header, fileName, frame);
}

/** What the plan says of itself and its calendar; null when nothing tells the year. */
function frameOf(header: FoundHeader, fileName: string, { choices, thisYear }: ReadingOptions): Frame | null {
  const { calendar: stated, ...band } = readTitleBand(header.sheet, header.rows.first);
  const told = choices?.planYear ?? yearOf(header, band, fileName);
  const planYear = told ?? thisYear;
  if (planYear === undefined) return null;
  const yearly = stated ? null : yearlyCalendar(periodHeaders(header), rowYears(header));
  const calendar = stated ?? yearly ?? calendarFor(header, planYear);
  const facts = { ...band, planYear };
  return (
    calendar && { facts, calendar, yearly: yearly && yearlyPeriods(yearly), isYearGuessed: told === null }
  );
}

function calendarFor(header: FoundHeader, planYear: number): Calendar | null {
  return isDirect(header.columns) ? calendarAt(planYear, null) : calendarOf(periodHeaders(header), planYear);
}

interface Frame {
  readonly facts: PlanFacts;
  readonly calendar: Calendar;
  readonly yearly: YearlyPeriods | null;
  readonly isYearGuessed: boolean;
}

/** What is noted and offered on the way. */
interface Found {
  readonly findings: CellFinding[];
  readonly repairs: Repair[];
}

function readTable(
  workbook: Workbook,
  header: FoundHeader,
  file: string,
  frame: Frame,
): Result<MatrixReading> {
  const { sheet } = header;
  const { calendar, yearly } = frame;
  const periods = periodsOf(calendar);
  const shape = { periodCount: periods.length, yearly };
  const found: Found = { findings: [], repairs: [] };
  const placed = header.columns.map((column) => placeColumn(column, calendar, periods.length));
  const bare = tableOf(sheet, placed, shape, found);
  const { data: dataRows, planTotal, setAside } = dataRowsOf(bare, header.rows.last + 1);
  if (dataRows.length === 0) return failure({ code: 'matrixWithoutRows', file, sheet: sheet.name });
  const columns = withDataColumns(sheet, placed, dataRows);
  const rows = readRows(tableOf(sheet, columns, shape, found), dataRows);
  found.repairs.push(...monthFirst(columns, found.findings));
  const stated = frame.facts.stated ?? (planTotal === null ? null : planStated(bare, planTotal));
  return success({
    file,
    sheet: sheet.name,
    facts: { ...frame.facts, stated },
    calendar,
    isDirect: isDirect(columns),
    periods,
    columns,
    rows,
    annexes: annexUses(rows),
    findings: [
      ...sheetFindings(workbook, sheet),
      ...columnFindings(sheet, columns, dataRows),
      ...found.findings,
    ],
    repairs: found.repairs,
    ...(isDirect(columns)
      ? { proposedCut: cutNamed(header, file), zeroPeriods: [] }
      : proposeCut(rows, periods)),
    layout: describeLayout(file, workbook, sheet, header.rows, columns, dataRows),
    tables: foundTables(workbook, header),
    setAside,
    isYearGuessed: frame.isYearGuessed,
  });
}

/** The best table of each sheet. */
function foundTables({ sheets }: Workbook, read: FoundHeader): readonly FoundTable[] {
  const headers = sheets.map((sheet) => (sheet === read.sheet ? read : findHeaderInSheet(sheet)));
  return headers.flatMap((header): readonly FoundTable[] => {
    if (!header) return [];
    const { sheet, rows } = header;
    const written = sheet.rows.slice(rows.last + 1).filter((cells) => cells.some(({ text }) => text !== ''));
    return [
      {
        sheet: sheet.name,
        isHidden: sheet.isHidden,
        headerRows: { first: rows.first + 1, last: rows.last + 1 },
        columns: { first: columnLetter(0), last: columnLetter(Math.max(0, header.columns.length - 1)) },
        lastRow: sheet.rows.length,
        knownColumns: header.score,
        rows: written.length,
        isRead: header === read,
      },
    ];
  });
}

function tableOf(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  shape: Pick<Table, 'periodCount' | 'yearly'>,
  found: Found,
): Table {
  const byField = new Map(
    columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])),
  );
  return {
    sheet,
    merges: indexMerges(sheet),
    columns,
    byField,
    ...shape,
    periodOffset: 0,
    isDirect: isDirect(columns),
    isOwn: byField.has('itemId') && byField.has('activityId') && byField.has('indicatorId'),
    note: (finding) => void found.findings.push(finding),
    offer: (repair) => void found.repairs.push(repair),
  };
}

/** A period outside the calendar is no period: its column is kept as an unknown one. */
function placeColumn(column: HeaderColumn, calendar: Calendar, periodCount: number): MatrixColumn {
  const { index, header, field, confidence } = column;
  const place = column.period ? periodIndex(column.period, calendar) : -1;
  const period =
    column.period && place >= 0 && place < periodCount
      ? { index: place, aspect: column.period.aspect }
      : null;
  const isLost = column.period !== null && period === null;
  return {
    index,
    letter: columnLetter(index),
    header,
    field,
    period,
    confidence: isLost ? 'none' : confidence,
    samples: [],
  };
}

/** Adds samples, and the columns that have data but no header at all. */
function withDataColumns(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): readonly MatrixColumn[] {
  const width = Math.max(columns.length, ...dataRows.map((row) => sheet.rows[row]?.length ?? 0));
  return Array.from({ length: width }, (_, index) => {
    const known = columns[index];
    const samples: string[] = [];
    for (const row of dataRows) {
      const { text } = cellAt(sheet, row, index);
      if (text !== '' && samples.length < SAMPLES) samples.push(text);
    }
    const unknown = {
      index,
      letter: columnLetter(index),
      header: '',
      field: null,
      period: null,
      confidence: 'none',
    } as const;
    return { ...(known ?? unknown), samples };
  }).filter(({ header, samples }) => header !== '' || samples.length > 0);
}

function periodHeaders({ columns }: FoundHeader) {
  return calendarHeaders(columns.flatMap(({ period }) => (period ? [period] : [])));
}

/** The plan's year: as labelled, as in the headers, of most start dates, in the title, above the table, in the file's name. */
function yearOf(
  header: FoundHeader,
  band: Pick<TitleBand, 'planYear' | 'title'>,
  fileName: string,
): number | null {
  const inHeaders = periodHeaders(header).flatMap(({ year }) => (year === null ? [] : [year]));
  if (band.planYear !== null) return band.planYear;
  if (inHeaders.length > 0) return Math.min(...inHeaders);
  return yearOfDates(header) ?? yearIn(band.title) ?? yearAbove(header) ?? yearIn(fileName);
}

function yearAbove(header: FoundHeader): number | null {
  return yearIn(textAbove(header));
}

/** The cut that the lines above the table or the name of the file tell. */
function cutNamed(header: FoundHeader, fileName: string): IsoDay | null {
  return cutIn(textAbove(header)) ?? cutIn(fileName.replaceAll('_', ' '));
}

function textAbove({ sheet, rows }: FoundHeader): string {
  const cells = sheet.rows.slice(0, rows.first).flat();
  return cells.map(({ text }) => text).join(' ');
}

/** The years of the dated rows; none as soon as one goes from a year into another. */
function rowYears({ sheet, rows, columns }: FoundHeader): readonly number[] {
  const dated = columns.filter(({ field }) => field === 'start' || field === 'end');
  const years = new Set<number>();
  for (let row = rows.last + 1; row < sheet.rows.length; row++) {
    const days = dated.flatMap(({ index }) => dayOf(cellAt(sheet, row, index))?.day ?? []);
    const ofRow = new Set(days.map((day) => Number(day.slice(0, 4))));
    if (ofRow.size > 1) return [];
    for (const year of ofRow) years.add(year);
  }
  return [...years];
}

function yearlyPeriods({ start, monthsPerPeriod }: Calendar): YearlyPeriods {
  return { firstYear: Number(start.slice(0, 4)), perYear: 12 / monthsPerPeriod };
}

function yearOfDates({ sheet, rows, columns }: FoundHeader): number | null {
  const column = columns.find(({ field }) => field === 'start')?.index;
  if (column === undefined) return null;
  const counts = new Map<number, number>();
  for (let row = rows.last + 1; row < sheet.rows.length; row++) {
    const day = dayOf(cellAt(sheet, row, column))?.day;
    const year = day ? Number(day.slice(0, 4)) : null;
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
