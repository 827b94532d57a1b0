import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALI_3, validateScheme } from '../../src/domain/bands';
import type { BandScheme } from '../../src/domain/bands';
import { ownBandsOf, schemeFrom, withoutBand, withRounding, withSplitBand } from '../../src/domain/ownBands';
import type { BandLimit, OwnBands } from '../../src/domain/ownBands';
import { CALI_3_EXACT, DNP_5, DNP_5_EXACT, knownScheme, SCHEMES } from '../../src/domain/schemes';

const limit = (id: string, to: number): BandLimit => ({ id, label: id, progressClass: 'critical', to });
const own = (...limits: readonly number[]): OwnBands => ({
  rounding: 'halfUp',
  edge: 'below',
  bands: limits.map((to, place) => limit(`b${place}`, to)),
});
const rangesOf = ({ bands }: BandScheme) => bands.map(({ from, to }) => [from, to]);

describe('bands from their upper limits', () => {
  it('begin right after the one before, and with rounding one percent later', () => {
    expect(rangesOf(schemeFrom(own(40, 80, 100)))).toEqual([
      [0, 40],
      [41, 80],
      [81, 100],
    ]);
    expect(rangesOf(schemeFrom({ ...own(40, 80, 100), rounding: 'exact' }))).toEqual([
      [0, 40],
      [40, 80],
      [80, 100],
    ]);
  });

  it.each(SCHEMES)('give a known scheme back ($id)', (scheme) => {
    expect(rangesOf(schemeFrom(ownBandsOf(scheme)))).toEqual(rangesOf(scheme));
    expect(knownScheme(schemeFrom(ownBandsOf(scheme)))).toBe(scheme);
  });

  it('keep the ids when a label changes', () => {
    const { bands, ...rest } = ownBandsOf(CALI_3);
    const renamed = schemeFrom({ ...rest, bands: bands.map((one) => ({ ...one, label: 'Otra' })) });
    expect(renamed.bands.map(({ id, label }) => [id, label])).toEqual([
      ['critical', 'Otra'],
      ['inProgress', 'Otra'],
      ['finished', 'Otra'],
    ]);
    expect(knownScheme(renamed)).toBeNull();
    expect(renamed.id).toBe('own');
  });

  it('leave a hole only at the end', () => {
    expect(validateScheme(schemeFrom(own(40, 80, 90)))).toEqual([{ code: 'hole', from: 91, to: 100 }]);
    expect(validateScheme(schemeFrom(own(40, 30, 100)))).toEqual([{ code: 'empty', band: 'b1' }]);
    expect(validateScheme(schemeFrom(own(40, 120)))).toEqual([{ code: 'outside', band: 'b1' }]);
  });

  it('blame a limit that is no whole number on its own band alone', () => {
    expect(validateScheme(schemeFrom(own(40, NaN, 100)))).toEqual([{ code: 'notWhole', band: 'b1' }]);
    expect(validateScheme(schemeFrom(own(40.5, 80, 100)))).toEqual([{ code: 'notWhole', band: 'b0' }]);
  });

  it('whatever is typed, are whole when the limits rise to 100, and flawed otherwise', () => {
    const typed = fc.array(fc.integer({ min: -5, max: 110 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(typed, fc.constantFrom('halfUp' as const, 'exact' as const), (limits, rounding) => {
        // With rounding, 0 alone can be a band; without it nothing lies between 0 and 0.
        const least = rounding === 'halfUp' ? -1 : 0;
        const rises = limits.every((to, place) => to > (limits[place - 1] ?? least));
        const scheme = schemeFrom({ ...own(...limits), rounding });
        expect(validateScheme(scheme).length === 0).toBe(rises && limits.at(-1) === 100);
      }),
    );
  });
});

describe('a band more or less', () => {
  it('splits the last one in two, and the new one has an id of its own', () => {
    const split = withSplitBand(own(40, 80, 100));
    expect(rangesOf(schemeFrom(split)).slice(2)).toEqual([
      [81, 90],
      [91, 100],
    ]);
    expect(new Set(withSplitBand(split).bands.map(({ id }) => id)).size).toBe(5);
    expect(validateScheme(schemeFrom(withSplitBand({ ...own(), bands: [] })))).toEqual([]);
  });

  it('splits what is half written too', () => {
    expect(validateScheme(schemeFrom(withSplitBand(own(40, NaN))))).toEqual([]);
  });

  it('hands the room of one that goes to its neighbour', () => {
    expect(rangesOf(schemeFrom(withoutBand(own(40, 80, 100), 'b1')))).toEqual([
      [0, 40],
      [41, 100],
    ]);
    expect(rangesOf(schemeFrom(withoutBand(own(40, 80, 100), 'b2')))).toEqual([
      [0, 40],
      [41, 100],
    ]);
  });
});

describe('another rounding', () => {
  it('keeps each whole percent where it was, and another edge alone keeps the limits', () => {
    const dnp = ownBandsOf(DNP_5);
    expect(schemeFrom(withRounding(dnp, 'exact', 'above')).bands).toEqual(DNP_5_EXACT.bands);
    expect(schemeFrom(withRounding(ownBandsOf(DNP_5_EXACT), 'halfUp', 'above')).bands).toEqual(DNP_5.bands);
    expect(schemeFrom(withRounding(ownBandsOf(CALI_3), 'exact', 'below')).bands).toEqual(CALI_3_EXACT.bands);
    expect(schemeFrom(withRounding(ownBandsOf(DNP_5_EXACT), 'exact', 'below')).bands).toEqual(
      DNP_5_EXACT.bands,
    );
  });
});

describe('a known scheme', () => {
  it('is known by what it does, not by what it is called', () => {
    expect(knownScheme({ ...CALI_3, id: 'mine' })).toBe(CALI_3);
    // With whole percents no two bands meet, so the edge says nothing.
    expect(knownScheme({ ...CALI_3, edge: 'above' })).toBe(CALI_3);
    expect(knownScheme({ ...CALI_3_EXACT, edge: 'above' })).toBeNull();
    expect(knownScheme({ ...CALI_3, bands: CALI_3.bands.slice(1) })).toBeNull();
  });
});
