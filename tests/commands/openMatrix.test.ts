import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectMatrix, openMatrix } from '../../src/commands/openMatrix';
import type { MatrixSource } from '../../src/commands/openMatrix';
import type { ReadingStep } from '../../src/commands/matrixTasks';
import { sha256Hex } from '../../src/log/hash';
import { MatrixWorkerInProcess } from '../support/matrixWorker';
import {
  AS_FOUND,
  MATRIX,
  MATRIX_BYTES,
  MATRIX_FILE,
  openedMatrix,
  readAs,
  reviewed,
  watching,
} from '../support/openedMatrix';
import { aTablet } from '../support/tablets';

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
  const postMessage = () => undefined;
  return {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage,
    terminate: vi.fn<() => void>(),
  };
}

beforeEach(async () => (await aTablet()).use());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an open matrix', () => {
  test('is read as often as somebody chooses', async () => {
    const matrix = await openedMatrix(MATRIX);
    const first = await readAs(matrix);
    const second = await readAs(matrix, { planYear: 2024 });
    if (!first?.ok || !second?.ok) throw new Error('it was not read');
    expect(first.value.facts.planYear).toBe(2023);
    expect(second.value.facts.planYear).toBe(2024);
    expect(matrix.sha256).toBe(sha256Hex(MATRIX_BYTES));
  });

  test('tells how far it is, in both parts, up to all of it', async () => {
    const steps: ReadingStep[] = [];
    const matrix = await openedMatrix(MATRIX, inProcess(), steps);
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
    const matrix = await openedMatrix({ ...PASTED, text: [header, ...rows].join('\n') }, inProcess(), steps);
    await reviewed(matrix);
    const fractions = steps.flatMap(({ step, fraction }) => (step === 'understanding' ? [fraction] : []));
    expect(fractions.length).toBeGreaterThan(4);
    expect(fractions).toEqual([...new Set(fractions)].toSorted((a, b) => a - b));
    expect([fractions[0], fractions.at(-1)]).toEqual([0.6, 1]);
  });

  test('pasted text is read in the same way', async () => {
    const matrix = await openedMatrix(PASTED);
    const { reading, rows } = await reviewed(matrix);
    expect([rows.length, reading.file]).toEqual([12, 'Tabla pegada']);
    expect((await openedMatrix(PASTED)).sha256).toBe(matrix.sha256);
  });

  test('two readings asked at once are answered in their order', async () => {
    const matrix = await openedMatrix(MATRIX);
    const answers = await Promise.all([
      readAs(matrix, { planYear: 2021 }),
      readAs(matrix, { planYear: 2022 }),
    ]);
    expect(answers.map((read) => read?.ok && read.value.facts.planYear)).toEqual([2021, 2022]);
  });

  test('once closed its worker is over and nothing more is read', async () => {
    const worker = inProcess();
    const matrix = await openedMatrix(MATRIX, worker);
    matrix.close();
    expect(worker.isEnded).toBe(true);
    expect(await readAs(matrix)).toBeNull();
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
  test('a look at the plans that takes long ends nothing', async () => {
    const worker = inProcess();
    const matrix = await openedMatrix(MATRIX, worker);
    vi.useFakeTimers();
    const posting = vi.spyOn(worker, 'postMessage').mockReturnValue();
    const names = { title: 'Plan', entityName: '', isExample: false };
    void matrix.ask('findLoaded', { ...AS_FOUND, ...names });
    await vi.advanceTimersByTimeAsync(300_000);
    expect([posting.mock.calls.length, worker.isEnded]).toEqual([1, false]);
  });

  test('what cannot be sent to the worker is told, and ends it', async () => {
    const worker = inProcess();
    const matrix = await openedMatrix(MATRIX, worker);
    vi.spyOn(worker, 'postMessage').mockImplementation(() => {
      throw new DOMException('no', 'DataCloneError');
    });
    expect(await readAs(matrix)).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
    expect(worker.isEnded).toBe(true);
  });

  test('a cancelled opening is simply over, and its worker with it', async () => {
    const controller = new AbortController();
    const worker = silent();
    const opening = openMatrix(MATRIX, watching([], controller.signal), () => worker);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    expect(await opening).toBeNull();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  test('cancelled before the file was there, no worker starts', async () => {
    const start = vi.fn(silent);
    expect(await openMatrix(MATRIX, watching([], AbortSignal.abort()), start)).toBeNull();
    expect(start).not.toHaveBeenCalled();
  });

  test('a reading that is cancelled is over; those that wait too', async () => {
    const controller = new AbortController();
    const worker = inProcess();
    const result = await openMatrix(MATRIX, watching([], controller.signal), () => worker);
    if (!result?.ok) throw new Error('it did not open');
    vi.spyOn(worker, 'postMessage').mockReturnValue();
    const waiting = [readAs(result.value), readAs(result.value)];
    await Promise.resolve();
    controller.abort();
    expect(await Promise.all(waiting)).toEqual([null, null]);
  });

  test('what takes too long is ended and says so, then and afterwards', async () => {
    const worker = inProcess();
    const matrix = await openedMatrix(MATRIX, worker);
    vi.useFakeTimers();
    vi.spyOn(worker, 'postMessage').mockReturnValue();
    const reading = readAs(matrix);
    await vi.advanceTimersByTimeAsync(60_000);
    const tooLong = { ok: false, problem: { code: 'fileTookTooLong', file: MATRIX_FILE } };
    expect(await reading).toEqual(tooLong);
    expect(worker.isEnded).toBe(true);
    expect(await readAs(matrix)).toEqual(tooLong);
  });
});

describe('a worker started ahead', () => {
  function startedWorkers(): readonly MatrixWorkerInProcess[] {
    const started: MatrixWorkerInProcess[] = [];
    class Started extends MatrixWorkerInProcess {
      constructor() {
        super();
        started.push(this);
      }
    }
    vi.stubGlobal('Worker', Started);
    vi.stubGlobal('document', { baseURI: 'https://bitacora.example/' });
    return started;
  }

  test('takes the next matrix, and only that one', async () => {
    const started = startedWorkers();
    const leave = expectMatrix();
    expect(started.length).toBe(1);
    expect((await openMatrix(MATRIX, watching()))?.ok).toBe(true);
    expect(started.length).toBe(1);
    expect((await openMatrix(MATRIX, watching()))?.ok).toBe(true);
    expect(started.length).toBe(2);
    leave();
    expect(started.map(({ isEnded }) => isEnded)).toEqual([false, false]);
  });

  test('ends where no matrix comes, and is not waited for where it cannot start', async () => {
    const started = startedWorkers();
    expectMatrix()();
    expect(started[0]?.isEnded).toBe(true);
    expectMatrix();
    started[1]?.onerror?.(new Event('error') as ErrorEvent);
    expect((await openMatrix(MATRIX, watching()))?.ok).toBe(true);
    expect(started.length).toBe(3);
  });
});
