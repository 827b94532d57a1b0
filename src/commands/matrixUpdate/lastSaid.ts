import { overwrittenBy } from '../../log/commit';
import type { Commit, Operation } from '../../log/commit';
import { DELETED } from '../../log/deletes';
import { isRecord } from '../../log/json';
import type { Json } from '../../log/json';
import { UNDO } from '../undo';
import type { LastSaid } from './holds';

/** How a commit says that it comes of a matrix; the file's name follows. */
export const SOURCE = 'matriz ';

/** What the text of a commit has that is of a matrix, or that takes one back. */
export const OF_A_MATRIX: readonly string[] = [
  '"why":"import"',
  `"src":"${SOURCE}`,
  `"why":"${UNDO}"`,
  `"src":"${UNDO}"`,
];

interface Said {
  readonly by: string;
  readonly value: Json;
}

type SaidOf = Map<string, Said[]>;

/**
 * What the matrices that were written into a plan said, each over the one before, from its commits in order of
 * arrival. What was undone was never said.
 */
export function lastSaidIn(commits: readonly Commit[]): LastSaid {
  const said = new Map<string, SaidOf>();
  for (const commit of commits) {
    for (const op of commit.ops) {
      const fields = said.get(op.e) ?? (new Map() as SaidOf);
      said.set(op.e, fields);
      if (isOfMatrix(commit)) say(fields, commit.id, op);
      else if (isUndo(commit)) unsay(fields, op);
    }
  }
  return (entity, field) => said.get(entity)?.get(field)?.at(-1)?.value;
}

function isOfMatrix({ why, src }: Commit): boolean {
  return why === 'import' || (typeof src === 'string' && src.startsWith(SOURCE));
}

/** One of before says it as its why alone. */
function isUndo({ why, src }: Commit): boolean {
  return why === UNDO || src === UNDO;
}

function say(fields: SaidOf, by: string, { set }: Operation): void {
  for (const [field, value] of Object.entries(set)) {
    fields.set(field, [...(fields.get(field) ?? []), { by, value }]);
  }
}

function unsay(fields: SaidOf, op: Operation): void {
  if (isRecord(op.set[DELETED])) return fields.clear();
  for (const field of Object.keys(op.set)) {
    const overwritten = overwrittenBy(op, field);
    const left = (fields.get(field) ?? []).filter(({ by }) => !overwritten.includes(by));
    fields.set(field, left);
  }
}
