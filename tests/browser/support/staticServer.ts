import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** A plain static host, such as any entity has: it serves a build, and can be stopped to be without network. */
export interface StaticServer {
  /** Where the app is, with a slash at the end. */
  readonly url: string;
  /** The folder that is served; a second build is put in place by naming another. */
  folder: string;
  /** A service worker served in the place of the build's own; null for that one. */
  serviceWorker: string | null;
  stop(): Promise<void>;
  /** Starts again at the same address. */
  start(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Serves a folder at a free port, under a path (`/` or `/some/folder/`), with the headers of its `_headers` file. */
export async function serveFolder(folder: string, path = '/'): Promise<StaticServer> {
  const served: Served = { folder, serviceWorker: null };
  const server = createServer((request, response) => void answer(served, path, request.url ?? '/', response));
  const port = await listen(server, 0);
  return {
    url: `http://localhost:${port}${path}`,
    get folder() {
      return served.folder;
    },
    set folder(next) {
      served.folder = next;
    },
    get serviceWorker() {
      return served.serviceWorker;
    },
    set serviceWorker(next) {
      served.serviceWorker = next;
    },
    stop: () => close(server),
    start: async () => void (await listen(server, port)),
  };
}

type Served = Pick<StaticServer, 'folder' | 'serviceWorker'>;

async function answer(
  { folder, serviceWorker }: Served,
  path: string,
  address: string,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(address, 'http://localhost');
  if (!pathname.startsWith(path)) return refuse(response);
  const asked = decodeURIComponent(pathname.slice(path.length));
  const file = normalize(asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked);
  try {
    const isReplaced = file === 'sw.js' && serviceWorker !== null;
    const bytes = isReplaced
      ? serviceWorker
      : await readFile(join(folder, file.startsWith('..') ? '' : file));
    const headers = await headersFor(folder, `/${asked}`);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...headers,
    });
    response.end(bytes);
  } catch {
    refuse(response);
  }
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain' });
  response.end('not found');
}

/** The lines of `_headers` that hold for an address; a pattern ends in `*`, and a later block wins. */
async function headersFor(folder: string, address: string): Promise<Record<string, string>> {
  const lines = (await readFile(join(folder, '_headers'), 'utf8')).split('\n');
  const headers: Record<string, string> = { 'Cache-Control': 'no-cache' };
  let holds = false;
  for (const line of lines) {
    if (line.startsWith('/')) holds = address.startsWith(line.replace(/\*$/, ''));
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (holds && name && value) headers[name] = value;
  }
  return headers;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
