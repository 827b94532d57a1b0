import type { MatrixRow } from '../../formats/matrix/reading';
import { groupBy } from '../../domain/groupBy';
import {
  activityPlace,
  idInFile,
  importedId,
  importedIndicatorId,
  namesAnItemOnly,
  ownId,
} from '../matrixIds';
import type { RowPlace, RowPlaces } from '../matrixIds';
import { key } from '../matrixReports';
import type { Matching } from './matchRows';
import type { SaidFields } from './saidFields';
import { byPos } from './standing';
import type { Standing, StandingPart } from './standing';

/** Rows that belong together in the file, as it says. */
interface Group {
  readonly kind: 'itm' | 'act';
  readonly place: number;
  /** Our own id as the file carries it. */
  readonly own: string | null;
  /** The words by which an import makes an id, and those by which it is compared with the plan. */
  readonly importWords: string;
  readonly words: string;
  /** What its rows stand under in the plan: those that are sure, and those that are only likely. */
  readonly votes: readonly string[];
  readonly weakVotes: readonly string[];
}

/** Says where each row stands, or will stand, in the plan: its item, its activity and its indicator. */
export function placeRows(
  planId: string,
  rows: readonly MatrixRow[],
  standing: Standing,
  { matching, said }: { readonly matching: Matching; readonly said: SaidFields },
): RowPlaces {
  const activities = activityIds(planId, rows, standing, { matching, said });
  const items = said.saysItems
    ? itemIds(planId, rows, standing, activities)
    : itemsAsTheyStand(planId, rows, standing, activities);
  const indicators = indicatorIds(planId, rows, standing, matching);
  const places = new Map<number, RowPlace>();
  for (const row of rows) {
    const at = row.sourceRow;
    const { id = '', sourceKey = '' } = indicators.get(at) ?? {};
    places.set(at, {
      item: items.get(at) ?? '',
      activity: activities.get(at) ?? '',
      indicator: id,
      sourceKey,
    });
  }
  return places;
}

type IdOfRow = ReadonlyMap<number, string>;

function activityIds(
  planId: string,
  rows: readonly MatrixRow[],
  standing: Standing,
  { matching, said }: { readonly matching: Matching; readonly said: SaidFields },
): IdOfRow {
  const { matched, proposed, activities: byId } = matching;
  const { activities, indicators, items } = standing;
  const saysNumber = said.says('itm', 'number');
  const under = (id: string | undefined) => indicators.get(id ?? '')?.parent ?? '';
  const named = rows.filter((row) => !namesAnItemOnly(row));
  const itemNumber = ({ parent }: StandingPart) =>
    saysNumber ? (items.get(parent)?.words.split('|')[0] ?? '') : '';
  const groups = groupsOf(named, activityPlace, (first, all): Group => ({
    kind: 'act',
    place: activityPlace(first),
    own: ownId('act', first.own?.activityId) ?? firstOf(all, ({ sourceRow }) => byId.get(sourceRow)),
    importWords: key(first.activityName),
    words: first.activityName === '' ? '' : key(saysNumber ? first.itemNumber : '', first.activityName),
    votes: all.map(({ sourceRow }) => under(matched.get(sourceRow)?.indicatorId)),
    weakVotes: all.map(({ sourceRow }) => under(proposed.get(sourceRow)?.indicatorId)),
  }));
  const ids = assigned(planId, groups, activities, (one) => `${itemNumber(one)}|${one.words}`);
  return new Map(
    named.map((row) => {
      // Under an activity of the same words a row stays, however the file writes its groups.
      const stands = under(matched.get(row.sourceRow)?.indicatorId);
      const stays = row.own === null && activities.get(stands)?.words === key(row.activityName);
      return [row.sourceRow, stays ? stands : (ids.get(activityPlace(row)) ?? '')];
    }),
  );
}

function itemIds(
  planId: string,
  rows: readonly MatrixRow[],
  { items, activities }: Standing,
  activityOf: IdOfRow,
): IdOfRow {
  const under = (row: MatrixRow) => activities.get(activityOf.get(row.sourceRow) ?? '')?.parent ?? '';
  const wordsOf = (row: MatrixRow) => key(row.itemNumber, row.criterion);
  const placeOf = ({ itemIndex }: MatrixRow) => itemIndex;
  const groups = groupsOf(rows, placeOf, (first, all): Group => ({
    kind: 'itm',
    place: first.itemIndex,
    own: ownId('itm', first.own?.itemId),
    importWords: wordsOf(first),
    words: wordsOf(first) === '|' ? '' : wordsOf(first),
    votes: all.map(under),
    weakVotes: [],
  }));
  const ids = assigned(planId, groups, items, ({ words }) => words);
  return new Map(
    rows.map((row) => {
      const stands = under(row);
      const stays = row.own === null && items.get(stands)?.words === wordsOf(row);
      return [row.sourceRow, stays ? stands : (ids.get(row.itemIndex) ?? '')];
    }),
  );
}

