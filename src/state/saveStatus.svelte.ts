import type { Problem, Result } from '../domain/problem';

/** Whether what was done is on the disk. "Guardado" is said only after the awaited transaction. */
class SaveStatus {
  #pending = $state(0);
  #failed = $state.raw<Problem | null>(null);

  get isSaving(): boolean {
    return this.#pending > 0;
  }

  get problem(): Problem | null {
    return this.#failed;
  }

  /** Follows a save to its end and gives its result. */
  async track<T>(save: Promise<Result<T>>): Promise<Result<T>> {
    this.#pending += 1;
    try {
      const result = await save;
      this.#failed = result.ok ? null : result.problem;
      return result;
    } finally {
      this.#pending -= 1;
    }
  }
}

export const saveStatus = new SaveStatus();
