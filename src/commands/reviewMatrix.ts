import { boardFacts } from '../domain/board';
import { evaluate } from '../domain/evaluate';
import type { Finding } from '../domain/findings/finding';
import type { Plan } from '../domain/model';
import { planTableOf } from '../domain/planTable';
import { unmeasuredActivities } from '../domain/unmeasured';
import type { CellFinding } from '../formats/matrix/findings';
import type { MatrixReading, MatrixRow } from '../formats/matrix/reading';
import type { MatrixPreview } from './importMatrix';
import type { MatrixChoices } from './matrixEntities';
import type { FieldChange } from './matrixUpdate/changes';
import type { RowUpdate, UpdatePreview } from './matrixUpdate/previewOf';

/** A reading without its rows and what was noted of their cells. */
export type ReadingFacts = Omit<MatrixReading, 'rows' | 'findings' | 'annexes'>;

/** A finding of the plan that a matrix makes, with the rows of the file behind it; none for what is of the whole plan. */
export interface FoundInPlan {
  readonly finding: Finding;
  readonly rows: readonly number[];
}

/** What was noted of a cell, with the id of the repair that settles it where the file itself proves one. */
export interface FoundInCell {
  readonly finding: CellFinding;
  readonly repair: string | null;
}

/** What is shown of a matrix as a person settled it, before anything is written. Crosses from the worker. */
export interface ReviewedMatrix {
  /** What it was settled by. */
  readonly choices: MatrixChoices;
  /** What can be repaired is asked of the reading as it was. */
  readonly reading: Omit<ReadingFacts, 'repairs'>;
  /** The first rows, as many as were asked for. */
  readonly rows: readonly MatrixRow[];
  /** Of the whole: rows, rows with a printed result, and what they make. */
  readonly counts: {
    readonly rows: number;
    readonly statedRows: number;
    readonly items: number;
    readonly indicators: number;
    /** Activities without any indicator. */
    readonly unmeasured: number;
  };
  /** Places of the periods in which some row reports a zero. */
  readonly periodsWithZero: readonly number[];
  readonly foundInPlan: readonly FoundInPlan[];
  readonly foundInCells: readonly FoundInCell[];
  /** The ids of the repairs that the file itself proves. */
  readonly safe: readonly string[];
  /** Percents of the plan that would be made, at the chosen cut. */
  readonly overall: { readonly real: number | null; readonly expected: number | null };
}

/** A field that is said otherwise, without what only its writing needs. */
type ShownChange = Omit<FieldChange, 'edits'>;

/** What an update would do, without what only its writing needs. */
export interface ShownUpdate extends Omit<
  UpdatePreview,
  'rows' | 'head' | 'edits' | 'lateEdits' | 'original'
> {
  readonly rows: readonly (Omit<RowUpdate, 'changes'> & { readonly changes: readonly ShownChange[] })[];
  readonly head: readonly ShownChange[];
  /** How many values are written: of no closed period, and of one. */
  readonly edits: number;
  readonly lateEdits: number;
}

export function factsOf({ rows, findings, annexes, ...facts }: MatrixReading): ReadingFacts {
  return facts;
}

/** What is shown of a preview that was made by these choices, with so many of its rows. */
export function reviewOf(
  { reading, plan, findings, repairOf, safe }: MatrixPreview,
  choices: MatrixChoices,
  shownRows: number,
): ReviewedMatrix {
  const { rows, findings: ofCells } = reading;
  const { repairs, ...facts } = factsOf(reading);
  const rowsOf = sourceRowsOf(rows, plan);
  const { overall } = boardFacts(plan, evaluate(planTableOf(plan), choices.cut));
  return {
    choices,
    reading: facts,
    rows: rows.slice(0, shownRows),
    counts: {
      rows: rows.length,
      statedRows: rows.filter(({ stated }) => stated).length,
      items: plan.items.length,
      indicators: plan.indicators.length,
      unmeasured: unmeasuredActivities(plan).length,
    },
    periodsWithZero: facts.periods.flatMap((_period, at) =>
      rows.some((row) => isZeroAt(row, at)) ? [at] : [],
    ),
    foundInPlan: findings.map((finding) => ({ finding, rows: rowsOf(finding) })),
    foundInCells: ofCells.map((finding) => {
      const repair = repairOf(finding);
      return { finding, repair: repair?.isSafe ? repair.id : null };
    }),
    safe,
    overall: { real: overall.value, expected: overall.expected.value },
  };
}

/** What crosses of an update: what it says, and of what it writes only how much. */
export function shownUpdate({
  rows,
  head,
  edits,
  lateEdits,
  original,
  ...shown
}: UpdatePreview): ShownUpdate {
  return {
    ...shown,
    rows: rows.map((row) => ({ ...row, changes: row.changes.map(shownChange) })),
    head: head.map(shownChange),
    edits: edits.length,
    lateEdits: lateEdits.length,
  };
}

function shownChange({ edits, ...change }: FieldChange): ShownChange {
  return change;
}

/** Whether a row reports a zero in the period at this place. */
function isZeroAt({ values }: Pick<MatrixRow, 'values'>, at: number): boolean {
  const report = values[at];
  return report?.k === 'value' && report.v === 0;
}

/** Ties the plan's entities to the rows they were read from: its indicators go in the order of their rows. */
function sourceRowsOf(all: readonly MatrixRow[], plan: Plan): (finding: Finding) => readonly number[] {
  const rows = all.filter(({ isIndicator }) => isIndicator);
  const rowsOf = new Map<string, number[]>();
  plan.indicators.forEach(({ id, item }, at) => {
    const row = rows[at]?.sourceRow;
    if (row === undefined) return;
    rowsOf.set(id, [row]);
    const ofItem = rowsOf.get(item.id);
    if (ofItem) ofItem.push(row);
    else rowsOf.set(item.id, [row]);
  });
  const found = (ids: readonly string[]) => ids.flatMap((id) => rowsOf.get(id) ?? []);
  return (finding) => found('indicators' in finding ? finding.indicators : [finding.entity]);
}
