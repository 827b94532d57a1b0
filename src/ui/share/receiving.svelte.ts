import { looksLikeMatrix } from '../../commands/looksLikeMatrix';
import { mergeSnapshot, previewSnapshot } from '../../commands/openSnapshot';
import type { MergedSnapshot, SnapshotPreview } from '../../commands/snapshotWork';
import type { Problem } from '../../domain/problem';
import type { Incoming } from '../../state/inbox.svelte';

/** How a file that came stands. */
export type Standing =
  | { readonly k: 'looking' }
  | { readonly k: 'ready'; readonly preview: SnapshotPreview }
  | { readonly k: 'matrix' }
  | { readonly k: 'failed'; readonly problem: Problem }
  | { readonly k: 'merged'; readonly preview: SnapshotPreview; readonly merged: MergedSnapshot };

export interface Received {
  readonly id: number;
  readonly file: File;
  readonly standing: Standing;
}

/** Files of one plan, in the order in which they came. */
export interface OfOnePlan {
  readonly plan: string;
  readonly files: readonly Received[];
}

/** The files that came to Recibir: looked at one after another, merged one after another, each for itself. */
export class Receiving {
  #all = $state.raw<readonly Received[]>([]);
  #done = $state<number | null>(null);
  #last = 0;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #letGo = new Map<number, () => void>();

  readonly looking = $derived(this.#all.filter(({ standing }) => standing.k === 'looking'));
  readonly ready = $derived(this.#all.filter(({ standing }) => standing.k === 'ready'));
  readonly merged = $derived(this.#all.filter(({ standing }) => standing.k === 'merged'));
  readonly refused = $derived(
    this.#all.filter(({ standing }) => standing.k === 'failed' || standing.k === 'matrix'),
  );
  readonly plans = $derived(byPlan(this.#all));

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** How many were merged of those that are being merged now; null while none are. */
  get done(): number | null {
    return this.#done;
  }

  /** Looks at files, in order. */
  look(files: readonly Incoming[]): void {
    const fresh = files.map(({ file, letGo }) => {
      this.#last += 1;
      this.#letGo.set(this.#last, letGo);
      return { id: this.#last, file, standing: { k: 'looking' } as const };
    });
    // What was merged before is told already.
    this.#all = [...this.#all.filter(({ standing }) => standing.k !== 'merged'), ...fresh];
    for (const one of fresh) this.#inTurn(() => this.#lookAt(one));
  }

  /** Merges all that can be, each by itself: one that fails holds back no other. */
  async merge(): Promise<readonly MergedSnapshot[]> {
    const results: MergedSnapshot[] = [];
    this.#done = 0;
    for (const { id, file, standing } of this.ready) {
      if (standing.k !== 'ready') continue;
      const merged = await mergeSnapshot(file);
      if (merged.ok) {
        results.push(merged.value);
        this.#settle(id, { k: 'merged', preview: standing.preview, merged: merged.value });
        this.#release(id);
      } else this.#settle(id, { k: 'failed', problem: merged.problem });
      this.#done += 1;
    }
    this.#done = null;
    if (results.length > 0) this.#lookAgain();
    return results;
  }

  /** Leaves everything as it is. */
  leave(): void {
    for (const { id } of this.#all) this.#release(id);
    this.#all = [];
  }

  /** What rested on a plan that was not here may go on, now that others were merged. */
  #lookAgain(): void {
    for (const one of this.#all) {
      if (one.standing.k !== 'failed' || one.standing.problem.code !== 'deltaWithoutPlan') continue;
      this.#settle(one.id, { k: 'looking' });
      this.#inTurn(() => this.#lookAt(one));
    }
  }

  async #lookAt({ id, file }: Received): Promise<void> {
    const looked = await previewSnapshot(file);
    if (looked.ok) return this.#settle(id, { k: 'ready', preview: looked.value });
    const isForeign = looked.problem.code === 'snapshotForeign';
    const isMatrix = isForeign && (await looksLikeMatrix(file).catch(() => false));
    this.#settle(id, isMatrix ? { k: 'matrix' } : { k: 'failed', problem: looked.problem });
  }

  #settle(id: number, standing: Standing): void {
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, standing } : one));
  }

  #release(id: number): void {
    this.#letGo.get(id)?.();
    this.#letGo.delete(id);
  }

  /** One after another: each may be as large as the memory of a phone allows. */
  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work);
  }
}

function byPlan(all: readonly Received[]): readonly OfOnePlan[] {
  const plans = new Map<string, Received[]>();
  for (const one of all) {
    if (one.standing.k !== 'ready' && one.standing.k !== 'merged') continue;
    const { plan } = one.standing.preview;
    plans.set(plan, [...(plans.get(plan) ?? []), one]);
  }
  return [...plans].map(([plan, files]) => ({ plan, files }));
}
