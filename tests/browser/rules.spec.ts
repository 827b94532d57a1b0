// How a plan is reckoned: each rule says what another would do, and every figure follows at once.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { goTo, loadMatrix, textOf } from './support/journeys';
import { expectSound } from './support/axe';

test.use({ worksOffline: false });

type Rule = 'las clases' | 'el promedio' | 'los períodos' | 'el ritmo y los avisos';

async function openRules(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ajustes' }).click();
  await page.getByRole('link', { name: 'Ver y cambiar las reglas' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reglas del plan' })).toBeVisible();
}

async function openRule(page: Page, rule: Rule): Promise<Locator> {
  await page.getByRole('button', { name: `Cambiar ${rule}` }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  return sheet;
}

async function useIt(sheet: Locator): Promise<void> {
  await sheet.getByRole('button', { name: 'Usar esta regla' }).click();
  await expect(sheet).toBeHidden();
}

/** What a person reads of a part: numbers and their units stand together by no-break spaces. */
async function wordsOf(part: Locator): Promise<string> {
  return (await part.innerText()).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}

/** Row 8 of the plan at 40 % in the first quarter: where the two schemes part. */
async function bringToForty(page: Page): Promise<void> {
  await goTo(page, 'Actividades');
  await page.getByRole('link', { name: /7\. Hacer seguimiento al cronograma/ }).click();
  await page.getByRole('button', { name: /1\.er trimestre de 2023/ }).click();
  await page.getByRole('textbox', { name: /Logrado en el 1\.er trimestre/ }).fill('4');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '1.er trimestre de 2023: 4' })).toBeVisible();
}

test('Ajustes tells the rules in a sentence each, and leads to them', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page.getByRole('link', { name: 'Ajustes' }).click();
  const said = await textOf(page);
  expect(said).toContain('Crítica (0 a 40 %), En proceso (41 a 80 %), Finalizada (81 a 100 %).');
  expect(said).toContain('Trimestral, del 1 ene 2023 al 31 dic 2023.');
  await page.getByRole('link', { name: 'Ver y cambiar las reglas' }).click();
  await expect(page.getByText('Pruebe un porcentaje')).toBeVisible();
  await expect.poll(() => textOf(page)).toContain('40,5 % se redondea a 41 % y es En proceso (41 a 80 %).');
  await page.getByLabel('Pruebe un porcentaje').fill('40,4');
  await expect.poll(() => textOf(page)).toContain('40,4 % se redondea a 40 % y es Crítica (0 a 40 %).');
  await page.getByLabel('Pruebe un porcentaje').fill('x');
  await expect(page.getByText('Escriba un número, como 5 o 2,5.')).toBeVisible();
  await expectSound(page);
});

test('another scheme recolours the board, says it before, and is taken back', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await bringToForty(page);

  await test.step('the rule of the class is one touch away from it', async () => {
    await page.getByRole('button', { name: /^Crítica.*¿por qué\?$/ }).click();
    expect(await wordsOf(page.getByRole('dialog'))).toContain(
      'Clase: 40 % redondeado cae entre 0 y 40 crítica',
    );
    await expectSound(page);
    await page.keyboard.press('Escape');
  });

  await openRules(page);
  const sheet = await openRule(page, 'las clases');
  await expect(sheet.getByText('Es la regla que el plan usa ahora.')).toBeVisible();
  await sheet.getByRole('radio', { name: 'Cinco niveles del DNP', exact: true }).check();
  await expect
    .poll(() => wordsOf(sheet))
    .toContain('Cambia de clase 1 de 12 al 31 de marzo de 2023: 1 de crítica a en proceso.');
  await expectSound(page);
  await useIt(sheet);
  await goTo(page, 'Tablero');
  const classes = page.getByRole('group', { name: 'Indicadores por clase' });
  await expect(classes).toContainText(/1\sbaja/);
  await expect.poll(() => wordsOf(classes)).toMatch(/6 críticas/);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect(page.getByText('Deshecho: clases: Cinco niveles del DNP.')).toBeVisible();
  await expect(classes).toContainText(/0\sen proceso/);
  await expect.poll(() => wordsOf(classes)).toMatch(/7 críticas/);
});

