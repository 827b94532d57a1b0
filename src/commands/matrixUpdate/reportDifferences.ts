import type { ReportingPeriod } from '../../domain/calendar';
import { measurementId } from '../../domain/entities';
import { dayOf, textOf } from '../../domain/fields';
import { cleanText } from '../../formats/cells';
import type { PeriodAspect } from '../../formats/matrix/periods';
import type { MatrixRow } from '../../formats/matrix/reading';
import type { Json } from '../../log/json';
import { periodOfCut } from '../matrixReports';
import type { Difference } from './changes';
import { editOver } from './changes';
import { before, fieldDifference, madeValue, placeOf } from './comparison';
import type { Comparison } from './comparison';

/** What the matrix says otherwise of what an indicator reported: in each period, and of the row as a whole. */
export function reportDifferences(comparison: Comparison, row: MatrixRow): readonly Difference[] {
  if (row.isShifted) return [];
  return [
    ...comparison.reading.periods.flatMap((period, at) => inPeriod(comparison, row, period, at)),
    ...remarkDifferences(comparison, row),
  ];
}

function inPeriod(
  comparison: Comparison,
  row: MatrixRow,
  { id: period }: ReportingPeriod,
  at: number,
): readonly Difference[] {
  const { said } = comparison;
  const entity = measurementId(placeOf(comparison, row).indicator, period);
  const report = madeValue(comparison, entity, 'report');
  // A zero after the cut that means nothing is no blank cell either.
  const isPassed = report === null && (row.values[at] ?? null) !== null;
  const { remark = '', delayCause = '' } = row.notes[at] ?? {};
  const all: readonly (readonly [PeriodAspect, string, Json])[] = [
    ['value', 'report', isPassed ? before(comparison, entity, 'report') : report],
    ['planned', 'planned', row.planned[at] ?? null],
    ['remark', 'remark', remark],
    ['delayCause', 'delayCause', delayCause],
  ];
  return all
    .filter(([aspect]) => said.saysPeriod(aspect, at))
    .flatMap(([, field, after]) => fieldDifference(comparison, entity, field, after, { period }));
}

/**
 * What is said of a row as a whole stands in the period of the cut for which it was said. Said again at another cut
 * in the same words, nothing new is said.
 */
function remarkDifferences(comparison: Comparison, row: MatrixRow): readonly Difference[] {
  const { reading, cut, said, standing } = comparison;
  if (!said.hasColumn('remark')) return [];
  const { indicator } = placeOf(comparison, row);
  if (isRemarkSaid(comparison, row)) return [];
  const remarkedAt = dayOf(before(comparison, indicator, 'remarkedAt'));
  const period = periodOfCut(reading, row.remark === '' ? (remarkedAt ?? cut) : cut)?.id;
  if (!period || (row.remark === '' && remarkedAt === null)) return [];
  const entity = measurementId(indicator, period);
  const isBlank = row.remark === '';
  const at = editOver(standing, indicator, 'remarkedAt', isBlank ? null : cut);
  return fieldDifference(comparison, entity, 'remark', row.remark, { period }).map((one) => ({
    ...one,
    edits: [...one.edits, at],
  }));
}

/** True where the plan has the words of the row in any of its periods. */
export function isRemarkSaid(comparison: Comparison, row: MatrixRow): boolean {
  if (row.remark === '') return false;
  const { indicator } = placeOf(comparison, row);
  const there = comparison.standing.measurements.get(indicator) ?? [];
  return there.some((id) => cleanText(textOf(before(comparison, id, 'remark'))) === cleanText(row.remark));
}
