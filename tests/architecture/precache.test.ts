import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, describe, expect, test } from 'vitest';
import { everythingPrecached, filesUnder, leftOutOfPrecache, precachedUrls } from './precache';

const folders: string[] = [];

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bitacora-precache-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

test('precachedUrls reads the list that a built service worker carries', () => {
  const worker =
    'const q={url:"not-an-entry"};W([{"revision":null,"url":"assets/a-1.js"},{"url":"index.html","revision":"4f"}],{x:[/./]});';
  expect(precachedUrls(worker)).toEqual(['assets/a-1.js', 'index.html']);
});

describe('leftOutOfPrecache', () => {
  const built = ['_headers', 'assets/a.css', 'assets/a.js', 'index.html', 'screenshots/board.png', 'sw.js'];

  test('what the app never asks for may be missing', () => {
    expect(leftOutOfPrecache(built, ['assets/a.css', 'assets/a.js', 'index.html'])).toEqual([]);
  });

  test.each(['assets/lazy.js', 'assets/x.wasm', 'assets/b.css', 'assets/cyrillic.woff2', 'examples/x.xlsx'])(
    'a missing %s is named',
    (file) => {
      expect(leftOutOfPrecache([...built, file], built)).toEqual([file]);
    },
  );
});

test('filesUnder lists every file, with slashes', () => {
  expect(filesUnder(aFolder({ 'b.txt': '', 'a/c/d.txt': '' }))).toEqual(['a/c/d.txt', 'b.txt']);
});

describe('everythingPrecached', () => {
  const page = '<!doctype html><script type="module" src="./main.js"></script>';

  function buildWith(precached: readonly string[]): Promise<unknown> {
    const list = JSON.stringify(precached.map((url) => ({ revision: null, url })));
    const root = aFolder({
      'index.html': page,
      'main.js': 'import("./lazy.js")',
      'lazy.js': 'export default 1;',
    });
    return build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: { rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' } } },
      plugins: [
        {
          name: 'a-service-worker',
          closeBundle: () => writeFileSync(join(root, 'dist/sw.js'), `precache(${list})`),
        },
        everythingPrecached(),
      ],
    });
  }

  test('a build whose every file is kept passes', async () => {
    await expect(buildWith(['index.html', 'main.js', 'lazy.js'])).resolves.toBeDefined();
  });

  test('a build with a lazy chunk left out fails and names it', async () => {
    await expect(buildWith(['index.html', 'main.js'])).rejects.toThrow('Left out of the precache: lazy.js');
  });

  test('a service worker that keeps nothing fails', async () => {
    await expect(buildWith([])).rejects.toThrow('precaches nothing');
  });
});
