import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReadingStep } from '../../src/commands/matrixSession';
import { openMatrix } from '../../src/commands/openMatrix';
import type { MatrixChoices } from '../../src/commands/matrixEntities';
import type { MatrixSource, MatrixWorker, OpenedMatrix } from '../../src/commands/openMatrix';
import { NOTHING_DECIDED } from '../../src/commands/updatePlan';
import type { UpdateChoices } from '../../src/commands/updatePlan';
import type { Result } from '../../src/domain/problem';
import { sha256Hex } from '../../src/log/hash';
import { db } from '../../src/storage/database';
import { setViewedOnly } from '../../src/storage/viewOnly';
import { MatrixWorkerInProcess } from '../support/matrixWorker';
import { aTablet, planOn, valueOf } from '../support/tablets';

const FILE = 'cartagena-2023-plan-accion.xlsx';
const BYTES = new Uint8Array(readFileSync(`public/examples/${FILE}`));
const SOURCE: MatrixSource = { kind: 'file', file: new File([BYTES], FILE) };
const PASTED: MatrixSource = {
  kind: 'pasted',
  name: 'Tabla pegada',
  html: null,
  text: readFileSync('tests/fixtures/pasted/cartagena-2023.txt', 'utf8'),
};

function inProcess(): MatrixWorkerInProcess {
  return new MatrixWorkerInProcess();
}

/** One that never answers. */
function silent() {
  return { onmessage: null, onerror: null, postMessage: () => undefined, terminate: vi.fn<() => void>() };
}

function watching(steps: ReadingStep[] = [], signal = new AbortController().signal) {
  return { onprogress: (step: ReadingStep) => void steps.push(step), signal };
}

async function opened(source: MatrixSource, worker: MatrixWorker = inProcess(), steps: ReadingStep[] = []) {
  const result = await openMatrix(source, watching(steps), () => worker);
  if (!result?.ok) throw new Error('it did not open');
  return result.value;
}

const CHOICES: MatrixChoices = {
  title: 'Plan 2023',
  entityName: 'Alcaldía',
  cut: '2023-03-31',
  zerosAfterCut: 'notReported',
  repairs: [],
  rollupMethod: 'flatMean',
  isExample: false,
};
const UPDATE: UpdateChoices = { ...NOTHING_DECIDED, cut: CHOICES.cut };

function pasted(...rows: readonly (readonly (string | number)[])[]): MatrixSource {
  const lines = [['ACTIVIDAD', 'INDICADOR', 'META', '2023 RESULTADO TRIMESTRE 1'], ...rows];
  return {
    kind: 'pasted',
    name: 'Tabla pegada',
    html: null,
    text: lines.map((cells) => cells.join('\t')).join('\n'),
  };
}

/** Reads what is open and gives what is shown of it. */
async function reviewed(matrix: OpenedMatrix, changes: Partial<MatrixChoices> = {}, rows = 100) {
  given(await matrix.read({}));
  return given(await matrix.review({ ...CHOICES, ...changes }, rows));
}

function given<T>(answer: Result<T> | null): T {
  if (answer === null) throw new Error('it was closed');
  return valueOf(answer);
}

beforeEach(async () => (await aTablet()).use());
afterEach(() => vi.useRealTimers());

