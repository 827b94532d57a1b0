import { positionsBetween } from '../domain/order';
import type { IsoDay } from '../domain/isoDay';
import type { SessionKind } from '../domain/meetings/words';
import { proposeDays } from '../domain/meetings/schedule';
import type { Result } from '../domain/problem';
import { deletionOf } from '../log/deletes';
import type { Json } from '../log/json';
import type { ReadEntity } from '../storage/append';
import { partyId } from './changePlan';
import { chance, randomId } from './clock';
import { save, wayBack } from './save';
import type { FieldEdit } from './save';

/** What must be said of a series to make it with all its sessions. */
export interface NewSeries {
  readonly name: string;
  readonly kind: SessionKind;
  readonly start: IsoDay;
  readonly end: IsoDay;
  readonly objective: string;
  readonly place: string;
  /** By name, in the order in which they meet; `isMet` has a session made for it now. */
  readonly departments: readonly { readonly name: string; readonly isMet: boolean }[];
  readonly topics: readonly { readonly name: string; readonly guide: string }[];
}

/**
 * Makes a series, its topics and a prepared session for each department that is to be met, on working days spread
 * over its time: one commit. Gives the id of the series.
 */
export async function planSeries(copy: string, planId: string, series: NewSeries): Promise<Result<string>> {
  const id = `ser:${randomId(12)}`;
  const own = [
    ...fieldsOf(id, {
      name: series.name,
      kind: series.kind,
      start: series.start,
      end: series.end,
      objective: series.objective,
    }),
    ...topicEdits(id, series.topics),
    ...sessionEdits(id, planId, series),
  ];
  const saved = await save(copy, async (read) => {
    const departments = series.departments.map(({ name }) => departmentEdits(id, planId, name, read));
    return [...own, ...(await Promise.all(departments)).flat()];
  });
  return saved.ok ? { ok: true, value: id } : saved;
}

/**
 * That the series is to reach a department, the same on every tablet by its name. Where the plan has it already it
 * keeps the name it has; one that was removed comes back.
 */
async function departmentEdits(
  seriesId: string,
  planId: string,
  name: string,
  read: ReadEntity,
): Promise<readonly FieldEdit[]> {
  const party = partyId(planId, name);
  const known = await read(party);
  const isRemoved = known !== undefined && deletionOf(known) === 'deleted';
  return [
    ...(known ? [] : fieldsOf(party, { name })),
    ...(isRemoved ? [wayBack(party, known)] : []),
    { entity: seriesId, field: `covers/${party}`, value: true, seen: [] },
  ];
}

function topicEdits(seriesId: string, topics: NewSeries['topics']): readonly FieldEdit[] {
  const places = positionsBetween('', '', topics.length, chance);
  return topics.flatMap(({ name, guide }, at) =>
    fieldsOf(`tpc:${randomId(12)}`, { series: seriesId, name, guide, pos: places[at] ?? '' }),
  );
}

function sessionEdits(seriesId: string, planId: string, series: NewSeries): readonly FieldEdit[] {
  const met = series.departments.filter(({ isMet }) => isMet);
  const days = proposeDays(series.start, series.end, met.length);
  return met.flatMap(({ name }, at) =>
    fieldsOf(`mtg:${randomId(12)}`, {
      series: seriesId,
      number: String(at + 1),
      department: partyId(planId, name),
      day: days[at] ?? series.start,
      start: '09:00',
      place: series.place,
    }),
  );
}

/** What is said of something new: nobody has seen anything of it. */
function fieldsOf(entity: string, fields: Readonly<Record<string, Json>>): readonly FieldEdit[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ entity, field, value, seen: [] }));
}
