import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { guard } from './guard';
import type { Guard } from './guard';

/** A name that reaches this machine without being `localhost`: over plain HTTP it is as any address of a local network. */
export const PLAIN_HTTP_HOST = 'bitacora.test';

// Nothing of the browser's own may reach for the network, and as root it has no sandbox.
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  `--host-resolver-rules=MAP ${PLAIN_HTTP_HOST} 127.0.0.1`,
];

/** A person's device: one browser profile on disk, that lives on when the browser is closed or killed. */
export interface Device {
  /** The page in front. Another one after `reopen`. */
  readonly page: Page;
  readonly context: BrowserContext;
  /** What a test says beforehand that will go wrong in the console. */
  readonly guard: Guard;
  /** Kills the browser at once, as a dead battery does: nothing is told to the page. */
  crash(): Promise<void>;
  /** Opens the browser again on the same profile, on a blank page. */
  reopen(): Promise<Page>;
  /** Closes the browser, forgets the profile, and throws if the console said anything unexpected. */
  dispose(): Promise<void>;
}

/** Opens a browser on a new, empty profile. */
export async function openDevice(options: BrowserContextOptions): Promise<Device> {
  const profile = await mkdtemp(join(tmpdir(), 'bitacora-profile-'));
  const watch = guard();
  let context = await launch(profile, options, watch);
  let page = await frontPage(context);
  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    guard: watch,
    crash: () => crash(context, page),
    async reopen() {
      context = await launch(profile, options, watch);
      page = await frontPage(context);
      return page;
    },
    async dispose() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      watch.check();
    },
  };
}

async function launch(
  profile: string,
  options: BrowserContextOptions,
  watch: Guard,
): Promise<BrowserContext> {
  const executablePath = process.env['CHROMIUM_PATH'];
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    acceptDownloads: true,
    args: FLAGS,
    ...(executablePath && { executablePath }),
  });
  await watch.listen(context);
  return context;
}

async function frontPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

async function crash(context: BrowserContext, page: Page): Promise<void> {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const session = await context.newCDPSession(page);
  // The answer never comes: the browser is gone.
  session.send('Browser.crash').catch(() => undefined);
  await closed;
}
