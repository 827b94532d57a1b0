import type { TargetUnit } from '../../domain/report';
import { fieldWords } from '../../text/fieldNames';
import { shortPeriodName } from '../../text/format';
import { valueWords } from '../../text/history';
import { holdWords, update } from '../../text/matrixUpdate';
import type { ReadTable, UpdateChoices, UpdatePreview } from './reading';

/** A row of the matrix beside the plan. */
export type RowUpdate = UpdatePreview['rows'][number];
type FieldChange = RowUpdate['changes'][number];

/** A field that the matrix and the plan do not say alike, in words. */
export interface ChangeLine {
  readonly key: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly hold: FieldChange['hold'];
  /** Why it is not written; '' where it is. */
  readonly held: string;
  /** A person may say that it is written, or that it is not; others are held by more than a wish. */
  readonly isChoice: boolean;
  readonly isWritten: boolean;
}

/** A row of the matrix with what it changes. */
export interface RowLines {
  readonly words: string;
  readonly note: string;
  readonly lines: readonly ChangeLine[];
}

/** The rows that change something or that are new, in the order of the matrix. */
export function changedRows({ rows }: UpdatePreview): readonly RowUpdate[] {
  return rows.filter(
    ({ fate, changes }) => fate !== 'unsure' && fate !== 'removed' && (fate !== 'same' || changes.length > 0),
  );
}

/** What a row changes, in words. */
export function rowLines(row: RowUpdate, reading: ReadTable): RowLines {
  return {
    words: partWords(row.words),
    note: noteOf(row),
    lines: row.changes.map((change) => changeLine(change, reading, row.targetUnit)),
  };
}

/** What the lines above the table say otherwise of the plan. */
export function headLines({ head }: UpdatePreview, reading: ReadTable): readonly ChangeLine[] {
  return head.map((change) => changeLine(change, reading, 'count'));
}

/** A row in as few words as tell it: its activity, and what is measured of it. */
export function partWords({ activity, deliverable, indicator }: RowUpdate['words']): string {
  return [activity, indicator || deliverable].filter(Boolean).join(' · ');
}

/** The choices after a line was ticked or not. */
export function withLine(
  choices: UpdateChoices,
  { key, isWritten, hold }: Pick<ChangeLine, 'key' | 'isWritten' | 'hold'>,
): UpdateChoices {
  const without = (keys: readonly string[]) => keys.filter((one) => one !== key);
  if (isWritten) return { ...choices, left: [...without(choices.left), key], taken: without(choices.taken) };
  const taken = hold === 'unchangedInFile' ? [...without(choices.taken), key] : choices.taken;
  return { ...choices, left: without(choices.left), taken };
}

function changeLine(change: FieldChange, reading: ReadTable, unit: TargetUnit): ChangeLine {
  const { key, hold } = change;
  return {
    key,
    what: whatChanges(change, reading),
    before: sideWords(change, change.before, unit),
    after: sideWords(change, change.after, unit),
    hold,
    held: hold === null ? '' : holdWords[hold],
    isChoice: hold === null || hold === 'left' || hold === 'unchangedInFile',
    isWritten: hold === null,
  };
}

function whatChanges({ field, entity, period }: FieldChange, { periods, calendar }: ReadTable): string {
  const name = fieldWords(field, entity);
  if (period === null) return name;
  const known = periods.find(({ id }) => id === period);
  const when = known ? shortPeriodName(known, calendar) : update.period(period);
  return `${when}: ${name.toLowerCase()}`;
}

function sideWords({ field }: FieldChange, value: unknown, unit: TargetUnit): string {
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(String).join(', ');
  return valueWords(field, value ?? (field === 'report' ? null : ''), unit);
}

function noteOf({ fate, isCopied }: RowUpdate): string {
  if (isCopied) return update.copiedRow;
  if (fate === 'new') return update.newRow;
  return fate === 'restored' ? update.restoredRow : '';
}
