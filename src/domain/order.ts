/** The digits of a place, in the order in which texts compare. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * Places in a list, in order, that come after one text and before another (merge.md 1). Empty is no bound. Where
 * nothing fits between, as between two equal places, they come right after the first.
 */
export function positionsBetween(before: string, after: string, howMany: number): readonly string[] {
  if (howMany <= 0) return [];
  const middle = positionBetween(before, after);
  const left = Math.floor((howMany - 1) / 2);
  return [
    ...positionsBetween(before, middle, left),
    middle,
    ...positionsBetween(middle, after, howMany - 1 - left),
  ];
}

/** One place between two. */
function positionBetween(before: string, after: string): string {
  if (after !== '' && before >= after) return `${before}${DIGITS[DIGITS.length / 2] ?? ''}`;
  let shared = '';
  for (let at = 0; ; at++) {
    const low = digitAt(before, at, 0);
    const high = shared === after.slice(0, at) ? digitAt(after, at, DIGITS.length) : DIGITS.length;
    if (high - low > 1) return shared + (DIGITS[Math.floor((low + high) / 2)] ?? '');
    shared += DIGITS[low] ?? '';
  }
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

/** Where each thing stands now. */
export type PosOf = (entity: string) => string;

/**
 * The new places that put something before another one of a list; or last, with null. `ids` is the list as it
 * stands, with or without it. Where nothing fits between the neighbours, because they have one place or none,
 * the whole list gets new places.
 */
export function placesBefore(
  ids: readonly string[],
  moved: string,
  before: string | null,
  posOf: PosOf,
): readonly Placed[] {
  const others = ids.filter((id) => id !== moved);
  const at = before !== null && others.includes(before) ? others.indexOf(before) : others.length;
  const [previous, next] = [others[at - 1], others[at]];
  const [low, high] = [placeOf(previous, posOf), placeOf(next, posOf)];
  if (!isRoomBetween(low, high)) return placedAnew(others.toSpliced(at, 0, moved), '', '');
  return placedAnew([moved], low === OPEN ? '' : low, high === OPEN ? '' : high);
}

function isRoomBetween(low: string | null, high: string | null): boolean {
  return low !== '' && high !== '' && (low === OPEN || high === OPEN || low < high);
}

/** No neighbour on that side. */
const OPEN = null;

/** Empty for something of the list that has no place yet: those go last. */
function placeOf(id: string | undefined, posOf: PosOf): string | null {
  return id === undefined ? OPEN : posOf(id);
}

function placedAnew(ids: readonly string[], low: string, high: string): readonly Placed[] {
  const places = positionsBetween(low, high, ids.length);
  return ids.map((entity, place) => ({ entity, pos: places[place] ?? '' }));
}
