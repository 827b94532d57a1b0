import { tick } from 'svelte';
import type { Problem, Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import { notices } from './notices.svelte';
import { openPlan } from './openPlan.svelte';
import { saveStatus } from './saveStatus.svelte';

/** What is recorded in a field, and the heads a person sees when they look at it. */
export interface Recorded<T extends Json> {
  readonly value: T;
  readonly seen: readonly SeenHead[];
}

/** What a field needs from outside: the record it shows, and the commands that keep and commit. */
export interface FieldDoors<T extends Json> {
  /** Names the field among all of the app. */
  readonly place: string;
  readonly recorded: () => Recorded<T>;
  /** What was being typed here before and is still a draft. */
  readonly readDraft: () => Promise<Recorded<T> | null>;
  /** Keeps a draft; one that is not ready waits for an answer and is not committed at the next start. */
  readonly keep: (value: T, seen: readonly SeenHead[], isReady: boolean) => Promise<Result<unknown>>;
  readonly drop: () => Promise<unknown>;
  /** False while something is asked about the value: it stays a draft. Leaving answers what may go unanswered. */
  readonly mayCommit: (value: T, isLeaving: boolean) => boolean;
  /** Whether its draft is made history at the next start, where nobody is there to be asked; else as on leaving. */
  readonly mayResume?: (value: T) => boolean;
  /** How long a rest makes it history; 5 s where nobody waits to see it elsewhere. */
  readonly restMs?: number;
  /** False for what is half typed or no value at all: not even a draft is made of it. */
  readonly mayKeep: (value: T) => boolean;
  readonly commit: (value: T, seen: readonly SeenHead[]) => Promise<Result<readonly Commit[]>>;
}

const DRAFT_MS = 300;
const REST_MS = 5000;

// What could not be written outlives its screen, until it can.
const unwritten = new Map<string, Recorded<Json>>();
const open = new Set<{
  readonly isDirty: boolean;
  commit: () => Promise<void>;
  leave: () => Promise<void>;
}>();

/** Saves what is being typed anywhere: before the app is loaded again. */
export async function saveOpenFields(): Promise<void> {
  await Promise.all([...open].map((field) => field.leave()));
}

/**
 * Makes what is being typed anywhere history, for a change that is reckoned from it. The fields stay open; false
 * when one of them keeps something that is refused or could not be written.
 */
export async function commitOpenFields(): Promise<boolean> {
  await Promise.all([...open].map((field) => field.commit()));
  return [...open].every(({ isDirty }) => !isDirty);
}

/** True while something that was typed, on whatever screen, could not be written. */
export function isTypingUnwritten(): boolean {
  return unwritten.size > 0;
}

/**
 * A field being typed. Every 300 ms what is new of it is a durable draft; it becomes one commit when the person
 * leaves it, or after 5 s of rest, so that pauses in typing are not history. The heads it
 * overwrites are those seen when typing began: a merge in between shows as a conflict, never as a loss.
 */
export class TypedField<T extends Json> {
  #doors: FieldDoors<T>;
  #typed = $state.raw<Recorded<T> | null>(null);
  /** What was just saved, until the record on screen has caught up with it. */
  #saved = $state.raw<{ readonly over: string; readonly recorded: Recorded<T> } | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(doors: FieldDoors<T>) {
    this.#doors = doors;
    this.#typed = (unwritten.get(doors.place) as Recorded<T> | undefined) ?? null;
    open.add(this);
    void this.#inTurn(async () => {
      const draft = await doors.readDraft();
      if (draft && !this.#typed && !openPlan.readOnly) this.#typed = draft;
    });
  }

  /** What the field shows: what is being typed, else what is recorded. */
  get value(): T {
    return (this.#typed ?? this.#recorded()).value;
  }

  get isDirty(): boolean {
    return this.#typed !== null;
  }

  /** Why the last save failed; what was typed is still here. */
  get problem(): Problem | null {
    return this.#problem;
  }

  type(value: T): void {
    if (openPlan.readOnly) return this.#refuse(value, openPlan.readOnly);
    this.#typed = { value, seen: (this.#typed ?? this.#recorded()).seen };
    saveStatus.begin(this.#doors.place);
    // Who types without a pause is kept all along: the first key after a draft sets the time of the next.
    this.#draftTimer ??= setTimeout(() => this.#draftNow(), DRAFT_MS);
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => void this.commit(), this.#doors.restMs ?? REST_MS);
  }

  /** Where nothing can be written, what is typed gives way to what is recorded. */
  #refuse(value: T, problem: Problem): void {
    this.#typed = { ...this.#recorded(), value };
    if (!notices.tells(problem)) notices.report(problem);
    void tick().then(() => (this.#typed = null));
  }

  #draftNow(): void {
    this.#draftTimer = undefined;
    void this.#inTurn(() => this.#keep());
  }

  /** What is on screen is no value: nothing of what was typed before it is kept, and nothing is said to be saved. */
  abandon(): void {
    this.#stopTimers();
    this.#typed = null;
    saveStatus.begin(this.#doors.place);
    void this.#inTurn(async () => void (await this.#doors.drop()));
  }

  /** Makes what was typed history. Nothing to do when it is what is recorded already. */
  commit(isLeaving = false): Promise<void> {
    this.#stopTimers();
    return this.#inTurn(() => this.#commit(isLeaving));
  }

  /** The screen goes: what was typed is saved, and the field is forgotten. */
  async leave(): Promise<void> {
    // Until it is saved, whoever waits for what is being typed waits for it too.
    await this.commit(true);
    open.delete(this);
    // What could not be kept has left the screen.
    if (!this.#problem) saveStatus.end(this.#doors.place);
  }

  #recorded(): Recorded<T> {
    const recorded = this.#doors.recorded();
    return this.#saved?.over === headsKey(recorded) ? this.#saved.recorded : recorded;
  }

  /** One write after another, so that a draft never lands behind the commit that it became. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #keep(): Promise<void> {
    const typed = this.#typed;
    if (!typed) return;
    if (!this.#doors.mayKeep(typed.value)) return void (await this.#doors.drop());
    const isReady = this.#doors.mayResume?.(typed.value) ?? this.#doors.mayCommit(typed.value, true);
    const kept = await this.#doors.keep(typed.value, typed.seen, isReady);
    if (!kept.ok) this.#fail(typed, kept.problem);
    else if (this.#typed === typed) this.#succeed();
  }

  async #commit(isLeaving: boolean): Promise<void> {
    const typed = this.#typed;
    if (!typed) return;
    if (JSON.stringify(typed.value) === JSON.stringify(this.#recorded().value)) return this.#forget();
    if (!this.#doors.mayCommit(typed.value, isLeaving)) return this.#keep();
    const over = headsKey(this.#doors.recorded());
    const saved = await this.#doors.commit(typed.value, typed.seen);
    if (!saved.ok) return this.#fail(typed, saved.problem);
    const seen = saved.value.slice(-1).map(({ id, at }) => ({ id, at }));
    this.#saved = { over, recorded: { value: typed.value, seen } };
    // What was typed while the save was under way goes on from what was just saved.
    const next = this.#typed;
    this.#typed = next && next !== typed ? { value: next.value, seen } : null;
    if (!this.#typed) this.#succeed();
  }

  async #forget(): Promise<void> {
    await this.#doors.drop();
    this.#typed = null;
    this.#succeed();
  }

  #succeed(): void {
    this.#problem = null;
    unwritten.delete(this.#doors.place);
    saveStatus.end(this.#doors.place);
  }

  #fail(typed: Recorded<T>, problem: Problem): void {
    this.#problem = problem;
    unwritten.set(this.#doors.place, typed);
    saveStatus.fail(this.#doors.place, problem);
  }

  #stopTimers(): void {
    clearTimeout(this.#draftTimer);
    this.#draftTimer = undefined;
    clearTimeout(this.#restTimer);
  }
}

function headsKey({ seen }: Recorded<Json>): string {
  return seen.map(({ id }) => id).join(' ');
}
