import type { PeriodId } from '../../domain/calendar';
import type { Plan } from '../../domain/model';
import { NOT_REPORTED } from '../../domain/report';
import type { Report } from '../../domain/report';
import type { MatrixField } from './columns';
import { writeListedAnnex } from './annexes';
import { latestValue, partiesOf, PARTY_SEPARATOR, remarkOf, saidIn } from './outCells';
import type { IndicatorRow } from './outRows';
import type { PeriodAspect } from './periods';
import type { MatrixRow, PeriodNote } from './reading';

/** True where a row of the source already says what the plan says: its cell stays as somebody wrote it. */
export function alreadySays(source: MatrixRow, row: IndicatorRow, plan: Plan, field: MatrixField): boolean {
  const compare = SAME[field];
  return compare === undefined || compare(source, row, plan);
}

/** True for a row of the plan that says nothing but where it belongs. */
export function saysNothing({ indicator }: IndicatorRow): boolean {
  const { name, deliverable, targetText, target, reports } = indicator;
  return name === '' && deliverable === '' && targetText === '' && target === null && reports.size === 0;
}

type Comparison = (source: MatrixRow, row: IndicatorRow, plan: Plan) => boolean;

const SAME: Partial<Readonly<Record<MatrixField, Comparison>>> = {
  itemNumber: (source, { item }) => source.itemNumber === item.number,
  criterion: (source, { item }) => source.criterion === item.differentialCriterion,
  phvaStage: (source, { activity }) => source.phvaStage === activity.phvaStage,
  activityNumber: (source, { activity }) => source.activityNumber === activity.number,
  activity: (source, { activity }) => source.activityName === activity.name,
  deliverable: (source, { indicator }) => source.deliverable === indicator.deliverable,
  indicatorName: (source, { indicator }) => source.indicatorName === indicator.name,
  targetText: (source, { indicator }) => source.targetText === indicator.targetText,
  unitOfMeasure: (source, { indicator }) => source.unitOfMeasure === indicator.unitOfMeasure,
  baseline: (source, { indicator }) => source.baseline === indicator.baseline,
  baselineSource: (source, { indicator }) => source.baselineSource === indicator.baselineSource,
  weight: (source, { indicator }) => source.weight === indicator.weight,
  start: (source, { indicator }) => source.start === indicator.start,
  end: (source, { indicator }) => source.end === indicator.end,
  responsible: ({ responsible }, row) =>
    responsible.join(PARTY_SEPARATOR) === partiesOf(row).join(PARTY_SEPARATOR),
  responsibleList: ({ responsible }, row) =>
    responsible.join(PARTY_SEPARATOR) === partiesOf(row).join(PARTY_SEPARATOR),
  target: (source, { indicator }) =>
    source.target === indicator.target &&
    (indicator.target === null || source.targetUnit === indicator.targetUnit),
  direct: (source, { indicator }, plan) =>
    valueOf(source.values.find((value) => value !== null) ?? NOT_REPORTED) ===
    latestValue(indicator, plan.periods),
  remark: (source, { indicator }, plan) => source.remark === remarkOf(indicator, plan),
  budget: (source, { activity, bearsMoney }) => !bearsMoney || source.budget === activity.budget,
  executed: (source, { activity, bearsMoney }) => !bearsMoney || source.executed === activity.executed,
  indicatorId: (source, { indicator }) => source.indicatorId === indicator.id,
};

/** The same of what is said of a period; `index` is its place in the source. */
export function alreadySaysOf(
  source: MatrixRow,
  { indicator }: IndicatorRow,
  { id, index, aspect }: { readonly id: PeriodId; readonly index: number; readonly aspect: PeriodAspect },
): boolean {
  const said = saidIn(indicator, id);
  const note = source.notes[index] ?? NO_NOTE;
  switch (aspect) {
    case 'value':
      return sameReport(source.values[index] ?? NOT_REPORTED, said.report);
    case 'planned':
      return (source.planned[index] ?? null) === said.planned;
    case 'remark':
      // What the row says as a whole is kept in one of its periods, and stands in its own column.
      return said.remark === note.remark || said.remark === source.remark;
    case 'delayCause':
      return said.delayCause === note.delayCause;
    case 'evidence':
      return sameTexts(
        note.evidence.map(({ number, name }) => writeListedAnnex(number, name)),
        said.evidence.map(({ number, name }) => writeListedAnnex(number, name)),
      );
  }
}

const NO_NOTE: PeriodNote = { remark: '', delayCause: '', evidence: [] };

function sameReport(one: Report, other: Report): boolean {
  return one.k === other.k && valueOf(one) === valueOf(other);
}

function valueOf(report: Report): number | null {
  return report.k === 'value' ? report.v : null;
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text) => others.includes(text));
}
