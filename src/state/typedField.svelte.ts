import type { Problem, Result } from '../domain/problem';
import type { SeenHead } from '../log/commit';
import type { Json } from '../log/json';

/** What is recorded in a field, and the heads a person sees when they look at it. */
export interface Recorded<T extends Json> {
  readonly value: T;
  readonly seen: readonly SeenHead[];
}

/** What a field needs from outside: the record it shows, and the commands that keep and commit. */
export interface FieldDoors<T extends Json> {
  readonly recorded: () => Recorded<T>;
  readonly keep: (value: T, seen: readonly SeenHead[]) => Promise<Result<unknown>>;
  readonly drop: () => Promise<unknown>;
  /** False while something is still asked about the value: it stays a draft. */
  readonly mayCommit: (value: T) => boolean;
  readonly commit: (value: T, seen: readonly SeenHead[]) => Promise<Result<unknown>>;
}

const DRAFT_MS = 300;
const REST_MS = 5000;

/**
 * A field being typed. 300 ms after the last key its value is a durable draft; it becomes one commit when
 * the person leaves it, or after 5 s of rest, so that pauses in typing are not history. The heads it
 * overwrites are those seen when typing began: a merge in between shows as a conflict, never as a loss.
 */
export class TypedField<T extends Json> {
  #doors: FieldDoors<T>;
  #typed = $state.raw<{ readonly value: T; readonly seen: readonly SeenHead[] } | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(doors: FieldDoors<T>) {
    this.#doors = doors;
  }

  /** What the field shows: what is being typed, else what is recorded. */
  get value(): T {
    return this.#typed ? this.#typed.value : this.#doors.recorded().value;
  }

  get isDirty(): boolean {
    return this.#typed !== null;
  }

  /** Why the last save failed; what was typed is still here. */
  get problem(): Problem | null {
    return this.#problem;
  }

  type(value: T): void {
    const seen = this.#typed?.seen ?? this.#doors.recorded().seen;
    this.#typed = { value, seen };
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#restTimer);
    this.#draftTimer = setTimeout(() => void this.#inTurn(() => this.#keep()), DRAFT_MS);
    this.#restTimer = setTimeout(() => void this.commit(), REST_MS);
  }

  /** Makes what was typed history. Nothing to do when it is what is recorded already. */
  commit(): Promise<void> {
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#restTimer);
    return this.#inTurn(() => this.#commit());
  }

  /** Goes back to what is recorded. */
  reset(): Promise<void> {
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#restTimer);
    this.#typed = null;
    return this.#inTurn(async () => void (await this.#doors.drop()));
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
    const kept = await this.#doors.keep(typed.value, typed.seen);
    this.#problem = kept.ok ? null : kept.problem;
  }

  async #commit(): Promise<void> {
    const typed = this.#typed;
    if (!typed) return;
    if (JSON.stringify(typed.value) === JSON.stringify(this.#doors.recorded().value)) {
      await this.#doors.drop();
      this.#typed = null;
      return;
    }
    if (!this.#doors.mayCommit(typed.value)) return this.#keep();
    const saved = await this.#doors.commit(typed.value, typed.seen);
    this.#problem = saved.ok ? null : saved.problem;
    // What was typed while the save was under way goes on from what was just saved.
    if (!saved.ok) return;
    const next = this.#typed;
    this.#typed = next && next !== typed ? { value: next.value, seen: this.#doors.recorded().seen } : null;
  }
}
