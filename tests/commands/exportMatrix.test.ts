import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { matrixWays, preparedOf, requestFor } from '../../src/commands/exportMatrix';
import type { MatrixWay, PreparedMatrix } from '../../src/commands/exportMatrix';
import { csvOf } from '../../src/commands/exportCsv';
import { importMatrix } from '../../src/commands/importMatrix';
import { makeMatrix } from '../../src/commands/matrixOutWork';
import { removeCopy } from '../../src/commands/removeCopy';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { filesNamedIn, getBlob } from '../../src/storage/blobs';
import { readCopyState } from '../../src/storage/stateStore';
import { LOST_FACTS } from '../../src/text/matrixOut';
import { HEADER, matrixOf, ROWS } from '../support/matrixRows';
import { cellsElsewhere, openElsewhere } from '../support/otherReader';
import { aTablet, choicesFor, planOn, readExampleMatrix, valueOf } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

const FILE = 'cartagena-2023-plan-accion.xlsx';
const ORIGINAL = new Uint8Array(readFileSync(`public/examples/${FILE}`));

async function loaded(changes: Parameters<typeof choicesFor>[1] = {}) {
  const read = await readExampleMatrix();
  const copy = valueOf(await importMatrix({ ...read, original: ORIGINAL }, choicesFor(read, changes)));
  return { copy, sha256: read.sha256 };
}

async function made(copy: string, way: MatrixWay, as: 'xlsx' | 'csv' = 'xlsx'): Promise<PreparedMatrix> {
  const request = await requestFor(copy, way, as);
  if (!request) throw new Error('nothing to make');
  return preparedOf(request.plan, way, valueOf(await makeMatrix(request)));
}

describe('the file that a plan came from', () => {
  test('stays with the plan, travels with its evidence, and leaves with it', async () => {
    const { copy, sha256 } = await loaded({ isExample: true });
    expect((await getBlob(sha256))?.bytes.byteLength).toBe(ORIGINAL.length);
    const { log } = (await readCopyState(copy)) ?? { log: [] };
    expect(filesNamedIn(log).get(sha256)).toMatchObject({ size: ORIGINAL.length, name: FILE });
    valueOf(await removeCopy(copy));
    expect(await getBlob(sha256)).toBeUndefined();
  });
});

describe('the ways for a plan to leave as a matrix', () => {
  test('have each a file name of their own', async () => {
    const { copy } = await loaded();
    const all = await matrixWays(copy);
    const names: string[] = [];
    for (const way of all) names.push((await made(copy, way)).file.name);
    const csv = csvOf(await planOn(copy), '2023-03-31').name.replace(/csv$/, 'xlsx');
    expect(new Set([...names, csv]).size).toBe(all.length + 1);
    expect(names.slice(1).map((name) => name.replace(/-\d{4}-\d\d-\d\d\.xlsx$/, ''))).toEqual([
      'plan-de-accion-2023-matriz',
      'plan-de-accion-2023-seguimiento-peti',
      'plan-de-accion-2023-portafolio',
    ]);
  });

  test('begin with the one that it came in', async () => {
    const { copy } = await loaded();
    const ways = await matrixWays(copy);
    expect(ways.map((way) => (way.k === 'source' ? [way.file, way.isHere] : way.kind))).toEqual([
      [FILE, true],
      'actionPlan',
      'petiFollowUp',
      'portfolio',
    ]);
    expect(await matrixWays('other')).toEqual([]);
  });

  test('into the same matrix: under its own name, with what was written since', async () => {
    const { copy } = await loaded();
    const [first] = (await planOn(copy)).indicators;
    valueOf(
      await changePlan(copy, [{ entity: first?.id ?? '', field: 'name', value: 'Hoja firmada', seen: [] }]),
    );
    const [way] = await matrixWays(copy);
    if (!way) throw new Error('no way');
    const { file } = await made(copy, way);
    expect([file.name, file.mime]).toEqual([
      FILE,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect(cellsElsewhere(openElsewhere(file.bytes)).get('F10')?.value).toBe('Hoja firmada');
  });

  test('into a standard one, as CSV too: with our ids, and what has no column', async () => {
    const { copy } = await loaded();
    const way = (await matrixWays(copy)).find((one) => one.k === 'standard' && one.kind === 'petiFollowUp');
    if (!way) throw new Error('no way');
    const { file, lost } = await made(copy, way, 'csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
    expect(text.startsWith('\ufeffEntidad;;')).toBe(true);
    expect(text).toContain('\r\nACTIVIDADES;INDICADOR;META;2023 MEDICIÓN TRIMESTRE 1;');
    const read = valueOf(await readMatrixBytes(file.bytes, 'plan.csv')).reading;
    const ids = (await planOn(copy)).indicators.map(({ id }) => id);
    expect(read.rows.map(({ indicatorId }) => indicatorId)).toEqual(ids);
    expect(lost[0]).toMatchObject({
      code: 'fieldsWithoutColumn',
      fields: [
        'itemNumber',
        'criterion',
        'phvaStage',
        'deliverable',
        'targetText',
        'start',
        'end',
        'responsible',
      ],
    });
  });

  test('into a standard one: tells the columns that were kept apart, and the numbers that no name says', async () => {
    const rows = ROWS.map((row, at) => `${row.replace(';Formular', ';P-01. Formular')};P-0${at};00123${at}`);
    const read = await matrixOf(rows, { header: `${HEADER};CÓDIGO ACTIVIDAD;Código BPIN` });
    const copy = valueOf(await importMatrix(read, choicesFor(read)));
    const { lost } = await made(copy, { k: 'standard', kind: 'actionPlan' });
    expect(lost).toEqual([
      { code: 'otherColumns', headers: ['Código BPIN'] },
      { code: 'fieldsWithoutColumn', fields: ['activityNumber'] },
    ]);
    expect(LOST_FACTS.otherColumns({ headers: ['Código BPIN', 'Sector'] })).toBe(
      'No va lo que se guardó aparte de «Código BPIN», «Sector».',
    );
  });

  test('into a standard one: a number that its name says is not missed', async () => {
    const read = await matrixOf(ROWS.map((row, at) => row.replace(/;(?=Formular|Publicar)/, `;${at + 1}. `)));
    const copy = valueOf(await importMatrix(read, choicesFor(read)));
    const numbers = (await planOn(copy)).activities.map(({ number }) => number);
    expect(numbers).toEqual(['1', '2', '']);
    expect((await made(copy, { k: 'standard', kind: 'actionPlan' })).lost).toEqual([]);
  });
});
