import { boardFacts } from '../domain/board';
import type { BoardFacts } from '../domain/board';
import { evaluate } from '../domain/evaluate';
import type { Evaluation } from '../domain/evaluate';
import { allRows } from '../domain/groups';
import type { Plan } from '../domain/model';
import { rowsOwnedBy } from '../domain/ownership';
import { planTableOf } from '../domain/planTable';
import { openPlan } from './openPlan.svelte';
import { nextTask } from './steps';
import { thisDevice } from './thisDevice.svelte';

export interface Figures {
  readonly copy: string;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** The indicators on screen, by their places in the plan. */
  readonly rows: readonly number[];
  /** True where those are what this person's team answers for. */
  readonly isMine: boolean;
  readonly facts: BoardFacts;
}

/** The figures of the open plan at its cut, for the whole plan or for what this person's team answers for. */
class Board {
  #choice = $state<'mine' | 'all' | null>(null);
  #copy = $derived(openPlan.copy);
  #mine = $derived(openPlan.plan ? rowsOwnedBy(openPlan.plan, thisDevice.identity.department) : []);
  #evaluation = $derived(openPlan.plan ? evaluate(planTableOf(openPlan.plan), openPlan.cut) : null);
  #figures = $derived.by((): Figures | null => {
    const [copy, plan, evaluation, isMine] = [this.#copy, openPlan.plan, this.#evaluation, this.isMine];
    if (copy === null || !plan || !evaluation) return null;
    const rows = isMine ? this.#mine : allRows(plan);
    return { copy, plan, evaluation, rows, isMine, facts: boardFacts(plan, evaluation, rows) };
  });

  /** True when this person's team answers for something in the plan. */
  get hasMine(): boolean {
    return this.#mine.length > 0;
  }

  /** "Lo mío" comes first where there is something of mine. */
  get isMine(): boolean {
    return this.hasMine && this.#choice !== 'all';
  }

  show(choice: 'mine' | 'all'): void {
    this.#choice = choice;
  }

  get figures(): Figures | null {
    return this.#figures;
  }

  /** The same, computed in steps between which the screen goes on moving. */
  async figuresInSteps(): Promise<Figures | null> {
    await nextTask();
    void this.#evaluation;
    await nextTask();
    void this.#figures;
    await nextTask();
    return this.#figures;
  }
}

export const board = new Board();
