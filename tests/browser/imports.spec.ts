// The published tables as files: each with what it leaves in doubt, asked before anything is written.
import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { goTo, reviewDrawn, textOf } from './support/journeys';

test.use({ worksOffline: false });

const FOLDER = 'tests/fixtures/matrices';

async function review(page: Page, file: string): Promise<string> {
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').setInputFiles(`${FOLDER}/${file}`);
  await reviewDrawn(page);
  return textOf(page, 'body');
}

async function load(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Cargar \d+/ }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Tablero' })).toBeVisible();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  return textOf(page);
}

test('from an empty app the spreadsheet of Cartagena is a plan in three taps', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByText('Elegir archivo').click();
  await (await choosing).setFiles('public/examples/cartagena-2023-plan-accion.xlsx');
  await page.getByRole('button', { name: 'Cargar 12, ceros como sin reporte' }).click();
  await expect(page.getByRole('button', { name: /^40,9\s%/ }).first()).toBeVisible();
});

test('Cartagena 2023 by semicolons, with its split headers and a row that is shifted', async ({
  openApp,
}) => {
  const page = await openApp();
  const said = await review(page, 'cartagena-2023-plan-accion.csv');
  expect(said).toContain('12 indicadores, 8 ítems');
  expect(said).toContain('sus celdas están corridas una columna a la izquierda');
  await page.getByRole('radio', { name: 'Mover a la derecha' }).check();
  const board = await load(page);
  expect(board).toContain('El plan va en 40,9 %: está 10,8 puntos por debajo de lo esperado al 31 de marzo');
  expect(board).toContain('4 finalizadas');
});

test('Cartago 2024 by domains: its cut is asked, a row joins the one above, the total is no row', async ({
  openApp,
}) => {
  const page = await openApp();
  const said = await review(page, 'cartago-2024-peti.csv');
  expect(said).toContain('11 indicadores, 4 ítems');
  expect(said).toContain('Ítem: indicado 85%, calculado 80,0 %.');
  expect(said).toContain('Plan: indicado 51%, calculado 50,0 %.');
  await page.getByRole('radio', { name: 'Unir a la de arriba' }).check();
  await page.getByLabel('¿A qué fecha está reportada la matriz?').fill('2024-07-31');
  const board = await load(page);
  expect(board).toContain(
    'El plan va en 50,0 %. Sin fechas no se puede decir cuánto se esperaba, ni qué va atrasado o vencido.',
  );
  await page
    .getByRole('button', { name: /^50,0\s%/ })
    .first()
    .click();
  const why = await textOf(page, 'dialog[open]');
  expect(why).toContain('54,5 %');
  for (const domain of ['80,0 %', '100,0 %', '20,0 %', '0,0 %']) expect(why).toContain(domain);
});

test('Cartagena’s PETI: blanks as above, targets of two units, a date that is asked about', async ({
  openApp,
}) => {
  const page = await openApp();
  const said = await review(page, 'cartagena-peti-plan-accion.csv');
  expect(said).toContain('29 indicadores');
  expect(said).toContain('«16.00» se lee 16');
  expect(said).toContain('«12/01/24» es el 12 ene 2024');
  expect(said).toContain('«12/01/24» es el 1 dic 2024');
  await page.getByRole('button', { name: /^Cargar \d+/ }).click();
  await goTo(page, 'Actividades');
  await expect(page.getByText(/^29\sindicadores/)).toBeVisible();
  await page
    .getByRole('link', { name: /planificación estratégica/ })
    .first()
    .click();
  await expect(page.getByText('12 de enero de 2024 a', { exact: false })).toBeAttached();
});
