import { periodsOf } from '../../domain/calendar';
import { failure, success } from '../../domain/problem';
import type { Result } from '../../domain/problem';
import { cellAt, columnLetter, indexMerges } from '../grid';
import type { Sheet, Workbook } from '../grid';
import { annexUses } from './annexes';
import { proposeMeanings } from './cellKinds';
import type { TableChoices, WatchedReading } from './choices';
import { withCodesApart } from './codesApart';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import { ofColumns } from './columnRepairs';
import { isDirect, missingHeaders } from './header';
import type { HeaderColumn } from './header';
import { describeLayout } from './layout';
import { markFindings } from './marks';
import { ofPlanYear } from './ofPlanYear';
import { periodIndex } from './periods';
import { cutNamed, frameOf, onlyYearOf } from './planFrame';
import type { PlanFrame } from './planFrame';
import { proposeCut } from './proposedCut';
import type { MatrixReading, Repair } from './reading';
import { viewOf } from './regions';
import { dataRowsOf, planStated } from './rowKinds';
import type { TableRows } from './rowKinds';
import { withoutRivals } from './rivals';
import { readRows } from './rows';
import { withRowNumbers } from './rowNumbers';
import { listTables, notFound, selectTable } from './selectTable';
import type { Selection } from './selectTable';
import { columnFindings, otherTables, sheetFindings } from './sheetFindings';
import { indexPeriods } from './table';
import type { Table } from './table';
import { oddCodes } from './oddCodes';
import { withTermDates } from './termDates';

const SAMPLES = 3;
/** What finding the table and reading its rows take of the whole, as fractions of 1. */
const BEFORE_ROWS = 0.4;
const OF_ROWS = 0.4;

/**
 * Reads a plan matrix by recognising its headers: title band, header of one to three rows, merges, rows; what a
 * person chose goes before what is recognised. Never fills results, and notes whatever it doubts, sets aside or
 * cannot read. What is no plan matrix is `matrixNotFound` with the headers that are missing; a header without rows
 * is `matrixWithoutRows`; a choice that the file does not have is `choiceUnusable`.
 */
export function readMatrix(
  workbook: Workbook,
  fileName: string,
  options: WatchedReading = {},
): Result<MatrixReading> {
  const selected = selectTable(workbook, fileName, options.choices ?? {});
  if (!selected.ok) return selected;
  const { region } = selected.value;
  const missing = missingHeaders(region.header.columns);
  if (missing.length > 0) return failure(notFound(fileName, missing));
  const frame = frameOf(region, fileName, options);
  if (!frame) return failure(notFound(fileName, ['VIGENCIA']));
  return readTable(workbook, selected.value, fileName, frame, options);
}

type Meanings = NonNullable<TableChoices['meanings']>;

/** What is noted and offered on the way. */
interface Found {
  readonly findings: CellFinding[];
  readonly repairs: Repair[];
}

function readTable(
  workbook: Workbook,
  selection: Selection,
  file: string,
  frame: PlanFrame,
  { choices, onread = () => undefined }: WatchedReading,
): Result<MatrixReading> {
  const { header, bounds } = selection.region;
  const { sheet: whole } = header;
  const sheet = viewOf(whole, bounds);
  const { calendar } = frame;
  const periods = periodsOf(calendar);
  const shape = shapeOf(sheet, frame, periods.length);
  const found: Found = { findings: [], repairs: [] };
  const said = choices?.meanings ?? {};
  const placed = withoutRivals(
    ofPlanYear(header.columns, frame.facts.planYear).map((column) =>
      placeColumn(column, frame, periods.length),
    ),
    said,
  );
  const bare = tableOf(sheet, placed, shape, found);
  const under = dataRowsOf(bare, header.rows.last + 1, choices?.rows ?? {});
  const { data: dataRows, planTotal, sections } = under;
  if (dataRows.length === 0) return failure({ code: 'matrixWithoutRows', file, sheet: sheet.name });
  const columns = withCells({ ...bare, sections }, header.columns, dataRows, said);
  const table = tableOf(sheet, columns, shape, found);
  // What comes before the rows and after them takes about as long as they do.
  const rows = readRows(table, dataRows, sections, (fraction) => onread(BEFORE_ROWS + fraction * OF_ROWS));
  const together = ofColumns({ sheet: sheet.name, columns, rows, findings: found.findings });
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
      ...sheetFindings(workbook, whole, selection.regions),
      ...otherTables(selection),
      ...columnFindings(sheet, columns, dataRows),
      ...markFindings(sheet, columns, dataRows),
      ...found.findings,
      ...together.findings,
      ...oddCodes(table, dataRows),
    ],
    repairs: [...found.repairs, ...together.repairs],
    ...(isDirect(columns)
      ? { proposedCut: cutNamed(selection.region, file), zeroPeriods: [] }
      : proposeCut(rows, periods)),
    layout: describeLayout(file, workbook, whole, header.rows, columns, dataRows),
    tables: listTables(workbook, selection),
    setAside: under.setAside,
    isYearGuessed: frame.isYearGuessed,
    isOwn: table.isOwn,
  });
}

