import type { ReportingPeriod } from '../domain/calendar';
import { resultAfter } from '../domain/entry';
import type { IsoDay } from '../domain/isoDay';
import { agendaOf, isAbout } from '../domain/meetings/agenda';
import type { AgendaPoint } from '../domain/meetings/agenda';
import { commitmentState, madeIn, reviewedIn } from '../domain/meetings/commitments';
import { POINT } from '../domain/meetings/ids';
import type {
  MinutesCommitment,
  MinutesFacts,
  MinutesPerson,
  MinutesPoint,
  MinutesProgress,
} from '../domain/meetings/minutes';
import { seriesOf, standingMinutes } from '../domain/meetings/model';
import type { Attendance, Commitment, SaidHere } from '../domain/meetings/model';
import type { WorkshopSeries, WorkshopSession } from '../domain/meetings/model';
import { reportIn } from '../domain/model';
import type { Indicator, Plan } from '../domain/model';
import { NOTHING_SAID } from '../domain/report';
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
  const points = agendaOf(plan, session, today, inOrder);
  // A correction is of this acta: what it says of the entity and of the rows is what it said.
  const before = standingMinutes(session)?.facts ?? null;
  const series = seriesOf(plan.meetings, session);
  return {
    ...headingOf(plan, before),
    ...occasionOf(session, series, before),
    people: session.attendance.map(personFacts),
    points: points.map((point) =>
      pointFacts(point, pointTitle(point, plan, series), session, { ...context, before }),
    ),
    commitments: madeIn(session).map(commitmentFacts),
    nextMeeting: session.nextMeeting,
    annexes: annexesOf(points, session, context),
    writtenBy: context.writtenBy,
  };
}

type Known = MinutesFacts | null;

function headingOf({ entityName, nit, title, minutesForm, logo }: Plan, before: Known) {
  if (!before) return { entityName, nit, planTitle: title, form: minutesForm, logo };
  return {
    entityName: before.entityName,
    nit: before.nit,
    planTitle: before.planTitle,
    form: before.form,
    logo: before.logo,
  };
}

/** When, where, with whom and what for. */
function occasionOf(session: WorkshopSession, series: WorkshopSeries | null, before: Known) {
  const { kind, number, day, start, end, place, objective, department } = session;
  return {
    kind,
    seriesName: series?.name ?? before?.seriesName ?? '',
    number,
    department: department?.name ?? '',
    day,
    start,
    end,
    place,
    objective: objective || (series?.objective ?? ''),
  };
}

function personFacts({ person, role, signature }: Attendance): MinutesPerson {
  const { id, name, role: position, department } = person;
  return { id, role, name, position, department, signature };
}

function pointFacts(
  point: AgendaPoint,
  title: string,
  session: WorkshopSession,
  context: MinutesContext & { readonly before: Known },
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
  { plan, before }: MinutesContext & { readonly before: Known },
): MinutesProgress | null {
  const known = before?.points.find((point) => point.key === key)?.progress ?? null;
  if (known && (said === null || sameReport(known.report, said.report))) return known;
  const indicator = plan.indicators.find((one) => one.id === key);
  const period = plan.periods.find((one) => one.id === (said?.period ?? session.period));
  return indicator && period ? reportedFacts(plan, indicator, period, said) : null;
}

function reportedFacts(
  plan: Plan,
  indicator: Indicator,
  period: ReportingPeriod,
  said: SaidHere | null,
): MinutesProgress {
  const { remark, delayCause, evidence } = indicator.reports.get(period.id) ?? NOTHING_SAID;
  const report = said?.report ?? reportIn(indicator, period.id);
  const { before, after } = resultAfter(plan, indicator, period, report);
  return {
    period,
    report,
    isSaidHere: said !== null,
    unit: indicator.targetUnit,
    unitName: indicator.unitOfMeasure,
    target: indicator.target,
    before: before.raw,
    after: after.raw,
    remark,
    delayCause,
    evidence: evidence.map(({ name }) => name),
  };
}

function sameReport(one: Report, other: Report): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
