import { untrack } from 'svelte';
import { rememberColumns } from '../../commands/rememberMapping';
import type { MatrixChoices } from '../../commands/matrixEntities';
import type { MatrixTasks } from '../../commands/matrixTasks';
import type { Example } from '../../commands/openExample';
import { NOTHING_DECIDED } from '../../commands/updatePlan';
import { failure, success } from '../../domain/problem';
import type { Problem } from '../../domain/problem';
import { openPlan } from '../../state/openPlan.svelte';
import { copyCounts } from '../../state/copyCounts.svelte';
import { notices } from '../../state/notices.svelte';
import { matrix } from '../../text/matrix';
import { matrixTable } from '../../text/matrixTable';
import { NOTHING_TO_WRITE, update as updateWords } from '../../text/matrixUpdate';
import { carryOut } from '../plan/changes';
import { alsoSaid } from './columnMeanings';
import { findingGroups } from './findingGroups';
import { LastQuestion } from './lastQuestion.svelte';
import { LoadedPlan } from './loadedPlan.svelte';
import { periodsWithZeros } from './previewTable';
import { knownCut, proposedChoices } from './proposedChoices';
import { NOTHING_SAID, standingAnswers } from './standingAnswers';
import type {
  ColumnMeaning,
  MatrixRow,
  PlanAtCut,
  Reading,
  Reviewed,
  TableChoices,
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
  /** The copy that it updates; null where it is loaded as another plan. */
  into = $state<string | null>(null);
  isWriting = $state(false);
  /** A plan on this device that it is of. */
  readonly existing = new LoadedPlan();
  /** What it comes to, by the choices that it says. */
  shown: Reviewed;
  /** Of its rows those that are shown. */
  rows: readonly MatrixRow[];
  readonly #run: ReadingRun;
  readonly #matrix: () => ReadMatrix;
  #answers = $state.raw(NOTHING_SAID);
  #wantedRows = PART;
  #shownFirst: Reviewed;
  /** What is shown once its rows are there. */
  #coming = $state.raw<{ readonly reviewed: Reviewed } | null>(null);
  readonly #reckoning = new LastQuestion('review', () => this.#run.opened);
  readonly #comparing = new LastQuestion('compare', () => this.#run.opened);
  #isDecidedAnew = $state(false);
  #compared = $state.raw<{ readonly asked: IntoCopy; readonly shown: UpdatePreview } | null>(null);

  readonly proposed = $derived.by(() => proposedChoices(this.#read, this.example));
  /** What was said stays said when the table is read again, as far as it is of it. */
  readonly #standing = $derived.by(() => standingAnswers(this.#answers, this.#read));
  readonly choices = $derived<MatrixChoices>({ ...this.proposed, ...this.#standing.said });
  /** What was chosen last is not in what is shown of the matrix yet, or of the update. */
  readonly isReckoning = $derived(this.#reckoning.isWaiting || this.#coming !== null);
  readonly isComparing = $derived(this.#comparing.isWaiting || this.#isDecidedAnew);
  /** What it would change in the plan that it updates; null while that is not known. */
  readonly update = $derived(this.#compared?.shown ?? null);
  /** Why it cannot be told what it comes to; null where it can. */
  readonly problem = $derived(this.#reckoning.problem ?? this.#comparing.problem);
  // The names typed change nothing of what is reckoned.
  readonly #reckoned = $derived.by(() => {
    const { cut, zerosAfterCut, repairs, rollupMethod } = this.choices;
    return JSON.stringify({ ...this.proposed, cut, zerosAfterCut, repairs, rollupMethod });
  });
  readonly questions = $derived.by(() => repairQuestions(this.#read));
  readonly groups = $derived.by(() => findingGroups(this.shown));
  readonly #names = $derived.by(() => {
    const { title, entityName, isExample } = this.choices;
    return JSON.stringify({ title, entityName, isExample });
  });
  readonly zeros = $derived.by(() => periodsWithZeros(this.shown, this.choices));
  /** A cut that nobody knows is asked before anything is reckoned at it. */
  readonly isCutSaid = $derived.by(
    () =>
      this.#standing.said.cut !== undefined ||
      !this.#read.isDirect ||
      knownCut(this.#read, this.example) !== null,
  );
  readonly updateChoices = $derived.by<UpdateChoices>(() => {
    const { cut, zerosAfterCut, repairs } = this.choices;
    return { ...NOTHING_DECIDED, ...this.#standing.decided, cut, zerosAfterCut, repairs };
  });
  readonly offReason = $derived.by(() => {
    if (this.isWriting) return matrix.loading;
    if (this.#run.isAgain || this.isReckoning) return matrixTable.rereading;
    if (this.#reckoning.problem) return matrix.notReckoned;
    if (this.#run.tried) return matrixTable.readingAnother;
    if (this.#read.isYearGuessed) return matrixTable.planYearMissing;
    if (!this.isCutSaid) return matrix.cutMissing;
    if (this.into !== null) return this.#updateOff();
    return this.existing.isLooking ? matrix.lookingForPlan : null;
  });

  /** An update of nothing is none; rows that come back are no change of a field. */
  #updateOff(): string | null {
    if (this.#comparing.problem) return updateWords.notCompared;
    if (this.update === null || this.isComparing) return updateWords.comparing;
    const { edits, lateEdits } = this.update;
    return edits + lateEdits === 0 ? NOTHING_TO_WRITE : null;
  }

  constructor(run: ReadingRun, matrix: () => ReadMatrix, into: string | null) {
    this.#run = run;
    this.#matrix = matrix;
    const { first } = matrix();
    this.#shownFirst = first;
    this.shown = $state.raw(first);
    this.rows = $state.raw(first.rows);
    this.into = into;
  }

  get #read(): Reading {
    return this.#matrix().read;
  }

  get example(): Example | null {
    return this.#run.example;
  }

  say(changed: Partial<MatrixChoices>): void {
    this.#answers = { ...this.#standing, said: { ...this.#standing.said, ...changed } };
  }

  decide(decided: Partial<UpdateChoices>): void {
    this.#answers = { ...this.#standing, decided };
    this.#isDecidedAnew = true;
  }

  sayMeaning(letter: string, meaning: ColumnMeaning): void {
    void this.#run.again((table) => ({
      ...table,
      meanings: alsoSaid(table.meanings ?? {}, letter, meaning, this.#read),
    }));
  }

  sayRow(row: number, is: 'in' | 'out'): void {
    void this.#run.again((table) => ({ ...table, rows: { ...table.rows, [row]: is } }));
  }

  /** Asks what it comes to as chosen; gives what stops it. */
  reckon(): () => void {
    const { first } = this.#matrix();
    const choices = JSON.parse(this.#reckoned) as MatrixChoices;
    const isFirst = this.#reckoned === JSON.stringify(this.proposed);
    // The rows of one reading do not stand under the columns of another. What is drawn is no reason to reckon again.
    if (isFirst || this.#shownFirst !== first) untrack(() => this.#show(first));
    this.#shownFirst = first;
    this.#reckoning.leave();
    if (!isFirst) void this.#askReview({ ...this.#of, choices, rows: PART });
    return () => this.#reckoning.leave();
  }

  async #askReview(asked: AsChosen): Promise<void> {
    const reviewed = await this.#reckoning.ask(asked);
    if (reviewed) this.#show(reviewed);
  }

  /** With as many rows as were asked for: none goes away to come back under who works on it. */
  #show(reviewed: Reviewed): void {
    const coming = (this.#coming = { reviewed });
    const { rows, counts, choices } = reviewed;
    const count = Math.min(this.#wantedRows, counts.rows) - rows.length;
    if (count <= 0) return this.#put(reviewed, rows);
    const asked = { ...this.#of, choices, from: rows.length, count };
    void this.#ask('rows', asked).then((more = []) => {
      if (this.#coming === coming) this.#put(reviewed, [...rows, ...more]);
    });
  }

  #put(shown: Reviewed, rows: readonly MatrixRow[]): void {
    this.#coming = null;
    this.shown = shown;
    this.rows = rows;
  }

  showMore(): void {
    this.#wantedRows += PART;
    this.#show(this.#coming?.reviewed ?? this.shown);
  }

  /** Looks for a plan that it is of, by what it is called too, once nobody is typing; gives what stops it. */
  lookForPlan(): () => void {
    const names = JSON.parse(this.#names) as Names;
    const of = { ...this.#of, ...names };
    const { title, entityName } = untrack(() => this.#answers.said);
    const isTyped = title !== undefined || entityName !== undefined;
    return this.existing.look(() => this.#ask('findLoaded', of), isTyped ? TYPED_MS : 0);
  }

  /** The plan that the figures shown are of, and their cut; undefined where it cannot be told any more. */
  async plan(): Promise<PlanAtCut | undefined> {
    const { choices } = this.shown;
    const plan = await this.#ask('plan', { ...this.#of, choices });
    return plan && { plan, cut: choices.cut };
  }

  /** Compares with the plan that it updates; gives what stops it. */
  compare(): () => void {
    const { into, updateChoices } = this;
    // What is written would be written over what was compared: a plan that grows is compared anew.
    if (into !== null) copyCounts.of(into);
    // What it would change in another plan is not to be written into this one.
    if (untrack(() => this.update?.copy) !== into) this.#compared = null;
    this.#comparing.leave();
    if (into !== null) void this.#askComparison({ ...this.#of, copy: into, choices: updateChoices });
    return () => this.#comparing.leave();
  }

  async #askComparison(asked: IntoCopy): Promise<void> {
    const shown = await this.#comparing.ask(asked);
    if (shown) [this.#compared, this.#isDecidedAnew] = [{ asked, shown }, false];
  }

  /** Asks again for what could not be told. */
  askAgain(): void {
    const [unreckoned, uncompared] = [this.#reckoning.failed, this.#comparing.failed];
    if (unreckoned) void this.#askReview(unreckoned);
    if (uncompared) void this.#askComparison(uncompared);
  }

  /** How the table is read of which it is asked. */
  get #of(): { readonly table: TableChoices } {
    return { table: this.#run.table };
  }

  /** Undefined where there is no answer, or none any more; a problem is told. */
  async #ask<Task extends 'rows' | 'plan' | 'findLoaded'>(
    task: Task,
    of: MatrixTasks[Task]['takes'],
  ): Promise<MatrixTasks[Task]['gives'] | undefined> {
    const answer = await this.#run.opened?.ask(task, of);
    if (answer?.ok) return answer.value;
    if (answer) notices.report(answer.problem);
    return undefined;
  }

  /** Writes what is shown; gives the copy that holds it, null where nothing was written. */
  async write(): Promise<string | null> {
    if (this.offReason !== null) return null;
    this.isWriting = true;
    // Another file may have taken its place by the time it is written.
    const columns = [this.choices.entityName, this.#read, this.#run.table.meanings ?? {}] as const;
    try {
      const copy = await (this.into === null ? this.#load() : this.#writeUpdate());
      if (copy !== null) await remember(...columns);
      if (copy === openPlan.copy) await openPlan.refreshRow();
      return copy;
    } finally {
      this.isWriting = false;
    }
  }

  async #load(): Promise<string | null> {
    const loaded = await this.#run.opened?.ask('load', { ...this.#of, choices: this.choices });
    if (!loaded) return null;
    if (!loaded.ok) notices.report(loaded.problem);
    else notices.tell(matrix.loaded(this.shown.counts));
    return loaded.ok ? loaded.value : null;
  }

  async #writeUpdate(): Promise<string | null> {
    if (!this.#compared) return null;
    const { copy, count } = this.#compared.shown;
    const updating = this.#run.opened?.ask('update', { ...this.#compared.asked, count }).then((updated) => {
      if (!updated) return failure(CLOSED);
      return updated.ok ? success(updated.value.commits) : updated;
    });
    if (!updating) return null;
    const isWritten = await carryOut(copy, updating, { place: `update ${copy}`, told: updateWords.done });
    return isWritten ? copy : null;
  }
}

/** What was said of the columns is said of the next matrix too. */
async function remember(...said: Parameters<typeof rememberColumns>): Promise<void> {
  const kept = await rememberColumns(...said);
  if (!kept.ok) notices.report(kept.problem);
}

type AsChosen = MatrixTasks['review']['takes'];
type IntoCopy = MatrixTasks['compare']['takes'];
type Names = Pick<MatrixChoices, 'title' | 'entityName' | 'isExample'>;

const CLOSED: Problem = { code: 'unexpected', detail: 'the matrix was closed' };
