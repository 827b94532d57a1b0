import { writeXlsx } from 'hucre';
import type { WriteSheet } from 'hucre';
import { previewMatrix } from '../../../../src/commands/importMatrix';
import type { CellFinding } from '../../../../src/formats/matrix/findings';
import { readMatrix } from '../../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../../src/formats/matrix/reading';
import { readWorkbook } from '../../../../src/formats/workbook';

type CellOptions = NonNullable<ReturnType<NonNullable<WriteSheet['cells']>['get']>>;
type Value = string | number | Date | null;

export const HEADER = [
  'ITEM',
  'CRITERIO',
  'ACTIVIDAD',
  'PRODUCTO',
  'INDICADOR',
  'FECHA INICIO',
  'FECHA FINAL',
  'RESPONSABLE',
  'META',
  '2024 TRIMESTRE 1',
  '2024 TRIMESTRE 2',
  'RESULTADO',
] as const;

/** A row under the headers above, with what a test says about some of them. */
export function line(some: Partial<Record<(typeof HEADER)[number], Value>> = {}): Value[] {
  const usual: Record<(typeof HEADER)[number], Value> = {
    ITEM: '1',
    CRITERIO: 'Hoja de ruta',
    ACTIVIDAD: '1. Definir la hoja',
    PRODUCTO: 'Hoja de ruta',
    INDICADOR: 'Hojas definidas',
    'FECHA INICIO': '1/01/24',
    'FECHA FINAL': '31/12/24',
    RESPONSABLE: 'OAI',
    META: 4,
    '2024 TRIMESTRE 1': 1,
    '2024 TRIMESTRE 2': null,
    RESULTADO: null,
  };
  return HEADER.map((header) => (header in some ? (some[header] ?? null) : usual[header]));
}

/** `C2` for a header and a row of the sheet, from 1. */
export function at(header: (typeof HEADER)[number], row: number): string {
  return `${String.fromCharCode(65 + HEADER.indexOf(header))}${row}`;
}

/** Reads a workbook of one sheet called Plan, by way of its bytes; cells by their names. */
export async function fromXlsx(
  rows: readonly (readonly Value[])[],
  more: Omit<WriteSheet, 'name' | 'rows' | 'cells' | 'merges'> & {
    readonly cells?: Readonly<Record<string, CellOptions>>;
    readonly merges?: readonly string[];
    readonly others?: readonly WriteSheet[];
  } = {},
): Promise<MatrixReading> {
  const { cells = {}, merges = [], others = [], ...rest } = more;
  const plan = {
    ...rest,
    name: 'Plan',
    rows: rows.map((row) => [...row]),
    cells: new Map(Object.entries(cells).map(([name, cell]) => [keyOf(name), cell])),
    merges: merges.map((range) => rangeOf(range)),
  };
  return fromBytes(await writeXlsx({ sheets: [plan, ...others] }), 'plan 2024.xlsx');
}

/** Reads a text in columns, by way of its bytes. */
export async function fromCsv(text: string): Promise<MatrixReading> {
  return fromBytes(new TextEncoder().encode(text), 'plan 2024.csv');
}

async function fromBytes(bytes: Uint8Array, name: string): Promise<MatrixReading> {
  const workbook = await readWorkbook(bytes, name);
  if (!workbook.ok) throw new Error(workbook.problem.code);
  const read = readMatrix(workbook.value, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** Where a finding was made and on what: `Plan!K2: tres`. */
export function placesOf(reading: MatrixReading, code: CellFinding['code']): readonly string[] {
  return reading.findings
    .filter((finding) => finding.code === code)
    .map((finding) => {
      if (!('place' in finding)) return `${finding.sheet}`;
      const { sheet, column, row, text } = finding.place;
      return `${sheet}!${column}${row}: ${text}`;
    });
}

function positionOf(name: string): { readonly row: number; readonly column: number } {
  return { row: Number(name.slice(1)) - 1, column: name.charCodeAt(0) - 65 };
}

function keyOf(name: string): string {
  const { row, column } = positionOf(name);
  return `${row},${column}`;
}

function rangeOf(range: string) {
  const [first, last] = range.split(':').map(positionOf);
  if (!first || !last) throw new Error(range);
  return { startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column };
}

/** The plan that is made of a reading, with the repairs that a person accepted. */
export function previewOf(reading: MatrixReading, repairs: readonly string[] = []) {
  return previewMatrix(reading, {
    title: 'Plan de acción',
    entityName: 'Alcaldía',
    cut: '2024-06-30',
    rollupMethod: 'flatMean',
    zerosAfterCut: 'notReported',
    repairs,
    isExample: false,
  });
}
