import { untrack } from 'svelte';
import { importMatrix, previewMatrix } from '../../commands/importMatrix';
import { rememberColumns } from '../../commands/rememberMapping';
import type { MatrixChoices } from '../../commands/matrixEntities';
import type { Example } from '../../commands/openExample';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../commands/updatePlan';
import { openPlan } from '../../state/openPlan.svelte';
import { notices } from '../../state/notices.svelte';
import { matrix } from '../../text/matrix';
import { matrixTable } from '../../text/matrixTable';
import { toWrite, update as updateWords } from '../../text/matrixUpdate';
import { carryOut } from '../plan/changes';
import { findingGroups } from './findingGroups';
import { periodsWithZeros } from './previewTable';
import { knownCut, proposedChoices } from './proposedChoices';
import type { ColumnMeaning, MatrixRead } from './reading';
import type { ReadingRun } from './readingRun.svelte';
import { repairQuestions } from './repairQuestions';
import type { UpdateChoices, UpdatePreview } from './updateLines';

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
  readonly #run: ReadingRun;
  readonly #read: () => MatrixRead;

  readonly proposed = $derived.by(() => proposedChoices(this.#read().reading, this.example));
  readonly choices = $derived<MatrixChoices>({ ...this.proposed, ...this.said });
  // The names typed change nothing of what is reckoned.
  readonly #reckoned = $derived.by(() => {
    const { cut, zerosAfterCut, repairs, rollupMethod } = this.choices;
    return JSON.stringify({ cut, zerosAfterCut, repairs, rollupMethod });
  });
  readonly preview = $derived.by(() =>
    previewMatrix(this.#read().reading, {
      ...this.proposed,
      ...(JSON.parse(this.#reckoned) as Partial<MatrixChoices>),
    }),
  );
  readonly reading = $derived.by(() => this.preview.reading);
  readonly questions = $derived.by(() => repairQuestions(this.#read().reading));
  readonly groups = $derived.by(() => findingGroups(this.reading, this.preview));
  readonly zeros = $derived.by(() => periodsWithZeros(this.reading, this.choices));
  /** A cut that nobody knows is asked before anything is reckoned at it. */
  readonly isCutSaid = $derived.by(
    () =>
      this.said.cut !== undefined ||
      !this.#read().reading.isDirect ||
      knownCut(this.#read().reading, this.example) !== null,
  );
  readonly updateChoices = $derived.by<UpdateChoices>(() => {
    const { cut, zerosAfterCut, repairs } = this.choices;
    return { ...NOTHING_DECIDED, ...this.decided, cut, zerosAfterCut, repairs };
  });
  readonly offReason = $derived.by(() => {
    if (this.isWriting) return matrix.loading;
    if (this.#run.isAgain) return matrixTable.rereading;
    if (this.#read().reading.isYearGuessed) return matrixTable.planYearMissing;
    if (!this.isCutSaid) return matrix.cutMissing;
    return this.into === null ? null : this.#updateOff();
  });

  /** An update of nothing is none; rows that come back are no change of a field. */
  #updateOff(): string | null {
    if (this.update === null || this.isComparing) return updateWords.comparing;
    const { edits, lateEdits } = this.update;
    return edits.length + lateEdits.length === 0 ? toWrite(0, 0) : null;
  }

  constructor(run: ReadingRun, read: () => MatrixRead, into: string | null) {
    this.#run = run;
    this.#read = read;
    this.into = into;
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

  /** Compares with the plan that it updates; gives what stops it. */
  compare(): () => void {
    const { into, updateChoices } = this;
    let isCurrent = true;
    const show = (compared: Awaited<ReturnType<typeof previewUpdate>>) => {
      if (!isCurrent) return;
      this.isComparing = false;
      this.update = compared.ok ? compared.value : null;
      if (!compared.ok) notices.report(compared.problem);
    };
    this.isComparing = into !== null;
    // What it would change in another plan is not to be written into this one.
    if (untrack(() => this.update?.copy) !== into) this.update = null;
    if (into !== null) void previewUpdate(into, this.#read(), updateChoices).then(show);
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
    const kept = await rememberColumns(this.choices.entityName, this.#read().reading, meanings);
    if (!kept.ok) notices.report(kept.problem);
  }

  async #load(): Promise<string | null> {
    const imported = await importMatrix(this.#read(), this.choices);
    if (!imported.ok) notices.report(imported.problem);
    else notices.tell(matrix.loaded(this.preview.plan.indicators.length));
    return imported.ok ? imported.value : null;
  }

  async #writeUpdate(preview: UpdatePreview): Promise<string | null> {
    const { copy } = preview;
    const saving = updatePlan(preview);
    const commits = saving.then((saved) =>
      saved.ok ? { ok: true as const, value: saved.value.commits } : saved,
    );
    return (await carryOut(copy, commits, { place: `update ${copy}`, told: updateWords.done })) ? copy : null;
  }
}
