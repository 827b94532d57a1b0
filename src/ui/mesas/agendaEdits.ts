import { pointId } from '../../domain/meetings/ids';
import type { AgendaPoint } from '../../domain/meetings/agenda';
import type { WorkshopSession } from '../../domain/meetings/model';
import { placesBefore, positionsBetween } from '../../domain/order';
import { openPlan } from '../../state/openPlan.svelte';

/**
 * Puts a point before another one, or last. An agenda that only followed the plan so far takes the order it
 * shows: from then on it is a person's.
 */
export function pointMoved(
  session: WorkshopSession,
  agenda: readonly AgendaPoint[],
  key: string,
  before: string | null,
) {
  const idOf = (one: string) => pointId(session.id, one);
  const ids = agenda.map((point) => idOf(point.key));
  const given = new Map(agenda.map((point) => [idOf(point.key), point.pos]));
  const settled = agenda.every(({ pos }) => pos !== '');
  if (settled) {
    const places = placesBefore(
      ids,
      [idOf(key)],
      before === null ? null : idOf(before),
      (id) => given.get(id) ?? '',
    );
    return places.map(({ entity, pos }) => openPlan.edit(entity, 'pos', pos));
  }
  const others = ids.filter((id) => id !== idOf(key));
  const at = before === null ? others.length : others.indexOf(idOf(before));
  const inOrder = others.toSpliced(at, 0, idOf(key));
  const places = positionsBetween('', '', inOrder.length);
  return inOrder.map((id, place) => openPlan.edit(id, 'pos', places[place] ?? ''));
}

/** A new point, before the last one: what is left over stays last. */
export function pointAdded(
  session: WorkshopSession,
  agenda: readonly AgendaPoint[],
  key: string,
  title: string,
) {
  const added = { key, pos: '', title, discussion: '', isDone: false, isRemoved: false };
  const last = agenda.at(-1)?.key ?? null;
  const withIt = agenda.toSpliced(Math.max(0, agenda.length - 1), 0, added);
  const places =
    agenda.every(({ pos }) => pos !== '') && last !== null
      ? placesBefore(
          agenda.map((point) => pointId(session.id, point.key)),
          [pointId(session.id, key)],
          pointId(session.id, last),
          (id) => openPlan.text(id, 'pos'),
        ).map(({ entity, pos }) => openPlan.edit(entity, 'pos', pos))
      : pointMoved(session, withIt, key, last);
  return [openPlan.edit(pointId(session.id, key), 'title', title), ...places];
}
