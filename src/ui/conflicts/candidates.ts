import { deviceNames } from '../../domain/devices';
import { DELETED, kindOf, measurementId } from '../../domain/entities';
import { openPlan } from '../../state/openPlan.svelte';
import { CONTESTED, conflictTitle, fieldValueWords, unitOf } from '../../text/conflicts';
import { fieldWords } from '../../text/fieldNames';
import { formatInstant, formatShortDay } from '../../text/format';
import { sessionTitle } from '../../text/meetingConflicts';
import { share } from '../../text/share';
import { isIsoDay } from '../../domain/isoDay';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import type { Candidate } from '../shared/shapes';
import { CODECS } from '../structure/codecs';

export type Conflict = (typeof openPlan.conflicts)[number];
export type Head = Conflict['heads'][number];
export type Value = Head['value'];

/** A value that can be kept, and how it shows. */
export interface Option {
  readonly candidate: Candidate;
  readonly value: Value;
  /** Who wrote it, best first; of something that stays, who edited it. */
  readonly heads: readonly Head[];
}

/** In which session each change was written. */
export type Sessions = ReadonlyMap<string, string>;

const NO_SESSIONS: Sessions = new Map();

/** Fields that hold a day, or one of a few words: a text of one's own would be none of them. */
const CHOSEN: readonly string[] = [
  'start',
  'end',
  'item',
  'activity',
  'phvaStage',
  'accumulation',
  'targetUnit',
  'rollupMethod',
  'rollupBy',
  'series',
  'session',
  'period',
  'state',
  'about',
  'outcome',
  'signature',
  'signed',
  'frozen',
  'closed',
  'closedFor',
  'from',
  'counts',
  'logo',
];

/** The same, of one kind of thing: what a person writes of themselves is typed. */
const CHOSEN_BY_KIND: readonly string[] = ['mtg.department', 'att.role', 'ser.kind'];

/** Fields whose day can be another that neither wrote. */
const DAYS: readonly string[] = ['mtg.day', 'com.due'];

/** Fields that hold a number in the unit of the target. */
const AMOUNTS: readonly string[] = ['target', 'planned', 'baseline'];

/** What a conflict is about. */
export function titleOf(plan: Plan, { entityId, field, heads }: Conflict): string {
  const values = heads.map(({ value }) => value);
  return conflictTitle(plan, entityId, field, nameOf, values);
}

/** A value of a field of something of the open plan, in words. */
export function wordsOf(entityId: string, field: string, value: Value): string {
  const { plan } = openPlan;
  return fieldValueWords(field, value, plan ? unitOf(plan, entityId) : 'count', plan, { entityId, nameOf });
}

function nameOf(entity: string): string {
  return openPlan.text(entity, 'name');
}

/** The values to choose from, each with who wrote it, when and on which device. Equal values stand together. */
export function optionsOf(
  conflict: Conflict,
  today: IsoDay,
  sessions: Sessions = NO_SESSIONS,
): readonly Option[] {
  const devices = changesIn(conflict).map(({ id }) => deviceOf(id));
  const context = { today, sessions, devices };
  if (conflict.field === DELETED) return deleteOptions(conflict, context);
  const groups = new Map<string, Head[]>();
  for (const head of conflict.heads) {
    const key = JSON.stringify(head.value);
    groups.set(key, [...(groups.get(key) ?? []), head]);
  }
  return [...groups.values()].flatMap((heads, place) => {
    const [head] = heads;
    if (!head) return [];
    const value = wordsOf(conflict.entityId, conflict.field, head.value);
    const remark = conflict.field === 'report' ? remarkBeside(conflict.entityId, head) : '';
    return [{ value: head.value, heads, candidate: candidateOf(heads, value, place === 0, context, remark) }];
  });
}

/** True where the values that differ are in the unit of an indicator's target, and that is a percent. */
export function isInPercent(plan: Plan, { entityId, field }: Conflict): boolean {
  return AMOUNTS.includes(field) && unitOf(plan, entityId) === 'percent';
}

/**
 * A text, a number or a day can be written anew; a delete, a file, a verification or what was chosen from a list is
 * one of those that are there.
 */
export function canBeWritten(conflict: Conflict): boolean {
  const { entityId, field, heads } = conflict;
  if (field === DELETED || CHOSEN.includes(field)) return false;
  if (CHOSEN_BY_KIND.includes(`${kindOf(entityId)}.${field}`)) return false;
  if (field === 'report' || isDay(conflict)) return true;
  return heads.every(({ value }) => typeof value === 'string' || typeof value === 'number');
}

/** What is typed in the place of values that differ, read as theirs are shown; undefined where it is no number or day. */
export function writtenValue(plan: Plan, conflict: Conflict, typed: string): Value | undefined {
  if (isDay(conflict)) return CODECS.date.read(typed.trim()) ?? undefined;
  if (!areNumbers(conflict)) return typed.trim();
  return CODECS[isInPercent(plan, conflict) ? 'percent' : 'number'].read(typed) ?? undefined;
}

