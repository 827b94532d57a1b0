import type { ReportingPeriod } from '../../domain/calendar';
import { isIsoDay } from '../../domain/isoDay';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import { columnLetter } from '../grid';
import { headerOf } from './columns';
import type { MatrixField } from './columns';
import { lostInTable } from './lost';
import type { LostFact } from './lost';
import { BLANK_CELL, fieldCell, periodCell, saidIn } from './outCells';
import type { OutCell } from './outCells';
import { resultCell, resultsOf } from './outResult';
import type { Results } from './outResult';
import { isIndicatorRow, planRows } from './outRows';
import type { OutRow } from './outRows';
import { headingsTellCalendar, periodHeadings, STANDARD_LAYOUTS } from './standardLayouts';
import type { PeriodHeading, StandardColumn, StandardKind } from './standardLayouts';
import { bandLabel, calendarCells } from './titleBand';
import type { BandFact } from './titleBand';

/** A column of a table that leaves: what stands over it, how wide it is in characters, and what is in it. */
export interface TableColumn {
  /** Over several columns where they have the same; '' for one that is headed by one line. */
  readonly over: string;
  readonly header: string;
  readonly width: number;
  readonly field: MatrixField | null;
  readonly period: ReportingPeriod | null;
  readonly isHidden: boolean;
}

/** A table as it leaves, before any file format. */
export interface OutTable {
  readonly sheet: string;
  readonly title: string;
  /** The lines above: a label and what it says. */
  readonly band: readonly (readonly [string, readonly OutCell[]])[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly OutCell[])[];
}

/** Where the first row of data stands in a spreadsheet, from 1: under the lines, a blank one and two of header. */
export function firstRowOf({ band }: Pick<OutTable, 'band'>): number {
  return band.length + HEADER_LINES + 2;
}

const HEADER_LINES = 2;
const ID_WIDTH = 16;

/** A plan in one of the standard matrices, and what that one cannot say of it. */
export function standardTable(
  plan: Plan,
  kind: StandardKind,
): { readonly table: OutTable; readonly lost: readonly LostFact[] } {
  const columns = standardColumns(plan, kind);
  const band = kind === 'portfolio' ? shortBand(plan) : bandOf(plan);
  const results = resultsOf(plan);
  const rows = rowsFor(plan, kind).map((row, place) =>
    cellsOf(plan, row, { columns, results, row: firstRowOf({ band }) + place }),
  );
  const { sheet } = STANDARD_LAYOUTS[kind];
  return {
    table: { sheet, title: plan.title, band, columns, rows },
    lost: [
      ...lostInTable(plan, {
        fields: new Set(columns.flatMap(({ field }) => field ?? [])),
        periodsOf: (_, aspect) => (aspect === 'value' ? columns.flatMap(({ period }) => period ?? []) : []),
        hasRowsWithoutIndicator: true,
      }),
      ...figuresIn(columns, rows, firstRowOf({ band })),
    ],
  };
}

/** The columns of a standard matrix for the calendar of a plan; the last one is hidden and has our ids. */
export function standardColumns(
  { periods, calendar }: Pick<Plan, 'periods' | 'calendar'>,
  kind: StandardKind,
): readonly TableColumn[] {
  const shown = STANDARD_LAYOUTS[kind].columns.flatMap((column): readonly TableColumn[] => {
    if ('field' in column) return [{ ...column, over: '', period: null, isHidden: false }];
    return periodColumns(column, periods, periodHeadings(periods, calendar, column.word));
  });
  // A row of a portfolio is a project, and what is reported of it stands elsewhere.
  const field = kind === 'portfolio' ? 'activityId' : 'indicatorId';
  const id = { over: '', header: headerOf(field), field } as const;
  return [...shown, { ...id, width: ID_WIDTH, period: null, isHidden: true }];
}

