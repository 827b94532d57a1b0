import { attendanceId } from '../domain/meetings/ids';
import type { AttendanceRole } from '../domain/meetings/words';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { deletionOf } from '../log/deletes';
import { sha256Hex } from '../log/hash';
import type { Entity, Head } from '../log/state';
import { dropBlobs, putBlob } from '../storage/blobs';
import { storageProblem } from '../storage/failures';
import { personId } from './author';
import { changeSession } from './changeSession';
import type { FieldEdit } from './save';

/** Who is at a session, as it is written on the list. */
export interface NewAttendee {
  readonly name: string;
  readonly role: string;
  readonly department: string;
}

/** How the heads of a field are asked for as they stand on the screen. */
export type SeenOf = (entity: string, field: string) => readonly SeenHead[];

/**
 * Puts a person on the list of a session. The same name and department is the same person on every tablet. Who was
 * taken off it and comes back has not signed.
 */
export async function addAttendee(
  copy: string,
  sessionId: string,
  attendee: NewAttendee,
  as: AttendanceRole,
  seen: SeenOf,
): Promise<Result<readonly Commit[]>> {
  const person = personId(attendee);
  if (person === null) return failure({ code: 'nameNeeded', for: 'attendance' });
  const entity = attendanceId(sessionId, person);
  return changeSession(copy, sessionId, async (read) => [
    ...factEdits(person, attendee, await read(person)),
    ...unsigned(entity, await read(entity)),
    { entity, field: 'role', value: as, seen: seen(entity, 'role') },
  ]);
}

/**
 * What is said of a person and was not known. Whoever puts somebody on a list does not see what others wrote of
 * them, so nothing of that is written over: another position is a conflict for a person to settle.
 */
function factEdits(person: string, attendee: NewAttendee, known: Entity | undefined): readonly FieldEdit[] {
  return (['name', 'role', 'department'] as const).flatMap((field) => {
    const value = attendee[field].trim();
    const heads = known?.get(field)?.heads ?? [];
    const said = heads.filter((head) => head.value !== '');
    // By its name and department a person is known: written in other letters they are the same.
    const isSaid = field === 'role' ? said.some((head) => head.value === value) : said.length > 0;
    if (value === '' || isSaid) return [];
    return [{ entity: person, field, value, seen: said.length === 0 ? headsSeen(heads) : [] }];
  });
}

function unsigned(entity: string, known: Entity | undefined): readonly FieldEdit[] {
  if (!known || deletionOf(known) !== 'deleted') return [];
  return ['signature', 'isSuppressed'].flatMap((field) => {
    const heads = known.get(field)?.heads ?? [];
    return heads.length === 0 ? [] : [{ entity, field, value: null, seen: headsSeen(heads) }];
  });
}

function headsSeen(heads: readonly Head[]): readonly SeenHead[] {
  return heads.map(({ id, at }) => ({ id, at }));
}

/** A signature that is being given: its strokes as a picture, or on paper. */
export type GivenSignature = { readonly k: 'paper' } | { readonly k: 'drawn'; readonly picture: Blob };

/**
 * Signs the list of attendance. The strokes stay on this device under their hash, outside the log (merge.md, personal
 * data).
 */
export async function sign(
  copy: string,
  sessionId: string,
  entity: string,
  given: GivenSignature,
  seen: SeenOf,
): Promise<Result<readonly Commit[]>> {
  try {
    const value = given.k === 'paper' ? { k: given.k } : await keepStrokes(given.picture);
    const edit = { entity, field: 'signature', value, seen: seen(entity, 'signature') };
    return await changeSession(copy, sessionId, [edit]);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** Takes the strokes of a signature away from this device; that somebody signed, and their hash, stay. */
export async function suppressStrokes(
  copy: string,
  sessionId: string,
  entity: string,
  sha256: string,
  seen: SeenOf,
): Promise<Result<readonly Commit[]>> {
  try {
    const saved = await changeSession(copy, sessionId, [
      { entity, field: 'isSuppressed', value: true, seen: seen(entity, 'isSuppressed') },
    ]);
    if (saved.ok) await dropBlobs([sha256]);
    return saved;
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** Keeps the strokes of a signature on this device; gives what the log says of them. */
export async function keepStrokes(picture: Blob): Promise<{ readonly k: 'drawn'; readonly sha256: string }> {
  const bytes = await picture.arrayBuffer();
  const sha256 = sha256Hex(new Uint8Array(bytes));
  await putBlob({ sha256, mime: picture.type, bytes });
  return { k: 'drawn', sha256 };
}
