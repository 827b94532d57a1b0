import { inTurn } from './frames';

/** Of a list what is drawn: `part` of it at first, as much again in each turn, until all of it stands there. */
export function inParts<T>(
  all: () => readonly T[],
  part: number,
): { readonly drawn: readonly T[]; readonly isWhole: boolean } {
  let count = $state(part);
  const drawn = $derived(all().slice(0, count));
  const isWhole = $derived(count >= all().length);
  $effect(() => {
    if (isWhole) return;
    void count;
    return inTurn(() => (count += part));
  });
  return {
    get drawn() {
      return drawn;
    },
    get isWhole() {
      return isWhole;
    },
  };
}
