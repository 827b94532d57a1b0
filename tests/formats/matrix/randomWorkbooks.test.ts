import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { columnLetter } from '../../../src/formats/grid';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading, MatrixRow } from '../../../src/formats/matrix/reading';
import { readWorkbook } from '../../../src/formats/workbook';
import { valueOf } from '../../support/tablets';

const RUNS = process.env['SOAK_RUNS'] === undefined ? 100 : 1000;

type Written = string | number | Date | null;

/** A column of the field in its spellings, what people write in it, and what that is. */
interface Kind {
  readonly headers: readonly string[];
  readonly cells: readonly (readonly [written: Written, means: unknown])[];
  readonly said: (row: MatrixRow) => unknown;
}

/** What nobody can read as what its column is of: it is right where it is told. */
const UNREADABLE = Symbol('unreadable');

/** As they are, and with the blanks that a copy leaves around them. */
const texts = (...all: readonly string[]) =>
  all.flatMap((text) => [[text, text] as const, [` \u00a0${text}  `, text] as const]);
const results = (at: number): Kind => ({
  headers: [
    `RESULTADO TRIMESTRE ${at}`,
    `TRIMESTRE ${at}`,
    `T${at}`,
    `${['I', 'II', 'III', 'IV'][at - 1]} TRIM`,
  ],
  cells: [
    [0, 0],
    [1, 1],
    ['0,5', 0.5],
    [2.25, 2.25],
    [null, undefined],
    ['#REF!', UNREADABLE],
    ['pendiente', undefined],
    ['tres documentos', UNREADABLE],
  ],
  said: ({ values }) => {
    const value = values[at - 1];
    return value?.k === 'value' ? value.v : undefined;
  },
});

const KINDS: readonly Kind[] = [
  {
    headers: ['ACTIVIDAD', 'ACTIVIDADES', 'Actividad(es)'],
    cells: texts(
      'Definir la hoja de ruta',
      'Medir el uso',
      'Divulgar la política',
      'Publicar datos abiertos',
    ),
    said: (row) => row.activityName,
  },
  {
    headers: ['PRODUCTO', 'ENTREGABLE', 'ENTREGABLES'],
    cells: texts('Documento', 'Informe de uso', 'Acta firmada'),
    said: (row) => row.deliverable,
  },
  {
    headers: ['INDICADOR', 'NOMBRE DEL INDICADOR'],
    cells: texts('Hojas definidas', 'Informes entregados', 'Actas'),
    said: (row) => row.indicatorName,
  },
  {
    headers: ['META', 'META DEL INDICADOR'],
    cells: [
      [4, 4],
      ['10', 10],
      ['1.200', 1200],
      [12, 12],
    ],
    said: (row) => row.target,
  },
  {
    headers: ['FECHA INICIO', 'FECHA INICIAL', 'FECHA DE INICIO'],
    cells: [
      ['15-ene-23', '2023-01-15'],
      ['31/01/2023', '2023-01-31'],
      ['2023-02-20', '2023-02-20'],
      [new Date(Date.UTC(2023, 1, 15)), '2023-02-15'],
    ],
    said: (row) => row.start,
  },
  {
    headers: ['FECHA FINAL', 'FECHA FIN', 'FECHA DE FINALIZACIÓN'],
    cells: [
      ['31/12/2023', '2023-12-31'],
      ['30-nov-23', '2023-11-30'],
      ['2023-10-31', '2023-10-31'],
      [new Date(Date.UTC(2023, 10, 15)), '2023-11-15'],
    ],
    said: (row) => row.end,
  },
  {
    headers: ['RESPONSABLE', 'RESPONSABLES'],
    cells: texts('Oficina de TIC', 'Planeación', 'Hacienda'),
    said: (row) => row.responsible.join('; '),
  },
  ...[1, 2, 3, 4].map(results),
  {
    headers: ['OBSERVACIONES', 'OBSERVACION'],
    cells: texts('Va bien', 'Falta el acta'),
    said: (row) => row.remark,
  },
  {
    // Nobody's column: it is kept as it stands.
    headers: ['SEDE', 'Sede principal'],
    cells: texts('Centro', 'Norte'),
    said: (row) => Object.entries(row.extra).find(([header]) => /^sede/i.test(header))?.[1],
  },
];

/** Where people put things: columns in any order, spellings, a band above, an empty margin, and what stands below. */
const layout = fc.record({
  order: fc.shuffledSubarray([...KINDS.keys()], { minLength: KINDS.length, maxLength: KINDS.length }),
  spelling: fc.array(fc.nat(11), { minLength: KINDS.length, maxLength: KINDS.length }),
  lower: fc.boolean(),
  over: fc.constantFrom('nothing', 'year', 'span'),
  isActivityJoined: fc.boolean(),
  band: fc.constantFrom(
    [],
    ['PLAN DE ACCIÓN 2023'],
    ['ALCALDÍA DE PRUEBA', 'PLAN DE ACCIÓN 2023', ''],
    ['ALCALDÍA DE PRUEBA', 'POLÍTICA DE GOBIERNO DIGITAL', 'Vigencia: 2023', ''],
  ),
  margin: fc.nat(2),
  isBandJoined: fc.boolean(),
  below: fc.constantFrom(
    [],
    ['Fuente: Oficina de TIC'],
    ['', 'Elaboró: Oficina de TIC', 'Firma: ______'],
    ['', 'Firma responsable:', 'Ana Ruiz', 'Profesional'],
  ),
});
const rows = fc.array(fc.array(fc.nat(59), { minLength: KINDS.length, maxLength: KINDS.length }), {
  minLength: 3,
  maxLength: 12,
});

