import type { PeriodId, ReportingPeriod } from '../../domain/calendar';
import type { IsoDay } from '../../domain/isoDay';
import type { Indicator, Plan } from '../../domain/model';
import { NOTHING_SAID } from '../../domain/report';
import type { PeriodValue } from '../../domain/report';
import { LARGEST_PERCENT_FRACTION } from '../cells';
import { percentText } from '../numbers';
import { writeListedAnnex } from './annexes';
import type { MatrixField } from './columns';
import { joinList } from './lists';
import type { OutRow } from './outRows';
import type { PeriodAspect } from './periods';
import { identityOf } from './sameAsAbove';
import type { IdentitySaid, InheritableField } from './sameAsAbove';
import { writeAccumulation, writeEmptyReport, writeStage } from './words';

/** A cell as it leaves, before any file format. Numbers are numbers, also percents: `1` shown as `100%`. */
export type OutCell =
  | { readonly k: 'blank' }
  | { readonly k: 'text'; readonly text: string }
  | { readonly k: 'number'; readonly value: number; readonly look: NumberLook }
  | { readonly k: 'day'; readonly day: IsoDay }
  | { readonly k: 'formula'; readonly formula: string; readonly value: number | string };

/** `points` are numbers that say themselves of how much they are a part: a weight of 20. */
export type NumberLook = 'count' | 'percent' | 'points' | 'pesos';

export const BLANK_CELL: OutCell = { k: 'blank' };

/** Several parties in the one cell that a matrix has for them. */
export const PARTY_SEPARATOR = '; ';

// A label that a spreadsheet would hold as a number without changing it.
const PLAIN_LABEL = /^[1-9]\d{0,8}$/;

type Writer = (row: OutRow, plan: Plan) => OutCell;

/** What a plan says in a column of a matrix; blank for what it says nothing of. */
export function fieldCell(plan: Plan, row: OutRow, field: MatrixField): OutCell {
  return WRITERS[field]?.(row, plan) ?? BLANK_CELL;
}

const WRITERS: Partial<Readonly<Record<MatrixField, Writer>>> = {
  itemNumber: identityWriter('itemNumber'),
  criterion: identityWriter('criterion'),
  phvaStage: identityWriter('phvaStage'),
  activityNumber: ({ activity }) => label(activity?.number ?? ''),
  activity: identityWriter('activity'),
  deliverable: identityWriter('deliverable'),
  indicatorName: ({ indicator }) => text(indicator?.name ?? ''),
  targetText: ({ indicator }) => text(indicator?.targetText ?? ''),
  unitOfMeasure: ({ indicator }) => text(indicator?.unitOfMeasure ?? ''),
  baseline: ({ indicator }) => amount(indicator, indicator?.baseline),
  baselineSource: ({ indicator }) => text(indicator?.baselineSource ?? ''),
  weight: ({ indicator }) => number(indicator?.weight, 'points'),
  start: ({ indicator, activity }) => day((indicator ?? activity)?.start),
  end: ({ indicator, activity }) => day((indicator ?? activity)?.end),
  responsible: (row) => text(partiesOf(row).join(PARTY_SEPARATOR)),
  responsibleList: (row) => text(joinList(partiesOf(row))),
  target: ({ indicator }) => targetCell(indicator),
  direct: ({ indicator }, plan) => amount(indicator, indicator && latestValue(indicator, plan.periods)),
  remark: ({ indicator }, plan) => text(indicator ? remarkOf(indicator, plan) : ''),
  budget: ({ activity, bearsMoney }) => number(bearsMoney ? activity?.budget : null, 'pesos'),
  executed: ({ activity, bearsMoney }) => number(bearsMoney ? activity?.executed : null, 'pesos'),
  accumulation: ({ indicator }) => text(indicator ? writeAccumulation(indicator.accumulation) : ''),
  activityId: ({ activity }) => text(activity?.id ?? ''),
  indicatorId: ({ indicator }) => text(indicator?.id ?? ''),
};

