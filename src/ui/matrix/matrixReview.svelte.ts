import { untrack } from 'svelte';
import { rememberColumns } from '../../commands/rememberMapping';
import type { MatrixChoices } from '../../commands/matrixEntities';
import type { Example } from '../../commands/openExample';
import { NOTHING_DECIDED } from '../../commands/updatePlan';
import { failure } from '../../domain/problem';
import { openPlan } from '../../state/openPlan.svelte';
import { notices } from '../../state/notices.svelte';
import { matrix } from '../../text/matrix';
import { matrixTable } from '../../text/matrixTable';
import { toWrite, update as updateWords } from '../../text/matrixUpdate';
import { carryOut } from '../plan/changes';
import { findingGroups } from './findingGroups';
import { periodsWithZeros } from './previewTable';
import { knownCut, proposedChoices } from './proposedChoices';
import type {
  ColumnMeaning,
  LoadedMatrix,
  OpenedMatrix,
  Reading,
  Reviewed,
  ReviewedPlan,
  UpdateChoices,
  UpdatePreview,
} from './reading';
import { PART } from './readingRun.svelte';
import type { ReadingRun, ReadMatrix } from './readingRun.svelte';
import { repairQuestions } from './repairQuestions';

/** So long after the last letter of a name a plan of that name is looked for. */
const TYPED_MS = 400;

/** What a person says of a matrix before it is written, and what it comes to: a new plan, or an update of one. */
export class MatrixReview {
  /** What was said stays said when the table is read again. */
  said = $state.raw<Partial<MatrixChoices>>({});
  /** The copy that it updates; null where it is loaded as another plan. */
  into = $state<string | null>(null);
  decided = $state.raw<Partial<UpdateChoices>>({});
  update = $state.raw<UpdatePreview | null>(null);
  /** What was chosen last is not in what is shown yet. */
  isComparing = $state(false);
  isWriting = $state(false);
  /** A plan on this device that it is of; null where none is known to be. */
  existing = $state.raw<LoadedMatrix | null>(null);
  /** How many of its rows are shown. */
  rows = $state(PART);
  readonly #run: ReadingRun;
  readonly #matrix: () => ReadMatrix;
  /** What it comes to as chosen; what was chosen last may not be in it yet. */
  shown = $state.raw<Reviewed>() as Reviewed;

