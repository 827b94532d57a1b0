// The wall around "works with no network": the build fails when a file that the app can ask for is left out of
// the precache.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

// Read by the browser or the host before or beside the app, never asked for by it.
const NOT_ASKED_FOR = [/^sw\.js$/, /^_headers$/, /^screenshots\//, /\.map$/];

/** The addresses that a built service worker precaches, relative to it. */
export function precachedUrls(serviceWorker: string): readonly string[] {
  const entries = /\{[^{}]*"?\burl"?:\s*["']([^"']+)["'][^{}]*\}/g;
  return [...serviceWorker.matchAll(entries)].flatMap(([entry, url]) =>
    url && /"?\brevision"?:/.test(entry) ? [url] : [],
  );
}

/** Every file under a folder, as addresses relative to it. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The files of a build that the app can ask for and its service worker does not keep. */
export function leftOutOfPrecache(files: readonly string[], precached: readonly string[]): readonly string[] {
  const kept = new Set(precached);
  return files.filter((file) => !kept.has(file) && !NOT_ASKED_FOR.some((pattern) => pattern.test(file)));
}

/** Fails the build when a file it wrote would be missing with no network. Goes after the plugin that writes sw.js. */
export function everythingPrecached(): Plugin {
  let folder = 'dist';
  let failed = false;
  return {
    name: 'bitacora:everything-precached',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        if (failed) return;
        const precached = precachedUrls(readFileSync(join(folder, 'sw.js'), 'utf8'));
        const leftOut = leftOutOfPrecache(filesUnder(folder), precached);
        if (precached.length === 0) throw new Error('The service worker precaches nothing.');
        if (leftOut.length > 0) throw new Error(`Left out of the precache: ${leftOut.join(', ')}`);
      },
    },
  };
}