describe('an open matrix', () => {
  test('is read as often as somebody chooses', async () => {
    const matrix = await opened(SOURCE);
    const first = await matrix.read({});
    const second = await matrix.read({ planYear: 2024 });
    if (!first?.ok || !second?.ok) throw new Error('it was not read');
    expect(first.value.facts.planYear).toBe(2023);
    expect(second.value.facts.planYear).toBe(2024);
    expect(matrix.sha256).toBe(sha256Hex(BYTES));
  });

  test('tells how far it is, in both parts, up to all of it', async () => {
    const steps: ReadingStep[] = [];
    const matrix = await opened(SOURCE, inProcess(), steps);
    await reviewed(matrix);
    const fractions = steps.map(({ fraction }) => fraction);
    expect(fractions.length).toBeGreaterThan(5);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect([fractions[0]! < 0.2, fractions.at(-1)]).toEqual([true, 1]);
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(['opening', 'understanding']));
  });

  test('tells how far it is within a long table, and never less than before', async () => {
    const header = ['ACTIVIDAD', 'INDICADOR', 'META', 'T1'].join('\t');
    const rows = Array.from({ length: 1600 }, (_, at) => [`Hacer ${at}`, `Hecho ${at}`, 4, 1].join('\t'));
    const steps: ReadingStep[] = [];
    const matrix = await opened({ ...PASTED, text: [header, ...rows].join('\n') }, inProcess(), steps);
    await reviewed(matrix);
    const fractions = steps.flatMap(({ step, fraction }) => (step === 'understanding' ? [fraction] : []));
    expect(fractions.length).toBeGreaterThan(4);
    expect(fractions).toEqual([...new Set(fractions)].toSorted((a, b) => a - b));
    expect([fractions[0], fractions.at(-1)]).toEqual([0.6, 1]);
  });

  test('pasted text is read in the same way', async () => {
    const matrix = await opened(PASTED);
    const { reading, rows } = await reviewed(matrix);
    expect([rows.length, reading.file]).toEqual([12, 'Tabla pegada']);
    expect((await opened(PASTED)).sha256).toBe(matrix.sha256);
  });

  test('two readings asked at once are answered in their order', async () => {
    const matrix = await opened(SOURCE);
    const answers = await Promise.all([matrix.read({ planYear: 2021 }), matrix.read({ planYear: 2022 })]);
    expect(answers.map((read) => read?.ok && read.value.facts.planYear)).toEqual([2021, 2022]);
  });

  test('once closed its worker is over and nothing more is read', async () => {
    const worker = inProcess();
    const matrix = await opened(SOURCE, worker);
    matrix.close();
    expect(worker.isEnded).toBe(true);
    expect(await matrix.read({})).toBeNull();
  });
});

describe('what is shown of it', () => {
  test('only the rows that were asked for, with the counts of all of them', async () => {
    const matrix = await opened(SOURCE);
    const { rows, counts, overall } = await reviewed(matrix, {}, 5);
    expect([rows.length, counts]).toEqual([5, { rows: 12, statedRows: 12, items: 8, indicators: 12 }]);
    expect(overall.real).toBeCloseTo(40.9047619, 6);
    const more = await matrix.review(CHOICES, 8);
    expect(more?.ok && more.value.rows.map(({ sourceRow }) => sourceRow)).toEqual([
      10, 11, 12, 13, 14, 15, 16, 17,
    ]);
  });

  test('as the choices settle it, and its plan is the one that would be made', async () => {
    const matrix = await opened(SOURCE);
    const early = await reviewed(matrix);
    const late = await reviewed(matrix, { cut: '2023-12-31' });
    expect(late.overall.expected).toBeGreaterThan(early.overall.expected ?? Infinity);
    const plan = await matrix.plan();
    expect(plan?.ok && plan.value.indicators.length).toBe(12);
  });

  test('what is asked out of turn is a problem, and the worker goes on', async () => {
    const matrix = await opened(SOURCE);
    expect(await matrix.plan()).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
    expect((await matrix.read({}))?.ok).toBe(true);
  });
});

