import { CALI_3 } from '../../src/domain/bands';
import { blockerFrom } from '../../src/domain/blockers';
import type { Activity, Indicator, Plan, PlanItem } from '../../src/domain/model';
import type { PeriodValue } from '../../src/domain/report';
import type { MatrixReading, MatrixRow, PeriodNote } from '../../src/formats/matrix/reading';
import { citedEvidence, NOT_IN_THE_TABLE } from './anyPlan';

/** The plan that a reading describes, as an import would build it; ids by place where the file has none of ours. */
export function planOf(reading: MatrixReading): Plan {
  const items = new Map<number, PlanItem>();
  const activities = new Map<number, Activity>();
  const indicators: Indicator[] = [];
  for (const row of reading.rows) {
    const item = items.get(row.itemIndex) ?? itemOf(row);
    items.set(row.itemIndex, item);
    if (row.activityIndex === null) continue;
    const activity = activities.get(row.activityIndex) ?? activityOf(row, item);
    activities.set(row.activityIndex, activity);
    if (row.isIndicator) indicators.push(indicatorOf(reading, row, item, activity));
  }
  const rows = { items: [...items.values()], activities: [...activities.values()], indicators };
  return { id: 'plan', ...NOT_IN_THE_TABLE.plan, ...headOf(reading), ...rows };
}

/** What the lines above the table say, with the defaults of a plan that says nothing. */
function headOf({ facts, calendar, periods }: MatrixReading) {
  const { title, entityName, policy, objective, planYear, stated, baseline } = facts;
  return {
    ...{ title, entityName, policy, objective, planYear, calendar, periods, baseline },
    rollupMethod: facts.rollupMethod ?? 'flatMean',
    rollupBy: facts.rollupBy ?? 'item',
    scheme: facts.scheme ?? CALI_3,
    paceTolerance: facts.paceTolerance ?? 5,
    dueSoonDays: facts.dueSoonDays ?? 30,
    statedValue: stated,
  };
}

function itemOf(row: MatrixRow): PlanItem {
  return {
    id: row.own?.itemId ?? `itm:${row.itemIndex}`,
    number: row.itemNumber,
    differentialCriterion: row.criterion,
    statedValue: row.itemStated,
  };
}

function activityOf(row: MatrixRow, item: PlanItem): Activity {
  const tags = new Map<string, string[]>();
  for (const { taxonomy, element } of row.own?.tags ?? []) {
    tags.set(taxonomy, [...(tags.get(taxonomy) ?? []), element]);
  }
  return {
    id: row.own?.activityId ?? `act:${row.activityIndex}`,
    itemId: item.id,
    number: row.activityNumber,
    name: row.activityName,
    phvaStage: row.phvaStage,
    start: row.own ? row.own.activityStart : row.start,
    end: row.own ? row.own.activityEnd : row.end,
    blockedBy: blockerFrom(row.own?.activityBlockedBy),
    budget: row.budget,
    executed: row.executed,
    responsibleParties: row.responsible.map((name) => ({ id: `pty:${name}`, name })),
    tags,
  };
}

/** The remark of a whole row and its annexes belong to the first period here. */
function noteIn(row: MatrixRow, index: number): PeriodNote {
  if (index === 0 && row.own === null)
    return { remark: row.remark, delayCause: '', evidence: row.citedAnnexes };
  return row.notes[index] ?? { remark: '', delayCause: '', evidence: [] };
}

function saidIn(row: MatrixRow, index: number): PeriodValue {
  const note = noteIn(row, index);
  return {
    ...note,
    planned: row.planned[index] ?? null,
    report: row.values[index] ?? { k: 'notReported' },
    evidence: citedEvidence(note.evidence),
  };
}

function indicatorOf(reading: MatrixReading, row: MatrixRow, item: PlanItem, activity: Activity): Indicator {
  return {
    id: row.own?.indicatorId ?? `ind:${row.sourceRow}`,
    activity,
    item,
    name: row.indicatorName,
    deliverable: row.deliverable,
    targetText: row.targetText,
    target: row.target,
    targetUnit: row.targetUnit,
    unitOfMeasure: row.unitOfMeasure,
    accumulation: row.own?.accumulation ?? 'sum',
    baseline: row.baseline,
    baselineSource: row.baselineSource,
    weight: row.weight,
    statedValue: row.stated,
    ...NOT_IN_THE_TABLE.indicator,
    start: row.start,
    end: row.end,
    blockedBy: blockerFrom(row.own?.indicatorBlockedBy) ?? activity.blockedBy,
    reports: new Map(reading.periods.map(({ id }, index) => [id, saidIn(row, index)] as const)),
  };
}
