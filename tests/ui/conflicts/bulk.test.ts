import { describe, expect, test } from 'vitest';
import { DELETED } from '../../../src/domain/entities';
import { proposeBulk, winnersIn } from '../../../src/ui/conflicts/bulk';
import type { BulkRule } from '../../../src/ui/conflicts/bulk';
import type { Conflict, Option } from '../../../src/ui/conflicts/candidates';

const head = (device: string, by: string, value: string) => {
  return { id: `${device}.1.x`, at: '2026-01-01T00:00:00.000Z', by, value };
};

/** A conflict and its options, the best first; each option was written by some. */
function between(
  field: string,
  ...values: readonly (readonly [value: string, ...heads: readonly ReturnType<typeof head>[]])[]
): readonly [Conflict, readonly Option[]] {
  const options = values.map(([value, ...heads], at): Option => {
    const candidate = { id: value, from: '', value, who: '', when: '', isProvisional: at === 0 };
    return { value, heads, candidate };
  });
  return [{ entityId: 'act:1', field, heads: options.flatMap(({ heads }) => heads) }, options];
}

const ANA = head('a', 'per:ana', 'uno');
const EVA = head('b', 'per:eva', 'dos');
const LEO = head('c', 'per:ana', 'tres');
const SESSIONS = new Map([
  [ANA.id, 'mtg:1'],
  [LEO.id, 'mtg:1'],
]);

const plain = between('name', ['dos', EVA], ['uno', ANA]);
const twoOfAna = between('number', ['tres', LEO], ['uno', ANA]);
const deleted = between(DELETED, ['conservado', ANA], ['borrado', EVA]);

function decided(rule: BulkRule) {
  const { choices, left } = proposeBulk([plain, twoOfAna, deleted], rule, SESSIONS);
  const told = choices.map(({ conflict, option, isTickedAtFirst }) => {
    return [conflict.field, option.value, isTickedAtFirst];
  });
  return { told, left: left.map(({ field }) => field) };
}

describe('who wins where many are decided at once', () => {
  test('a session, a person or a device: its one value; of two of them none', () => {
    const own = [
      ['name', 'uno', true],
      [DELETED, 'conservado', false],
    ];
    expect(decided({ k: 'session', id: 'mtg:1' })).toEqual({ told: own, left: ['number'] });
    expect(decided({ k: 'person', id: 'per:ana' })).toEqual({ told: own, left: ['number'] });
    expect(decided({ k: 'device', id: 'c' })).toEqual({
      told: [['number', 'tres', true]],
      left: ['name', DELETED],
    });
  });

  test('the latest decides all; what was deleted and edited stays unticked', () => {
    expect(decided({ k: 'latest' })).toEqual({
      told: [
        ['name', 'dos', true],
        ['number', 'tres', true],
        [DELETED, 'conservado', false],
      ],
      left: [],
    });
  });

  test('can be whoever wrote some value of them', () => {
    const options = [plain, twoOfAna, deleted].map(([, own]) => own);
    expect(winnersIn(options, SESSIONS)).toEqual({
      sessions: ['mtg:1'],
      people: ['per:eva', 'per:ana'],
      devices: ['b', 'a', 'c'],
    });
  });
});
