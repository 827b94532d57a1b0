import { expect, test } from 'vitest';
import { inSteps } from '../../src/state/steps';

/** Milliseconds: longer than a step. */
const LONG_MS = 40;

/** How often the machine came to something else while four parts of a work were done. */
async function othersDuring(partMs: number): Promise<number> {
  let others = 0;
  let isOver = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    others += 1;
    if (isOver) port1.close();
    else port2.postMessage(null);
  };
  port2.postMessage(null);
  const pause = inSteps();
  for (let part = 0; part < 4; part += 1) {
    const began = performance.now();
    while (performance.now() - began < partMs);
    await pause();
  }
  isOver = true;
  return others;
}

test('a long work lets others have their turn between its parts', async () => {
  expect(await othersDuring(LONG_MS)).toBeGreaterThanOrEqual(3);
});

test('a short one waits for nobody', async () => {
  expect(await othersDuring(0)).toBe(0);
});
