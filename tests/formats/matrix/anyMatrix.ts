import type { Activity, Plan } from '../../../src/domain/model';
import { NOT_REPORTED } from '../../../src/domain/report';
import { saidIn } from '../../../src/formats/matrix/outCells';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import type { StandardKind } from '../../../src/formats/matrix/standardLayouts';
import { readWorkbook } from '../../../src/formats/workbook';
import { anyPlan } from '../anyPlan';

export async function readBytes(bytes: Uint8Array, name: string): Promise<MatrixReading> {
  const workbook = await readWorkbook(bytes, name);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problem));
  const read = readMatrix(workbook.value, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** A plan that has something to tell, of activities with names: under a blank one, a blank says the same as above. */
export const somePlan = anyPlan
  .filter(({ indicators }) => indicators.length > 0)
  .map((plan): Plan => {
    const named = <T extends Activity>(activity: T): T => ({ ...activity, name: activity.name || 'Definir' });
    return {
      ...plan,
      activities: plan.activities.map(named),
      indicators: plan.indicators.map((one) => ({ ...one, activity: named(one.activity) })),
    };
  });

/** What a matrix says of each indicator, as the plan has it. */
export function figuresOf({ indicators, periods }: Plan, kind: StandardKind) {
  return indicators.map((indicator) => ({
    id: indicator.id,
    name: indicator.name,
    target: indicator.target,
    unit: indicator.target === null ? null : indicator.targetUnit,
    values: periods.map(({ id }) => saidIn(indicator, id).report),
    ...(kind === 'actionPlan' && {
      days: [indicator.start, indicator.end],
      texts: [indicator.deliverable, indicator.targetText],
    }),
  }));
}

/** The same as it was read. */
export function figuresIn({ rows, periods }: MatrixReading, kind: StandardKind) {
  return rows
    .filter(({ indicatorId }) => indicatorId !== '')
    .map((row) => ({
      id: row.indicatorId,
      name: row.indicatorName,
      target: row.target,
      unit: row.target === null ? null : row.targetUnit,
      values: periods.map((_, index) => row.values[index] ?? NOT_REPORTED),
      ...(kind === 'actionPlan' && {
        days: [row.start, row.end],
        texts: [row.deliverable, row.targetText],
      }),
    }));
}
