import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, compareText, isJson, isRecord, MAX_DEPTH, sameJson } from '../../src/log/json';
import { PATIENCE_MS, SAMPLED } from '../support/histories';

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
}

describe('canonicalJson', { timeout: PATIENCE_MS }, () => {
  test('sorts keys by code unit at every depth and writes no space', () => {
    expect(canonicalJson({ b: [1, { z: null, a: 'ñ' }], a: true, B: 0.5, é: -0 })).toBe(
      '{"B":0.5,"a":true,"b":[1,{"a":"ñ","z":null}],"é":0}',
    );
  });

  test('escapes what would otherwise be lost in UTF-8', () => {
    expect(canonicalJson('\ud800')).not.toBe(canonicalJson('\ufffd'));
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  });

  test('keeps a key that has a meaning in JavaScript as a plain key', () => {
    expect(canonicalJson(JSON.parse('{"toString":1,"__proto__":2}'))).toBe('{"__proto__":2,"toString":1}');
  });

  test.each([
    undefined,
    Number.NaN,
    Infinity,
    () => 1,
    1n,
    { a: undefined },
    [1, undefined],
    Array(2),
    new Map([[1, 2]]),
    new Date(0),
  ])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(isJson(value)).toBe(false);
  });

  test('refuses what is nested beyond the limit, in a loop too, without running out of stack', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(canonicalJson(nested(MAX_DEPTH))).toContain('1');
    expect(isJson(nested(MAX_DEPTH))).toBe(true);
    for (const deep of [nested(MAX_DEPTH + 1), nested(100_000), loop]) {
      expect(() => canonicalJson(deep)).toThrow(TypeError);
      expect(isJson(deep)).toBe(false);
    }
  });

  test('writes keys that look like numbers in the same order as any others', () => {
    expect(canonicalJson(JSON.parse('{"9":1,"10":2,"a":[{"b":1,"2":0}]}'))).toBe(
      '{"10":2,"9":1,"a":[{"2":0,"b":1}]}',
    );
  });

  test('gives equal text to equal values only, and the text is the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (a, b) => {
        expect(JSON.parse(canonicalJson(a))).toEqual(JSON.parse(JSON.stringify(a)));
        expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
        expect(isJson(a)).toBe(true);
      }),
      SAMPLED,
    );
  });
});

describe('sameJson', () => {
  test('looks at content, not at the order of keys', () => {
    expect(sameJson({ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 })).toBe(true);
  });

  test.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ toString: 1 }, {}],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
    [[], {}],
    [{}, []],
    [null, {}],
    [0, false],
    ['1', 1],
  ])('tells %j from %j', (a, b) => {
    expect(sameJson(a, b)).toBe(false);
  });
});

test('isRecord takes plain objects of any kind and nothing else', () => {
  expect([{}, Object.create(null), JSON.parse('{"__proto__":1}')].map(isRecord)).toEqual([true, true, true]);
  expect([null, [], new Map(), 'x', () => 1].map(isRecord)).toEqual([false, false, false, false, false]);
});

test('compareText goes by code unit, not by any language', () => {
  expect(['ñ', 'o', 'Z', 'a', 'a'].sort(compareText)).toEqual(['Z', 'a', 'a', 'o', 'ñ']);
});
