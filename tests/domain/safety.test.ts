import { describe, expect, test } from 'vitest';
import { adviseSafety } from '../../src/domain/safety';
import type { SafetyFacts } from '../../src/domain/safety';

const NOW = '2026-06-20T12:00:00.000Z';
const FINE: SafetyFacts = {
  damaged: 0,
  onlyHere: 3,
  lastCopyAt: '2026-06-19T12:00:00.000Z',
  lastCheckAt: '2026-06-01T12:00:00.000Z',
  heldSince: '2026-01-01T12:00:00.000Z',
  isPersistent: true,
  usedBytes: 10,
  quotaBytes: 100,
};

describe('what to do for the safety of a plan', () => {
  test('is nothing while somebody takes copies and checks now and then', () => {
    expect(adviseSafety(FINE, NOW)).toBe('none');
    expect(adviseSafety({ ...FINE, isPersistent: null, usedBytes: null, quotaBytes: null }, NOW)).toBe(
      'none',
    );
  });

  test.each([
    ['a week without a copy outside', { lastCopyAt: '2026-06-13T12:00:00.000Z' }, 'copyOutside'],
    ['never a copy of a plan of long ago', { lastCopyAt: null }, 'copyOutside'],
    ['a plan of today', { lastCopyAt: null, heldSince: NOW }, 'none'],
    ['nothing that is only here', { lastCopyAt: null, onlyHere: 0 }, 'none'],
    ['a browser that may take it away', { isPersistent: false }, 'keepStorage'],
    ['thirty days without a check', { lastCheckAt: '2026-05-21T12:00:00.000Z' }, 'check'],
    ['never a check of a plan of long ago', { lastCheckAt: null }, 'check'],
    ['no room', { usedBytes: 90 }, 'freeSpace'],
    ['a device that holds nothing', { usedBytes: 0, quotaBytes: 0 }, 'none'],
  ] as const)('for %s', (_name, change, advice) => {
    expect(adviseSafety({ ...FINE, ...change }, NOW)).toBe(advice);
  });

  test('is the most pressing of several', () => {
    const all = { damaged: 1, lastCopyAt: null, isPersistent: false, usedBytes: 99, lastCheckAt: null };
    expect(adviseSafety({ ...FINE, ...all }, NOW)).toBe('recover');
    expect(adviseSafety({ ...FINE, ...all, damaged: 0 }, NOW)).toBe('freeSpace');
    expect(adviseSafety({ ...FINE, ...all, damaged: 0, usedBytes: 1 }, NOW)).toBe('copyOutside');
  });
});
