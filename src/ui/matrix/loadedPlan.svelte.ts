import type { LoadedMatrix } from './reading';

/** Looks for a plan on this device that a matrix is of. */
export class LoadedPlan {
  /** Null where none is known to be. */
  found = $state.raw<LoadedMatrix | null>(null);
  /** It is not known yet. */
  isLooking = $state(false);

  /** Asks after so many milliseconds, in place of what was asked before; gives what stops it. */
  look(ask: () => Promise<LoadedMatrix | null | undefined>, afterMs: number): () => void {
    let isCurrent = true;
    this.isLooking = true;
    const timer = setTimeout(() => {
      void ask().then((found) => {
        if (!isCurrent) return;
        if (found !== undefined) this.found = found;
        this.isLooking = false;
      });
    }, afterMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }
}
