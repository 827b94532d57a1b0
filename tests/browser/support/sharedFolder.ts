import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Device } from './device';

const INSIDE = 'compartida';

/** A directory of this machine that each device's own folder replicates to and from, as a sync program does. */
export interface Replica {
  readonly path: string;
  /** Carries what changed on either side; gives the names of the files that the device had written. */
  sync(device: Device): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

/** The folder picker of a device answers with a real folder of its browser. Call it before the app opens. */
export async function giveFolder({ context }: Device): Promise<void> {
  await context.addInitScript((name) => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  }, INSIDE);
}

export async function replica(): Promise<Replica> {
  const path = await mkdtemp(join(tmpdir(), 'bitacora-replica-'));
  const carried = new Map<Device, Map<string, string>>();
  return {
    path,
    async sync(device) {
      const before = carried.get(device) ?? new Map<string, string>();
      carried.set(device, before);
      const inside = new Map(await readInside(device.page));
      const written = [...inside].filter(([name, text]) => before.get(name) !== text);
      for (const [name, text] of written) await writeFile(join(path, name), text);
      for (const name of await readdir(path)) {
        const text = await readFile(join(path, name), 'utf8');
        if (inside.get(name) !== text) await writeInside(device.page, name, text);
        before.set(name, text);
      }
      return written.map(([name]) => name);
    },
    dispose: () => rm(path, { recursive: true, force: true }),
  };
}

function readInside(page: Page): Promise<[string, string][]> {
  return page.evaluate(async (folder) => {
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle(folder, { create: true });
    const files: [string, string][] = [];
    for await (const [name, handle] of directory.entries()) {
      if (handle.kind === 'file') files.push([name, await (await handle.getFile()).text()]);
    }
    return files;
  }, INSIDE);
}

async function writeInside(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ([folder, file, content]) => {
      const root = await navigator.storage.getDirectory();
      const directory = await root.getDirectoryHandle(folder, { create: true });
      const writable = await (await directory.getFileHandle(file, { create: true })).createWritable();
      await writable.write(content);
      await writable.close();
    },
    [INSIDE, name, text] as const,
  );
}
