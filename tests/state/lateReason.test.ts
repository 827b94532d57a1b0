import { expect, test } from 'vitest';
import { failure, success } from '../../src/domain/problem';
import { lateReason, withLateReason } from '../../src/state/lateReason.svelte';

const CLOSED = { code: 'closedPeriod', date: '2023-03-31', sealed: 40.9 } as const;

/** A change of a closed period, and the reasons with which it was tried. */
function lateChange() {
  const tried: (string | undefined)[] = [];
  const saving = withLateReason((why) => {
    tried.push(why);
    return Promise.resolve(why === undefined ? failure<string>(CLOSED) : success(why));
  });
  return { tried, saving };
}

async function asked() {
  await Promise.resolve();
  await Promise.resolve();
  return lateReason.asked;
}

test('a change that is refused because its period is closed is tried again with the reason given', async () => {
  const { tried, saving } = lateChange();
  expect(await asked()).toEqual(CLOSED);
  lateReason.answer('Faltaba un acta');
  expect(await saving).toEqual(success('Faltaba un acta'));
  expect(tried).toEqual([undefined, 'Faltaba un acta']);
  expect(lateReason.asked).toBeNull();
});

test('without an answer it stays refused', async () => {
  const { tried, saving } = lateChange();
  await asked();
  lateReason.answer(null);
  expect(await saving).toEqual(failure(CLOSED));
  expect(tried).toEqual([undefined]);
});

test('nothing is asked of another refusal, and one question leaves the other without answer', async () => {
  const other = failure({ code: 'reasonNeeded' });
  expect(await withLateReason(() => Promise.resolve(other))).toEqual(other);
  expect(lateReason.asked).toBeNull();
  const [first, second] = [lateChange(), lateChange()];
  await asked();
  expect(await first.saving).toEqual(failure(CLOSED));
  lateReason.answer('Sí');
  expect(await second.saving).toEqual(success('Sí'));
});
