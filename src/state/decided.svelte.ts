import { readDecisions, mayDecide } from './decisions';
import type { Decision } from './decisions';
import { sieveCommits } from '../storage/commitSieve';

interface Known {
  readonly copy: string;
  /** How many commits of the copy were looked at. */
  readonly count: number;
  readonly decisions: readonly Decision[];
  readonly marks: ReadonlySet<string>;
}

/** A late value may show that an earlier commit decided, so what decided is read whole; else only what is new is looked at. */
class Decided {
  #known = $state.raw<Known | null>(null);
  #wanted: { readonly copy: string; readonly count: number } | null = null;
  #isReading = false;

  /** All that was ever decided in the copy that is followed, the newest first; null while it is not known. */
  decisions(copy: string): readonly Decision[] | null {
    return this.#known?.copy === copy ? this.#known.decisions : null;
  }

  /** Whether a field of the copy that is followed was ever decided between two values. */
  has(copy: string, entity: string, field: string): boolean {
    return this.#known?.copy === copy && this.#known.marks.has(`${entity} ${field}`);
  }

  /** Catches up with a copy that holds so many commits; what was looked at is not looked at again. */
  async follow(copy: string, count: number): Promise<void> {
    this.#wanted = { copy, count };
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#known = await caughtUp(this.#known, next.copy, next.count);
      }
    } finally {
      this.#isReading = false;
    }
  }

  #next(): { readonly copy: string; readonly count: number } | null {
    const wanted = this.#wanted;
    if (!wanted) return null;
    const isKnown = wanted.copy === this.#known?.copy && wanted.count === this.#known.count;
    return isKnown ? null : wanted;
  }
}

async function caughtUp(known: Known | null, copy: string, count: number): Promise<Known> {
  if (known?.copy === copy && known.count < count) {
    const isMerge = count - known.count > 1;
    const fresh = isMerge ? null : await sieveCommits(copy, known.count, mayDecide);
    if (fresh?.length === 0) return { ...known, count };
  }
  const decisions = await readDecisions(copy);
  const marks = new Set(decisions.map(({ entity, field }) => `${entity} ${field}`));
  return { copy, count, decisions, marks };
}

export const decided = new Decided();
