import { latestCut } from '../domain/cut';
import { fieldClassOf } from '../domain/entities';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import type { Problem } from '../domain/problem';
import type { EvidenceFile } from '../domain/report';
import { agree } from '../log/conflicts';
import type { Conflict } from '../log/conflicts';
import type { Commit, SeenHead } from '../log/commit';
import { DELETED, deleteOperation, deletionOf, restoreOperation, unseenEdits } from '../log/deletes';
import type { UnseenEdit } from '../log/deletes';
import { fold } from '../log/fold';
import type { Json } from '../log/json';
import type { Stamp } from '../log/stamp';
import { entityOf } from '../log/state';
import type { Head, LogState } from '../log/state';
import { filesNamedIn } from '../storage/blobs';
import { onAppended } from '../storage/changes';
import type { Appended } from '../storage/changes';
import { readCommits } from '../storage/commitStore';
import { readCopy, unsharedCommits } from '../storage/copies';
import type { CopyRow } from '../storage/database';
import { conflictsOf, planOf, readAhead } from '../storage/planView';
import { readCopyStateInSteps } from '../storage/stateStore';
import { setViewedOnly } from '../storage/viewOnly';
import { commitsUntil, stateAsOf } from './asOf';
import { auditFindingsIn } from './auditFindings';
import type { WrittenFinding } from './auditFindings';
import { notices } from './notices.svelte';
import { removedFrom } from './removed';
import type { Removed } from './removed';
import { inSteps, nextTask } from './steps';

/** A field given a value over the heads that were seen of it. */
interface SeenEdit {
  readonly entity: string;
  readonly field: string;
  readonly value: Json;
  readonly seen: readonly SeenHead[];
}

interface Held {
  readonly row: CopyRow;
  readonly log: LogState;
  readonly plan: Plan;
}

/** The plan as it stood at a moment. */
interface Past {
  readonly moment: Stamp;
  readonly log: LogState;
  readonly plan: Plan;
}

/** A copy as this device holds it, read while the screen goes on; null when it does not hold it. */
async function readHeld(copy: string): Promise<Held | null> {
  const pause = inSteps();
  const stored = await readCopyStateInSteps(copy, (part) => {
    readAhead(part);
    return pause();
  });
  if (!stored) return null;
  await nextTask();
  const { row, log } = stored;
  const plan = planOf(row.plan, log);
  await nextTask();
  return { row, log, plan };
}

/** Why nothing could be written in what was looked at: told no longer once one looks at something else. */
const WHILE_LOOKED_AT = ['readOnlyView', 'auditedCopy', 'planYearClosed'] as const;

/** The commits that memory lacks: those announced, unless some before them were missed. */
async function newCommits({ copy, count, commits }: Appended, held: number): Promise<readonly Commit[]> {
  return commits && held + commits.length === count ? commits : readCommits(copy, held);
}

/**
 * The plan on screen, in memory. It is read once, at opening; afterwards it is replaced by what each
 * append returns. Every figure is derived from it anew: there is nothing to patch.
 */
class OpenPlan {
  #held = $state.raw<Held | null>(null);
  #past = $state.raw<Past | null>(null);
  /** What is on screen: the plan as it is, or as it was when somebody looks back. */
  #log = $derived(this.#past?.log ?? this.#held?.log ?? null);
  #plan = $derived(this.#past?.plan ?? this.#held?.plan ?? null);
  #conflicts = $derived(this.#log ? conflictsOf(this.#log) : []);
  #files = $derived(this.#log ? [...filesNamedIn(this.#log).values()] : []);
  #auditFindings = $derived(this.#log ? auditFindingsIn(this.#log) : []);
  #turn: Promise<unknown> = Promise.resolve();
  #lastRebuilt: Appended | null = null;

  constructor() {
    onAppended((change) => {
      if (change.isRebuilt) this.#lastRebuilt = change;
      void this.#inTurn(() => this.#absorb(change));
    });
  }

