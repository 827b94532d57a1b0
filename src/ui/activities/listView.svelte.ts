import type { IndicatorFigure } from '../../domain/figure';
import { newPlace } from '../shared/listPlace';
import { isNarrowed, matches } from './listFilter';
import type { Chosen } from './listFilter';
import { wantedWords, withWords } from './searchWords';

/** A card of two lines of title, with the room under it. */
const CARD_HEIGHT = 144;

/** What a person looks for in the list and where they are in it; it outlives the list, which a phone takes away. */
export class ListView {
  words = $state('');
  chosen = $state.raw<Chosen>({});
  readonly place = newPlace(CARD_HEIGHT);
  #fromAddress = '';
  #wanted = $derived(wantedWords(this.words));

  /** Another question is read from the top. */
  get question(): string {
    return JSON.stringify([this.#wanted, this.chosen]);
  }

  get isNarrowed(): boolean {
    return this.#wanted.length > 0 || isNarrowed(this.chosen);
  }

  /** Takes what a link to the list asks for, once; an address that asks for nothing changes nothing. */
  follow(query: string): void {
    if (query === '' || query === this.#fromAddress) return;
    this.#fromAddress = query;
    this.chosen = Object.fromEntries(new URLSearchParams(query));
  }

  clear(): void {
    this.words = '';
    this.chosen = {};
  }

  /** Those that answer, in the order given. */
  found(figures: readonly IndicatorFigure[]): readonly IndicatorFigure[] {
    const chosen = this.chosen;
    const found = withWords(figures, this.#wanted);
    return isNarrowed(chosen) ? found.filter((one) => matches(one, chosen)) : found;
  }

  /** Where what is missing is looked for: those that would answer but that their reports are in. */
  foundReported(figures: readonly IndicatorFigure[]): readonly IndicatorFigure[] {
    const chosen = { ...this.chosen, missing: '' };
    return this.chosen.missing
      ? withWords(figures, this.#wanted).filter((one) => matches(one, chosen) && one.missing.length === 0)
      : [];
  }

  lookBeyondMissing(): void {
    this.chosen = { ...this.chosen, missing: '' };
  }
}
