import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { thisMachine } from '../thisMachine';

/** Debian's, without a desktop: what reads a Word file back, and what computes a spreadsheet again. */
const PACKAGES = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'];
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
  return converted(program, path, { to: 'txt:Text (encoded):UTF8', extension: 'txt' });
}

/** The rows of a spreadsheet as LibreOffice computes them: the results that its file came with are taken out first. */
export async function computedSheet(program: string, path: string): Promise<readonly (readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-sheet-'));
  try {
    const bare = join(folder, 'bare.xlsx');
    await writeFile(bare, withoutResults(new Uint8Array(await readFile(path))));
    // Text in columns by commas, in UTF-8, with each number as it is and not as it is shown.
    const csv = await converted(program, bare, {
      to: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
      extension: 'csv',
    });
    return Papa.parse<string[]>(csv).data;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file with its formulas, without what they came to and without a look that would round what they come to. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!name.startsWith('xl/worksheets/')) return [name, part] as const;
    return [name, strToU8(bareCells(strFromU8(part)))] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

function bareCells(xml: string): string {
  return xml.replace(/<\/f><v>[^<]*<\/v>/g, '</f>').replace(/(<c [^>]*?) s="\d+"/g, '$1');
}

async function converted(
  program: string,
  path: string,
  { to, extension }: { readonly to: string; readonly extension: string },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-office-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const words = [profile, '--headless', '--convert-to', to, '--outdir', folder, path];
    const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) throw new Error(`LibreOffice did not convert it: ${stderr}`);
    return await readFile(join(folder, `${basename(path).replace(/\.[^.]*$/, '')}.${extension}`), 'utf8');
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
    thisMachine.run([...apt, 'install', '-y', '--no-install-recommends', ...PACKAGES])
  );
}
