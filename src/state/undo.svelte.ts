import type { Commit, CommitId } from '../log/commit';

/** A change of a plan that can be taken back, in the words in which it was told. */
export interface Done {
  readonly copy: string;
  readonly commit: CommitId;
  readonly told: string;
}

/** What was done on this screen since the app was opened, the last one at the end. */
class Undo {
  #done = $state.raw<readonly Done[]>([]);

  last(copy: string): Done | null {
    return this.#done.findLast((one) => one.copy === copy) ?? null;
  }

  did(copy: string, commits: readonly Commit[], told: string): void {
    const commit = commits.at(-1)?.id;
    if (commit !== undefined) this.#done = [...this.#done, { copy, commit, told }];
  }

  forget({ commit }: Done): void {
    this.#done = this.#done.filter((one) => one.commit !== commit);
  }
}

export const undo = new Undo();
