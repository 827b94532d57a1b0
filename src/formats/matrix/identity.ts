import type { PhvaStage } from '../../domain/model';
import type { MatrixField } from './columns';
import type { MatrixRow } from './reading';
import { cellIn, columnOf, placeOf, sourcedText } from './table';
import type { SourcedText, Table } from './table';
import { textOf } from '../cells';
import { readStage, writeStage } from './words';

/** Which item and which activity a row belongs to, and what it took from the row above. */
export type RowIdentity = Pick<
  MatrixRow,
  | 'itemIndex'
  | 'activityIndex'
  | 'continuesItem'
  | 'continuesActivity'
  | 'itemNumber'
  | 'criterion'
  | 'phvaStage'
  | 'activityNumber'
  | 'activityName'
  | 'inherited'
>;

/** How many items and activities there are so far, so that a new one gets the next place. */
export interface Counters {
  items: number;
  activities: number;
}

type Inherited = Partial<Record<MatrixField, 'merge' | 'blank'>>;

/**
 * Reads the identity columns of a row against the row above. Inside a merge a blank is the same as above; a plain
 * blank is taken for the same, and noted. A repeated activity text is another activity (domain.md A6.11).
 */
export function readIdentity(
  table: Table,
  row: number,
  above: RowIdentity | null,
  counters: Counters,
): RowIdentity {
  const inherited: Inherited = {};
  const number = sourcedText(table, row, 'itemNumber');
  const criterion = sourcedText(table, row, 'criterion');
  // The row above, when it belongs to the same item: a blank is never taken from another item.
  const itemAbove = above !== null && isSameItem(table, number, criterion, above) ? above : null;
  const take = (field: MatrixField, own: SourcedText, fromAbove: string | undefined): string =>
    takeOrInherit(table, row, field, own, fromAbove, inherited);
  const activity = sourcedText(table, row, 'activity');
  const activityAbove = activity.source === 'own' ? null : itemAbove;
  const activityName = take('activity', activity, itemAbove?.activityName);
  return {
    ...placesOf(itemAbove, activityAbove, counters),
    itemNumber: take('itemNumber', number, itemAbove?.itemNumber),
    criterion: take('criterion', criterion, itemAbove?.criterion),
    phvaStage: takeStage(table, row, itemAbove, inherited),
    activityNumber: sourcedText(table, row, 'activityNumber').text || activityNumberOf(activityName),
    activityName,
    inherited,
  };
}

/** The label before an activity's text: `4` of `4. Establecimiento…`, `2.1` of `2.1 Hacer…`; '' when there is none. */
export function activityNumberOf(text: string): string {
  const match = /^(\d{1,3}(?:\.\d{1,3})*)(?:\s*[.)°:]|\s+-|(?<=\.\d{1,3})\s)\s*\D/.exec(text);
  return match?.[1] ?? '';
}

function isSameItem(table: Table, number: SourcedText, criterion: SourcedText, above: RowIdentity): boolean {
  const isSameCriterion = criterion.source !== 'own' || criterion.text === above.criterion;
  if (!columnOf(table, 'itemNumber')) return isSameCriterion;
  if (number.source !== 'own') return true;
  return number.text === above.itemNumber && isSameCriterion;
}

function placesOf(itemAbove: RowIdentity | null, activityAbove: RowIdentity | null, counters: Counters) {
  return {
    itemIndex: itemAbove ? itemAbove.itemIndex : counters.items++,
    activityIndex: activityAbove ? activityAbove.activityIndex : counters.activities++,
    continuesItem: itemAbove !== null,
    continuesActivity: activityAbove !== null,
  };
}

/** Without a text above in the same item, a blank stays blank. */
function takeOrInherit(
  table: Table,
  row: number,
  field: MatrixField,
  own: SourcedText,
  fromAbove: string | undefined,
  inherited: Inherited,
): string {
  const column = columnOf(table, field);
  if (own.source === 'merge') inherited[field] = 'merge';
  if (own.source !== 'blank' || !column) return own.text;
  const place = placeOf(table, row, column);
  if (!fromAbove) {
    table.note({ code: 'blankIdentity', place, field });
    return '';
  }
  inherited[field] = 'blank';
  table.note({ code: 'inheritedBlank', place, field, taken: fromAbove });
  return fromAbove;
}

function takeStage(
  table: Table,
  row: number,
  above: RowIdentity | null,
  inherited: Inherited,
): PhvaStage | null {
  const column = columnOf(table, 'phvaStage');
  if (!column) return null;
  const own = sourcedText(table, row, 'phvaStage');
  if (own.source === 'blank') {
    const taken = above?.phvaStage ?? null;
    takeOrInherit(table, row, 'phvaStage', own, taken ? writeStage(taken) : undefined, inherited);
    return taken;
  }
  if (own.source === 'merge') inherited.phvaStage = 'merge';
  const stage = readStage(own.text);
  if (stage === null && textOf(cellIn(table, row, column)) !== '') {
    table.note({ code: 'unreadableStage', place: placeOf(table, row, column) });
  }
  return stage;
}
