import { describe, expect, it } from 'vitest';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import { statedDiffers } from '../../src/domain/findings/stated';
import type { Plan } from '../../src/domain/model';
import { anIndicator, aPlan } from '../support/builders';
import type { GivenIndicator, Said } from '../support/builders';

describe('stated results', () => {
  const differs = (given: Partial<Plan>) => statedDiffers(aPlan(given));
  const stated = (text: string, percent: number, given: GivenIndicator = {}) =>
    differs({
      indicators: [anIndicator({ target: 3, said: [1], statedValue: { text, percent }, ...given })],
    }).length > 0;

  it.each<[string, number, boolean]>([
    ['33,3%', 33.3, false],
    ['33,33%', 33.33, false],
    ['33,34%', 33.34, true],
    ['33%', 33, false],
    ['34 %', 34, true],
    ['0,333', 33.3, false],
    ['0.34', 34, true],
  ])('%s for a third', (text, percent, found) => {
    expect(stated(text, percent)).toBe(found);
  });

  it('may be capped at 100', () => {
    expect(stated('100%', 100, { said: [8] })).toBe(false);
    expect(stated('266,7%', 266.7, { said: [8] })).toBe(false);
    expect(stated('90%', 90, { said: [8] })).toBe(true);
  });

  it('of 0 is compared as it is printed', () => {
    expect(stated('0,0', 0, { target: 100, said: [3] })).toBe(true);
    expect(stated('0,0', 0, { target: 100, said: [0] })).toBe(false);
  });

  it('may be the bare 1 of a whole, which rounds nothing away', () => {
    expect(stated('1', 100, { said: [3] })).toBe(false);
    expect(stated('1', 100, { said: [2] })).toBe(true);
  });

  it('are compared at the item and at the plan, by its method', () => {
    const item = { id: 'itm:1', number: '1', statedValue: { text: '85%', percent: 85 } };
    const indicators = [70, 90].map((percent, row) =>
      anIndicator({ id: `ind:${row}`, item, target: 100, said: [percent] }),
    );
    const found = differs({
      indicators,
      statedValue: { text: '51', percent: 51 },
      rollupMethod: 'groupMean',
    });
    expect(found.map(({ place, stated: said, computed }) => [place, said, computed])).toEqual([
      ['item', 85, 80],
      ['plan', 51, 80],
    ]);
  });
});

describe('a stated result after more was reported', () => {
  const quarters = quartersOf(2023);
  const semesters = { ...quarters, monthsPerPeriod: 6 };
  const found = (text: string, percent: number, given: Partial<Plan>, said: readonly Said[]) =>
    statedDiffers(
      aPlan({ indicators: [anIndicator({ target: 21, said, statedValue: { text, percent } })], ...given }),
    ).map(({ computed }) => computed);
  const atFirst = { statedFor: { cut: '2023-03-31', calendar: quarters } } as const;

  it('is compared at the cut it was printed for', () => {
    expect(found('9,5%', 9.5, atFirst, [2, 5])).toEqual([]);
    expect(found('33,3%', 33.3, atFirst, [2, 5])).toEqual([expect.closeTo(9.5238, 4)]);
  });

  it('is compared by the calendar it was printed by', () => {
    const moved = { calendar: semesters, periods: periodsOf(semesters) };
    expect(found('9,5%', 9.5, { ...atFirst, ...moved }, [2, 5])).toEqual([]);
    expect(found('12%', 12, { ...atFirst, ...moved }, [2])).toHaveLength(1);
  });

  it('is wrong only when it is so at every cut, where no cut is known', () => {
    expect(found('9,5%', 9.5, {}, [2, 5])).toEqual([]);
    expect(found('33,3%', 33.3, {}, [2, 5])).toEqual([]);
    expect(found('20%', 20, {}, [2, 5])).toEqual([expect.closeTo(33.3333, 4)]);
    const moved = { calendar: semesters, periods: periodsOf(semesters) };
    expect(found('9,5%', 9.5, moved, [2, 5])).toEqual([]);
  });
});
