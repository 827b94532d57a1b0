// Where the browser tests get their Chromium from: the machine's own, else Playwright's, else the system's package.

/** What the search asks of the machine; tests answer in its place. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Whether a program is there and starts. */
  readonly canStart: (path: string) => boolean;
  /** Where the shell would find a command, if anywhere. */
  readonly which: (command: string) => string | undefined;
  /** Where Playwright keeps the browser it downloads, downloaded or not. */
  readonly playwrightPath: () => string;
  /** Runs a command with its output on the screen; true when it succeeds. */
  readonly run: (command: readonly string[]) => boolean;
  /** Words to put before a command that needs root, or nothing where root cannot be had without a password. */
  readonly rootPrefix: () => readonly string[] | undefined;
}

const VARIABLES = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const WHAT_TO_DO = `No Chromium could be found or installed for the browser tests. Do one of these and run the tests again:
  - install Google Chrome or Chromium (Debian, Ubuntu: apt install chromium; macOS: brew install --cask google-chrome)
  - npx playwright install --with-deps chromium
  - set CHROMIUM_PATH to the program of a Chrome or Chromium that you have`;

/** The usual places of an installed Chrome, Chromium or Edge on this system, in order of preference. */
export function usualPlaces(machine: Machine): readonly string[] {
  const { env, platform } = machine;
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return WINDOWS_PROGRAMS.flatMap((program) =>
      folders.flatMap((folder) => (folder ? [`${folder}\\${program}`] : [])),
    );
  }
  const onPath = COMMANDS.flatMap((command) => machine.which(command) ?? []);
  if (platform !== 'darwin') return [...onPath, '/opt/google/chrome/chrome', '/snap/bin/chromium'];
  const folders = ['/Applications', `${env['HOME'] ?? ''}/Applications`];
  const applications = MAC_APPLICATIONS.flatMap((name) =>
    folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  );
  return [...applications, ...onPath];
}

/**
 * The path of a Chromium that starts: named by an environment variable, installed, downloaded by Playwright, or
 * installed now from the system's packages; in that order. Throws an Error that says what to install when there is
 * none, or when the environment names one that does not start.
 */
export function findChromium(machine: Machine): string {
  return named(machine) ?? installed(machine) ?? downloaded(machine) ?? packaged(machine) ?? giveUp();
}

function named({ env, canStart }: Machine): string | undefined {
  const variable = VARIABLES.find((name) => env[name]);
  const path = variable && env[variable];
  if (path && !canStart(path)) throw new Error(`${variable} names a program that does not start: ${path}`);
  return path;
}

function installed(machine: Machine): string | undefined {
  return usualPlaces(machine).find((path) => machine.canStart(path));
}

function downloaded(machine: Machine): string | undefined {
  const path = machine.playwrightPath();
  if (machine.canStart(path)) return path;
  return machine.run(['npx', 'playwright', 'install', 'chromium']) && machine.canStart(path)
    ? path
    : undefined;
}

function packaged(machine: Machine): string | undefined {
  const root = machine.which('apt-get') && machine.rootPrefix();
  if (!root) return undefined;
  const apt = [...root, 'apt-get'];
  const isInstalled =
    machine.run([...apt, 'update']) &&
    machine.run([...apt, 'install', '-y', '--no-install-recommends', 'chromium']);
  return isInstalled ? installed(machine) : undefined;
}

function giveUp(): never {
  throw new Error(WHAT_TO_DO);
}
