import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACCUMULATIONS } from '../../../src/domain/codes';
import { rectificationOf } from '../../../src/domain/cuts/rectification';
import { compareCuts } from '../../../src/domain/cuts/compareCuts';
import { figuresAt } from '../../../src/domain/cuts/frozenFigures';
import { readFrozenFigures } from '../../../src/domain/cuts/readCut';
import type { Plan, RollupMethod } from '../../../src/domain/model';
import { anIndicator, aPlan, T2 } from '../../support/builders';
import type { Said } from '../../support/builders';

const JUNE = '2023-06-30';
const METHODS: readonly RollupMethod[] = ['flatMean', 'groupMean', 'weighted'];

const said = fc.oneof(
  fc.integer({ min: -5, max: 40 }).map((v): Said => v / 2),
  fc.constantFrom<Said>({ k: 'notReported' }, { k: 'notScheduled' }, { k: 'notApplicable' }),
);
const rows = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    item: fc.integer({ min: 1, max: 3 }).map((n) => ({ id: `itm:${n}` })),
    target: fc.option(fc.integer({ min: 0, max: 30 })),
    accumulation: fc.constantFrom(...ACCUMULATIONS),
    said: fc.array(said, { maxLength: 4 }),
    weight: fc.option(fc.integer({ min: 0, max: 50 })),
  }),
  { maxLength: 9 },
);
const plans = (method: fc.Arbitrary<RollupMethod>): fc.Arbitrary<Plan> =>
  fc.tuple(rows, method).map(([given, rollupMethod]) => {
    const indicators = new Map(given.map((row) => [row.id, anIndicator({ ...row, id: `ind:${row.id}` })]));
    return aPlan({ rollupMethod, indicators: [...indicators.values()] });
  });
const anyPlan = plans(fc.constantFrom(...METHODS));

test('closing and comparing without a change gives no rectification', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const seal = { heads: [], without: [], n: 0, seal: 'x' };
      const cut = { period: T2, date: JUNE, ...seal, frozen: figuresAt(plan, JUNE) } as const;
      expect(rectificationOf(plan, cut)).toBeNull();
      expect(compareCuts(cut.frozen, cut.frozen)).toMatchObject({ moves: [] });
    }),
  );
});

test('frozen figures read back from JSON are the same', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const frozen = figuresAt(plan, JUNE);
      expect(readFrozenFigures(JSON.parse(JSON.stringify(frozen)))).toEqual(frozen);
    }),
  );
});

test('the points of the rows add up to the overall figure, by every method', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { overall, rows: frozen } = figuresAt(plan, JUNE);
      const sum = frozen.reduce((total, { points }) => total + points, 0);
      expect(sum).toBeCloseTo(overall.value ?? 0, 6);
    }),
  );
});

test('what the rows contribute to a difference adds up to it in flat means', () => {
  fc.assert(
    fc.property(plans(fc.constant('flatMean')), plans(fc.constant('flatMean')), (one, other) => {
      const compared = compareCuts(figuresAt(one, JUNE), figuresAt(other, JUNE));
      const sum = compared.moves.reduce((total, { points }) => total + (points ?? 0), compared.rest ?? 0);
      expect(sum).toBeCloseTo(compared.difference ?? 0, 3);
    }),
  );
});

test('comparing the other way round turns every sign', () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (one, other) => {
      const [a, b] = [figuresAt(one, JUNE), figuresAt(other, JUNE)];
      const [there, back] = [compareCuts(a, b), compareCuts(b, a)];
      expect(back.difference === null ? null : -back.difference + 0).toEqual(there.difference);
      const moved = ({ moves }: typeof there) => moves.map(({ id }) => id).sort();
      expect(moved(back)).toEqual(moved(there));
    }),
  );
});
