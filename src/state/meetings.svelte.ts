import { boardFacts } from '../domain/board';
import { onPlace, readPlace } from '../storage/sessionPlace';
import { board } from './board.svelte';

/** What a session needs of the plan's figures: the rows of the whole plan, what needs attention first. */
class AttentionOrder {
  #rows = $derived.by((): readonly number[] => {
    const figures = board.figures;
    if (!figures) return [];
    // What the board shows is the same, unless it shows a part.
    const { facts, plan, evaluation } = figures;
    return (board.isMine ? boardFacts(plan, evaluation) : facts).figures.map(({ index }) => index);
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
