import { chainHeads } from './chains';
import { parseCommitId, verifyCommit } from './commit';
import type { Commit, CommitId } from './commit';
import { sha256Hex } from './hash';
import { compareText, isRecord } from './json';

/** All that was held when something was closed: the last commits of every device and what they follow (merge.md 2). */
export interface CommitSeal {
  readonly heads: readonly CommitId[];
  /** What some member follows and nobody here held: it is outside, also once it arrives. */
  readonly without: readonly CommitId[];
  readonly n: number;
  /** SHA-256 of the sorted member ids, one a line, as hex. */
  readonly seal: string;
}

export type SealVerdict =
  | { readonly kind: 'intact' }
  /**
   * Members that this device does not hold, and how many stored lines outside of the seal do not verify: where the id
   * of a line is what was altered, it is one of those.
   */
  | { readonly kind: 'missing'; readonly ids: readonly CommitId[]; readonly damaged: number }
  /** Members whose line is not what their author wrote; none where the seal itself is not that of its members. */
  | { readonly kind: 'altered'; readonly ids: readonly CommitId[] };

/** Seals the commits that are held. Reads no clock; the order in which they come says nothing. */
export function sealOf(commits: Iterable<Commit>): CommitSeal {
  const held = new Map(Array.from(commits, (commit) => [commit.id, commit]));
  const heads = [...chainHeads(held.values()).values()].flat().map(({ id }) => id);
  const { members, missing } = closureOf({ heads, without: [] }, held);
  return { heads: heads.sort(compareText), without: missing, n: members.size, seal: sealText(members) };
}

/** The members of a seal: its heads and all that they follow, as far as it is held; and what of it is not. */
export function closureOf(
  { heads, without }: Pick<CommitSeal, 'heads' | 'without'>,
  held: ReadonlyMap<CommitId, { readonly after: unknown }>,
): { readonly members: ReadonlySet<CommitId>; readonly missing: readonly CommitId[] } {
  const members = new Set<CommitId>();
  const outside = new Set(without);
  const missing = new Set<CommitId>();
  for (const head of heads) {
    let id: unknown = head;
    // The first commit of a chain follows the plan, whose id is no commit's.
    while (typeof id === 'string' && parseCommitId(id) && !members.has(id) && !outside.has(id)) {
      const commit = held.get(id);
      if (!commit) {
        missing.add(id);
        break;
      }
      members.add(id);
      id = commit.after;
    }
  }
  return { members, missing: [...missing].sort(compareText) };
}

/**
 * Whether the stored lines still are what was sealed, byte for byte: every member is there, each one verifies and is
 * written as it was, and together they give the seal.
 */
export function verifySeal(seal: CommitSeal, lines: Iterable<string>): SealVerdict {
  const { held, broken } = readLines(lines);
  const { members, missing } = closureOf(seal, held);
  const outside = broken.filter(({ id }) => !members.has(id));
  const isBroken = (id: CommitId) => broken.some((one) => one.id === id);
  // A line that cannot be read any more still may say whose it is.
  const isUnreadable = (id: CommitId) =>
    outside.some(({ line }) => line.includes(`"id":${JSON.stringify(id)}`));
  const altered = [...[...members].filter(isBroken), ...missing.filter(isUnreadable)].sort(compareText);
  if (altered.length > 0) return { kind: 'altered', ids: altered };
  if (missing.length > 0) return { kind: 'missing', ids: missing, damaged: outside.length };
  const isTheSame = members.size === seal.n && sealText(members) === seal.seal;
  return isTheSame ? { kind: 'intact' } : { kind: 'altered', ids: [] };
}

/** The commits outside what was sealed that touch any of the things asked about, in the order given. */
export function outsideOf(
  members: ReadonlySet<CommitId>,
  commits: Iterable<Commit>,
  touches: (entity: string) => boolean,
): readonly Commit[] {
  return [...commits].filter(({ id, ops }) => !members.has(id) && ops.some(({ e }) => touches(e)));
}

interface ReadLines {
  readonly held: ReadonlyMap<CommitId, { readonly after: unknown }>;
  /** Those that do not verify, each with the id that it claims; empty where it cannot be read. */
  readonly broken: readonly { readonly id: CommitId; readonly line: string }[];
}

function readLines(lines: Iterable<string>): ReadLines {
  const held = new Map<CommitId, { readonly after: unknown }>();
  const broken: { readonly id: CommitId; readonly line: string }[] = [];
  for (const line of lines) {
    const raw = parsed(line);
    const id = isRecord(raw) && typeof raw['id'] === 'string' ? raw['id'] : '';
    // The same value can be written in other bytes, and they are not those that were stored.
    if (!verifyCommit(raw).ok || JSON.stringify(raw) !== line) broken.push({ id, line });
    if (isRecord(raw)) held.set(id, { after: raw['after'] });
  }
  return { held, broken };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function sealText(members: ReadonlySet<CommitId>): string {
  return sha256Hex([...members].sort(compareText).join('\n'));
}
