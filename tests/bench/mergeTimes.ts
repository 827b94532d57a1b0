import type { WorkloadSize } from './mergeWorkload';

/** Ten tablets of a municipality, and fifty of a department. */
export const SIZES = {
  ten: { activities: 1000, tablets: 10, edits: 100_000, contested: 500 },
  fifty: { activities: 5000, tablets: 50, edits: 100_000, contested: 500 },
} as const satisfies Record<string, WorkloadSize>;
export type Size = keyof typeof SIZES;

/** What each step took, in milliseconds; steps that only some engines have are left out by the others. */
export interface MergeTimes {
  /** All files, one after the other, in a process that merged none before. */
  readonly merge: number;
  /** The same once more, when the compiler has seen it. */
  readonly again: number;
  /** From the bytes of one file with everything to every current value. */
  readonly load: number;
  /** From what the app stores to every current value. */
  readonly loadStored?: number;
  readonly fold?: number;
  /** All conflicts with who and when. */
  readonly conflicts?: number;
}
