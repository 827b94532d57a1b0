import type { FindingReview, Plan, ReadingNote } from '../model';
import { findingKey } from './finding';
import type { Finding } from './finding';

/** Something that a person can look at and settle, by its key: changed facts are another key (domain.md A6.13). */
export interface Reviewable {
  readonly key: string;
  readonly code: string;
  readonly entity: string;
}

export function reviewableFinding(finding: Finding): Reviewable {
  return { key: findingKey(finding), code: finding.code, entity: finding.entity };
}

/** A doubt of the reading goes by its id, which is made of its facts. */
export function reviewableNote({ id, indicatorId }: ReadingNote): Reviewable {
  return { key: JSON.stringify([NOTE, id, []]), code: NOTE, entity: indicatorId ?? id };
}

/** What somebody said of it; null while it is open. */
export function reviewOf({ reviews }: Pick<Plan, 'reviews'>, { key }: Reviewable): FindingReview | null {
  return reviews.get(key) ?? null;
}

/** Those that nobody has settled. */
export function openFindings(plan: Plan, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => reviewOf(plan, reviewableFinding(one)) === null);
}

const NOTE = 'readingNote';
