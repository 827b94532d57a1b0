import { importMatrix } from '../../src/commands/importMatrix';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { MatrixRead } from '../../src/commands/matrixWork';
import type { UpdatePreview } from '../../src/commands/matrixUpdate/previewOf';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../src/commands/updatePlan';
import type { Updated, UpdateChoices } from '../../src/commands/updatePlan';
import { choicesFor, valueOf } from './tablets';

export const HEADER =
  'ITEM;CRITERIO;ACTIVIDAD;PRODUCTO;INDICADOR;META;FECHA INICIO;FECHA FINAL;RESPONSABLE;2023 RESULTADO TRIMESTRE 1;2023 RESULTADO TRIMESTRE 2;OBSERVACIONES';

/** Three rows of three activities in two items; the first quarter reported. */
export const ROWS: readonly string[] = [
  '1;Estrategia;Formular el plan de datos abiertos;Plan;Planes formulados;1;2023-01-01;2023-06-30;OAI;1;;Se formuló',
  '1;Estrategia;Publicar los conjuntos de datos;Conjuntos;Conjuntos publicados;10;2023-01-01;2023-12-31;OAI;2;;',
  '2;Servicios;Capacitar a los servidores;Talleres;Talleres hechos;4;2023-02-01;2023-11-30;Talento Humano;1;;Primer taller',
];

const CUT = '2023-03-31';

/** The rows with some text of one of them replaced. */
export function edited(at: number, from: string, to: string, rows = ROWS): readonly string[] {
  return rows.map((row, place) => (place === at ? row.replace(from, to) : row));
}

/** The rows under their header, as a file of text says them. */
export function textOf(rows: readonly string[], header = HEADER): string {
  return `${[header, ...rows].join('\n')}\n`;
}

export async function matrixOf(
  rows: readonly string[],
  { file = 'matriz.csv', header }: { readonly file?: string; readonly header?: string } = {},
): Promise<MatrixRead> {
  const bytes = new TextEncoder().encode(textOf(rows, header));
  return valueOf(await readMatrixBytes(bytes, file));
}

/** Loads rows as a plan of its own and gives the copy's id. */
export async function loadRows(rows: readonly string[] = ROWS): Promise<string> {
  const read = await matrixOf(rows);
  return valueOf(await importMatrix(read, choicesFor(read, { cut: CUT })));
}

export async function previewRows(
  copy: string,
  rows: readonly string[],
  choices: Partial<UpdateChoices> = {},
): Promise<UpdatePreview> {
  const read = await matrixOf(rows);
  return valueOf(await previewUpdate(copy, read, { ...NOTHING_DECIDED, cut: CUT, ...choices }));
}

export async function updateRows(
  copy: string,
  rows: readonly string[],
  choices: Partial<UpdateChoices> = {},
): Promise<Updated> {
  return valueOf(await updatePlan(await previewRows(copy, rows, choices)));
}

/** Each change as its field, what it was, what it becomes, and what holds it. */
export function changesIn({ rows }: UpdatePreview) {
  return rows.flatMap(({ changes }) =>
    changes.map(({ field, before, after, hold }) => [field, before, after, hold]),
  );
}

export function fatesIn({ rows }: UpdatePreview) {
  return rows.map(({ fate }) => fate);
}
