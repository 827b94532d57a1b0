import { verifyCommit, type Commit, type CommitId, type RefusalReason, type Verdict } from './commit';
import { CommitMap, type GrowingMap } from './commitMap';
import { sha256Hex } from './hash';
import { canonicalJson, compareText, isRecord, sameJson, type Json } from './json';

/** Something that came as a commit and is kept and passed on, but never folded. */
export interface Quarantined {
  /** SHA-256 of its canonical text: the same thing is kept once. */
  readonly key: string;
  readonly reason: RefusalReason | 'collision';
  readonly raw: Json;
}

export interface Log {
  readonly commits: ReadonlyMap<CommitId, Commit>;
  /** By key. */
  readonly quarantine: readonly Quarantined[];
}

export interface Merged {
  readonly log: Log;
  /** Commits that were not held before, to be folded. */
  readonly added: readonly Commit[];
  /** How many of those that came were held already. */
  readonly known: number;
  /** What went into quarantine now. */
  readonly quarantined: readonly Quarantined[];
  /** Ids that two different valid commits bear. Where there are any, the state must be folded afresh. */
  readonly collided: readonly CommitId[];
}

export type Verify = (raw: unknown) => Verdict;

/** Spares those a second proof that are known to be sound. */
export function verifyAllBut(sound: ReadonlySet<unknown>): Verify {
  return (raw) => (sound.has(raw) ? { ok: true, commit: raw as Commit } : verifyCommit(raw));
}

export const EMPTY_LOG: Log = { commits: new Map(), quarantine: [] };

interface OpenMerge {
  readonly commits: GrowingMap;
  readonly quarantine: Map<string, Quarantined>;
  readonly quarantined: Quarantined[];
  readonly collidedBefore: ReadonlySet<CommitId>;
  readonly collided: Set<CommitId>;
  known: number;
}

/**
 * The union of a log with whatever came (merge.md 2, rules 1 and 2). Each thing is verified before it counts, so
 * neither order nor repetition matters: a forged copy goes to quarantine whether it comes first or last, and two
 * valid commits with one id both do. Reads no clock; nothing is ever rewritten.
 *
 * Takes parsed JSON (throws on anything else). What another device keeps in quarantine is to be given too.
 */
export function mergeCommits(log: Log, incoming: readonly unknown[], verify: Verify = verifyCommit): Merged {
  const merge = openMerge(log);
  for (const raw of incoming) take(merge, raw, verify);
  const { commits, known, quarantined, collided } = merge;
  const added = commits.added().filter(isKept(merge));
  const isUnchanged = added.length + quarantined.length + collided.size === 0;
  const quarantine = [...merge.quarantine.values()].sort((a, b) => compareText(a.key, b.key));
  return {
    log: isUnchanged ? log : { commits: united(merge), quarantine },
    added,
    known,
    quarantined,
    collided: [...collided],
  };
}

function united(merge: OpenMerge): CommitMap {
  const grown = merge.commits.grown();
  return merge.collided.size === 0 ? grown : CommitMap.of([...grown.values()].filter(isKept(merge)));
}

function isKept({ collided }: OpenMerge): (commit: Commit) => boolean {
  return ({ id }) => collided.size === 0 || !collided.has(id);
}

function openMerge(log: Log): OpenMerge {
  const collidedBefore = log.quarantine
    .filter(({ reason }) => reason === 'collision')
    .map(({ raw }) => idOf(raw));
  return {
    commits: CommitMap.from(log.commits).growing(),
    quarantine: new Map(log.quarantine.map((one) => [one.key, one])),
    quarantined: [],
    collidedBefore: new Set(collidedBefore),
    collided: new Set(),
    known: 0,
  };
}

function idOf(raw: unknown): CommitId {
  return isRecord(raw) && typeof raw['id'] === 'string' ? raw['id'] : '';
}

/** What is held of an id at this point; two valid commits with one id are not. */
function heldIn({ commits, collided }: OpenMerge, id: CommitId): Commit | undefined {
  return collided.has(id) ? undefined : commits.get(id);
}

function take(merge: OpenMerge, raw: unknown, verify: Verify): void {
  const held = heldIn(merge, idOf(raw));
  // What equals a verified commit needs no second proof.
  if (held && sameJson(held, raw)) {
    merge.known += 1;
    return;
  }
  const verdict = verify(raw);
  if (!verdict.ok) quarantine(merge, raw, verdict.reason);
  else if (held) collide(merge, held, verdict.commit);
  else if (merge.collidedBefore.has(verdict.commit.id) || merge.collided.has(verdict.commit.id)) {
    quarantine(merge, raw, 'collision');
  } else {
    merge.commits.add(verdict.commit);
  }
}

/** Nobody can tell which of the two is the true one, so neither counts. */
function collide(merge: OpenMerge, held: Commit, other: Commit): void {
  merge.collided.add(held.id);
  quarantine(merge, held, 'collision');
  quarantine(merge, other, 'collision');
}

function quarantine(merge: OpenMerge, raw: unknown, reason: Quarantined['reason']): void {
  const key = sha256Hex(canonicalJson(raw));
  if (merge.quarantine.has(key)) return;
  // canonicalJson has just refused everything that is not JSON.
  const one = { key, reason, raw: raw as Json };
  merge.quarantine.set(key, one);
  merge.quarantined.push(one);
}
