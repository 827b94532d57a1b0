// Finds a Chromium and runs the browser tests over the last build: `npm run test:browser -- shell --project phone`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findChromium } from './findChromium';
import { provideLibreOffice } from './support/libreOffice';
import { thisMachine } from './thisMachine';

process.exitCode = runBrowserTests(process.argv.slice(3));

function runBrowserTests(rest: readonly string[]): number {
  if (!existsSync('dist/index.html')) return refuse('There is no build to test: run `npm run build` first.');
  let chromiumPath: string;
  try {
    chromiumPath = findChromium(thisMachine);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  console.log(`Chromium: ${chromiumPath}`);
  provideLibreOffice();
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { status } = spawnSync(
    process.execPath,
    [playwright, 'test', '--config', 'tests/browser/playwright.config.ts', ...rest],
    { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromiumPath } },
  );
  return status ?? 1;
}

function refuse(reason: string): number {
  console.error(reason);
  return 1;
}
