import { mkdtemp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SharedFolder } from '../../src/commands/folder/sharedFolder';
import type { SeenFile } from '../../src/storage/database';

/** A folder in memory whose files a test writes, cuts and takes away; what the exchange wrote stands in `wrote`. */
export interface MemoryFolder extends SharedFolder {
  readonly files: Map<string, { bytes: Uint8Array<ArrayBuffer>; modified: number }>;
  readonly wrote: string[];
  readonly reads: string[];
  put(name: string, bytes: Uint8Array<ArrayBuffer> | string): void;
  readonly list: () => Promise<readonly SeenFile[]>;
}

export function memoryFolder(): MemoryFolder {
  const files: MemoryFolder['files'] = new Map();
  const wrote: string[] = [];
  const reads: string[] = [];
  let clock = 0;
  const put: MemoryFolder['put'] = (name, bytes) => {
    clock += 1;
    const written = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    files.set(name, { bytes: written, modified: clock });
  };
  return {
    files,
    wrote,
    reads,
    put,
    list: () =>
      Promise.resolve(
        [...files].map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified })),
      ),
    read(name) {
      const file = files.get(name);
      if (!file) return Promise.reject(new DOMException(name, 'NotFoundError'));
      reads.push(name);
      return Promise.resolve(new File([file.bytes], name, { lastModified: file.modified }));
    },
    write(name, bytes) {
      put(name, bytes);
      wrote.push(name);
      return Promise.resolve();
    },
  };
}

/** A real directory of this machine, for as long as the test runs. */
export async function realFolder(): Promise<SharedFolder & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'bitacora-folder-'));
  return {
    path,
    async list() {
      const names = await readdir(path);
      return Promise.all(
        names.map(async (name) => {
          const { size, mtimeMs } = await stat(join(path, name));
          return { name, size, modified: Math.round(mtimeMs) };
        }),
      );
    },
    async read(name) {
      const { mtimeMs } = await stat(join(path, name));
      const bytes = new Uint8Array(await readFile(join(path, name)));
      return new File([bytes], name, { lastModified: Math.round(mtimeMs) });
    },
    async write(name, bytes) {
      await writeFile(join(path, `${name}.crswap`), bytes);
      await rename(join(path, `${name}.crswap`), join(path, name));
    },
  };
}
