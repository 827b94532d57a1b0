// Hallazgos: what is wrong in a plan, said plainly, settled by a person with a name, and never changed by itself.
import type { Locator, Page } from '@playwright/test';
import { expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, textOf } from './support/journeys';

test.use({ worksOffline: false });

const panel = (page: Page, kind: string): Locator => page.getByRole('region', { name: kind, exact: true });

async function openFindings(page: Page, open: number): Promise<void> {
  await page.getByRole('link', { name: `Hallazgos: ${open} por revisar` }).click();
  await expect(page.getByText(`Hay ${open}\u00a0hallazgos por revisar.`)).toBeVisible();
}

/** Writes a matrix of so many activities that have no target, and loads it. */
async function loadWithoutTargets(
  page: Page,
  rows: number,
  { dates, owner } = { dates: '01/01/2023;31/12/2023', owner: 'TIC' },
): Promise<void> {
  const header = 'ITEM;ACTIVIDAD;PRODUCTO;INDICADOR;META;FECHA INICIO;FECHA FINAL;RESPONSABLE;TRIMESTRE 1';
  const lines = Array.from(
    { length: rows },
    (_, at) => `1;${at + 1}. Actividad;Producto ${at + 1};Indicador ${at + 1};;${dates};${owner};1`,
  );
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').setInputFiles({
    name: 'plan-2023.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...lines].join('\r\n')),
  });
  await page.getByRole('button', { name: /^Cargar \d+/ }).click();
  await expect(page.getByRole('link', { name: /^Hallazgos: \d+ por revisar$/ })).toBeVisible();
}

test('what the matrix is known for is found, and settled by a person who says why', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await openFindings(page, 16);

  await test.step('each kind with its place, its facts and what may be done', async () => {
    const said = await textOf(page);
    for (const sentence of [
      'El número 4 está en más de una actividad.',
      'Entre las actividades no está la 8.',
      'El ítem 8 está impreso más de una vez.',
      'y la meta es 21.',
      '0,3 en una meta de 10: parece un porcentaje, no un conteo.',
      'La meta es 100 % y se mide por partes',
      'El anexo 02 respalda 2 indicadores.',
      '«Evidencias FURAG 2022» es de 2022.',
      'De la lectura de «cartagena-2023-plan-accion.xlsx»',
      'Hoja «Plan de acción», fila 11, columna E (PRODUCTO)',
      'Qué hacer: Escriba 21 en el texto de la meta.',
    ])
      expect(said).toContain(sentence);
    await expect(panel(page, 'Fracción en una meta que se cuenta')).toContainText('2 por revisar');
    await expectSound(page);
  });

  const placeholder = panel(page, 'El texto de la meta quedó sin llenar');
  await test.step('a review needs a reason, and a name where there is none', async () => {
    await placeholder.getByRole('button', { name: 'Marcar como revisado' }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('y la meta es 21.');
    await expect(sheet).toContainText('Escriba o elija una razón.');
    await expectSound(page);
    await sheet.getByRole('button', { name: 'Así está en el documento aprobado' }).click();
    await expect(sheet).toContainText('Escriba su nombre.');
    await sheet.getByLabel('Su nombre').fill('Ana Pérez');
    await sheet.getByRole('button', { name: 'Marcar como revisado' }).click();
    await expect(sheet).toBeHidden();
  });

  await test.step('it moves to the reviewed ones, with who and when', async () => {
    await expect(placeholder).toHaveCount(0);
    await expect.poll(() => textOf(page)).toContain('Hay 15 hallazgos por revisar. 1 ya está revisado.');
    await page.getByRole('button', { name: 'Revisados: 1' }).click();
    await expect(placeholder).toContainText('Así está en el documento aprobado');
    await expect(placeholder).toContainText(/Revisado por Ana Pérez, hoy, \d+:\d\d/);
    await expect(placeholder.getByRole('button', { name: 'Volver a abrir' })).toBeVisible();
    await expectSound(page);
  });
});

test('a review is taken back, made again, opened again; and the row is one touch away', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openFindings(page, 16);
  const placeholder = panel(page, 'El texto de la meta quedó sin llenar');
  await placeholder.getByRole('button', { name: 'Marcar como revisado' }).click();
  const first = page.getByRole('dialog');
  await first.getByRole('button', { name: 'No corresponde' }).click();
  await first.getByLabel('Su nombre').fill('Ana Pérez');
  await first.getByRole('button', { name: 'Marcar como revisado' }).click();
  await page.getByRole('button', { name: 'Revisados: 1' }).click();

  await test.step('taking it back opens it again, and so does a person', async () => {
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await expect(page.getByText('Todavía no se ha revisado ninguno')).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: 'Ver todos' }).click();
    await placeholder.getByRole('button', { name: 'Marcar como revisado' }).click();
    const sheet = page.getByRole('dialog');
    // The device has a name now.
    await expect(sheet.getByLabel('Su nombre')).toHaveCount(0);
    await sheet.getByLabel('Razón').fill('La oficina lo corrige en la fuente');
    await sheet.getByRole('button', { name: 'Marcar como revisado' }).click();
    await expect(placeholder).toContainText('«La oficina lo corrige en la fuente»');
    await placeholder.getByRole('button', { name: 'Volver a abrir' }).click();
    await expect(placeholder.getByRole('button', { name: 'Marcar como revisado' })).toBeVisible();
    // Reviewing, undoing and reviewing again is nobody's difference with anybody.
    await expect(page.getByText(/diferencias? por decidir/)).toHaveCount(0);
  });

  await test.step('its row is one touch away, and coming back is to where one was', async () => {
    await page
      .getByLabel('Clase de hallazgo')
      .selectOption({ label: 'El texto de la meta quedó sin llenar: 1' });
    await expect(panel(page, 'Ítem repetido')).toHaveCount(0);
    await placeholder.getByRole('link', { name: /Actas de reunion/ }).click();
    await expect(page.getByRole('heading', { name: /Actas de reunion/ })).toBeVisible();
    await page.getByRole('banner').getByRole('link', { name: 'Volver' }).click();
    await expect(placeholder).toBeVisible();
    await expect(panel(page, 'Ítem repetido')).toHaveCount(0);
  });
});

