import { compare } from '../compare';
import type { IsoDay } from '../isoDay';
import { rowsOwnedBy } from '../ownership';
import type { Plan } from '../model';
import { reviewedIn } from './commitments';
import { POINT } from './ids';
import { seriesOf } from './model';
import type { PointFields, WorkshopSession } from './model';

/** One point of an agenda, and what has been written about it. */
export interface AgendaPoint extends PointFields {
  /** Says what it is about: `commitments`, `ind:…`, `tpc:…`, `free:…` or `other`. */
  readonly key: string;
}

const NOTHING_WRITTEN: PointFields = {
  pos: '',
  title: '',
  discussion: '',
  isDone: false,
  isRemoved: false,
  said: null,
};

/**
 * The agenda of a session (journey J3): what was promised before, the rows that its department answers for as they
 * need attention, what the series talks about with everybody, what somebody added, and the rest. A session that
 * was opened keeps the order it was opened with; before that it follows the plan.
 *
 * `inOrder` are the places of the plan's indicators, what needs attention first.
 */
export function agendaOf(
  plan: Plan,
  session: WorkshopSession,
  today: IsoDay,
  inOrder: readonly number[],
): readonly AgendaPoint[] {
  return everyPoint(plan, session, today, inOrder).filter(({ isRemoved }) => !isRemoved);
}

/** The points of an agenda and those that were taken from it, which can come back. */
export function everyPoint(
  plan: Plan,
  session: WorkshopSession,
  today: IsoDay,
  inOrder: readonly number[],
): readonly AgendaPoint[] {
  const proposed = proposedKeys(plan, session, today, inOrder);
  const keys = [...new Set([...proposed.slice(0, -1), ...addedKeys(session), POINT.other])];
  return keys
    .map((key) => pointOf(key, session.points.get(key) ?? NOTHING_WRITTEN))
    .sort((a, b) => turnOf(a) - turnOf(b) || compare(a.pos, b.pos));
}

/** A point that was taken out while somebody wrote of it stays: a removal never hides what was written. */
function pointOf(key: string, fields: PointFields): AgendaPoint {
  return { ...fields, key, isRemoved: fields.isRemoved && fields.discussion.trim() === '' };
}

/** The keys of points of one kind of thing: of indicators `ind`, of topics `tpc`. */
export function isAbout(key: string, kind: 'ind' | 'tpc' | 'free'): boolean {
  return key.startsWith(`${kind}:`);
}

function proposedKeys(
  plan: Plan,
  session: WorkshopSession,
  today: IsoDay,
  inOrder: readonly number[],
): readonly string[] {
  const topics = (seriesOf(plan.meetings, session)?.topics ?? []).map(({ id }) => id);
  // Those of an awareness session leave attendance, a topic and a photo: nobody reports there.
  if (session.kind === 'awareness') return [...topics, POINT.other];
  const own = new Set(session.department ? rowsOwnedBy(plan, session.department.name) : []);
  const rows = inOrder.filter((row) => own.has(row)).map((row) => plan.indicators[row]!.id);
  const hasPromises = reviewedIn(plan.meetings, session, today).length > 0;
  return [...(hasPromises ? [POINT.commitments] : []), ...rows, ...topics, POINT.other];
}

/** What was written about and is not proposed: what somebody added, and a row that changed hands since. */
function addedKeys({ points }: WorkshopSession): readonly string[] {
  return [...points.keys()].sort(compare);
}

/** Points that were given a place keep it; what came later goes after them, and what was promised before them. */
function turnOf({ pos, key }: AgendaPoint): number {
  if (pos !== '') return 1;
  return key === POINT.commitments ? 0 : 2;
}
