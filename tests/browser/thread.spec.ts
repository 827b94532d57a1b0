// The thread through every room, as people walk it: the entity's own matrix, a quarter, the board, no network.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import type { Device } from './support/device';
import { downloadCopy, goTo, loadMatrix, mergeCopy, stateOf, storedBytes, textOf } from './support/journeys';

const ROW_4 = /Actas de reunion con evidencias/;
const MARCH =
  'El plan va en 40,9 %: está 10,8 puntos por debajo de lo esperado al 31 de marzo. De 7 críticas, 5 van atrasadas; ninguna vencida.';
const JUNE =
  'El plan va en 42,9 %: está 30,9 puntos por debajo de lo esperado al 30 de junio. Las 8 críticas van atrasadas; 1 vencida.';

async function noNetwork(...devices: readonly Device[]): Promise<void> {
  for (const device of devices) await device.context.setOffline(true);
}

/** Row 4 of the plan with 5 in the second quarter, from the board; gives how many taps it took. */
async function recordFive(page: Page): Promise<number> {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await target.click();
  };
  await tap(page.getByRole('link', { name: ROW_4 }).first());
  await tap(page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }));
  await page.keyboard.type('5');
  await expect.poll(() => textOf(page)).toMatch(/9,5 % 33,3 % \+23,8 puntos/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: 5/ })).toBeVisible();
  await expect(page.getByText(/^5$/).last()).toBeVisible();
  return taps;
}

test('a matrix goes in, a quarter is recorded, the browser is killed and it is still there', async ({
  openApp,
  device,
  goOffline,
  server,
}) => {
  let page = await openApp();
  await goOffline();

  await test.step('the board says where the plan stands at the proposed cut', async () => {
    await loadMatrix(page);
    const board = await textOf(page);
    expect(board).toContain(MARCH);
    expect(board).toContain('51,7 % esperado');
    for (const count of [
      '7 críticas: 5 atrasadas, 2 al día',
      '0 en proceso',
      '4 finalizadas',
      '1 sin iniciar',
      '0 vencidas',
    ])
      expect(board).toContain(count);
    expect(board).toMatch(/Reportado 40,9 %/);
    expect(board).toMatch(/Verificado con evidencia 0,0 %/);
    expect(board).toContain('12 de 12 reportadas');
  });

  await test.step('from the board to a recorded quarter in at most three taps and the digits', async () => {
    expect(await recordFive(page)).toBeLessThanOrEqual(3);
  });

  await test.step('the March board is unchanged', async () => {
    await expect.poll(() => textOf(page)).toContain('El tablero está al 31 de marzo: allí sigue en 9,5 %');
    await goTo(page, 'Tablero');
    await expect.poll(() => textOf(page)).toContain(MARCH);
  });

  await test.step('the cut moves to 30 June', async () => {
    await page.getByRole('link', { name: ROW_4 }).first().click();
    await page.getByRole('button', { name: /^2\.º trimestre/ }).click();
    await page.getByRole('button', { name: 'Llevar el tablero al 30 de junio' }).click();
    await goTo(page, 'Tablero');
    await expect(page.getByText('esperado al 30 de junio')).toBeVisible();
    const board = await textOf(page);
    expect(board).toContain(JUNE);
    expect(board).toContain('73,7 % esperado');
    expect(board).toContain('8 críticas');
    expect(board).toContain('1 vencida');
  });

  await test.step('the browser is killed and opened again', async () => {
    await device.crash();
    page = await device.reopen();
    await noNetwork(device);
    await page.goto(server.url);
    await page.getByRole('link', { name: /Plan de acción/ }).click();
    await expect(page.getByText('esperado al 30 de junio')).toBeVisible();
    await expect.poll(() => textOf(page)).toContain(JUNE);
    await page.getByRole('link', { name: ROW_4 }).first().click();
    await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: 5/ })).toBeVisible();
  });
});

test('what was being typed when the browser was killed is history at the next start', async ({
  openApp,
  device,
  server,
}) => {
  let page = await openApp();
  await loadMatrix(page);
  await page.getByRole('link', { name: ROW_4 }).first().click();
  await page.getByLabel('Observación').fill('Cinco actas con firma');
  // No blur, no Enter: only the durable draft, 300 ms after the last key.
  await expect.poll(() => storedBytes(page)).toContain('Cinco actas con firma');
  await device.crash();
  page = await device.reopen();
  await page.goto(server.url);
  await page.getByRole('link', { name: /Plan de acción/ }).click();
  await page.getByRole('link', { name: ROW_4 }).first().click();
  await expect(page.getByLabel('Observación')).toHaveValue('Cinco actas con firma');
  await expect(page.getByText('«Cinco actas con firma»')).toBeVisible();
});

test('the snapshot opens in a second profile with equal figures and byte-equal state', async ({
  openApp,
  device,
  otherDevice,
  server,
}) => {
  const page = await openApp();
  const other = await openApp(otherDevice);
  await server.stop();
  await noNetwork(device, otherDevice);
  await loadMatrix(page);
  await recordFive(page);
  const copy = await downloadCopy(page);

  await mergeCopy(other, copy);
  await expect(other.getByText(/El plan va en/)).toBeVisible();
  await goTo(page, 'Tablero');
  await setJune(other);
  await setJune(page);
  await expect.poll(() => textOf(other)).toContain(JUNE);
  await expect.poll(() => textOf(page)).toContain(JUNE);
  expect(await stateOf(other)).toBe(await stateOf(page));
});

async function setJune(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ajustes' }).click();
  await page.getByLabel('Fecha de corte').fill('2023-06-30');
  await page.getByLabel('Fecha de corte').blur();
  await goTo(page, 'Tablero');
  await expect(page.getByText('esperado al 30 de junio')).toBeVisible();
}

test('a conflict shows both values, who and when, and is settled with one tap', async ({
  openApp,
  otherDevice,
}) => {
  const page = await openApp();
  const other = await openApp(otherDevice);
  await loadMatrix(page);
  await mergeCopy(other, await downloadCopy(page));
  await goTo(page, 'Tablero');
  await recordFive(page);
  await other.getByRole('link', { name: ROW_4 }).first().click();
  await other.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).fill('6');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('button', { name: /2\.º trimestre de 2023: 6/ })).toBeVisible();
  for (const [device, words] of [
    [page, 'Cinco actas'],
    [other, 'Seis actas'],
  ] as const) {
    await device.getByLabel('Observación').fill(words);
    await device.getByLabel('Observación').blur();
  }

  await mergeCopy(
    other,
    await downloadCopy(page).then(async (path) => (await goTo(other, 'Compartir'), path)),
  );
  await expect(other.getByRole('button', { name: 'Queda 5' })).toBeVisible();
  const inbox = await textOf(other);
  expect(inbox).toMatch(/2\.º trimestre/);
  expect(inbox).toMatch(/sin nombre/i);
  await expectNoAxeViolations(other);
  await other.getByRole('button', { name: 'Otro valor' }).first().click();
  await expect(other.getByRole('dialog')).toBeVisible();
  await expectNoAxeViolations(other);
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Queda 5' }).press('Enter');
  await expect(other.getByRole('button', { name: 'Queda 5' })).toHaveCount(0);
  // The keyboard goes on with the next one, and with the heading when none is left.
  await expect(other.getByRole('listitem').filter({ hasText: 'Observación' })).toBeFocused();
  await other.getByRole('button', { name: /^Queda «Seis/ }).press('Enter');
  await expect(other.getByText('No hay diferencias por decidir.')).toBeVisible();
  await expect(other.getByRole('heading', { level: 1 })).toBeFocused();
});
