import { openMatrix } from '../../commands/openMatrix';
import { rememberedColumns, rememberedTable } from '../../commands/rememberMapping';
import type { Example } from '../../commands/openExample';
import type { Problem } from '../../domain/problem';
import { notices } from '../../state/notices.svelte';
import { bring, matrixTable } from '../../text/matrixTable';
import type { MatrixRead, MatrixSource, OpenedMatrix, ReadingStep, TableChoices } from './reading';

type Phase =
  | { readonly at: 'pick'; readonly problem: Problem | null }
  | { readonly at: 'reading'; readonly step: ReadingStep | null }
  | { readonly at: 'unrecognised'; readonly problem: Problem }
  | { readonly at: 'review'; readonly read: MatrixRead };

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
  #controller: AbortController | null = null;

  async open(source: MatrixSource, example: Example | null = null): Promise<void> {
    this.#controller?.abort();
    const controller = (this.#controller = new AbortController());
    const before = this.phase;
    const isReviewing = before.at === 'review';
    if (!isReviewing) this.phase = { at: 'reading', step: null };
    const onprogress = (step: ReadingStep) => {
      if (this.phase.at === 'reading' && controller === this.#controller)
        this.phase = { at: 'reading', step };
    };
    const opened = await openMatrix(source, { onprogress, signal: controller.signal });
    if (opened === null) return;
    if (!opened.ok) return this.#refuse(opened.problem, isReviewing);
    const first = await firstReading(opened.value);
    if (first === null || controller.signal.aborted) return;
    // What is held is let go of when another takes its place, and not when another is only tried.
    this.#controller = null;
    const { table, read } = first;
    if (isReviewing && !read.ok) return this.#letGo(opened.value, read.problem);
    this.#hold(opened.value, table, example);
    this.#show(read, table);
  }

  #show(read: NonNullable<AnyRead>, { meanings = {} }: TableChoices): void {
    this.phase = read.ok ? { at: 'review', read: read.value } : { at: 'unrecognised', problem: read.problem };
    const remembered = Object.keys(meanings).length;
    if (remembered > 0) notices.tell(matrixTable.remembered(remembered), 'info');
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

  /** Reads the open file with what a person said of its table; what cannot be read so leaves all as it was. */
  async again(table: TableChoices): Promise<void> {
    const { opened } = this;
    if (!opened || this.isAgain) return;
    this.isAgain = true;
    const read = await opened.read(table);
    this.isAgain = false;
    if (read === null || opened !== this.opened) return;
    if (!read.ok) {
      this.refused += 1;
      return notices.report(read.problem);
    }
    this.table = table;
    this.phase = { at: 'review', read: read.value };
    notices.tell(matrixTable.readAgain, 'info');
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

/** The table as it is found, or as a person once said of a table like it; null when it was cancelled. */
async function firstReading(
  opened: OpenedMatrix,
): Promise<{ readonly table: TableChoices; readonly read: NonNullable<AnyRead> } | null> {
  const found = await opened.read({});
  if (found === null) return null;
  const meanings = found.ok ? await rememberedColumns(found.value.reading) : null;
  const table = found.ok ? meanings && { meanings } : await rememberedTable(opened.sheets);
  const again = table && (await opened.read(table));
  return table && again?.ok ? { table, read: again } : { table: {}, read: found };
}

type AnyRead = Awaited<ReturnType<OpenedMatrix['read']>>;
