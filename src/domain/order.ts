/** The digits of a place, in the order in which texts compare. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** How many digits of chance end a place: of two tablets that put something there, 1 in 45,000 makes the same one. */
const JITTER = 3;

/** A number from 0 up to, but not, 1. */
export type Chance = () => number;

/**
 * Places in a list, in order, that come after one text and before another (merge.md 1). Empty is no bound. By chance
 * no other tablet makes the same ones.
 */
export function positionsBetween(
  before: string,
  after: string,
  howMany: number,
  chance: Chance,
): readonly string[] {
  if (howMany <= 0) return [];
  const middle = middleOf(before, after) + jitter(chance);
  const left = Math.floor((howMany - 1) / 2);
  return [
    ...positionsBetween(before, middle, left, chance),
    middle,
    ...positionsBetween(middle, after, howMany - 1 - left, chance),
  ];
}

/** The shortest place between two, to which anything may be added. */
function middleOf(before: string, after: string): string {
  let shared = '';
  for (let at = 0; ; at++) {
    const low = digitAt(before, at, 0);
    const high = shared === after.slice(0, at) ? digitAt(after, at, DIGITS.length) : DIGITS.length;
    if (high - low > 1) return shared + (DIGITS[Math.floor((low + high) / 2)] ?? '');
    shared += DIGITS[low] ?? '';
  }
}

/** Never ends in 0: nothing would fit between that and the same place without it. */
function jitter(chance: Chance): string {
  const digits = Array.from({ length: JITTER }, (_, at) => {
    const least = at === JITTER - 1 ? 1 : 0;
    return DIGITS[least + Math.floor(chance() * (DIGITS.length - least))] ?? '';
  });
  return digits.join('');
}

/** The digit at a place of a text; a text that has ended, or that holds anything else, gives the bound. */
function digitAt(text: string, at: number, bound: number): number {
  const digit = at < text.length ? DIGITS.indexOf(text[at] ?? '') : -1;
  return digit < 0 ? bound : digit;
}

/** What gets another place in its list. */
export interface Placed {
  readonly entity: string;
  readonly pos: string;
}

/** Where each thing stands now; empty for what has no place yet, which goes last. */
export type PosOf = (entity: string) => string;

/**
 * The new places that put something before another one of a list; or last, with null. `ids` is the list as it
 * stands, with or without it. Beside it only those get another place that leave no room: those before it that have
 * none, and those after it that have the place of the one before.
 */
export function placesBefore(
  ids: readonly string[],
  moved: string,
  before: string | null,
  { posOf, chance }: { readonly posOf: PosOf; readonly chance: Chance },
): readonly Placed[] {
  const others = ids.filter((id) => id !== moved);
  const at = before !== null && others.includes(before) ? others.indexOf(before) : others.length;
  const posAt = (place: number): string => (others[place] === undefined ? '' : posOf(others[place]));
  const from = others.slice(0, at).findLastIndex((id) => posOf(id) !== '') + 1;
  const low = posAt(from - 1);
  let to = at;
  while (posAt(to) !== '' && posAt(to) <= low) to++;
  const placed = [...others.slice(from, at), moved, ...others.slice(at, to)];
  const places = positionsBetween(low, posAt(to), placed.length, chance);
  return placed.map((entity, place) => ({ entity, pos: places[place] ?? '' }));
}