export function isDay({ entityId, field }: Pick<Conflict, 'entityId' | 'field'>): boolean {
  return DAYS.includes(`${kindOf(entityId)}.${field}`);
}

export function areNumbers({ heads }: Conflict): boolean {
  return heads.every(({ value }) => typeof value === 'number');
}

/** Deleted by one, edited or restored by another who had not seen it. */
function deleteOptions({ entityId, heads }: Conflict, context: Context): readonly Option[] {
  const contested = openPlan.contestedDelete(entityId);
  const deletes = heads.filter(({ value }) => value !== false);
  const restores = heads.filter(({ value }) => value === false);
  const edits = contested?.edits ?? [];
  const keepers = [...restores, ...edits.map(({ head }) => head)];
  const edited = edits.map(({ field, head }) =>
    CONTESTED.edit(fieldWords(field, entityId), wordsOf(entityId, field, head.value)),
  );
  return [
    {
      value: false,
      heads: keepers,
      candidate: candidateOf(keepers, CONTESTED.kept, true, context, edited.join(' · ')),
    },
    {
      value: contested?.over ?? false,
      heads: deletes,
      candidate: candidateOf(deletes, CONTESTED.deleted, false, context),
    },
  ];
}

/** Every change that a conflict is between: of what was deleted, also the edits that nobody had seen. */
export function changesIn({ entityId, field, heads }: Conflict): readonly Head[] {
  if (field !== DELETED) return heads;
  return [...heads, ...(openPlan.contestedDelete(entityId)?.edits ?? []).map(({ head }) => head)];
}

/** An indicator that stays in the plan after all stays with what is shown as reported of it. */
export function reportsBack({ entityId, field }: Conflict, value: Value) {
  if (field !== DELETED || value !== false) return [];
  const indicator = openPlan.plan?.indicators.find(({ id }) => id === entityId);
  const periods = [...(indicator?.reports.keys() ?? [])];
  return openPlan.restoration(periods.map((period) => measurementId(entityId, period)));
}

interface Context {
  readonly today: IsoDay;
  readonly sessions: Sessions;
  /** Those between which the conflict is, to be told apart. */
  readonly devices: readonly string[];
}

function candidateOf(
  heads: readonly Head[],
  value: string,
  isProvisional: boolean,
  { today, sessions, devices }: Context,
  remark = '',
): Candidate {
  const latest = heads[0];
  const people = [...new Set(heads.map(({ by }) => personName(by)))];
  const met = new Set(heads.flatMap(({ id }) => sessions.get(id) ?? []));
  return {
    id: (latest?.id ?? value).replaceAll('.', '-'),
    from: [...new Set(heads.map(({ id }) => deviceName(deviceOf(id), devices)))].join(', '),
    value,
    who: people.join(', '),
    when: latest ? formatInstant(latest.at, today) : '',
    isProvisional,
    ...(met.size > 0 ? { where: [...met].map(sessionWords).join(', ') } : {}),
    ...(remark ? { remark } : {}),
  };
}

/** What the same device said beside its number, as far as it still stands. */
function remarkBeside(entityId: string, head: Head): string {
  const device = deviceOf(head.id);
  const disputed = openPlan.conflicts.find(
    (other) => other.entityId === entityId && other.field === 'remark',
  );
  const own = disputed?.heads.find(({ id }) => deviceOf(id) === device);
  if (own) return fieldValueWords('remark', own.value);
  const standing = openPlan.seen(entityId, 'remark')[0];
  return standing && deviceOf(standing.id) === device ? openPlan.text(entityId, 'remark') : '';
}

/** A session by its name and day: "Mesa 2 · Hacienda, 14 jun 2023". */
export function sessionWords(session: string): string {
  const { plan } = openPlan;
  const day = openPlan.value(session, 'day');
  const name = plan ? sessionTitle(plan, session) : '';
  return [name, isIsoDay(day) ? formatShortDay(day) : ''].filter(Boolean).join(', ');
}

export function personName(by: string): string {
  return (by.startsWith('per:') && openPlan.text(by, 'name')) || CONTESTED.unknownName;
}

/**
 * Where a change was written: "En este equipo", "En el equipo de Hacienda". `among` are the devices that it is told
 * apart from.
 */
export function deviceName(device: string, among: readonly string[] = []): string {
  if (device === openPlan.row?.device) return share.thisDevice;
  const names = deviceNames([device, ...among], (entity) => openPlan.text(entity, 'name'));
  const name = names.get(device);
  return name ? share.inDevice(name) : '';
}

/** `device.seq.hash` */
export function deviceOf(commitId: string): string {
  return commitId.split('.')[0] ?? '';
}
