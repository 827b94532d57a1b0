// A large matrix as a spreadsheet: its cells beside another reader of them, and in the app, from its bytes to the screen
// that reviews it: how long, and how long any frame waits meanwhile.
import * as xlsx from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { writeXlsx } from 'hucre';
import { readWorkbook } from '../../src/formats/workbook';
import { againstBar } from './measurement';
import type { Benches, Measurement } from './measurement';
import { inTurns } from './race';
import { withPlan } from './withPlan';

const ROWS = 5000;
/** Milliseconds; and at most so much of the peer's time. */
const BARS = { total: 6000, frame: 100, read: 0.7 };
const HEADERS = [
  'ITEM',
  'CRITERIO',
  'CICLO',
  'ACTIVIDAD',
  'PRODUCTO',
  'INDICADOR',
  'DESCRIPCION DE LA META',
  'FECHA INICIO',
  'FECHA FINAL',
  'RESPONSABLE',
  'META DEL INDICADOR',
  ...[1, 2, 3, 4].map((quarter) => `2023 RESULTADO TRIMESTRE ${quarter}`),
  'RESULTADO',
  'OBSERVACIONES',
  'PROYECTO',
  'FUENTE',
  'NOTAS',
];

export const benches: Benches = {
  import: async () => {
    const bytes = await aMatrix();
    return [await readBesidePeer(bytes), ...(await broughtIn(bytes))];
  },
};

/** The same cells with their formats and their days, each by its own reader. */
async function readBesidePeer(bytes: Uint8Array): Promise<Measurement> {
  const ours = async () => {
    const read = await readWorkbook(bytes, 'Plan 2023.xlsx');
    if (!read.ok) throw new Error(read.problem.code);
    return read.value.sheets.flatMap(({ rows }) => rows.flat()).filter(({ kind }) => kind !== 'blank').length;
  };
  const peer = () => {
    const { Sheets } = xlsx.read(bytes, { cellDates: true, cellNF: true });
    const cells = Object.entries((Sheets['Plan'] ?? {}) as Record<string, { readonly v?: unknown }>);
    return cells.filter(([place, { v }]) => !place.startsWith('!') && v !== '').length;
  };
  const [a, b] = [await ours(), peer()];
  if (a !== b) throw new Error(`${a} cells are not ${b}`);
  const times = await inTurns({ ours: () => ours, peer: () => peer });
  return {
    bench: 'import-read',
    n: ROWS,
    peer: '@e965/xlsx',
    oursMs: times.ours,
    peerMs: times.peer,
    bar: BARS.read,
  };
}

function broughtIn(bytes: Uint8Array): Promise<readonly Measurement[]> {
  return withPlan(10, async (page) => {
    const { total, frame } = await read(page, Buffer.from(bytes));
    return [
      againstBar('import-total', ROWS, total, BARS.total),
      againstBar('import-longest-frame', ROWS, frame, BARS.frame),
    ];
  });
}

function aMatrix(): Promise<Uint8Array> {
  const rows = Array.from({ length: ROWS }, (_, at) => [
    Math.floor(at / 4) + 1,
    `Criterio ${Math.floor(at / 4) + 1}`,
    'H: Hacer',
    `${at + 1}. Hacer la actividad que lleva el número ${at + 1}`,
    `Producto ${at + 1}`,
    `Indicador que mide el producto ${at + 1}`,
    `${(at % 9) + 1} productos`,
    new Date(Date.UTC(2023, at % 12, 1)),
    new Date(Date.UTC(2023, 11, 31)),
    `Oficina ${at % 40}`,
    (at % 9) + 1,
    1,
    0,
    0,
    0,
    1 / ((at % 9) + 1),
    'Se hizo lo previsto (Anexo 01 Actas)',
    `Proyecto ${at % 25}`,
    'Recursos propios',
    '',
  ]);
  return writeXlsx({ sheets: [{ name: 'Plan', rows: [HEADERS, ...rows] }] });
}

interface Watched {
  readonly total: number;
  readonly frame: number;
}

/** From the file chosen to the review on screen, with the longest time between two frames on the way and after it. */
async function read(page: Page, buffer: Buffer): Promise<Watched> {
  await page.goto(`${page.url().split('#')[0] ?? ''}#/`);
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').waitFor({ state: 'attached' });
  await page.evaluate(watchFrames);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('Elegir archivo').setInputFiles({ name: 'Plan 2023.xlsx', mimeType, buffer });
  return page.evaluate(() => (window as unknown as { seen: Promise<Watched> }).seen);
}

/**
 * Runs in the page: the longest gap between frames from the choice of a file until a while after the review stands.
 * The throttle of a page leaves its workers alone, so the time of the reading, which is the worker's, counts as many
 * times as the page is slowed down.
 */
function watchFrames(): void {
  const SLOWED = 4;
  const AFTER_MS = 2000;
  const reviewStands = () =>
    [...document.querySelectorAll('p')].some((p) => p.textContent === 'Nada se ha escrito todavía.');
  const watch = (start: number, resolve: (watched: Watched) => void) => {
    let last = start;
    let frame = 0;
    let readingOver = Infinity;
    let stands = Infinity;
    const look = () => {
      const now = performance.now();
      frame = Math.max(frame, now - last);
      last = now;
      if (document.querySelector('progress')) readingOver = now;
      if (stands === Infinity && reviewStands()) stands = now;
      const reading = readingOver - start;
      if (now > stands + AFTER_MS) resolve({ total: stands - start + reading * (SLOWED - 1), frame });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  (window as unknown as { seen: Promise<Watched> }).seen = new Promise((resolve) => {
    const start = () => watch(performance.now(), resolve);
    document.addEventListener('change', start, { capture: true, once: true });
  });
}
