import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { undoCommit } from '../../src/commands/undo';
import type { Json } from '../../src/log/json';
import { readHistory } from '../../src/state/history';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

let copy = '';
let row: { id: string; activity: string; item: string; target: number | null };

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
  const { id, activity, item, target } = (await planOn(copy)).indicators[3]!;
  row = { id, activity: activity.id, item: item.id, target };
});

async function write(entity: string, field: string, value: Json): Promise<string> {
  const seen = await seenIn(copy, entity, field);
  return valueOf(await changePlan(copy, [{ entity, field, value, seen }])).at(-1)?.id ?? '';
}

describe('the history of several entities', () => {
  test('is one, the newest first, each change with what it wrote over', async () => {
    await write(row.id, 'target', 30);
    await write(row.activity, 'end', '2024-01-31');
    const changed = await write(row.id, 'weight', 10);
    await undoCommit(copy, changed);
    const later = (await readHistory(copy, [row.id, row.activity, row.item])).filter(
      ({ isBirth }) => !isBirth,
    );
    expect(
      later.map(({ entity, field, before, value, why, isFirst }) => [
        entity,
        field,
        before,
        value,
        why,
        isFirst,
      ]),
    ).toEqual([
      [row.id, 'weight', 10, null, 'undo', false],
      [row.id, 'weight', undefined, 10, '', true],
      [row.activity, 'end', expect.any(String), '2024-01-31', '', false],
      [row.id, 'target', row.target, 30, '', false],
    ]);
  });

  test('tells what each began with apart', async () => {
    const births = (await readHistory(copy, [row.id, row.item])).filter(({ isBirth }) => isBirth);
    expect(new Set(births.map(({ entity }) => entity))).toEqual(new Set([row.id, row.item]));
    expect(births.every(({ why }) => why === 'import')).toBe(true);
  });

  test('takes no change for a beginning where the beginning is not here', async () => {
    const written = await write('act:elsewhere', 'name', 'Otra');
    const [first] = await readHistory(copy, ['act:elsewhere']);
    expect(first).toMatchObject({ id: written, isBirth: true });
    const seen = [{ id: 'zzzzzzzz.1.aaaaaaaaaaaaaaaa', at: '2023-01-01T00:00:00.000Z' }];
    valueOf(await changePlan(copy, [{ entity: 'act:lost', field: 'name', value: 'Otra', seen }]));
    const [only] = await readHistory(copy, ['act:lost']);
    expect(only).toMatchObject({ isBirth: false, isFirst: false, before: undefined });
  });
});
