import { expect, test } from 'vitest';
import { isMissed, lineOf, median, medianMs, percentile } from './measurement';

test('a line has the agreed keys in their order, and the ratio is ours over the peer', () => {
  expect(lineOf({ bench: 'rollup', n: 10000, peer: 'loop', oursMs: 0.6, peerMs: 0.5 })).toBe(
    '{"bench":"rollup","n":10000,"peer":"loop","oursMs":0.6,"peerMs":0.5,"ratio":1.2}',
  );
  expect(
    lineOf({ bench: 'precache', n: 9, peer: 'budget', oursMs: 800.12345, peerMs: 1600, unit: 'kB' }),
  ).toBe('{"bench":"precache","n":9,"peer":"budget","oursMs":800.123,"peerMs":1600,"ratio":0.5,"unit":"kB"}');
});

test('over its bar is more than its share of the peer, more than a budget, and what is no number', () => {
  const half = { bench: 'merge', n: 1, peer: 'yjs', peerMs: 100, bar: 0.5 };
  expect([50, 51, NaN].map((oursMs) => isMissed({ ...half, oursMs }))).toEqual([false, true, true]);
  const budget = { bench: 'total', n: 1, peer: 'budget', peerMs: 100 };
  expect([100, 101].map((oursMs) => isMissed({ ...budget, oursMs }))).toEqual([false, true]);
  expect(isMissed({ bench: 'looked-at', n: 1, peer: 'yjs', oursMs: 900, peerMs: 1 })).toBe(false);
});

test('a peer that is very slow still has a ratio', () => {
  const measured = { bench: 'rollup', n: 10000, peer: 'hyperformula', oursMs: 0.4, peerMs: 300 };
  expect(lineOf(measured)).toContain('"ratio":0.00133');
});

test('the median is not moved by one slow run', () => {
  expect(median([1, 900, 2, 3, 2])).toBe(2);
});

test('a percentile leaves out only what is beyond its share', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => 20 - at);
  expect(percentile(twenty, 0.95)).toBe(19);
  expect(percentile(twenty, 1)).toBe(20);
  expect(percentile([], 0.95)).toBeNaN();
});

test('a bench runs at least five times after one that warms up', async () => {
  let count = 0;
  expect(await medianMs(() => (count += 1), 2)).toBeGreaterThanOrEqual(0);
  expect(count).toBe(6);
});
