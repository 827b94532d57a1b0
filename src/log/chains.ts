import { parseCommitId, type Commit, type CommitId } from './commit';
import { compareText } from './json';
import { inFileOrder } from './order';
import { parseStamp } from './stamp';

export interface ChainHead {
  readonly seq: number;
  readonly id: CommitId;
}

/** The last commits of each device: more than one where it was copied, or where a gap parts its chain. */
export type ChainHeads = ReadonlyMap<string, readonly ChainHead[]>;

/** Commits of a device that someone has and that have not arrived: "waiting for changes 120-134 of tablet 3". */
export interface Gap {
  readonly device: string;
  readonly from: number;
  readonly to: number;
}

/** One device id that wrote on in two places after the same commit: a copied tablet. */
export interface Fork {
  readonly device: string;
  readonly after: string;
  readonly ids: readonly CommitId[];
}

export interface ClockWarning {
  readonly device: string;
  readonly kind: 'ahead' | 'backwards';
  readonly id: CommitId;
  readonly byMs: number;
}

const AHEAD_TOLERANCE_MS = 600_000;
/** `wall` is left out up to a minute from `at`, so anything below that says nothing. */
const BACKWARDS_TOLERANCE_MS = 60_000;

function deviceOf(commit: Commit): string {
  return parseCommitId(commit.id)?.device ?? '';
}

/** The commits that no other of these follows, by device, in file order: completeness and tamper evidence. */
export function chainHeads(commits: Iterable<Commit>): ChainHeads {
  const all = inFileOrder(commits);
  const followed = new Set(all.map(({ after }) => after));
  const heads = new Map<string, ChainHead[]>();
  for (const { id } of all) {
    const parts = parseCommitId(id);
    if (!parts || followed.has(id)) continue;
    heads.set(parts.device, [...(heads.get(parts.device) ?? []), { seq: parts.seq, id }]);
  }
  return heads;
}

/**
 * What is missing (merge.md 2, rule 7): commits that a held one follows, and the heads that a file claims to know.
 * A range reaches down to the next lower commit held of that device; it may turn out longer, never shorter, when
 * the device was copied.
 */
export function gapsIn(commits: ReadonlyMap<CommitId, Commit>, claimed: ChainHeads = new Map()): Gap[] {
  const numbers = new Map<string, number[]>();
  const missing = new Set<CommitId>();
  for (const { id, after } of commits.values()) {
    const { device, seq } = parseCommitId(id) ?? { device: '', seq: 0 };
    numbers.set(device, numbers.get(device) ?? []);
    numbers.get(device)?.push(seq);
    if (seq > 1 && !commits.has(after)) missing.add(after);
  }
  for (const { id } of [...claimed.values()].flat()) if (!commits.has(id)) missing.add(id);
  return joined([...missing].flatMap((id) => gapBelow(id, numbers)));
}

function gapBelow(id: CommitId, numbers: ReadonlyMap<string, readonly number[]>): Gap[] {
  const parts = parseCommitId(id);
  if (!parts) return [];
  const { device, seq } = parts;
  const below = (numbers.get(device) ?? []).reduce((best, one) => (one < seq && one > best ? one : best), 0);
  return [{ device, from: below + 1, to: seq }];
}

/** Ranges that overlap, as one; by device and number. */
function joined(gaps: readonly Gap[]): Gap[] {
  const sorted = [...gaps].sort((a, b) => compareText(a.device, b.device) || a.from - b.from || a.to - b.to);
  const out: Gap[] = [];
  for (const gap of sorted) {
    const last = out.at(-1);
    if (last?.device === gap.device && gap.from <= last.to) {
      out[out.length - 1] = { ...last, to: Math.max(last.to, gap.to) };
    } else out.push(gap);
  }
  return out;
}

/** Device ids that two tablets wrote under, with the commits that part (merge.md 1: clones never collide). */
export function forksIn(commits: Iterable<Commit>): Fork[] {
  const siblings = new Map<string, Fork>();
  for (const commit of inFileOrder(commits)) {
    const device = deviceOf(commit);
    const key = `${device} ${commit.after}`;
    const ids = [...(siblings.get(key)?.ids ?? []), commit.id];
    siblings.set(key, { device, after: commit.after, ids });
  }
  return [...siblings.values()].filter(({ ids }) => ids.length > 1);
}

