import type { MatrixRow } from '../../formats/matrix/reading';
import type { Json } from '../../log/json';
import type { FieldEdit } from '../save';
import { before, isKnown, madeValue, placeOf } from './comparison';
import type { Comparison } from './comparison';
import { isEmptyValue, sameValue } from './sameValue';

/** What an indicator has of its own only where it is not its activity's. */
export type SharedField = 'start' | 'end' | 'blockedBy';

/**
 * What the matrix says of an activity where its rows say it of themselves. A row whose indicator has a day of its own
 * says that one, and nothing of the activity: what stands there stays.
 */
export function saidOfActivity(comparison: Comparison, activity: string, field: SharedField): Json {
  const { said, rowsOf } = comparison;
  if (said.isOwn || field === 'blockedBy' || !isKnown(comparison, activity)) {
    return madeValue(comparison, activity, field);
  }
  const speaking = (rowsOf.get(activity) ?? []).find(
    (row) =>
      !row.isIndicator || isEmptyValue(field, before(comparison, placeOf(comparison, row).indicator, field)),
  );
  return speaking ? speaking[field] : before(comparison, activity, field);
}

/** What is made of a new indicator, with the days that are not those of an activity that stands. */
export function withOwnDays(
  comparison: Comparison,
  row: MatrixRow,
  edits: readonly FieldEdit[],
): readonly FieldEdit[] {
  const { activity } = placeOf(comparison, row);
  if (comparison.said.isOwn || !isKnown(comparison, activity)) return edits;
  return edits.map((edit) => {
    if (edit.field !== 'start' && edit.field !== 'end') return edit;
    const shared = saidOfActivity(comparison, activity, edit.field);
    return { ...edit, value: sameValue(edit.field, row[edit.field], shared) ? null : row[edit.field] };
  });
}
