import type { Problem } from '../domain/problem';
import { hasStorageVanished, readStorageHealth } from '../storage/health';
import type { StorageHealth } from '../storage/health';
import { listCopies, unsharedCommits } from '../storage/copies';
import type { CopyRow } from '../storage/database';
import { NOBODY, readIdentity, readRenewal, readSetting } from '../storage/settings';
import type { Identity } from '../storage/settings';

/** The notice that asks to install first; its answer is kept under this name. */
export const INSTALL_NOTICE = 'installFirst';

/** What this device knows of itself: who uses it, which plans it holds, how safe its storage is. */
class ThisDevice {
  #identity = $state.raw<Identity>(NOBODY);
  #copies = $state.raw<readonly CopyRow[] | null>(null);
  #health = $state.raw<StorageHealth | null>(null);
  #hasVanished = $state(false);
  #problem = $state.raw<Problem | null>(null);
  #hasAnsweredInstall = $state(false);
  #renewedAt = $state<string | null>(null);

  get identity(): Identity {
    return this.#identity;
  }

  /** The plans held here; null until they have been read. */
  get copies(): readonly CopyRow[] | null {
    return this.#copies;
  }

  get health(): StorageHealth | null {
    return this.#health;
  }

  /** How many changes of this device are in no file that left it, in one of its copies. */
  unsharedIn(row: CopyRow): number {
    return unsharedCommits(row);
  }

  /** Something was kept here once and the browser took it away. */
  get hasStorageVanished(): boolean {
    return this.#hasVanished;
  }

  /** In Safari on an iPhone or iPad the installed app and the browser keep apart: said once, before the first save. */
  get asksToInstall(): boolean {
    return (navigator as { standalone?: boolean }).standalone === false && !this.#hasAnsweredInstall;
  }

  /** When this device took another id, as long as nobody said to have read it. */
  get renewedAt(): string | null {
    return this.#renewedAt;
  }

  /** Why nothing could be read: the storage did not open. */
  get problem(): Problem | null {
    return this.#problem;
  }

  fail(problem: Problem): void {
    this.#problem = problem;
  }

  /** Reads everything again; cheap, and called after each command that changes it. */
  async refresh(): Promise<void> {
    const [identity, copies, health, hasVanished, answer, renewedAt] = await Promise.all([
      readIdentity(),
      listCopies(),
      readStorageHealth(),
      hasStorageVanished(),
      readSetting(INSTALL_NOTICE),
      readRenewal(),
    ]);
    [this.#identity, this.#copies, this.#health] = [identity, copies, health];
    [this.#hasVanished, this.#hasAnsweredInstall] = [hasVanished, answer === true];
    this.#renewedAt = renewedAt;
  }
}

export const thisDevice = new ThisDevice();
