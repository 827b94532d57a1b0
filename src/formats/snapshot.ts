import * as v from 'valibot';
import { fieldClassOf } from '../domain/entities';
import { isIsoDay } from '../domain/isoDay';
import type { IsoDay } from '../domain/isoDay';
import { failure, success, type Result } from '../domain/problem';
import { chainHeads, type ChainHeads } from '../log/chains';
import { parseCommitId, type Commit, type CommitId } from '../log/commit';
import { commitLine } from '../log/commitLine';
import { displayValue } from '../log/conflicts';
import type { Holding } from '../log/delta';
import { DELETED, deletionOf } from '../log/deletes';
import { canonicalJson, compareText, isJson, isRecord, type Json } from '../log/json';
import { inFileOrder } from '../log/order';
import { entitiesOf, type Entity, type LogState } from '../log/state';
import type { Quarantined } from '../log/union';
import { parseBounded } from './boundedJson';
import { MAX_COMMITS, parseLines, readUtf8 } from './snapshotLines';
import type { OnShare } from './snapshotLines';

const SNAPSHOT_FORMAT = 'plan-log';
/** What this version writes, and the highest `minReader` that it reads. */
const SNAPSHOT_VERSION = 1;

export interface ExportedBy {
  readonly device: string;
  /** Empty where nobody said who they are. */
  readonly person: string;
}

export interface SnapshotContent {
  readonly plan: string;
  /** ISO instant. */
  readonly exportedAt: string;
  readonly exportedBy: ExportedBy;
  readonly commits: readonly Commit[];
  readonly quarantine: readonly Quarantined[];
  readonly state: LogState;
  /** What its author holds, where `commits` are only those that somebody else has not. */
  readonly holding?: Holding;
  readonly opensAt?: Opening;
}

/** Where a file opens: at the rows of a responsible party, by id, and at the cut that they are asked about. */
export interface Opening {
  readonly responsible: string;
  /** Null where the file does not say it: earlier versions did not. */
  readonly cut: IsoDay | null;
}

/** A snapshot as read. Of `log` and `quarantine` only what is `sound` is verified: the rest is for mergeCommits. */
export interface Snapshot {
  readonly plan: string;
  readonly exportedAt: string;
  readonly exportedBy: ExportedBy;
  readonly heads: ChainHeads;
  readonly log: readonly unknown[];
  readonly quarantine: readonly unknown[];
  /** Those of `log` that verifyCommit would find true: their lines were proven as they were read. */
  readonly sound: ReadonlySet<unknown>;
  /** True where `log` is only what somebody else had not seen; `heads` are all the same of all that was held. */
  readonly isDelta: boolean;
  /** Of a delta: where what its author holds is broken off. */
  readonly without: readonly CommitId[];
  /** Null where it opens at the board. */
  readonly opensAt: Opening | null;
}

/**
 * The file of a plan (merge.md 1): one commit per line in file order, so that it can be read, searched and
 * compared. Equal logs give equal `heads`, `state`, `quarantine` and `log`, byte by byte, on every device.
 */
export function encodeSnapshot(content: SnapshotContent): string {
  const { plan, exportedAt, exportedBy, commits, quarantine, state, holding, opensAt } = content;
  const title = { format: SNAPSHOT_FORMAT, version: SNAPSHOT_VERSION, minReader: SNAPSHOT_VERSION };
  const kept = [...quarantine].sort((a, b) => compareText(a.key, b.key));
  const sections = [
    ...Object.entries({ ...title, plan, exportedAt, exportedBy }).map(([key, value]) =>
      entryText(key, value),
    ),
    ...(holding ? ['"delta":true', entryText('without', holding.without)] : []),
    ...(opensAt ? [entryText('opensAt', { ...opensAt })] : []),
    `"heads":${canonicalJson(Object.fromEntries(holding?.heads ?? chainHeads(commits)))}`,
    `"state":{${lines(stateLines(state))}}`,
    `"quarantine":[${lines(kept.map(({ raw }) => canonicalJson(raw)))}]`,
    `"log":[${lines(inFileOrder(commits).map(commitLine))}]`,
  ];
  return `{\n${sections.join(',\n')}\n}\n`;
}

