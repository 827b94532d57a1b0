// A year of mesas, as the facilitator walks it: no network, one device, killed once in the middle.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { isTaggedPdf, textOfPdf } from '../support/readPdf';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { loadMatrix, textOf } from './support/journeys';
import {
  agenda,
  at,
  attend,
  closeSession,
  drawSignature,
  goToMesas,
  openSession,
  planSeries,
  TEAM,
} from './support/mesas';
import { findLibreOffice, textOfWordFile } from './support/libreOffice';

test.setTimeout(240_000);

const PROMISE = 'Publicar 20 conjuntos de datos';

/** Everything that must be in the acta, in the order of GTC 185. */
const ACTA = [
  'ACTA',
  '3',
  'Secretaría de Hacienda',
  'Asistentes',
  'Ana Pérez',
  'Luis Gómez',
  'Marta Ruiz',
  'Orden del día',
  'Gobernanza',
  'Proposiciones y varios',
  'Desarrollo',
  'Se caracterizó el grupo de contribuyentes.',
  'Hace falta el catálogo',
  'Compromisos',
  PROMISE,
  'Firmas',
  'Marta Ruiz',
];

function expectInOrder(text: string, words: readonly string[]): void {
  let from = 0;
  for (const word of words) {
    const found = text.toLowerCase().indexOf(word.toLowerCase(), from);
    expect(found, `«${word}» after ${from} in: ${text}`).toBeGreaterThanOrEqual(0);
    from = found + word.length;
  }
}

/** The acta on the screen as the browser prints it: tagged, and its text. */
async function printedText(page: Page): Promise<string> {
  const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
  expect(await isTaggedPdf(pdf)).toBe(true);
  return (await textOfPdf(pdf)).join('\n').replace(/\s+/g, ' ');
}

/** The acta on the screen as LibreOffice reads its Word file. */
async function wordText(page: Page, office: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Compartir el acta' }).click();
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-acta-'));
  const path = join(folder, 'acta.docx');
  await (await download).saveAs(path);
  const text = await textOfWordFile(office, path);
  await rm(folder, { recursive: true });
  return text.replace(/\s+/g, ' ');
}

