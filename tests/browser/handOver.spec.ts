// A team without a server: three devices give each other files, see what the others hold, and end with one plan.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { downloadCopy, goTo, loadMatrix, MATRIX, mergeCopy, stateOf } from './support/journeys';

// Three browsers at once on a busy machine take their time.
test.setTimeout(240_000);

const ROW_4 = /Actas de reunion con evidencias/;

/** A result for row 4 in the second quarter. */
async function report(page: Page, value: string): Promise<void> {
  await goTo(page, 'Actividades');
  await page.getByRole('link', { name: ROW_4 }).first().click();
  await page.getByRole('button', { name: /^2\.º trimestre/ }).click();
  await page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).fill(value);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: new RegExp(`2\\.º trimestre de 2023: ${value}`) }),
  ).toBeVisible();
}

async function remark(page: Page, words: string): Promise<void> {
  await page.getByLabel('Observación').fill(words);
  await page.getByLabel('Observación').blur();
  await expect(page.getByText(`«${words}»`)).toBeVisible();
}

async function call(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Ajustes' }).click();
  await page.getByLabel('Nombre', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
}

/** From Compartir: hands over what a device has not seen, and gives the file. */
async function downloadDelta(page: Page, device: string): Promise<string> {
  await goTo(page, 'Compartir');
  await page.getByRole('radio', { name: new RegExp(`^Solo lo que ${device} no ha visto`) }).click();
  await expect(page.getByText(/Lleva/)).toBeVisible();
  return downloadCopy(page);
}

/** Opens a file on Inicio or Compartir and merges it; what it brings is looked at elsewhere. */
async function merge(page: Page, path: string): Promise<void> {
  await page.getByLabel('Abrir una copia').setInputFiles(path);
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: /^(Unir|Abrir el plan)$/ }).click();
  await expect(sheet).toBeHidden();
}

interface Snapshot {
  readonly delta?: boolean;
  readonly log: readonly { readonly id: string }[];
}

async function readCopy(path: string): Promise<Snapshot> {
  return JSON.parse(await readFile(path, 'utf8')) as Snapshot;
}

test('three devices give each other files, one difference is settled, and all end equal', async ({
  openApp,
  device,
  otherDevice,
  thirdDevice,
  server,
}) => {
  const ana = await openApp(device);
  const beto = await openApp(otherDevice);
  const caro = await openApp(thirdDevice);
  await server.stop();
  await loadMatrix(ana);
  await call(ana, 'Ana');
  await report(ana, '5');
  const whole = await downloadCopy(ana);
  // What is only here is a number that is always in view.
  await expect(ana.getByText(/^0\scambios solo aquí$/)).toBeVisible();
  for (const page of [beto, caro]) {
    await merge(page, whole);
    await expect(page.getByText(/El plan va en/)).toBeVisible();
  }
  await call(beto, 'Beto');
  await report(beto, '6');
  await remark(beto, 'Seis actas');
  const fromBeto = await downloadCopy(beto);

  await test.step('a receipt: what the other holds of ours', async () => {
    await goTo(ana, 'Compartir');
    await expect(ana.getByText(/Todavía no ha llegado ninguna copia/)).toBeVisible();
    await merge(ana, fromBeto);
    await goTo(ana, 'Compartir');
    const receipts = ana.getByRole('region', { name: 'Entregas y recibos' });
    await expect(receipts).toContainText('El equipo de Beto');
    await expect(receipts).toContainText('Tiene todos los cambios de este equipo');
    await expectNoAxeViolations(ana);
  });

  await test.step('a delta after it holds only what is new', async () => {
    await report(ana, '7');
    await goTo(ana, 'Compartir');
    const receipts = ana.getByRole('region', { name: 'Entregas y recibos' });
    await expect(receipts).toContainText(/Tiene \d+ de \d+\scambios de este equipo/);
    const delta = await downloadDelta(ana, 'el equipo de Beto');
    const { log, delta: isDelta } = await readCopy(delta);
    expect([isDelta, log.length]).toEqual([true, 1]);
    await goTo(beto, 'Compartir');
    await beto.getByLabel('Abrir una copia').setInputFiles(delta);
    const sheet = beto.getByRole('dialog');
    await expect(sheet).toContainText(/1\scambio nuevo/);
    await sheet.getByText(/Qué cambia, por actividad/).click();
    await expect(sheet).toContainText(/1\scambio: Valor reportado/);
    await sheet.getByRole('button', { name: 'Unir' }).click();
    await expect(sheet).toBeHidden();
    expect(await stateOf(beto)).toBe(await stateOf(ana));
  });

  await test.step('a difference is settled on one device, and the others follow', async () => {
    await report(caro, '9');
    const fromCaro = await downloadCopy(caro);
    await goTo(beto, 'Compartir');
    await mergeCopy(beto, fromCaro);
    await beto.getByRole('button', { name: 'Queda 9' }).press('Enter');
    await expect(beto.getByText('No hay diferencias por decidir.')).toBeVisible();
    const settled = await downloadCopy(beto);
    for (const page of [ana, caro]) {
      await goTo(page, 'Compartir');
      await merge(page, settled);
    }
    const states = await Promise.all([ana, beto, caro].map(stateOf));
    expect(new Set(states).size).toBe(1);
  });
});

