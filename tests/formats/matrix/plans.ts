import type { CellFinding } from '../../../src/formats/matrix/findings';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';

const HEADER = ['ITEM', 'CRITERIO', 'PHVA', 'ACTIVIDAD', 'PRODUCTO', 'INDICADOR', 'DESCRIPCION DE LA META'];
export const FULL = [
  ...HEADER,
  'FECHA INICIO',
  'FECHA FINAL',
  'RESPONSABLE',
  'META DEL INDICADOR',
  '2023 TRIMESTRE 1',
  '2023 TRIMESTRE 2',
  'RESULTADO',
  'OBSERVACIONES',
];

/** A row of the fifteen columns above, with what a test says about some of them. */
export function aRow(some: Partial<Record<string, Written>> = {}): readonly Written[] {
  const usual: Record<string, Written> = {
    ITEM: 1,
    CRITERIO: 'Hoja de ruta',
    PHVA: 'P: Planear',
    ACTIVIDAD: '1. Definir',
    PRODUCTO: 'Hoja',
    INDICADOR: 'Hoja definida',
    'DESCRIPCION DE LA META': '1 hoja',
    'FECHA INICIO': '01-ene-23',
    'FECHA FINAL': '31/12/23',
    RESPONSABLE: 'OAI',
    'META DEL INDICADOR': 4,
    '2023 TRIMESTRE 1': 1,
    '2023 TRIMESTRE 2': 0,
    RESULTADO: '25,0%',
    OBSERVACIONES: 'Va bien',
  };
  return FULL.map((header) => (header in some ? (some[header] ?? null) : (usual[header] ?? null)));
}

export function reading(
  rows: readonly (readonly Written[])[],
  merges: readonly string[] = [],
): MatrixReading {
  const read = readMatrix(aWorkbook(rows, merges), 'plan.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

export const table = (...rows: readonly (readonly Written[])[]) => reading([FULL, ...rows]);
export const codes = (read: MatrixReading) => read.findings.map(({ code }) => code);
export const only = <C extends CellFinding['code']>(read: MatrixReading, code: C) =>
  read.findings.filter((finding): finding is Extract<CellFinding, { code: C }> => finding.code === code);
