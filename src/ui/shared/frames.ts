import { flushSync } from 'svelte';

/** How long one frame may be kept with what waits for its turn. */
const FRAME_SHARE_MS = 8;

const waiting = new Set<() => void>();
let isAsked = false;

/** Runs something once what stands now has been painted. Gives the way to take it back. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Waits until what stands now has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => void afterPaint(resolve));
}

/**
 * Draws something in its turn: one thing after another, as much in each frame as a slow device can without standing
 * still. Gives the way to take it back.
 */
export function inTurn(draw: () => void): () => void {
  waiting.add(draw);
  ask();
  return () => waiting.delete(draw);
}

function ask(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  afterPaint(drawWaiting);
}

function drawWaiting(): void {
  const began = performance.now();
  // One that fails is told of as any failure is, and stops none of the others.
  try {
    for (const draw of waiting) {
      waiting.delete(draw);
      flushSync(draw);
      if (performance.now() - began > FRAME_SHARE_MS) break;
    }
  } finally {
    isAsked = false;
    ask();
  }
}
