import type { Plan } from '../domain/model';
import type { Result } from '../domain/problem';
import type { TableChoices } from '../formats/matrix/choices';
import type { SheetOutline } from '../formats/matrix/outline';
import type { MatrixRow } from '../formats/matrix/reading';
import type { Appended } from '../storage/changes';
import type { LoadedMatrix } from './findLoadedMatrix';
import type { MatrixChoices } from './matrixEntities';
import type { MatrixContent } from './matrixWork';
import type { ReadingFacts, ReviewedMatrix, ShownUpdate } from './reviewMatrix';
import type { UpdateChoices } from './updatePlan';

/** What is being done: taking the file apart, or understanding the rows of its table. */
export interface ReadingStep {
  readonly step: 'opening' | 'understanding';
  /** Of the whole, from 0 to 1. */
  readonly fraction: number;
}

/** What was opened: its hash, and the first rows of its sheets. */
export interface Opened {
  readonly sha256: string;
  readonly sheets: readonly SheetOutline[];
}

/** What was written into a copy, for whoever shows it and whoever takes it back. */
export type Written = Appended & { readonly commits: NonNullable<Appended['commits']> };

interface OfTable {
  /** How its table is read. */
  readonly table: TableChoices;
}

interface AsSettled extends OfTable {
  readonly choices: MatrixChoices;
}

interface IntoCopy extends OfTable {
  readonly copy: string;
  readonly choices: UpdateChoices;
}

interface Asked<Takes, Gives> {
  readonly takes: Takes;
  readonly gives: Gives;
}

/**
 * What the page asks about the matrix that is open. Its rows stay with the worker, and so does what would be written:
 * only what is shown of them crosses, so that a long matrix keeps no screen waiting. Each question says all that its
 * answer depends on; what the worker remembers only spares it doing the same again.
 */
export interface MatrixTasks {
  readonly open: Asked<MatrixContent<Uint8Array<ArrayBuffer>>, Opened>;
  readonly read: Asked<OfTable, ReadingFacts>;
  /** With so many of its rows. */
  readonly review: Asked<AsSettled & { readonly rows: number }, ReviewedMatrix>;
  /** The same of a table that was just read: what is reckoned of another meanwhile does not take its place. */
  readonly firstReview: MatrixTasks['review'];
  /** More of its rows, from a place on. */
  readonly rows: Asked<AsSettled & { readonly from: number; readonly count: number }, readonly MatrixRow[]>;
  /** The plan that it would make, to say why its figures are what they are. */
  readonly plan: Asked<AsSettled, Plan>;
  /** The plan on this device that it is of. */
  readonly findLoaded: Asked<
    OfTable & Pick<MatrixChoices, 'title' | 'entityName' | 'isExample'>,
    LoadedMatrix | null
  >;
  readonly compare: Asked<IntoCopy, ShownUpdate>;
  /** Loads it as a plan of its own. Gives the copy's id. */
  readonly load: Asked<AsSettled, string>;
  /** Writes the update that was shown: exactly that one, compared over so many changes of the copy. */
  readonly update: Asked<IntoCopy & { readonly count: number }, Written>;
}

export type MatrixTask = keyof MatrixTasks;

interface TaskKind {
  /** It is about the plans on this device, too. */
  readonly needsPlans?: true;
  readonly writes?: true;
  /** Only the last of those that wait is worth answering. */
  readonly isOfNow?: true;
  /** What takes longer than this is broken; others end by themselves. Milliseconds. */
  readonly timeoutMs?: number;
}

const MINUTE_MS = 60_000;

export const TASKS: Readonly<Record<MatrixTask, TaskKind>> = {
  open: { timeoutMs: MINUTE_MS },
  read: { timeoutMs: MINUTE_MS },
  review: { timeoutMs: MINUTE_MS, isOfNow: true },
  firstReview: { timeoutMs: MINUTE_MS },
  rows: { timeoutMs: MINUTE_MS },
  plan: { timeoutMs: MINUTE_MS },
  findLoaded: { needsPlans: true, isOfNow: true },
  compare: { needsPlans: true, isOfNow: true },
  load: { needsPlans: true, writes: true },
  update: { needsPlans: true, writes: true },
};

export type MatrixRequest = {
  readonly [Task in MatrixTask]: { readonly task: Task; readonly of: MatrixTasks[Task]['takes'] };
}[MatrixTask];

/** What the worker says: how far it is, or the answer to what it was asked. */
export type MatrixMessage = { readonly step: ReadingStep } | { readonly answer: Result<unknown> };

/** Null where it was not answered any more: it was closed, or another question of its kind took its place. */
export type MatrixAnswer<Task extends MatrixTask> = Result<MatrixTasks[Task]['gives']> | null;
