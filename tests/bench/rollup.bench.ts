import type { PeriodId } from '../../src/domain/calendar';
import { periodsOf } from '../../src/domain/calendar';
import { CLASSES, wordOf } from '../../src/domain/codes';
import { evaluate } from '../../src/domain/evaluate';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Indicator, Plan } from '../../src/domain/model';
import type { PeriodValue } from '../../src/domain/report';
import { planTableOf } from '../../src/domain/planTable';
import type { PlanTable } from '../../src/domain/planTable';
import { meanOf } from '../../src/domain/rollup';
import { differenceOf } from './figures';
import type { Figures } from './figures';
import type { Benches, Measurement } from './measurement';
import { race } from './race';
import { ROLLUP_PEERS } from './rollupPeers';
import type { RollupPeer, WrittenPlan } from './rollupPeers';
import { anIndicator, aPlan, verifiedValue, aPeriodValue } from '../support/builders';

const SIZES = [10_000, 100_000];
const PEER_SIZES = [1_000, 10_000];
/** Four years of quarters, all of which count at the cut. */
const CALENDAR = { start: '2023-01-01', end: '2026-12-31', monthsPerPeriod: 3 } as const;
const PERIODS = periodsOf(CALENDAR);
const CUT = CALENDAR.end;

/**
 * `rollup`: from the table to every indicator's result, verified result, class, state and pace, and their
 * mean, against a plain typed-array loop that only sums to the cut, divides, caps and averages; and against
 * what would be used instead, which comes to results, classes and mean: the same as ours, or the bench fails.
 * `rollup-table`: from the plan's objects to the table, against a loop that only reads their values into a
 * typed array.
 */
export const benches: Benches = {
  // The loop first: its rounds are enough for our own pass to be compiled, and a slow peer's are not.
  rollup: async () => [...SIZES.map(measurePass), ...(await measurePeers())],
  'rollup-table': () => SIZES.map(measureTable),
};

function measurePass(n: number): Measurement {
  const table = planTableOf(planOf(n));
  const numbers = plainNumbersOf(table);
  const pass = () => plainLoop(numbers.values, numbers.targets);
  return race('rollup', n, () => ourPass(table), { name: 'loop', pass });
}

async function measurePeers(): Promise<readonly Measurement[]> {
  const measured: Measurement[] = [];
  for (const n of PEER_SIZES) {
    const table = planTableOf(planOf(n));
    for (const load of ROLLUP_PEERS) measured.push(measurePeer(table, await load(writtenIn(table))));
  }
  return measured;
}

function measurePeer(table: PlanTable, peer: RollupPeer): Measurement {
  const measured = race('rollup', table.size, () => ourPass(table), peer);
  const difference = differenceOf(ourFigures(table), peer.figures());
  if (difference) throw new Error(`rollup: ${peer.name} does not come to ours: ${difference}`);
  return measured;
}

function ourPass(table: PlanTable): number {
  return meanOf(evaluate(table, CUT)).value ?? NaN;
}

function ourFigures(table: PlanTable): Figures {
  const { raw, classes } = evaluate(table, CUT);
  return {
    percents: raw,
    classes: Array.from(classes, (code) => wordOf(CLASSES, code)),
    mean: ourPass(table),
  };
}

function measureTable(n: number): Measurement {
  const plan = planOf(n);
  const ours = (): number => {
    const { values, powers } = planTableOf(plan);
    return values.at(-1)! / powers.at(-1)!;
  };
  return race('rollup-table', n, ours, { name: 'loop', pass: () => plainTable(plan).at(-1)! });
}

/** The values of the same objects, and nothing else of them. */
function plainTable({ indicators }: Plan): Float64Array {
  const values = new Float64Array(indicators.length * PERIODS.length);
  for (let row = 0; row < indicators.length; row++) {
    for (let column = 0; column < PERIODS.length; column++) {
      const report = indicators[row]!.reports.get(PERIODS[column]!.id)?.report;
      if (report?.k === 'value') values[row * PERIODS.length + column] = report.v;
    }
  }
  return values;
}

/** The least that anybody could do for the mean: no kinds, no dates, no labels, nothing kept. */
function plainLoop(values: Float64Array, targets: Float64Array): number {
  const width = PERIODS.length;
  let sum = 0;
  for (let row = 0; row < targets.length; row++) {
    let total = 0;
    for (let cell = row * width; cell < (row + 1) * width; cell++) total += values[cell]!;
    const percent = (100 * total) / targets[row]!;
    sum += Math.min(100, Math.max(0, percent));
  }
  return sum / targets.length;
}

/**
 * One indicator in four is percent with fractions, one in eight has something verified. Every class comes out,
 * and so do exact 40s, 80s and 80.5s, where one rule for the edge or the half gives another class than the next.
 */
function planOf(size: number): Plan {
  const indicators = Array.from({ length: size }, (_, row): Indicator => {
    const isPercent = row % 4 === 0;
    const value = (column: number) =>
      isPercent ? (((row / 4 + column) % 10) + (column === 0 ? 0.5 : 0)) / 100 : (row * 7 + column) % 5;
    const reports = PERIODS.map(({ id }, column): [PeriodId, PeriodValue] => [
      id,
      aPeriodValue(row % 8 === 3 && column === 0 ? verifiedValue(value(column)) : value(column)),
    ]);
    return {
      ...anIndicator({
        id: `ind:${row}`,
        target: isPercent ? 1 : 20 + ((row * 7) % 89),
        targetUnit: isPercent ? 'percent' : 'count',
        start: `2023-0${1 + (row % 9)}-01` as IsoDay,
        end: `202${5 + (row % 3)}-12-31` as IsoDay,
      }),
      reports: new Map(reports),
    };
  });
  return aPlan({ calendar: CALENDAR, periods: PERIODS, indicators });
}

function plainNumbersOf(table: PlanTable): { values: Float64Array; targets: Float64Array } {
  return { values: table.values.slice(), targets: table.targets.slice() };
}

/** The numbers as they were before the table scaled them. */
function writtenIn({ values, targets, powers, periodIds }: PlanTable): WrittenPlan {
  const periods = periodIds.length;
  return {
    targets: targets.map((target, row) => target / powers[row]!),
    values: values.map((value, cell) => value / powers[Math.floor(cell / periods)]!),
    periods,
  };
}
