import type { PeriodId } from '../calendar';
import { compare } from '../compare';
import { dayOf, elementsOf, keysOf, numberOf, oncePerEntity, sameFromSameParts } from '../fields';
import { textOf, wordIn } from '../fields';
import type { Fields } from '../fields';
import { DELETED, kindOf } from '../entities';
import type { Evidence, ResponsibleParty } from '../report';
import { reportFrom } from '../readReport';
import { carriedFrom, readCarried } from './carried';
import { partsOf } from './ids';
import { readMinutesFacts } from './readMinutes';
import { clockTimeOf, readSignature, ROLES, SESSION_KINDS } from './words';
import type { Attendance, CarriedCommitment, Commitment, Meetings, Minutes } from './model';
import type { MinutesSignature, Outcome, Person, PointFields, SaidHere } from './model';
import type { Topic, WorkshopSeries, WorkshopSession } from './model';
import type { SessionKind, SessionState, Signature } from './words';

/** The kinds of entities that meetings are read from. */
export const MEETING_KINDS: readonly string[] = [
  'ser',
  'tpc',
  'mtg',
  'pnt',
  'att',
  'com',
  'min',
  'sig',
  'per',
];

const readSeries = oncePerEntity((id, fields) => ({
  id,
  name: textOf(fields.get('name')),
  kind: wordIn(SESSION_KINDS, fields.get('kind')) ?? 'workshop',
  start: dayOf(fields.get('start')),
  end: dayOf(fields.get('end')),
  objective: textOf(fields.get('objective')),
  partyIds: elementsOf(fields, 'covers/'),
}));

const readTopic = oncePerEntity((id, fields) => ({
  series: textOf(fields.get('series')),
  pos: textOf(fields.get('pos')),
  topic: { id, name: textOf(fields.get('name')), guide: textOf(fields.get('guide')) },
}));

const readSession = oncePerEntity((id, fields) => ({
  id,
  seriesId: textOf(fields.get('series')),
  number: textOf(fields.get('number')),
  departmentId: textOf(fields.get('department')),
  isOpened: fields.get('state') === 'open',
  reopened: elementsOf(fields, 'reopened/'),
  wasRemoved: Object.keys(keysOf(fields.get(DELETED))).length > 0,
  day: dayOf(fields.get('day')),
  start: clockTimeOf(fields.get('start')),
  end: clockTimeOf(fields.get('end')),
  period: periodOf(fields.get('period')),
  place: textOf(fields.get('place')),
  objective: textOf(fields.get('objective')),
  nextMeeting: textOf(fields.get('nextMeeting')),
  correction: textOf(fields.get('correction')),
}));

const readPoint = oncePerEntity((_id, fields): PointFields => ({
  pos: textOf(fields.get('pos')),
  title: textOf(fields.get('title')),
  discussion: textOf(fields.get('discussion')),
  isDone: fields.get('isDone') === true,
  isRemoved: fields.get('isRemoved') === true,
  said: saidFrom(fields.get('said')),
}));

const readCommitment = oncePerEntity((id, fields) => ({
  id,
  sessionId: textOf(fields.get('session')),
  what: textOf(fields.get('what')),
  who: textOf(fields.get('who')),
  due: dayOf(fields.get('due')),
  about: textOf(fields.get('about')),
  outcome: readOutcome(fields.get('outcome')),
  closedIn: textOf(keysOf(fields.get('outcome'))['in']),
  closedOn: dayOf(keysOf(fields.get('outcome'))['on']),
}));

const readPerson = oncePerEntity((id, fields): Person => ({
  id,
  name: textOf(fields.get('name')),
  role: textOf(fields.get('role')),
  department: textOf(fields.get('department')),
}));

interface Shelves {
  readonly series: ReturnType<typeof readSeries>[];
  readonly sessions: ReturnType<typeof readSession>[];
  readonly topics: ReturnType<typeof readTopic>[];
  readonly people: Map<string, Person>;
  readonly carried: Omit<CarriedCommitment, 'evidence'>[];
  /** The rest, by session. */
  readonly commitments: Map<string, ReturnType<typeof readCommitment>[]>;
  readonly points: Map<string, Map<string, PointFields>>;
  readonly attendance: Map<string, (readonly [string, Fields, string])[]>;
  readonly minutes: Map<string, (readonly [string, Fields, string])[]>;
  readonly signatures: Map<string, (readonly [string, Fields, string])[]>;
}

/**
 * The meetings of a plan from the folded fields of its visible entities. Whatever is missing gets a default; a part
 * whose session is not there is passed over, since it comes back with it.
 */
