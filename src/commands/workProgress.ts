import { Refusal } from '../storage/failures';

/** How far a task is: parts done, of all. */
export type OnProgress = (done: number, total: number) => void;

/** A task is told in hundredths. */
const TOTAL = 100;
const TOLD_EVERY_MS = 60;

/** Where each part of reading and merging ends, by the time that it takes. */
const PARTS = { read: 10, parsed: 35, verified: 75, written: TOTAL } as const;
type Part = keyof typeof PARTS;
const BEGINS: Readonly<Record<Part, number>> = { read: 0, parsed: 10, verified: 35, written: 75 };

let listener: OnProgress | null = null;
let toldAt = -Infinity;
let isStopped = false;

/** A worker does one thing at a time, and this is who hears of it. */
export function hearProgress(heard: OnProgress): void {
  listener = heard;
}

/** Says how much of a part is done, from 0 to 1; as often as a screen can show it, and no more. */
export function tellProgress(part: Part, share: number): void {
  if (!listener || (performance.now() - toldAt < TOLD_EVERY_MS && share < 1)) return;
  toldAt = performance.now();
  listener(Math.round(BEGINS[part] + (PARTS[part] - BEGINS[part]) * Math.min(1, share)), TOTAL);
}

/** Somebody does not want it any more. What is being written is written. */
export function stopWork(): void {
  isStopped = true;
}

/** Asked just before a write. Waits for what the page may have said meanwhile; throws when the work was stopped. */
export async function beforeWriting(): Promise<void> {
  if (!listener) return;
  await new Promise((resolve) => setTimeout(resolve));
  if (isStopped) throw new Refusal({ code: 'mergeStopped' });
}
