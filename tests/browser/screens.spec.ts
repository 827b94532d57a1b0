// Every screen and state: axe finds nothing, light and dark; the page never scrolls sideways; targets fit a thumb.
import { expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, MATRIX, reviewDrawn, textOf } from './support/journeys';

test.use({ worksOffline: false });

test('an empty app teaches what to do', async ({ openApp }) => {
  const page = await openApp();
  await expect(page.getByRole('heading', { name: 'Aquí van a estar sus planes' })).toBeVisible();
  await expectSound(page);
});

test('the example opens as an example, and can be thrown away', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Ver un ejemplo' }).click();
  await page.getByRole('button', { name: /^Cartagena 2023/ }).click();
  await page.getByRole('button', { name: /^Cargar 12/ }).click();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  await page.getByRole('link', { name: 'Mis planes' }).click();
  await expect(page.getByText('Ejemplo', { exact: true })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: /^Quitar de este equipo/ }).click();
  await expectSound(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Quitar de este equipo' }).click();
  await expect(page.getByRole('heading', { name: 'Aquí van a estar sus planes' })).toBeVisible();
});

test('the matrix is reviewed before anything is written', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await expectSound(page);
  await page.getByLabel('Elegir archivo').setInputFiles(MATRIX);
  await expect(page.getByText('12 indicadores, 8 ítems, 17 columnas reconocidas')).toBeVisible();
  await reviewDrawn(page);
  await expect(page.getByText('coincide 12 de 12')).toBeVisible();
  const review = await textOf(page, 'body');
  expect(review).toContain('filas 10 a 21');
  expect(review).toContain('coincide 12 de 12');
  expect(review).toContain('Nada se ha escrito todavía');
  expect(review).toMatch(/El número 4 está en más de una actividad/);
  await expectSound(page);
  await page.getByRole('radio', { name: 'Dejarlos en cero' }).check();
  await expect(page.getByRole('button', { name: 'Cargar 12, con los ceros' })).toBeVisible();
});

test('the board, and why each percentage is what it is', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await expectSound(page);
  for (const by of ['Por ítem', 'Por responsable']) {
    await page.getByLabel('Ver el avance por').selectOption({ label: by });
    await expectSound(page);
  }
  const percents = page.getByRole('button', { name: /¿por qué\?$/ });
  const total = await percents.count();
  expect(total).toBeGreaterThan(10);
  for (let at = 0; at < total; at += 1) {
    await percents.nth(at).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.locator('.figure')).toBeVisible();
    if (at < 2) await expectSound(page);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  }
});

test('the list: search, filters, and what is behind first', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await goTo(page, 'Actividades');
  const cards = page.locator('.list li');
  await expect(cards).toHaveCount(12);
  await expect(cards.first()).toContainText('9. Hacer el reporte a FURAG');
  await expectSound(page);
  await page.getByLabel('Buscar').fill('apropiacion');
  await expect(cards).toHaveCount(2);
  await page.getByLabel('Buscar').fill('zzz');
  await expect(page.getByText('Ninguna actividad cumple con esa búsqueda.')).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Quitar filtros' }).click();
  await page.getByLabel('Clase').selectOption({ label: 'Finalizadas' });
  await expect(cards).toHaveCount(4);
  await page.getByLabel('Clase').selectOption({ label: 'Clase: todas' });
  await page.getByLabel('Ritmo').selectOption({ label: 'Atrasadas' });
  await expect(cards).toHaveCount(5);
});

test('an activity: totals, kinds of empty, remarks and evidence', async ({ openApp, device }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page.getByRole('link', { name: /Actas de reunion/ }).click();
  await expectSound(page);

  await test.step('"van N en total" gives the quarter', async () => {
    await page.getByRole('button', { name: 'Van N en total…' }).click();
    await page.getByRole('textbox', { name: /Total acumulado/ }).fill('7');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: 5/ })).toBeVisible();
    await page.getByRole('button', { name: 'Solo lo del período…' }).click();
  });

  await test.step('a kind of empty is none of the others', async () => {
    await page.getByRole('button', { name: 'Sin dato…' }).click();
    await expectSound(page);
    await page.getByRole('radio', { name: 'No programado' }).click();
    await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: no programado/ })).toBeVisible();
    await expectSound(page);
  });

  await test.step('a photo is attached, shown, and verified by a person', async () => {
    await page.getByRole('button', { name: /1\.er trimestre de 2023/ }).click();
    await expect(page.getByText('Citada')).toBeVisible();
    await page.getByLabel('Tomar foto').setInputFiles('public/icons/icon-192.png');
    // A picture is read when it comes near what is in sight.
    await page
      .getByText(/^Anexo 09/)
      .first()
      .scrollIntoViewIfNeeded();
    const photo = page.getByRole('img', { name: 'icon-192.png' });
    await expect(photo).toBeVisible();
    expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Marcar verificada' }).click();
    await expect(page.getByText('Verificar lleva el nombre de quien verifica')).toBeVisible();
    // Nothing failed to be written: a refusal is no alarm.
    await expect(page.getByText('No se pudo guardar')).toHaveCount(0);
    const here = page.url();
    await page.getByRole('link', { name: 'Ajustes' }).click();
    await page.getByLabel('Nombre', { exact: true }).fill('Control interno');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.goto(here);
    await page.getByRole('button', { name: /1\.er trimestre de 2023/ }).click();
    await page.getByRole('button', { name: 'Marcar verificada' }).click();
    await expect(page.getByText('Verificada', { exact: true })).toBeVisible();
    await expectSound(page);
    await goTo(page, 'Tablero');
    await expect.poll(() => textOf(page)).toMatch(/Verificado con evidencia 0,8 %/);
  });
  device.guard.check();
});

