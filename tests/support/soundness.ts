/**
 * Whether what is stored of the plans of one device holds together: whole chains, counts that are true, and a state
 * and conflicts that are what the log says. Asked of plain rows, so of any database, however it was left.
 */
import { fieldClassOf } from '../../src/domain/entities';
import { encodeBucket } from '../../src/log/bucketText';
import { gapsIn } from '../../src/log/chains';
import { parseCommitId, verifyCommit } from '../../src/log/commit';
import type { Commit } from '../../src/log/commit';
import { conflictsOfEntity } from '../../src/log/conflicts';
import { foldAll } from '../../src/log/fold';
import { entitiesOf } from '../../src/log/state';
import type {
  BitacoraDatabase,
  ConflictRow,
  CopyRow,
  QuarantineRow,
  SegmentRow,
  StateRow,
  TailRow,
} from '../../src/storage/database';

/** Every row, by the name of its table. */
export type StoredRows = ReadonlyMap<string, readonly unknown[]>;

const SEGMENT = 1000;

export async function rowsOf(database: BitacoraDatabase): Promise<StoredRows> {
  const tables = database.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return new Map(await Promise.all(tables));
}

function tableOf<Row>(rows: StoredRows, name: string): readonly Row[] {
  return (rows.get(name) ?? []) as readonly Row[];
}

function ofCopy<Row extends { readonly copy: string }>(rows: StoredRows, name: string, copy: string): Row[] {
  return tableOf<Row>(rows, name).filter((row) => row.copy === copy);
}

/** The commits of a copy as they are stored, in order of arrival. */
export function commitsIn(rows: StoredRows, copy: string): Commit[] {
  return linesOf(rows, copy).map((line) => JSON.parse(line) as Commit);
}

function linesOf(rows: StoredRows, copy: string): string[] {
  const segments = ofCopy<SegmentRow>(rows, 'segments', copy).sort((a, b) => a.no - b.no);
  const tail = ofCopy<TailRow>(rows, 'tail', copy).sort((a, b) => a.n - b.n);
  return [...segments.flatMap(({ lines }) => lines.split('\n')), ...tail.map(({ line }) => line)];
}

/** What does not hold together, a line each; nothing when all is sound. */
export function unsoundIn(rows: StoredRows): string[] {
  const copies = tableOf<CopyRow>(rows, 'copies');
  const known = new Set(copies.map(({ copy }) => copy));
  const strays = ['segments', 'tail', 'state', 'conflicts', 'quarantine', 'drafts'].filter((name) =>
    tableOf<{ copy: string }>(rows, name).some(({ copy }) => !known.has(copy)),
  );
  return [
    ...strays.map((name) => `${name}: rows of no copy`),
    ...copies.flatMap((row) => unsoundCopy(rows, row).map((fault) => `${row.copy}: ${fault}`)),
  ];
}

function unsoundCopy(rows: StoredRows, row: CopyRow): string[] {
  const commits = commitsIn(rows, row.copy);
  const folded = foldedOf(rows, row.copy, commits);
  return [
    ...unsoundCounts(rows, row, commits.length),
    ...unsoundChain(row, commits),
    ...unsoundState(rows, row.copy, folded),
    ...(commits.every((commit) => verifyCommit(commit).ok) ? [] : ['a commit that does not verify']),
    ...(new Set(commits.map(({ id }) => id)).size === commits.length ? [] : ['a commit twice']),
  ];
}

/** What is set aside although it verifies: it was stored before that was known. */
function foldedOf(rows: StoredRows, copy: string, commits: readonly Commit[]): Commit[] {
  const aside = ofCopy<QuarantineRow>(rows, 'quarantine', copy)
    .filter(({ reason }) => reason === 'collision' || reason === 'otherPlan')
    .map(({ text }) => (JSON.parse(text) as { id?: unknown }).id);
  return commits.filter(({ id }) => !aside.includes(id));
}

function unsoundCounts(rows: StoredRows, { copy, count, sealed }: CopyRow, held: number): string[] {
  const segments = ofCopy<SegmentRow>(rows, 'segments', copy).sort((a, b) => a.no - b.no);
  const tail = ofCopy<TailRow>(rows, 'tail', copy).sort((a, b) => a.n - b.n);
  return [
    ...(count === held ? [] : [`counts ${count} of ${held} commits`]),
    ...(sealed === segments.length * SEGMENT ? [] : [`sealed ${sealed} in ${segments.length} segments`]),
    ...(segments.every(({ no, lines }, at) => no === at && lines.split('\n').length === SEGMENT)
      ? []
      : ['a segment out of place or not full']),
    ...(tail.every(({ n }, at) => n === sealed + at) ? [] : ['a tail with a hole']),
  ];
}

/** The chain of this device is one, without a gap, as long as its row says, and ends where its row says. */
function unsoundChain({ device, ownSeq, ownHead }: CopyRow, commits: readonly Commit[]): string[] {
  const own = commits.filter(({ id }) => parseCommitId(id)?.device === device);
  const numbers = own.map(({ id }) => parseCommitId(id)?.seq ?? 0);
  const isOne = [...numbers].sort((a, b) => a - b).every((seq, at) => seq === at + 1);
  const last = own.find((_, at) => numbers[at] === ownSeq);
  return [
    ...(isOne && own.length === ownSeq ? [] : [`own chain ${numbers.join(' ')}, said to be ${ownSeq}`]),
    ...((last?.id ?? null) === ownHead ? [] : [`own head ${ownHead}, not ${last?.id}`]),
    ...gapsIn(new Map(own.map((commit) => [commit.id, commit]))).map(() => 'a gap in the own chain'),
  ];
}

function unsoundState(rows: StoredRows, copy: string, commits: readonly Commit[]): string[] {
  const state = foldAll(commits);
  const stored = new Map(ofCopy<StateRow>(rows, 'state', copy).map((row) => [row.bucket, row.entities]));
  const empty = encodeBucket(new Map());
  const differs = state.flatMap((bucket, at) =>
    (stored.get(at) ?? empty) === encodeBucket(bucket) ? [] : [`bucket ${at} is not what the log says`],
  );
  const conflicts = ofCopy<ConflictRow>(rows, 'conflicts', copy).map(conflictText).sort();
  const rebuilt = Array.from(entitiesOf(state), ([entity, registers]) => ({
    entity,
    fields: conflictsOfEntity(entity, registers, fieldClassOf).map(({ field }) => field),
  }));
  const told = rebuilt.filter(({ fields }) => fields.length > 0).map(conflictText);
  return JSON.stringify(conflicts) === JSON.stringify(told.sort())
    ? differs
    : [...differs, `conflicts ${conflicts.join(', ')} are not ${told.join(', ')}`];
}

function conflictText({ entity, fields }: Pick<ConflictRow, 'entity' | 'fields'>): string {
  return `${entity} ${[...fields].sort().join(' ')}`;
}
