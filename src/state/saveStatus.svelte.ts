import type { Problem, Result } from '../domain/problem';

/** What a place is at: something typed or being written and not yet on the disk, or a write that failed. */
type Standing = 'unsaved' | Problem;

/**
 * Whether everything that was done is on the disk, place by place: a save elsewhere never hides one that failed.
 * "Guardado" is said only when no place has anything open.
 */
class SaveStatus {
  #places = $state.raw<ReadonlyMap<string, Standing>>(new Map());

  get isSaving(): boolean {
    return [...this.#places.values()].includes('unsaved');
  }

  get problem(): Problem | null {
    return [...this.#places.values()].find((standing) => standing !== 'unsaved') ?? null;
  }

  /** Something was typed here, or is being written. */
  begin(place: string): void {
    this.#set(place, 'unsaved');
  }

  /** All of it is on the disk. */
  end(place: string): void {
    this.#set(place, null);
  }

  fail(place: string, problem: Problem): void {
    this.#set(place, problem);
  }

  /** Follows a save to its end and gives its result; a bug on the way is a failed save too. */
  async track<T>(save: Promise<Result<T>>, place: string): Promise<Result<T>> {
    this.begin(place);
    const result = await save.catch((error: unknown): Result<T> => {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { code: 'saveFailed', detail } };
    });
    if (!result.ok && isFailedWrite(result.problem)) this.fail(place, result.problem);
    else this.end(place);
    return result;
  }

  #set(place: string, standing: Standing | null): void {
    const places = new Map(this.#places);
    if (standing === null) places.delete(place);
    else places.set(place, standing);
    this.#places = places;
  }
}

/** A refusal says something to the person; only a write that failed leaves anything unsaved. */
function isFailedWrite({ code }: Problem): boolean {
  return code === 'saveFailed' || code === 'storageFull';
}

export const saveStatus = new SaveStatus();
