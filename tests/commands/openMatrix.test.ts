import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { matrixSession } from '../../src/commands/matrixSession';
import type { ReadingStep } from '../../src/commands/matrixSession';
import { openMatrix } from '../../src/commands/openMatrix';
import type { MatrixSource, MatrixWorker } from '../../src/commands/openMatrix';
import { sha256Hex } from '../../src/log/hash';

const FILE = 'cartagena-2023-plan-accion.xlsx';
const BYTES = new Uint8Array(readFileSync(`public/examples/${FILE}`));
const SOURCE: MatrixSource = { kind: 'file', file: new File([BYTES], FILE) };
const PASTED: MatrixSource = {
  kind: 'pasted',
  name: 'Tabla pegada',
  html: null,
  text: readFileSync('tests/fixtures/pasted/cartagena-2023.txt', 'utf8'),
};

/** The worker's own work without a thread of its own; what crosses is copied, as it is between threads. */
function inProcess(): MatrixWorker & { readonly isEnded: () => boolean } {
  let isEnded = false;
  const worker: MatrixWorker & { readonly isEnded: () => boolean } = {
    onmessage: null,
    onerror: null,
    postMessage: (request: Parameters<typeof answer>[0]) => void answer(structuredClone(request)),
    terminate: () => void (isEnded = true),
    isEnded: () => isEnded,
  };
  const answer = matrixSession((message) => {
    const event = new MessageEvent('message', { data: structuredClone(message) });
    if (!isEnded) worker.onmessage?.(event);
  });
  return worker;
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

afterEach(() => vi.useRealTimers());

describe('an open matrix', () => {
  test('is read as often as somebody chooses, and keeps its bytes and their hash', async () => {
    const matrix = await opened(SOURCE);
    const first = await matrix.read({});
    const second = await matrix.read({ planYear: 2024 });
    if (!first?.ok || !second?.ok) throw new Error('it was not read');
    expect(first.value.reading.rows.length).toBe(12);
    expect(first.value.reading.facts.planYear).toBe(2023);
    expect(second.value.reading.facts.planYear).toBe(2024);
    expect(first.value.original).toEqual(BYTES);
    expect([matrix.sha256, first.value.sha256]).toEqual([sha256Hex(BYTES), sha256Hex(BYTES)]);
  });

  test('tells how far it is, in both parts, up to all of it', async () => {
    const steps: ReadingStep[] = [];
    const matrix = await opened(SOURCE, inProcess(), steps);
    await matrix.read({});
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
    await matrix.read({});
    const fractions = steps.flatMap(({ step, fraction }) => (step === 'understanding' ? [fraction] : []));
    expect(fractions.length).toBeGreaterThan(4);
    expect(fractions).toEqual([...new Set(fractions)].toSorted((a, b) => a - b));
    expect([fractions[0], fractions.at(-1)]).toEqual([0.7, 1]);
  });

  test('pasted text is read in the same way; it has no bytes to go back to', async () => {
    const matrix = await opened(PASTED);
    const read = await matrix.read({});
    expect(read?.ok && [read.value.reading.rows.length, read.value.reading.file]).toEqual([
      12,
      'Tabla pegada',
    ]);
    expect(read?.ok && read.value.original).toBeUndefined();
    expect((await opened(PASTED)).sha256).toBe(matrix.sha256);
  });

  test('two readings asked at once are answered in their order', async () => {
    const matrix = await opened(SOURCE);
    const answers = await Promise.all([matrix.read({ planYear: 2021 }), matrix.read({ planYear: 2022 })]);
    expect(answers.map((read) => read?.ok && read.value.reading.facts.planYear)).toEqual([2021, 2022]);
  });

  test('once closed its worker is over and nothing more is read', async () => {
    const worker = inProcess();
    const matrix = await opened(SOURCE, worker);
    matrix.close();
    expect(worker.isEnded()).toBe(true);
    expect(await matrix.read({})).toBeNull();
  });
});

describe('what does not open', () => {
  const problemOf = async (source: MatrixSource) => {
    const worker = inProcess();
    const result = await openMatrix(source, watching(), () => worker);
    return result?.ok === false ? [result.problem.code, worker.isEnded()] : result;
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
    expect(worker.isEnded()).toBe(true);
    expect(await matrix.read({})).toEqual(tooLong);
  });
});
