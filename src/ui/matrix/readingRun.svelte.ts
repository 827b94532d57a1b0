import { openMatrix } from '../../commands/openMatrix';
import type { Watching } from '../../commands/openMatrix';
import { rememberedColumns, rememberedTable } from '../../commands/rememberMapping';
import type { Example } from '../../commands/openExample';
import { success } from '../../domain/problem';
import type { Problem, Result } from '../../domain/problem';
import { notices } from '../../state/notices.svelte';
import { bring, matrixTable } from '../../text/matrixTable';
import { lostMeanings } from './columnMeanings';
import { proposedChoices } from './proposedChoices';
import type { MatrixSource, OpenedMatrix, Reading, ReadingStep, Reviewed, TableChoices } from './reading';

type Phase =
  | { readonly at: 'pick'; readonly problem: Problem | null }
  | { readonly at: 'reading'; readonly step: ReadingStep | null }
  | { readonly at: 'unrecognised'; readonly problem: Problem }
  | ({ readonly at: 'review' } & ReadMatrix);

/** A matrix as read, and what it comes to where nothing is chosen yet. */
export interface ReadMatrix {
  readonly read: Reading;
  readonly first: Reviewed;
}

/** Of a long matrix, how many rows are shown at first, and how many more each time that somebody asks. */
export const PART = 50;

/**
 * One matrix from the file to what was read of it: opened once in its worker, and read again with every choice. What
 * is being reviewed stays until another was read to its end.
 */
export class ReadingRun {
  phase = $state.raw<Phase>({ at: 'pick', problem: null });
  table = $state.raw<TableChoices>({});
  isAgain = $state(false);
  /** How often a choice could not be read: what shows it is drawn anew as it stands. */
  refused = $state(0);
  example = $state.raw<Example | null>(null);
  opened = $state.raw<OpenedMatrix | null>(null);
  /** Another file that is being read while one is reviewed; null while none is. */
  tried = $state.raw<{ readonly step: ReadingStep | null } | null>(null);
  #wanted: TableChoices | null = null;
  #controller: AbortController | null = null;
  readonly #turn: () => Promise<void>;

  /** What was read is shown in its turn: a long answer and the screen that shows it are too much for one frame. */
  constructor(turn = (): Promise<void> => Promise.resolve()) {
    this.#turn = turn;
  }

  async open(source: MatrixSource, example: Example | null = null): Promise<void> {
    this.#controller?.abort();
    const controller = (this.#controller = new AbortController());
    const before = this.phase;
    const isReviewing = before.at === 'review';
    const tell = (step: ReadingStep | null) => {
      if (isReviewing) this.tried = { step };
      else this.phase = { at: 'reading', step };
    };
    tell(null);
    const onprogress = (step: ReadingStep) => {
      if (controller === this.#controller) tell(step);
    };
    await this.#openWith(source, { onprogress, signal: controller.signal }, { isReviewing, example });
    if (controller === this.#controller || this.#controller === null) this.tried = null;
  }

  async #openWith(
    source: MatrixSource,
    watching: Watching,
    { isReviewing, example }: { readonly isReviewing: boolean; readonly example: Example | null },
  ): Promise<void> {
    const opened = await openMatrix(source, watching);
    if (opened === null) return;
    if (!opened.ok) return this.#refuse(opened.problem, isReviewing);
    const first = await firstReading(opened.value, example);
    await this.#turn();
    if (first === null || watching.signal.aborted) return;
    // What is held is let go of when another takes its place, and not when another is only tried.
    this.#controller = null;
    const { table, shown } = first;
    if (isReviewing && !shown.ok) return this.#letGo(opened.value, shown.problem);
    this.#hold(opened.value, table, example);
    this.phase = phaseOf(shown);
    tellRemembered(table);
  }

  #letGo(opened: OpenedMatrix, problem: Problem): void {
    opened.close();
    notices.report(problem);
  }

  #hold(opened: OpenedMatrix, table: TableChoices, example: Example | null): void {
    this.opened?.close();
    this.opened = opened;
    this.table = table;
    this.example = example;
  }

