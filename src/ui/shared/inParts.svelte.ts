import { inTurn } from './frames';

/** Of so many things how many are drawn: some at first, `part` more in each turn, until all of them stand there. */
export function countInParts(
  all: () => number,
  part: number,
  atFirst = part,
  question: () => unknown = () => null,
): { readonly count: number; readonly isWhole: boolean } {
  let count = $derived.by(() => {
    void question();
    return atFirst;
  });
  const isWhole = $derived(count >= all());
  $effect(() => {
    if (isWhole) return;
    void count;
    return inTurn(() => (count += part));
  });
  return {
    get count() {
      return count;
    },
    get isWhole() {
      return isWhole;
    },
  };
}

/**
 * Of a list what is drawn: `part` of it at first, as much again in each turn, until all of it stands there; the list of
 * another `question` is drawn from its beginning.
 */
export function inParts<T>(
  all: () => readonly T[],
  part: number,
  question: () => unknown = () => null,
): { readonly drawn: readonly T[]; readonly isWhole: boolean } {
  const parts = countInParts(() => all().length, part, part, question);
  const drawn = $derived(all().slice(0, parts.count));
  return {
    get drawn() {
      return drawn;
    },
    get isWhole() {
      return parts.isWhole;
    },
  };
}
