import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, CALI_3, classify, isWholeScheme, validateScheme } from '../../src/domain/bands';
import type { Band, BandScheme } from '../../src/domain/bands';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import { planTableOf } from '../../src/domain/planTable';
import { CALI_3_EXACT, DAFP_5, DNP_5, DNP_5_EXACT, SCHEMES } from '../../src/domain/schemes';
import { anIndicator, aPlan } from '../support/builders';
import { EXPECTED } from '../support/expectedFigures';

describe('the class of a percent', () => {
  it.each(EXPECTED.classVectors.vectors)('%d is %s', (percent, progressClass) => {
    expect(classify(percent, CALI_3)).toBe(progressClass);
  });

  it('differs without rounding only just above 40 and 80 (A6.3)', () => {
    for (let tenths = 0; tenths <= 1000; tenths++) {
      const percent = tenths / 10;
      const isBetween = (percent > 40 && percent < 40.5) || (percent > 80 && percent < 80.5);
      expect([percent, classify(percent, CALI_3) !== classify(percent, CALI_3_EXACT)]).toEqual([
        percent,
        isBetween,
      ]);
    }
  });

  it.each<[BandScheme, number, string]>([
    [DNP_5, 39.4, 'critical'],
    [DNP_5, 39.5, 'low'],
    [DNP_5, 40, 'low'],
    [DNP_5, 60, 'medium'],
    [DNP_5, 79.4, 'satisfactory'],
    [DNP_5, 80, 'outstanding'],
    [DNP_5_EXACT, 39.999999999, 'critical'],
    [DNP_5_EXACT, 40, 'low'],
    [DNP_5_EXACT, 79.99, 'satisfactory'],
    [DNP_5_EXACT, 80, 'outstanding'],
    [DNP_5_EXACT, 100, 'outstanding'],
    [CALI_3_EXACT, 0, 'critical'],
    [CALI_3_EXACT, 40, 'critical'],
    [CALI_3_EXACT, 40.1, 'inProgress'],
    [DAFP_5, 20, 'level1'],
    [DAFP_5, 20.5, 'level2'],
    [DAFP_5, 60, 'level3'],
    [DAFP_5, 80, 'level4'],
    [DAFP_5, 81, 'level5'],
  ])('%o at %d is %s', (scheme, percent, band) => {
    expect(bandOf(percent, scheme).id).toBe(band);
  });

  it('keeps to the scale, and to nine decimals', () => {
    expect(bandOf(-12, DNP_5).id).toBe('critical');
    expect(bandOf(104.8, DAFP_5).id).toBe('level5');
    expect(bandOf(40.0000000001, CALI_3_EXACT).id).toBe('critical');
    // Rounded to nine decimals before it is rounded to a whole percent (A6.12).
    expect([40.499999999, 40.4999999999].map((one) => classify(one, CALI_3))).toEqual([
      'critical',
      'inProgress',
    ]);
  });
});

