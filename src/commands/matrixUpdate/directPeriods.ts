import { periodsOf } from '../../domain/calendar';
import type { Calendar, PeriodId } from '../../domain/calendar';
import { sameCalendar } from '../../domain/calendarChange';
import { parseMeasurementId } from '../../domain/entities';
import type { IsoDay } from '../../domain/isoDay';
import type { MatrixReading } from '../../formats/matrix/reading';
import { isEmptyValue } from './sameValue';
import { standingValue } from './standing';
import type { Standing } from './standing';

/** A reading in the periods of the plan, and whether the plan takes over its calendar. */
export interface Placed {
  readonly reading: MatrixReading;
  readonly takesCalendar: boolean;
}

const WHOLE_YEAR = 12;

/**
 * Percents of one cut (domain.md A3) beside those of the cuts that the plan has: theirs is the period that ends on
 * the cut. A plan that goes from cut to cut gets one more, unless what was reported would lose its period by that.
 */
export function inPeriodsOf(
  plan: Calendar,
  reading: MatrixReading,
  { cut, standing }: { readonly cut: IsoDay; readonly standing: Standing },
): Placed {
  const asRead = { reading, takesCalendar: false };
  if (!reading.isDirect) return asRead;
  if (periodsOf(plan).some(({ end }) => end === cut))
    return { ...asRead, reading: placed(reading, plan, cut) };
  const goesByCuts = plan.cuts !== undefined || plan.monthsPerPeriod === WHOLE_YEAR;
  const joined = withCut(plan, cut);
  const kept = new Set(periodsOf(joined).map(({ id }) => id));
  const isWhole = [...saidPeriods(standing)].every((id) => kept.has(id));
  return goesByCuts && isWhole && !sameCalendar(plan, joined)
    ? { reading: placed(reading, joined, cut), takesCalendar: true }
    : asRead;
}

function placed(reading: MatrixReading, calendar: Calendar, cut: IsoDay): MatrixReading {
  const periods = periodsOf(calendar);
  const rows = reading.rows.map((row) => {
    const report = row.values.find((value) => value !== null) ?? null;
    return { ...row, values: periods.map(({ end }) => (end === cut ? report : null)) };
  });
  return { ...reading, calendar, periods, rows };
}

function withCut(plan: Calendar, cut: IsoDay): Calendar {
  const year = cut.slice(0, 4);
  const start = cut < plan.start ? (`${year}-01-01` as IsoDay) : plan.start;
  const end = cut > plan.end ? (`${year}-12-31` as IsoDay) : plan.end;
  const cuts = [...new Set([...(plan.cuts ?? []), cut])].filter((one) => one !== end).sort();
  return { start, end, monthsPerPeriod: plan.monthsPerPeriod, ...(cuts.length > 0 ? { cuts } : {}) };
}

/** The periods in which anything is said. */
function saidPeriods(standing: Standing): ReadonlySet<PeriodId> {
  const said = new Set<PeriodId>();
  for (const ids of standing.measurements.values()) {
    for (const id of ids) {
      const period = parseMeasurementId(id)?.periodId;
      const says = SAID.some((field) => !isEmptyValue(field, standingValue(standing, id, field)));
      if (period && says && !standing.deleted.has(id)) said.add(period);
    }
  }
  return said;
}

const SAID = ['report', 'remark', 'delayCause'];
