import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/domain/document';
import type { Figure, Quote } from '../../src/domain/document';
import { agree, counted, ended, listed, namedWithRest, say, sentences } from '../../src/text/say';

const n = (value: number): Figure => ({ k: 'figure', of: 'count/x', value, text: `${value}` });
const quote = (text: string): Quote => ({ k: 'quote', text });

describe('a sentence', () => {
  it('keeps its figures and quotes in their places, and has no empty pieces', () => {
    const row = quote('Plan 1');
    expect(say`${row} va en ${n(4)}.`).toEqual([row, ' va en ', n(4), '.']);
    expect(say`${''}${say`uno`}`).toEqual(['uno']);
  });

  it('follows another after a space, and is left out where it says nothing', () => {
    expect(plainText(sentences('Uno.', '', say`Dos.`))).toBe('Uno. Dos.');
  });

  it('ends in a stop, and never in two', () => {
    expect(plainText(ended('Uno'))).toBe('Uno.');
    expect(plainText(ended(say`${quote('Uno.')}`))).toBe('Uno.');
  });
});

describe('an enumeration', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a y b'],
    [['a', 'b', 'c'], 'a, b y c'],
    [['a', 'iniciar'], 'a e iniciar'],
  ])('of %j is %j', (parts, said) => {
    expect(plainText(listed(parts))).toBe(said);
  });

  it('keeps each figure and quote as it is', () => {
    expect(listed([quote('a'), n(2)])).toEqual([quote('a'), ' y ', n(2)]);
  });

  it('counts those that it does not name', () => {
    const names = [quote('A'), quote('B')];
    expect(plainText(namedWithRest(names, n(0)))).toBe('«A» y «B»');
    expect(plainText(namedWithRest(names, n(3)))).toBe('«A», «B» y 3\u00a0más');
  });
});

it('a count agrees with its noun', () => {
  expect(plainText(counted(n(1), 'fila', 'filas'))).toBe('1\u00a0fila');
  expect(plainText(counted(n(0), 'fila', 'filas'))).toBe('0\u00a0filas');
  expect([agree(n(1), 'está', 'están'), agree(n(2), 'está', 'están')]).toEqual(['está', 'están']);
});
