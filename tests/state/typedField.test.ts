import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failure, success } from '../../src/domain/problem';
import type { Result } from '../../src/domain/problem';
import type { Commit } from '../../src/log/commit';
import { notices } from '../../src/state/notices.svelte';
import { openPlan } from '../../src/state/openPlan.svelte';
import { saveStatus } from '../../src/state/saveStatus.svelte';
import { commitOpenFields, TypedField } from '../../src/state/typedField.svelte';

const FIRST = [{ id: 'a.1.x', at: '2023-04-01T00:00:00.000Z' }];
const SECOND = [{ id: 'b.1.y', at: '2023-04-02T00:00:00.000Z' }];

interface Given {
  readonly draft?: string;
  readonly isLate?: boolean;
  readonly mayResume?: () => boolean;
}

/** A field over a record that the test changes, with every call to the outside written down. */
function aField(initial = '', given: Given = {}) {
  const record = { value: initial, seen: FIRST };
  const calls: string[] = [];
  const outcome: { commit: () => Result<null>; keep: () => Result<null> } = {
    commit: () => success(null),
    keep: () => success(null),
  };
  let answer: 'yes' | 'leaving' | 'no' = 'yes';
  made += 1;
  const field = new TypedField<string>({
    place: `field ${made}`,
    recorded: () => record,
    readDraft: () => Promise.resolve(given.draft === undefined ? null : { value: given.draft, seen: FIRST }),
    keep: (value, _seen, isReady) => {
      calls.push(`keep ${value}${isReady ? '' : ', waiting'}`);
      return Promise.resolve(outcome.keep());
    },
    drop: () => Promise.resolve(void calls.push('drop')),
    mayKeep: () => true,
    ...(given.mayResume ? { mayResume: given.mayResume } : {}),
    mayCommit: (_value, isLeaving) => answer === 'yes' || (answer === 'leaving' && isLeaving),
    commit: (value, seen) => {
      calls.push(`commit ${value} over ${seen.map(({ id }) => id).join()}`);
      const result = outcome.commit();
      if (!result.ok) return Promise.resolve(result);
      const catchUp = () => void Object.assign(record, { value, seen: SECOND });
      // The plan in memory follows the save, and not always before the save is answered.
      if (!given.isLate) catchUp();
      return Promise.resolve(success([{ id: 'b.1.y', at: '2023-04-02T00:00:00.000Z' } as Commit]));
    },
  });
  return { field, record, calls, outcome, hold: (how: 'leaving' | 'no') => (answer = how) };
}

let made = 0;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a field being typed', () => {
  test('whose answer no draft holds waits for it at the next start', async () => {
    const { field, calls } = aField('', { mayResume: () => false });
    field.type('5');
    await vi.advanceTimersByTimeAsync(300);
    expect(calls).toEqual(['keep 5, waiting']);
    await field.leave();
    expect(calls.at(-1)).toMatch(/^commit 5/);
  });

  test('is a durable draft 300 ms after its first key, and one commit after 5 s of rest', async () => {
    const { field, calls } = aField();
    field.type('c');
    await vi.advanceTimersByTimeAsync(200);
    field.type('ci');
    field.type('cin');
    await vi.advanceTimersByTimeAsync(99);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toEqual(['keep cin']);
    await vi.advanceTimersByTimeAsync(4900);
    expect(calls).toEqual(['keep cin', 'commit cin over a.1.x']);
    expect(field.isDirty).toBe(false);
  });

  test('is kept all along of who types without a pause', async () => {
    const { field, calls } = aField();
    for (let keys = 1; keys <= 20; keys += 1) {
      field.type('x'.repeat(keys));
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(calls.length).toBeGreaterThanOrEqual(3);
    expect(calls.at(-1)).toMatch(/^keep x{15,20}$/);
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

  test('shows what comes from elsewhere only while nothing is being typed', async () => {
    const { field, record } = aField('antes');
    record.value = 'después';
    expect(field.value).toBe('después');
    field.type('mío');
    record.value = 'otra';
    expect(field.value).toBe('mío');
    await field.commit();
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

  test('gives way to what is recorded where nothing can be written, and keeps nothing', async () => {
    const { field, calls } = aField('antes', { draft: 'de hoy' });
    const readOnly = vi.spyOn(openPlan, 'readOnly', 'get').mockReturnValue({ code: 'readOnlyView' });
    await vi.advanceTimersByTimeAsync(0);
    field.type('otra');
    field.type('otra cosa');
    await vi.advanceTimersByTimeAsync(6000);
    await field.leave();
    expect([field.value, field.isDirty, calls]).toEqual(['antes', false, []]);
    expect(saveStatus.isSaving).toBe(false);
    expect(notices.list.filter(({ kind }) => kind === 'failure')).toHaveLength(1);
    readOnly.mockRestore();
  });

  test('stays a draft while something is still asked about it', async () => {
    const { field, calls, hold } = aField();
    hold('no');
    field.type('3');
    await field.commit();
    await field.leave();
    expect(calls).toEqual(['keep 3, waiting', 'keep 3, waiting']);
    expect(field.isDirty).toBe(true);
  });

  test('takes leaving for an answer where it may go unanswered', async () => {
    const { field, calls, hold } = aField();
    hold('leaving');
    field.type('20');
    await field.commit();
    expect(calls).toEqual(['keep 20']);
    await field.leave();
    expect(calls).toEqual(['keep 20', 'commit 20 over a.1.x']);
  });

  test('comes back as it was being typed', async () => {
    const { field } = aField('antes', { draft: 'a medias' });
    await vi.advanceTimersByTimeAsync(0);
    expect(field.value).toBe('a medias');
    expect(field.isDirty).toBe(true);
  });

  test('never conflicts with itself while the plan on screen catches up', async () => {
    const { field, calls } = aField('2', { isLate: true });
    field.type('7');
    await field.commit();
    expect(field.value).toBe('7');
    field.type('5');
    await field.commit();
    field.type('2');
    await field.commit();
    expect(calls).toEqual(['commit 7 over a.1.x', 'commit 5 over b.1.y', 'commit 2 over b.1.y']);
  });

  test('is not "Guardado" from the first key until the disk has it', async () => {
    const { field, outcome } = aField();
    expect(saveStatus.isSaving).toBe(false);
    field.type('a');
    expect(saveStatus.isSaving).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    expect(saveStatus.isSaving).toBe(false);
    outcome.keep = () => failure({ code: 'storageFull' });
    field.type('ab');
    await vi.advanceTimersByTimeAsync(300);
    expect(saveStatus.problem).toEqual({ code: 'storageFull' });
    await saveStatus.track(Promise.resolve(success(null)), 'elsewhere');
    expect(saveStatus.problem).toEqual({ code: 'storageFull' });
    await field.commit();
    expect(saveStatus.problem).toBeNull();
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

  test('is committed with all others for what needs them recorded, and is still open afterwards', async () => {
    const { field, calls, hold } = aField();
    field.type('60');
    expect(await commitOpenFields()).toBe(true);
    expect(calls).toEqual(['commit 60 over a.1.x']);
    field.type('70');
    expect(await commitOpenFields()).toBe(true);
    expect(calls.at(-1)).toBe('commit 70 over b.1.y');
    hold('no');
    field.type('-1');
    expect(await commitOpenFields()).toBe(false);
    field.abandon();
  });
});
