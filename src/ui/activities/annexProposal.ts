import type { NewEvidence } from '../../commands/attachEvidence';
import { annexName, nameWithoutExtension, nextAnnexNumber, periodCode } from '../../domain/annexName';
import type { ReportingPeriod } from '../../domain/calendar';
import type { WorkshopSession } from '../../domain/meetings/model';
import { seriesOf } from '../../domain/meetings/model';
import type { Indicator, Plan } from '../../domain/model';

/** What a file that is attached to a report is called by the rule; `nth` of those that are attached together. */
export function proposedAnnex(
  plan: Plan,
  { item }: Indicator,
  period: ReportingPeriod,
  text: string,
  nth = 0,
): Required<NewEvidence> {
  const number = nextAnnexNumber(plan, nth);
  const name = annexName({
    number,
    criterion: item.differentialCriterion,
    period: periodCode(period, plan.calendar),
    text: nameWithoutExtension(text),
  });
  return { name, number, planYear: Number(period.start.slice(0, 4)) };
}

/** What a file of a session, or of what was agreed in it, is called by the same rule: by who met and on which day. */
export function sessionAnnex(plan: Plan, session: WorkshopSession, text: string): Required<NewEvidence> {
  const number = nextAnnexNumber(plan);
  const name = annexName({
    number,
    criterion: session.department?.name || seriesOf(plan.meetings, session)?.name || '',
    period: session.day ?? String(plan.planYear),
    text,
  });
  return { name, number, planYear: session.day ? Number(session.day.slice(0, 4)) : plan.planYear };
}
