import type { Calendar, ReportingPeriod } from '../domain/calendar';
import type { Activity, Indicator, Plan, PlanItem, Report, StatedValue } from '../domain/model';
import { writeCsv } from './csv';
import type { CsvField } from './csv';
import { writeListedAnnex } from './matrix/annexes';
import { headerOf } from './matrix/columns';
import type { MatrixField } from './matrix/columns';
import { joinList } from './matrix/lists';
import { writeTag } from './matrix/ownRows';
import { writePeriodHeader } from './matrix/periods';
import type { PeriodAspect } from './matrix/periods';
import { bandLabel, calendarCells } from './matrix/titleBand';
import type { BandFact } from './matrix/titleBand';
import { writeAccumulation, writeEmptyReport, writeRollup, writeStage } from './matrix/words';
import { percentText, shownDay } from './numbers';

interface RowSource {
  readonly item: PlanItem;
  readonly activity: Activity | null;
  readonly indicator: Indicator | null;
  readonly computed: string;
}

interface CsvColumn {
  readonly header: string;
  readonly write: (row: RowSource) => CsvField;
}

/**
 * Writes a plan with its results as a table that people read and that imports again to the same plan: its facts in
 * lines above, one row per indicator (and per activity or item that has none), and our ids in the last columns.
 * `computed` holds the attainment to print beside each indicator, by id; reading sets that column aside.
 * Baselines, weights, programmed values, money and blockers have no columns and stay in the snapshot.
 * Texts come back as every import cleans them; percents keep 15 digits; attached files go by name only.
 */
export function writePlanCsv(plan: Plan, computed: ReadonlyMap<string, string> = new Map()): Uint8Array {
  const columns = columnsOf(plan);
  const width = columns.length;
  const pad = (cells: readonly CsvField[]) => [...cells, ...Array<CsvField>(width - cells.length).fill('')];
  return writeCsv([
    ...bandOf(plan).map(pad),
    columns.map(({ header }) => header),
    ...rowsOf(plan, computed).map((row) => columns.map(({ write }) => write(row))),
  ]);
}

function bandOf(plan: Plan): readonly (readonly CsvField[])[] {
  const lines: readonly (readonly [BandFact, ...CsvField[]])[] = [
    ['title', plan.title],
    ['entityName', plan.entityName],
    ['policy', plan.policy],
    ['objective', plan.objective],
    ['planYear', plan.planYear],
    ['calendar', ...calendarCells(plan.calendar)],
    ['rollupMethod', writeRollup(plan.rollupMethod)],
    ['paceTolerance', plan.paceTolerance],
    ['dueSoonDays', plan.dueSoonDays],
    ['stated', statedText(plan.statedValue)],
  ];
  return lines.map(([fact, ...cells]) => [bandLabel(fact), '', ...cells]);
}

function rowsOf(plan: Plan, computed: ReadonlyMap<string, string>): readonly RowSource[] {
  const activitiesOf = groupBy(plan.activities, ({ itemId }) => itemId);
  const indicatorsOf = groupBy(plan.indicators, ({ activity }) => activity.id);
  return plan.items.flatMap((item) =>
    orNone(activitiesOf.get(item.id)).flatMap((activity) =>
      orNone(activity ? indicatorsOf.get(activity.id) : []).map((indicator) => ({
        item,
        activity,
        indicator,
        computed: (indicator && computed.get(indicator.id)) ?? '',
      })),
    ),
  );
}

