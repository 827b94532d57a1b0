import { resultAfter } from '../domain/entry';
import type { IsoDay } from '../domain/isoDay';
import { agendaOf, isAbout } from '../domain/meetings/agenda';
import type { AgendaPoint } from '../domain/meetings/agenda';
import { commitmentState, madeIn, reviewedIn } from '../domain/meetings/commitments';
import { POINT } from '../domain/meetings/ids';
import type {
  MinutesCommitment,
  MinutesFacts,
  MinutesPoint,
  MinutesProgress,
} from '../domain/meetings/minutes';
import { seriesOf, standingMinutes } from '../domain/meetings/model';
import type { Commitment, WorkshopSession } from '../domain/meetings/model';
import { reportIn } from '../domain/model';
import type { Plan } from '../domain/model';
import type { Evidence, Report } from '../domain/report';
import { pointTitle } from '../text/agenda';

/** What an acta needs beyond its session. */
export interface MinutesContext {
  /** With what closing records already in it. */
  readonly plan: Plan;
  readonly today: IsoDay;
  /** The places of the plan's indicators, what needs attention first. */
  readonly inOrder: readonly number[];
  readonly writtenBy: string;
}

/** What the acta of a session says, as everything stands now; closing freezes it. */
export function minutesFactsOf(session: WorkshopSession, context: MinutesContext): MinutesFacts {
  const { plan, today, inOrder } = context;
  const series = seriesOf(plan.meetings, session);
  const points = agendaOf(plan, session, today, inOrder);
  // A correction is of this acta: what it says of the entity and of the rows is what it said.
  const before = standingMinutes(session)?.facts ?? null;
  const told = points.map((point) =>
    pointFacts(point, pointTitle(point, plan, series), session, { ...context, before }),
  );
  const { number, day, start, end, place, objective, nextMeeting } = session;
  return {
    ...(before ?? headingOf(plan)),
    kind: session.kind,
    seriesName: series?.name ?? before?.seriesName ?? '',
    number,
    department: session.department?.name ?? '',
    day,
    start,
    end,
    place,
    objective: objective || (series?.objective ?? ''),
    people: session.attendance.map(({ person, role, signature }) => ({
      id: person.id,
      role,
      name: person.name,
      position: person.role,
      department: person.department,
      signature,
    })),
    points: told,
    commitments: madeIn(session).map(commitmentFacts),
    nextMeeting,
    annexes: annexesOf(points, session, context),
    writtenBy: context.writtenBy,
  };
}

function pointFacts(
  point: AgendaPoint,
  title: string,
  session: WorkshopSession,
  context: MinutesContext & { readonly before: MinutesFacts | null },
): MinutesPoint {
  return {
    key: point.key,
    title,
    discussion: point.discussion,
    progress: isAbout(point.key, 'ind') ? progressFacts(point, session, context) : null,
    reviewed: point.key === POINT.commitments ? reviewedFacts(session, context) : [],
  };
}

/** What was said here, whatever was reported since; of a row that was only looked at, what stood then. */
function progressFacts(
  { key, said }: AgendaPoint,
  session: WorkshopSession,
  { plan, before }: MinutesContext & { readonly before: MinutesFacts | null },
): MinutesProgress | null {
  const known = before?.points.find((point) => point.key === key)?.progress ?? null;
  if (known && (said === null || sameReport(known.report, said.report))) return known;
  const indicator = plan.indicators.find((one) => one.id === key);
  const period = plan.periods.find((one) => one.id === (said?.period ?? session.period));
  if (!indicator || !period) return null;
  const there = indicator.reports.get(period.id);
  const report = said?.report ?? reportIn(indicator, period.id);
  const change = resultAfter(plan, indicator, period, report);
  return {
    period,
    report,
    isSaidHere: said !== null,
    unit: indicator.targetUnit,
    unitName: indicator.unitOfMeasure,
    target: indicator.target,
    before: change.before.raw,
    after: change.after.raw,
    remark: there?.remark ?? '',
    delayCause: there?.delayCause ?? '',
    evidence: (there?.evidence ?? []).map(({ name }) => name),
  };
}

function sameReport(one: Report, other: Report): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function headingOf(plan: Plan) {
  const { entityName, nit, title, minutesForm, logo } = plan;
  return { entityName, nit, planTitle: title, form: minutesForm, logo };
}

function reviewedFacts(session: WorkshopSession, context: MinutesContext): MinutesPoint['reviewed'] {
  const { plan, today } = context;
  return reviewedIn(plan.meetings, session, today).map((one) => ({
    ...commitmentFacts(one),
    state: commitmentState(one, today),
    reason:
      one.outcome?.k === 'justified' ? one.outcome.reason : one.evidence.map(({ name }) => name).join('; '),
  }));
}

function commitmentFacts({ what, who, due, about }: Commitment): MinutesCommitment {
  return { what, who, due, about };
}

/** What stands behind what was reported and what was fulfilled, and the session's own photos; a file that serves several rows once. */
function annexesOf(
  points: readonly AgendaPoint[],
  session: WorkshopSession,
  { plan, today }: MinutesContext,
): MinutesFacts['annexes'] {
  const rows = points.flatMap(({ key }) => plan.indicators.filter(({ id }) => id === key));
  const ofRows = rows.flatMap(
    ({ reports }) => (session.period && reports.get(session.period)?.evidence) || [],
  );
  const ofPromises = reviewedIn(plan.meetings, session, today).flatMap(({ evidence }) => evidence);
  const all: readonly Evidence[] = [...ofRows, ...ofPromises, ...session.evidence];
  const once = new Map(all.map((one) => [one.id, one]));
  return [...once.values()].map(({ name, file }) => ({ name, sha256: file?.sha256 ?? null }));
}
