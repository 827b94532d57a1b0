import type { ReportingPeriod } from '../../domain/calendar';
import type { Cell, DocumentColumn, WideCell, Words } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { reportIn } from '../../domain/model';
import type { Plan } from '../../domain/model';
import { ANY_PERIOD, overPeriods, tableWords as words } from '../../text/reportTables';
import { methodWords } from '../../text/rules';
import { SPANS } from '../../text/words';
import type { ReportContext } from './context';
import { periodFigure, planFigure, quote, rowFigure, ruleFigure, yearFigure } from './figures';
import { joined } from './inline';

/** A column for each period of a plan, under the year of each and what is in them: its label needs no year then. */
export function periodColumns(plan: Plan, what: string, share: number): readonly DocumentColumn[] {
  const { cuts = [], monthsPerPeriod } = plan.calendar;
  const span = cuts.length === 0 ? SPANS[monthsPerPeriod]?.name : undefined;
  const isByYear = span !== undefined && monthsPerPeriod === MONTHS_IN_A_YEAR;
  return plan.periods.map((period) => ({
    label: [
      periodFigure.short({ calendar: { ...plan.calendar, start: period.start, end: period.end } }, period),
    ],
    share,
    isNumber: true,
    over: overPeriods(what, span ?? ANY_PERIOD, isByYear ? null : yearFigure(yearOf(period))),
  }));
}

const MONTHS_IN_A_YEAR = 12;

function yearOf({ end }: ReportingPeriod): number {
  return Number(end.slice(0, 4));
}

/** What was reported in a period, as the cut lets it be seen: a value, or which kind of empty it is. */
export function periodCell({ cut }: ReportContext, row: IndicatorFigure, period: ReportingPeriod): Words {
  if (period.start > cut) return words.none;
  switch (reportIn(row.indicator, period.id).k) {
    case 'value':
      return [rowFigure.reported(row, period.id)];
    case 'notReported':
      return words.none;
    case 'notScheduled':
      return words.notScheduled;
    case 'notApplicable':
      return words.notApplicable;
  }
}

/** The result of a row, which a spreadsheet computes again from the columns of its target and its periods. */
export function resultCell(
  row: IndicatorFigure,
  { target, periods }: { readonly target: number; readonly periods: readonly number[] },
): WideCell {
  const { accumulation, baseline } = row.indicator;
  if (row.raw === null) return { k: 'cell', text: exclusionWords(row) };
  return {
    k: 'cell',
    text: [rowFigure.attainment(row)],
    calculation: { accumulation, periods, target, baseline },
  };
}

/** The target of a row; in words where it has none. */
export function targetWords(row: IndicatorFigure): Words {
  return row.indicator.target === null ? words.noTarget : [rowFigure.target(row)];
}

function exclusionWords({ exclusion }: IndicatorFigure): string {
  if (exclusion === 'noTarget') return words.noTarget;
  return exclusion === 'noBaseline' ? words.noBaseline : words.notApplicable;
}

/** What was said of a row in the periods that count, each with its name. */
export function remarksOf(context: ReportContext, row: IndicatorFigure): Words {
  return joined(remarkLines(context, row), words.part);
}

/** The same, by period. */
export function remarkLines({ plan, cut }: ReportContext, { indicator }: IndicatorFigure): readonly Words[] {
  return plan.periods.flatMap((period) => {
    const { remark = '', delayCause = '' } = indicator.reports.get(period.id) ?? {};
    if (period.start > cut || (remark === '' && delayCause === '')) return [];
    const cause = delayCause === '' ? '' : [words.cause, quote(delayCause)];
    const all = joined([[quote(remark)], cause], words.part);
    return [[periodFigure.short(plan, period), words.colon, ...all]];
  });
}

/** The last row of a table of indicators: what the plan comes to by its own method, after so many columns. */
export function totalRow(context: ReportContext, before: number): readonly Cell[] {
  const { plan } = context;
  const method = ruleFigure('rollup', methodWords(plan.rollupMethod, plan.rollupBy));
  const name = [words.total, words.part, method, words.over, planFigure.n(context)];
  return [
    { k: 'cell', text: name, columns: before, isTotal: true },
    {
      k: 'cell',
      text: [planFigure.attainment(context)],
      isTotal: true,
      isMeanAbove: plan.rollupMethod === 'flatMean',
    },
    { k: 'cell', text: [words.verified, planFigure.verified(context)], isTotal: true },
  ];
}
