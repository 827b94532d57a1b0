import { writeXlsx } from 'hucre';
import type { CellValue } from 'hucre';
import type { Page } from '@playwright/test';

type Row = readonly CellValue[];

interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly hidden?: boolean;
}

/** A workbook of these sheets, as a file to be chosen. */
async function workbook(
  name: string,
  sheets: readonly Sheet[],
): Promise<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> {
  const written = await writeXlsx({
    sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) })),
  });
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(written) };
}

/** Chooses a workbook of these sheets where a matrix is brought or reviewed. */
export async function bringSheets(page: Page, name: string, sheets: readonly Sheet[]): Promise<void> {
  await page.getByLabel(/Elegir (archivo|otro archivo)/).setInputFiles(await workbook(name, sheets));
}

const HEAD: Row = ['ITEM', 'ACTIVIDAD', 'ENTREGABLE', 'META', 'FECHA INICIO', 'FECHA FINAL', 'T1', 'T2'];

/** The row of an activity: its item, name, deliverable, target, dates and results. */
export function planRow(at: number): readonly CellValue[] {
  return [
    at,
    `${at}. Actividad número ${at} del plan`,
    `Documento ${at}`,
    4,
    '15/02/2024',
    '30/11/2024',
    1,
    null,
  ];
}

/** A plan of so many rows; the first of them stands in row 5. */
export function planRows(count: number): readonly Row[] {
  const rows = Array.from({ length: count }, (_, index) => planRow(index + 1));
  return [
    ['ALCALDÍA DE PRUEBA'],
    ['Nombre de la política', 'Gobierno Digital'],
    ['Vigencia', 2024],
    HEAD,
    ...rows,
  ];
}
