import type { Problem, Result } from '../domain/problem';

type ClosedPeriod = Extract<Problem, { readonly code: 'closedPeriod' }>;

/** What is asked of the person: why something is done to a period that is closed. */
class LateReason {
  #asked = $state.raw<ClosedPeriod | null>(null);
  #answer: (reason: string | null) => void = () => undefined;

  /** The closed period of which a reason is asked; null while none is. */
  get asked(): ClosedPeriod | null {
    return this.#asked;
  }

  /** Gives the reason; null when the person gives none. A question that was open is left without one. */
  ask(problem: ClosedPeriod): Promise<string | null> {
    this.answer(null);
    this.#asked = problem;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  answer(reason: string | null): void {
    this.#asked = null;
    this.#answer(reason);
    this.#answer = () => undefined;
  }
}

export const lateReason = new LateReason();

/** Tries a change; where it is refused because its period is closed, asks why and tries it with that reason. */
export async function withLateReason<T>(attempt: (why?: string) => Promise<Result<T>>): Promise<Result<T>> {
  const first = await attempt();
  if (first.ok || first.problem.code !== 'closedPeriod') return first;
  const reason = await lateReason.ask(first.problem);
  return reason === null ? first : attempt(reason);
}
