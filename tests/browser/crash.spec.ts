// The browser is killed in the middle of what it writes, again and again: what was said to be saved is there, nothing
// is there by half, and what is stored is what the log says. `CRASHES` says how often.
import process from 'node:process';
import type { Locator, Page } from '@playwright/test';
import { encodeSnapshot } from '../../src/formats/snapshot';
import type { Commit } from '../../src/log/commit';
import { foldAll } from '../../src/log/fold';
import type { CopyRow, DraftRow } from '../../src/storage/database';
import { aChance } from '../support/chance';
import { aWriter } from '../support/commits';
import { commitsIn, unsoundIn } from '../support/soundness';
import type { StoredRows } from '../support/soundness';
import { expect, test } from './support/app';
import { besideTheApp, loadMatrix, MATRIX, PICTURE_VIEWER, storedBytes } from './support/journeys';

const CRASHES = Number(process.env['CRASHES'] ?? 10);
const SECONDS_EACH = 30;
const chance = aChance(Number(process.env['FC_SEED'] ?? 17));
const CHANGES_IN_FILE = 40;
const KINDS = ['saves', 'merges', 'imports', 'saves', 'merges'] as const;

/** Something about to be done on a page: to do it, to see that the app says it is done, and that it is stored. */
interface Deed {
  readonly longestMs: number;
  readonly act: () => Promise<unknown>;
  readonly told: Locator;
  readonly isTold?: 'hidden';
  /** How much of it is stored: 0 nothing, 1 all. */
  readonly stored: (rows: StoredRows) => number;
}

async function rowsIn(page: Page): Promise<StoredRows> {
  return new Map(JSON.parse(await storedBytes(page)) as [string, unknown[]][]);
}

function copiesIn(rows: StoredRows): readonly CopyRow[] {
  return (rows.get('copies') ?? []) as readonly CopyRow[];
}

/** A remark typed and left. */
async function aSave(page: Page, place: string, copy: string, n: number): Promise<Deed> {
  await page.goto(place);
  const text = `Observación ${n}`;
  const remark = page.getByRole('textbox', { name: 'Observación' }).first();
  await remark.waitFor();
  await remark.fill(text);
  return {
    longestMs: 450,
    act: () => page.keyboard.press('Tab'),
    told: page.getByText('Guardado', { exact: true }),
    stored: (rows) => {
      const isDraft = (rows.get('drafts') as readonly DraftRow[]).some(({ value }) => value === text);
      const isWritten = commitsIn(rows, copy).some(({ ops }) =>
        ops.some(({ set }) => Object.values(set).includes(text)),
      );
      return Number(isDraft || isWritten);
    },
  };
}

/** A file from other tablets, that write on from one time to the next. */
async function aMerge(
  page: Page,
  share: string,
  copy: string,
  file: Buffer,
  ids: readonly string[],
): Promise<Deed> {
  await page.goto(share);
  const upload = { name: 'plan.json', mimeType: 'application/json', buffer: file };
  await page.getByLabel('Abrir una copia').setInputFiles(upload);
  const sheet = page.getByRole('dialog');
  const merge = sheet.getByRole('button', { name: 'Unir', exact: true });
  await merge.waitFor();
  return {
    longestMs: 700,
    act: () => merge.click(),
    told: sheet,
    isTold: 'hidden',
    stored: (rows) => {
      const held = new Set(commitsIn(rows, copy).map(({ id }) => id));
      return ids.filter((id) => held.has(id)).length / ids.length;
    },
  };
}

/** The same matrix as another plan. */
async function anImport(page: Page, load: string, before: StoredRows, commits: number): Promise<Deed> {
  await page.goto(load);
  await page.getByLabel('Elegir archivo').setInputFiles(MATRIX);
  await page.getByRole('button', { name: 'Cargarla como otro plan' }).click();
  const button = page.getByRole('button', { name: 'Cargar 12, ceros como sin reporte' });
  await button.waitFor();
  const known = new Set(copiesIn(before).map(({ copy }) => copy));
  return {
    longestMs: 600,
    act: () => button.click(),
    told: page.getByText(/El plan va en/),
    stored: (rows) =>
      copiesIn(rows)
        .filter(({ copy }) => !known.has(copy))
        .reduce((sum, { copy }) => sum + commitsIn(rows, copy).length / commits, 0),
  };
}

