import type { EvidenceFile } from '../domain/report';
import { kindOf, PLAN_ENTITY } from '../domain/entities';
import { keysOf } from '../domain/fields';
import type { MinutesFacts } from '../domain/meetings/minutes';
import { readMinutesFacts } from '../domain/meetings/readMinutes';
import { readSignature } from '../domain/meetings/words';
import type { Signature } from '../domain/meetings/words';
import { readFile } from '../domain/readEntities';
import { deletionOf } from '../log/deletes';
import type { Entity, LogState } from '../log/state';
import { db } from './database';
import type { BlobRow } from './database';

/** Keeps the bytes of a piece of evidence under their hash; the same bytes are kept once. */
export async function putBlob(row: BlobRow): Promise<void> {
  await db().blobs.put(row);
}

/** The bytes, or undefined when this device does not hold them. */
export async function getBlob(sha256: string): Promise<BlobRow | undefined> {
  return db().blobs.get(sha256);
}

/** Lets go of bytes that were kept for something that did not come about. */
export async function dropBlobs(hashes: readonly string[]): Promise<void> {
  await db().blobs.bulkDelete([...hashes]);
}

/** The hashes of everything that this device holds the bytes of; no byte is read. */
export async function heldHashes(): Promise<ReadonlySet<string>> {
  return new Set(await db().blobs.toCollection().primaryKeys());
}

/** The same without those that a check found altered: whoever brings the whole ones is welcome. */
export async function wholeHashes(): Promise<ReadonlySet<string>> {
  const altered = new Set((await db().meta.get(ALTERED))?.value as readonly string[] | undefined);
  return new Set([...(await heldHashes())].filter((sha256) => !altered.has(sha256)));
}

/** Remembers which of some files a check found altered. */
export async function rememberAltered(checked: Iterable<string>, altered: readonly string[]): Promise<void> {
  const known = ((await db().meta.get(ALTERED))?.value as readonly string[] | undefined) ?? [];
  const fresh = new Set(checked);
  await db().meta.put({ key: ALTERED, value: [...known.filter((one) => !fresh.has(one)), ...altered] });
}

const ALTERED = 'alteredFiles';

/** Every file that a log names and nobody deleted or suppressed, once; of values in conflict all of them. */
export function filesNamedIn(log: LogState): ReadonlyMap<string, EvidenceFile> {
  const files = new Map<string, EvidenceFile>();
  for (const bucket of log) {
    for (const [id, fields] of bucket) {
      const named = NAMED_BY[kindOf(id)];
      if (!named || deletionOf(fields) === 'deleted') continue;
      for (const { value } of fields.get(named.field)?.heads ?? []) {
        for (const file of named.read(value, fields)) files.set(file.sha256, file);
      }
    }
  }
  return files;
}

interface Naming {
  readonly field: string;
  readonly read: (value: unknown, fields: Entity) => readonly EvidenceFile[];
}

const STROKES: Naming = {
  field: 'signature',
  read: (value, fields) => {
    const isSuppressed = fields.get('isSuppressed')?.heads.some((head) => head.value === true) ?? false;
    return strokesOf(readSignature(value, isSuppressed));
  },
};

/** Which kinds of entities name a file, and in which of their fields. */
const NAMED_BY: Readonly<Record<string, Naming>> = {
  evi: { field: 'file', read: (value) => [readFile(value)].filter((file) => file !== null) },
  // What a frozen acta shows travels with it, whatever the plan names today.
  min: { field: 'frozen', read: (value) => picturesOf(readMinutesFacts(keysOf(value)['facts'])) },
  // The spreadsheet that a plan came from.
  layout: {
    field: 'sha256',
    read: (value, fields) => (typeof value === 'string' ? [aMatrix(value, fields)] : []),
  },
  att: STROKES,
  sig: STROKES,
  [PLAN_ENTITY]: {
    field: 'logo',
    read: (value) => (typeof value === 'string' && value !== '' ? [aPicture(value)] : []),
  },
};

function picturesOf({ logo, people }: MinutesFacts): readonly EvidenceFile[] {
  return [
    ...(logo === null ? [] : [aPicture(logo)]),
    ...people.flatMap(({ signature }) => strokesOf(signature)),
  ];
}

function strokesOf(signature: Signature | null): readonly EvidenceFile[] {
  return signature?.k === 'drawn' && !signature.isSuppressed ? [aPicture(signature.sha256)] : [];
}

function aMatrix(sha256: string, fields: Entity): EvidenceFile {
  const [size, name] = ['size', 'file'].map((field) => fields.get(field)?.heads[0]?.value);
  return {
    sha256,
    size: typeof size === 'number' ? size : 0,
    mime: '',
    name: typeof name === 'string' ? name : '',
    original: null,
  };
}

/** Strokes and logos are small pictures that the log knows by their hash alone. */
function aPicture(sha256: string): EvidenceFile {
  return { sha256, size: 0, mime: 'image/png', name: '', original: null };
}

/** The strokes that somebody had taken away: no device keeps them, whichever it was done on. */
export function suppressedIn(log: LogState): readonly string[] {
  return log.flatMap((bucket) =>
    [...bucket].flatMap(([id, fields]) => {
      if (kindOf(id) !== 'att' && kindOf(id) !== 'sig') return [];
      if (!fields.get('isSuppressed')?.heads.some(({ value }) => value === true)) return [];
      const heads = fields.get('signature')?.heads ?? [];
      return heads.flatMap(({ value }) => strokesOf(readSignature(value)).map(({ sha256 }) => sha256));
    }),
  );
}
