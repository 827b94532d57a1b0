import { CALI_3 } from '../../src/domain/bands';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import type { PeriodId } from '../../src/domain/calendar';
import { NO_MEETINGS } from '../../src/domain/meetings/model';
import { NOTHING_SAID } from '../../src/domain/report';
import type { Activity, Indicator, Plan, PlanItem } from '../../src/domain/model';
import type { Evidence, PeriodValue, Report } from '../../src/domain/report';

/** The quarters of 2023, which the plans of these builders report in. */
export const QUARTERS = periodsOf(quartersOf(2023));
export const [T1, T2, T3, T4] = QUARTERS.map(({ id }) => id) as [PeriodId, PeriodId, PeriodId, PeriodId];

/** What was said in a period: a bare number is a value. */
export type Said = number | Report | Partial<PeriodValue>;

function anItem(given: Partial<PlanItem> = {}): PlanItem {
  return { id: 'itm:1', number: '1', differentialCriterion: '', statedValue: null, ...given };
}

function anActivity(given: Partial<Activity> = {}): Activity {
  return {
    id: 'act:1',
    itemId: 'itm:1',
    number: '1',
    name: '',
    phvaStage: 'do',
    start: '2023-01-01',
    end: '2023-12-31',
    blockedBy: null,
    budget: null,
    executed: null,
    responsibleParties: [],
    tags: new Map(),
    ...given,
  };
}

export type GivenIndicator = Partial<Omit<Indicator, 'activity' | 'item'>> & {
  readonly activity?: Partial<Activity>;
  readonly item?: Partial<PlanItem>;
  /** By quarter, from the first; a hole is nothing said. */
  readonly said?: readonly (Said | undefined)[];
};

/** A count of 10 over the whole of 2023 with nothing reported, unless said otherwise. */
export function anIndicator(given: GivenIndicator = {}): Indicator {
  const { activity: givenActivity, item: givenItem, said = [], ...rest } = given;
  const item = anItem(givenItem);
  const activity = anActivity({ itemId: item.id, ...givenActivity });
  return {
    id: 'ind:1',
    activity,
    item,
    name: '',
    deliverable: '',
    targetText: '',
    target: 10,
    targetUnit: 'count',
    unitOfMeasure: '',
    accumulation: 'sum',
    baseline: null,
    baselineSource: '',
    weight: null,
    statedValue: null,
    printedItem: '',
    counts: null,
    remarkedAt: null,
    start: activity.start,
    end: activity.end,
    blockedBy: activity.blockedBy,
    reports: new Map(
      said.flatMap((one, quarter) => {
        const id = QUARTERS[quarter]?.id;
        return one === undefined || !id ? [] : [[id, aPeriodValue(one)] as const];
      }),
    ),
    ...rest,
  };
}

export function aPeriodValue(said: Said): PeriodValue {
  if (typeof said === 'number') return { ...NOTHING_SAID, report: { k: 'value', v: said } };
  return 'k' in said ? { ...NOTHING_SAID, report: said } : { ...NOTHING_SAID, ...said };
}

export function anEvidence(given: Partial<Evidence> = {}): Evidence {
  return {
    id: 'evi:1',
    number: '',
    name: '',
    status: 'cited',
    planYear: null,
    file: null,
    verification: null,
    ...given,
  };
}

/** A value with one verified evidence. */
export function verifiedValue(v: number): Said {
  const verification = { by: 'per:1', at: '2023-04-01T00:00:00.000Z', sha256: 'a'.repeat(64) };
  return { report: { k: 'value', v }, evidence: [anEvidence({ status: 'verified', verification })] };
}

/** A plan of 2023 by quarters; its items and activities are those of its indicators. */
export function aPlan(given: Partial<Plan> = {}): Plan {
  const indicators = given.indicators ?? [];
  return {
    id: 'pl:1',
    title: '',
    entityName: '',
    policy: '',
    objective: '',
    planYear: 2023,
    calendar: quartersOf(2023),
    periods: QUARTERS,
    rollupMethod: 'flatMean',
    rollupBy: 'item',
    scheme: CALI_3,
    paceTolerance: 5,
    dueSoonDays: 30,
    isExample: false,
    baseline: null,
    statedFor: null,
    statedValue: null,
    items: distinct(indicators.map(({ item }) => item)),
    activities: distinct(indicators.map(({ activity }) => activity)),
    indicators,
    missingParents: new Set(),
    strayReports: [],
    reviews: new Map(),
    readingNotes: [],
    cuts: [],
    meetings: NO_MEETINGS,
    lineage: new Map(),
    closedFor: null,
    nit: '',
    minutesForm: { code: '', version: '' },
    logo: null,
    reportForms: new Map(),
    ...given,
  };
}

function distinct<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
