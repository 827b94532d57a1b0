import type { Commit, CommitId } from './commit';

/** Commits in order of arrival, and where each of them is. It only grows, by whoever holds all of it. */
interface Trunk {
  readonly list: Commit[];
  readonly indexes: Map<CommitId, number>;
}

/** A map while it grows, of which nobody else sees anything yet. */
export interface GrowingMap {
  get(id: CommitId): Commit | undefined;
  /** Only what is not among them. */
  add(commit: Commit): void;
  /** What was added, in its order. */
  added(): Commit[];
  grown(): CommitMap;
}

/**
 * Commits by id, in order of arrival; never changed. A longer one shares what it has in common with the one that it
 * came from, so that files united one after the other do not copy the whole log each time.
 */
export class CommitMap implements ReadonlyMap<CommitId, Commit> {
  readonly #trunk: Trunk;
  readonly size: number;

  private constructor(trunk: Trunk) {
    this.#trunk = trunk;
    this.size = trunk.list.length;
  }

  /** The same commits; of two with one id the first. */
  static of(commits: Iterable<Commit>): CommitMap {
    return new CommitMap(grow({ list: [], indexes: new Map() }, commits));
  }

  static from(commits: ReadonlyMap<CommitId, Commit>): CommitMap {
    return commits instanceof CommitMap ? commits : CommitMap.of(commits.values());
  }

  /** These, and those of the others that are not among them. */
  with(others: Iterable<Commit>): CommitMap {
    return new CommitMap(grow(this.#ownTrunk(), others));
  }

  /** These, to which others are to be added one by one. */
  growing(): GrowingMap {
    const trunk = this.#ownTrunk();
    return {
      get: (id) => {
        const index = trunk.indexes.get(id);
        return index === undefined ? undefined : trunk.list[index];
      },
      add: (commit) => {
        trunk.indexes.set(commit.id, trunk.list.length);
        trunk.list.push(commit);
      },
      added: () => trunk.list.slice(this.size),
      grown: () => new CommitMap(trunk),
    };
  }

  #ownTrunk(): Trunk {
    const isWhole = this.#trunk.list.length === this.size;
    return isWhole ? this.#trunk : CommitMap.of(this.values()).#trunk;
  }

  get(id: CommitId): Commit | undefined {
    const index = this.#trunk.indexes.get(id);
    return index !== undefined && index < this.size ? this.#trunk.list[index] : undefined;
  }

  has(id: CommitId): boolean {
    return this.get(id) !== undefined;
  }

  *values(): Generator<Commit, undefined> {
    for (let index = 0; index < this.size; index += 1) yield this.#trunk.list[index]!;
  }

  *keys(): Generator<CommitId, undefined> {
    for (const { id } of this.values()) yield id;
  }

  *entries(): Generator<[CommitId, Commit], undefined> {
    for (const commit of this.values()) yield [commit.id, commit];
  }

  [Symbol.iterator](): Generator<[CommitId, Commit], undefined> {
    return this.entries();
  }

  forEach(tell: (commit: Commit, id: CommitId, map: ReadonlyMap<CommitId, Commit>) => void): void {
    for (const commit of this.values()) tell(commit, commit.id, this);
  }
}

function grow(trunk: Trunk, commits: Iterable<Commit>): Trunk {
  const { list, indexes } = trunk;
  for (const commit of commits) {
    if (indexes.has(commit.id)) continue;
    indexes.set(commit.id, list.length);
    list.push(commit);
  }
  return trunk;
}