export function readMeetings(
  entities: readonly (readonly [string, Fields])[],
  names: ReadonlyMap<string, string>,
  evidenceOf: (id: string) => readonly Evidence[],
): Meetings {
  const shelves = shelve(entities);
  const party = (id: string): ResponsibleParty => ({ id, name: names.get(id) ?? '' });
  const kinds = new Map(shelves.series.map(({ id, kind }) => [id, kind]));
  const sessions = shelves.sessions.map((read) => {
    const around = { shelves, party, evidenceOf, kind: kinds.get(read.seriesId) ?? 'workshop' };
    return sessionOnce(read, partsIn(read, around), () => sessionFrom(read, around));
  });
  return {
    series: shelves.series
      .sort((a, b) => compare(a.start ?? '', b.start ?? '') || compare(a.id, b.id))
      .map((read) => seriesFrom(read, sessions, shelves.topics, party)),
    carried: carriedFrom(shelves.carried, evidenceOf),
    strays: sessions.filter(({ seriesId }) => !kinds.has(seriesId)).sort(byDay),
    people: [...shelves.people.values()]
      .filter(({ name }) => name !== '')
      .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
  };
}

/** The session that a part of one belongs to; null for what is no such part. */
export function sessionOfPart(id: string, fields: Fields): string | null {
  if (kindOf(id) === 'com') return textOf(fields.get('session')) || null;
  return PARTS.includes(kindOf(id)) ? (partsOf(id)?.sessionId ?? null) : null;
}

const PARTS: readonly string[] = ['pnt', 'att'];

function seriesFrom(
  { partyIds, ...series }: ReturnType<typeof readSeries>,
  sessions: readonly WorkshopSession[],
  topics: readonly ReturnType<typeof readTopic>[],
  party: (id: string) => ResponsibleParty,
): WorkshopSeries {
  const own: readonly Topic[] = topics
    .filter((one) => one.series === series.id)
    .sort((a, b) => compare(a.pos, b.pos) || compare(a.topic.id, b.topic.id))
    .map(({ topic }) => topic);
  return {
    ...series,
    departments: partyIds.map(party).sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
    topics: own,
    sessions: sessions.filter(({ seriesId }) => seriesId === series.id).sort(byDay),
  };
}

interface AroundSession {
  readonly shelves: Shelves;
  readonly evidenceOf: (id: string) => readonly Evidence[];
  readonly party: (id: string) => ResponsibleParty;
  readonly kind: SessionKind;
}

const sessionOnce = sameFromSameParts<WorkshopSession>();

/** All that a session is put together with: while each of these is the same, so is the session. */
function partsIn(
  { id, departmentId }: ReturnType<typeof readSession>,
  { shelves, evidenceOf, party, kind }: AroundSession,
): readonly unknown[] {
  const ofPeople = (held: readonly (readonly [string, Fields, string])[] = []) =>
    held.flatMap(([part, fields, rest]) => [part, fields, shelves.people.get(`per:${rest}`)]);
  return [
    kind,
    party(departmentId).name,
    ...[...(shelves.points.get(id) ?? [])].flat(),
    ...ofPeople(shelves.attendance.get(id)),
    ...(shelves.signatures.get(id) ?? []).flat(),
    ...(shelves.minutes.get(id) ?? []).flat(),
    ...(shelves.commitments.get(id) ?? []).flatMap((read) => [read, ...evidenceOf(read.id)]),
    id,
    ...evidenceOf(id),
  ];
}

function sessionFrom(
  { departmentId, isOpened, reopened, ...session }: ReturnType<typeof readSession>,
  { shelves, evidenceOf, party, kind }: AroundSession,
): WorkshopSession {
  const minutes = (shelves.minutes.get(session.id) ?? [])
    .flatMap(([id, fields, rest]) => minutesFrom(id, fields, rest, reopened, shelves))
    .sort((a, b) => a.version - b.version || compare(a.id, b.id));
  return {
    ...session,
    kind,
    state: stateOf(isOpened, minutes),
    department: departmentId === '' ? null : party(departmentId),
    points: shelves.points.get(session.id) ?? new Map(),
    attendance: (shelves.attendance.get(session.id) ?? [])
      .flatMap(([id, fields, rest]) => attendanceFrom(id, fields, shelves.people.get(`per:${rest}`)))
      .sort((a, b) => compare(a.person.name, b.person.name) || compare(a.id, b.id)),
    commitments: (shelves.commitments.get(session.id) ?? [])
      .map((read): Commitment => ({ ...read, evidence: evidenceOf(read.id) }))
      .sort((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.id, b.id)),
    evidence: evidenceOf(session.id),
    minutes,
  };
}

function attendanceFrom(id: string, fields: Fields, person: Person | undefined): readonly Attendance[] {
  const role = wordIn(ROLES, fields.get('role'));
  if (!person || !role) return [];
  return [{ id, person, role, signature: signatureIn(fields) }];
}

const readFrozen = oncePerEntity((_id, fields) => {
  const { facts, sha256, reason } = keysOf(fields.get('frozen'));
  return { sha256: textOf(sha256), reason: textOf(reason), facts: readMinutesFacts(facts) };
});