/** When to kill: very near the tap, somewhere on the way, or at the very moment that it is said to be done. */
async function moment({ longestMs }: Deed, told: Promise<boolean>): Promise<void> {
  const when = chance.pick(['near', 'on the way', 'told'] as const);
  if (when === 'told') return void (await told);
  const ms = when === 'near' ? chance.below(30) : chance.below(longestMs);
  await new Promise((resolve) => setTimeout(resolve, ms));
}

test(`killed ${CRASHES} times while it writes, it loses nothing and keeps no half`, async ({
  openApp,
  device,
  server,
}) => {
  test.setTimeout(60_000 + CRASHES * SECONDS_EACH * 1000);
  device.guard.allow(PICTURE_VIEWER);
  let page = await openApp();
  await loadMatrix(page);
  const copy = /plan\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Observación' }).first().waitFor();
  const place = page.url();
  const first = await rowsIn(page);
  const plan = copiesIn(first)[0]?.plan ?? '';
  const imported = commitsIn(first, copy).length;
  const entity = 'com:de-otra-tableta';
  const others = [aWriter('lejos001', plan), aWriter('lejos002', plan)];
  const sent: Commit[] = [];
  const count = { saves: 0, merges: 0, imports: 0, told: 0, stored: 0, untoldButStored: 0 };

  /** The next file: all that the others ever wrote. Two of them write the same field apart. */
  const nextFile = (n: number) => {
    const news = Array.from({ length: CHANGES_IN_FILE }, (_, at) =>
      others[at % 2]?.set(at < 2 ? entity : `com:${n}-${at}`, { text: `${n}.${at}` }),
    ).filter((commit) => commit !== undefined);
    sent.push(...news);
    const exportedBy = { device: 'lejos001', person: '' };
    const about = { plan, exportedAt: new Date().toISOString(), exportedBy, quarantine: [] };
    const text = encodeSnapshot({ ...about, commits: sent, state: foldAll(sent) });
    return { file: Buffer.from(text), ids: news.map(({ id }) => id) };
  };

  const prepare = async (n: number, rows: StoredRows): Promise<Deed> => {
    const kind = KINDS[n % KINDS.length] ?? 'saves';
    count[kind] += 1;
    if (kind === 'saves') return aSave(page, place, copy, n);
    if (kind === 'imports') return anImport(page, `${server.url}#/cargar`, rows, imported);
    const { file, ids } = nextFile(n);
    return aMerge(page, `${server.url}#/plan/${copy}/compartir`, copy, file, ids);
  };

  let held = first;
  for (let n = 1; n <= CRASHES; n += 1) {
    const deed = await prepare(n, held);
    const told = deed.told.waitFor({ state: deed.isTold ?? 'visible', timeout: 60_000 }).then(
      () => true,
      () => false,
    );
    void deed.act().catch(() => undefined);
    await moment(deed, told);
    await device.crash();
    const isTold = await told;

    page = await device.reopen();
    // What the kill left, before anything mends it.
    const rows = await rowsIn(await besideTheApp(page, server.url));
    const stored = deed.stored(rows);
    await test.step(`kill ${n}`, () => {
      expect(unsoundIn(rows)).toEqual([]);
      expect([0, 1]).toContain(stored);
      if (isTold) expect(stored).toBe(1);
      for (const { copy: one } of copiesIn(held)) {
        const before = commitsIn(held, one).map(({ id }) => id);
        const after = new Set(commitsIn(rows, one).map(({ id }) => id));
        expect(before.filter((id) => !after.has(id))).toEqual([]);
      }
    });
    held = rows;
    count.told += Number(isTold);
    count.stored += stored;
    count.untoldButStored += Number(!isTold && stored === 1);
  }
  console.log(JSON.stringify({ crashes: CRASHES, ...count }));

  // The next start goes on from what was left.
  await page.goto(place);
  await expect(page.getByRole('textbox', { name: 'Observación' }).first()).toBeVisible();
  expect(unsoundIn(await rowsIn(page))).toEqual([]);
});