function identityWriter(field: InheritableField): Writer {
  return (row) => identityCell(identityOf(row), field);
}

/** What a row says in a column where a blank cell may mean the same as the row above. */
export function identityCell(says: IdentitySaid, field: InheritableField): OutCell {
  switch (field) {
    case 'itemNumber':
      return label(says.itemNumber);
    case 'criterion':
      return text(says.criterion);
    case 'phvaStage':
      return text(says.phvaStage ? writeStage(says.phvaStage) : '');
    case 'activity':
      return text(says.activityName);
    case 'deliverable':
      return text(says.deliverable);
  }
}

/** What was said of an indicator in a period, in the column of one aspect of it. */
export function periodCell(indicator: Indicator | null, period: PeriodId, aspect: PeriodAspect): OutCell {
  if (!indicator) return BLANK_CELL;
  const said = saidIn(indicator, period);
  switch (aspect) {
    case 'value':
      return reportCell(indicator, said);
    case 'planned':
      return amount(indicator, said.planned);
    case 'evidence':
      return text(joinList(said.evidence.map(({ number: of, name }) => writeListedAnnex(of, name))));
    case 'remark':
    case 'delayCause':
      return text(said[aspect]);
  }
}

export function saidIn({ reports }: Indicator, period: PeriodId): PeriodValue {
  return reports.get(period) ?? NOTHING_SAID;
}

/** The periods of which an indicator has remarks. */
export function remarkedPeriods(
  indicator: Indicator,
  periods: readonly ReportingPeriod[],
): readonly ReportingPeriod[] {
  return periods.filter(({ id }) => saidIn(indicator, id).remark !== '');
}

/**
 * What stands under OBSERVACIONES of a row: the remark of the last period that has one, and so of the whole where
 * the source says it of the whole.
 */
export function remarkOf(indicator: Indicator, { periods }: Plan): string {
  const last = remarkedPeriods(indicator, periods).at(-1);
  return last ? saidIn(indicator, last.id).remark : '';
}

export function partiesOf({ activity }: OutRow): readonly string[] {
  return (activity?.responsibleParties ?? []).map(({ name }) => name);
}

/** The last value reported; null where there is none. */
export function latestValue(indicator: Indicator, periods: readonly ReportingPeriod[]): number | null {
  const reports = periods.map(({ id }) => saidIn(indicator, id).report);
  const last = reports.findLast(({ k }) => k === 'value');
  return last?.k === 'value' ? last.v : null;
}

function reportCell(indicator: Indicator, { report }: PeriodValue): OutCell {
  if (report.k === 'notReported') return BLANK_CELL;
  return report.k === 'value' ? amount(indicator, report.v) : text(writeEmptyReport(report.k));
}

function targetCell(indicator: Indicator | null): OutCell {
  // A lone sign keeps the unit of a target nobody has set.
  if (indicator?.target === null && indicator.targetUnit === 'percent') return text('%');
  const cell = amount(indicator, indicator?.target);
  // Beyond it, a number with a percent format is taken for something else that was put in percents by mistake.
  const isBeyond =
    cell.k === 'number' && cell.look === 'percent' && Math.abs(cell.value) > LARGEST_PERCENT_FRACTION;
  return isBeyond ? text(percentText(cell.value)) : cell;
}

/** In the target's unit. */
function amount(indicator: Indicator | null, value: number | null | undefined): OutCell {
  return number(value, indicator?.targetUnit === 'percent' ? 'percent' : 'count');
}

function number(value: number | null | undefined, look: NumberLook): OutCell {
  return value === null || value === undefined ? BLANK_CELL : { k: 'number', value, look };
}

function text(of: string): OutCell {
  return of === '' ? BLANK_CELL : { k: 'text', text: of };
}

function label(of: string): OutCell {
  return PLAIN_LABEL.test(of) ? { k: 'number', value: Number(of), look: 'count' } : text(of);
}

function day(of: IsoDay | null | undefined): OutCell {
  return of ? { k: 'day', day: of } : BLANK_CELL;
}
