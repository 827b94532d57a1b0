import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { commitDrafts } from '../../../src/commands/keepDraft';
import { saveStatus } from '../../../src/state/saveStatus.svelte';
import { beginAnew, textDraft } from '../../../src/ui/plan/draftOnly';
import { aTablet, loadExample, valueOf } from '../../support/tablets';

let copy = '';
const reason = () => textDraft({ copy, entity: 'mtg:1', field: 'reason' });

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
});

test('what was being written is there after the page is gone, and is no history', async () => {
  const before = reason();
  before.type('Faltó el acuerdo');
  await before.leave();
  expect(saveStatus.isSaving).toBe(false);
  expect(valueOf(await commitDrafts(copy)).recorded).toBe(0);
  const after = reason();
  await expect.poll(() => after.value).toBe('Faltó el acuerdo');
});

test('once it is history, or given up, it begins anew', async () => {
  const draft = reason();
  draft.type('Faltó el acuerdo');
  await draft.commit();
  expect(draft.value).toBe('Faltó el acuerdo');
  await beginAnew(draft, '');
  expect([draft.value, draft.isDirty, saveStatus.isSaving]).toEqual(['', false, false]);
  const after = reason();
  await after.commit();
  expect(after.value).toBe('');
});
