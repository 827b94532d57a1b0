import { positionsBetween } from '../../domain/order';
import type { Chance } from '../../domain/order';
import type { MatrixRow } from '../../formats/matrix/reading';
import type { Comparison } from './comparison';
import { placeOf } from './comparison';
import { byPos } from './standing';
import type { StandingPart } from './standing';

/** A part that the matrix has, in the order of its rows, and what it stands under. */
interface Child {
  readonly id: string;
  readonly parent: string;
}

/** The places of what is new, each after what comes before it in the matrix. */
export function placesOfNew(
  comparison: Comparison,
  rows: readonly MatrixRow[],
  chance: Chance,
): ReadonlyMap<string, string> {
  const { items, activities, indicators } = comparison.standing;
  const places = rows.map((row) => placeOf(comparison, row));
  const children = {
    items: places.map(({ item }) => ({ id: item, parent: '' })),
    activities: places.map(({ item, activity }) => ({ id: activity, parent: item })),
    indicators: places.map(({ activity, indicator }) => ({ id: indicator, parent: activity })),
  };
  return new Map([
    ...between(children.items, items, chance),
    ...between(children.activities, activities, chance),
    ...between(children.indicators, indicators, chance),
  ]);
}

function between(
  children: readonly Child[],
  standing: ReadonlyMap<string, StandingPart>,
  chance: Chance,
): ReadonlyMap<string, string> {
  if (children.every(({ id }) => standing.has(id))) return new Map();
  const siblings = siblingsOf(standing);
  const places = new Map<string, string>();
  for (const [parent, ids] of idsByParent(children)) {
    const there = siblings.get(parent) ?? [];
    let last: StandingPart | undefined;
    let run: string[] = [];
    const settle = (): void => {
      const next = there[last ? there.indexOf(last) + 1 : 0]?.pos ?? '';
      const low = last?.pos ?? '';
      const made = positionsBetween(low, next > low ? next : '', run.length, chance);
      run.forEach((id, at) => places.set(id, made[at] ?? ''));
      run = [];
    };
    for (const id of ids) {
      const known = standing.get(id);
      if (!known) run.push(id);
      else if (known.parent === parent) {
        settle();
        last = known;
      }
    }
    settle();
  }
  return places;
}

function siblingsOf(
  standing: ReadonlyMap<string, StandingPart>,
): ReadonlyMap<string, readonly StandingPart[]> {
  const siblings = new Map<string, StandingPart[]>();
  for (const part of [...standing.values()].sort(byPos)) {
    const known = siblings.get(part.parent);
    if (known) known.push(part);
    else siblings.set(part.parent, [part]);
  }
  return siblings;
}

function idsByParent(children: readonly Child[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { id, parent } of children) {
    const known = ids.get(parent);
    if (known) known.add(id);
    else ids.set(parent, new Set([id]));
  }
  return ids;
}
