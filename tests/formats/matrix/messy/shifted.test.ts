import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatrixReading } from '../../../../src/formats/matrix/reading';
import { repaired } from '../../../../src/formats/matrix/repairs';
import { fromCsv } from './sheets';

const WORK = ['ITEM', 'ACTIVIDAD', 'PRODUCTO', 'INDICADOR'] as const;
/** Where the dates stand among what is typed. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  'the target just before them': [
    'META',
    'INICIO',
    'FIN',
    'RESPONSABLE',
    'T1',
    'T2',
    'T3',
    'T4',
    'RESULTADO',
  ],
  'the target before them, results after': ['META', 'INICIO', 'FIN', 'T1', 'T2', 'T3', 'T4', 'RESULTADO'],
  'the target just after them': ['INICIO', 'FIN', 'META', 'T1', 'T2', 'T3', 'T4', 'RESULTADO'],
  'the target after who answers': [
    'INICIO',
    'FIN',
    'RESPONSABLE',
    'META',
    'T1',
    'T2',
    'T3',
    'T4',
    'RESULTADO',
  ],
  'the target among results': ['T1', 'T2', 'META', 'T3', 'T4', 'INICIO', 'FIN', 'RESULTADO'],
  'the target after results': ['INICIO', 'FIN', 'T1', 'T2', 'T3', 'T4', 'META', 'RESULTADO'],
  'the results just before them': [
    'META',
    'T1',
    'T2',
    'T3',
    'T4',
    'INICIO',
    'FIN',
    'RESULTADO',
    'RESPONSABLE',
  ],
  'the end before the start': ['META', 'FIN', 'INICIO', 'T1', 'T2', 'T3', 'T4', 'RESULTADO'],
};
const NAMES: Readonly<Record<string, string>> = {
  INICIO: 'FECHA INICIO',
  FIN: 'FECHA FINAL',
  T1: '2024 TRIMESTRE 1',
  T2: '2024 TRIMESTRE 2',
  T3: '2024 TRIMESTRE 3',
  T4: '2024 TRIMESTRE 4',
};

type Written = Readonly<Record<string, string>>;

const IN_PLACE: Written = {
  ITEM: '1',
  ACTIVIDAD: 'Abrir los datos',
  PRODUCTO: 'Datos abiertos',
  INDICADOR: 'Conjuntos abiertos',
  META: '20',
  INICIO: '1/02/2024',
  FIN: '15/12/2024',
  RESPONSABLE: 'Oficina de TIC',
  T1: '3',
  T2: '7',
  T3: '',
  T4: '',
  RESULTADO: '50,0%',
};

async function read(order: readonly string[], rows: readonly (readonly string[])[]): Promise<MatrixReading> {
  const header = [...WORK, ...order].map((name) => NAMES[name] ?? name);
  return fromCsv([header, ...rows].map((cells) => cells.join(';')).join('\n'));
}

const cellsOf = (order: readonly string[], row: Written) =>
  [...WORK, ...order].map((name) => row[name] ?? '');
/** A row that lost the cell at a place, and one blank more at its end. */
const shiftedLeft = (cells: readonly string[], from: number) => [...cells.toSpliced(from, 1), ''];
const codesOf = ({ findings }: MatrixReading) => findings.map(({ code }) => code);
const orders = Object.entries(ORDERS);

describe('a row shifted one column to the left, wherever the target stands', () => {
  test.each(orders)(
    '%s: it is said, nothing of it is read, and moved when a person agrees',
    async (_, order) => {
      const cells = cellsOf(order, IN_PLACE);
      const reading = await read(order, [cells, shiftedLeft(cells, WORK.indexOf('INDICADOR'))]);
      expect(codesOf(reading).filter((code) => code === 'shiftedRow')).toHaveLength(1);
      expect(codesOf(reading)).not.toContain('unreadableNumber');
      expect(reading.rows[1]).toMatchObject({ isShifted: true, target: null, stated: null });
      const [right, moved] = repaired(reading, ['shiftedRow:3']).rows;
      expect(moved).toMatchObject({
        isShifted: false,
        target: right?.target,
        start: '2024-02-01',
        end: '2024-12-15',
        values: right?.values,
        stated: { percent: 50 },
        responsible: right?.responsible,
      });
    },
  );

  test('also where what follows the dates is blank', async () => {
    const order = ORDERS['the target before them, results after'] ?? [];
    const nothing = cellsOf(order, { ...IN_PLACE, T1: '', T2: '', RESULTADO: '' });
    const reading = await read(order, [nothing, shiftedLeft(nothing, WORK.indexOf('INDICADOR'))]);
    expect(repaired(reading, ['shiftedRow:3']).rows[1]).toMatchObject({ target: 20, start: '2024-02-01' });
  });

  test('the text that stays before a target that is missing is not taken for it', async () => {
    const order = ORDERS['the target before them, results after'] ?? [];
    const cells = cellsOf(order, IN_PLACE);
    const reading = await read(order, [cells, shiftedLeft(cells, WORK.length)]);
    expect(reading.repairs).toMatchObject([{ code: 'shiftedFurther', isSafe: false }]);
    expect(repaired(reading, ['shiftedRow:3']).rows[1]).toMatchObject({
      indicatorName: 'Conjuntos abiertos',
      target: null,
      start: '2024-02-01',
      stated: { percent: 50 },
    });
  });
});

describe('a row in its place', () => {
  const number = fc.constantFrom('', '0', '12', '50,0%', '1.250', 'sin reporte', '-');
  const dates = fc.constantFrom(
    ['1/02/2024', '15/12/2024'],
    ['1/02/2024', ''],
    ['', '15/12/2024'],
    ['', ''],
    ['1/02/2024', 'Permanente'],
    ['1/02/2024', 'diciembre de 2024'],
  );
  const rowIn = fc
    .record({
      work: fc.record({ PRODUCTO: fc.constant('Datos'), INDICADOR: fc.constant('Conjuntos') }),
      target: fc.constantFrom('', '20', '100%', '1 documento', '31/12/2024', '15/12/2024'),
      numbers: fc.record({ T1: number, T2: number, T3: number, T4: number, RESULTADO: number }),
      dates,
      RESPONSABLE: fc.constantFrom('', 'Oficina de TIC', 'Por definir'),
    })
    .map(({ work, target, numbers, dates: [start = '', end = ''], RESPONSABLE }) => ({
      ...IN_PLACE,
      ...work,
      META: target,
      ...numbers,
      INICIO: start,
      FIN: end,
      RESPONSABLE,
    }));

  test.each(orders)('%s: it is never said to be shifted, whatever is missing in it', async (_, order) => {
    await fc.assert(
      fc.asyncProperty(fc.array(rowIn, { minLength: 1, maxLength: 4 }), async (rows) => {
        const reading = await read(
          order,
          [IN_PLACE, ...rows].map((row) => cellsOf(order, row)),
        );
        expect(codesOf(reading)).not.toContain('shiftedRow');
      }),
      { numRuns: 60 },
    );
  });
});
