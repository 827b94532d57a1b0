import type { MatrixTasks } from '../../commands/matrixTasks';
import type { Problem } from '../../domain/problem';
import type { OpenedMatrix } from './reading';

type AskedAnew = 'review' | 'compare';

/** A question that is asked anew with every choice: only the answer to the last one counts. */
export class LastQuestion<Task extends AskedAnew> {
  #waiting = $state.raw<MatrixTasks[Task]['takes'] | null>(null);
  #failed = $state.raw<{ readonly asked: MatrixTasks[Task]['takes']; readonly problem: Problem } | null>(
    null,
  );
  /** Its answer is still to come. */
  readonly isWaiting = $derived(this.#waiting !== null);
  /** Why it could not be answered; null where it was, or may still be. */
  readonly problem = $derived(this.#failed?.problem ?? null);
  readonly #task: Task;
  readonly #opened: () => OpenedMatrix | null;

  constructor(task: Task, opened: () => OpenedMatrix | null) {
    this.#task = task;
    this.#opened = opened;
  }

  /** Undefined where it could not be answered, or was left meanwhile. */
  async ask(asked: MatrixTasks[Task]['takes']): Promise<MatrixTasks[Task]['gives'] | undefined> {
    this.leave();
    this.#waiting = asked;
    const answer = await this.#opened()?.ask(this.#task, asked);
    if (this.#waiting !== asked || !answer) return undefined;
    this.#waiting = null;
    if (answer.ok) return answer.value;
    this.#failed = { asked, problem: answer.problem };
    return undefined;
  }

  /** What was asked and could not be answered; null where nothing was. */
  get failed(): MatrixTasks[Task]['takes'] | null {
    return this.#failed?.asked ?? null;
  }

  /** Its answer is not wanted any more. */
  leave(): void {
    this.#waiting = null;
    this.#failed = null;
  }
}
