import { comparable } from '../../domain/comparable';
import type { Plan } from '../../domain/model';
import type { LoggedChange } from '../../state/changeLog.svelte';
import { newPlace } from '../shared/listPlace';
import type { ListPlace } from '../shared/listPlace';
import type { ChangeTeller } from './changeFacts';
import { NO_FILTER, passes } from './changeFilter';
import type { ChangeFilter } from './changeFilter';

/** A change of two lines and who made it. */
const ROW_HEIGHT = 104;
/** How long the page may be kept busy at once. */
const SLICE_MS = 12;
const CHECKED_AT_ONCE = 200;

/** What is looked for in the history, and what was found: slice by slice, so that the page answers meanwhile. */
export class HistoryView {
  filter = $state.raw<ChangeFilter>(NO_FILTER);
  words = $state('');
  #found = $state.raw<readonly LoggedChange[] | null>(null);
  #question = $state.raw('');
  #isSearching = $state(false);
  #turn = 0;
  readonly place: ListPlace = newPlace(ROW_HEIGHT);

  /** Null until something was looked for. */
  get found(): readonly LoggedChange[] | null {
    return this.#found;
  }

  /** What the rows answer. */
  get question(): string {
    return this.#question;
  }

  get isSearching(): boolean {
    return this.#isSearching;
  }

  /** How many filters are in use. */
  get used(): number {
    return Object.values(this.filter).filter((one) => one !== '').length;
  }

  clear(): void {
    [this.filter, this.words] = [NO_FILTER, ''];
  }

  /** Looks through all changes for what is asked now. A later search ends one that is under way. */
  async search(all: readonly LoggedChange[], plan: Plan, teller: ChangeTeller): Promise<void> {
    const turn = ++this.#turn;
    const question = JSON.stringify([this.filter, this.words]);
    const wanted = comparable(this.words).split(' ').filter(Boolean);
    const isAsked = passes(this.filter, plan);
    this.#isSearching = true;
    const found: LoggedChange[] = [];
    let until = performance.now() + SLICE_MS;
    for (const [at, change] of all.entries()) {
      if (isAsked(change) && wanted.every((word) => teller.textOf(change).includes(word))) found.push(change);
      if (at % CHECKED_AT_ONCE > 0 && wanted.length === 0) continue;
      if (performance.now() < until) continue;
      await nextTask();
      if (turn !== this.#turn) return;
      until = performance.now() + SLICE_MS;
    }
    [this.#found, this.#question, this.#isSearching] = [found, question, false];
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
