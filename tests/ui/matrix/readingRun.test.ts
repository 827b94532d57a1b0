import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadingRun } from '../../../src/ui/matrix/readingRun.svelte';
import { MatrixWorkerInProcess } from '../../support/matrixWorker';
import { aTablet } from '../../support/tablets';

const TABLE =
  'ITEM;ACTIVIDAD;INDICADOR;META;FECHA INICIO;FECHA FINAL;2023 RESULTADO TRIMESTRE 1\n' +
  '1;Formular el plan;Planes formulados;1;2023-01-01;2023-06-30;1\n';

function fileOf(text: string, name: string) {
  return { kind: 'file', file: new File([text], name) } as const;
}

beforeEach(async () => {
  (await aTablet()).use();
  vi.stubGlobal('Worker', MatrixWorkerInProcess);
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => vi.unstubAllGlobals());

test('another file that cannot be read leaves the one that is reviewed open to be read again', async () => {
  const run = new ReadingRun();
  await run.open(fileOf(TABLE, 'matriz.csv'));
  expect(run.phase.at).toBe('review');
  await run.open(fileOf('', 'vacio.csv'));
  expect(run.phase.at).toBe('review');
  await run.again(() => ({ planYear: 2024 }));
  expect(run.phase.at === 'review' && run.phase.read.facts.planYear).toBe(2024);
});

test('what was cancelled does not come after all', async () => {
  const run = new ReadingRun();
  const opening = run.open(fileOf(TABLE, 'matriz.csv'));
  run.cancel();
  await opening;
  expect([run.phase.at, run.opened]).toEqual(['pick', null]);
});

test('another file that is tried is told about, and can be left without losing what is reviewed', async () => {
  const run = new ReadingRun();
  await run.open(fileOf(TABLE, 'matriz.csv'));
  const trying = run.open(fileOf(TABLE.replace('Formular', 'Aprobar'), 'otra.csv'));
  expect(run.tried).not.toBeNull();
  run.leaveTried();
  await trying;
  expect([run.tried, run.phase.at === 'review' && run.phase.read.file]).toEqual([null, 'matriz.csv']);
  await run.open(fileOf(TABLE, 'otra.csv'));
  expect([run.tried, run.phase.at === 'review' && run.phase.read.file]).toEqual([null, 'otra.csv']);
});
