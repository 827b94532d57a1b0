import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ProofMessage, ProofRequest } from '../../src/commands/proverThread';
import { ProverThread } from '../../src/commands/proverThread';
import { readSnapshot } from '../../src/commands/readSnapshot';
import { provenBackwards } from '../../src/formats/provenLog';
import { decodeSnapshot } from '../../src/formats/snapshot';
import { logIn } from '../../src/formats/snapshotLines';
import { aPlanWithChanges } from '../support/largePlan';

const FILE = 'plan.json';

let started: AThread[] = [];
let long: Uint8Array;
let short: Uint8Array;

beforeAll(() => {
  const files = [aPlanWithChanges(20, 6_000), aPlanWithChanges(5, 100)];
  [long, short] = files.map(({ other }) => new TextEncoder().encode(other)) as [Uint8Array, Uint8Array];
});

afterEach(() => {
  vi.unstubAllGlobals();
  started = [];
});

/** A worker of a browser, as far as it is used; what it does is in its kinds. */
class AThread {
  onmessage: ((event: { data: ProofMessage }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;
  readonly asked: ProofRequest[] = [];
  said = 0;
  isEnded = false;

  constructor() {
    started.push(this);
  }

  postMessage(request: ProofRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: ProofMessage): void {
    this.said += 1;
    if (!this.isEnded) this.onmessage?.({ data });
  }
}

class Working extends AThread {
  override postMessage({ request, log }: ProofRequest): void {
    for (const found of provenBackwards(log ?? new Uint8Array())) this.say({ request, found });
  }
}

class Dying extends AThread {
  override postMessage({ request, log }: ProofRequest): void {
    const [found] = provenBackwards(log ?? new Uint8Array());
    this.say({ request, found: found! });
    this.onerror?.({ preventDefault: () => undefined });
  }
}

class Unstartable {
  constructor() {
    throw new TypeError('not allowed');
  }
}

function withWorker(worker: unknown, hardwareConcurrency = 8): void {
  vi.stubGlobal('Worker', worker);
  vi.stubGlobal('navigator', { hardwareConcurrency });
  vi.stubGlobal('document', { baseURI: 'https://entidad.gov.co/index.html' });
}

describe('a long file', () => {
  test.each([
    ['proves', Working],
    ['says nothing', AThread],
    ['dies', Dying],
    ['cannot be started', Unstartable],
    ['is not there', undefined],
  ])('is read the same where the second thread %s, and that one is ended', async (_, worker) => {
    withWorker(worker);
    const shares: number[] = [];
    const read = await readSnapshot(long, FILE, { onshare: (share) => void shares.push(share) });
    expect(read).toEqual(decodeSnapshot(long, FILE));
    expect(read.ok && read.value.sound.every((one) => one)).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(started.every(({ isEnded }) => isEnded)).toBe(true);
  });

  test('starts one thread, which has a word', async () => {
    withWorker(Working);
    await readSnapshot(long, FILE);
    expect(started).toHaveLength(1);
    expect(started[0]?.said).toBeGreaterThan(5);
  });

  test('takes no thread from a device that has few', async () => {
    withWorker(Working, 2);
    expect(await readSnapshot(long, FILE)).toEqual(decodeSnapshot(long, FILE));
    expect(started).toHaveLength(0);
  });

  test('is the only one that does', async () => {
    withWorker(Working);
    expect(await readSnapshot(short, FILE)).toEqual(decodeSnapshot(short, FILE));
    expect(started).toHaveLength(0);
  });

  test('ends the thread also where it is refused', async () => {
    withWorker(Working);
    const text = new TextDecoder().decode(long).replace('"minReader":1', '"minReader":99');
    const read = await readSnapshot(new TextEncoder().encode(text), FILE);
    expect(!read.ok && read.problem.code).toBe('snapshotNewer');
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
  });
});

describe('a thread that proves', () => {
  test('is not heard of a log that it was given before', async () => {
    const worker = new AThread();
    const thread = new ProverThread(worker as unknown as Worker);
    const log = logIn(short)!;
    thread.prove(log);
    thread.prove(log);
    expect(worker.asked.map(({ request }) => request)).toEqual([1, 2]);
    expect(worker.asked[1]?.log).toEqual(log);
    worker.say({ request: 1, found: Uint8Array.of(1, 1, 1) });
    worker.say({ request: 2, found: Uint8Array.of(0) });
    expect(await thread.heard()).toEqual([Uint8Array.of(0)]);
    expect(await thread.heard()).toEqual([]);
  });
});
