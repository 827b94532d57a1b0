import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { thisMachine } from '../thisMachine';

/** Debian's writer without a desktop: what turns a Word file into something that can be read back. */
const PACKAGE = 'libreoffice-writer-nogui';
const COMMANDS = ['soffice', 'libreoffice'];

/** Where LibreOffice is on this machine; undefined where it is not. */
export function findLibreOffice(): string | undefined {
  return COMMANDS.flatMap((command) => thisMachine.which(command) ?? [])[0];
}

/** Installs it where it is missing and the system lets it; once, before the tests, which run side by side. */
export function provideLibreOffice(): void {
  if (findLibreOffice() !== undefined || install()) return;
  console.log('No LibreOffice here, and none can be installed: Word files are not read back.');
}

/** What LibreOffice reads in a Word file, as plain text. */
export async function textOfWordFile(program: string, path: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-office-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const words = [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      path,
    ];
    const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) throw new Error(`LibreOffice did not convert it: ${stderr}`);
    return await readFile(join(folder, `${basename(path).replace(/\.[^.]*$/, '')}.txt`), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function install(): boolean {
  const root = thisMachine.which('apt-get') && thisMachine.rootPrefix();
  if (!root) return false;
  const apt = [...root, 'apt-get'];
  return (
    thisMachine.run([...apt, 'update']) &&
    thisMachine.run([...apt, 'install', '-y', '--no-install-recommends', PACKAGE])
  );
}