  get copy(): string | null {
    return this.#held?.row.copy ?? null;
  }

  get row(): CopyRow | null {
    return this.#held?.row ?? null;
  }

  get plan(): Plan | null {
    return this.#plan;
  }

  get conflicts(): readonly Conflict[] {
    return this.#conflicts;
  }

  /** The files that its evidence names, wherever their bytes are. */
  get files(): readonly EvidenceFile[] {
    return this.#files;
  }

  /** What auditors wrote of it, the newest first. */
  get auditFindings(): readonly WrittenFinding[] {
    return this.#auditFindings;
  }

  /** The moment as of which the plan is shown; null when it is shown as it is now. */
  get asOf(): Stamp | null {
    return this.#past?.moment ?? null;
  }

  /** Why nothing can be written on screen; null where it can. A closed plan still takes its opening again. */
  get readOnly(): Problem | null {
    if (this.#past) return { code: 'readOnlyView' };
    if (this.#held?.row.kind === 'audited') return { code: 'auditedCopy' };
    const lock = this.#plan?.closedFor;
    return lock ? { code: 'planYearClosed', year: lock.year } : null;
  }

  get unshared(): number {
    return this.#held ? unsharedCommits(this.#held.row) : 0;
  }

  /** The cut that governs every figure on screen. */
  get cut(): IsoDay {
    return this.#held?.row.cut ?? (this.#plan && latestCut(this.#plan)) ?? '1970-01-01';
  }

  /** Reads a copy from storage; false when this device does not hold it. */
  async open(copy: string): Promise<boolean> {
    if (this.copy === copy) return true;
    return this.#inTurn(() => this.#read(copy));
  }

  close(): void {
    this.showToday();
    this.#held = null;
  }

  /** Shows the plan as it stood at a moment, to be looked at; false where nothing of it was written yet. */
  showAsOf(moment: Stamp): Promise<boolean> {
    return this.#inTurn(() => this.#lookBack(moment));
  }

  showToday(): void {
    this.#past = null;
    setViewedOnly(null);
    for (const code of WHILE_LOOKED_AT) notices.withdraw(code);
  }

  /** Resolves when the plan on screen holds all that was appended until now. */
  async caughtUp(): Promise<void> {
    await this.#turn;
  }

  /** Reads again what only this device knows of the copy: its cut, what it has shared. */
  refreshRow(): Promise<void> {
    return this.#inTurn(async () => {
      const row = this.copy ? await readCopy(this.copy) : undefined;
      const held = this.#held;
      if (held && row?.copy === held.row.copy)
        this.#held = { ...held, row: { ...row, count: held.row.count } };
    });
  }

