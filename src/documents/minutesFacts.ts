import { resultAfter } from '../domain/entry';
import type { IsoDay } from '../domain/isoDay';
import { agendaOf, isAbout } from '../domain/meetings/agenda';
import type { AgendaPoint } from '../domain/meetings/agenda';
import { commitmentState, reviewedIn } from '../domain/meetings/commitments';
import { POINT } from '../domain/meetings/ids';
import type {
  MinutesCommitment,
  MinutesFacts,
  MinutesPoint,
  MinutesProgress,
} from '../domain/meetings/minutes';
import { seriesOf } from '../domain/meetings/model';
import type { Commitment, WorkshopSession } from '../domain/meetings/model';
import { reportIn } from '../domain/model';
import type { Plan } from '../domain/model';
import type { Evidence } from '../domain/report';
import { pointTitle } from '../text/agenda';

/** What an acta needs beyond its session. */
export interface MinutesContext {
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
  const titles = new Map(points.map((point) => [point.key, pointTitle(point, plan, series)]));
  const told = points.map((point) => pointFacts(point, titles.get(point.key) ?? '', session, context));
  const { number, day, start, end, place, objective, nextMeeting } = session;
  return {
    entityName: plan.entityName,
    nit: plan.nit,
    planTitle: plan.title,
    form: plan.minutesForm,
    logo: plan.logo,
    kind: session.kind,
    seriesName: series?.name ?? '',
    number,
    department: session.department?.name ?? '',
    day,
    start,
    end,
    place,
    objective: objective || (series?.objective ?? ''),
    people: session.attendance.map(({ person, role, signature }) => ({
      role,
      name: person.name,
      position: person.role,
      department: person.department,
      signature,
    })),
    points: told,
    commitments: session.commitments.map((one) => commitmentFacts(one, titles)),
    nextMeeting,
    annexes: annexesOf(points, session, plan),
    writtenBy: context.writtenBy,
  };
}

function pointFacts(
  point: AgendaPoint,
  title: string,
  session: WorkshopSession,
  context: MinutesContext,
): MinutesPoint {
  return {
    title,
    discussion: point.discussion,
    progress: isAbout(point.key, 'ind') ? progressFacts(point.key, session, context.plan) : null,
    reviewed: point.key === POINT.commitments ? reviewedFacts(session, context) : [],
  };
}

function progressFacts(id: string, session: WorkshopSession, plan: Plan): MinutesProgress | null {
  const indicator = plan.indicators.find((one) => one.id === id);
  const period = plan.periods.find((one) => one.id === session.period);
  if (!indicator || !period) return null;
  const said = indicator.reports.get(period.id);
  const report = reportIn(indicator, period.id);
  const { before, after } = resultAfter(plan, indicator, period, report);
  return {
    period,
    report,
    unit: indicator.targetUnit,
    unitName: indicator.unitOfMeasure,
    target: indicator.target,
    before: before.raw,
    after: after.raw,
    remark: said?.remark ?? '',
    delayCause: said?.delayCause ?? '',
    evidence: (said?.evidence ?? []).map(({ name }) => name),
  };
}

function reviewedFacts(session: WorkshopSession, context: MinutesContext): MinutesPoint['reviewed'] {
  const { plan, today } = context;
  return reviewedIn(plan.meetings, session, today).map((one) => ({
    ...commitmentFacts(one, new Map()),
    state: commitmentState(one, today),
    reason: one.outcome?.k === 'justified' ? one.outcome.reason : '',
  }));
}

function commitmentFacts(
  { what, who, due, about }: Commitment,
  titles: ReadonlyMap<string, string>,
): MinutesCommitment {
  return { what, who, due, about: titles.get(about) ?? '' };
}

/** What stands behind what was reported, and the session's own photos; a file that serves several rows once. */
function annexesOf(
  points: readonly AgendaPoint[],
  session: WorkshopSession,
  plan: Plan,
): MinutesFacts['annexes'] {
  const rows = points.flatMap(({ key }) => plan.indicators.filter(({ id }) => id === key));
  const ofRows = rows.flatMap(
    ({ reports }) => (session.period && reports.get(session.period)?.evidence) || [],
  );
  const all: readonly Evidence[] = [...ofRows, ...session.evidence];
  const once = new Map(all.map((one) => [one.id, one]));
  return [...once.values()].map(({ name, file }) => ({ name, sha256: file?.sha256 ?? null }));
}