  readonly proposed = $derived.by(() => proposedChoices(this.#read, this.example));
  readonly choices = $derived<MatrixChoices>({ ...this.proposed, ...this.said });
  // The names typed change nothing of what is reckoned.
  readonly #reckoned = $derived.by(() => {
    const { cut, zerosAfterCut, repairs, rollupMethod } = this.choices;
    return JSON.stringify({ ...this.proposed, cut, zerosAfterCut, repairs, rollupMethod });
  });
  readonly questions = $derived.by(() => repairQuestions(this.#read));
  readonly groups = $derived.by(() => findingGroups(this.shown));
  readonly zeros = $derived.by(() => periodsWithZeros(this.shown, this.choices));
  /** A cut that nobody knows is asked before anything is reckoned at it. */
  readonly isCutSaid = $derived.by(
    () => this.said.cut !== undefined || !this.#read.isDirect || knownCut(this.#read, this.example) !== null,
  );
  readonly updateChoices = $derived.by<UpdateChoices>(() => {
    const { cut, zerosAfterCut, repairs } = this.choices;
    return { ...NOTHING_DECIDED, ...this.decided, cut, zerosAfterCut, repairs };
  });
  readonly offReason = $derived.by(() => {
    if (this.isWriting) return matrix.loading;
    if (this.#run.isAgain) return matrixTable.rereading;
    if (this.#read.isYearGuessed) return matrixTable.planYearMissing;
    if (!this.isCutSaid) return matrix.cutMissing;
    return this.into === null ? null : this.#updateOff();
  });

  /** An update of nothing is none; rows that come back are no change of a field. */
  #updateOff(): string | null {
    if (this.update === null || this.isComparing) return updateWords.comparing;
    const { edits, lateEdits } = this.update;
    return edits + lateEdits === 0 ? toWrite(0, 0) : null;
  }

  constructor(run: ReadingRun, matrix: () => ReadMatrix, into: string | null) {
    this.#run = run;
    this.#matrix = matrix;
    this.shown = matrix().first;
    this.into = into;
  }

  get #read(): Reading {
    return this.#matrix().read;
  }

  get example(): Example | null {
    return this.#run.example;
  }

  say(changed: Partial<MatrixChoices>): void {
    this.said = { ...this.said, ...changed };
  }

  sayMeaning(letter: string, meaning: ColumnMeaning): void {
    const { table } = this.#run;
    void this.#run.again({ ...table, meanings: { ...table.meanings, [letter]: meaning } });
  }

  sayRow(row: number, is: 'in' | 'out'): void {
    const { table } = this.#run;
    void this.#run.again({ ...table, rows: { ...table.rows, [row]: is } });
  }

  /** Asks what it comes to as chosen; gives what stops it. */
  reckon(): () => void {
    const { first } = this.#matrix();
    const choices = JSON.parse(this.#reckoned) as MatrixChoices;
    const isFirst = this.rows === PART && this.#reckoned === JSON.stringify(this.proposed);
    let isCurrent = true;
    if (isFirst) this.shown = first;
    else
      void this.#run.opened?.review(choices, this.rows).then((reviewed) => {
        if (!isCurrent || reviewed === null) return;
        if (reviewed.ok) this.shown = reviewed.value;
        else notices.report(reviewed.problem);
      });
    return () => (isCurrent = false);
  }

  showMore(): void {
    this.rows += PART;
  }

  /** Looks for a plan that it is of, by what it is called too, once nobody is typing; gives what stops it. */
  lookForPlan(): () => void {
    const { opened } = this.#run;
    const { title, entityName, isExample } = this.choices;
    void this.#read;
    let isCurrent = true;
    const look = () =>
      void opened?.findLoaded({ title, entityName, isExample }).then((found) => {
        if (isCurrent && found?.ok) this.existing = found.value;
      });
    const isTyped = this.said.title !== undefined || this.said.entityName !== undefined;
    const timer = setTimeout(look, isTyped ? TYPED_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }

  /** The plan that it would make. */
  async plan(): Promise<ReviewedPlan | null> {
    const plan = await this.#run.opened?.plan();
    return plan?.ok ? plan.value : null;
  }

  /** Compares with the plan that it updates; gives what stops it. */
  compare(): () => void {
    const { into, updateChoices } = this;
    let isCurrent = true;
    // Another reading of the file is another comparison.
    void this.#read;
    const show = (compared: Awaited<ReturnType<OpenedMatrix['compare']>>) => {
      if (!isCurrent || compared === null) return;
      this.isComparing = false;
      this.update = compared.ok ? compared.value : null;
      if (!compared.ok) notices.report(compared.problem);
    };
    this.isComparing = into !== null;
    // What it would change in another plan is not to be written into this one.
    if (untrack(() => this.update?.copy) !== into) this.update = null;
    if (into !== null) void this.#run.opened?.compare(into, updateChoices).then(show);
    return () => (isCurrent = false);
  }

  /** Writes it; gives the copy that holds it, null where nothing was written. */
  async write(): Promise<string | null> {
    if (this.isWriting) return null;
    this.isWriting = true;
    try {
      const copy = await (this.update ? this.#writeUpdate(this.update) : this.#load());
      if (copy !== null) await this.#remember();
      if (copy === openPlan.copy) await openPlan.refreshRow();
      return copy;
    } finally {
      this.isWriting = false;
    }
  }

  /** What was said of the columns is said of the next matrix too. */
  async #remember(): Promise<void> {
    const { meanings } = this.#run.table;
    if (!meanings) return;
    const kept = await rememberColumns(this.choices.entityName, this.#read, meanings);
    if (!kept.ok) notices.report(kept.problem);
  }

  async #load(): Promise<string | null> {
    const loaded = await this.#run.opened?.load(this.choices);
    if (!loaded) return null;
    if (!loaded.ok) notices.report(loaded.problem);
    else notices.tell(matrix.loaded(this.shown.counts.indicators));
    return loaded.ok ? loaded.value : null;
  }

  async #writeUpdate({ copy }: UpdatePreview): Promise<string | null> {
    const updating = this.#run.opened?.update(copy).then((updated) => updated ?? failure(CLOSED));
    if (!updating) return null;
    const isWritten = await carryOut(copy, updating, { place: `update ${copy}`, told: updateWords.done });
    return isWritten ? copy : null;
  }
}

const CLOSED = { code: 'unexpected', detail: 'the matrix was closed' } as const;
