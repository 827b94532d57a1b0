/** What is known of how safe a plan is on this device. */
export interface SafetyFacts {
  /** Stored changes that do not verify, as of the last check. */
  readonly damaged: number;
  /** Changes in no file that left this device. */
  readonly onlyHere: number;
  /** ISO instants; null for never. */
  readonly lastCopyAt: string | null;
  readonly lastCheckAt: string | null;
  readonly heldSince: string;
  /** Whether the browser promised to keep what is stored; null where it does not say. */
  readonly isPersistent: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** The one thing to do about it, or nothing. */
export type SafetyAdvice = 'recover' | 'copyOutside' | 'freeSpace' | 'keepStorage' | 'check' | 'none';

const DAY_MS = 86_400_000;
/** A week of work is what a team can afford to write again. */
const DAYS_WITHOUT_COPY = 7;
const DAYS_WITHOUT_CHECK = 30;
/** From here on even small writes begin to fail. */
const FULL = 0.9;

/** The most pressing thing that somebody can do for the safety of a plan, at an ISO instant. */
export function adviseSafety(facts: SafetyFacts, now: string): SafetyAdvice {
  const { onlyHere, lastCopyAt, heldSince, lastCheckAt } = facts;
  if (facts.damaged > 0) return 'recover';
  if (isNearlyFull(facts)) return 'freeSpace';
  if (onlyHere > 0 && daysBetween(lastCopyAt ?? heldSince, now) >= DAYS_WITHOUT_COPY) return 'copyOutside';
  if (facts.isPersistent === false) return 'keepStorage';
  return daysBetween(lastCheckAt ?? heldSince, now) >= DAYS_WITHOUT_CHECK ? 'check' : 'none';
}

function isNearlyFull({ usedBytes, quotaBytes }: SafetyFacts): boolean {
  return usedBytes !== null && quotaBytes !== null && quotaBytes > 0 && usedBytes / quotaBytes >= FULL;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
