import { shortHash } from './hash';
import { canonicalBeyond, canonicalJson, compareText, isRecord, type Json } from './json';
import { isStamp, nextStamp, parseStamp, type Stamp } from './stamp';

/** `device.seq.hash` */
export type CommitId = string;

/** What one commit sets in one entity, and which changes of each field the person was looking at. */
export interface Operation {
  readonly e: string;
  readonly set: Readonly<Record<string, Json>>;
  readonly was?: Readonly<Record<string, readonly CommitId[]>>;
}

/**
 * One save, never changed afterwards (merge.md 1). Keys that this version does not know stay on the object, are
 * part of the hash and are exported again.
 */
export interface Commit {
  readonly id: CommitId;
  /** The commit of this device before this one; the plan id for the first. */
  readonly after: string;
  /** On a first commit only: its device, so that the hash covers it. Later ones have it in `after`. */
  readonly device?: string;
  readonly at: Stamp;
  /** Who says to have made it: claimed, not proven. */
  readonly by: string;
  /** Schema version of the fields in it. */
  readonly sv: number;
  readonly ops: readonly Operation[];
  /** The meeting in which it was made. */
  readonly in?: string;
  readonly why?: string;
  /** The wall clock's reading, where `at` is more than a minute from it. */
  readonly wall?: string;
  readonly src?: Json;
}

/** A change that a person had in sight when writing over it. */
export interface SeenHead {
  readonly id: CommitId;
  readonly at: Stamp;
}

export interface DraftField {
  readonly value: Json;
  /** The heads of the field that the person saw; empty where there was nothing. */
  readonly over: readonly SeenHead[];
}

export interface DraftOperation {
  readonly e: string;
  readonly fields: Readonly<Record<string, DraftField>>;
}

export interface CommitDraft {
  readonly device: string;
  /** 1 for the first commit of this device in this plan. */
  readonly seq: number;
  readonly after: string;
  /** Milliseconds since 1970, as the device's clock gives them. */
  readonly wall: number;
  readonly by: string;
  readonly ops: readonly DraftOperation[];
  readonly in?: string;
  readonly why?: string;
  readonly src?: Json;
}

export type RefusalReason = 'malformed' | 'forbiddenName' | 'altered' | 'otherPlan';

export type Verdict =
  { readonly ok: true; readonly commit: Commit } | { readonly ok: false; readonly reason: RefusalReason };

export interface CommitIdParts {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
}

