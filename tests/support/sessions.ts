import { addAttendee, sign } from '../../src/commands/attendance';
import { changeSession } from '../../src/commands/changeSession';
import { closeSession } from '../../src/commands/closeSession';
import { openSession } from '../../src/commands/openSession';
import { planSeries } from '../../src/commands/planSeries';
import type { NewSeries } from '../../src/commands/planSeries';
import type { IsoDay } from '../../src/domain/isoDay';
import { agendaOf } from '../../src/domain/meetings/agenda';
import { attendanceId } from '../../src/domain/meetings/ids';
import { countsToPropose } from '../../src/domain/meetings/counts';
import { sessionOf } from '../../src/domain/meetings/model';
import type { WorkshopSession } from '../../src/domain/meetings/model';
import type { AttendanceRole, ClockTime } from '../../src/domain/meetings/words';
import { DELETED, deleteOperation, restoreOperation } from '../../src/log/deletes';
import type { Json } from '../../src/log/json';
import { sameJson } from '../../src/log/json';
import { entityOf } from '../../src/log/state';
import { readCopyState } from '../../src/storage/stateStore';
import { personId } from '../../src/commands/author';
import { planOn, valueOf } from './tablets';

const ROWS = Array.from({ length: 12 }, (_, row) => row);

/** What a person who looks at the copy now sees: of values in conflict only the one that is shown. */
export async function lookAt(copy: string) {
  const stored = await readCopyState(copy);
  return (entity: string, field: string) => {
    const heads = (stored && entityOf(stored.log, entity)?.get(field)?.heads) ?? [];
    const shown = heads.filter(({ value }) => sameJson(value, heads[0]?.value));
    return shown.map(({ id, at }) => ({ id, at }));
  };
}

export const A_SERIES: NewSeries = {
  name: 'Mesas de transformación digital 2023',
  kind: 'workshop',
  start: '2023-02-01',
  end: '2023-07-31',
  objective: 'Hacer seguimiento al plan',
  place: 'Plaza de la Aduana',
  departments: ['Secretaría de Hacienda', 'DATT', 'Corvivienda'].map((name) => ({ name, isMet: true })),
  topics: [
    { name: 'Gobernanza', guide: 'Modelo de gobernanza' },
    { name: 'Cultura y apropiación', guide: '' },
  ],
};

/** A series of three sessions in the copy; gives the ids of the series and of its sessions, in order. */
export async function startSeries(copy: string, series: NewSeries = A_SERIES) {
  const plan = await planOn(copy);
  const id = valueOf(await planSeries(copy, plan.id, series));
  const sessions = (await planOn(copy)).meetings.series.find((one) => one.id === id)?.sessions ?? [];
  return { id, sessions: sessions.map((session) => session.id) };
}

export async function sessionOn(copy: string, id: string): Promise<WorkshopSession> {
  const session = sessionOf((await planOn(copy)).meetings, id);
  if (!session) throw new Error(`no session ${id}`);
  return session;
}

export async function open(copy: string, id: string, day: IsoDay): Promise<void> {
  const plan = await planOn(copy);
  const session = await sessionOn(copy, id);
  const agenda = agendaOf(plan, session, day, ROWS);
  const period = plan.periods.find(({ start, end }) => start <= day && day <= end)?.id ?? null;
  valueOf(
    await openSession(copy, session, agenda, { day, period, titleOf: ({ key }) => key }, await lookAt(copy)),
  );
}

export async function write(copy: string, id: string, entity: string, field: string, value: Json) {
  const seen = (await lookAt(copy))(entity, field);
  return valueOf(await changeSession(copy, id, [{ entity, field, value, seen }]));
}

interface Attending {
  readonly department: string;
  readonly role: string;
  readonly as: AttendanceRole;
}

export async function attend(
  copy: string,
  id: string,
  name: string,
  { department = 'Hacienda', role = 'Enlace', as = 'attendee' }: Partial<Attending> = {},
): Promise<string> {
  const person = { name, role, department };
  valueOf(await addAttendee(copy, id, person, as, await lookAt(copy)));
  return attendanceId(id, personId(person) ?? '');
}

/** Removes something of a session as a person would who sees all of it. */
export async function remove(copy: string, id: string, entity: string) {
  return valueOf(await changeSession(copy, id, await removalOf(copy, [entity])));
}

export async function removalOf(copy: string, entities: readonly string[]) {
  return onDeletion(copy, entities, deleteOperation);
}

/** The way back of what was removed among some things. */
export async function restorationOf(copy: string, entities: readonly string[]) {
  const { log } = (await readCopyState(copy))!;
  const removed = entities.filter((entity) => entityOf(log, entity)?.has(DELETED));
  return onDeletion(copy, removed, restoreOperation);
}

async function onDeletion(copy: string, entities: readonly string[], operate: typeof deleteOperation) {
  const { log } = (await readCopyState(copy))!;
  return entities.flatMap((entity) => {
    const known = entityOf(log, entity);
    if (!known) return [];
    const { value, over = [] } = operate(entity, known).fields[DELETED]!;
    return [{ entity, field: DELETED, value, seen: over }];
  });
}

export async function signOnPaper(copy: string, id: string, entity: string): Promise<void> {
  valueOf(await sign(copy, id, entity, { k: 'paper' }, await lookAt(copy)));
}

/** Closes a session as a person would who accepts every count; the outcome is the caller's to look at. */
export async function close(copy: string, id: string, today: IsoDay, end: ClockTime = '11:00', reason = '') {
  const plan = await planOn(copy);
  const session = await sessionOn(copy, id);
  const context = { plan, today, inOrder: ROWS, writtenBy: 'Facilitadora' };
  const accepted = countsToPropose(plan, session);
  return closeSession({
    copy,
    session,
    end,
    context,
    accepted,
    reason,
    citedAs: 'Acta',
    seen: await lookAt(copy),
  });
}
