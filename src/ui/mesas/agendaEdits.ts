import { chance } from '../../commands/clock';
import { pointId } from '../../domain/meetings/ids';
import type { AgendaPoint } from '../../domain/meetings/agenda';
import type { WorkshopSession } from '../../domain/meetings/model';
import { placesBefore, positionsBetween } from '../../domain/order';
import type { Placed } from '../../domain/order';
import { openPlan } from '../../state/openPlan.svelte';

/** Puts a point before another one, or last. */
export function pointMoved(
  session: WorkshopSession,
  agenda: readonly AgendaPoint[],
  key: string,
  before: string | null,
) {
  const idOf = (one: string) => pointId(session.id, one);
  const ids = agenda.map((point) => idOf(point.key));
  const next = before === null ? null : idOf(before);
  return placesIn(agenda, ids, idOf(key), next).map(({ entity, pos }) => openPlan.edit(entity, 'pos', pos));
}

/** A new point, before the last one: what is left over stays last. */
export function pointAdded(
  session: WorkshopSession,
  agenda: readonly AgendaPoint[],
  key: string,
  title: string,
) {
  const last = agenda.at(-1)?.key ?? null;
  return [openPlan.edit(pointId(session.id, key), 'title', title), ...pointMoved(session, agenda, key, last)];
}

/** An agenda that only followed the plan so far takes the order it shows: from then on it is a person's. */
function placesIn(
  agenda: readonly AgendaPoint[],
  ids: readonly string[],
  moved: string,
  before: string | null,
): readonly Placed[] {
  if (agenda.every(({ pos }) => pos !== '')) {
    const given = new Map(agenda.map(({ pos }, at) => [ids[at] ?? '', pos]));
    return placesBefore(ids, moved, before, { posOf: (id) => given.get(id) ?? '', chance });
  }
  const others = ids.filter((id) => id !== moved);
  const at = before === null ? others.length : others.indexOf(before);
  const inOrder = others.toSpliced(at, 0, moved);
  const places = positionsBetween('', '', inOrder.length, chance);
  return inOrder.map((entity, place) => ({ entity, pos: places[place] ?? '' }));
}
