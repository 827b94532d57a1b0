import { expect, test } from 'vitest';
import type { CommitId } from '../../src/log/commit';
import { receiptsByDevice } from '../../src/state/exchanges.svelte';
import type { ExchangeRow } from '../../src/storage/database';

const OWN = 'aaaaaaaa';

function idOf(seq: number, mark = '0'): CommitId {
  return `${OWN}.${seq}.${mark.repeat(16)}`;
}

const chain = new Set([1, 2, 3, 4, 5].map((seq) => idOf(seq)));

/** How much of the own chain a file confirms whose author held these commits, and lacked those. */
function confirmed(
  heads: readonly (readonly [number, string?])[],
  without: readonly CommitId[] = [],
): number {
  const list = heads.map(([seq, mark]) => ({ seq, id: idOf(seq, mark) }));
  const row: ExchangeRow = {
    ...{ copy: 'c', key: 'k', at: '2023-04-03T12:00:00.000Z', way: 'received', how: 'picked', without },
    ...{ device: 'bbbbbbbb', person: '', file: 'b.json', commits: 1, added: 0, isDelta: false },
    heads: [[OWN, list]],
  };
  return receiptsByDevice([row], { device: OWN, chain })[0]?.confirmed ?? -1;
}

test('a head of the own chain confirms it up to there', () => {
  expect(confirmed([[3]])).toBe(3);
  expect(confirmed([[3], [5, 'f']])).toBe(3);
});

test('what a copied device wrote under the same id confirms nothing', () => {
  expect(confirmed([[5, 'f']])).toBe(0);
});

test('a chain that is broken off confirms no more than what lies before', () => {
  expect(confirmed([[2], [5]], [idOf(3)])).toBe(2);
  expect(confirmed([[5]], [idOf(3)])).toBe(0);
  expect(confirmed([[5], [7, 'f']], [idOf(6, 'f')])).toBe(5);
});
