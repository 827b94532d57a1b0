import fc from 'fast-check';
import { SCHEMES } from '../../src/domain/schemes';
import { NO_MEETINGS } from '../../src/domain/meetings/model';
import type { Band, BandScheme } from '../../src/domain/bands';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import type { Calendar } from '../../src/domain/calendar';
import { dayFromNumber } from '../../src/domain/isoDay';
import type { Accumulation, Activity, Blocker, Grouping, Indicator } from '../../src/domain/model';
import type { Evidence } from '../../src/domain/report';
import type { Plan, PlanItem, RollupMethod } from '../../src/domain/model';
import type { PeriodValue, Report } from '../../src/domain/report';
import { cleanText, statedValueOf } from '../../src/formats/cells';
import { isErrorText } from '../../src/formats/numbers';

/** What the table has no columns for. */
export const NOT_IN_THE_TABLE = {
  plan: {
    isExample: false,
    missingParents: new Set() as Plan['missingParents'],
    strayReports: [] as Plan['strayReports'],
    reviews: new Map() as Plan['reviews'],
    readingNotes: [] as Plan['readingNotes'],
    cuts: [] as Plan['cuts'],
    meetings: NO_MEETINGS,
    lineage: new Map() as Plan['lineage'],
    closedFor: null,
    nit: '',
    minutesForm: { code: '', version: '' },
    logo: null,
    reportForms: new Map(),
    statedFor: null,
  },
  indicator: { printedItem: '', remarkedAt: null, counts: null },
} as const;

export function citedEvidence(cited: readonly { number: string; name: string }[]): readonly Evidence[] {
  return cited.map(({ number, name }, index) => ({
    id: `evi:${index}`,
    number,
    name,
    status: 'cited',
    planYear: null,
    file: null,
    verification: null,
  }));
}

const clean = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      '=1+1',
      '-5',
      "'=x",
      '@a',
      'a|b',
      'a\\',
      '"a;b"',
      'a\nb',
      '0,3',
      '100%',
      'ITEM',
      '[x] y',
      'Anexo 05: a',
      'TOTAL',
      'Fuente: x',
      'No aplica',
      '12/01/24',
    ),
  )
  .map(cleanText)
  .filter((text) => !isErrorText(text));
const named = clean.filter((text) => text !== '');
const pathPart = named
  .map((text) => text.replaceAll('/', ''))
  .filter((text) => cleanText(text) === text && text !== '');
const day = fc.option(fc.integer({ min: 14_610, max: 25_567 }).map(dayFromNumber), { nil: null });
const amount = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(4))
  .map(([n, d]) => Number(`${n}e-${d}`) || 0);
const unlessNone = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const unsigned = amount.map(Math.abs);
const blocker: fc.Arbitrary<Blocker | null> = unlessNone(
  fc.oneof(
    fc.nat(3).map((n) => ({ k: 'activity' as const, activityId: `act:${n}` })),
    named.map((cause) => ({ k: 'external' as const, cause })),
  ),
);
const grouping: fc.Arbitrary<Grouping> = fc.oneof(
  fc.constantFrom<Grouping>('item', 'phva', 'responsible'),
  pathPart.map((taxonomy) => ({ taxonomy })),
  fc.tuple(pathPart, fc.array(pathPart, { minLength: 1, maxLength: 2 })).map(([taxonomy, path]) => ({
    taxonomy,
    under: path.join('/'),
  })),
);
const ownScheme: fc.Arbitrary<BandScheme> = fc
  .record({
    id: clean,
    rounding: fc.constantFrom('halfUp' as const, 'exact' as const),
    edge: fc.constantFrom('below' as const, 'above' as const),
    ends: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 8 }),
    names: fc.uniqueArray(
      fc.record({
        id: named,
        label: clean,
        progressClass: fc.constantFrom('critical' as const, 'inProgress' as const, 'finished' as const),
      }),
      { minLength: 9, maxLength: 9, selector: ({ id }) => id },
    ),
  })
  .map(({ ends, names, ...rest }) => {
    const tops = [...ends.toSorted((a, b) => a - b), 100];
    const afterEnd = rest.rounding === 'halfUp' ? 1 : 0;
    const from = [0, ...tops.map((top) => top + afterEnd)];
    const bands = names.slice(0, tops.length).map((name, place): Band => ({
      ...name,
      from: from[place] ?? 0,
      to: tops[place] ?? 100,
    }));
    return { ...rest, bands };
  });
