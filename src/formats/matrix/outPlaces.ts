import { periodsOf } from '../../domain/calendar';
import type { Calendar, ReportingPeriod } from '../../domain/calendar';
import type { Plan } from '../../domain/model';
import type { MatrixColumn } from './columns';
import type { IndicatorRow } from './outRows';
import type { PeriodAspect } from './periods';
import { yearIn } from './years';

/** Which period of a plan a column of a table is of, in a row; null where the plan has it no more. */
export type PeriodPlaces = (column: OutColumn, row: IndicatorRow) => ReportingPeriod | null;

/** What a column is; those that are neither a field nor of a period are kept as they are. */
export type OutColumn = Pick<MatrixColumn, 'index' | 'letter' | 'header' | 'field' | 'period'>;

/**
 * The periods of the columns of a table that was read by a calendar. Where the headers name no year and the calendar
 * has several, each row's columns are of its own year.
 */
export function placesBy(calendar: Calendar, columns: readonly OutColumn[], plan: Plan): PeriodPlaces {
  const periods = periodsOf(calendar);
  const own = new Map(plan.periods.map((period) => [period.id, period]));
  const perYear = yearlyPeriods(calendar, columns);
  const firstYear = Number(calendar.start.slice(0, 4));
  return ({ period }, row) => {
    if (!period) return null;
    const year = perYear === null ? firstYear : yearOf(row, firstYear);
    const at = periods[period.index + (year - firstYear) * (perYear ?? 0)];
    return (at && own.get(at.id)) ?? null;
  };
}

/** The columns of an aspect that have a period in a row, in the order of their periods. */
export function columnsOfRow(
  columns: readonly OutColumn[],
  places: PeriodPlaces,
  row: IndicatorRow,
  aspect: PeriodAspect,
): readonly { readonly column: OutColumn; readonly period: ReportingPeriod }[] {
  return columns
    .filter((column) => column.period?.aspect === aspect)
    .flatMap((column) => {
      const period = places(column, row);
      return period ? [{ column, period }] : [];
    })
    .toSorted((a, b) => a.period.ordinal - b.period.ordinal);
}

/** What we neither read nor compute for them, and what is set apart from the other columns. */
export const LEFT: ReadonlySet<string> = new Set([
  'stated',
  'itemStated',
  'computed',
  'indicatorId',
  'activityId',
]);

/** True for a column that says something of the plan, and is not only computed from others. */
export function isOfPlan({ field, period }: OutColumn): boolean {
  return period !== null || (field !== null && !LEFT.has(field));
}

/** How many periods of each year there are columns for; null where each column is of one year. */
function yearlyPeriods(calendar: Calendar, columns: readonly OutColumn[]): number | null {
  const isLong = calendar.start.slice(0, 4) !== calendar.end.slice(0, 4);
  const perYear = 12 / Math.max(1, calendar.monthsPerPeriod);
  const ofPeriods = columns.filter(({ period }) => period !== null);
  const isYearly =
    isLong &&
    ofPeriods.every(({ header, period }) => yearIn(header) === null && (period?.index ?? 0) < perYear);
  return isYearly ? perYear : null;
}

function yearOf({ indicator: { start, end } }: IndicatorRow, otherwise: number): number {
  const day = start ?? end;
  return day ? Number(day.slice(0, 4)) : otherwise;
}