const SCHEMA_VERSION = 1;
const WALL_TOLERANCE_MS = 60_000;
const COMMIT_ID = /^[a-z0-9]{1,32}\.[1-9]\d{0,14}\.[A-Za-z0-9_-]{16}$/;
const DOT = 46;
const ZERO = 48;
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** In canonical text a key stands right after `{` or `,`, and a quote inside a value is escaped: no false hits. */
const FORBIDDEN_KEY = /[{,]"(?:__proto__|constructor|prototype)":/;

/** The parts of a commit id, or null when the text is none. */
export function parseCommitId(id: string): CommitIdParts | null {
  if (!COMMIT_ID.test(id)) return null;
  const dot = id.indexOf('.');
  const lastDot = id.lastIndexOf('.');
  return { device: id.slice(0, dot), seq: Number(id.slice(dot + 1, lastDot)), hash: id.slice(lastDot + 1) };
}

/** The changes that an operation overwrites in one field. Own keys only: a field may be called `toString`. */
export function overwrittenBy(op: Operation, field: string): readonly CommitId[] {
  return op.was && Object.hasOwn(op.was, field) ? (op.was[field] ?? []) : [];
}

/**
 * Makes the commit of a draft: allocates `at`, adds `wall` where it differs by more than a minute, and the id
 * from the hash of all the rest (merge.md 1).
 *
 * Throws on a bug of the caller: nothing to write, one field of one entity set twice, a forbidden name at any
 * depth, a value that is not JSON, a device id or `after` that does not fit the sequence.
 */
export function composeCommit(draft: CommitDraft): Commit {
  const at = nextStamp(draft.wall, overwrittenStamps(draft));
  const ops = draft.ops.map(composeOperation);
  if (!ops.some((op) => Object.keys(op.set).length > 0)) throw new TypeError('A commit without changes');
  const { after, by, device, seq, src } = draft;
  const content = {
    after,
    ...(seq === 1 && { device }),
    at,
    by,
    ...(draft.in !== undefined && { in: draft.in }),
    ...(draft.why !== undefined && { why: draft.why }),
    ...wallBeside(at, draft.wall),
    ...(src !== undefined && { src }),
    sv: SCHEMA_VERSION,
    ops,
  };
  const id = `${device}.${seq}.${shortHash(canonicalJson(content))}`;
  const verdict = verifyCommit({ id, ...content });
  if (!verdict.ok) throw new TypeError(`A draft that makes no commit (${verdict.reason}): ${id}`);
  return verdict.commit;
}

function overwrittenStamps(draft: CommitDraft): Stamp[] {
  return draft.ops.flatMap((op) =>
    Object.values(op.fields).flatMap((field) => field.over.map(({ at }) => at)),
  );
}

function composeOperation({ e, fields }: DraftOperation): Operation {
  const entries = Object.entries(fields);
  const set = Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
  const overwriting = entries.filter(([, { over }]) => over.length > 0);
  if (overwriting.length === 0) return { e, set };
  const was = overwriting.map(([name, { over }]) => [name, sortedIds(over)] as const);
  return { e, set, was: Object.fromEntries(was) };
}

function sortedIds(heads: readonly SeenHead[]): CommitId[] {
  return [...new Set(heads.map(({ id }) => id))].sort(compareText);
}

function wallBeside(at: Stamp, wallMs: number): { wall?: string } {
  const wall = nextStamp(wallMs, []);
  const apart = Math.abs((parseStamp(at)?.ms ?? 0) - (parseStamp(wall)?.ms ?? 0));
  return apart > WALL_TOLERANCE_MS ? { wall } : {};
}

/**
 * Whether a parsed value is a commit as its author wrote it (merge.md 2, rule 1). The shape is checked loosely:
 * unknown keys are welcome and are hashed as they were parsed. Never throws.
 */
export function verifyCommit(raw: unknown): Verdict {
  if (!isCommitShaped(raw)) return { ok: false, reason: 'malformed' };
  const text = contentOrNull(raw);
  return text === null ? { ok: false, reason: 'malformed' } : verifyText(raw, text);
}

/** The same of what JSON.parse read of a line that is proven (isProvenLine). Never throws. */
export function isCommitOfProvenLine(raw: unknown): raw is Commit {
  return isCommitShaped(raw) && !isOfForbidden(raw);
}

function verifyText(commit: Commit, text: string): Verdict {
  if (FORBIDDEN_KEY.test(text) || isOfForbidden(commit)) return { ok: false, reason: 'forbiddenName' };
  return commit.id.endsWith(shortHash(text)) ? { ok: true, commit } : { ok: false, reason: 'altered' };
}

function isOfForbidden({ ops }: Commit): boolean {
  return ops.some((op) => FORBIDDEN_NAMES.has(op.e));
}

function contentOrNull(commit: Commit): string | null {
  try {
    return canonicalBeyond('id', commit);
  } catch {
    return null;
  }
}

function isCommitShaped(raw: unknown): raw is Commit {
  if (!isRecord(raw)) return false;
  const { id, after, at, by, sv, ops } = raw;
  if (typeof id !== 'string' || typeof after !== 'string' || !isLink(id, after, raw['device'])) return false;
  if (typeof at !== 'string' || !isStamp(at)) return false;
  return typeof by === 'string' && Number.isInteger(sv) && isOperationList(ops);
}

function isOperationList(ops: unknown): ops is readonly Operation[] {
  return Array.isArray(ops) && ops.every(isOperation) && !setsTwice(ops);
}

/**
 * The first commit of a chain follows the plan and names its device, each other one follows its predecessor on the
 * same device. So the hash covers what the id says: under another device or number a commit does not verify.
 */
function isLink(id: CommitId, after: string, device: unknown): boolean {
  if (!COMMIT_ID.test(id)) return false;
  const dot = id.indexOf('.');
  const seq = numberFrom(id, dot + 1);
  const own = id.slice(0, dot);
  if (seq === 1) return after !== '' && !COMMIT_ID.test(after) && device === own;
  const isOfDevice = after.charCodeAt(dot) === DOT && after.startsWith(own);
  return isOfDevice && COMMIT_ID.test(after) && numberFrom(after, dot + 1) === seq - 1;
}

/** The number that is written from here up to a dot. */
function numberFrom(text: string, from: number): number {
  let number = 0;
  for (let at = from; text.charCodeAt(at) !== DOT; at += 1) number = 10 * number + text.charCodeAt(at) - ZERO;
  return number;
}

function isOperation(op: unknown): op is Operation {
  if (!isRecord(op) || typeof op['e'] !== 'string' || !isRecord(op['set'])) return false;
  const was = op['was'];
  return was === undefined || (isRecord(was) && Object.values(was).every(isIdList));
}

function isIdList(list: unknown): list is readonly CommitId[] {
  return Array.isArray(list) && list.every((id) => typeof id === 'string');
}

/** A change is known by (commit, entity, field), so a commit can set a field only once. */
function setsTwice(ops: readonly Operation[]): boolean {
  if (ops.length < 2) return false;
  const fieldsOf = new Map<string, Set<string>>();
  for (const { e, set } of ops) {
    const fields = fieldsOf.get(e) ?? new Set();
    fieldsOf.set(e, fields);
    for (const field of Object.keys(set)) {
      if (fields.has(field)) return true;
      fields.add(field);
    }
  }
  return false;
}
