import { heldHashes } from '../storage/blobs';
import { onAppended } from '../storage/changes';

/** Which files of evidence this device holds the bytes of, by their hashes. Asked by the screens that show it. */
class HeldFiles {
  #held = $state.raw<ReadonlySet<string> | null>(null);

  constructor() {
    onAppended(() => void (this.#held && this.refresh()));
  }

  /** False until it was looked up for the first time: neither "here" nor "missing" can be said. */
  get isKnown(): boolean {
    return this.#held !== null;
  }

  /** An arrow, so that it can be handed on as it is. */
  readonly has = (sha256: string): boolean => this.#held?.has(sha256) ?? false;

  async refresh(): Promise<void> {
    this.#held = await heldHashes();
  }
}

export const heldFiles = new HeldFiles();