function entryText(key: string, value: unknown): string {
  return `${JSON.stringify(key)}:${canonicalJson(value)}`;
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n${items.join(',\n')}\n`;
}

/** Current values for people, without what is deleted. Never read back. */
function stateLines(state: LogState): string[] {
  return Array.from(entitiesOf(state))
    .filter(([, entity]) => deletionOf(entity) !== 'deleted')
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, entity]) => entryText(id, valuesOf(id, entity)));
}

function valuesOf(entityId: string, entity: Entity): Json {
  const values: [string, Json][] = [];
  for (const [field, register] of entity) {
    const value = displayValue(register, fieldClassOf(entityId, field));
    if (field !== DELETED && value !== undefined) values.push([field, value]);
  }
  return Object.fromEntries(values);
}

const NameSchema = v.looseObject({ format: v.literal(SNAPSHOT_FORMAT) });
const ReaderSchema = v.looseObject({ minReader: v.number() });

/** What a file cut short still shows of itself; a table of text begins with anything but a brace. */
const OPENING = /^\{\s*(?:"|$)/;

const OPENING_BYTES = 1000;
const PLAN_NAMED = /"plan":\s?"([A-Za-z0-9_-]{1,64})"/;

/** A quick look, before the id is read closely. */
const FIRST = /^[^.]*\.1\./;

const NOTHING_HELD: ReadonlyMap<CommitId, Commit> = new Map();

const HeadSchema = v.object({ seq: v.number(), id: v.string() });

/** Keys that are not named here belong to a later version, and are let be. */
const SnapshotSchema = v.looseObject({
  plan: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  exportedBy: v.object({ device: v.string(), person: v.optional(v.string(), '') }),
  heads: v.custom<Record<string, unknown>>((value) => v.is(v.looseObject({}), value)),
  log: v.array(v.unknown()),
  quarantine: v.optional(v.array(v.unknown()), []),
  delta: v.optional(v.boolean(), false),
  without: v.optional(v.array(v.string()), []),
  // Only a wish: what cannot be read of it does not spoil the file.
  opensAt: v.fallback(
    v.nullable(
      v.object({ responsible: v.string(), cut: v.fallback(v.nullable(v.custom<IsoDay>(isIsoDay)), null) }),
    ),
    null,
  ),
});

/**
 * Reads a snapshot, whatever the file is called, with or without a byte order mark and with any line ends. Refuses,
 * and says why: an empty file; one that is something else; one that was cut short or altered so that it cannot be
 * read as a whole; one from a newer version; one with more changes than a plan gathers. Commits are judged one by one later, so a single altered commit
 * does not spoil the file. What is held already, and stands there byte by byte, is given as it is held. Never throws.
 */
export function decodeSnapshot(
  source: string | Uint8Array,
  fileName: string,
  held: ReadonlyMap<CommitId, Commit> = NOTHING_HELD,
  onshare?: OnShare,
): Result<Snapshot> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const byLine = parseLines(bytes, held, onshare);
  if (byLine) return contentOf(byLine.value, fileName, byLine.sound);
  // A byte order mark counts as white space, so trim takes it off.
  const text = readUtf8(bytes).trim();
  if (text === '') return failure({ code: 'fileEmpty', file: fileName });
  const parsed = parseBounded(text);
  const isOurs = parsed !== undefined || OPENING.test(text);
  return isOurs ? contentOf(parsed, fileName, null) : failure({ code: 'snapshotForeign', file: fileName });
}

/** `sound` are the commits that were proven by the line; null where the file was read as a whole. */
function contentOf(parsed: unknown, file: string, sound: ReadonlySet<unknown> | null): Result<Snapshot> {
  if (parsed !== undefined && !v.is(NameSchema, parsed)) return failure({ code: 'snapshotForeign', file });
  const reader = v.safeParse(ReaderSchema, parsed);
  if (reader.success && reader.output.minReader > SNAPSHOT_VERSION) {
    return failure({ code: 'snapshotNewer', file, version: reader.output.minReader });
  }
  const snapshot = reader.success ? readContent(parsed, sound) : null;
  if (!snapshot) return failure({ code: 'snapshotBroken', file });
  return snapshot.log.length + snapshot.quarantine.length > MAX_COMMITS
    ? failure({ code: 'snapshotTooManyChanges', file, max: MAX_COMMITS })
    : success(snapshot);
}

/** The plan that the first lines of a file name; empty where they name none. A hint: nothing rests on it. */
export function planNamedIn(bytes: Uint8Array): string {
  return PLAN_NAMED.exec(readUtf8(bytes.subarray(0, OPENING_BYTES)))?.[1] ?? '';
}

/** What is read by the line is known to be JSON that can be told again. */
function readContent(parsed: unknown, sound: ReadonlySet<unknown> | null): Snapshot | null {
  const content = v.safeParse(SnapshotSchema, parsed);
  if (!content.success) return null;
  const { plan, exportedAt, exportedBy, log, quarantine, delta: isDelta, without, opensAt } = content.output;
  const heads = readHeads(content.output.heads);
  const isFit = quarantine.every((one) => isJson(one)) && (sound !== null || log.every((one) => isJson(one)));
  if (!heads || !isFit || !beginsAtPlan(plan, log)) return null;
  const told = { isDelta, without, opensAt, sound: sound ?? new Set() };
  return { plan, exportedAt, exportedBy, heads, log, quarantine, ...told };
}

/** A plan id that no chain in the file begins at was altered: its changes belong to some other plan. */
function beginsAtPlan(plan: string, log: readonly unknown[]): boolean {
  const beginnings = log.filter((one) => FIRST.test(idOf(one)) && parseCommitId(idOf(one))?.seq === 1);
  return beginnings.length === 0 || beginnings.some((one) => isRecord(one) && one['after'] === plan);
}

function idOf(one: unknown): CommitId {
  return isRecord(one) && typeof one['id'] === 'string' ? one['id'] : '';
}

/** Heads as a map, since a device name from a file must never become a property. Null where they make no sense. */
function readHeads(raw: Readonly<Record<string, unknown>>): ChainHeads | null {
  const heads = new Map<string, readonly v.InferOutput<typeof HeadSchema>[]>();
  for (const [device, list] of Object.entries(raw)) {
    const parsed = v.safeParse(v.array(HeadSchema), list);
    if (!parsed.success) return null;
    heads.set(device, parsed.output);
  }
  return heads;
}
