import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

async function load(navigator: object) {
  vi.resetModules();
  vi.stubEnv('DEV', false);
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('document', {
    baseURI: 'https://entidad.gov.co/',
    readyState: 'complete',
    addEventListener: vi.fn(),
  });
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });
  const { appUpdate } = await import('../../src/state/appUpdate.svelte');
  return { appUpdate, reload };
}

test('where there is no service worker it promises nothing, and the page can still be loaded again', async () => {
  const { appUpdate, reload } = await load({});
  await appUpdate.start();
  expect([appUpdate.isReady, appUpdate.isOfflineReady]).toEqual([false, false]);
  appUpdate.apply();
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a refused registration is thrown to the caller', async () => {
  const register = vi.fn(() => Promise.reject(new Error('refused')));
  const { appUpdate } = await load({ serviceWorker: { register, addEventListener: vi.fn() } });
  await expect(appUpdate.start()).rejects.toThrow('refused');
  expect(appUpdate.isOfflineReady).toBe(false);
});

test('it registers once, our own script, and says when every part is on the device', async () => {
  const registration = Object.assign(new EventTarget(), { waiting: null });
  const register = vi.fn(() => Promise.resolve(registration));
  const { appUpdate } = await load({
    serviceWorker: Object.assign(new EventTarget(), {
      register,
      ready: Promise.resolve(registration),
      controller: null,
    }),
  });
  await appUpdate.start();
  await appUpdate.start();
  expect(register).toHaveBeenCalledTimes(1);
  expect(register).toHaveBeenCalledWith('./sw.js', {});
  await vi.waitFor(() => expect(appUpdate.isOfflineReady).toBe(true));
  expect(appUpdate.isReady).toBe(false);
});
