// January: the plan goes on into the next year, and the one behind it is kept to be looked at.
import { expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, textOf } from './support/journeys';

test.setTimeout(120_000);

test('the plan of the next year starts from this one, which takes no edits until it is reopened', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  const notice = page.getByRole('status').filter({ hasText: 'El plan de 2024 está listo' });

  await test.step('what goes on and what stays, before anything is made', async () => {
    await page.getByRole('link', { name: 'Ajustes' }).click();
    await page.getByRole('link', { name: 'Preparar la vigencia siguiente' }).click();
    await expect(page.getByText('6 ítems, 7 actividades, 8 indicadores')).toBeVisible();
    await expect(page.getByRole('checkbox', { checked: false })).toHaveCount(4);
    await expect(page.getByLabel('Nombre del plan nuevo')).toHaveValue(/2024/);
    await expect.poll(() => textOf(page)).toContain('llegó a 40,9 %: es la línea base del nuevo.');
    await expectSound(page);
    await page.getByRole('button', { name: 'Crear el plan de 2024' }).click();
  });

  await test.step('nothing was reported and nothing has begun; each row says where it comes from', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2024');
    await expect(notice).toBeVisible();
    await expect(page.getByRole('link', { name: '8 sin iniciar' })).toBeVisible();
    await expectSound(page);
    await goTo(page, 'Actividades');
    await page.getByRole('link', { name: /3\. Establecimiento de la línea base/ }).click();
    await expect(page.getByText('viene de la vigencia 2023')).toBeVisible();
    await expect(page.getByText('Resultado de la vigencia 2023')).toBeAttached();
  });

  await test.step('the plan behind refuses an edit, and says where to write', async () => {
    await page.getByRole('link', { name: 'Mis planes' }).click();
    await page
      .getByRole('link', { name: /Plan de acción/ })
      .filter({ hasNotText: '2024' })
      .click();
    const banner = page.getByRole('complementary', { name: 'Vigencia' });
    await expect(banner).toContainText('se cerró al abrir la vigencia 2024');
    await page
      .getByRole('link', { name: /Actas de reunion/ })
      .first()
      .click();
    await page.getByLabel('Observación').fill('Llega tarde');
    await page.getByLabel('Observación').blur();
    await expect(
      page.getByText('Este plan quedó cerrado al abrir la vigencia 2024, y no se escribe en él.').first(),
    ).toBeVisible();
  });

  await test.step('with a reason it opens again, and takes what was typed', async () => {
    await page.getByRole('link', { name: 'Reabrir en Ajustes' }).click();
    await page.getByLabel('Por qué se reabre').fill('Faltó una observación');
    await page.getByRole('button', { name: 'Reabrir este plan' }).click();
    await expect(page.getByRole('complementary', { name: 'Vigencia' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Preparar la vigencia siguiente' })).toBeVisible();
  });
});
