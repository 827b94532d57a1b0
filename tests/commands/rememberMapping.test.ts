import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { rememberedMappings, rememberMapping } from '../../src/commands/rememberMapping';
import { aTablet, valueOf } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

test('what was said of a layout is kept for its entity, and the last word of each layout stands', async () => {
  valueOf(await rememberMapping('Distrito de Cartagena', 'item|logro', { D: 'keep' }));
  valueOf(await rememberMapping('Distrito de Cartagena', 'item|meta', { D: { field: 'target' } }));
  valueOf(await rememberMapping('  DISTRITO de Cartagena ', 'item|logro', { D: { field: 'remark' } }));
  expect(await rememberedMappings('Distrito de Cartagena')).toEqual([
    { layout: 'item|logro', meanings: { D: { field: 'remark' } } },
    { layout: 'item|meta', meanings: { D: { field: 'target' } } },
  ]);
  expect(await rememberedMappings('Cartago')).toEqual([]);
});

test('two that are kept at once are both kept', async () => {
  await Promise.all(['a', 'b', 'c'].map((layout) => rememberMapping('Cali', layout, {})));
  expect((await rememberedMappings('Cali')).map(({ layout }) => layout).sort()).toEqual(['a', 'b', 'c']);
});

test('a device keeps those of an entity that were used last', async () => {
  for (let at = 0; at < 45; at++) await rememberMapping('Cali', `layout ${at}`, {});
  const kept = await rememberedMappings('Cali');
  expect([kept.length, kept[0]?.layout]).toEqual([40, 'layout 44']);
});
