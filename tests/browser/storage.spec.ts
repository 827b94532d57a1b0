// When the storage fails or vanishes the person is told, and nothing passes for saved or for new.
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, textOf } from './support/journeys';

test.use({ worksOffline: false });

test('a failed write is a red state that keeps what was typed and offers a copy', async ({
  openApp,
  device,
}) => {
  device.guard.allow(/QuotaExceededError|full/);
  const page = await openApp();
  await loadMatrix(page);
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  const entry = page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ });
  await entry.waitFor();
  await page.evaluate(() => {
    const whole = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
    const mend = () => Object.defineProperty(IDBObjectStore.prototype, 'put', whole);
    Object.assign(window, { mend });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await entry.fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'No se pudo guardar' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Exportar ahora' })).toBeVisible();
  await expect(entry).toHaveValue('5');
  await expect.poll(() => textOf(page)).toContain('se quedó sin espacio');
  expect(await textOf(page, 'header')).not.toContain('Guardado');
  await expectNoAxeViolations(page);

  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: 5/ })).toBeVisible();
  await expect(page.getByText('Guardado')).toBeVisible();
});

test('a database that vanished is announced, never shown as a new empty app', async ({ openApp, device }) => {
  // The page that stands while its database is taken away has nothing to read from.
  device.guard.allow(/DatabaseClosedError/);
  const page = await openApp();
  await loadMatrix(page);
  await page.goto('about:blank');
  await page.goBack();
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    await Promise.all(
      names.map((name) => new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done))),
    );
  });
  await page.goto(page.url().split('#')[0] ?? '');
  await page.reload();
  const dialog = page.getByRole('alertdialog', {
    name: 'Aquí había planes guardados y el navegador los borró.',
  });
  await expect(dialog).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Entendido, seguir' }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Aquí van a estar sus planes' })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('what one tab records shows in the other', async ({ openApp, device }) => {
  const page = await openApp();
  await loadMatrix(page);
  const other = await device.context.newPage();
  await other.goto(page.url());
  await expect(other.getByText(/El plan va en/)).toBeVisible();
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: 5/ })).toBeVisible();
  await goTo(other, 'Actividades');
  await other
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await expect(other.getByRole('button', { name: /2\.º trimestre de 2023: 5/ })).toBeVisible();
});
