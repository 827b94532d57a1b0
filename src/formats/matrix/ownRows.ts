import { cleanText, dayOf, textOf, writtenIn } from '../cells';
import type { RowIdentity } from './identity';
import { splitList } from './lists';
import type { OwnColumns } from './reading';
import { cellIn, columnOf } from './table';
import type { Table } from './table';
import type { MatrixField } from './columns';
import { readAccumulation, readStage } from './words';

/** The items and activities of our own CSV by their ids, in order of appearance. */
export interface KnownIds {
  readonly items: Map<string, number>;
  readonly activities: Map<string, number>;
}

/** True for a row that left with one of our ids: whatever it says, it is a row of the plan. */
export function isOursIn(table: Table, row: number): boolean {
  return (
    isIndicatorIn(table, row) || isOurActivity(textOf(cellIn(table, row, columnOf(table, 'activityId'))))
  );
}

/** True for one that left as an indicator. */
export function isIndicatorIn(table: Table, row: number): boolean {
  return OUR_INDICATOR.test(textOf(cellIn(table, row, columnOf(table, 'indicatorId'))));
}

/** True for the id that we give to an activity. */
export function isOurActivity(text: string): boolean {
  return OUR_ACTIVITY.test(text);
}

const OUR_INDICATOR = /^ind:[\w-]{1,64}$/;
const OUR_ACTIVITY = /^act:[\w-]{1,64}$/;

/** What only our own CSV says of a row. */
export function readOwnColumns(table: Table, row: number): OwnColumns {
  const text = (field: MatrixField) => writtenIn(cellIn(table, row, columnOf(table, field)));
  const day = (field: MatrixField) => dayOf(cellIn(table, row, columnOf(table, field)))?.day ?? null;
  return {
    itemId: text('itemId'),
    activityId: text('activityId'),
    indicatorId: text('indicatorId'),
    accumulation: readAccumulation(text('accumulation')),
    tags: splitList(text('tags')).flatMap(readTag),
    activityStart: day('activityStart'),
    activityEnd: day('activityEnd'),
    activityBlockedBy: text('activityBlockedBy'),
    indicatorBlockedBy: text('indicatorBlockedBy'),
  };
}

/** A row of our own CSV belongs to what its ids say; nothing is taken from the row above. */
export function identityById(table: Table, row: number, own: OwnColumns, known: KnownIds): RowIdentity {
  const text = (field: MatrixField) => writtenIn(cellIn(table, row, columnOf(table, field)));
  const continuesItem = known.items.has(own.itemId);
  const continuesActivity = known.activities.has(own.activityId);
  return {
    itemIndex: placeIn(known.items, own.itemId),
    activityIndex: own.activityId === '' ? null : placeIn(known.activities, own.activityId),
    continuesItem,
    continuesActivity,
    itemNumber: text('itemNumber'),
    criterion: text('criterion'),
    phvaStage: readStage(text('phvaStage')),
    activityNumber: text('activityNumber'),
    activityName: text('activity'),
    inherited: {},
  };
}

/** `taxonomy=element`, as one text of a list. */
export function writeTag(taxonomy: string, element: string): string {
  return `${taxonomy}=${element}`;
}

function readTag(text: string): OwnColumns['tags'] {
  const [taxonomy = '', ...element] = text.split('=');
  return element.length === 0
    ? []
    : [{ taxonomy: cleanText(taxonomy), element: cleanText(element.join('=')) }];
}

function placeIn(places: Map<string, number>, id: string): number {
  const place = places.get(id) ?? places.size;
  places.set(id, place);
  return place;
}
