import type { MatrixRow } from '../formats/matrix/reading';
import { shortHash } from '../log/hash';
import { key } from './matrixReports';

/** What a row of a matrix is in a plan that stands, by the ids of its parts there. */
export interface RowPlace {
  readonly item: string;
  readonly activity: string;
  readonly indicator: string;
  readonly sourceKey: string;
}

/** By the row of the file; a row without a place gets the ids of an import. */
export type RowPlaces = ReadonlyMap<number, RowPlace>;

/** An id of ours as the file carries it; null for anything else that stands in its cell. */
export function ownId(kind: string, text: string | undefined): string | null {
  return text && new RegExp(`^${kind}:[\\w-]{1,64}$`).test(text) ? text : null;
}

/** The indicator that a row says it is, where the file carries our id of it. */
export function idInFile({ indicatorId }: MatrixRow): string | null {
  return ownId('ind', indicatorId);
}

/** The row's own words, and its place among rows with the same ones, which are counted in `known` (merge.md 1). */
export function sourceKeyOf(known: Map<string, number>, row: MatrixRow): string {
  return numbered(known, key(row.itemNumber, row.activityName, row.deliverable, row.indicatorName));
}

/** Words with their place among the same ones. */
export function numbered(known: Map<string, number>, words: string): string {
  const ordinal = (known.get(words) ?? 0) + 1;
  known.set(words, ordinal);
  return `${words}|${ordinal}`;
}

/** The id that an import gives to an item or an activity of these words, at its place among those of the file. */
export function importedId(kind: 'itm' | 'act', planId: string, words: string, place: number): string {
  return `${kind}:${shortHash(`${planId}|${words}|${place}`)}`;
}

/** The id that an import gives to an indicator. */
export function importedIndicatorId(planId: string, sourceKey: string): string {
  return `ind:${shortHash(`${planId}|${sourceKey}`)}`;
}

/** Rows of the plan's own table that name no activity are each their own. */
export function activityPlace({ activityIndex, sourceRow }: MatrixRow): number {
  return activityIndex ?? -sourceRow;
}

/** A row for an item that has no activities: in our own table without a place for one, elsewhere with nothing else on it. */
export function namesAnItemOnly(row: MatrixRow): boolean {
  const { own, activityIndex, activityName, isIndicator } = row;
  if (activityName !== '' || isIndicator) return false;
  return own === null ? saysItemOnly(row) : activityIndex === null;
}

function saysItemOnly({
  itemNumber,
  criterion,
  phvaStage,
  start,
  end,
  responsible,
  ...row
}: MatrixRow): boolean {
  const hasItem = itemNumber !== '' || criterion !== '';
  const isPlanned = phvaStage !== null || start !== null || end !== null || responsible.length > 0;
  return hasItem && !isPlanned && row.activityNumber === '' && row.budget === null && row.executed === null;
}
