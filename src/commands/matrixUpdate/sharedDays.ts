import { textOf } from '../../domain/fields';
import type { MatrixRow } from '../../formats/matrix/reading';
import type { Json } from '../../log/json';
import type { FieldEdit } from '../save';
import { editOver, keyOfChange } from './changes';
import type { FieldChange } from './changes';
import { before, isInConflict, isKnown, madeValue, placeOf } from './comparison';
import type { Comparison } from './comparison';
import { isEmptyValue, sameValue } from './sameValue';

/** What an indicator has of its own only where it is not its activity's. */
export const SHARED_FIELDS = ['start', 'end', 'blockedBy'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

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

/** What a row says of its indicator. */
export function saidOfRow(row: MatrixRow, field: SharedField): Json {
  return field === 'blockedBy' ? row.own?.indicatorBlockedBy || null : row[field];
}

/** What stands for an indicator: its own, or else that of the activity that it is under. */
export function standsFor(comparison: Comparison, indicator: string, field: SharedField): Json {
  const own = before(comparison, indicator, field);
  if (!isEmptyValue(field, own)) return own;
  return before(comparison, textOf(before(comparison, indicator, 'activity')), field);
}

/** A row with what becomes of its changes. */
interface SettledRow {
  readonly row: { readonly row: MatrixRow; readonly indicator: string; readonly waiting: string | null };
  readonly changes: readonly FieldChange[];
}

/**
 * The edits of an update, with what indicators have of their own once its activities are written: what is shown of an
 * indicator holds whatever becomes of its activity, and what is its activity's is not kept twice.
 */
export function withOwnDays(
  comparison: Comparison,
  rows: readonly SettledRow[],
  edits: readonly FieldEdit[],
): readonly FieldEdit[] {
  const written = new Map(edits.map((edit) => [keyOfChange(edit), edit.value]));
  const after = (entity: string, field: string): Json => {
    const value = written.get(keyOfChange({ entity, field }));
    return value === undefined ? before(comparison, entity, field) : value;
  };
  const own = new Map<string, FieldEdit>();
  for (const settled of rows) {
    const { indicator } = settled.row;
    for (const field of SHARED_FIELDS) {
      const wanted = wantedFor(comparison, settled, field);
      if (isEmptyValue(field, wanted)) continue;
      const shared = after(textOf(after(indicator, 'activity')), field);
      const value = sameValue(field, wanted, shared) ? null : wanted;
      const edit = editOver(comparison.standing, indicator, field, value);
      own.set(keyOfChange(edit), edit);
    }
  }
  const isNews = ({ entity, field, value }: FieldEdit) =>
    !sameValue(field, before(comparison, entity, field), value);
  const others = [...own].flatMap(([key, edit]) => (!written.has(key) && isNews(edit) ? [edit] : []));
  return [...edits.map((edit) => own.get(keyOfChange(edit)) ?? edit), ...others];
}

/** What an indicator is to have, as it is shown; null where it goes with its activity. */
function wantedFor(
  comparison: Comparison,
  { row: { row, indicator, waiting }, changes }: SettledRow,
  field: SharedField,
): Json {
  if (waiting || !row.isIndicator || isInConflict(comparison, indicator, field)) return null;
  const said = saidOfRow(row, field);
  if (!isKnown(comparison, indicator)) return said;
  const change = changes.find((one) => one.entity === indicator && one.field === field);
  if (change?.hold === null) return change.after;
  if (!isEmptyValue(field, before(comparison, indicator, field))) return null;
  const stands = standsFor(comparison, indicator, field);
  return change || sameValue(field, said, stands) ? stands : null;
}
