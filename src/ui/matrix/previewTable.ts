import type { Finding, FindingCode } from '../../domain/findings/finding';
import type { MatrixChoices } from '../../commands/matrixEntities';
import { amount } from '../../text/explanation';
import { formatShortDay, formatStated, shortPeriodName } from '../../text/format';
import { matrix } from '../../text/matrix';
import { review } from '../../text/review';
import { PHVA_STAGE, REPORT } from '../../text/words';
import type { Column } from '../shared/shapes';
import { cellOf } from './findingGroups';
import type { MatrixField, MatrixRow, ReadTable, Reviewed } from './reading';

/** A cell of the preview: its text, whether it was taken from above, and whether it asks for a look. */
export interface PreviewCell {
  readonly text: string;
  readonly isInherited: boolean;
  readonly hasFinding: boolean;
  /** A zero that will be loaded as nothing reported. */
  readonly isZeroAfterCut: boolean;
}

const FIELD_OF: Readonly<Record<string, MatrixField>> = {
  item: 'itemNumber',
  activity: 'activity',
  phva: 'phvaStage',
  target: 'target',
  end: 'end',
  result: 'stated',
};

/** In which column a finding of the plan shows; the rest are of no column in particular. */
const COLUMN_OF: Readonly<Partial<Record<FindingCode, string>>> = {
  duplicateNumber: 'activity',
  repeatedItem: 'item',
  targetTextPlaceholder: 'target',
  targetTextWithoutNumber: 'target',
  targetUnitMismatch: 'target',
  cumulativeByNature: 'target',
  statedDiffers: 'result',
  datesReversed: 'end',
  datesOutsideYear: 'end',
};

/** The columns of the preview: what identifies a row, its target, one per period, its end and its result. */
export function previewColumns(reviewed: Reviewed): readonly Column[] {
  const { reading, counts, foundInPlan, choices } = reviewed;
  const { heads, confidence, agree } = matrix;
  const detail = (id: string) => {
    const column = reading.columns.find(({ field }) => field === FIELD_OF[id]);
    return column ? { detail: confidence[column.confidence] } : {};
  };
  const zeros = periodsWithZeros(reviewed, choices);
  const differing = foundInPlan.filter(
    ({ finding }) => finding.code === 'statedDiffers' && finding.place === 'indicator',
  ).length;
  return [
    { id: 'item', label: heads.item, ...detail('item') },
    { id: 'activity', label: heads.activity, ...detail('activity') },
    { id: 'phva', label: heads.phva, ...detail('phva') },
    { id: 'target', label: heads.target, isNumber: true, ...detail('target') },
    ...reading.periods.map((period, at) => ({
      id: period.id,
      label: shortPeriodName(period, reading.calendar),
      isNumber: true,
      ...(zeros.includes(at) ? { detail: review.zerosAfterCut } : {}),
    })),
    { id: 'end', label: heads.end, ...(detail('end').detail ? { detail: review.date } : {}) },
    {
      id: 'result',
      label: heads.result,
      isNumber: true,
      ...(counts.statedRows > 0 ? { detail: agree(counts.statedRows - differing, counts.statedRows) } : {}),
    },
  ];
}

/** The periods after the cut in which some row holds a zero: what the choice of zeros is about. */
export function periodsWithZeros(
  { reading, periodsWithZero }: Pick<Reviewed, 'reading' | 'periodsWithZero'>,
  { cut }: Pick<MatrixChoices, 'cut'>,
): readonly number[] {
  return periodsWithZero.filter((at) => isAfterCut(reading, at, cut));
}

function isAfterCut({ periods }: ReadTable, at: number, cut: MatrixChoices['cut']): boolean {
  return (periods[at]?.start ?? '') > cut;
}

/** Gives the cell of one of the rows in a column. */
export function previewCells(
  reviewed: Reviewed,
  rows: readonly MatrixRow[],
): (row: MatrixRow, column: Column) => PreviewCell {
  const { reading, choices } = reviewed;
  const marked = marksOf(reviewed, rows);
  return (row, column) => {
    const at = reading.periods.findIndex(({ id }) => id === column.id);
    const field = FIELD_OF[column.id];
    const isZero = at >= 0 && isIn([0], row.values[at]) && isAfterCut(reading, at, choices.cut);
    const isZeroAfterCut = isZero && choices.zerosAfterCut === 'notReported';
    return {
      text: isZeroAfterCut ? matrix.notReported : at >= 0 ? reportText(row, at) : textOf(row, column.id),
      isInherited: field !== undefined && row.inherited[field] !== undefined,
      hasFinding: marked.has(`${row.sourceRow} ${column.id}`),
      isZeroAfterCut,
    };
  };
}

function textOf(row: MatrixRow, column: string): string {
  const texts: Readonly<Record<string, () => string>> = {
    item: () => row.itemNumber || row.criterion,
    activity: () => row.activityName,
    phva: () => (row.phvaStage ? PHVA_STAGE[row.phvaStage] : ''),
    target: () => (row.target === null ? '' : amount(row.target, row.targetUnit)),
    end: () => (row.end ? formatShortDay(row.end) : ''),
    result: () => (row.stated ? formatStated(row.stated) : ''),
  };
  return texts[column]?.() || '—';
}

function reportText(row: MatrixRow, at: number): string {
  const report = row.values[at];
  if (!report) return '—';
  return report.k === 'value' ? amount(report.v, row.targetUnit) : REPORT[report.k].name.toLowerCase();
}

/** "row column" of every cell that some finding is about. */
function marksOf(
  { reading, foundInPlan, foundInCells }: Reviewed,
  rows: readonly MatrixRow[],
): ReadonlySet<string> {
  const values = new Map(rows.map((row) => [row.sourceRow, row.values]));
  const marks = new Set(
    foundInPlan.flatMap((one) => marksOfPlan(one.finding, one.rows, reading, (row) => values.get(row))),
  );
  const columnIds = columnsByLetter(reading);
  for (const { finding } of foundInCells) {
    const place = cellOf(finding);
    const column = place && columnIds.get(place.column);
    if (place && column) marks.add(`${place.row} ${column}`);
  }
  return marks;
}

type ValuesOf = (sourceRow: number) => MatrixRow['values'] | undefined;

function marksOfPlan(
  finding: Finding,
  rows: readonly number[],
  reading: ReadTable,
  values: ValuesOf,
): readonly string[] {
  const column = COLUMN_OF[finding.code];
  if (column) return rows.map((row) => `${row} ${column}`);
  if (finding.code === 'zeroWithoutCause')
    return rows.flatMap((row) => finding.periods.map((id) => `${row} ${id}`));
  if (finding.code !== 'fractionInCount') return [];
  return rows.flatMap((row) =>
    reading.periods.flatMap(({ id }, at) =>
      isIn(finding.values, values(row)?.[at]) ? [`${row} ${id}`] : [],
    ),
  );
}

function columnsByLetter(reading: ReadTable): ReadonlyMap<string, string> {
  const ids = new Map(Object.entries(FIELD_OF).map(([id, field]) => [field, id]));
  return new Map(
    reading.columns.flatMap(({ letter, field, period }) => {
      const id = period
        ? period.aspect === 'value' && reading.periods[period.index]?.id
        : field && ids.get(field);
      return id ? [[letter, id] as const] : [];
    }),
  );
}

function isIn(numbers: readonly number[], report: MatrixRow['values'][number] | undefined): boolean {
  return report?.k === 'value' && numbers.includes(report.v);
}
