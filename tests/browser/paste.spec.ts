// A table that comes on the clipboard, or a file that is dropped, under the policy of the built page: taken apart where nothing of it runs.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app';

test.use({ worksOffline: false });

interface Clip {
  readonly html?: string;
  readonly text?: string;
}

async function paste(page: Page, clip: Clip): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer();
    if (html !== undefined) clipboardData.setData('text/html', html);
    if (text !== undefined) clipboardData.setData('text/plain', text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, clip);
}

async function drop(area: Locator, name: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await area.evaluateHandle(
    (_element, [fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], fileName));
      return data;
    },
    [name, bytes.toString('base64')] as const,
  );
  await area.dispatchEvent('drop', { dataTransfer });
}

// As Excel copies it: not closed as a page would be, looks in a class, numbers behind their texts, something that would run.
const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--.xl65 {mso-number-format:"0\\.0%";}--></style></head><body>
<!--StartFragment-->
<p>PLAN DE ACCIÓN 2023</p>
<table><tr><td rowspan=2>ITEM<td rowspan=2>ACTIVIDAD<td rowspan=2>PRODUCTO<td rowspan=2>FECHA INICIO<td rowspan=2>FECHA FINAL<td rowspan=2>META DEL INDICADOR<td colspan=4>2023<td rowspan=2>RESULTADO
<tr><td>RESULTADO TRIMESTRE 1<td>RESULTADO TRIMESTRE 2<td>RESULTADO TRIMESTRE 3<td>RESULTADO TRIMESTRE 4
<tr style='height:15pt'><td rowspan=2>1<td>Definir la hoja de ruta<img src=x onerror="window.ran = true"><td>Hoja<td>01/01/2023<td>28/02/2023<td x:num>1<td x:num>1<td x:num>0<td x:num>0<td x:num>0<td class=xl65 x:num="1">100,0%
<tr><td>Hacer seguimiento<td>Informes<td>01/01/2023<td>31/12/2023<td x:num>4<td x:num>1<td x:num>0<td x:num>0<td x:num>0<td class=xl65 x:num="0.25">25,0%
</table><script>window.ran = true</script><!--EndFragment--></body></html>`;

test('a table copied in Excel is reviewed like a file, its split header and merges with it', async ({
  openApp,
}) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByRole('heading', { name: 'Elija la matriz' }).waitFor();
  await paste(page, { html: EXCEL, text: 'ITEM\tACTIVIDAD' });
  await expect(page.getByText('Nada se ha escrito todavía.')).toBeVisible();
  await expect(page.getByText('2 indicadores, 1 ítem', { exact: false })).toBeVisible();
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('the table of a document copied as text, and a clip without a table, which says so', async ({
  openApp,
}) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByRole('heading', { name: 'Elija la matriz' }).waitFor();
  await paste(page, { text: '  ' });
  await expect(page.getByText('En lo que pegó no hay texto ni tabla.')).toBeVisible();
  await paste(page, { text: readFileSync('tests/fixtures/pasted/cartagena-2023.txt', 'utf8') });
  await expect(page.getByText('Nada se ha escrito todavía.')).toBeVisible();
  await expect(page.getByText('12 indicadores, 8 ítems', { exact: false })).toBeVisible();
});

test('a file that is dropped on the screen is read, and another one dropped after it', async ({
  openApp,
}) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  const area = page.getByRole('group', { name: 'Archivo de la matriz' });
  await drop(area, 'foto.png', readFileSync('public/icons/icon-192.png'));
  await expect(page.getByText(/«foto.png»/)).toBeVisible();
  await drop(area, 'Plan 2023.xlsx', readFileSync('public/examples/cartagena-2023-plan-accion.xlsx'));
  await expect(page.getByText('12 indicadores, 8 ítems', { exact: false })).toBeVisible();
  const newer = Buffer.from('ACTIVIDAD;META;2024 T1\nAbrir los datos;4;1\n');
  await drop(page.getByRole('region', { name: 'Filas que se van a cargar' }), 'Plan 2024.csv', newer);
  await expect(page.getByRole('heading', { name: /^1 indicador/ })).toBeVisible();
});

test('a reading that takes its time can be cancelled, and another begun', async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByRole('heading', { name: 'Elija la matriz' }).waitFor();
  // The worker's script never arrives.
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => undefined;
  });
  await page
    .getByLabel('Elegir archivo')
    .setInputFiles('tests/fixtures/matrices/cartagena-2023-plan-accion.csv');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancelar la lectura' }).press('Enter');
  await expect(page.getByLabel('Elegir archivo')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1, name: 'Cargar matriz' })).toBeFocused();
});