/**
 * Devices whose clock looks wrong, the worst commit of each kind (merge.md 1, clock skew defence 3): more than ten
 * minutes after the file that brought it was made, or running backwards along the chain. A warning, never a
 * refusal. The device's own wall clock is what counts: `at` may be high because of a value that it overwrote.
 */
export function clockWarnings(commits: ReadonlyMap<CommitId, Commit>, exportedAt: string): ClockWarning[] {
  const exported = Date.parse(exportedAt);
  const worst = new Map<string, ClockWarning>();
  const warn = (kind: ClockWarning['kind'], commit: Commit, byMs: number, tolerance: number): void => {
    const device = deviceOf(commit);
    const key = `${device} ${kind}`;
    if (byMs > Math.max(tolerance, worst.get(key)?.byMs ?? 0))
      worst.set(key, { device, kind, id: commit.id, byMs });
  };
  for (const commit of inFileOrder(commits.values())) {
    warn('ahead', commit, wallOf(commit) - exported, AHEAD_TOLERANCE_MS);
    const before = commits.get(commit.after);
    if (before) warn('backwards', commit, wallOf(before) - wallOf(commit), BACKWARDS_TOLERANCE_MS);
  }
  return [...worst.values()];
}

function wallOf({ wall, at }: Commit): number {
  const told = typeof wall === 'string' ? parseStamp(wall) : null;
  return (told ?? parseStamp(at))?.ms ?? Number.NaN;
}

/** Whether some chain begins at another plan: without one, every commit is this plan's own. */
export function beginsElsewhere(planId: string, commits: Iterable<Commit>): boolean {
  for (const { id, after, device } of commits) {
    // Only a first commit has to name its device; a later one may.
    if (device !== undefined && after !== planId && parseCommitId(id)?.seq === 1) return true;
  }
  return false;
}

/**
 * Parts commits by whether their chain begins at this plan (the first commit's `after` is the plan id). A chain
 * whose beginning has not arrived cannot be told, and counts as the plan's own.
 */
export function commitsOfPlan(
  planId: string,
  commits: ReadonlyMap<CommitId, Commit>,
): { readonly own: readonly Commit[]; readonly foreign: readonly Commit[] } {
  const own: Commit[] = [];
  const foreign: Commit[] = [];
  const foreignIds = new Set<CommitId>();
  // In file order a commit comes after the one that it follows.
  for (const commit of inFileOrder(commits.values())) {
    const isFirst = parseCommitId(commit.id)?.seq === 1;
    if (isFirst ? commit.after === planId : !foreignIds.has(commit.after)) own.push(commit);
    else {
      foreign.push(commit);
      foreignIds.add(commit.id);
    }
  }
  return { own, foreign };
}

/** A commit and all that it follows, as far as that is held, with the first that is not. */
export function chainEndingAt(
  head: CommitId | null,
  commits: ReadonlyMap<CommitId, Pick<Commit, 'after'>>,
): ReadonlySet<CommitId> {
  const chain = new Set<CommitId>();
  let link = head;
  while (link !== null && !chain.has(link)) {
    chain.add(link);
    link = commits.get(link)?.after ?? null;
  }
  return chain;
}

/**
 * Commits with my device id that are no part of the chain that ends at my last commit: this tablet was copied, or is
 * a copy. Take a new device id at once, and tell the person (merge.md 1). What was lost here and comes back from
 * another tablet is part of that chain, and no alarm. `commits` are all that are held by then.
 */
export function isForeignTripwire(
  own: { readonly device: string; readonly head: CommitId | null },
  commits: ReadonlyMap<CommitId, Commit>,
  incoming: readonly Commit[],
): boolean {
  const underMyName = incoming.filter((commit) => deviceOf(commit) === own.device);
  if (underMyName.length === 0) return false;
  const mine = chainEndingAt(own.head, commits);
  return underMyName.some(({ id }) => !mine.has(id));
}
