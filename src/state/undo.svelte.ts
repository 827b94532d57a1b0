import type { Commit, CommitId } from '../log/commit';

/** A change of a plan that can be taken back, in the words in which it was told. */
export interface Done {
  readonly copy: string;
  readonly commit: CommitId;
  /** All that it took, the last of which it goes by. */
  readonly commits: readonly CommitId[];
  readonly told: string;
  /** What taking it back comes to, where that is not as it was before in all. */
  readonly undone?: string;
}

/** What was done on this screen since the app was opened, the last one at the end. */
class Undo {
  #done = $state.raw<readonly Done[]>([]);

  last(copy: string): Done | null {
    return this.#done.findLast((one) => one.copy === copy) ?? null;
  }

  /** Gives what was done; null where nothing was. */
  did(copy: string, commits: readonly Commit[], told: string, undone?: string): Done | null {
    const commit = commits.at(-1)?.id;
    if (commit === undefined) return null;
    const done = { copy, commit, commits: commits.map(({ id }) => id), told, ...(undone && { undone }) };
    this.#done = [...this.#done, done];
    return done;
  }

  /** It could not be taken back after all. */
  remember(done: Done): void {
    this.#done = [...this.#done, done];
  }

  knows({ commit }: Done): boolean {
    return this.#done.some((one) => one.commit === commit);
  }

  forget({ commit }: Done): void {
    this.#done = this.#done.filter((one) => one.commit !== commit);
  }
}

export const undo = new Undo();