test('who I am puts mine first, and the rest of the settings', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page.getByRole('link', { name: 'Ajustes' }).click();
  await expectSound(page);
  await page.getByLabel('Nombre', { exact: true }).fill('Enlace');
  await page.getByLabel('Dependencia o equipo').fill('Equipo de Uso y Apropiación');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await goTo(page, 'Tablero');
  await expect(page.getByText(/Lo mío va en/)).toBeVisible();
  await expect.poll(() => textOf(page)).toContain('Lo mío va en 10,0 %');
  await page.getByRole('button', { name: 'Todo el plan' }).click();
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %');
  await expectSound(page);
});

test('the summary goes to the clipboard as it is said', async ({ openApp, device, server }) => {
  const page = await openApp();
  await device.context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(server.url).origin,
  });
  await loadMatrix(page);
  await page.getByRole('button', { name: 'Copiar resumen' }).click();
  await expect(page.getByText('El resumen está en el portapapeles.')).toBeVisible();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\u00a0', ' ');
  expect(copied).toMatch(/Corte 31 de marzo de 2023\. El plan va en 40,9 %/);
});

test('the table for Excel comes back as the same plan', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await goTo(page, 'Compartir');
  await expectSound(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar CSV' }).click();
  const path = await (await download).path();
  await page.getByRole('link', { name: 'Mis planes' }).click();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').setInputFiles({
    name: 'plan.csv',
    mimeType: 'text/csv',
    buffer: await import('node:fs/promises').then(({ readFile }) => readFile(path)),
  });
  await expect(page.getByRole('heading', { name: 'Este plan ya está en este equipo' })).toBeVisible();
  await expectSound(page);
  const load = page.getByRole('button', { name: /^Cargar \d+/ });
  await expect(load, 'no plan is loaded twice unasked').toBeDisabled();
  await page.getByRole('button', { name: 'Cargarla como otro plan' }).click();
  await page.getByRole('button', { name: /^Cargar 12/ }).click();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %');
});

test('a value that looks like a running total is asked about, by touch and by mouse', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  const entry = page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ });
  const question = page.getByText(/¿20 es lo del período o el total acumulado\?/);
  for (const answer of ['Es el total', 'Es lo del período']) {
    await entry.fill('20');
    await page.keyboard.press('Enter');
    await expect(question).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: answer }).click();
    await expect(question).toBeHidden();
    const recorded = answer === 'Es el total' ? '18' : '20';
    await expect(page.getByRole('button', { name: `2.º trimestre de 2023: ${recorded}` })).toBeVisible();
  }
  await entry.fill('900');
  await page.keyboard.press('Enter');
  await expect(page.getByText('900 es mucho más que la meta (21). ¿Está bien?')).toBeVisible();
  await entry.fill('-5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Escriba cero o un número mayor.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '2.º trimestre de 2023: 20' })).toBeVisible();
  // Nobody wrote over anybody: one after the other.
  await expect(page.getByText(/diferencias? por decidir/)).toHaveCount(0);
});

test('what is no number is not recorded, and says so', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).pressSequentially('5x');
  await expect(page.getByText(/Escriba un número/)).toBeVisible();
  await goTo(page, 'Tablero');
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: no reportado/ })).toBeVisible();
});

test('an address that leads nowhere says so', async ({ openApp, server }) => {
  const page = await openApp();
  await page.goto(`${server.url}#/no-existe`);
  await expect(page.getByText('Esa página no existe')).toBeVisible();
  await expectSound(page);
  await page.goto(`${server.url}#/plan/ninguno/tablero`);
  await expect(page.getByText('Ese plan no está en este equipo.')).toBeVisible();
  await expectSound(page);
  await page.goto(`${server.url}#/ajustes`);
  await expect(page.getByRole('heading', { name: 'Ajustes' })).toBeVisible();
  await expectSound(page);
});

test('after a change of place the keyboard starts at the title, and the tab says where one is', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await goTo(page, 'Compartir');
  await expect(page).toHaveTitle(/ · Bitácora$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('in Safari on a phone the app asks to be installed before the first save', async ({
  openApp,
  device,
}) => {
  await device.page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').setInputFiles(MATRIX);
  await page.getByRole('button', { name: /^Cargar 12/ }).click();
  await expect(page.getByText('Antes de guardar: instale la aplicación')).toBeVisible();
  await expectSound(page);
});