describe('what is written of it', () => {
  test('a plan of its own, with the file as it came', async () => {
    const matrix = await opened(SOURCE);
    await reviewed(matrix);
    const copy = given(await matrix.load(CHOICES));
    expect((await planOn(copy)).indicators.length).toBe(12);
    expect(new Uint8Array((await db().blobs.get(matrix.sha256))!.bytes)).toEqual(BYTES);
  });

  test('to its end, though it is closed meanwhile', async () => {
    const worker = inProcess();
    const matrix = await opened(SOURCE, worker);
    await reviewed(matrix);
    const loading = matrix.load(CHOICES);
    matrix.close();
    expect((await planOn(given(await loading))).indicators.length).toBe(12);
    await vi.waitFor(() => expect(worker.isEnded).toBe(true));
  });

  test('the update that was compared last; then there is nothing left to write', async () => {
    const matrix = await opened(SOURCE);
    await reviewed(matrix);
    const copy = given(await matrix.load(CHOICES));
    const corrected = await opened(pasted(['Sensibilizar', 'Sensibilizados', 4, 1]));
    await reviewed(corrected);
    const compared = given(await corrected.compare(copy, UPDATE));
    expect(compared.counts.rows.new).toBe(1);
    expect(compared.edits).toBeGreaterThan(0);
    expect(given(await corrected.update(copy)).length).toBeGreaterThan(0);
    const again = given(await corrected.compare(copy, UPDATE));
    expect(again.edits + again.lateEdits).toBe(0);
  });

  test('nothing in a copy that is looked at as it stood once', async () => {
    const matrix = await opened(SOURCE);
    await reviewed(matrix);
    const copy = given(await matrix.load(CHOICES));
    given(await matrix.compare(copy, UPDATE));
    setViewedOnly(copy);
    const refused = await matrix.update(copy);
    setViewedOnly(null);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'readOnlyView' } });
  });
});

describe('what does not open', () => {
  const problemOf = async (source: MatrixSource) => {
    const worker = inProcess();
    const result = await openMatrix(source, watching(), () => worker);
    return result?.ok === false ? [result.problem.code, worker.isEnded] : result;
  };

  test('a file that is none: the reader’s own reason, and the worker ends', async () => {
    const file = new File(['%PDF-1.7'], 'plan.pdf');
    expect(await problemOf({ kind: 'file', file })).toEqual(['fileUnknownKind', true]);
  });

  test('a file that is gone, one that is too large, and nothing at all start no worker', async () => {
    const start = vi.fn(inProcess);
    const gone = new File(['x'], 'plan.xlsx');
    vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
    const large = new File(['x'], 'plan.xlsx');
    Object.defineProperty(large, 'size', { value: 31 * 1024 * 1024 });
    const codes = [];
    for (const source of [
      { kind: 'file', file: gone },
      { kind: 'file', file: large },
      { ...PASTED, text: ' \n ' },
    ] as const) {
      const result = await openMatrix(source, watching(), start);
      codes.push(result?.ok === false && result.problem.code);
    }
    expect(codes).toEqual(['fileUnreadable', 'fileTooLarge', 'nothingPasted']);
    expect(start).not.toHaveBeenCalled();
  });
});

describe('what is stopped', () => {
  test('a cancelled opening is simply over, and its worker with it', async () => {
    const controller = new AbortController();
    const worker = silent();
    const opening = openMatrix(SOURCE, watching([], controller.signal), () => worker);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    expect(await opening).toBeNull();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  test('cancelled before the file was there, no worker starts', async () => {
    const start = vi.fn(silent);
    expect(await openMatrix(SOURCE, watching([], AbortSignal.abort()), start)).toBeNull();
    expect(start).not.toHaveBeenCalled();
  });

  test('a reading that is cancelled is over; those that wait too', async () => {
    const controller = new AbortController();
    const worker = inProcess();
    const result = await openMatrix(SOURCE, watching([], controller.signal), () => worker);
    if (!result?.ok) throw new Error('it did not open');
    vi.spyOn(worker, 'postMessage').mockReturnValue();
    const waiting = [result.value.read({}), result.value.read({})];
    await Promise.resolve();
    controller.abort();
    expect(await Promise.all(waiting)).toEqual([null, null]);
  });

  test('what takes too long is ended and says so, then and afterwards', async () => {
    const worker = inProcess();
    const matrix = await opened(SOURCE, worker);
    vi.useFakeTimers();
    vi.spyOn(worker, 'postMessage').mockReturnValue();
    const reading = matrix.read({});
    await vi.advanceTimersByTimeAsync(60_000);
    const tooLong = { ok: false, problem: { code: 'fileTookTooLong', file: FILE } };
    expect(await reading).toEqual(tooLong);
    expect(worker.isEnded).toBe(true);
    expect(await matrix.read({})).toEqual(tooLong);
  });
});
