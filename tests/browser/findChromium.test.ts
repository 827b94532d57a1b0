import { describe, expect, test } from 'vitest';
import { findChromium, usualPlaces } from './findChromium';
import type { Machine } from './findChromium';

const PLAYWRIGHT = '/home/x/.cache/ms-playwright/chrome';

/** A machine without any browser; `commands` keeps what it was asked to run. */
function aMachine(over: Partial<Machine> = {}): Machine & { readonly commands: string[] } {
  const commands: string[] = [];
  return {
    env: {},
    platform: 'linux',
    canStart: () => false,
    which: () => undefined,
    playwrightPath: () => PLAYWRIGHT,
    run: (command) => (commands.push(command.join(' ')), false),
    rootPrefix: () => undefined,
    ...over,
    commands,
  };
}

/** A Debian machine whose installs succeed: each `run` makes the programs it brings start from then on. */
function aDebian(brings: Readonly<Record<string, string>>, over: Partial<Machine> = {}) {
  const programs = new Set<string>();
  const commands: string[] = [];
  const machine = aMachine({
    canStart: (path) => programs.has(path),
    which: (name) =>
      name === 'apt-get' || programs.has(`/usr/bin/${name}`) ? `/usr/bin/${name}` : undefined,
    rootPrefix: () => [],
    run(command) {
      const line = command.join(' ');
      commands.push(line);
      const program = Object.entries(brings).find(([words]) => line.includes(words))?.[1];
      if (program) programs.add(program);
      return line.includes('update') || program !== undefined;
    },
    ...over,
  });
  return { machine, commands };
}

describe('findChromium', () => {
  test('an environment variable goes before everything installed', () => {
    const machine = aMachine({
      env: { CHROMIUM_PATH: '/my/chrome' },
      canStart: () => true,
      which: () => '/usr/bin/chromium',
    });
    expect(findChromium(machine)).toBe('/my/chrome');
    expect(findChromium({ ...machine, env: { PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: '/other' } })).toBe(
      '/other',
    );
  });

  test('a variable that names no program is an error and not a reason to look elsewhere', () => {
    const machine = aMachine({ env: { CHROMIUM_PATH: '/gone' }, canStart: (path) => path !== '/gone' });
    expect(() => findChromium(machine)).toThrow('CHROMIUM_PATH names a program that does not start: /gone');
  });

  test('an installed browser is used and nothing is fetched', () => {
    const machine = aMachine({
      which: (name) => (name === 'chromium' ? '/usr/bin/chromium' : undefined),
      canStart: (path) => path === '/usr/bin/chromium' || path === PLAYWRIGHT,
    });
    expect(findChromium(machine)).toBe('/usr/bin/chromium');
    expect(machine.commands).toEqual([]);
  });

  test('a stub on the path that does not start is passed over', () => {
    const machine = aMachine({
      which: (name) => `/usr/bin/${name}`,
      canStart: (path) => path === '/usr/bin/chromium-browser',
    });
    expect(findChromium(machine)).toBe('/usr/bin/chromium-browser');
  });

  test("Playwright's own browser is used where it was downloaded before", () => {
    const machine = aMachine({ canStart: (path) => path === PLAYWRIGHT });
    expect(findChromium(machine)).toBe(PLAYWRIGHT);
    expect(machine.commands).toEqual([]);
  });

  test("Playwright's download comes before the system's package", () => {
    const { machine, commands } = aDebian({
      'playwright install': PLAYWRIGHT,
      'install -y': '/usr/bin/chromium',
    });
    expect(findChromium(machine)).toBe(PLAYWRIGHT);
    expect(commands).toEqual(['npx playwright install chromium']);
  });

  test('where the download fails, Debian installs its package, with sudo where it needs no password', () => {
    const { machine, commands } = aDebian(
      { 'install -y': '/usr/bin/chromium' },
      { rootPrefix: () => ['sudo', '-n'] },
    );
    expect(findChromium(machine)).toBe('/usr/bin/chromium');
    expect(commands).toEqual([
      'npx playwright install chromium',
      'sudo -n apt-get update',
      'sudo -n apt-get install -y --no-install-recommends chromium',
    ]);
  });

  test('without root no package is tried, and the error says what to install', () => {
    const { machine, commands } = aDebian({}, { rootPrefix: () => undefined });
    expect(() => findChromium(machine)).toThrow(/install Google Chrome or Chromium/);
    expect(commands).toEqual(['npx playwright install chromium']);
  });

  test('a package that was installed and still gives no browser is an error too', () => {
    const { machine } = aDebian({ 'install -y': '/usr/bin/something-else' });
    expect(() => findChromium(machine)).toThrow(/CHROMIUM_PATH/);
  });
});

describe('usualPlaces', () => {
  test('macOS: the applications, of the machine and of the person', () => {
    const places = usualPlaces(aMachine({ platform: 'darwin', env: { HOME: '/Users/x' } }));
    expect(places[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(places).toContain('/Users/x/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  test('Windows: the folders that exist, Chrome before Edge', () => {
    const places = usualPlaces(aMachine({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } }));
    expect(places).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  });
});
