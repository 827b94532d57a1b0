// Modo auditoría: somebody else's plan, looked at without merging it; what was found travels home on its own.
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { downloadCopy, goTo, loadMatrix, mergeCopy, textOf } from './support/journeys';

test('a copy is audited on another device, and its findings come home and change nothing else', async ({
  openApp,
  otherDevice,
  server,
}) => {
  test.slow();
  const page = await openApp();
  const auditor = await openApp(otherDevice);
  await server.stop();
  await loadMatrix(page);
  const board = (await textOf(page)).match(/El plan va en [^.]*\./)?.[0] ?? '';
  const copy = await downloadCopy(page);

  await test.step('the copy is opened apart, and every hash is said to be whole', async () => {
    await auditor.getByLabel('Auditar una copia').setInputFiles(copy);
    await expect(auditor.getByRole('heading', { level: 1, name: 'Auditoría' })).toBeVisible();
    await expect(auditor.getByText(/íntegro; 0\salterados\. No falta ninguno\./)).toBeVisible();
    await expect(auditor.getByText('Copia en auditoría')).toBeVisible();
  });

  await test.step('a seed draws the same sample each time', async () => {
    const drawn = auditor.getByRole('list', { name: 'Registros de la muestra' });
    const draw = async (seed: string) => {
      await auditor.getByLabel('Semilla').fill(seed);
      await auditor.getByLabel('Cuántos registros').fill('3');
      await auditor.getByLabel('Cuántos registros').blur();
      await expect(drawn.getByRole('listitem')).toHaveCount(3);
      await expect(auditor.getByLabel('Semilla')).toHaveValue(seed);
      return drawn.innerText();
    };
    const first = await draw('k3x9');
    await draw('otra');
    expect(await draw('k3x9')).toBe(first);
    await expectNoAxeViolations(auditor);
    // Whoever looks at one of its reports, or reloads, comes back to the same sample.
    const seen = await drawn.innerText();
    await drawn.getByRole('link', { name: 'Ver' }).first().click();
    await auditor.getByRole('link', { name: 'Volver' }).click();
    expect(await drawn.innerText()).toBe(seen);
    await goTo(auditor, 'Actividades');
    await auditor.getByRole('link', { name: 'Auditoría' }).click();
    await expect(auditor.getByLabel('Semilla')).toHaveValue('k3x9');
    await expect(auditor).toHaveURL(/auditoria\?semilla=k3x9&registros=3/);
  });

  await test.step('a finding is written on a report, signed', async () => {
    await auditor.getByRole('button', { name: 'Escribir hallazgo' }).first().click();
    const sheet = auditor.getByRole('dialog');
    await sheet.getByLabel('Qué encontró').fill('El valor no tiene acta que lo muestre');
    await sheet.getByLabel('Su nombre').fill('Luz Marina Gil');
    await sheet.getByRole('button', { name: 'Guardar' }).click();
    await expect(sheet).toBeHidden();
    await expect(auditor.getByText('En la muestra de semilla «k3x9»')).toBeVisible();
  });

  const findings = await test.step('and handed over', async () => {
    const download = auditor.waitForEvent('download');
    await auditor.getByRole('button', { name: 'Entregar hallazgos' }).click();
    return (await download).path();
  });

  await test.step('nothing else can be written there, and the list of plans says what it is', async () => {
    await goTo(auditor, 'Actividades');
    await auditor
      .getByRole('link', { name: /Actas de reunion con evidencias/ })
      .first()
      .click();
    await auditor.getByLabel('Observación').fill('De paso');
    await expect(auditor.getByText(/se mira y no se cambia\. Escriba/)).toBeVisible();
    await auditor.getByRole('link', { name: 'Mis planes' }).click();
    await expect(auditor.getByRole('article')).toContainText('En auditoría');
    await expect(auditor.getByRole('article')).toContainText('Abierta para auditar: hoy,');
  });

  await test.step('at home they are merged like any copy, answered, and in no figure', async () => {
    await mergeCopy(page, findings);
    await expect(page.getByText(/Unido: 1\scambio nuevo; trae 1\shallazgo de auditoría\./)).toBeVisible();
    const section = page.getByRole('region', { name: 'De auditoría' });
    await expect(section).toContainText('El valor no tiene acta que lo muestre');
    await expect(section).toContainText('Luz Marina Gil');
    await section.getByRole('button', { name: 'Responder' }).click();
    await page.getByRole('textbox', { name: 'Respuesta' }).fill('Se adjuntó el acta 4');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await expect(section).toContainText('Se adjuntó el acta 4');
    await expectNoAxeViolations(page);
    await goTo(page, 'Tablero');
    await expect(page.getByText(board)).toBeVisible();
  });
});
