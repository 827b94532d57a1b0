// A matrix that is not as the reader guesses, and a newer one of a plan that is here: what a person says is what is read and written.
import type { CellValue } from 'hucre';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { expectNoAxeViolations } from './support/axe';
import { goTo, textOf } from './support/journeys';
import { bringSheets, planRow } from './support/workbooks';

type Row = readonly CellValue[];

const HEAD: Row = [
  'ITEM',
  'ACTIVIDAD',
  'ENTREGABLE',
  'META',
  'FECHA INICIO',
  'FECHA FINAL',
  'T1',
  'T2',
  'Logro',
];
const BAND: readonly Row[] = [
  ['ALCALDÍA DE PRUEBA'],
  ['Nombre de la política', 'Gobierno Digital'],
  ['Vigencia', 2024],
];

function aRow(at: number, said: Partial<Record<number, CellValue>> = {}): Row {
  const row: CellValue[] = [...planRow(at), `logro ${at}`];
  for (const [column, value] of Object.entries(said)) row[Number(column)] = value ?? null;
  return row;
}

async function bring(
  page: Page,
  name: string,
  rows: readonly Row[],
  hidden: readonly Row[] = [],
): Promise<void> {
  const sheets = [
    { name: 'Plan', rows },
    ...(hidden.length > 0 ? [{ name: 'Copia de Plan', hidden: true, rows: hidden }] : []),
  ];
  await bringSheets(page, name, sheets);
}

async function toReview(page: Page): Promise<void> {
  await expect(page.getByText('Nada se ha escrito todavía.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /columnas reconocidas/ })).toBeVisible();
}

async function load(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Cargar \d+/ }).click();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
}

