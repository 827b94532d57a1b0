import { onAppended } from '../storage/changes';

/** How many changes each copy holds, as far as it grew since the app was opened, here or in another tab. */
class CopyCounts {
  #counts = $state.raw<ReadonlyMap<string, number>>(new Map());

  constructor() {
    onAppended(({ copy, count }) => (this.#counts = new Map([...this.#counts, [copy, count]])));
  }

  /** Undefined as long as it did not grow. */
  of(copy: string): number | undefined {
    return this.#counts.get(copy);
  }
}

export const copyCounts = new CopyCounts();
