import { DELETED, kindOf } from '../../domain/entities';
import type { IsoDay } from '../../domain/isoDay';
import type { TargetUnit } from '../../domain/report';
import { COME_BACK, wayBack } from '../save';
import type { FieldEdit } from '../save';
import { bookkeeping, rememberedKeys } from './bookkeeping';
import type { Difference, FieldChange, Hold } from './changes';
import type { Comparison } from './comparison';
import { changeOf, isOfClosed } from './holds';
import type { HoldChoices, LastSaid } from './holds';
import type { BlobRow } from '../../storage/database';
import type { MatchedBy } from './matchRows';
import { withOwnDays } from './sharedDays';
import { standingWords } from './weighMatrix';
import type { PartWords, Weighed, WeighedRow } from './weighMatrix';

/**
 * What becomes of a row: it is the same, changes something, is new, comes back; or it waits for a person to say
 * whether it is an indicator that it resembles, or whether what was taken out comes back; or all that it changes is
 * held.
 */
export type RowFate = 'same' | 'changed' | 'new' | 'restored' | 'unsure' | 'removed' | 'held';

export interface RowUpdate {
  /** As in the spreadsheet, from 1. */
  readonly sourceRow: number;
  readonly fate: RowFate;
  /** As the file says them. */
  readonly words: PartWords;
  /** The indicator of the plan that it is, or may be; null for a new one. */
  readonly indicatorId: string | null;
  readonly matchedBy: MatchedBy | null;
  /** From 0 to 1, for a row that is only likely to be that indicator. */
  readonly likeness: number | null;
  /** That indicator as the plan says it; null for a new one, and where the row says it in the same words. */
  readonly planWords: PartWords | null;
  /** It carries the id of another row, as one that was copied in the spreadsheet does. */
  readonly isCopied: boolean;
  /** What its target and its results count. */
  readonly targetUnit: TargetUnit;
  readonly changes: readonly FieldChange[];
}

/** An indicator of the plan that the file does not have: it is left alone. */
export interface MissingRow {
  readonly indicatorId: string;
  readonly words: PartWords;
}

export interface UpdatePreview {
  readonly copy: string;
  /** How many changes the copy held then: with more it is another plan that was compared. */
  readonly count: number;
  readonly file: string;
  readonly sha256: string;
  /** The one that the matrix is reported for. */
  readonly cut: IsoDay;
  /** The file itself, which is kept in place of the one before. */
  readonly original?: BlobRow;
  readonly lateReason: string;
  readonly rows: readonly RowUpdate[];
  readonly missing: readonly MissingRow[];
  /** What the lines above the table say otherwise of the plan. */
  readonly head: readonly FieldChange[];
  readonly counts: UpdateCounts;
  /** All that is written: what is of no closed period, and what is. */
  readonly edits: readonly FieldEdit[];
  readonly lateEdits: readonly FieldEdit[];
}

export interface UpdateCounts {
  /** Rows by what becomes of them. */
  readonly rows: Readonly<Record<RowFate, number>>;
  readonly missing: number;
  /** Changes that are not written, by what holds them. */
  readonly held: Readonly<Record<Hold, number>>;
  /** Changes that are written. */
  readonly written: number;
}

interface About {
  readonly copy: string;
  readonly count: number;
  readonly sha256: string;
  readonly choices: HoldChoices;
  readonly lastSaid: LastSaid;
  /** The very file that was written into the plan last. */
  readonly isLastFile: boolean;
}

/** What is shown of an update, and exactly what it writes. */
export function previewOf(
  weighed: Weighed,
  { copy, count, sha256, choices, lastSaid, isLastFile }: About,
): UpdatePreview {
  const { comparison, missing } = weighed;
  const periods = periodsAfter(weighed, choices);
  const holding = { comparison, choices, periods };
  // A row that carries our id left this plan after all that was written into it, unless it was written itself.
  const changesOf = (all: readonly Difference[], isById: boolean) =>
    all.map((one) => changeOf({ ...holding, lastSaid: isById && !isLastFile ? null : lastSaid }, one));
  const head = changesOf(weighed.head, comparison.said.isOwn);
  const rows = weighed.rows.map((row) => ({
    row,
    changes: changesOf(row.differences, comparison.said.isOwn || row.matchedBy === 'id'),
  }));
  const shown = rows.map(({ row, changes }) => rowUpdate(weighed, row, changes));
  const all = [...head, ...rows.flatMap(({ changes }) => changes)];
  const written = all.filter(({ hold }) => hold === null);
  const edits = withOwnDays(comparison, rows, [
    ...weighed.rows.flatMap(({ made }) => made),
    ...written.flatMap((one) => one.edits),
  ]);
  const keys = rememberedKeys(weighed);
  const isUpdate = edits.length > 0;
  const complete = [...edits, ...keys, ...(isUpdate ? bookkeeping(weighed, touchedRows(rows)) : [])];
  const parted = byCut(comparison, [...complete, ...comingBack(comparison, complete)]);
  const lateReason = choices.lateReason.trim();
  // What comes back with its row says something of a closed period too, and nothing is said of that without a reason.
  const unexplained = new Set(lateReason === '' ? parted.lateEdits.map(({ entity }) => entity) : []);
  const counts = countsOf(shown, all, missing.length);
  return {
    copy,
    count,
    file: comparison.reading.file,
    sha256,
    cut: comparison.cut,
    lateReason,
    rows: shown,
    missing: missing.map((indicatorId) => ({ indicatorId, words: standingWords(comparison, indicatorId) })),
    head,
    counts: { ...counts, held: { ...counts.held, closed: counts.held.closed + unexplained.size } },
    edits: parted.edits,
    lateEdits: lateReason === '' ? [] : parted.lateEdits,
  };
}

