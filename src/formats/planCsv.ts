import { blockerText } from '../domain/blockers';
import { sameCalendar } from '../domain/calendarChange';
import type { Calendar, ReportingPeriod } from '../domain/calendar';
import type { Activity, Indicator, Plan, StatedValue } from '../domain/model';
import type { Report } from '../domain/report';
import { writeCsv } from './csv';
import type { CsvField } from './csv';
import { MAX_COLUMNS } from './grid';
import { writeListedAnnex } from './matrix/annexes';
import { headerOf } from './matrix/columns';
import type { MatrixField } from './matrix/columns';
import { joinList } from './matrix/lists';
import { planRows } from './matrix/outRows';
import type { OutRow } from './matrix/outRows';
import { writeTag } from './matrix/ownRows';
import { writePeriodHeader } from './matrix/periods';
import type { PeriodAspect } from './matrix/periods';
import { bandCell, baselineCells, groupingCells } from './matrix/planSettings';
import { bandLabel, calendarCells } from './matrix/titleBand';
import type { BandFact } from './matrix/titleBand';
import {
  writeAccumulation,
  writeEdge,
  writeEmptyReport,
  writeRollup,
  writeRounding,
  writeStage,
} from './matrix/words';
import { percentText, shownDay } from './numbers';

interface RowSource extends OutRow {
  readonly computed: string;
}

interface CsvColumn {
  readonly header: string;
  readonly write: (row: RowSource) => CsvField;
  readonly isOptional?: boolean;
}

/**
 * Writes a plan with its results as a table that people read and that imports again to the same plan: its facts in
 * lines above, one row per indicator (and per activity or item that has none), and our ids in the last columns.
 * `computed` holds the attainment to print beside each indicator, by id; reading sets that column aside.
 * Texts come back as every import cleans them; percents keep 15 digits; attached files go by name only.
 */
export function writePlanCsv(plan: Plan, computed: ReadonlyMap<string, string> = new Map()): Uint8Array {
  const rows = rowsOf(plan, computed);
  const columns = narrowed(columnsOf(plan), rows);
  const pad = (cells: readonly CsvField[]) =>
    Array.from({ length: Math.max(columns.length, cells.length) }, (_, at) => cells[at] ?? '');
  return writeCsv([
    ...bandOf(plan).map(pad),
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ write }) => write(row))),
  ]);
}

/** Of a table wider than what is read back, the columns of each period that say nothing in any row are left out. */
function narrowed(columns: readonly CsvColumn[], rows: readonly RowSource[]): readonly CsvColumn[] {
  if (columns.length <= MAX_COLUMNS) return columns;
  return columns.filter(({ isOptional, write }) => !isOptional || rows.some((row) => write(row) !== ''));
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
    ['rollupBy', ...groupingCells(plan.rollupBy)],
    ['bands', ...plan.scheme.bands.map(bandCell)],
    ['rounding', writeRounding(plan.scheme.rounding)],
    ['edge', writeEdge(plan.scheme.edge)],
    ['schemeId', plan.scheme.id],
    ['baseline', ...baselineCells(plan.baseline)],
    ['paceTolerance', plan.paceTolerance],
    ['dueSoonDays', plan.dueSoonDays],
    ['stated', statedText(plan.statedValue)],
    ['statedAt', statedDay(plan)],
  ];
  return lines.map(([fact, ...cells]) => [bandLabel(fact), '', ...cells]);
}

function rowsOf(plan: Plan, computed: ReadonlyMap<string, string>): readonly RowSource[] {
  return planRows(plan).map((row) => ({
    ...row,
    computed: (row.indicator && computed.get(row.indicator.id)) ?? '',
  }));
}

function columnsOf(plan: Plan): readonly CsvColumn[] {
  const { calendar, periods } = plan;
  return [
    ...IDENTITY_COLUMNS,
    ...periods.map((period) => periodColumn(period, calendar, 'value')),
    ...RESULT_COLUMNS,
    ...NOTE_ASPECTS.flatMap((aspect) =>
      periods.map((period) => ({ ...periodColumn(period, calendar, aspect), isOptional: true })),
    ),
    ...OWN_COLUMNS,
  ];
}

const NOTE_ASPECTS: readonly PeriodAspect[] = ['planned', 'remark', 'delayCause', 'evidence'];

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
  column('baseline', ({ indicator }) => amountField(indicator, indicator?.baseline)),
  column('baselineSource', ({ indicator }) => indicator?.baselineSource ?? ''),
  column('weight', ({ indicator }) => indicator?.weight ?? ''),
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
  // Once for each activity, so that a column adds up to the plan's money.
  column('budget', ({ activity, bearsMoney }) => (bearsMoney ? activity?.budget : null) ?? ''),
  column('executed', ({ activity, bearsMoney }) => (bearsMoney ? activity?.executed : null) ?? ''),
];

const OWN_COLUMNS: readonly CsvColumn[] = [
  column('accumulation', ({ indicator }) => (indicator ? writeAccumulation(indicator.accumulation) : '')),
  column('tags', ({ activity }) => tagsText(activity)),
  column('itemStated', ({ item }) => statedText(item.statedValue)),
  column('activityStart', ({ activity }) => dayText(activity?.start)),
  column('activityEnd', ({ activity }) => dayText(activity?.end)),
  column('activityBlockedBy', ({ activity }) => blockerText(activity?.blockedBy ?? null)),
  column('indicatorBlockedBy', ownBlockerText),
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
    case 'planned':
      return amountField(indicator, said.planned);
    case 'remark':
      return said.remark;
    case 'delayCause':
      return said.delayCause;
    case 'evidence':
      return joinList(said.evidence.map(({ number, name }) => writeListedAnnex(number, name)));
  }
}

/** Nothing reported is a blank, as nothing said is. */
function reportField(report: Report, indicator: Indicator): CsvField {
  if (report.k === 'notReported') return '';
  return report.k === 'value' ? amountField(indicator, report.v) : writeEmptyReport(report.k);
}

/** In the target's unit. */
function amountField(indicator: Indicator | null, amount: number | null | undefined): CsvField {
  if (amount === null || amount === undefined) return '';
  return indicator?.targetUnit === 'percent' ? percentText(amount) : amount;
}

/** Blank where it waits for the same as its activity. */
function ownBlockerText({ indicator, activity }: RowSource): string {
  const text = blockerText(indicator?.blockedBy ?? null);
  return text === blockerText(activity?.blockedBy ?? null) ? '' : text;
}

function targetField(indicator: Indicator | null): CsvField {
  if (indicator === null) return '';
  // A lone sign keeps the unit of a target nobody has set.
  if (indicator.target === null) return indicator.targetUnit === 'percent' ? '%' : '';
  return amountField(indicator, indicator.target);
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

/** Blank where the results were printed for other periods than the table has. */
function statedDay({ statedFor, calendar }: Plan): string {
  return statedFor && sameCalendar(statedFor.calendar, calendar) ? dayText(statedFor.cut) : '';
}

function dayText(day: Parameters<typeof shownDay>[0] | null | undefined): string {
  return day ? shownDay(day) : '';
}
