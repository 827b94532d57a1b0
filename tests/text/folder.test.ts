import { describe, expect, test } from 'vitest';
import { ago, lastExchange } from '../../src/text/folder';

const NOW = Date.parse('2023-04-03T17:00:00.000Z');
const TODAY = '2023-04-03';
const before = (ms: number) => new Date(NOW - ms).toISOString();
const MINUTE = 60_000;

describe('how long ago', () => {
  test.each([
    [0, 'hace un momento'],
    [-5 * MINUTE, 'hace un momento'],
    [MINUTE - 1, 'hace un momento'],
    [MINUTE, 'hace 1 min'],
    [59 * MINUTE, 'hace 59 min'],
    [60 * MINUTE, 'hace 1 h'],
    [11.9 * 60 * MINUTE, 'hace 11 h'],
    [24 * 60 * MINUTE, '2 abr 2023, 12:00'],
  ])('%d ms: %s', (ms, words) => {
    expect(ago(before(ms), NOW, TODAY).replaceAll('\u00a0', ' ')).toBe(words);
  });
});

describe('the last exchange', () => {
  const say = (
    lastMs: number | null,
    arrivedMs: number | null,
    from: readonly { person: string; changes: number }[],
  ) => {
    const lastAt = lastMs === null ? null : before(lastMs);
    const arrived = arrivedMs === null ? null : { at: before(arrivedMs), from };
    return lastExchange({ lastAt, arrived }, NOW, TODAY).replaceAll('\u00a0', ' ');
  };

  test('says what came and from whom', () => {
    expect(say(2 * MINUTE, 2 * MINUTE, [{ person: 'Ana', changes: 14 }])).toBe(
      'Último intercambio hace 2 min: llegaron 14 cambios del equipo de Ana.',
    );
  });

  test('counts one as one, and joins the files of one person', () => {
    expect(say(0, 0, [{ person: '', changes: 1 }])).toBe(
      'Último intercambio hace un momento: llegó 1 cambio de otro equipo.',
    );
    const several = [
      { person: 'Ana', changes: 2 },
      { person: '', changes: 1 },
      { person: 'Ana', changes: 3 },
    ];
    expect(say(0, 0, several)).toBe(
      'Último intercambio hace un momento: llegaron 5 cambios del equipo de Ana y 1 cambio de otro equipo.',
    );
  });

  test('that brought nothing still says what came last', () => {
    expect(say(0, 12 * MINUTE, [{ person: 'Ana', changes: 3 }])).toBe(
      'Último intercambio hace un momento: nada nuevo. Lo último, hace 12 min: llegaron 3 cambios del equipo de Ana.',
    );
    expect(say(0, null, [])).toBe('Último intercambio hace un momento: todavía no ha llegado nada.');
    expect(say(null, null, [])).toBe('Todavía no se ha intercambiado nada.');
  });
});
