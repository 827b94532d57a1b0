// A large matrix as a spreadsheet: its cells beside another reader of them, and in the app, from its bytes to the screen
// that reviews it: how long, and how long any frame waits meanwhile.
import * as xlsx from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { writeXlsx } from 'hucre';
import type { Workbook } from '../../src/formats/grid';
import { readWorkbook } from '../../src/formats/workbook';
import { againstBar, median } from './measurement';
import type { Benches, Measurement } from './measurement';
import { inTurns } from './race';
import { valueOf } from '../support/tablets';
import { THROTTLE, withPlan } from './withPlan';

const ROWS = 5000;
/** Of the import, each in a page that starts anew; the medians count, for a machine that is busy with something else has long frames of its own. */
const ROUNDS = 5;
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
    return [...(await readBesidePeer(bytes)), ...(await broughtIn(bytes))];
  },
};

/**
 * The same cells with their formats, fills and days, each by its own reader: the other one as it comes, and in the way
 * that it keeps for large sheets.
 */
async function readBesidePeer(bytes: Uint8Array): Promise<readonly Measurement[]> {
  const ours = async () => valueOf(await readWorkbook(bytes, 'Plan 2023.xlsx'));
  const peer = (how: xlsx.ParsingOptions) => () =>
    xlsx.read(bytes, { cellDates: true, cellNF: true, cellStyles: true, ...how });
  const dense = peer({ cellHTML: false, dense: true });
  if (JSON.stringify(saidByOurs(await ours())) !== JSON.stringify(saidByPeer(dense())))
    throw new Error('The readers do not say the same');
  const times = await inTurns({ ours: () => ours, asItComes: () => peer({}), dense: () => dense });
  const line = { bench: 'import-read', n: ROWS, oursMs: times.ours };
  return [
    { ...line, peer: '@e965/xlsx', peerMs: times.asItComes, bar: BARS.read },
    { ...line, peer: '@e965/xlsx dense', peerMs: times.dense },
  ];
}

/** What stands in each cell, row by row, without blanks. */
type Said = readonly (readonly (string | number)[])[];

function saidByOurs({ sheets }: Workbook): Said {
  return (sheets[0]?.rows ?? []).map((row) =>
    row.flatMap((cell) =>
      cell.kind === 'blank' ? [] : 'value' in cell ? [cell.value as string | number] : [cell.text],
    ),
  );
}

function saidByPeer({ Sheets }: xlsx.WorkBook): Said {
  const rows = (Sheets['Plan']?.['!data'] ?? []) as readonly (readonly (xlsx.CellObject | undefined)[])[];
  return rows.map((row) =>
    row.flatMap((cell) => {
      if (cell === undefined || cell.v === '') return [];
      return cell.v instanceof Date ? [cell.v.toISOString().slice(0, 10)] : [cell.v as string | number];
    }),
  );
}

function broughtIn(bytes: Uint8Array): Promise<readonly Measurement[]> {
  return withPlan(10, async (page) => {
    const rounds: Watched[] = [];
    while (rounds.length < ROUNDS) rounds.push(await read(page, Buffer.from(bytes)));
    if (rounds.some(({ reading }) => reading === 0)) throw new Error('Nobody saw it read');
    const middle = (part: keyof Watched) => median(rounds.map((round) => round[part]));
    return [
      againstBar('import-total', ROWS, middle('total'), BARS.total),
      againstBar('import-longest-frame', ROWS, middle('frame'), BARS.frame),
      // Of all imports, the machine's own pauses with them: to be looked at, and no measure of ours.
      {
        bench: 'import-longest-frame-of-all',
        n: ROWS,
        peer: 'frame',
        oursMs: Math.max(...rounds.map(({ frame }) => frame)),
        peerMs: BARS.frame,
      },
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
  readonly reading: number;
}

/** From the file chosen to its facts and first rows on screen, with the longest time between two frames on the way and after it. */
async function read(page: Page, buffer: Buffer): Promise<Watched> {
  await page.goto(`${page.url().split('#')[0] ?? ''}#/`);
  await page.reload();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').waitFor({ state: 'attached' });
  await page.evaluate(watchFrames, THROTTLE);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('Elegir archivo').setInputFiles({ name: 'Plan 2023.xlsx', mimeType, buffer });
  return page.evaluate(() => (window as unknown as { seen: Promise<Watched> }).seen);
}

/**
 * Runs in the page: the longest gap between frames from the choice of a file until a while after all of the review
 * stands. The throttle of a page leaves its workers alone, so the time in which one has not answered yet what it was
 * asked counts as many times as the page is slowed down: rather too much of it than too little.
 */
function watchFrames(slowed: number): void {
  const AFTER_MS = 1000;
  type Post = (this: Worker, ...said: readonly unknown[]) => void;
  const post = Reflect.get(Worker.prototype, 'postMessage') as Post;
  const heard = new WeakSet<Worker>();
  const working = { asked: 0, since: 0, total: 0 };
  const answered = ({ data }: MessageEvent<object>) => {
    if ('step' in data) return;
    working.asked -= 1;
    if (working.asked === 0) working.total += performance.now() - working.since;
  };
  const ask: Post = function (...said) {
    if (!heard.has(this)) this.addEventListener('message', answered);
    heard.add(this);
    if (working.asked === 0) working.since = performance.now();
    working.asked += 1;
    post.apply(this, [...said]);
  };
  Worker.prototype.postMessage = ask;
  // Looked at in every frame: lists that the page keeps by itself, which cost nothing.
  const bars = document.getElementsByTagName('progress');
  const tables = document.getElementsByTagName('table');
  const isWhole = (table: Element) => table.closest('[aria-busy="true"]') === null;
  const cells = document.getElementsByTagName('td');
  const previewStands = () => document.getElementById('matrix-summary') !== null && cells.length > 0;
  const isDrawn = () =>
    document.getElementById('matrix-findings') !== null && tables.length > 0 && [...tables].every(isWhole);
  const watch = (start: number, resolve: (watched: Watched) => void) => {
    let last = start;
    let frame = 0;
    let reading = 0;
    let stands = Infinity;
    let worked = 0;
    let drawn = Infinity;
    const look = () => {
      const now = performance.now();
      frame = Math.max(frame, now - last);
      last = now;
      if (bars.length > 0) reading = now - start;
      if (stands === Infinity && previewStands()) [stands, worked] = [now, working.total];
      if (drawn === Infinity && stands < Infinity && isDrawn()) drawn = now;
      if (now > drawn + AFTER_MS) resolve({ total: stands - start + worked * (slowed - 1), frame, reading });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  (window as unknown as { seen: Promise<Watched> }).seen = new Promise((resolve) => {
    const start = () => watch(performance.now(), resolve);
    document.addEventListener('change', start, { capture: true, once: true });
  });
}
