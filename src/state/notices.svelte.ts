import type { Problem, ProblemCode } from '../domain/problem';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'success' | 'failure';
  readonly content: { readonly text: string } | { readonly problem: Problem };
  readonly action?: NoticeAction;
}

/** What can be done about a notice while it stands. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

const SHOWN_MS = 4000;
/** Long enough to read it and to reach the button. */
const OFFERED_MS = 10_000;

/** The one door through which anything is told to the person besides the screen itself. */
class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #last = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** A problem stays until it is closed. */
  report(problem: Problem): void {
    this.#add({ kind: 'failure', content: { problem } });
  }

  /** Whether a problem of its kind is told already. */
  tells({ code }: Problem): boolean {
    return this.#list.some(({ content }) => 'problem' in content && content.problem.code === code);
  }

  /** Takes away the problems of a kind: what they tell is no longer so. */
  withdraw(code: ProblemCode): void {
    this.#list = this.#list.filter(({ content }) => !('problem' in content) || content.problem.code !== code);
  }

  /** A word that goes away by itself. */
  tell(text: string, kind: 'info' | 'success' = 'success'): void {
    const id = this.#add({ kind, content: { text } });
    setTimeout(() => this.close(id), SHOWN_MS);
  }

  /** A word with something to do about it, which takes the notice away. */
  offer(text: string, { label, run }: NoticeAction): void {
    const act = (): void => {
      this.close(id);
      run();
    };
    const id = this.#add({ kind: 'success', content: { text }, action: { label, run: act } });
    setTimeout(() => this.close(id), OFFERED_MS);
  }

  close(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(notice: Omit<Notice, 'id'>): number {
    this.#last += 1;
    // A word that goes by itself makes way for the next one; what failed stays.
    const staying = this.#list.filter(({ kind }) => kind === 'failure');
    this.#list = [...staying, { ...notice, id: this.#last }];
    return this.#last;
  }
}

export const notices = new Notices();
