import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Machine } from './findChromium';

/** The machine the tests run on. */
export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  canStart,
  which,
  playwrightPath: () => chromium.executablePath(),
  run,
  rootPrefix,
};

function canStart(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `chrome --version` opens a window. Elsewhere it tells a browser from a stub that only points at a store.
  return process.platform === 'win32' || succeeds(path, ['--version']);
}

function which(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run([command = '', ...rest]: readonly string[]): boolean {
  console.log(`> ${[command, ...rest].join(' ')}`);
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  };
  // npx is a script on Windows, and scripts need a shell there.
  const shell = process.platform === 'win32';
  return spawnSync(command, rest, { stdio: 'inherit', env, shell }).status === 0;
}

function rootPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return which('sudo') && succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

function succeeds(command: string, rest: readonly string[]): boolean {
  return spawnSync(command, rest, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
