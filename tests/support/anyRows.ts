import fc from 'fast-check';
import { ACCUMULATIONS } from '../../src/domain/codes';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan, RollupMethod } from '../../src/domain/model';
import { anIndicator, aPlan } from './builders';
import type { Said } from './builders';

const METHODS: readonly RollupMethod[] = ['flatMean', 'groupMean', 'weighted'];
const PARTIES = ['pty:1', 'pty:2', 'pty:3'].map((id) => ({ id, name: `Equipo ${id}` }));

const said = fc.oneof(
  fc.integer({ min: -5, max: 40 }).map((v): Said => v / 2),
  fc.constantFrom<Said>({ k: 'notReported' }, { k: 'notScheduled' }, { k: 'notApplicable' }),
  fc.integer({ min: 0, max: 20 }).map((planned): Said => ({ planned })),
);

const row = fc.record({
  item: fc.integer({ min: 1, max: 3 }).map((n) => ({ id: `itm:${n}` })),
  activity: fc.record({
    responsibleParties: fc.subarray(PARTIES),
    phvaStage: fc.constantFrom('plan', 'do', null),
  }),
  target: fc.option(fc.integer({ min: 0, max: 30 })),
  accumulation: fc.constantFrom(...ACCUMULATIONS),
  baseline: fc.option(fc.integer({ min: 0, max: 12 })),
  said: fc.array(said, { maxLength: 4 }),
  start: fc.constantFrom<IsoDay | null>(null, '2023-01-01', '2023-05-15', '2024-02-01'),
  end: fc.constantFrom<IsoDay | null>(null, '2023-04-30', '2023-12-31'),
  weight: fc.option(fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2)),
});

/** Plans of 2023 by quarters, with whatever rows and by whatever method. */
export const plansOfRows: fc.Arbitrary<Plan> = fc
  .tuple(fc.array(row, { maxLength: 12 }), fc.constantFrom(...METHODS))
  .map(([rows, rollupMethod]) =>
    aPlan({ rollupMethod, indicators: rows.map((one, at) => anIndicator({ id: `ind:${at}`, ...one })) }),
  );

/** Days from before the plan until after it. */
export const someCuts: fc.Arbitrary<IsoDay> = fc.constantFrom<IsoDay>(
  '2022-06-30',
  '2022-12-31',
  '2023-01-01',
  '2023-03-31',
  '2023-05-17',
  '2023-09-30',
  '2023-12-31',
  '2024-03-01',
);
