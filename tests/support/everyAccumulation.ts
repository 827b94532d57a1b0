import type { Accumulation } from '../../src/domain/model';
import type { Said } from './builders';

type Row = readonly [
  accumulation: Accumulation,
  target: number,
  baseline: number | null,
  said: readonly (number | string)[],
];

/** Every accumulation with the gaps that a formula has to leave out as the domain does. */
const ROWS: readonly Row[] = [
  ['sum', 21, null, [7, 'notReported', 2, 20]],
  ['latest', 10, null, [2, 'notReported', 4, 'notApplicable']],
  ['latest', 10, null, ['notApplicable', 4, 'notApplicable', 'notReported']],
  ['average', 9, null, [7, 'notScheduled', 2, 'notReported']],
  ['capacity', 20, 10, ['notReported', 7, 12, 'notReported']],
  ['reduction', 2, 10, [7, 'notReported', 4, 'notReported']],
  ['sum', 4, null, ['notReported', 'notReported', 'notReported', 'notReported']],
];

/** What indicators of them are made of. */
export const EVERY_ACCUMULATION = ROWS.map(([accumulation, target, baseline, said], at) => ({
  id: `ind:${at}`,
  accumulation,
  target,
  baseline,
  said: said.map((v): Said => (typeof v === 'number' ? v : { k: v as 'notReported' })),
}));