type Shape = Pick<Table, 'periodCount' | 'yearly' | 'onlyYear' | 'merges'>;

function shapeOf(sheet: Sheet, frame: PlanFrame, periodCount: number): Shape {
  return { periodCount, yearly: frame.yearly, onlyYear: onlyYearOf(frame), merges: indexMerges(sheet) };
}

function tableOf(sheet: Sheet, columns: readonly MatrixColumn[], shape: Shape, found: Found): Table {
  const byField = new Map(
    columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])),
  );
  return {
    sheet,
    columns,
    byField,
    byPeriod: indexPeriods(columns),
    ...shape,
    periodOffset: 0,
    isDirect: isDirect(columns),
    isOwn: byField.has('itemId') && byField.has('activityId') && byField.has('indicatorId'),
    note: (finding) => void found.findings.push(finding),
    offer: (repair) => void found.repairs.push(repair),
  };
}

/** A period outside the calendar is no period: its column is kept as an unknown one. */
function placeColumn(
  column: HeaderColumn,
  { calendar, yearlessYear }: PlanFrame,
  periodCount: number,
): MatrixColumn {
  const { index, header, field, confidence } = column;
  const named = column.period && { ...column.period, year: column.period.year ?? yearlessYear };
  const place = named ? periodIndex(named, calendar) : -1;
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

/** Adds what the cells tell of the columns: those without a header, and those whose header does not say all. */
function withCells(
  placed: Table & Pick<TableRows, 'sections'>,
  headers: readonly HeaderColumn[],
  dataRows: readonly number[],
  said: Meanings,
): readonly MatrixColumn[] {
  const { sheet } = placed;
  const sampled = withDataColumns(sheet, placed.columns, dataRows);
  // Our own headers say all.
  if (placed.isOwn) return proposeMeanings(sheet, sampled, dataRows, said);
  const dated = withTermDates(sheet, sampled, headers, dataRows, said);
  const parted = withCodesApart(sheet, dated, dataRows, said);
  return proposeMeanings(sheet, withRowNumbers(placed, parted, dataRows, said), dataRows, said);
}

/** Adds samples, and the columns that have data but no header at all. */
function withDataColumns(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): readonly MatrixColumn[] {
  const known = new Map(columns.map((column) => [column.index, column]));
  const last = columns.at(-1)?.index ?? -1;
  const width = Math.max(last + 1, ...dataRows.map((row) => sheet.rows[row]?.length ?? 0));
  return Array.from({ length: width }, (_, index) => {
    const samples: string[] = [];
    for (const row of dataRows) {
      if (samples.length === SAMPLES) break;
      const { text } = cellAt(sheet, row, index);
      if (text !== '') samples.push(text);
    }
    const unknown = {
      index,
      letter: columnLetter(index),
      header: '',
      field: null,
      period: null,
      confidence: 'none',
    } as const;
    return { ...(known.get(index) ?? unknown), samples };
  }).filter(({ header, samples }) => header !== '' || samples.length > 0);
}