/** A file without a column of items says nothing of them: what is new goes where its neighbour in the file stands. */
function itemsAsTheyStand(
  planId: string,
  rows: readonly MatrixRow[],
  { items, activities }: Standing,
  activityOf: IdOfRow,
): IdOfRow {
  const own = rows.map((row) => activities.get(activityOf.get(row.sourceRow) ?? '')?.parent ?? '');
  const first =
    own.find((item) => item !== '') ??
    [...items.values()].sort(byPos).find(({ isDeleted }) => !isDeleted)?.id ??
    importedId('itm', planId, key('', ''), 0);
  let above = first;
  return new Map(
    rows.map((row, at) => {
      above = own[at] || above;
      return [row.sourceRow, above];
    }),
  );
}

function groupsOf(
  rows: readonly MatrixRow[],
  placeOf: (row: MatrixRow) => number,
  describe: (first: MatrixRow, all: readonly MatrixRow[]) => Group,
): readonly Group[] {
  return [...groupBy(rows, (row) => String(placeOf(row))).values()].flatMap((all) =>
    all[0] ? [describe(all[0], all)] : [],
  );
}

/**
 * Gives each group of the file a part of the plan: by our id, by where most of its rows stand, by its words, and then
 * by those of what was deleted. Groups of the same words that stand in one part share it; any other part is of one
 * group. What is left gets an id of its own.
 */
function assigned(
  planId: string,
  groups: readonly Group[],
  parts: ReadonlyMap<string, StandingPart>,
  wordsOf: (part: StandingPart) => string,
): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  const taken = new Map<string, string>();
  const give = ({ place, importWords }: Group, id: string | undefined | null): void => {
    if (!id || ids.has(place) || taken.has(id)) return;
    ids.set(place, id);
    taken.set(id, importWords);
  };
  const isOneWith = ({ own, importWords: words }: Group, id: string) =>
    own === null && (taken.get(id) === words || parts.get(id)?.words === words);
  const voted = (votes: readonly string[]) => mostOf(votes.filter((id) => parts.has(id) && !taken.has(id)));
  for (const group of groups) give(group, group.own);
  for (const group of groups) give(group, voted(group.votes));
  for (const group of groups.filter(({ place }) => !ids.has(place))) {
    const shared = group.votes.find((id) => isOneWith(group, id));
    if (shared !== undefined) ids.set(group.place, shared);
  }
  const byWords = groupBy([...parts.values()].sort(byPos), wordsOf);
  const worded = (words: string, isDeleted: boolean) =>
    words === ''
      ? undefined
      : byWords.get(words)?.find((part) => part.isDeleted === isDeleted && !taken.has(part.id))?.id;
  for (const group of groups) give(group, worded(group.words, false));
  for (const group of groups) give(group, voted(group.weakVotes));
  for (const group of groups) give(group, worded(group.words, true));
  for (const { kind, importWords, place } of groups) {
    if (ids.has(place)) continue;
    const isFree = (id: string) => !parts.has(id) && !taken.has(id);
    const id = firstFree((again) => importedId(kind, planId, importWords + again, place), isFree);
    ids.set(place, id);
    taken.set(id, importWords);
  }
  return ids;
}

function firstOf(rows: readonly MatrixRow[], idOf: (row: MatrixRow) => string | undefined): string | null {
  return rows.map(idOf).find((id) => id !== undefined) ?? null;
}

function mostOf(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The id by the rule of an import, and by the same rule with a mark where that one is something else already. */
function firstFree(make: (again: string) => string, isFree: (id: string) => boolean): string {
  for (let times = 0; ; times++) {
    const id = make(times === 0 ? '' : `|${times}`);
    if (isFree(id)) return id;
  }
}

/** The indicators that rows are; what is not matched yet gets the id under which it would be made. */
function indicatorIds(
  planId: string,
  rows: readonly MatrixRow[],
  { indicators }: Standing,
  { matched, sourceKeys }: Matching,
): ReadonlyMap<number, Pick<RowPlace, 'sourceKey'> & { readonly id: string }> {
  const taken = new Set([...matched.values()].map(({ indicatorId }) => indicatorId));
  const isFree = (id: string) => !indicators.has(id) && !taken.has(id);
  const ids = new Map<number, { id: string; sourceKey: string }>();
  for (const row of rows) {
    const match = matched.get(row.sourceRow);
    const words = sourceKeys.get(row.sourceRow) ?? '';
    if (match) {
      ids.set(row.sourceRow, { id: match.indicatorId, sourceKey: words });
      continue;
    }
    const own = idInFile(row);
    const sourceKey = firstFree(
      (again) => words + again,
      (made) => isFree(importedIndicatorId(planId, made)),
    );
    const id = own !== null && isFree(own) ? own : importedIndicatorId(planId, sourceKey);
    taken.add(id);
    ids.set(row.sourceRow, { id, sourceKey });
  }
  return ids;
}