test('a year of mesas: the meeting writes its acta and counts itself', async ({
  openApp,
  device,
  server,
  goOffline,
}) => {
  let page = await openApp();
  await at(page, '2023-02-10T14:02:00Z');
  await goOffline();
  await loadMatrix(page);

  await test.step('a series of 21 mesas in one step, and who has none', async () => {
    await planSeries(page);
    await expect(page.getByText('5 dependencias sin mesa').first()).toBeVisible();
    await expect(page.getByText('Faltan 21 en 47 semanas')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Mesa \d+/ })).toHaveCount(21);
    await expectNoAxeViolations(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Calendario (.ics)' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
    expect(events).toHaveLength(21);
  });

  await test.step('the indicator of actas counts those of this series', async () => {
    await page.getByText('La reunión cuenta sola').click();
    await page
      .getByLabel('Indicador que cuenta las actas de esta serie')
      .selectOption({ label: (await optionThatHolds(page, 'Actas de reunion')) ?? '' });
    await expect(page.getByText('Guardado')).toBeVisible();
  });

  await test.step('Hacienda answers for no row, and its agenda is not empty', async () => {
    await openSession(page, 'Secretaría de Hacienda');
    await expect(agenda(page).first()).toContainText('Gobernanza');
    expect(await agenda(page).count()).toBe(9);
    await page
      .getByRole('textbox', { name: 'Desarrollo' })
      .fill('Se caracterizó el grupo de contribuyentes.');
    await page.getByRole('button', { name: 'Compromiso', exact: true }).click();
    await page.getByLabel('Qué', { exact: true }).fill(PROMISE);
    await page.getByLabel('Para cuándo').fill('2023-06-30');
    await page.getByRole('button', { name: 'Listo' }).click();
    await attend(page, 'Ana Pérez', 'Enlace');
    await attend(page, 'Luis Gómez', 'Profesional');
    await attend(page, 'Marta Ruiz', 'Jefe de oficina');
    await page.getByRole('button', { name: 'Firmar Ana Pérez' }).click();
    await drawSignature(page);
    await expect(page.getByRole('img', { name: 'Firmó: Ana Pérez' })).toBeVisible();
    await page.getByRole('button', { name: 'Firmar Luis Gómez' }).click();
    await page.getByRole('button', { name: 'Firma en físico' }).click();
    await expect(page.getByText('Firmó en físico')).toBeVisible();
    await expectNoAxeViolations(page);
  });

  await test.step('the browser is killed in the middle: the same point, with the same text', async () => {
    await agenda(page).nth(2).click();
    await expect(page.getByRole('heading', { name: 'Arquitectura TI' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Desarrollo' }).fill('Hace falta el catálogo');
    await page.getByLabel('Nombre', { exact: true }).fill('Pedro a medio escri');
    await page.waitForTimeout(800);
    const address = page.url();
    await device.crash();
    page = await device.reopen();
    await device.context.setOffline(true);
    await at(page, '2023-02-10T14:20:00Z');
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Arquitectura TI' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Desarrollo' })).toHaveValue('Hace falta el catálogo');
    await expect(page.getByLabel('Nombre', { exact: true })).toHaveValue('Pedro a medio escri');
    await page.getByLabel('Nombre', { exact: true }).fill('');
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { name: 'Servicios ciudadanos digitales' })).toBeVisible();
  });

  await test.step('closed in at most three taps to the shared acta, and signed after', async () => {
    let taps = 0;
    const tap = async (name: string) => {
      taps += 1;
      await page.getByRole('button', { name }).first().click();
    };
    await tap('Cerrar sesión');
    await expectNoAxeViolations(page);
    await tap('Cerrar y generar el acta');
    const download = page.waitForEvent('download');
    await tap('Compartir el acta');
    expect((await download).suggestedFilename()).toBe('Acta 3 - Secretaría de Hacienda - 2023-02-10.docx');
    expect(taps).toBeLessThanOrEqual(3);
    await page.getByRole('button', { name: 'Firmar Marta Ruiz' }).click();
    await expect(page.getByText('Firma la versión 1 del acta')).toBeVisible();
    await drawSignature(page);
    await expect(page.getByRole('img', { name: 'Firmó: Marta Ruiz' }).first()).toBeVisible();
    const acta = await textOf(page);
    for (const words of [
      'Ana Pérez',
      'Luis Gómez',
      'Marta Ruiz',
      PROMISE,
      'Se caracterizó el grupo',
      'Hace falta el catálogo',
    ])
      expect(acta).toContain(words);
    await expectNoAxeViolations(page);
  });

  await test.step('on paper it is tagged and in order, and in Word it keeps every word', async () => {
    const printed = await printedText(page);
    expectInOrder(printed, ACTA);
    expect(printed).toMatch(/Página 1 de \d/);
    expect(printed).not.toContain('Corregir el acta');
    const office = findLibreOffice();
    if (office !== undefined) expectInOrder(await wordText(page, office), ACTA);
  });

  await test.step('the second acta of the quarter leaves the reported two as they are', async () => {
    await openSession(page, 'Secretaría General');
    await closeSession(page);
  });

  await test.step('the team that answers for the rows finds them, and records in the meeting', async () => {
    await at(page, '2023-05-15T14:00:00Z');
    await openSession(page, TEAM);
    await expect(agenda(page).first()).toContainText('Compromisos anteriores');
    await agenda(page).filter({ hasText: '7. Hacer seguimiento al cronograma' }).click();
    await page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).fill('3');
    await page.keyboard.press('Enter');
    await expect(agenda(page).filter({ hasText: '7. Hacer seguimiento al cronograma' })).toContainText(
      /3,0\s% → 33,0\s%/,
    );
    await expectNoAxeViolations(page);
    await closeSession(page);
    const said = ['Compromisos anteriores', PROMISE, 'se reportó 3', 'El resultado pasó de 3,0 % a 33,0 %'];
    expectInOrder(await printedText(page), said);
    const office = findLibreOffice();
    if (office !== undefined) expectInOrder(await wordText(page, office), said);
  });

  await test.step('five closed in the second quarter: 5 proposed, accepted, 33,3 %', async () => {
    for (const department of ['Secretaría del Interior', 'Planeación Distrital', 'Secretaría de Educación']) {
      await openSession(page, department);
      await closeSession(page);
    }
    await openSession(page, 'Distriseguridad');
    await page.getByRole('button', { name: 'Cerrar sesión' }).first().click();
    const proposal = page.getByRole('checkbox', { name: /Actas de reunion/ });
    await expect(proposal).toBeChecked();
    await expect(page.getByText('5 en el 2.º trimestre')).toBeVisible();
    await expect(page.getByText('28,6 % → 33,3 %')).toBeVisible();
    await page.getByRole('button', { name: 'Cerrar y generar el acta' }).click();
    await expect(page.getByRole('button', { name: 'Compartir el acta' })).toBeVisible();
    await goToMesas(page);
    await expect(page.getByText('7 de 21 cerradas')).toBeVisible();
  });

  await test.step('on 1 July the commitment is overdue and stands first in the next agenda', async () => {
    await at(page, '2023-07-01T14:00:00Z');
    await page.reload();
    await page.getByRole('link', { name: 'Compromisos · 1' }).click();
    await expect(page.getByText('Vencido', { exact: true })).toBeVisible();
    await expectNoAxeViolations(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Plazos al calendario (.ics)' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
    const read = event && new ICAL.Event(event);
    expect([read?.summary, read?.startDate.toString()]).toEqual([PROMISE, '2023-06-30']);
    await page.getByRole('link', { name: 'Volver' }).click();
    await openSession(page, 'Apoyo Logístico');
    await expect(agenda(page).first()).toContainText('Compromisos anteriores');
    await expect(page.getByText(PROMISE)).toBeVisible();
    await expect(page.getByText('Vencido', { exact: true })).toBeVisible();
  });
  await server.start();
});

async function optionThatHolds(page: Page, words: string): Promise<string | null> {
  const options = await page.getByLabel('Indicador que cuenta las actas').locator('option').allInnerTexts();
  return options.find((option) => option.includes(words)) ?? null;
}
