import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** The locks of one browser, as its tabs share them. */
function sharedLocks() {
  const held: { name: string }[] = [];
  return {
    request: async (name: string, _options: unknown, run: () => Promise<unknown>) => {
      const lock = { name };
      held.push(lock);
      await run();
      held.splice(held.indexOf(lock), 1);
    },
    query: () => Promise.resolve({ held: [...held] }),
  };
}

/** Another page of the same browser has a module of its own. */
async function aTab() {
  vi.resetModules();
  return import('../../src/storage/tabs');
}

beforeEach(() => void vi.stubGlobal('navigator', { locks: sharedLocks() }));
afterEach(() => void vi.unstubAllGlobals());

test('a second tab that writes is known to the first; one that only shows is not', async () => {
  const [first, second] = [await aTab(), await aTab()];
  first.holdTab(true);
  second.holdTab(false);
  expect(await first.isOnlyTab()).toBe(true);
  second.holdTab(true);
  second.holdTab(true);
  expect(await first.isOnlyTab()).toBe(false);
});

test('a tab that begins to show lets go of what it held, and takes it again when it writes', async () => {
  const [first, second] = [await aTab(), await aTab()];
  first.holdTab(true);
  second.holdTab(true);
  second.holdTab(false);
  await expect.poll(() => first.isOnlyTab()).toBe(true);
  second.holdTab(true);
  expect(await first.isOnlyTab()).toBe(false);
});

test('where the browser has no locks a tab takes itself for the only one', async () => {
  vi.stubGlobal('navigator', {});
  const tab = await aTab();
  tab.holdTab(true);
  expect(await tab.isOnlyTab()).toBe(true);
});
