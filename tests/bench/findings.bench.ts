// What a person should look at in a large plan. It is found when the browser is idle, one check at a time: the
// bars are for all of it at the first look, and for the longest check once a single indicator has changed.
import { CHECKS, findingsOf } from '../../src/domain/findings';
import type { Plan } from '../../src/domain/model';
import { foldAll } from '../../src/log/fold';
import { planOf } from '../../src/storage/planView';
import { aLargeSnapshot } from '../support/largePlan';
import { median } from './measurement';
import type { Benches, Measurement } from './measurement';

const ACTIVITIES = 5000;
const RUNS = 15;
const BARS = { first: 100, edit: 16 };

export const benches: Benches = {
  findings: () => {
    const plan = aLargePlan();
    const first = timesOf(() => void findingsOf(anew(plan, () => true)));
    const longest = CHECKS.map((check) => median(timesOf(() => void check(anew(plan, (row) => row === 7)))));
    return [against('findings', first, BARS.first), against('findings-check', longest, BARS.edit)];
  },
};

/** The first of these is a median, the second the largest of several medians. */
function against(bench: string, times: readonly number[], bar: number): Measurement {
  const oursMs = bench === 'findings' ? median(times) : Math.max(...times);
  return { bench, n: ACTIVITIES, peer: 'budget', oursMs, peerMs: bar };
}

function aLargePlan(): Plan {
  const { log } = JSON.parse(aLargeSnapshot(ACTIVITIES)) as { log: Parameters<typeof foldAll>[0] };
  return planOf('pl_large', foldAll(log));
}

/** The plan as after an edit: another object, with other objects for the rows that changed. */
function anew(plan: Plan, hasChanged: (row: number) => boolean): Plan {
  return { ...plan, indicators: plan.indicators.map((one, row) => (hasChanged(row) ? { ...one } : one)) };
}

function timesOf(work: () => void): readonly number[] {
  const times = Array.from({ length: RUNS * 2 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  // The first half warms up.
  return times.slice(RUNS);
}