test('which table, what a column is and which rows count are said, and the file is read so', async ({
  openApp,
  goOffline,
}) => {
  const page = await openApp();
  await goOffline();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  const side: readonly Row[] = [[], ['ACTIVIDAD', 'META', 'T1', 'T2'], ['La otra tabla', 2, 1, null]];
  const rows = [
    ...BAND,
    HEAD,
    aRow(1),
    aRow(2),
    aRow(3),
    ['TOTAL', null, null, 12],
    ['Elaboró: OAI'],
    ...side,
  ];
  await bring(page, 'plan.xlsx', rows, [HEAD, aRow(9)]);
  await toReview(page);
  await expect.poll(() => textOf(page, 'main')).toContain('3 indicadores, 3 ítems');

  await page.getByText(/^Filas que no se cargan: 2/).click();
  await expect(page.getByText('es un total', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Dejar por fuera la fila 6' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^2 indicadores/ })).toBeVisible();
  const region = page.getByRole('region', { name: 'Filas que se van a cargar' });
  const next = page.getByRole('button', { name: 'Dejar por fuera la fila 7' });
  await expect(next, 'the keyboard goes on where it was').toBeFocused();
  await expectMoreBeside(region, false);
  await region.evaluate((element) => element.scrollTo({ left: 0 }));
  await expectMoreBeside(region, true);
  await expect(page.getByText('usted la dejó por fuera', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Cargarla.*Fila 6$/ }).press('Enter');
  await expect(page.getByRole('heading', { name: /^3 indicadores/ })).toBeVisible();

  await expect(page.locator('li:focus'), 'and so it does in what was set aside').toContainText('Fila 8');

  const logro = page.getByLabel('Columna I, Logro: se lee como');
  await logro.selectOption({ label: 'Observaciones' });
  await expect(page.getByRole('heading', { name: /9 columnas reconocidas/ })).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole('radio', { name: /^Hoja «Plan».*filas 11 a 12/ }).check();
  await expect(page.getByRole('heading', { name: /^1 indicador/ })).toBeVisible();
  await expect.poll(() => textOf(page, 'main')).toContain('La otra tabla');
  await page.getByRole('button', { name: 'Volver a lo que se encontró' }).click();
  await expect(page.getByRole('heading', { name: /^3 indicadores/ })).toBeVisible();
});

test('of a long matrix more rows come when they are asked for, and stay', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await bring(page, 'largo.xlsx', [...BAND, HEAD, ...Array.from({ length: 120 }, (_, at) => aRow(at + 1))]);
  await toReview(page);
  const rows = page.getByRole('region', { name: 'Filas que se van a cargar' }).getByRole('row');
  await expect(rows).toHaveCount(51);
  await page.getByRole('button', { name: 'Ver 50 más' }).click();
  await expect(rows).toHaveCount(101);
  await page.getByRole('button', { name: 'Ver 20 más' }).click();
  await expect(rows).toHaveCount(121);
});

test('headers that nobody knows are said once; the next matrix like it is read as they were said', async ({
  openApp,
}) => {
  const page = await openApp();
  const rows = (year: number): readonly Row[] => [
    [`Seguimiento ${year}`],
    ['Cod', 'Lo que se hará', 'Quién'],
    ['A1', 'Abrir los datos', 'TIC'],
    ['A2', 'Cerrar las brechas', 'Educación'],
  ];
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await bring(page, 'rara.xlsx', rows(2024));
  await expect(page.getByRole('heading', { name: '¿Cuál es la tabla?' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel('B · Lo que se hará').selectOption({ label: 'Actividad' });
  await page.getByRole('button', { name: 'Leer así' }).click();
  await toReview(page);
  await expect.poll(() => textOf(page, 'main')).toContain('Abrir los datos');
  await page.getByLabel('Columna C, Quién: se lee como').selectOption({ label: 'Responsable' });
  await expect(page.getByText('La tabla se leyó otra vez.').first()).toBeVisible();
  await page.getByRole('button', { name: /^Cargar / }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Actividades' })).toBeVisible();

  await page.getByRole('link', { name: 'Mis planes' }).click();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await bring(page, 'rara 2025.xlsx', rows(2025));
  await toReview(page);
  await expect(page.getByText('2 columnas se leyeron como usted lo dijo la vez pasada.')).toBeVisible();
  await expect.poll(() => textOf(page, 'main')).toContain('Cerrar las brechas');
});

test('a newer matrix updates the plan field by field, twice changes nothing, and is taken back as one', async ({
  openApp,
}) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  const first = [...BAND, HEAD, aRow(1), aRow(2), aRow(3), aRow(4)];
  await bring(page, 'plan.xlsx', first);
  await toReview(page);
  await load(page);

  await goTo(page, 'Compartir');
  await page.getByRole('link', { name: 'Actualizar con la matriz' }).click();
  await bring(page, 'plan.xlsx', first);
  await toReview(page);
  await expect(page.getByText(/dicen lo mismo: no hay nada que escribir/).first()).toBeVisible();

  const renamed = aRow(4, { 1: '4. Actividad número cuatro del plan' });
  const added = aRow(5, { 1: '5. Divulgar lo hecho', 2: 'Boletín' });
  const newer = [
    ...BAND,
    HEAD,
    aRow(1, { 7: 2 }),
    aRow(2, { 5: '15/12/2024', 3: null }),
    aRow(3),
    renamed,
    added,
  ];
  await bring(page, 'plan junio.xlsx', newer);
  const panel = page.getByRole('region', { name: /^Lo que cambiaría en/ });
  await expect(panel).toContainText('T2: valor reportado');
  await expect(panel).toContainText('Fecha final');
  await expect(panel).toContainText('1 celda vacía en la matriz donde el plan tiene un dato');
  await expectNoAxeViolations(page);
  await panel
    .getByRole('group', { name: 'Fila 8: ¿es la misma que ya está en el plan?' })
    .getByRole('radio', { name: 'Sí, es la misma' })
    .check();
  await expect(panel).toContainText('Nombre');
  await page.getByRole('button', { name: 'Actualizar el plan' }).click();
  await expect(page.getByText('El plan quedó actualizado con la matriz.')).toBeVisible();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  // What was reported for June is looked at in June.
  await expect(page.getByText(/esperado al 30 de junio/)).toBeVisible();
  await expect.poll(() => textOf(page, 'main')).toContain('Divulgar lo hecho');

  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.poll(() => textOf(page, 'main')).not.toContain('Divulgar lo hecho');
  await expect.poll(() => textOf(page, 'main')).toContain('4. Actividad número 4 del plan');

  await goTo(page, 'Compartir');
  await page.getByRole('link', { name: 'Actualizar con la matriz' }).click();
  await bring(page, 'plan junio.xlsx', [...BAND, HEAD, aRow(1, { 7: 3 }), aRow(2), aRow(3), aRow(4)]);
  await expect(panel).toContainText('T2: valor reportado');
  await page.getByRole('button', { name: 'Actualizar el plan' }).click();
  await expect(page.getByText('El plan quedó actualizado con la matriz.')).toBeVisible();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  await expect(page.getByText(/por decidir/), 'one person alone disagrees with nobody').toHaveCount(0);
});

test('of many findings, and of many rows set aside, a page is drawn at a time', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  const reversed = { 4: '30/11/2024', 5: '15/02/2024' };
  const rows = Array.from({ length: 120 }, (_, at) => aRow(at + 1, reversed));
  const side: readonly Row[] = Array.from({ length: 60 }, () => ['TOTAL', null, null, 12]);
  await bring(page, 'plan.xlsx', [...BAND, HEAD, ...rows, ...side]);
  await toReview(page);
  const findings = page.getByRole('region', { name: /^\d+ hallazgos$/ });
  await findings.getByLabel('Clase de hallazgo').selectOption({ label: 'El fin va antes del inicio (120)' });
  const lines = findings.getByText(/^Empieza el/);
  await expect(lines).toHaveCount(50);
  await findings.getByRole('button', { name: 'Ver 50 más (faltan 70)' }).press('Enter');
  await expect(lines).toHaveCount(100);
  await findings.getByRole('button', { name: 'Ver 20 más' }).press('Enter');
  await expect(lines).toHaveCount(120);
  await expect(page.locator('li:focus'), 'the keyboard goes on where the page ended').toContainText(
    'Fila 104',
  );

  await findings.getByLabel('Buscar en los hallazgos').fill('fila 77');
  await expect(lines).toHaveCount(1);
  await findings.getByLabel('Buscar en los hallazgos').fill('ninguna de estas');
  await expect(findings.getByRole('status')).toHaveText('Ningún hallazgo con esas palabras.');
  await findings.getByLabel('Buscar en los hallazgos').fill('');
  await expect(lines).toHaveCount(50);

  const setAside = page.locator('details', { hasText: 'Filas que no se cargan: 60' });
  await setAside.locator('summary').click();
  await expect(setAside.getByRole('button', { name: /^Cargarla/ })).toHaveCount(50);
  await setAside.getByRole('button', { name: 'Ver 10 más' }).click();
  await expect(setAside.getByRole('button', { name: /^Cargarla/ })).toHaveCount(60);
});

test('rows that look like those of the plan are answered all at once, and each may be answered otherwise', async ({
  openApp,
}) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
  await bring(page, 'plan.xlsx', [...BAND, HEAD, ...numbers.map((at) => aRow(at))]);
  await toReview(page);
  await load(page);
  await goTo(page, 'Compartir');
  await page.getByRole('link', { name: 'Actualizar con la matriz' }).click();
  const renamed = numbers.map((at) =>
    aRow(at, { 1: `${at}. Actividad número ${at} del plan de la entidad` }),
  );
  await bring(page, 'plan junio.xlsx', [...BAND, HEAD, ...renamed]);
  const panel = page.getByRole('region', { name: /^Lo que cambiaría en/ });
  const questions = panel.getByRole('group', { name: /^Fila \d+: ¿es la misma que ya está en el plan\?/ });
  await expect(questions).toHaveCount(50);
  const all = panel.getByRole('group', { name: '60 filas se parecen a las del plan' });
  await all.getByRole('radio', { name: 'Todas son nuevas' }).check();
  await expect(panel.getByText('60 filas nuevas', { exact: true })).toBeVisible();
  await all.getByRole('radio', { name: 'Todas son las mismas' }).check();
  await expect(panel.getByText('60 filas cambian', { exact: true })).toBeVisible();
  const stayed = await staysFirst(questions);
  await questions.first().getByRole('radio', { name: 'Dejarla por ahora' }).check();
  await expect(panel.getByText('59 filas cambian', { exact: true })).toBeVisible();
  expect(await stayed(), 'what was answered does not go away to come back').toBe(true);
  await expect(all.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a matrix of activities alone says that they come in, and on the board what makes them count', async ({
  openApp,
}) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  const rows = [
    ['ACTIVIDAD', 'RESPONSABLE'],
    ['Abrir los datos', 'TIC'],
    ['Cerrar las brechas', 'Educación'],
  ];
  await bring(page, 'iniciativas.xlsx', [...BAND, ...rows]);
  await toReview(page);
  await expect(page.getByRole('heading', { name: /^2 actividades sin indicador, / })).toBeVisible();
  await page.getByRole('button', { name: 'Cargar 2 actividades' }).click();
  await expect(page.getByText('Quedaron cargadas 2 actividades sin indicador')).toBeVisible();
  await expect(page.getByText('Ninguna de las 2 actividades del plan tiene indicador')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Actividades' }).click();
  await page.getByRole('link', { name: 'Editar el plan' }).click();
  await page.getByRole('link', { name: /Abrir los datos/ }).click();
  await expect(page.getByRole('button', { name: 'Agregar indicador' })).toBeVisible();
});

/** Watches the first question of a list from now on; tells whether it was the first one all the time. */
async function staysFirst(questions: Locator): Promise<() => Promise<boolean>> {
  const watched = await questions.first().evaluateHandle((question) => {
    const row = question.closest('li');
    const seen = { isFirst: row !== null };
    const look = () => (seen.isFirst &&= row?.previousElementSibling === null && row.isConnected);
    if (row?.parentElement) new MutationObserver(look).observe(row.parentElement, { childList: true });
    return seen;
  });
  return () => watched.evaluate(({ isFirst }) => isFirst);
}

/** Whether the edge of a table is shaded, as it is where more of it stands beyond. */
async function expectMoreBeside(region: Locator, isMore: boolean): Promise<void> {
  const shade = () =>
    region.evaluate(({ parentElement: edge }) => edge && getComputedStyle(edge, '::after').opacity);
  await expect.poll(shade).toBe(isMore ? '1' : '0');
}