/** So that what has nothing under it still gets its row. */
function orNone<T>(values: readonly T[] = []): readonly (T | null)[] {
  return values.length > 0 ? values : [null];
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function columnsOf(plan: Plan): readonly CsvColumn[] {
  const { calendar, periods } = plan;
  return [
    ...IDENTITY_COLUMNS,
    ...periods.map((period) => periodColumn(period, calendar, 'value')),
    ...RESULT_COLUMNS,
    ...NOTE_ASPECTS.flatMap((aspect) => periods.map((period) => periodColumn(period, calendar, aspect))),
    ...OWN_COLUMNS,
  ];
}

const NOTE_ASPECTS: readonly PeriodAspect[] = ['remark', 'delayCause', 'evidence'];

const IDENTITY_COLUMNS: readonly CsvColumn[] = [
  column('itemNumber', ({ item }) => item.number),
  column('criterion', ({ item }) => item.differentialCriterion),
  column('phvaStage', ({ activity }) => (activity?.phvaStage ? writeStage(activity.phvaStage) : '')),
  column('activityNumber', ({ activity }) => activity?.number ?? ''),
  column('activity', ({ activity }) => activity?.name ?? ''),
  column('deliverable', ({ indicator }) => indicator?.deliverable ?? ''),
  column('indicatorName', ({ indicator }) => indicator?.name ?? ''),
  column('targetText', ({ indicator }) => indicator?.targetText ?? ''),
  column('unitOfMeasure', ({ indicator }) => indicator?.unitOfMeasure ?? ''),
  column('start', ({ activity, indicator }) => dayText((indicator ?? activity)?.start)),
  column('end', ({ activity, indicator }) => dayText((indicator ?? activity)?.end)),
  column('responsibleList', ({ activity }) =>
    joinList((activity?.responsibleParties ?? []).map(({ name }) => name)),
  ),
  column('target', ({ indicator }) => targetField(indicator)),
];

const RESULT_COLUMNS: readonly CsvColumn[] = [
  column('stated', ({ indicator }) => statedText(indicator?.statedValue)),
  column('computed', ({ computed }) => computed),
];

const OWN_COLUMNS: readonly CsvColumn[] = [
  column('accumulation', ({ indicator }) => (indicator ? writeAccumulation(indicator.accumulation) : '')),
  column('tags', ({ activity }) => tagsText(activity)),
  column('itemStated', ({ item }) => statedText(item.statedValue)),
  column('activityStart', ({ activity }) => dayText(activity?.start)),
  column('activityEnd', ({ activity }) => dayText(activity?.end)),
  column('itemId', ({ item }) => item.id),
  column('activityId', ({ activity }) => activity?.id ?? ''),
  column('indicatorId', ({ indicator }) => indicator?.id ?? ''),
];

function column(field: MatrixField, write: CsvColumn['write']): CsvColumn {
  return { header: headerOf(field), write };
}

function periodColumn(period: ReportingPeriod, calendar: Calendar, aspect: PeriodAspect): CsvColumn {
  return {
    header: writePeriodHeader(period, calendar, aspect),
    write: ({ indicator }) => (indicator ? periodField(indicator, period, aspect) : ''),
  };
}

function periodField(indicator: Indicator, period: ReportingPeriod, aspect: PeriodAspect): CsvField {
  const said = indicator.reports.get(period.id);
  if (!said) return '';
  switch (aspect) {
    case 'value':
      return reportField(said.report, indicator);
    case 'remark':
      return said.remark;
    case 'delayCause':
      return said.delayCause;
    case 'evidence':
      return joinList(said.evidence.map(({ number, name }) => writeListedAnnex(number, name)));
  }
}

/** Nothing reported is a blank, as nothing said is. */
function reportField(report: Report, { targetUnit }: Indicator): CsvField {
  if (report.k === 'notReported') return '';
  if (report.k !== 'value') return writeEmptyReport(report.k);
  return targetUnit === 'percent' ? percentText(report.v) : report.v;
}

function targetField(indicator: Indicator | null): CsvField {
  if (indicator === null) return '';
  // A lone sign keeps the unit of a target nobody has set.
  if (indicator.target === null) return indicator.targetUnit === 'percent' ? '%' : '';
  return indicator.targetUnit === 'percent' ? percentText(indicator.target) : indicator.target;
}

function tagsText(activity: Activity | null): string {
  const tags = [...(activity?.tags ?? [])];
  return joinList(
    tags.flatMap(([taxonomy, elements]) => elements.map((element) => writeTag(taxonomy, element))),
  );
}

function statedText(stated: StatedValue | null | undefined): string {
  return stated?.text ?? '';
}

function dayText(day: Parameters<typeof shownDay>[0] | null | undefined): string {
  return day ? shownDay(day) : '';
}
