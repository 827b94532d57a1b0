// A file that is not what it should be gets a sentence with a way out, and what is stored stays as it was.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, MATRIX, storedBytes, textOf } from './support/journeys';

test.use({ worksOffline: false });

interface BadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly said: RegExp;
}

const text = (content: string) => new TextEncoder().encode(content);
const seed = await readFile(MATRIX);

const matrices: readonly BadFile[] = [
  { name: 'vacio.xlsx', bytes: text(''), said: /«vacio\.xlsx» está vacío/ },
  { name: 'cortado.xlsx', bytes: seed.subarray(0, 9000), said: /llegó incompleto: le falta el final/ },
  {
    name: 'pagina.xls',
    bytes: text('<html><table><tr><td>1'),
    said: /es una página web, aunque se llame así/,
  },
  { name: 'foto.xlsx', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), said: /imagen/ },
  { name: 'notas.csv', bytes: text('Apuntes de la reunión\nNada más'), said: /no se encontró la tabla/ },
  { name: 'informe.xlsx', bytes: text('%PDF-1.7\n1 0 obj'), said: /PDF/ },
];

const snapshots: readonly BadFile[] = [
  { name: 'vacia.json', bytes: text(''), said: /«vacia\.json» está vacío/ },
  {
    name: 'cortada.json',
    bytes: text('{"format":"plan-log","version":1,"minRea'),
    said: /llegó cortado o dañado/,
  },
  { name: 'otra.json', bytes: text('{"name":"otra cosa"}'), said: /no es una copia de un plan/ },
  {
    name: 'nueva.json',
    bytes: text(
      '{"format":"plan-log","version":9,"minReader":9,"plan":"pl_x","heads":{},"state":{},"log":[]}',
    ),
    said: /versión más nueva de Bitácora/,
  },
  { name: 'matriz.json', bytes: seed, said: /no es una copia de un plan/ },
];

async function pathOf({ name, bytes }: BadFile): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'bitacora-bad-')), name);
  await writeFile(path, bytes);
  return path;
}

/** Chooses the file where `label` says, reads the sentence, and checks that nothing stored changed. */
async function expectRefused(page: Page, input: ReturnType<Page['locator']>, file: BadFile): Promise<void> {
  const before = await storedBytes(page);
  await input.setInputFiles(await pathOf(file));
  await expect.poll(() => textOf(page, 'body')).toMatch(file.said);
  await expect.poll(() => textOf(page, 'body')).toContain('Aquí no cambió nada');
  expect(await storedBytes(page)).toBe(before);
}

test('a broken or foreign matrix', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page.getByRole('link', { name: 'Mis planes' }).click();
  for (const file of matrices) {
    await page.getByRole('link', { name: 'Cargar matriz' }).click();
    await expectRefused(page, page.getByLabel('Elegir archivo'), file);
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Volver' }).click();
  }
});

test('a broken, foreign or newer snapshot', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await goTo(page, 'Compartir');
  for (const file of snapshots) {
    await expectRefused(page, page.getByLabel('Abrir una copia'), file);
    await expectNoAxeViolations(page);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Entregar copia' })).toBeVisible();
  }
});
