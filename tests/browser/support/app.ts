import { test as base, expect } from '@playwright/test';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { openDevice } from './device';
import type { Device } from './device';
import { serveFolder } from './staticServer';
import type { StaticServer } from './staticServer';

export { expect };

// The browser itself says so of every request that finds no network; without network that is no error of ours.
const NO_NETWORK = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED|NETWORK_CHANGED)/;

interface App {
  /** The static host of the build, of this test alone. */
  readonly server: StaticServer;
  /** The person's device, with nothing open yet. */
  readonly device: Device;
  /** A second device, for what two people write. */
  readonly otherDevice: Device;
  /** A third one, for what goes round a team. */
  readonly thirdDevice: Device;
  /** Opens the app and waits until it can work without network. */
  readonly openApp: (device?: Device) => Promise<Page>;
  /** Takes the network away: the host stops, and the browser says that it is offline. */
  readonly goOffline: () => Promise<void>;
  readonly goOnline: () => Promise<void>;
}

interface Internal {
  readonly deviceOptions: BrowserContextOptions;
}

/** Playwright's `test` with a host that can be stopped and devices that can be killed. */
export const test = base.extend<App & Internal>({
  deviceOptions: async ({ viewport, deviceScaleFactor, hasTouch, isMobile, locale, timezoneId }, use) => {
    await use({
      viewport,
      hasTouch: hasTouch,
      isMobile: isMobile,
      ...(deviceScaleFactor !== undefined && { deviceScaleFactor }),
      ...(locale !== undefined && { locale }),
      ...(timezoneId !== undefined && { timezoneId }),
    });
  },
  // First up and last down: a page that is closing still asks its host for things.
  server: [
    async ({}, use) => {
      const server = await serveFolder('dist');
      await use(server);
      await server.stop();
    },
    { auto: true },
  ],
  device: async ({ deviceOptions }, use) => {
    const device = await openDevice(deviceOptions);
    await use(device);
    await device.dispose();
  },
  otherDevice: async ({ deviceOptions }, use) => {
    const device = await openDevice(deviceOptions);
    await use(device);
    await device.dispose();
  },
  thirdDevice: async ({ deviceOptions }, use) => {
    const device = await openDevice(deviceOptions);
    await use(device);
    await device.dispose();
  },
  openApp: async ({ server, device }, use) => {
    await use(async ({ page } = device) => {
      await page.goto(server.url);
      await readyForOffline(page);
      return page;
    });
  },
  goOffline: async ({ server, device }, use) => {
    await use(async () => {
      device.guard.allow(NO_NETWORK);
      await server.stop();
      await device.context.setOffline(true);
    });
  },
  goOnline: async ({ server, device }, use) => {
    await use(async () => {
      await server.start();
      await device.context.setOffline(false);
    });
  },
});

/** Waits until the service worker has kept every file and answers for this page. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}