test('a scheme of one’s own is used when it is whole, and refused with what is wrong', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openRules(page);
  const sheet = await openRule(page, 'las clases');
  await sheet.getByRole('radio', { name: 'Rangos propios' }).check();
  const limits = sheet.getByLabel('Hasta');
  const save = sheet.getByRole('button', { name: 'Usar esta regla' });

  await limits.nth(2).fill('90');
  await expect(save).toHaveAccessibleDescription(/^Queda un hueco: de 91 a 100\s% no hay ninguna clase\.$/);
  await save.click({ force: true });
  await expect(sheet).toBeVisible();
  await expectSound(page);
  await limits.nth(1).fill('30');
  await expect(limits.nth(1)).toHaveAccessibleDescription(/«En proceso» queda vacía/);
  await limits.nth(1).fill('8o');
  await expect(limits.nth(1)).toHaveAccessibleDescription(/debe ser un número entero/);

  await limits.nth(1).fill('80');
  await sheet.getByRole('button', { name: 'Agregar una clase' }).click();
  await limits.nth(2).fill('99');
  await limits.nth(3).fill('100');
  await expect(save).toHaveAccessibleDescription(/^Hay dos clases que se llaman «Finalizada»/);
  await sheet.getByRole('group', { name: 'Clase 4' }).getByLabel('Nombre de la clase').fill('Cumplida');
  await sheet.getByRole('group', { name: 'Clase 3' }).getByLabel('Nombre de la clase').fill('Por cerrar');
  await sheet
    .getByRole('group', { name: 'Clase 3' })
    .getByLabel('Cuenta como')
    .selectOption({ label: 'En proceso' });
  await expectSound(page);

  await test.step('what is half written is kept while the screen is open', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByText('Cambio sin guardar')).toBeVisible();
    await openRule(page, 'las clases');
    await expect(limits).toHaveCount(4);
  });

  await useIt(sheet);
  await expect
    .poll(() => textOf(page))
    .toContain(
      'Rangos propios: Crítica (0 a 40 %), En proceso (41 a 80 %), Por cerrar (81 a 99 %), Cumplida (100 %)',
    );
  await page.reload();
  await expect(page.getByText(/Rangos propios: Crítica/)).toBeVisible();
});

test('each method shows its figure, and the board follows the one that is chosen', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await openRules(page);
  const sheet = await openRule(page, 'el promedio');
  await expect(sheet.getByRole('radio', { name: /^Promedio simple 40,9\s%$/ })).toBeChecked();
  await sheet.getByRole('radio', { name: /^Promedio ponderado/ }).check();
  await expect.poll(() => wordsOf(sheet)).toContain('Faltan los pesos de los 12, que deben sumar 100.');
  await expect(sheet.getByRole('button', { name: 'Usar esta regla' })).toHaveAccessibleDescription(
    /Ningún indicador tiene peso/,
  );
  await sheet.getByRole('radio', { name: /^Promedio por grupos \(ítem\) 43,2\s%$/ }).check();
  await expect(sheet.getByLabel('Grupos', { exact: true }).getByRole('option')).toHaveCount(3);
  await sheet.getByLabel('Grupos', { exact: true }).selectOption({ value: 'phva' });
  await expectSound(page);
  await sheet.getByLabel('Grupos', { exact: true }).selectOption({ value: 'item' });
  await expect
    .poll(() => wordsOf(sheet))
    .toContain('El plan pasa de 40,9 % a 43,2 % al 31 de marzo de 2023.');
  await useIt(sheet);
  await goTo(page, 'Tablero');
  await expect.poll(() => textOf(page)).toContain('El plan va en 43,2 %');
});

test('another calendar says which reports go out of sight, and going back brings them back', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openRules(page);
  const sheet = await openRule(page, 'los períodos');
  const question = page.getByRole('alertdialog');

  await test.step('days that make no calendar are refused', async () => {
    await sheet.getByLabel('Último día').fill('2022-12-31');
    await expect(sheet.getByText(/El último día es anterior al primero/).first()).toBeVisible();
    await sheet.getByLabel('Último día').fill('2623-12-31');
    await expect(sheet.getByText(/^Serían 2\.404 períodos/)).toBeVisible();
    await expectSound(page);
    await sheet.getByRole('button', { name: 'Descartar' }).click();
    await expect(sheet.getByLabel('Último día')).toHaveValue('2023-12-31');
  });

  await sheet.getByLabel('Cada período dura').selectOption({ label: 'Semestral' });
  await sheet.getByRole('button', { name: 'Usar esta regla' }).click();
  const asked = await wordsOf(question);
  expect(asked).toContain('Dejan de verse 4 períodos, con 12 reportes.');
  expect(asked).toContain('1.er trimestre de 2023: 12 reportes');
  expect(asked).toContain('El plan pasa de 40,9 % a 0,0 % al 31 de marzo de 2023.');
  expect(asked).toContain('Nada se borra');
  await expectSound(page);
  await question.getByRole('button', { name: 'Cancelar' }).click();
  await expect(sheet).toBeVisible();

  await sheet.getByRole('button', { name: 'Usar esta regla' }).click();
  await question.getByRole('button', { name: 'Cambiar los períodos' }).click();
  await expect(sheet).toBeHidden();
  await expect
    .poll(() => textOf(page))
    .toContain('12 reportes son de períodos que este calendario no tiene: siguen guardados y no se ven.');

  await openRule(page, 'los períodos');
  await sheet.getByLabel('Cada período dura').selectOption({ label: 'Trimestral' });
  await expect(sheet.getByText(/12\sreportes vuelven a verse\./)).toBeVisible();
  await sheet.getByRole('button', { name: 'Usar esta regla' }).click();
  await question.getByRole('button', { name: 'Cambiar los períodos' }).click();
  await expect(sheet).toBeHidden();
  await goTo(page, 'Tablero');
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %');
});

