import Dexie from 'dexie';
import type { Problem } from '../domain/problem';

/** Thrown inside a transaction that must not be carried out: nothing of it is written, and this is told instead. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Names a failed write. A full disk shows as an aborted transaction with the quota error inside. */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (isQuota(error)) return { code: 'storageFull' };
  return {
    code: 'saveFailed',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === Dexie.errnames.QuotaExceeded || error.name === 'QuotaExceededError') return true;
  return isQuota((error as { inner?: unknown }).inner);
}
