import type { PeriodId } from '../domain/calendar';
import { kindOf } from '../domain/entities';
import { keysOf, textOf } from '../domain/fields';
import { partsOf } from '../domain/meetings/ids';
import { everyCommitment } from '../domain/meetings/commitments';
import { seriesOf, sessionOf } from '../domain/meetings/model';
import { readMinutesFacts } from '../domain/meetings/readMinutes';
import type { Plan } from '../domain/model';
import { pointTitle } from './agenda';
import { count, daysOfPeriod, periodName } from './format';
import { mesas } from './mesas';

/** The name of any entity: of a person, a department, a series. Empty where it has none. */
export type NameOf = (entity: string) => string;

/** Where a value stands: what it says depends on what it is about. */
interface About {
  readonly plan: Plan;
  readonly entityId: string;
  readonly nameOf: NameOf;
}

const WORDS = {
  session: 'Una sesión',
  commitment: 'Un compromiso',
  withoutName: 'Sin nombre',
  minutes: (version: string) => `${mesas.minutesTitle}, versión ${version}`,
  justified: (reason: string) => `${mesas.commitmentState.justified}: «${reason}»`,
  signedOnGlass: 'Firmó en pantalla',
  closedAt: (hour: string) => `, cerrada a las ${hour}`,
  by: (name: string) => ` por ${name}`,
  minutesOf: (series: string) => `Actas de ${series}`,
  sessionsOf: (series: string) => `Sesiones de ${series}`,
} as const;

/** Which session, point or person a part of the meetings is about; null for what is no part of them. */
export function meetingPartName(about: About): string | null {
  return NAMES[kindOf(about.entityId)]?.(about) ?? null;
}

/** A value of a part of the meetings as people say it; null where it is said as any other. */
export function meetingValueWords(field: string, value: unknown, about: About): string | null {
  return VALUES[`${kindOf(about.entityId)}.${field}`]?.(value, about) ?? null;
}

const NAMES: Readonly<Record<string, (about: About) => string>> = {
  mtg: ({ plan, entityId }) => sessionTitle(plan, entityId),
  pnt: ({ plan, entityId }) =>
    inSession(plan, entityId, (sessionId, key) => [pointName(plan, sessionId, key)]),
  att: ({ plan, entityId, nameOf }) => inSession(plan, entityId, (_, person) => [personName(person, nameOf)]),
  min: ({ plan, entityId }) => inSession(plan, entityId, (_, version) => [WORDS.minutes(version)]),
  sig: ({ plan, entityId, nameOf }) =>
    inSession(plan, entityId, (_, rest) => {
      const [version = '', person = ''] = rest.split(':');
      return [WORDS.minutes(version), personName(person, nameOf)];
    }),
  com: ({ plan, entityId }) => {
    const commitment = commitmentOf(plan, entityId);
    if (!commitment) return WORDS.commitment;
    return joined(sessionTitle(plan, commitment.sessionId), commitment.what || mesas.withoutWhat);
  },
};

type ValueWords = (value: unknown, about: About) => string | null;

const VALUES: Readonly<Record<string, ValueWords>> = {
  'mtg.department': named,
  'mtg.series': named,
  'tpc.series': named,
  'mtg.state': among(mesas.state),
  'mtg.period': (value, { plan }) => {
    if (typeof value !== 'string') return null;
    const period = plan.periods.find(({ id }) => id === value);
    return period ? periodName(period, plan.calendar) : daysOfPeriod(value as PeriodId);
  },
  'ser.kind': among(mesas.kindShort),
  'com.session': (value, { plan }) => (value ? sessionTitle(plan, textOf(value)) : null),
  'com.about': (value, { plan, entityId }) =>
    value ? pointName(plan, commitmentOf(plan, entityId)?.sessionId ?? '', textOf(value)) : null,
  'com.outcome': outcomeWords,
  'att.role': among(mesas.attendanceRole),
  'att.signature': signatureWords,
  'sig.signature': signatureWords,
  'sig.signed': (value) => (value ? `${textOf(value).slice(0, 8)}…` : null),
  'min.frozen': (value, { entityId }) => (value ? frozenWords(value, entityId) : null),
  'ind.counts': (value, { nameOf }) => {
    const { series, what } = keysOf(value);
    const name = nameOf(textOf(series)) || WORDS.withoutName;
    if (!series) return null;
    return what === 'sessions' ? WORDS.sessionsOf(name) : WORDS.minutesOf(name);
  },
};

/** A session as its list says it: "Mesa 2 · Hacienda". */
export function sessionTitle(plan: Plan, sessionId: string): string {
  const session = sessionOf(plan.meetings, sessionId);
  return session
    ? mesas.sessionName(session.kind, session.number, session.department?.name ?? '')
    : WORDS.session;
}

function inSession(
  plan: Plan,
  entityId: string,
  rest: (sessionId: string, rest: string) => readonly string[],
): string {
  const parts = partsOf(entityId);
  return parts
    ? joined(sessionTitle(plan, parts.sessionId), ...rest(parts.sessionId, parts.rest))
    : WORDS.session;
}

function pointName(plan: Plan, sessionId: string, key: string): string {
  const session = sessionOf(plan.meetings, sessionId);
  const title = session?.points.get(key)?.title ?? '';
  return pointTitle({ key, title }, plan, session && seriesOf(plan.meetings, session));
}

function personName(person: string, nameOf: NameOf): string {
  return nameOf(`per:${person}`) || WORDS.withoutName;
}

function commitmentOf({ meetings }: Plan, id: string) {
  return everyCommitment(meetings).find((commitment) => commitment.id === id);
}

function named(value: unknown, { nameOf }: About): string | null {
  return value ? nameOf(textOf(value)) || WORDS.withoutName : null;
}

function among(words: Readonly<Record<string, string>>): ValueWords {
  return (value) =>
    typeof value === 'string' && Object.hasOwn(words, value) ? (words[value] ?? null) : null;
}

/** One that was opened again has no outcome, and that is a value too. */
function outcomeWords(value: unknown): string {
  const { k, reason } = keysOf(value);
  const { open, fulfilled } = mesas.commitmentState;
  return k === 'justified' ? WORDS.justified(textOf(reason)) : k === 'fulfilled' ? fulfilled : open;
}

function signatureWords(value: unknown): string | null {
  const { k } = keysOf(value);
  return k === 'paper' ? mesas.signedOnPaper : k === 'drawn' ? WORDS.signedOnGlass : null;
}

/** Two tablets that closed the same session froze two actas: what tells one from the other. */
function frozenWords(value: object, entityId: string): string {
  const { end, writtenBy, people, commitments } = readMinutesFacts(keysOf(value)['facts']);
  const version = mesas.version(Number(partsOf(entityId)?.rest));
  const closed = `${end ? WORDS.closedAt(end) : ''}${writtenBy ? WORDS.by(writtenBy) : ''}`;
  const holds = [
    count(people.length, 'persona', 'personas'),
    count(commitments.length, 'compromiso', 'compromisos'),
  ];
  return `${version}${closed}: ${holds.join(', ')}`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}
