import { composeCommit } from '../../src/log/commit';
import type { Commit, CommitDraft } from '../../src/log/commit';
import type { Json } from '../../src/log/json';
import { PLAN } from './histories';

const START_MS = Date.UTC(2026, 3, 1);

export interface Writer {
  /** Sets fields of one entity over the given commits (over nothing where none are named). */
  readonly set: (
    e: string,
    values: Readonly<Record<string, Json>>,
    over?: readonly Commit[],
    at?: number,
  ) => Commit;
  readonly write: (ops: CommitDraft['ops'], at?: number) => Commit;
}

/** A device that writes one commit after the other; `at` is minutes after the start, one more each time by itself. */
export function aWriter(device: string, plan = PLAN): Writer {
  let seq = 0;
  let after = plan;
  const write: Writer['write'] = (ops, at = seq) => {
    seq += 1;
    const commit = composeCommit({
      device,
      seq,
      after,
      wall: START_MS + at * 60_000,
      by: `p:${device}`,
      ops,
    });
    after = commit.id;
    return commit;
  };
  const set: Writer['set'] = (e, values, over = [], at = seq) => {
    const fields = Object.entries(values).map(([field, value]) => [field, { value, over }] as const);
    return write([{ e, fields: Object.fromEntries(fields) }], at);
  };
  return { write, set };
}