test('several files at once, one of them broken; and what other apps share', async ({
  openApp,
  device,
  otherDevice,
  server,
}) => {
  const page = await openApp(device);
  const other = await openApp(otherDevice);
  await server.stop();
  await loadMatrix(page);
  const first = await downloadCopy(page);
  const whole = await readFile(first, 'utf8');
  await report(page, '5');
  const second = await readFile(await downloadCopy(page), 'utf8');
  const matrix = await readFile(MATRIX, 'base64');

  await test.step('three files and a matrix are dropped on Recibir', async () => {
    await other.getByRole('link', { name: 'Recibir varias copias' }).click();
    const files = [
      { name: 'lunes.json.txt', text: whole },
      { name: 'roto.json', text: whole.slice(0, 4000) },
      { name: 'martes (1).json', text: second },
    ];
    const dropped = await other.evaluateHandle(
      ([texts, book]) => {
        const data = new DataTransfer();
        for (const { name, text } of texts) data.items.add(new File([text], name));
        const bytes = Uint8Array.from(atob(book), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], 'matriz.xlsx'));
        return data;
      },
      [files, matrix] as const,
    );
    await other.locator('main').dispatchEvent('drop', { dataTransfer: dropped });
    await expect(other.getByText('martes (1).json')).toBeVisible();
    await expect(other.getByText(/«roto.json» llegó cortado o dañado/)).toBeVisible();
    await expect(other.getByText(/«matriz.xlsx» parece una matriz/)).toBeVisible();
    await expect(other.getByText(/^Hasta .* en 2\sarchivos/)).toBeVisible();
    await expectNoAxeViolations(other);
    await other.getByRole('button', { name: 'Unir 2 archivos' }).click();
    await expect(other.getByText(/Unido: 1\scambio nuevo/)).toHaveCount(2);
    await expectNoAxeViolations(other);
    expect(await stateOf(other)).toBe(await stateOf(page));
    await other.getByRole('link', { name: 'Abrir el plan' }).click();
    await expect(other.getByText(/El plan va en/)).toBeVisible();
  });

  await test.step('what another app shares waits in Recibir until it is answered for', async () => {
    await report(page, '7');
    const third = await readFile(await downloadCopy(page), 'utf8');
    const landed = await other.evaluate(async (text) => {
      const form = new FormData();
      form.append('files', new File([text], 'compartido.json.txt', { type: 'text/plain' }));
      const answer = await fetch('./recibir', { method: 'POST', body: form });
      return answer.ok;
    }, third);
    expect(landed).toBe(true);
    for (const start of ['opened', 'opened again'] as const) {
      await test.step(start, async () => {
        await other.goto(`${server.url}#/recibir`);
        await other.reload();
        await expect(other.getByText('compartido.json.txt')).toBeVisible();
      });
    }
    await other.getByRole('button', { name: 'Unir', exact: true }).click();
    await expect(other.getByText(/El plan va en/)).toBeVisible();
    expect(await stateOf(other)).toBe(await stateOf(page));
    await other.goto(`${server.url}#/recibir`);
    await other.reload();
    await expect(
      other.getByRole('button', { name: 'Elegir archivos' }).or(other.getByLabel('Elegir archivos')),
    ).toBeAttached();
    await expect(other.getByText('compartido.json.txt')).toHaveCount(0);
  });
});

test('a plan handed over to a department opens at its own pending rows', async ({
  openApp,
  device,
  otherDevice,
}) => {
  const page = await openApp(device);
  const other = await openApp(otherDevice);
  await loadMatrix(page);
  await goTo(page, 'Compartir');
  await page.getByText('Entregar a una dependencia').click();
  const choice = page.getByLabel('Dependencia', { exact: true });
  const party = (await choice.locator('option').nth(1).textContent()) ?? '';
  await choice.selectOption({ label: party });
  await expect(page.getByText(/Lleva/)).toBeVisible();
  await mergeCopy(other, await downloadCopy(page));
  await expect(other).toHaveURL(/actividades\?by=responsible&group=.*&missing=1/);
  await other.getByRole('button', { name: 'Sí, soy de ahí' }).click();
  // Nothing is missing at the cut that the plan came with: that is said, with the ways on.
  await expect(other.getByText('No falta ningún reporte al 31 de marzo.')).toBeVisible();
  await expectNoAxeViolations(other);
  await other.getByRole('button', { name: 'Ver los 2 indicadores' }).click();
  await expect(other.locator('.list li')).toHaveCount(2);
  await other.getByRole('button', { name: 'Sin reportar' }).click();
  await other.getByRole('button', { name: 'Llevar el tablero al 30 de junio' }).click();
  await expect(other.locator('.list li')).toHaveCount(2);
  await other.getByRole('link', { name: 'Ajustes' }).click();
  await expect(other.getByLabel(/^Dependencia/)).toHaveValue(party);
});
