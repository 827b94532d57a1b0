import { existsSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions } from 'vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import type { ManifestOptions } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { everythingPrecached } from './tests/architecture/precache.ts';

/** The one place where the Content Security Policy is written: the build puts it in the page and in `_headers`. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  ...['script', 'style', 'font', 'manifest', 'worker', 'connect'].map((kind) => `${kind}-src 'self'`),
  "img-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html bitacora',
].join('; ');

const HEADERS = {
  // A meta element cannot say who may frame the page; a header can.
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** The policy in the page, and a `_headers` file that many static hosts read. Not in `npm run dev`, which needs more. */
function contentSecurityPolicy(): Plugin {
  const meta: HtmlTagDescriptor = {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
    injectTo: 'head-prepend',
  };
  const lines = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return {
    name: 'bitacora:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [meta],
    generateBundle() {
      const source = [
        '/*',
        ...lines,
        '/assets/*',
        '  Cache-Control: public, max-age=31536000, immutable',
        '',
      ];
      this.emitFile({ type: 'asset', fileName: '_headers', source: source.join('\n') });
    },
  };
}

/** What `npm start` adds to the addresses that Vite prints. */
function installNotice(): Plugin {
  return {
    name: 'bitacora:install-notice',
    configurePreviewServer(server) {
      const printUrls = server.printUrls.bind(server);
      server.printUrls = () => {
        printUrls();
        server.config.logger.info(
          '  Para instalarla en una tableta hace falta HTTPS: por la red local, sin HTTPS, sirve solo para mirar.\n',
        );
      };
    },
  };
}

const BOARD_PICTURE = 'screenshots/board.png';

/** The picture that installers show, when there is one; its size is read off the PNG's own header. */
function screenshots(): Pick<Partial<ManifestOptions>, 'screenshots'> {
  if (!existsSync(`public/${BOARD_PICTURE}`)) return {};
  const png = readFileSync(`public/${BOARD_PICTURE}`);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const form_factor = width > height ? 'wide' : 'narrow';
  const picture = { src: BOARD_PICTURE, sizes: `${width}x${height}`, type: 'image/png' };
  return { screenshots: [{ ...picture, form_factor, label: 'Tablero' }] };
}

/** The kinds of files that the system may open with the app. */
const OPENED: Readonly<Record<string, string[]>> = {
  'application/json': ['.json'],
  'application/zip': ['.zip'],
  'application/gzip': ['.gz'],
};

const manifest: Partial<ManifestOptions> = {
  name: 'Bitácora',
  short_name: 'Bitácora',
  description: 'Seguimiento del plan de Gobierno Digital de una entidad pública, con o sin red.',
  lang: 'es-CO',
  dir: 'ltr',
  id: './',
  start_url: './',
  scope: './',
  display: 'standalone',
  theme_color: '#ffffff',
  background_color: '#f4f5f7',
  categories: ['government', 'productivity'],
  icons: [
    { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  // What a file is, is told by its content; these are the kinds that other apps may offer. See src/sw.ts.
  share_target: {
    action: './recibir',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      text: 'text',
      files: [{ name: 'files', accept: [...Object.keys(OPENED), 'text/plain', '.txt', '.json', '.zip'] }],
    },
  },
  file_handlers: [{ action: './', accept: OPENED }],
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  ...screenshots(),
};

export default defineConfig(({ mode }) => ({
  base: './', // Works from a subfolder of any static host.
  plugins: [
    svelte({ configFile: false }),
    contentSecurityPolicy(),
    installNotice(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false, // The patterns below hold them.
      manifest,
      injectManifest: {
        rollupFormat: 'iife',
        // Of the typeface the Latin subset only: any other font that reaches dist/ stops the build.
        globPatterns: [
          'index.html',
          'assets/*.{js,css,wasm}',
          'assets/work-sans-latin-wght-normal-*.woff2',
          'icons/*',
          'examples/*.{xlsx,csv}',
        ],
        maximumFileSizeToCacheInBytes: 1_600_000,
      },
    }),
    everythingPrecached(),
  ],
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    assetsInlineLimit: 0, // The policy allows no data: address.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What is loaded first is one chunk: cut by which screens share what, it would compress worse with every screen.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  worker: { format: 'es' as const },
  preview: { headers: HEADERS, host: true, port: 4173, strictPort: true },
  resolve: {
    // Dexie's own entry is its build for browsers of ten years ago.
    alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }],
    // Tests run the browser's half of Svelte in Node: its modules are compiled too, and picked as a browser would.
    ...(process.env['VITEST'] && { conditions: [...defaultClientConditions] }),
  },
  test: {
    include: ['tests/**/*.test.ts'],
    environment: './tests/support/browserLikeNode.ts',
    // Threads start sooner than processes, and nothing else runs beside the tests.
    pool: 'threads',
    maxWorkers: '100%',
    // What a test takes is the machine's affair: on a busy one it must not fail for it.
    testTimeout: 60_000,
    // `npm run soak`: the same property tests, for hours instead of seconds, and the whole fleet.
    ...(mode === 'soak' && { env: { SOAK_RUNS: '5000', FLEET: 'full' }, testTimeout: 3_600_000 }),
    server: { deps: { inline: [/\/svelte\//] } },
  },
}));
