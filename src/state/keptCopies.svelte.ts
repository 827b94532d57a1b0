import { lastBackups, listBackups } from '../storage/backups';
import type { BackupFacts } from '../storage/backups';

/** The copies that this device keeps beside its plans, and the last ones of plans that it has no more. */
class KeptCopies {
  #of = $state<string | null>(null);
  #list = $state.raw<readonly BackupFacts[]>([]);
  #last = $state.raw<readonly BackupFacts[]>([]);

  /** Those of a plan, the newest first; null until they were read. */
  of(copy: string): readonly BackupFacts[] | null {
    return this.#of === copy ? this.#list : null;
  }

  get last(): readonly BackupFacts[] {
    return this.#last;
  }

  async refresh(copy: string): Promise<void> {
    this.#list = await listBackups(copy);
    this.#of = copy;
  }

  async refreshLast(): Promise<void> {
    this.#last = await lastBackups();
  }
}

export const keptCopies = new KeptCopies();
