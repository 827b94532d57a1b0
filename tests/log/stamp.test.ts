import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStamps, formatStamp, nextStamp, parseStamp } from '../../src/log/stamp';
import { PATIENCE_MS, SAMPLED } from '../support/histories';

const NOON = Date.UTC(2026, 5, 14, 12);
const parts = fc.record({
  ms: fc.oneof(fc.integer({ min: 0, max: 253_402_300_799_999 }), fc.integer({ min: NOON, max: NOON + 3 })),
  counter: fc.oneof(fc.nat(12), fc.integer({ min: 0, max: 999_999_999_999_999 })),
});

describe('stamps', { timeout: PATIENCE_MS }, () => {
  test('are read and written alike', () => {
    expect(parseStamp('2026-06-14T09:21:07.123Z')).toEqual({
      ms: Date.UTC(2026, 5, 14, 9, 21, 7, 123),
      counter: 0,
    });
    expect(parseStamp('2026-06-14T09:21:07.123Z+12')?.counter).toBe(12);
    fc.assert(
      fc.property(parts, (some) => {
        expect(parseStamp(formatStamp(some))).toEqual(some);
      }),
      SAMPLED,
    );
  });

  test.each([
    '',
    'yesterday',
    '2026-06-14',
    '2026-06-14T09:21:07Z',
    '2026-06-14T09:21:07.123',
    '2026-06-14T09:21:07.123-05:00',
    '2026-02-30T09:21:07.123Z',
    '2026-13-01T09:21:07.123Z',
    '2026-06-14T24:00:00.000Z',
    '2026-06-14T09:21:07.123Z+',
    '2026-06-14T09:21:07.123Z+0',
    '2026-06-14T09:21:07.123Z+01',
    '2026-06-14T09:21:07.123Z+1e3',
    '2026-06-14T09:21:07.123Z+1234567890123456',
    '2026-06-14T09:21:07.123Z\n',
    '+012026-06-14T09:21:07.123Z',
  ])('have one text each: %j is none', (text) => {
    expect(parseStamp(text)).toBeNull();
  });

  test('are compared by instant, then by counter as a number', () => {
    const base = '2026-06-14T09:21:07.123Z';
    const order = [base, `${base}+1`, `${base}+2`, `${base}+9`, `${base}+10`, '2026-06-14T09:21:07.124Z'];
    expect([...order].reverse().sort(compareStamps)).toEqual(order);
    expect(compareStamps(base, base)).toBe(0);
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const want = Math.sign(a.ms - b.ms || a.counter - b.counter);
        expect(Math.sign(compareStamps(formatStamp(a), formatStamp(b)))).toBe(want);
      }),
      SAMPLED,
    );
  });
});

describe('nextStamp', () => {
  test('is the wall clock where nothing later is overwritten', () => {
    expect(nextStamp(NOON, [])).toBe('2026-06-14T12:00:00.000Z');
    expect(nextStamp(NOON, ['2026-06-14T11:59:59.999Z+7'])).toBe('2026-06-14T12:00:00.000Z');
    expect(nextStamp(NOON + 0.9, [])).toBe('2026-06-14T12:00:00.000Z');
  });

  test('is one step after the latest value overwritten, on a clock that is behind or level', () => {
    expect(nextStamp(NOON, ['2026-06-14T12:00:00.000Z'])).toBe('2026-06-14T12:00:00.000Z+1');
    const latest = [
      '2030-01-01T00:00:00.000Z+9',
      '2030-01-01T00:00:00.000Z+10',
      '2027-01-01T00:00:00.000Z+99',
    ];
    expect(nextStamp(NOON, latest)).toBe('2030-01-01T00:00:00.000Z+11');
  });

  test('passes a counter that is full, and stays at the end of the scale', () => {
    expect(nextStamp(NOON, ['2030-01-01T00:00:00.000Z+999999999999999'])).toBe('2030-01-01T00:00:00.001Z');
    const end = '9999-12-31T23:59:59.999Z+999999999999999';
    expect(nextStamp(NOON, [end])).toBe(end);
    expect(nextStamp(8.64e15, [])).toBe('9999-12-31T23:59:59.999Z');
    expect(nextStamp(-5, [])).toBe('1970-01-01T00:00:00.000Z');
  });

  test('refuses what is no clock and no stamp', () => {
    expect(() => nextStamp(Number.NaN, [])).toThrow(RangeError);
    expect(() => nextStamp(NOON, ['soon'])).toThrow(RangeError);
  });
});
