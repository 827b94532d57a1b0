// What a matrix has no column for: money, elements of the policy, baselines, weights, and what work waits for.
import { DNP_5 } from '../../src/domain/schemes';
import { aRichSnapshot } from '../support/richPlan';
import { expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, openCopy, textOf } from './support/journeys';

test.use({ worksOffline: false });

test('the board of a plan with money, elements of the policy and a scheme of five bands', async ({
  openApp,
}) => {
  const page = await openApp();
  await openCopy(page, aRichSnapshot(DNP_5));
  const panel = (title: string) => page.getByRole('region', { name: title, exact: true });
  await expect(panel('Avance por grupos')).toBeVisible();
  await expectSound(page);

  await test.step('the bands, by name; the scheme and the baseline in small print', async () => {
    const board = await textOf(page);
    expect(board).toContain('2 satisfactorias: 1 atrasada, 1 al día');
    expect(board).toContain('Cinco niveles del DNP: crítica 0–39, baja 40–59');
    expect(board).toContain('Línea base 28,7 %: Informe de línea base 2023, Anexo 03.');
  });

  await test.step('money beside the physical progress, with what is incomplete', async () => {
    const money = panel('Avance físico y financiero');
    await expect(money).toContainText('$ 315.000.000 de $ 1.015.000.001');
    await money.getByText('1 actividad incompleta no cuenta').click();
    await expect(money.getByRole('link', { name: /^3\. Reducir/ })).toContainText('No dice lo ejecutado.');
    await money.getByRole('button', { name: '31,0 %, ¿por qué?' }).click();
    await expect(page.getByRole('dialog')).toContainText('$ 315.000.000 ÷ $ 1.015.000.000 = 31,0 %');
    await expectSound(page);
    await page.keyboard.press('Escape');
  });

  await test.step('the groups of every taxonomy, and what does not apply', async () => {
    const groups = panel('Avance por grupos');
    const view = page.getByLabel('Ver el avance por');
    for (const label of await view.locator('option').allTextContents()) {
      await view.selectOption({ label });
      await expect(groups.getByRole('listitem').first()).toBeVisible();
    }
    await view.selectOption({ label: 'Por habilitador (Decreto 1008)' });
    await expect(groups.getByRole('listitem')).toHaveCount(2);
    await expect(groups).toContainText('No aplica: Servicios Ciudadanos Digitales.');
    await view.selectOption({ label: 'Por elemento (Decreto 767)' });
    await expect(groups.getByRole('listitem').first()).toContainText(
      'Financiero: $ 315.000.000 de $ 630.000.000',
    );
    await expectSound(page);
  });

  await test.step('the lags as a ranking, and what is left out with its reason', async () => {
    const lags = panel('Atrasadas').getByRole('listitem');
    await expect(lags.first()).toContainText(
      /1\s*11\. Caracterizar los grupos de interés\s*30,0\spuntos por debajo/,
    );
    await expect(lags.nth(1)).toContainText('espera: formulario FURAG');
    await panel('Por fuera del promedio')
      .getByRole('link', { name: /^12\. Acompañar.*Sin meta/ })
      .click();
    await expect(page.getByRole('heading', { level: 2, name: '12. Acompañar' })).toBeVisible();
    await goTo(page, 'Tablero');
  });

  await test.step('a band filters the list', async () => {
    await page.getByRole('link', { name: /^2 satisfactorias/ }).click();
    await expect(page.locator('.list li')).toHaveCount(2);
    await expect(page.getByLabel('Rango')).toHaveValue('satisfactory');
    await expect(page.locator('.list li').first()).toContainText('Satisfactoria, vencida');
    await expectSound(page);
    await page.getByRole('button', { name: 'Quitar filtros' }).click();
    await expect(page.locator('.list li')).toHaveCount(8);
  });
});

test('an activity says what it waits for, where it started from and how far beyond it went', async ({
  openApp,
}) => {
  const page = await openApp();
  await openCopy(page, aRichSnapshot());
  const open = async (name: RegExp) => {
    await goTo(page, 'Actividades');
    await page.locator('.list').getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 2 })).toContainText(name);
  };

  await open(/^10\. Elaborar/);
  await expectSound(page);
  await page.getByRole('link', { name: 'espera la actividad 9. Hacer el reporte a FURAG' }).click();
  await expect(page.getByText('espera: formulario FURAG').last()).toBeVisible();
  await open(/^1\. Definir/);
  await expect.poll(() => textOf(page)).toContain('Sobrecumplimiento: 104,8 %');
  await open(/^3\. Reducir/);
  await page.getByRole('button', { name: /1\.er trimestre de 2023/ }).click();
  await expect(page.getByText('va en 11, de 20 a 5 · programado 10')).toBeVisible();
  await page.getByText('Datos del indicador').click();
  const facts = await textOf(page);
  for (const fact of [
    '20 · Informe de trámites 2022',
    'Ponderación 30 puntos',
    'Presupuesto de la actividad $ 1',
  ])
    expect(facts).toContain(fact);
  await expectSound(page);
});