  /**
   * The heads of a field that a person looking at the screen sees: of values in conflict only the one that is
   * shown, so that typing over it settles nothing unseen.
   */
  seen(entity: string, field: string): readonly SeenHead[] {
    const heads = (this.#log && entityOf(this.#log, entity)?.get(field)?.heads) ?? [];
    // An element of a set shows what all its heads come to.
    const fieldClass = fieldClassOf(entity, field);
    const shown =
      fieldClass === 'set' ? heads : heads.filter(({ value }) => agree(fieldClass, value, heads[0]?.value));
    return shown.map(({ id, at }) => ({ id, at }));
  }

  /** An edit of a field by a person who sees it as it stands on screen. */
  edit(entity: string, field: string, value: Json): SeenEdit {
    return { entity, field, value, seen: this.seen(entity, field) };
  }

  /** The removal of some things as they stand on screen; what this device does not hold is passed over. */
  removal(entities: readonly string[]): readonly SeenEdit[] {
    return entities.flatMap((entity) => {
      const known = this.#log && entityOf(this.#log, entity);
      const deletion = known && deleteOperation(entity, known).fields[DELETED];
      return deletion ? [{ entity, field: DELETED, value: deletion.value, seen: deletion.over }] : [];
    });
  }

  /** The way back of some things that were removed: over every removal, however many there were. */
  restoration(entities: readonly string[]): readonly SeenEdit[] {
    return entities.flatMap((entity) => {
      const known = this.#log && entityOf(this.#log, entity);
      const restored = known?.has(DELETED) && restoreOperation(entity, known).fields[DELETED];
      return restored ? [{ entity, field: DELETED, value: restored.value, seen: restored.over }] : [];
    });
  }

  /** What was taken out of the plan and can come back. It is looked for each time: nothing is kept of it. */
  get removed(): readonly Removed[] {
    return this.#held && this.#log ? removedFrom(this.#held.row.plan, this.#log) : [];
  }

  /** A field's value as shown, of any entity; null where it has none. */
  value(entity: string, field: string): Json {
    return this.#head(entity, field)?.value ?? null;
  }

  /** True of what was deleted and nobody contests it. */
  isGone(entity: string): boolean {
    const known = this.#log && entityOf(this.#log, entity);
    return known ? deletionOf(known) === 'deleted' : false;
  }

  /** Who wrote a field's value as shown, and when; null where it has none. */
  signature(entity: string, field: string): Pick<Head, 'by' | 'at'> | null {
    return this.#head(entity, field);
  }

  /** A field's text as shown, of any entity: a person's name, a team's. */
  text(entity: string, field: string): string {
    const value = this.value(entity, field);
    return typeof value === 'string' ? value : '';
  }

  /** A contested delete: what deleting means over all that is seen now, and the edits that no delete had seen. */
  contestedDelete(entity: string): { readonly over: Json; readonly edits: readonly UnseenEdit[] } | null {
    const known = this.#log && entityOf(this.#log, entity);
    if (!known) return null;
    const over = deleteOperation(entity, known).fields[DELETED]?.value ?? false;
    return { over, edits: unseenEdits(known) };
  }

  #head(entity: string, field: string): Head | null {
    return (this.#log && entityOf(this.#log, entity)?.get(field)?.heads[0]) ?? null;
  }

  async #read(copy: string): Promise<boolean> {
    const held = await readHeld(copy);
    if (held && held.row.copy !== this.copy) this.showToday();
    if (held) this.#held = held;
    return held !== null;
  }

  /** What a merge made of the plan that is open; what stands on screen stands until it is read. */
  async #readAgain(copy: string): Promise<void> {
    const held = await readHeld(copy);
    if (held && this.copy === copy) this.#held = held;
  }

  async #lookBack(moment: Stamp): Promise<boolean> {
    const row = this.row;
    const log = row && (await stateAsOf(row.copy, moment));
    if (!row || !log || this.copy !== row.copy) return false;
    this.#past = { moment, log, plan: planOf(row.plan, log) };
    setViewedOnly(row.copy);
    return true;
  }

  async #absorb(change: Appended): Promise<void> {
    const held = this.#held;
    if (held?.row.copy !== change.copy) return;
    if (change.isRebuilt) {
      // Of several merges one after another the whole is read once: what the last one made.
      if (this.#lastRebuilt?.copy === change.copy && this.#lastRebuilt !== change) return;
      await this.#readAgain(change.copy);
      return void (this.#past && (await this.#lookBack(this.#past.moment)));
    }
    if (change.count > held.row.count) await this.#append(held, change);
  }

  async #append(held: Held, change: Appended): Promise<void> {
    const commits = await newCommits(change, held.row.count);
    const row = await readCopy(change.copy);
    if (!row || this.copy !== change.copy) return;
    const log = fold(held.log, commits);
    const count = held.row.count + commits.length;
    this.#held = { row: { ...row, count }, log, plan: planOf(row.plan, log) };
    const past = this.#past;
    if (!past) return;
    // What comes from elsewhere meanwhile may be of then.
    const then = fold(past.log, commitsUntil(commits, past.moment));
    this.#past = { ...past, log: then, plan: planOf(row.plan, then) };
  }

  /** One change after another, so that none is folded twice or skipped. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

export const openPlan = new OpenPlan();
