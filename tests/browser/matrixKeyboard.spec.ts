// Reviewing a matrix by keyboard: after every act the work goes on where it was.
import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { bringSheets, planRows } from './support/workbooks';

const OTHER = [
  ['ACTIVIDAD', 'META', 'T1', 'T2'],
  ['La otra tabla', 2, 1, null],
];

const REFUSED = /Aquí no cambió nada/;

async function reviewTwoTables(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await bringSheets(page, 'plan.xlsx', [
    { name: 'Plan', rows: planRows(3) },
    { name: 'Otra', rows: OTHER },
  ]);
  await expect(page.getByRole('heading', { name: /^3 indicadores/ })).toBeVisible();
}

test('where the table is gets said by keyboard, and the focus stays on what says it', async ({ openApp }) => {
  const page = await openApp();
  await reviewTwoTables(page);
  const plan = page.getByRole('radio', { name: /^Hoja «Plan»/ });
  const other = page.getByRole('radio', { name: /^Hoja «Otra»/ });
  await plan.focus();
  await plan.press('ArrowDown');
  await expect(page.getByRole('heading', { name: /^1 indicador/ })).toBeVisible();
  await expect(other).toBeFocused();
  await other.press('ArrowUp');
  await expect(page.getByRole('heading', { name: /^3 indicadores/ })).toBeVisible();
  await expect(plan).toBeFocused();

  await page.getByLabel('Última fila de la tabla').fill('6');
  const act = page.getByRole('button', { name: 'Leer así' });
  await act.press('Enter');
  await expect(page.getByRole('heading', { name: /^2 indicadores/ })).toBeVisible();
  await expect(act).toBeFocused();

  const back = page.getByRole('button', { name: 'Volver a lo que se encontró' });
  await back.press('Enter');
  await expect(page.getByRole('heading', { name: /^3 indicadores/ })).toBeVisible();
  await expect(back).toBeFocused();
  await expect(page.getByLabel('Última fila de la tabla')).toHaveValue('7');
});

test('a place that holds no table is refused: the table stays, and so does what was written', async ({
  openApp,
}) => {
  const page = await openApp();
  await reviewTwoTables(page);
  for (const edge of ['Encabezado, de la fila', 'a la fila', 'Última fila de la tabla'])
    await page.getByLabel(edge, { exact: true }).fill('90');
  const act = page.getByRole('button', { name: 'Leer así' });
  await act.press('Enter');
  await expect(page.getByText(REFUSED)).toBeVisible();
  await expect(act).toBeFocused();
  await expect(page.getByLabel('Última fila de la tabla')).toHaveValue('90');
  await expect(page.getByRole('radio', { name: /^Hoja «Plan»/ })).toBeChecked();
});

test('a meaning that cannot be is refused where it was chosen, and the column says again what it is', async ({
  openApp,
}) => {
  const page = await openApp();
  await reviewTwoTables(page);
  await page.getByText(/^Columnas encontradas/).press('Enter');
  const activity = page.getByLabel('Columna B, ACTIVIDAD: se lee como');
  await activity.focus();
  await activity.selectOption({ label: 'Producto' });
  await expect(page.getByText(REFUSED)).toBeVisible();
  await expect(activity).toBeFocused();
  await expect(activity).toBeVisible();
  await expect(activity.locator('option:checked')).toHaveText('Actividad');
});

async function review(page: Page, count: number): Promise<void> {
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await bringSheets(page, 'plan.xlsx', [{ name: 'Plan', rows: planRows(count) }]);
  await expect(page.getByRole('heading', { name: new RegExp(`^${count} indicadores`) })).toBeVisible();
}

test('the last rows that are asked for come under those that were there, and so does the focus', async ({
  openApp,
}) => {
  const page = await openApp();
  await review(page, 70);
  const region = page.getByRole('region', { name: 'Filas que se van a cargar' });
  await expect(region.getByRole('row')).toHaveCount(51);
  await page.getByRole('button', { name: 'Ver 20 más' }).press('Enter');
  await expect(region.getByRole('row')).toHaveCount(71);
  await expect(page.locator('tr:focus')).toContainText('50. Actividad');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Dejar por fuera la fila 55' })).toBeFocused();
});

test('one row after the other is left out from where the first one stood', async ({ openApp }) => {
  const page = await openApp();
  await review(page, 4);
  await page.getByRole('button', { name: 'Dejar por fuera la fila 6' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^3 indicadores/ })).toBeVisible();
  const next = page.getByRole('button', { name: 'Dejar por fuera la fila 7' });
  await expect(next).toBeFocused();
  await next.press('Enter');
  await expect(
    page.getByRole('rowheader', { name: 'Fila 8' }),
    'each row says which one it is',
  ).toBeVisible();
  const last = page.getByRole('button', { name: 'Dejar por fuera la fila 8' });
  await expect(last).toBeFocused();
  await last.press('Enter');
  await expect(page.getByRole('button', { name: 'Dejar por fuera la fila 5' })).toBeFocused();
  await page.getByText(/^Filas que no se cargan: 3/).press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Fila 6' })).toContainText(
    '2. Actividad número 2',
  );
});

test('who asks for an update of the plan that is here is led to what it changes', async ({ openApp }) => {
  const page = await openApp();
  await review(page, 3);
  await page.getByRole('button', { name: /^Cargar 3/ }).click();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  await page.getByRole('link', { name: 'Mis planes' }).click();
  await review(page, 4);
  await page.getByRole('button', { name: 'Actualizarlo con esta matriz' }).press('Enter');
  const title = page.getByRole('heading', { name: /^Lo que cambiaría en/ });
  await expect(title).toBeFocused();
  await expect(title).toBeInViewport();
});