function periodColumns(
  { width }: StandardColumn,
  periods: readonly ReportingPeriod[],
  headings: readonly PeriodHeading[],
): readonly TableColumn[] {
  return periods.map((period, place) => ({
    over: headings[place]?.over ?? '',
    header: headings[place]?.header ?? '',
    width,
    field: null,
    period,
    isHidden: false,
  }));
}

/** The lines above a matrix, each with the label that it is read by. */
function bandOf(plan: Plan): OutTable['band'] {
  const facts: readonly (readonly [BandFact, readonly OutCell[]])[] = [
    ['entityName', [text(plan.entityName)]],
    ['title', [text(plan.title)]],
    ['policy', [text(plan.policy)]],
    ['objective', [text(plan.objective)]],
    ['planYear', [{ k: 'number', value: plan.planYear, look: 'points' }]],
    ...(headingsTellCalendar(plan.periods, plan.calendar)
      ? []
      : [['calendar', calendarCells(plan.calendar).map(calendarCell)] as const]),
    ...statedLine(plan),
  ];
  return facts.map(([fact, cells]) => [bandLabel(fact), cells]);
}

/** With the year, without which the table is not read back. */
function shortBand({ entityName, title, planYear }: Plan): OutTable['band'] {
  return [
    [bandLabel('entityName'), [text(entityName)]],
    [bandLabel('title'), [text(title)]],
    [bandLabel('planYear'), [{ k: 'number', value: planYear, look: 'points' }]],
  ];
}

/** A matrix prints the cut of its results: the end of the last period that somebody reported of. */
function statedLine({ periods, indicators }: Plan): readonly (readonly [BandFact, readonly OutCell[]])[] {
  const last = periods.findLast(({ id }) =>
    indicators.some((indicator) => saidIn(indicator, id).report.k === 'value'),
  );
  return last ? [['statedAt', [{ k: 'day', day: last.end }]]] : [];
}

function calendarCell(written: string): OutCell {
  if (isIsoDay(written)) return { k: 'day', day: written satisfies IsoDay };
  return { k: 'number', value: Number(written), look: 'points' };
}

function text(of: string): OutCell {
  return of === '' ? BLANK_CELL : { k: 'text', text: of };
}

/** A portfolio has a row for each project, and a matrix one for each indicator. */
function rowsFor(plan: Plan, kind: StandardKind): readonly OutRow[] {
  const rows = planRows(plan);
  return kind === 'portfolio' ? rows.filter(({ activity, bearsMoney }) => activity && bearsMoney) : rows;
}

interface RowPlace {
  readonly columns: readonly TableColumn[];
  readonly results: Results;
  readonly row: number;
}

function cellsOf(plan: Plan, row: OutRow, { columns, results, row: number }: RowPlace): readonly OutCell[] {
  const periods = columns.flatMap(({ period }, at) => (period ? [at] : []));
  const target = columns.findIndex(({ field }) => field === 'target');
  return columns.map(({ field, period }) => {
    if (period) return periodCell(row.indicator, period.id, 'value');
    if (field !== 'stated') return field ? fieldCell(plan, row, field) : BLANK_CELL;
    return isIndicatorRow(row)
      ? computable(resultCell(row.indicator, results, { row: number, periods, target }), plan, row)
      : BLANK_CELL;
  });
}

/** The result itself where its target is written as words: no formula divides by those. */
function computable(result: ReturnType<typeof resultCell>, plan: Plan, row: OutRow): OutCell {
  const isNumber = fieldCell(plan, row, 'target').k === 'number';
  if (isNumber || result.k !== 'formula') return result;
  return { k: 'number', value: result.value, look: 'percent' };
}

/** The results that are no formula, told where there are any. */
function figuresIn(
  columns: readonly TableColumn[],
  rows: OutTable['rows'],
  first: number,
): readonly LostFact[] {
  const stated = columns.findIndex(({ field }) => field === 'stated');
  const cells = rows.flatMap((row, place) =>
    row[stated]?.k === 'number' ? [`${columnLetter(stated)}${first + place}`] : [],
  );
  return cells.length > 0 ? [{ code: 'resultsAsFigures', cells }] : [];
}
