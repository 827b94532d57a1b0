// The workload as our own commits, and the path that a file takes through the app's code without the database.
import { fieldClassOf } from '../../src/domain/entities';
import { decodeSnapshot, encodeSnapshot } from '../../src/formats/snapshot';
import { composeCommit } from '../../src/log/commit';
import type { Commit, SeenHead } from '../../src/log/commit';
import { conflictsIn } from '../../src/log/conflicts';
import { fold, foldAll } from '../../src/log/fold';
import { EMPTY_STATE, entityOf } from '../../src/log/state';
import type { LogState } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits, verifyAllBut } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { cellOf, FIELDS } from './mergeWorkload';
import type { Workload } from './mergeWorkload';

const PLAN = 'pl_bench';

export interface Held {
  readonly log: Log;
  readonly state: LogState;
}

const NOTHING: Held = { log: EMPTY_LOG, state: EMPTY_STATE };

/** What everybody began with, and what each tablet hands over: the file that the app writes. */
export function ourFiles(workload: Workload): {
  readonly base: Commit;
  readonly files: readonly Uint8Array[];
} {
  const base = composeCommit({
    device: 'seed0000',
    seq: 1,
    after: PLAN,
    wall: workload.baseMs,
    by: 'p:seed',
    ops: workload.entities.map((e, row) => ({
      e,
      fields: Object.fromEntries(
        FIELDS.map((field, column) => [field, { value: workload.base[row]![column]!, over: [] }]),
      ),
    })),
  });
  return { base, files: workload.tablets.map((_, tablet) => fileOf(workload, base, tablet)) };
}

function fileOf(workload: Workload, base: Commit, tablet: number): Uint8Array {
  const device = `tablet${String(tablet).padStart(2, '0')}`;
  const seen = new Map<string, SeenHead>();
  const commits: Commit[] = [];
  for (const { entity, field, value, atMs, by } of workload.tablets[tablet] ?? []) {
    const over = [seen.get(cellOf(entity, field)) ?? base];
    const ops = [{ e: entity, fields: { [field]: { value, over } } }];
    const after = commits.at(-1)?.id ?? PLAN;
    const commit = composeCommit({ device, seq: commits.length + 1, after, wall: atMs, by, ops });
    seen.set(cellOf(entity, field), commit);
    commits.push(commit);
  }
  return bytesOf([base, ...commits], device);
}

/** The file of a whole log. */
export function bytesOf(commits: readonly Commit[], device: string): Uint8Array {
  const text = encodeSnapshot({
    plan: PLAN,
    exportedAt: '2026-12-31T12:00:00.000Z',
    exportedBy: { device, person: '' },
    commits,
    quarantine: [],
    state: foldAll(commits),
  });
  return new TextEncoder().encode(text);
}

/** Reads a file and unites it with what is held: every hash of what is new is verified. */
export function merged({ log, state }: Held, file: Uint8Array): Held {
  const read = decodeSnapshot(file, 'plan.json', log.commits);
  if (!read.ok) throw new Error(read.problem.code);
  const { log: lines, quarantine, sound } = read.value;
  const union = mergeCommits(log, [...lines, ...quarantine], verifyAllBut(sound));
  if (union.quarantined.length > 0) throw new Error('The bench brings nothing that does not verify');
  return { log: union.log, state: fold(state, union.added) };
}

export function heldAtFirst(base: Commit): Held {
  const { log, added } = mergeCommits(EMPTY_LOG, [base]);
  return { log, state: foldAll(added) };
}

/** From the bytes of a file alone to every current value. */
export function loaded(file: Uint8Array): LogState {
  return merged(NOTHING, file).state;
}

export function valueIn(state: LogState, entity: string, field: string): unknown {
  return entityOf(state, entity)?.get(field)?.heads[0]?.value;
}

/** The conflicts with who and when of each value, by cell. */
export function ourConflicts(state: LogState): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    conflictsIn(state, fieldClassOf).map(({ entityId, field, heads }) => [cellOf(entityId, field), heads]),
  );
}