interface Layout {
  readonly order: readonly number[];
  readonly spelling: readonly number[];
  readonly lower: boolean;
  readonly over: 'nothing' | 'year' | 'span';
  readonly isActivityJoined: boolean;
  readonly band: readonly string[];
  readonly margin: number;
  readonly isBandJoined: boolean;
  readonly below: readonly string[];
}

interface Truth {
  readonly row: number;
  readonly column: string;
  readonly written: Written;
  readonly means: unknown;
  readonly kind: Kind;
}

const ACTIVITY = 0;
const FIRST_RESULT = KINDS.findIndex(({ headers }) => headers.includes('T1'));
const isResult = (kind: number) => kind >= FIRST_RESULT && kind < FIRST_RESULT + 4;

/** The header in one row, or in two with the year over the quarters, or with the word for them over bare numbers. */
function headerRows({ order, spelling, lower, over }: Layout): readonly (readonly Written[])[] {
  const own = order.map((kind) => {
    const { headers } = KINDS[kind]!;
    const text = headers[spelling[kind]! % headers.length]!;
    return lower ? text.toLowerCase() : text;
  });
  if (over === 'nothing') return [own];
  const [above, below] =
    over === 'year' ? [2023, (_: number, text: string) => text] : ['TRIMESTRES 2023', numeral];
  return [
    own.map((text, at) => (isResult(order[at]!) ? above : text)),
    own.map((text, at) => (isResult(order[at]!) ? below(order[at]!, text) : null)),
  ];
}

function numeral(kind: number): string {
  return ['I', 'II', 'III', 'IV'][kind - FIRST_RESULT]!;
}

/** A sheet so laid out, and what each of its cells is to be read as. */
function made(form: Layout, chosen: readonly (readonly number[])[]) {
  const { order, band, margin, isBandJoined, isActivityJoined, below } = form;
  const pad = Array.from({ length: margin }, () => null);
  const header = headerRows(form);
  const first = band.length + header.length + 1;
  const letter = (column: number) => columnLetter(margin + column);
  const picked = chosen.map((row) =>
    order.map((kind) => KINDS[kind]!.cells[row[kind]! % KINDS[kind]!.cells.length]!),
  );
  // The second row says nothing of its own under a joined cell.
  const isCovered = (at: number, kind: number) => isActivityJoined && at === 1 && kind === ACTIVITY;
  const truth = picked.flatMap((row, at) =>
    row.map(([written, means], column): Truth => {
      const kind = order[column]!;
      const told = isCovered(at, kind) ? picked[0]![column]![1] : means;
      return { row: first + at, column: letter(column), written, means: told, kind: KINDS[kind]! };
    }),
  );
  const cells = picked.map((row, at) =>
    row.map(([written], column) => (isCovered(at, order[column]!) ? null : written)),
  );
  const table = [...band.map((text) => [text]), ...header, ...cells, ...below.map((text) => [text])];
  const merged = (row: number, rows: number, column: number, columns: number) => ({
    startRow: row,
    endRow: row + rows - 1,
    startCol: margin + column,
    endCol: margin + column + columns - 1,
  });
  const merges = [
    ...(isBandJoined && band.length > 0 ? [merged(0, 1, 0, order.length)] : []),
    ...(isActivityJoined ? [merged(first - 1, 2, order.indexOf(ACTIVITY), 1)] : []),
  ];
  return { sheet: { name: 'Plan', rows: table.map((row) => [...pad, ...row]), merges }, truth };
}

test('at least 99 of 100 cells are read right, and each of the others is told with its place', async () => {
  let cells = 0;
  const wrong: string[] = [];
  const silent: string[] = [];
  await fc.assert(
    fc.asyncProperty(layout, rows, async (form, chosen) => {
      const { sheet, truth } = made(form, chosen);
      const bytes = await writeXlsx({ sheets: [sheet] });
      const read = readMatrix(valueOf(await readWorkbook(bytes, 'plan.xlsx')), 'plan.xlsx');
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const rowAt = new Map(read.value.rows.map((row) => [row.sourceRow, row]));
      expect([...rowAt.keys()], 'no row more, none less').toEqual([...new Set(truth.map(({ row }) => row))]);
      for (const { row, column, written, means, kind } of truth) {
        cells += 1;
        const found = rowAt.get(row);
        const said = found && kind.said(found);
        const isKnown = isTold(read.value, row, column);
        const isRight = means === UNREADABLE ? said === undefined && isKnown : found && said === means;
        if (isRight) continue;
        const note = `${column}${row} ${kind.headers[0]}: ${JSON.stringify(written)} as ${JSON.stringify(said)}`;
        wrong.push(note);
        if (!isKnown) silent.push(note);
      }
    }),
    { numRuns: RUNS, seed: 20_260_101 },
  );
  expect(silent).toEqual([]);
  expect(wrong.length / cells).toBeLessThanOrEqual(0.01);
}, 120_000);

/** Whether some finding names the cell. */
function isTold({ findings }: MatrixReading, row: number, column: string): boolean {
  return findings.some(
    (finding) => 'place' in finding && finding.place.row === row && finding.place.column === column,
  );
}
