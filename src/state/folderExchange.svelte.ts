import type { Problem } from '../domain/problem';
import { onAppended } from '../storage/changes';
import type { FolderRow } from '../storage/database';
import { copiesWithFolder, readFolder } from '../storage/folders';

/** What an exchange is at: `ask` when the browser wants the person to allow the folder again. */
export type FolderStanding = 'resting' | 'exchanging' | 'ask' | Problem;

/** The shared folders of this device, by copy: what each exchanged last, and what it is at. */
class FolderExchange {
  #rows = $state.raw<ReadonlyMap<string, FolderRow>>(new Map());
  #standings = $state.raw<ReadonlyMap<string, FolderStanding>>(new Map());

  /** The folder of a copy as it was last looked up; null where none was chosen. */
  folderOf(copy: string): FolderRow | null {
    return this.#rows.get(copy) ?? null;
  }

  standingOf(copy: string): FolderStanding {
    return this.#standings.get(copy) ?? 'resting';
  }

  /** Looks a folder up again: another tab may have exchanged. */
  async look(copy: string): Promise<void> {
    const row = await readFolder(copy);
    const rows = new Map(this.#rows);
    if (row) rows.set(copy, row);
    else rows.delete(copy);
    this.#rows = rows;
  }

  /** The copies that have a folder. */
  copies(): Promise<readonly string[]> {
    return copiesWithFolder();
  }

  stand(copy: string, standing: FolderStanding): void {
    this.#standings = new Map(this.#standings).set(copy, standing);
  }

  /** Hears when any copy grows, in this tab or another. Gives the way to stop. */
  onGrown(listener: () => void): () => void {
    return onAppended(listener);
  }
}

export const folderExchange = new FolderExchange();
