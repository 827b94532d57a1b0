import { civilSpan } from '../../domain/calendar';
import type { Calendar, ReportingPeriod } from '../../domain/calendar';
import { compareKey } from '../cells';
import type { Sheet } from '../grid';
import { headerOf } from './columns';
import type { MatrixField } from './columns';
import { SPAN_WORDS, wordOfSpan } from './periods';

/** The matrices that public entities know: of the policy's action plan, of a PETI's follow-up, and of its projects. */
export type StandardKind = 'actionPlan' | 'petiFollowUp' | 'portfolio';

/** `field` and `periods` say what stands in a column, or in a column for each period. */
export type StandardColumn =
  | { readonly header: string; readonly field: MatrixField; readonly width: number }
  | { readonly periods: 'value'; readonly word: string; readonly width: number };

interface StandardLayout {
  readonly sheet: string;
  readonly columns: readonly StandardColumn[];
}

const PERIOD_WIDTH = 12;

/** The columns of each, in their order and by the headers that they are printed with (domain.md A2, A5). */
export const STANDARD_LAYOUTS: Readonly<Record<StandardKind, StandardLayout>> = {
  actionPlan: {
    sheet: 'Plan de acción',
    columns: [
      known('itemNumber', 7),
      known('criterion', 28),
      known('phvaStage', 16),
      known('activity', 40),
      known('deliverable', 30),
      known('indicatorName', 32),
      known('targetText', 28),
      known('start', 12),
      known('end', 12),
      known('responsible', 26),
      known('target', 12),
      { periods: 'value', word: 'RESULTADO', width: PERIOD_WIDTH },
      known('stated', 12),
      known('remark', 48),
    ],
  },
  petiFollowUp: {
    sheet: 'Seguimiento PETI',
    columns: [
      { header: 'ACTIVIDADES', field: 'activity', width: 48 },
      { header: 'INDICADOR', field: 'indicatorName', width: 40 },
      { header: 'META', field: 'target', width: 12 },
      { periods: 'value', word: 'MEDICIÓN', width: PERIOD_WIDTH },
      known('remark', 48),
    ],
  },
  portfolio: {
    sheet: 'Portafolio',
    columns: [
      { header: 'ID', field: 'activityNumber', width: 12 },
      { header: 'PROYECTO Y/O INICIATIVA', field: 'activity', width: 56 },
      { header: 'DESCRIPCIÓN', field: 'deliverable', width: 72 },
    ],
  },
};

/** What stands under a header of our portfolio; null for any other header. */
export function fieldInPortfolio(header: string): MatrixField | null {
  const column = STANDARD_LAYOUTS.portfolio.columns.find(
    (one) => 'field' in one && compareKey(one.header) === compareKey(header),
  );
  return column && 'field' in column ? column.field : null;
}

/** The sheets that a template has besides its table; each is a column of texts. */
export const TEMPLATE_SHEETS = { instructions: 'Instrucciones', lists: 'Dependencias' } as const;

/** True for one of those: there is nothing in it that anybody would miss. */
export function isTemplatePage({ name, rows }: Sheet): boolean {
  const isNamedSo = Object.values(TEMPLATE_SHEETS).some((own) => own === name);
  return isNamedSo && rows.every(({ length }) => length <= 1);
}

/** The two lines over a column of a period: `2023` over `RESULTADO TRIMESTRE 1`. */
export interface PeriodHeading {
  readonly over: string;
  readonly header: string;
}

/** How each period of a calendar is headed: by its year and its place there where it is a whole part of one. */
export function periodHeadings(
  periods: readonly ReportingPeriod[],
  calendar: Calendar,
  word: string,
): readonly PeriodHeading[] {
  const spans = periods.map((period) => (calendar.cuts ? null : civilSpan(period, calendar)));
  const isCivil =
    spans.every((span) => span !== null) &&
    SPAN_WORDS.some(([months]) => months === calendar.monthsPerPeriod);
  return periods.map((period, place) => {
    const span = isCivil ? spans[place] : null;
    return span
      ? { over: String(span.year), header: `${word} ${wordOfSpan(span.months)} ${span.ordinal}` }
      : { over: calendar.start.slice(0, 4), header: `${word} ${wordOfSpan(0)} ${period.ordinal}` };
  });
}

/** True where the headings alone tell the calendar: whole civil years of civil periods. */
export function headingsTellCalendar(periods: readonly ReportingPeriod[], calendar: Calendar): boolean {
  const isWhole = calendar.start.endsWith('-01-01') && calendar.end.endsWith('-12-31');
  const isKnown = SPAN_WORDS.some(([months]) => months > 0 && months === calendar.monthsPerPeriod);
  return isWhole && isKnown && !calendar.cuts && periods.every((period) => civilSpan(period, calendar));
}

function known(field: MatrixField, width: number): StandardColumn {
  return { header: headerOf(field), field, width };
}
