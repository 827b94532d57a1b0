import type { Problem, ProblemCode } from '../domain/problem';

/** What happened, and the way out. */
export interface Told {
  readonly what: string;
  readonly wayOut: string;
}

/** The words of one kind of problem, from its facts. */
export type Teller<Code extends ProblemCode> = (facts: Extract<Problem, { code: Code }>) => Told;
