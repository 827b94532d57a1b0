import type { NewCommit } from '../storage/append';

type Operations = NewCommit['ops'];

const MAX_FIELDS = 500;

/** Commits of at most `MAX_FIELDS` fields each, so that no single save grows without bound. */
export function inCommits(operations: Operations, about: Omit<NewCommit, 'ops'>): readonly NewCommit[] {
  const commits: NewCommit[] = [];
  let ops: Operations[number][] = [];
  let fields = 0;
  for (const operation of operations) {
    const size = Object.keys(operation.fields).length;
    if (fields + size > MAX_FIELDS && ops.length > 0) {
      commits.push({ ...about, ops });
      [ops, fields] = [[], 0];
    }
    ops.push(operation);
    fields += size;
  }
  return ops.length > 0 ? [...commits, { ...about, ops }] : commits;
}
