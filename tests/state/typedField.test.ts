import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failure, success } from '../../src/domain/problem';
import type { Result } from '../../src/domain/problem';
import { TypedField } from '../../src/state/typedField.svelte';

const FIRST = [{ id: 'a.1.x', at: '2023-04-01T00:00:00.000Z' }];
const SECOND = [{ id: 'b.1.y', at: '2023-04-02T00:00:00.000Z' }];

/** A field over a record that the test changes, with every call to the outside written down. */
function aField(initial = '') {
  const record = { value: initial, seen: FIRST };
  const calls: string[] = [];
  const outcome: { commit: () => Result<null> } = { commit: () => success(null) };
  let mayCommit = true;
  const field = new TypedField<string>({
    recorded: () => record,
    keep: (value) => Promise.resolve(success(void calls.push(`keep ${value}`))),
    drop: () => Promise.resolve(void calls.push('drop')),
    mayCommit: () => mayCommit,
    commit: (value, seen) => {
      calls.push(`commit ${value} over ${seen.map(({ id }) => id).join()}`);
      const result = outcome.commit();
      if (result.ok) Object.assign(record, { value, seen: SECOND });
      return Promise.resolve(result);
    },
  });
  return { field, record, calls, outcome, hold: () => (mayCommit = false) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a field being typed', () => {
  test('is a durable draft 300 ms after the last key, and one commit after 5 s of rest', async () => {
    const { field, calls } = aField();
    field.type('c');
    await vi.advanceTimersByTimeAsync(200);
    field.type('ci');
    field.type('cin');
    await vi.advanceTimersByTimeAsync(299);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toEqual(['keep cin']);
    await vi.advanceTimersByTimeAsync(4700);
    expect(calls).toEqual(['keep cin', 'commit cin over a.1.x']);
    expect(field.isDirty).toBe(false);
  });

  test('becomes one commit when the person leaves it', async () => {
    const { field, calls } = aField();
    field.type('cinco');
    await field.commit();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toEqual(['commit cinco over a.1.x']);
  });

  test('writes over what was seen when typing began, not over what came meanwhile', async () => {
    const { field, record, calls } = aField();
    field.type('c');
    record.value = 'de otra tableta';
    record.seen = SECOND;
    field.type('ci');
    await field.commit();
    expect(calls).toEqual(['commit ci over a.1.x']);
  });

  test('shows what comes from elsewhere only while nothing is being typed', () => {
    const { field, record } = aField('antes');
    record.value = 'después';
    expect(field.value).toBe('después');
    field.type('mío');
    record.value = 'otra';
    expect(field.value).toBe('mío');
  });

  test('that ends as it began is no commit', async () => {
    const { field, calls } = aField('5');
    field.type('6');
    field.type('5');
    await field.commit();
    expect(calls).toEqual(['drop']);
    expect(field.isDirty).toBe(false);
  });

  test('keeps what was typed when the save fails, and says why', async () => {
    const { field, outcome } = aField();
    outcome.commit = () => failure({ code: 'storageFull' });
    field.type('cinco');
    await field.commit();
    expect(field.value).toBe('cinco');
    expect(field.problem).toEqual({ code: 'storageFull' });
    outcome.commit = () => success(null);
    await field.commit();
    expect(field.problem).toBeNull();
    expect(field.isDirty).toBe(false);
  });

  test('stays a draft while something is still asked about it', async () => {
    const { field, calls, hold } = aField();
    hold();
    field.type('3');
    await field.commit();
    expect(calls).toEqual(['keep 3']);
    expect(field.isDirty).toBe(true);
  });

  test('goes on from what was just saved when typing went on during the save', async () => {
    const { field, calls } = aField();
    field.type('a');
    const saving = field.commit();
    field.type('ab');
    await saving;
    await field.commit();
    expect(calls).toEqual(['commit ab over a.1.x']);
    field.type('abc');
    await field.commit();
    expect(calls.at(-1)).toBe('commit abc over b.1.y');
  });
});
