// The boards and charts: each says the same as the board's sentence, in a table too, and every mark opens its rows.
import type { Locator, Page } from '@playwright/test';
import { aLargeSnapshot } from '../support/largePlan';
import { aRichSnapshot } from '../support/richPlan';
import { expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, openCopy, textOf } from './support/journeys';

const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const curve = (page: Page) => panel(page, 'Curva S: lo esperado y lo real');
const listed = (page: Page) => page.locator('.list li');

/** The rows of a table as a person reads them, cell by cell. */
async function rowsOf(table: Locator): Promise<readonly (readonly string[])[]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map((cell) =>
          (cell as HTMLElement).innerText.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
}

/** How many pixels of the chart are not of its ground. */
async function inkOf(page: Page): Promise<number> {
  return curve(page)
    .locator('canvas')
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
      let drawn = 0;
      for (let at = 3; pixels && at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 0) drawn += 1;
      return drawn;
    });
}

test('the S-curve says in its table what the sentence says, and its points open their rows @desktop', async ({
  openApp,
  goOffline,
}) => {
  const page = await openApp();
  await goOffline();
  await loadMatrix(page);
  const figure = curve(page).getByRole('figure', { name: 'Lo esperado y lo real en cada corte' });
  await expect(figure).toHaveAccessibleDescription(/Al 31 de marzo el avance es 40,9.% y se esperaba 51,7.%/);
  await expect.poll(() => inkOf(page)).toBeGreaterThan(1000);
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %: está 10,8 puntos por debajo');

  await test.step('by keyboard to the table', async () => {
    const fold = figure.getByText('Ver la tabla');
    await fold.focus();
    await page.keyboard.press('Enter');
    const table = figure.getByRole('table');
    await expect
      .poll(() => rowsOf(table))
      .toEqual([
        ['Inicio, al 31 de diciembre de 2022', '0,0 %', '0,0 %', '—'],
        ['1.er trimestre de 2023, al 31 de marzo de 2023', '51,7 %', '40,9 %', 'Ver 12 indicadores'],
        ['2.º trimestre de 2023, al 30 de junio de 2023', '73,7 %', '—', 'Ver 8 indicadores'],
        ['3.er trimestre de 2023, al 30 de septiembre de 2023', '88,1 %', '—', 'Ver 7 indicadores'],
        ['4.º trimestre de 2023, al 31 de diciembre de 2023', '100,0 %', '—', 'Ver 5 indicadores'],
      ]);
    await expectSound(page);
    await table.getByRole('link', { name: 'Ver 8 indicadores' }).focus();
    await page.keyboard.press('Enter');
    await expect(listed(page)).toHaveCount(8);
    await page.getByRole('button', { name: /^Período: 2\.º.trimestre/ }).click();
    await expect(listed(page)).toHaveCount(12);
  });

  await test.step('a point of the drawing, touched', async () => {
    await goTo(page, 'Tablero');
    const plot = curve(page).locator('.u-over');
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    // The end of the year is the last point.
    await plot.click({ position: { x: (box?.width ?? 0) - 4, y: 30 } });
    await expect(listed(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'Quitar filtros' }).click();
  });
});

test('the curve is drawn again in the other scheme and in another size', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await expect.poll(() => inkOf(page)).toBeGreaterThan(1000);
  const picture = () =>
    curve(page)
      .locator('canvas')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const light = await picture();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(picture).not.toBe(light);
  const width = () =>
    curve(page)
      .locator('canvas')
      .evaluate((canvas) => canvas.clientWidth);
  const before = await width();
  await page.setViewportSize({ width: 340, height: 700 });
  await expect.poll(width).toBeLessThan(before);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a cell of the heat map opens its activity at its period', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  const heat = panel(page, 'Mapa de calor');
  const table = heat.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Indicador', 'T1', 'T2', 'T3', 'T4']);
  await expect(heat).toContainText('12 indicadores: primero lo que más atención pide.');
  const cell = table.getByRole('link', { name: /1\.er.trimestre de 2023: 7; iba en 33,3.%, crítica/ });
  await expect(cell).toHaveCount(1);
  const later = table
    .getByRole('row', { name: /^3\. Sensibilizar/ })
    .getByRole('link', { name: /^3\.er.trimestre de 2023: por venir$/ });
  await later.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '3. Sensibilizar' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^3\.er.trimestre de 2023/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await goTo(page, 'Tablero');
  await cell.click();
  await expect(page.getByRole('button', { name: /^1\.er.trimestre de 2023/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('who answers for what: the counts add up, and each opens its rows', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  const management = panel(page, 'Gestión por responsable');
  await expect(management).toContainText('pendiente, si no tiene ningún avance (0 %)');
  await management.getByText('Ver la tabla').click();
  await expect
    .poll(() => rowsOf(management.getByRole('table')))
    .toEqual([
      ['Equipo Gobierno Digital y áreas de gestión OAI', '2', '4', '4', '10'],
      ['Equipo de Uso y Apropiación', '1', '1', '0', '2'],
      ['Cada indicador una vez', '3', '5', '4', '12'],
    ]);
  await expectSound(page);

  await management
    .getByRole('group', { name: 'Gestión de Equipo Gobierno Digital' })
    .getByRole('link', { name: /^4.en ejecución/ })
    .click();
  await expect(listed(page)).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'En ejecución', pressed: true })).toBeVisible();
  await page.getByRole('button', { name: /^Equipo Gobierno Digital/, pressed: true }).click();
  await expect(listed(page)).toHaveCount(5);
  await expectSound(page);
});

test('classes, pace and state by any group of the plan, each count with its rows', async ({ openApp }) => {
  const page = await openApp();
  await openCopy(page, aRichSnapshot());
  const standings = panel(page, 'Clases, ritmo y estado');
  const view = page.getByLabel('Ver clases, ritmo y estado por');
  for (const label of await view.locator('option').allTextContents()) {
    await view.selectOption({ label });
    await expect(standings.getByRole('table')).toHaveAccessibleName(
      `Cuántos indicadores hay en cada clase, ritmo y estado, p${label.slice(1)}`,
    );
  }
  await view.selectOption({ label: 'Por elemento (Decreto 767)' });
  await expectSound(page);
  await view.selectOption({ label: 'Por responsable' });
  const links = await standings
    .getByRole('table')
    .getByRole('link')
    .evaluateAll((all) =>
      all.map((link) => ({ href: link.getAttribute('href') ?? '', count: Number(link.textContent) })),
    );
  const counted = links.filter(({ count }) => count > 0);
  expect(counted.length).toBeGreaterThan(5);
  for (const { href, count } of counted) {
    await page.evaluate((to) => (location.hash = to), href);
    await expect(listed(page)).toHaveCount(count);
  }
});

test('of a large plan the heat map shows a part, says so, and shows more when asked', async ({ openApp }) => {
  test.setTimeout(120_000);
  const page = await openApp();
  await openCopy(page, aLargeSnapshot(1000));
  const heat = panel(page, 'Mapa de calor');
  await expect(heat).toContainText('15 de 1.000 indicadores');
  await heat.getByRole('button', { name: 'Ver 50 más' }).click();
  await expect(heat).toContainText('65 de 1.000 indicadores');
  await expect(heat.locator('tbody tr')).toHaveCount(65);
  await expect(
    panel(page, 'Gestión por responsable').getByRole('button', { name: 'Ver los 25' }),
  ).toBeVisible();
});
