import type { ReportingPeriod } from '../../domain/calendar';
import type { Plan } from '../../domain/model';
import { MAX_ROWS } from '../grid';
import type { MatrixField } from './columns';
import type { Extras } from './layoutInLog';
import { activityNumberOf } from './identity';
import { fieldCell, remarkedPeriods, saidIn } from './outCells';
import { isIndicatorRow, planRows } from './outRows';
import type { IndicatorRow, OutRow } from './outRows';
import type { PeriodAspect } from './periods';

/** Something that a way out cannot keep, or leaves as it is: told before the file is saved. */
export type LostFact =
  /** What the plan says and the table has no column for. */
  | { readonly code: 'fieldsWithoutColumn'; readonly fields: readonly MatrixField[] }
  /** What came in columns that mean nothing to a plan, by their headers. */
  | { readonly code: 'otherColumns'; readonly headers: readonly string[] }
  | { readonly code: 'periodsWithoutColumn'; readonly periods: readonly ReportingPeriod[] }
  | { readonly code: 'notesWithoutColumn'; readonly aspect: NoteAspect; readonly indicators: number }
  | { readonly code: 'ownAccumulation'; readonly indicators: number }
  | { readonly code: 'partiesJoined'; readonly activities: number }
  | { readonly code: 'evidenceFiles'; readonly files: number }
  | { readonly code: 'rowsWithoutIndicator'; readonly rows: number }
  | { readonly code: 'tooManyRows'; readonly rows: number; readonly most: number }
  /** Of the file that a matrix goes back into. */
  | { readonly code: 'removedRowsKept'; readonly rows: readonly number[] }
  | { readonly code: 'shiftedRowsKept'; readonly rows: readonly number[] }
  | { readonly code: 'coveredCells'; readonly cells: readonly string[] }
  | { readonly code: 'formulasReplaced'; readonly cells: readonly string[] }
  /** A number with words becomes the number that was read of it: a formula sees no number in words. */
  | { readonly code: 'wordsReplaced'; readonly cells: readonly string[] }
  | { readonly code: 'formulasOfTheirOwn'; readonly cells: readonly string[] }
  /** Totals that are no formula, of columns in which figures changed. */
  | { readonly code: 'totalsAsFigures'; readonly cells: readonly string[] }
  /** Results that are no formula: what they come of is words to a spreadsheet, or has no cell. */
  | { readonly code: 'resultsAsFigures'; readonly cells: readonly string[] }
  | { readonly code: 'leftAsWritten'; readonly headers: readonly string[] }
  | { readonly code: 'otherSheets'; readonly names: readonly string[] }
  | { readonly code: 'looks' }
  | { readonly code: 'rowsBelow' }
  | { readonly code: 'otherFormat'; readonly from: SourceFormat };

export type SourceFormat = 'xls' | 'xlsb' | 'ods' | 'text';

type NoteAspect = Exclude<PeriodAspect, 'value'>;

/** What a table has columns for. */
export interface TableShape {
  readonly fields: ReadonlySet<MatrixField>;
  /** Those that have a column for an aspect, in a row. */
  readonly periodsOf: (row: IndicatorRow, aspect: PeriodAspect) => readonly ReportingPeriod[];
  readonly hasRowsWithoutIndicator: boolean;
}

const FIELDS: readonly MatrixField[] = [
  'itemNumber',
  'criterion',
  'phvaStage',
  'activityNumber',
  'activity',
  'deliverable',
  'indicatorName',
  'targetText',
  'unitOfMeasure',
  'baseline',
  'baselineSource',
  'weight',
  'start',
  'end',
  'responsible',
  'target',
  'budget',
  'executed',
];
const NOTES: readonly NoteAspect[] = ['planned', 'remark', 'delayCause', 'evidence'];