test('what is safe to mend is one touch, and can be taken back', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').setInputFiles('public/examples/cartagena-2023-plan-accion.xlsx');
  await page.getByRole('radio', { name: 'Dejarlos en cero' }).check();
  await page.getByRole('button', { name: 'Cargar 12, con los ceros' }).click();
  await openFindings(page, 17);
  const zeros = panel(page, 'Períodos con todo en cero');
  await expect(zeros).toContainText('En T2, T3 y T4 todas las filas tienen cero');
  await zeros.getByRole('button', { name: 'Dejar sin reporte (36)' }).click();
  await expect(page.getByText('36\u00a0ceros quedaron sin reporte.')).toBeVisible();
  await expect(zeros).toHaveCount(0);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect(zeros).toBeVisible();
  await zeros.getByRole('button', { name: 'Dejar sin reporte (36)' }).click();
  await expect(zeros).toHaveCount(0);

  const total = panel(page, 'Puede ser un acumulado');
  await expect(total).toContainText('2 por revisar');
  await total.getByRole('button', { name: 'Contar solo el último' }).first().click();
  await expect(total).toContainText('1 por revisar');
  // With it goes the doubt about its fraction: the latest of some levels may have one.
  await goTo(page, 'Tablero');
  await expect(page.getByRole('link', { name: 'Hallazgos: 14 por revisar' })).toBeVisible();
});

test('Cartago: what is printed is not what its values come to', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Ver un ejemplo' }).click();
  await page.getByRole('button', { name: /^Cartago 2024/ }).click();
  await page.getByRole('button', { name: /^Cargar 11/ }).click();
  await page.getByRole('link', { name: /^Hallazgos: \d+ por revisar$/ }).click();
  const stated = panel(page, 'El resultado impreso no sale de sus valores');
  await expect(stated).toContainText(/Ítem: indicado 85\s?%, calculado 80,0\s%\./);
  await expect(stated).toContainText(/Plan: indicado 51\s?%, calculado 50,0\s%\./);
  await expect(panel(page, 'Fila que sigue a la de arriba')).toContainText(
    'parece seguir el texto de la fila 3',
  );
  await expectSound(page);
});

test('a long list shows twenty of each kind, and more as one asks', async ({ openApp }) => {
  const page = await openApp();
  await loadWithoutTargets(page, 45);
  await page.getByRole('link', { name: /^Hallazgos:/ }).click();
  const without = panel(page, 'Sin meta');
  await expect(without).toContainText('45 por revisar');
  await expect(without.getByRole('listitem')).toHaveCount(20);
  await without.getByRole('button', { name: 'Ver más (25)' }).click();
  await expect(without.getByRole('listitem')).toHaveCount(45);
});

test('by keyboard one goes on with the next finding, and Enter after the name settles', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openFindings(page, 16);
  const row = page.locator('li[data-row]');
  const titles = async () => (await row.allInnerTexts()).map((text) => text.slice(0, 60));
  const [, second, third] = await titles();

  await row.first().getByRole('button', { name: 'Marcar como revisado' }).press('Enter');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'No corresponde' }).press('Enter');
  await sheet.getByLabel('Su nombre').fill('Ana Pérez');
  await sheet.getByLabel('Su nombre').press('Enter');
  await expect(sheet).toBeHidden();
  await expect(row.first()).toBeFocused();
  expect((await titles()).slice(0, 2)).toEqual([second, third]);

  await page.getByRole('button', { name: 'Todos: 16' }).press('Enter');
  const reviewed = row.filter({ has: page.getByRole('button', { name: 'Volver a abrir' }) });
  await reviewed.getByRole('button', { name: 'Volver a abrir' }).press('Enter');
  await expect(row.filter({ has: page.getByRole('button', { name: 'Volver a abrir' }) })).toHaveCount(0);
  await expect(page.locator('li[data-row]:focus')).toHaveCount(1);

  const mending = page.getByRole('button', { name: /^Contar solo el último/ }).first();
  await mending.press('Enter');
  await expect(page.getByRole('status').getByRole('button', { name: 'Deshacer' })).toBeVisible();
  await expect(page.locator('li[data-row]:focus')).toHaveCount(1);
  await expectSound(page);
});

test('of a finding of many rows each of them can be reached', async ({ openApp }) => {
  const page = await openApp();
  await loadWithoutTargets(page, 11, { dates: ';', owner: '' });
  await page.getByRole('link', { name: /^Hallazgos: \d+ por revisar$/ }).click();
  const loose = page
    .locator('li[data-row]')
    .filter({ hasText: /11\sindicadores/ })
    .first();
  await expect(loose.getByRole('link')).toHaveCount(2);
  await loose.getByRole('button', { name: 'Ver 9 más' }).press('Enter');
  await expect(loose.getByRole('link')).toHaveCount(11);
  await expect(loose.getByRole('link').nth(2)).toBeFocused();
  await expectSound(page);
});