test('a plan reports by cuts of its own, from April to September', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await openRules(page);
  const sheet = await openRule(page, 'los períodos');
  await sheet.getByRole('radio', { name: 'En días propios' }).check();
  await expect(sheet.getByLabel('Corte 3', { exact: true })).toHaveValue('2023-09-30');
  await sheet.getByRole('button', { name: 'Quitar el corte 3' }).click();
  await sheet.getByLabel('Corte 2', { exact: true }).fill('2023-09-30');
  await sheet.getByRole('button', { name: 'Agregar un corte' }).click();
  await sheet.getByLabel('Corte 3', { exact: true }).fill('2024-01-31');
  await expect(sheet.getByText('El corte 3 está por fuera del plan.').first()).toBeVisible();
  await expectSound(page);
  await sheet.getByRole('button', { name: 'Quitar el corte 3' }).click();
  // The first quarter keeps its days, and so its reports.
  await expect.poll(() => wordsOf(sheet)).toContain('Dejan de verse 2 períodos, sin ningún reporte.');
  await sheet.getByRole('button', { name: 'Usar esta regla' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cambiar los períodos' }).click();
  await expect(sheet).toBeHidden();
  await expect.poll(() => textOf(page)).toContain('Con cortes el 31 mar 2023 y el 30 sep 2023');
  await expect.poll(() => textOf(page)).toContain('T1 1 abr a 30 sep T4');
  await goTo(page, 'Tablero');
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %');
});

test('another tolerance is counted before it is used', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await openRules(page);
  const sheet = await openRule(page, 'el ritmo y los avisos');
  await sheet.getByLabel('Tolerancia del ritmo').fill('10');
  await expect.poll(() => wordsOf(sheet)).toContain('se pasa de 5 a 4 atrasadas y de 2 a 3 al día');
  await sheet.getByLabel('Aviso de vencimiento').fill('2,5');
  await expect(sheet.getByText('Escriba un número entero de días, de 0 a 3.650.').first()).toBeVisible();
  await expectSound(page);
  await sheet.getByLabel('Aviso de vencimiento').fill('15');
  await useIt(sheet);
  await expect.poll(() => textOf(page)).toContain('Tolerancia: 10 puntos');
  await goTo(page, 'Tablero');
  await expect.poll(() => textOf(page)).toContain('4 van atrasadas');
});

test('a rule that somebody changes meanwhile is not written over: both stand, to be settled', async ({
  openApp,
  device,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openRules(page);
  const sheet = await openRule(page, 'el ritmo y los avisos');
  await sheet.getByLabel('Tolerancia del ritmo').fill('10');

  await test.step('the other one changes both rules of the panel', async () => {
    const other = await device.context.newPage();
    await other.goto(page.url());
    const otherSheet = await openRule(other, 'el ritmo y los avisos');
    await otherSheet.getByLabel('Tolerancia del ritmo').fill('7');
    await otherSheet.getByLabel('Aviso de vencimiento').fill('20');
    await useIt(otherSheet);
    await other.close();
  });

  await expect(sheet.getByLabel('Aviso de vencimiento')).toHaveValue('20');
  await expect(sheet.getByLabel('Tolerancia del ritmo')).toHaveValue('10');
  await useIt(sheet);
  await expect.poll(() => textOf(page)).toContain('Aviso: 20 días antes');
  await page.getByRole('link', { name: /^1\sdiferencia por decidir/ }).click();
  await expect(page.getByRole('button', { name: /^Queda «7\spuntos»/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Queda «10\spuntos»/ })).toBeVisible();
  await expectSound(page);
});

test('who changed a rule, and when, stands under the rules, where the last change is taken back', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openRules(page);
  const history = page.getByRole('group').filter({ hasText: 'Historia de las reglas' });
  await history.getByText('Historia de las reglas').click();
  await expect(history).toContainText('Ninguna regla ha cambiado.');
  const sheet = await openRule(page, 'el ritmo y los avisos');
  await sheet.getByLabel(/Tolerancia/).fill('10');
  await useIt(sheet);
  const lines = history.getByRole('listitem');
  await expect(lines).toHaveText([/^Tolerancia del ritmo: 5\spuntos → 10\spuntos.*este equipo · /s]);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Deshacer: / })
    .click();
  await expect(lines).toHaveText([/10\spuntos → 5\spuntos.*al deshacer/s, /5\spuntos → 10\spuntos/]);
  await expectSound(page);
});