describe('a scheme', () => {
  const band = (id: string, from: number, to: number): Band => ({
    id,
    label: '',
    progressClass: 'critical',
    from,
    to,
  });
  const own = (bands: readonly Band[], rounding: BandScheme['rounding'] = 'halfUp'): BandScheme => ({
    id: 'own',
    rounding,
    edge: 'below',
    bands,
  });

  it.each(SCHEMES)('$id covers everything once', (scheme) => {
    expect(validateScheme(scheme)).toEqual([]);
  });

  it.each<[string, BandScheme, unknown]>([
    ['no bands', own([]), [{ code: 'noBands' }]],
    ['a hole', own([band('a', 0, 40), band('b', 42, 100)]), [{ code: 'hole', from: 41, to: 41 }]],
    [
      'a hole at the ends',
      own([band('a', 5, 99)]),
      [
        { code: 'hole', from: 0, to: 4 },
        { code: 'hole', from: 100, to: 100 },
      ],
    ],
    ['an overlap', own([band('a', 0, 40), band('b', 40, 100)]), [{ code: 'overlap', from: 40, to: 40 }]],
    [
      'a band in another',
      own([band('a', 0, 100), band('b', 10, 20)]),
      [{ code: 'overlap', from: 10, to: 20 }],
    ],
    ['a band outside', own([band('a', 0, 101)]), [{ code: 'outside', band: 'a' }]],
    [
      'a part of a percent',
      own([band('a', 0, 40.5), band('b', 40.5, 100)]),
      [
        { code: 'notWhole', band: 'a' },
        { code: 'notWhole', band: 'b' },
      ],
    ],
    ['a name twice', own([band('a', 0, 40), band('a', 41, 100)]), [{ code: 'repeatedBand', band: 'a' }]],
    [
      'a band of nothing',
      own([band('a', 0, 40), band('b', 40, 40), band('c', 40, 100)], 'exact'),
      [{ code: 'empty', band: 'b' }],
    ],
    [
      'an exact hole',
      own([band('a', 0, 40), band('b', 41, 100)], 'exact'),
      [{ code: 'hole', from: 40, to: 41 }],
    ],
  ])('with %s is refused', (_, scheme, flaws) => {
    expect(validateScheme(scheme)).toEqual(flaws);
  });

  const edges = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 });
  const schemes = fc
    .record({ edges, rounding: fc.constantFrom('halfUp', 'exact'), edge: fc.constantFrom('below', 'above') })
    .map(({ edges: inside, rounding, edge }): BandScheme => {
      const starts = [0, ...[...inside].sort((a, b) => a - b)];
      const bands = starts.map((from, place) => {
        const next = starts[place + 1] ?? (rounding === 'halfUp' ? 101 : 100);
        return band(`b${place}`, from, rounding === 'halfUp' ? next - 1 : next);
      });
      return { id: 'any', rounding, edge, bands };
    });
  const percent = fc.oneof(
    fc.double({ min: -10, max: 130, noNaN: true }),
    fc.integer({ min: 0, max: 220 }).map((halves) => halves / 2),
    // A hair from where bands meet.
    fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -30, max: 30 }))
      .map(([halves, hairs]) => halves / 2 + hairs / 1e10),
  );

  it('is whole when each percent is in exactly one band, counted one by one', () => {
    const ends = fc.integer({ min: 0, max: 10 }).map((tens) => tens * 10);
    const someBand = fc.record({ from: ends, to: ends, isInside: fc.boolean() });
    const someScheme = fc
      .record({ bands: fc.array(someBand, { maxLength: 4 }), rounding: fc.constantFrom('halfUp', 'exact') })
      .map(({ bands, rounding }): BandScheme => {
        // With rounding, half of the ends are moved so that bands can meet.
        const step = rounding === 'halfUp' ? 1 : 0;
        const moved = bands.map(({ from, to, isInside }, at) =>
          band(`b${at}`, from + (isInside ? step : 0), to),
        );
        return own(moved, rounding);
      });
    fc.assert(
      fc.property(fc.oneof(schemes, someScheme), (scheme) => {
        const { rounding, edge, bands } = scheme;
        const holds = ({ from, to }: Band, one: number) => {
          if (rounding === 'halfUp') return from <= one && one <= to;
          // Half percents stand for all that lies between two whole ones.
          if (edge === 'below') return (from < one || (from === 0 && one === 0)) && one <= to;
          return from <= one && (one < to || (to === 100 && one === 100));
        };
        const all = Array.from({ length: 201 }, (_, half) => half / 2);
        const asked = all.filter((one) => rounding === 'exact' || Number.isInteger(one));
        const isOnce = asked.every((one) => bands.filter((each) => holds(each, one)).length === 1);
        // A band that holds nothing, or goes beyond the scale, is refused though no percent misses it.
        const hasIdle = bands.some(
          ({ from, to }) => to > 100 || (rounding === 'halfUp' ? from > to : from >= to),
        );
        expect(isWholeScheme(scheme)).toBe(isOnce && !hasIdle);
      }),
      { numRuns: 500 },
    );
  });

  it('that is whole gives every percent one band, in order', () => {
    fc.assert(
      fc.property(schemes, percent, percent, (scheme, one, other) => {
        expect(validateScheme(scheme)).toEqual([]);
        const [low, high] = [bandOf(Math.min(one, other), scheme), bandOf(Math.max(one, other), scheme)];
        expect(low.from).toBeLessThanOrEqual(high.from);
      }),
    );
  });

  it('with one end moved is refused', () => {
    fc.assert(
      fc.property(schemes, fc.nat(), fc.constantFrom(-1, 1), (scheme, which, by) => {
        const place = which % scheme.bands.length;
        const bands = scheme.bands.map((one, at) => (at === place ? { ...one, to: one.to + by } : one));
        expect(isWholeScheme({ ...scheme, bands })).toBe(false);
      }),
    );
  });

  it('files each indicator as bandOf does, and the board counts its bands', () => {
    fc.assert(
      fc.property(schemes, fc.array(percent, { maxLength: 8 }), (scheme, percents) => {
        const indicators = percents.map((one, row) =>
          anIndicator({ id: `ind:${row}`, target: 100, said: [one] }),
        );
        const plan = aPlan({ indicators, scheme });
        const evaluation = evaluate(planTableOf(plan), '2023-12-31');
        const figures = indicators.map((_, row) => figureOf(evaluation, row));
        for (const { raw, bandId, progressClass } of figures) {
          const expected = bandOf(raw ?? NaN, scheme);
          expect([bandId, progressClass]).toEqual([expected.id, expected.progressClass]);
        }
        const counted = boardFacts(plan, evaluation).bands;
        expect(counted.map((one) => one.band)).toEqual(scheme.bands);
        expect(counted.reduce((sum, { n }) => sum + n, 0)).toBe(percents.length);
      }),
    );
  });
});

it('what has not started has no band', () => {
  const indicators = [anIndicator({ start: '2024-01-01', end: '2024-12-31' })];
  const evaluation = evaluate(planTableOf(aPlan({ indicators })), '2023-12-31');
  expect(figureOf(evaluation, 0).bandId).toBeNull();
});
