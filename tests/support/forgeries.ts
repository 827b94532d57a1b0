/** Things that come as commits and are none, and the id that a true commit must bear. */
import { createHash } from 'node:crypto';
import { parseCommitId } from '../../src/log/commit';
import type { Commit, CommitId, CommitIdParts, Operation } from '../../src/log/commit';

/** How a commit can be altered: its content under the old id, or the id over the old content. */
const ALTERED = {
  value: (commit: Commit) => ({ ...commit, ops: altered(commit, { set: { [fieldOf(commit)]: 'forged' } }) }),
  overwritten: (commit: Commit) => ({
    ...commit,
    ops: altered(commit, { was: { [fieldOf(commit)]: ['tab0.1.AAAAAAAAAAAAAAAA'] } }),
  }),
  author: (commit: Commit) => ({ ...commit, by: 'p:mallory' }),
  time: (commit: Commit) => ({ ...commit, at: '2020-01-01T00:00:00.000Z' }),
  unknown: (commit: Commit) => ({ ...commit, added: true }),
  sequence: (commit: Commit) => {
    const { device, seq } = partsOf(commit);
    return { ...commit, after: `${device}.${Math.max(1, seq - 1)}.AAAAAAAAAAAAAAAA` };
  },
  device: (commit: Commit) => {
    const { device, seq, hash } = partsOf(commit);
    return { ...commit, id: `${device}x.${seq}.${hash}` };
  },
  number: (commit: Commit) => {
    const { device, seq, hash } = partsOf(commit);
    return { ...commit, id: `${device}.${seq + 1}.${hash}` };
  },
};

export type Forgery = keyof typeof ALTERED;
export const FORGERIES = Object.keys(ALTERED) as Forgery[];

export function forged(commit: Commit, what: Forgery): unknown {
  return ALTERED[what](commit);
}

function partsOf({ id }: Commit): CommitIdParts {
  const parts = parseCommitId(id);
  if (!parts) throw new Error('A commit without an id');
  return parts;
}

function fieldOf({ ops }: Commit): string {
  return Object.keys(ops[0]?.set ?? {})[0] ?? '';
}

function altered({ ops }: Commit, part: Partial<Operation>): unknown[] {
  return ops.map((op, index) => (index === 0 ? { ...op, ...part } : op));
}

const TRAP =
  '{"id":"tab0.1.AAAAAAAAAAAAAAAA","after":"pl_9f3kq2","device":"tab0","at":"2026-01-01T00:00:00.000Z","by":"x","sv":1,';
export const JUNK: readonly unknown[] = [
  null,
  7,
  'text',
  [],
  {},
  { id: 'tab0.1.AAAAAAAAAAAAAAAA' },
  { id: 5, ops: 'none' },
  JSON.parse(`${TRAP}"ops":[{"e":"__proto__","set":{"status":1}}]}`),
  JSON.parse(`${TRAP}"ops":[{"e":"act:1","set":{"__proto__":{"status":1}}}]}`),
  JSON.parse(`${TRAP}"ops":[{"e":"act:1","set":null}],"__proto__":{"by":"x"}}`),
];

/** The id of a commit, computed apart from the code under test (merge.md 1). */
export function idOf(device: string, seq: number, content: object): CommitId {
  return `${device}.${seq}.${createHash('sha256').update(sortedText(content)).digest('base64url').slice(0, 16)}`;
}

function sortedText(thing: unknown): string {
  return JSON.stringify(thing, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
