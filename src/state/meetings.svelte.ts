import { boardFacts } from '../domain/board';
import { evaluate } from '../domain/evaluate';
import { planTableOf } from '../domain/planTable';
import { onPlace, readPlace } from '../storage/sessionPlace';
import { openPlan } from './openPlan.svelte';

/** What a session needs of the plan's figures: the rows of the whole plan, what needs attention first. */
class AttentionOrder {
  #rows = $derived.by((): readonly number[] => {
    const plan = openPlan.plan;
    if (!plan) return [];
    return boardFacts(plan, evaluate(planTableOf(plan), openPlan.cut)).figures.map(({ index }) => index);
  });

  get rows(): readonly number[] {
    return this.#rows;
  }
}

export const attentionOrder = new AttentionOrder();

/** The point of the agenda where a session is: the same after a reload, and in the window that is projected. */
export class SessionPlace {
  #key = $state<string | null>(null);
  #stop: () => void;

  constructor(sessionId: string) {
    this.#stop = onPlace(sessionId, (key) => (this.#key = key));
    void readPlace(sessionId).then((key) => (this.#key ??= key));
  }

  get key(): string | null {
    return this.#key;
  }

  show(key: string): void {
    this.#key = key;
  }

  close(): void {
    this.#stop();
  }
}
