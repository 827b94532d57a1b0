import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellValue } from 'hucre';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const DAY = { numFmt: 'dd-mmm-yy' };
const PERCENT = { numFmt: '0.0%' };

/**
 * A matrix with what people put in theirs: two lines of header, joined cells, one formula that all rows share, a
 * total, notes and a signature below, comments, lists to choose from, colours, a hidden sheet that adds things up,
 * macros' sheet order, and names. Totals that are figures stand under F and G where they are given.
 */
export async function aRichMatrix(...totals: readonly number[]): Promise<Uint8Array> {
  const rows: CellValue[][] = [
    ['ALCALDÍA MUNICIPAL DE PRUEBA'],
    ['PLAN DE ACCIÓN 2026'],
    [],
    [
      'ITEM',
      'ACTIVIDAD',
      'INDICADOR',
      'FECHA INICIO',
      'FECHA FINAL',
      'META',
      2026,
      null,
      'RESULTADO',
      'SECTOR',
    ],
    [null, null, null, null, null, null, 'RESULTADO TRIMESTRE 1', 'RESULTADO TRIMESTRE 2'],
    [1, '1. Definir', 'Documento', day('2026-01-01'), day('2026-03-31'), 1, 1, null, 1, 'TIC'],
    [null, null, 'Socialización', day('2026-01-01'), day('2026-12-31'), 4, 1, null, 0.25, 'TIC'],
    [2, '2. Medir', 'Avance', day('2026-02-01'), day('2026-12-31'), 1, 0.2, null, 0.2, 'Salud'],
    ['TOTAL', null, null, null, null, ...[...totals, null, null].slice(0, 2), null, 0.4833],
    [],
    ['Fuente: Oficina de TIC'],
    ['Firma: ________'],
  ];
  const cells = new Map<string, Partial<Cell>>();
  for (const row of [5, 6, 7]) {
    for (const column of [3, 4])
      cells.set(`${row},${column}`, { value: rows[row]?.[column] ?? null, type: 'date', style: DAY });
    const number = row + 1;
    const value = rows[row]?.[8] ?? null;
    cells.set(`${row},8`, {
      type: 'formula',
      formula: `SUM(G${number}:H${number})/F${number}`,
      formulaResult: value,
      style: PERCENT,
    });
  }
  for (const column of [5, 6])
    cells.set(`7,${column}`, { value: rows[7]?.[column] ?? null, type: 'number', style: { numFmt: '0%' } });
  cells.set('8,8', { type: 'formula', formula: 'AVERAGE(I6:I8)', formulaResult: 0.4833, style: PERCENT });
  cells.set('10,0', {
    value: 'Fuente: Oficina de TIC',
    type: 'string',
    style: { font: { italic: true, color: { rgb: 'FF0000' } } },
    comment: { author: 'Ana', text: 'Revisar' },
  });
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Carátula', rows: [['Versión 3']] },
      {
        name: 'Plan',
        rows,
        cells,
        merges: [
          { startRow: 3, startCol: 6, endRow: 3, endCol: 7 },
          { startRow: 5, startCol: 0, endRow: 6, endCol: 0 },
          { startRow: 5, startCol: 1, endRow: 6, endCol: 1 },
          { startRow: 10, startCol: 0, endRow: 10, endCol: 4 },
        ],
        dataValidations: [{ type: 'list', values: ['TIC', 'Salud'], range: 'J6:J8' }],
        columns: [{ width: 8 }, { width: 40 }, { width: 33.5 }],
        freezePane: { rows: 5 },
      },
      {
        name: 'Sumas',
        rows: [[1]],
        cells: new Map([
          ['0,0', { type: 'formula', formula: 'SUM(Plan!G6:G8)+Plan!I9', formulaResult: 2.6833 }],
        ]),
        hidden: true,
      },
    ],
    namedRanges: [{ name: 'Resultados', range: 'Plan!$I$6:$I$8' }],
  });
  return withSharedFormula(new Uint8Array(bytes));
}

/** As Excel writes a formula that was dragged down: once, and the other cells say that they share it. */
function withSharedFormula(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet2.xml';
  const xml = strFromU8(parts[path] ?? new Uint8Array())
    .replace('<f>SUM(G6:H6)/F6</f>', '<f t="shared" ref="I6:I8" si="0">SUM(G6:H6)/F6</f>')
    .replace(/<f>SUM\(G[78]:H[78]\)\/F[78]<\/f>/g, '<f t="shared" si="0"/>');
  return zipSync({ ...parts, [path]: strToU8(xml) });
}