const stated = fc.option(
  fc.tuple(fc.nat(2000), fc.constantFrom('%', ' %')).map(([tenths, sign]) => {
    const text = `${String(tenths / 10).replace('.', ',')}${sign}`;
    return statedValueOf({ kind: 'text', text }, 'comma');
  }),
  { nil: null },
);
const report: fc.Arbitrary<Report> = fc.oneof(
  amount.map((v) => ({ k: 'value' as const, v })),
  fc.constantFrom<Report>({ k: 'notReported' }, { k: 'notScheduled' }, { k: 'notApplicable' }),
);
const said: fc.Arbitrary<PeriodValue> = fc.record({
  report,
  planned: unlessNone(amount),
  remark: clean,
  delayCause: clean,
  evidence: fc
    .array(fc.record({ number: fc.constantFrom('', '05', 'A-1'), name: named }), { maxLength: 2 })
    .map(citedEvidence),
});
const calendar = fc.constantFrom<Calendar>(
  quartersOf(2023),
  { ...quartersOf(2024), monthsPerPeriod: 6 },
  { ...quartersOf(2024), monthsPerPeriod: 1 },
  { start: '2020-04-01', end: '2020-09-30', monthsPerPeriod: 6 },
  { start: '2024-01-01', end: '2026-12-31', monthsPerPeriod: 3 },
  { start: '2024-01-01', end: '2024-12-31', monthsPerPeriod: 12, cuts: ['2024-07-31'] },
  { start: '2024-02-01', end: '2025-01-31', monthsPerPeriod: 3, cuts: ['2024-03-15', '2024-11-30'] },
);
const indicatorParts = fc.record({
  name: clean,
  deliverable: clean,
  targetText: clean,
  target: fc.option(amount, { nil: null }),
  targetUnit: fc.constantFrom('count' as const, 'percent' as const),
  unitOfMeasure: clean,
  accumulation: fc.constantFrom<Accumulation>('sum', 'latest', 'average', 'capacity', 'reduction'),
  baseline: unlessNone(amount),
  baselineSource: clean,
  weight: unlessNone(unsigned),
  statedValue: stated,
  start: day,
  end: day,
  blockedBy: blocker,
  said: fc.array(said, { minLength: 12, maxLength: 12 }),
});
const activityParts = fc.record({
  number: clean,
  name: clean,
  phvaStage: fc.constantFrom(null, 'plan' as const, 'do' as const, 'check' as const, 'act' as const),
  start: day,
  end: day,
  blockedBy: blocker,
  budget: unlessNone(unsigned),
  executed: unlessNone(unsigned),
  parties: fc.array(named, { maxLength: 3 }),
  tags: fc.uniqueArray(fc.constantFrom('policy', 'domain'), { maxLength: 2 }),
  element: named,
  indicators: fc.array(indicatorParts, { maxLength: 2 }),
});
const planParts = fc.record({
  title: clean,
  entityName: clean,
  policy: clean,
  objective: clean,
  planYear: fc.integer({ min: 2000, max: 2099 }),
  calendar,
  rollupMethod: fc.constantFrom<RollupMethod>('flatMean', 'groupMean', 'weighted'),
  rollupBy: grouping,
  scheme: fc.oneof(fc.constantFrom(...SCHEMES), ownScheme),
  baseline: unlessNone(fc.record({ percent: fc.nat(2000).map((tenths) => tenths / 10), source: clean })),
  paceTolerance: fc.nat(20).map((half) => half / 2),
  dueSoonDays: fc.nat(90),
  statedValue: stated,
  items: fc.array(
    fc.record({
      number: clean,
      differentialCriterion: clean,
      statedValue: stated,
      activities: fc.array(activityParts, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Any plan that a table can hold: odd texts, calendars of every shape, several items. */
export const anyPlan: fc.Arbitrary<Plan> = planParts.map(({ items: itemParts, ...facts }) => {
  const periods = periodsOf(facts.calendar);
  const items: PlanItem[] = [];
  const activities: Activity[] = [];
  const indicators: Indicator[] = [];
  for (const { activities: under, ...itemRest } of itemParts) {
    const item = { id: `itm:${items.length}`, ...itemRest };
    items.push(item);
    for (const { parties, tags, element, indicators: below, ...rest } of under) {
      const activity: Activity = {
        id: `act:${activities.length}`,
        itemId: item.id,
        ...rest,
        responsibleParties: parties.map((name) => ({ id: `pty:${name}`, name })),
        tags: new Map(tags.map((taxonomy) => [taxonomy, [element, `${element}=2`]])),
      };
      activities.push(activity);
      for (const { said: values, ...indicator } of below) {
        const reports = new Map(
          periods.flatMap(({ id }, index) => (values[index] ? [[id, values[index]]] : [])),
        );
        indicators.push({
          id: `ind:${indicators.length}`,
          item,
          activity,
          ...NOT_IN_THE_TABLE.indicator,
          ...indicator,
          // What it does not say of its own is its activity's.
          start: indicator.start ?? activity.start,
          end: indicator.end ?? activity.end,
          blockedBy: indicator.blockedBy ?? activity.blockedBy,
          reports,
        });
      }
    }
  }
  return {
    id: 'plan',
    ...facts,
    periods,
    ...NOT_IN_THE_TABLE.plan,
    items,
    activities,
    indicators,
  };
});