/** What a plan says that a table of a shape has no place for. */
export function lostInTable(plan: Plan, shape: TableShape): readonly LostFact[] {
  const all = planRows(plan);
  const rows = all.filter(isIndicatorRow);
  const fields = FIELDS.filter(
    (field) => !hasPlaceFor(shape, field) && all.some((row) => saysApart(plan, row, field)),
  );
  const periods = lostPeriods(plan, shape, rows);
  const joined = plan.activities.filter((activity) => activity.responsibleParties.length > 1).length;
  const ownAccumulation = rows.filter(({ indicator }) => indicator.accumulation !== 'sum').length;
  return [
    ...(fields.length > 0 ? [{ code: 'fieldsWithoutColumn', fields } as const] : []),
    ...(periods.length > 0 ? [{ code: 'periodsWithoutColumn', periods } as const] : []),
    ...NOTES.flatMap((aspect) =>
      counted(lostNotes(plan, shape, rows, aspect), (indicators) => ({
        code: 'notesWithoutColumn',
        aspect,
        indicators,
      })),
    ),
    ...counted(shape.fields.has('accumulation') ? 0 : ownAccumulation, (indicators) => ({
      code: 'ownAccumulation',
      indicators,
    })),
    ...counted(shape.fields.has('responsible') ? joined : 0, (activities) => ({
      code: 'partiesJoined',
      activities,
    })),
    ...counted(filesIn(rows), (files) => ({ code: 'evidenceFiles', files })),
    ...counted(shape.hasRowsWithoutIndicator ? 0 : all.length - rows.length, (count) => ({
      code: 'rowsWithoutIndicator',
      rows: count,
    })),
    ...counted(Math.max(0, all.length - MAX_ROWS), () => ({
      code: 'tooManyRows',
      rows: all.length,
      most: MAX_ROWS,
    })),
  ];
}

/** The columns nobody recognised: what they say of the indicators that stand is kept, and has no place in a known matrix. */
export function lostExtras({ indicators }: Plan, extras: Extras): readonly LostFact[] {
  const said = indicators.flatMap(({ id }) => Object.entries(extras.get(id) ?? {}));
  const headers = new Set(said.flatMap(([header, text]) => (text === '' ? [] : header)));
  return headers.size > 0 ? [{ code: 'otherColumns', headers: [...headers] }] : [];
}

function hasPlaceFor({ fields }: TableShape, field: MatrixField): boolean {
  return fields.has(field) || (field === 'responsible' && fields.has('responsibleList'));
}

/** True where a row says something in a field that its other fields do not. */
function saysApart(plan: Plan, row: OutRow, field: MatrixField): boolean {
  const { activity } = row;
  if (field === 'activityNumber' && activity?.number === activityNumberOf(activity?.name ?? '')) return false;
  return fieldCell(plan, row, field).k !== 'blank';
}

function lostPeriods(
  plan: Plan,
  shape: TableShape,
  rows: readonly IndicatorRow[],
): readonly ReportingPeriod[] {
  if (shape.fields.has('direct')) return [];
  const lost = new Set<string>();
  for (const row of rows) {
    const kept = new Set(shape.periodsOf(row, 'value').map(({ id }) => id));
    for (const { id } of plan.periods) {
      if (!kept.has(id) && saidIn(row.indicator, id).report.k !== 'notReported') lost.add(id);
    }
  }
  return plan.periods.filter(({ id }) => lost.has(id));
}

/** How many indicators say something of an aspect that has no column; a table may have one remark for all periods. */
function lostNotes(plan: Plan, shape: TableShape, rows: readonly IndicatorRow[], aspect: NoteAspect): number {
  return rows.filter((row) => {
    const kept = new Set(shape.periodsOf(row, aspect).map(({ id }) => id));
    if (aspect === 'remark' && kept.size === 0 && shape.fields.has('remark')) {
      return remarkedPeriods(row.indicator, plan.periods).length > 1;
    }
    return plan.periods.some(({ id }) => !kept.has(id) && says(row, id, aspect));
  }).length;
}

function says({ indicator }: IndicatorRow, id: ReportingPeriod['id'], aspect: NoteAspect): boolean {
  const said = saidIn(indicator, id);
  if (aspect === 'planned') return said.planned !== null;
  return said[aspect].length > 0;
}

function filesIn(rows: readonly IndicatorRow[]): number {
  const files = rows.flatMap(({ indicator }) =>
    [...indicator.reports.values()].flatMap(({ evidence }) =>
      evidence.flatMap(({ file }) => file?.sha256 ?? []),
    ),
  );
  return new Set(files).size;
}

function counted(count: number, fact: (count: number) => LostFact): readonly LostFact[] {
  return count > 0 ? [fact(count)] : [];
}