function minutesFrom(
  id: string,
  fields: Fields,
  rest: string,
  reopened: readonly string[],
  shelves: Shelves,
): readonly Minutes[] {
  const [number, mark] = rest.split(':');
  const version = Number(number);
  const frozen = readFrozen(id, fields);
  if (!Number.isInteger(version) || version < 1 || !mark || !frozen.sha256.startsWith(mark)) return [];
  const sessionId = partsOf(id)?.sessionId ?? '';
  const signatures = (shelves.signatures.get(sessionId) ?? [])
    .filter(([, , after]) => after.startsWith(`${version}:${mark}:`))
    .flatMap(([signatureId, given, after]) =>
      minutesSignatureFrom(signatureId, given, `per:${after.split(':').slice(2).join(':')}`),
    )
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  return [{ id, version, ...frozen, isInForce: !reopened.includes(mark), signatures }];
}

/** Closed while an acta of it stands: two tablets that open or close it say the same (merge.md 2). */
function stateOf(isOpened: boolean, minutes: readonly Minutes[]): SessionState {
  if (minutes.some(({ isInForce }) => isInForce)) return 'closed';
  return isOpened || minutes.length > 0 ? 'open' : 'prepared';
}

function minutesSignatureFrom(id: string, fields: Fields, personId: string): readonly MinutesSignature[] {
  const signature = signatureIn(fields);
  if (!signature) return [];
  const { name, position, department, signed } = keysOf(fields.get('signature'));
  const who = { name: textOf(name), position: textOf(position), department: textOf(department) };
  return [{ id, personId, ...who, signature, signedSha256: textOf(signed) }];
}

/** The strokes of a signature may have been taken away, and then only their hash is left. */
function signatureIn(fields: Fields): Signature | null {
  return readSignature(fields.get('signature'), fields.get('isSuppressed') === true);
}

function readOutcome(value: unknown): Outcome | null {
  const { k, reason } = keysOf(value);
  if (k === 'fulfilled') return { k };
  return k === 'justified' && textOf(reason) !== '' ? { k, reason: textOf(reason) } : null;
}

function saidFrom(value: unknown): SaidHere | null {
  const { period, report } = keysOf(value);
  const id = periodOf(period);
  return id === null ? null : { period: id, report: reportFrom(report) };
}

function periodOf(value: unknown): PeriodId | null {
  return typeof value === 'string' && /^\d{8}-\d{8}$/.test(value) ? (value as PeriodId) : null;
}

function shelve(entities: readonly (readonly [string, Fields])[]): Shelves {
  const shelves: Shelves = {
    series: [],
    sessions: [],
    commitments: new Map(),
    topics: [],
    carried: [],
    people: new Map(),
    points: new Map(),
    attendance: new Map(),
    minutes: new Map(),
    signatures: new Map(),
  };
  for (const [id, fields] of entities) SHELVE[kindOf(id)]?.(shelves, id, fields);
  return shelves;
}

const SHELVE: Readonly<Record<string, (shelves: Shelves, id: string, fields: Fields) => void>> = {
  ser: (shelves, id, fields) => shelves.series.push(readSeries(id, fields)),
  mtg: (shelves, id, fields) => shelves.sessions.push(readSession(id, fields)),
  com: (shelves, id, fields) => {
    const read = readCommitment(id, fields);
    const { isCarried, seriesId } = readCarried(id, fields);
    if (isCarried) return void shelves.carried.push({ ...read, seriesId });
    shelves.commitments.set(read.sessionId, [...(shelves.commitments.get(read.sessionId) ?? []), read]);
  },
  tpc: (shelves, id, fields) => shelves.topics.push(readTopic(id, fields)),
  per: (shelves, id, fields) => shelves.people.set(id, readPerson(id, fields)),
  pnt: (shelves, id, fields) => {
    const parts = partsOf(id);
    if (!parts) return;
    const points = shelves.points.get(parts.sessionId) ?? new Map<string, PointFields>();
    shelves.points.set(parts.sessionId, points.set(parts.rest, readPoint(id, fields)));
  },
  att: (shelves, id, fields) => shelvePart(shelves.attendance, id, fields),
  min: (shelves, id, fields) => shelvePart(shelves.minutes, id, fields),
  sig: (shelves, id, fields) => shelvePart(shelves.signatures, id, fields),
};

function shelvePart(
  shelf: Map<string, (readonly [string, Fields, string])[]>,
  id: string,
  fields: Fields,
): void {
  const parts = partsOf(id);
  if (!parts) return;
  const held = shelf.get(parts.sessionId) ?? [];
  held.push([id, fields, parts.rest]);
  shelf.set(parts.sessionId, held);
}

/** What has no day yet goes last. */
function byDay(a: WorkshopSession, b: WorkshopSession): number {
  return compare(a.day ?? '9', b.day ?? '9') || numberIn(a) - numberIn(b) || compare(a.id, b.id);
}

function numberIn({ number }: WorkshopSession): number {
  return numberOf(Number(number)) ?? 0;
}