/** The plan's own periods, and those of a calendar that it takes over from the file. */
function periodsAfter({ comparison, head }: Weighed, { left }: HoldChoices) {
  const isTaken = head.some(({ field, entity }) => {
    return field === 'calendar' && !left.includes(`${entity} ${field}`);
  });
  return isTaken ? new Set(comparison.reading.periods.map(({ id }) => id)) : comparison.planPeriods;
}

function rowUpdate(weighed: Weighed, weighedRow: WeighedRow, changes: readonly FieldChange[]): RowUpdate {
  const { row, matchedBy } = weighedRow;
  const proposal = weighed.matching.proposed.get(row.sourceRow);
  const indicatorId =
    proposal?.indicatorId ?? weighed.matching.matched.get(row.sourceRow)?.indicatorId ?? null;
  return {
    sourceRow: row.sourceRow,
    fate: fateOf(weighedRow, changes),
    words: {
      item: row.itemNumber,
      activity: row.activityName,
      deliverable: row.deliverable,
      indicator: row.indicatorName,
    },
    indicatorId,
    matchedBy,
    likeness: proposal?.score ?? null,
    planWords:
      indicatorId === null || matchedBy === 'sourceKey'
        ? null
        : standingWords(weighed.comparison, indicatorId),
    isCopied: weighed.matching.copied.has(row.sourceRow),
    targetUnit: row.targetUnit,
    changes,
  };
}

function fateOf({ waiting, isNew, isRestored }: WeighedRow, changes: readonly FieldChange[]): RowFate {
  if (waiting) return waiting;
  if (isNew) return 'new';
  if (isRestored) return 'restored';
  if (changes.some(({ hold }) => hold === null)) return 'changed';
  // A blank that is kept is no disagreement.
  return changes.some(({ hold }) => hold !== 'blank') ? 'held' : 'same';
}

const NO_ROWS: UpdateCounts['rows'] = {
  same: 0,
  changed: 0,
  new: 0,
  restored: 0,
  unsure: 0,
  removed: 0,
  held: 0,
};
const NOTHING_HELD: UpdateCounts['held'] = {
  blank: 0,
  conflict: 0,
  closed: 0,
  otherPeriod: 0,
  unchangedInFile: 0,
  removed: 0,
  left: 0,
};

function countsOf(
  rows: readonly RowUpdate[],
  changes: readonly FieldChange[],
  missing: number,
): UpdateCounts {
  const [fates, held] = [{ ...NO_ROWS }, { ...NOTHING_HELD }];
  for (const { fate } of rows) fates[fate] += 1;
  for (const { hold } of changes) if (hold) held[hold] += 1;
  return { rows: fates, held, missing, written: changes.filter(({ hold }) => hold === null).length };
}

function touchedRows(
  rows: readonly { readonly row: WeighedRow; readonly changes: readonly FieldChange[] }[],
): ReadonlySet<string> {
  const touched = rows.filter(
    ({ row, changes }) => row.made.length > 0 || changes.some(({ hold }) => hold === null),
  );
  return new Set(touched.map(({ row }) => row.indicator));
}

/** What has one id for everybody, was deleted and is written again, comes back. */
function comingBack({ standing }: Comparison, edits: readonly FieldEdit[]): readonly FieldEdit[] {
  const written = new Set(edits.map(({ entity }) => entity));
  const back = new Set(edits.filter(({ field }) => field === DELETED).map(({ entity }) => entity));
  return [...written].flatMap((id) => {
    const known = standing.entities.get(id);
    const isBack = back.has(id) || !COME_BACK.includes(kindOf(id));
    return known && standing.deleted.has(id) && !isBack ? [wayBack(id, known)] : [];
  });
}

/** An entity is written in one commit, so that undoing that takes all of it back. */
function byCut(
  comparison: Comparison,
  edits: readonly FieldEdit[],
): Pick<UpdatePreview, 'edits' | 'lateEdits'> {
  const late = new Set(
    edits.filter((edit) => isOfClosed(comparison, { edits: [edit] })).map(({ entity }) => entity),
  );
  return {
    edits: edits.filter(({ entity }) => !late.has(entity)),
    lateEdits: edits.filter(({ entity }) => late.has(entity)),
  };
}