  /**
   * Reads the open file with what a person says of its table; what cannot be read so leaves all as it was. What is
   * said meanwhile is not lost: it is read with the rest.
   */
  async again(change: (table: TableChoices) => TableChoices): Promise<void> {
    const { opened } = this;
    if (!opened) return;
    this.#wanted = change(this.#wanted ?? this.table);
    if (this.isAgain) return;
    this.isAgain = true;
    let table: TableChoices;
    let shown: Result<ReadMatrix> | null;
    do {
      table = this.#wanted;
      shown = await readAndReviewed(opened, table, this.example);
    } while (shown !== null && this.#wanted !== table);
    this.isAgain = false;
    this.#wanted = null;
    if (shown !== null && opened === this.opened) this.#showAgain(table, shown);
  }

  #showAgain(table: TableChoices, shown: Result<ReadMatrix>): void {
    if (!shown.ok) {
      this.refused += 1;
      return notices.report(shown.problem);
    }
    const before = this.phase.at === 'review' ? this.phase.read : null;
    this.table = table;
    this.phase = { at: 'review', ...shown.value };
    const lost = before ? lostMeanings(before, shown.value.read, table.meanings ?? {}) : [];
    notices.tell(lost.length > 0 ? matrixTable.readAgainLosing(lost) : matrixTable.readAgain, 'info');
  }

  /** Leaves the other file; what is reviewed stays. */
  leaveTried(): void {
    this.#controller?.abort();
    this.tried = null;
    notices.tell(bring.cancelled, 'info');
  }

  cancel(): void {
    this.#controller?.abort();
    this.phase = { at: 'pick', problem: null };
    notices.tell(bring.cancelled, 'info');
  }

  /** Lets go of the worker and of the bytes it holds. */
  end(): void {
    this.#controller?.abort();
    this.opened?.close();
    this.opened = null;
  }

  #refuse(problem: Problem, isReviewing: boolean): void {
    if (isReviewing) notices.report(problem);
    else this.phase = { at: 'pick', problem };
  }
}

function phaseOf(shown: Result<ReadMatrix>): Phase {
  return shown.ok ? { at: 'review', ...shown.value } : { at: 'unrecognised', problem: shown.problem };
}

function tellRemembered({ meanings = {} }: TableChoices): void {
  const remembered = Object.keys(meanings).length;
  if (remembered > 0) notices.tell(matrixTable.remembered(remembered), 'info');
}

/** The table as it is found, or as a person once said of a table like it; null when it was cancelled. */
async function firstReading(
  opened: OpenedMatrix,
  example: Example | null,
): Promise<{ readonly table: TableChoices; readonly shown: Result<ReadMatrix> } | null> {
  const found = await opened.ask('read', { table: {} });
  if (found === null) return null;
  const remembered = found.ok ? await rememberedOf(found.value) : await rememberedTable(opened.sheets);
  const again = remembered && (await readAndReviewed(opened, remembered, example));
  if (remembered && again?.ok) return { table: remembered, shown: again };
  const shown = await readAndReviewed(opened, {}, example);
  return shown && { table: {}, shown };
}

async function rememberedOf(read: Reading): Promise<TableChoices | null> {
  const meanings = await rememberedColumns(read);
  return meanings && { meanings };
}

/** The matrix as somebody chose that it be read, and what it comes to where nothing else is chosen yet. */
async function readAndReviewed(
  opened: OpenedMatrix,
  table: TableChoices,
  example: Example | null,
): Promise<Result<ReadMatrix> | null> {
  const read = await opened.ask('read', { table });
  if (!read?.ok) return read;
  const choices = proposedChoices(read.value, example);
  const first = await opened.ask('firstReview', { table, choices, rows: PART });
  return first?.ok ? success({ read: read.value, first: first.value }) : first;
}
