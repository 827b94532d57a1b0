import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { precachedUrls } from '../architecture/precache';
import { expect, readyForOffline, test } from './support/app';
import { expectNoAxeViolations } from './support/axe';
import { openDevice, PLAIN_HTTP_HOST } from './support/device';
import { serveFolder } from './support/staticServer';

async function expectAppShown(page: Page): Promise<void> {
  await expect(page.locator('#app')).not.toBeEmpty();
  await expect(page.getByRole('heading').first()).toBeVisible();
}

test('after one visit it opens with no network, even in a browser started again', async ({
  device,
  openApp,
  goOffline,
  server,
}) => {
  const page = await openApp();
  await expectAppShown(page);
  await goOffline();
  await page.reload();
  await expectAppShown(page);

  await device.crash();
  const again = await device.reopen();
  await again.goto(server.url);
  await expectAppShown(again);
});

test('with no network every file of the build answers, and unknown words in the address do not matter', async ({
  openApp,
  goOffline,
  server,
}) => {
  const precached = precachedUrls(await readFile('dist/sw.js', 'utf8'));
  expect(precached.length).toBeGreaterThan(10);
  const page = await openApp();
  await goOffline();
  const silent = await page.evaluate(async (urls) => {
    const isMissing = async (url: string) => !(await fetch(url).catch(() => undefined))?.ok;
    const answers = await Promise.all(urls.map(async (url) => ((await isMissing(url)) ? [url] : [])));
    return answers.flat();
  }, precached);
  expect(silent).toEqual([]);

  await page.goto(`${server.url}?origen=instalada#/`);
  await expectAppShown(page);
});

test('the policy holds in the page and in the headers, and nothing breaches it', async ({
  openApp,
  device,
}) => {
  const page = await openApp();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain('trusted-types svelte-trusted-html bitacora');
  const headers = (await page.request.get(page.url())).headers();
  expect(headers['content-security-policy']).toBe(`${policy ?? ''}; frame-ancestors 'none'`);
  device.guard.check();
});

test('the policy refuses foreign markup, script and workers, and the guard hears of it', async ({
  openApp,
  device,
}) => {
  const page = await openApp();
  const refused = await page.evaluate(() => {
    const isRefused = (attempt: () => void) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    };
    return [
      isRefused(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      isRefused(() => void new Worker(`${location.href}assets/x.js`)),
      isRefused(() => (document.createElement('script').src = 'https://example.org/x.js')),
    ];
  });
  expect(refused).toEqual([true, true, true]);
  await expect(() => expect(() => device.guard.check()).toThrow('securitypolicyviolation')).toPass();
  device.guard.allow(/securitypolicyviolation|Trusted(HTML|ScriptURL)|Content Security Policy/);
});

test('over plain HTTP in a local network there is no service worker, and the app still opens', async ({
  device,
  server,
}) => {
  await device.page.goto(server.url.replace('localhost', PLAIN_HTTP_HOST));
  expect(await device.page.evaluate(() => isSecureContext || 'serviceWorker' in navigator)).toBe(false);
  await expectAppShown(device.page);
});

test('it can be installed: manifest, icons and language', async ({ openApp, device, server }) => {
  const page = await openApp();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-CO');
  const session = await device.context.newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A profile made for a test counts as private browsing to this question.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const manifest = (await (await page.request.get(`${server.url}manifest.webmanifest`)).json()) as {
    lang: string;
  };
  expect(manifest.lang).toBe('es-CO');
});

test('axe finds nothing on the first screen, light and dark', async ({ openApp }) => {
  const page = await openApp();
  await expectAppShown(page);
  await expectNoAxeViolations(page);
});

test('it works from a subfolder, with and without network', async ({ deviceOptions }) => {
  const server = await serveFolder('dist', '/entidad/bitacora/');
  const device = await openDevice(deviceOptions);
  await device.page.goto(server.url);
  await readyForOffline(device.page);
  await expectAppShown(device.page);
  device.guard.allow(/net::ERR_/);
  await server.stop();
  await device.context.setOffline(true);
  await device.page.reload();
  await expectAppShown(device.page);
  await device.dispose();
});

test('a second build waits until it is asked for', async ({ openApp, server }) => {
  const next = await secondBuild();
  const page = await openApp();
  const newer = page.locator('html[data-build="2"]');
  await expect(newer).toHaveCount(0);

  server.folder = next;
  const isWaiting = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    return new Promise<boolean>((resolve) => {
      const look = () => (registration.waiting ? resolve(true) : setTimeout(look, 50));
      look();
    });
  });
  expect(isWaiting).toBe(true);
  await page.reload();
  await expectAppShown(page);
  await expect(newer, 'the old version stays until a person says so').toHaveCount(0);
  await expect(page.getByText('Hay una versión nueva de Bitácora.')).toBeVisible();
  await expectNoAxeViolations(page);

  await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    const taken = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
    waiting?.postMessage({ type: 'SKIP_WAITING' });
    await taken;
  });
  await page.reload();
  await expect(newer).toHaveCount(1);
  await rm(next, { recursive: true });
});

/** A copy of the build whose page differs, as the next version's would. */
async function secondBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-next-'));
  await cp('dist', folder, { recursive: true });
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await writeFile(join(folder, 'index.html'), page.replace('<html ', '<html data-build="2" '));
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const changed = worker.replace(/("revision":")\w+(","url":"index\.html")/, '$1next$2');
  expect(changed).not.toBe(worker);
  await writeFile(join(folder, 'sw.js'), changed);
  return folder;
}
