import fc from 'fast-check';
import type { AuditChange } from '../../../src/domain/auditTrail';
import { measurementId } from '../../../src/domain/entities';
import { groupingText } from '../../../src/domain/grouping';
import { groupsBy } from '../../../src/domain/groups';
import { dayFromNumber } from '../../../src/domain/isoDay';
import type { IsoDay } from '../../../src/domain/isoDay';
import { NO_MEETINGS } from '../../../src/domain/meetings/model';
import type { Commitment, Meetings, WorkshopSession } from '../../../src/domain/meetings/model';
import type { Activity, Plan } from '../../../src/domain/model';
import type { Evidence, EvidenceStatus } from '../../../src/domain/report';
import { REPORT_KINDS } from '../../../src/domain/reportForms';
import type { ReportForm } from '../../../src/domain/reportForms';
import { groupingChoices } from '../../../src/domain/rollupChoices';
import { DECREE_1008 } from '../../../src/domain/taxonomies/decree1008';
import { DECREE_767 } from '../../../src/domain/taxonomies/decree767';
import { MRAE_DOMAINS } from '../../../src/domain/taxonomies/others';
import type { Taxonomy, TaxonomyElement } from '../../../src/domain/taxonomies/taxonomy';
import type { ReportOptions } from '../../../src/documents/reports/documentOf';
import { anyPlan, citedEvidence } from '../../formats/anyPlan';

/** A plan at a cut with what people choose of its documents. */
export interface Reported {
  readonly plan: Plan;
  readonly cut: IsoDay;
  readonly options: ReportOptions;
  /** An indicator and a group, for the documents of one of them. */
  readonly parts: { readonly indicator: string | null; readonly group: string | null };
}

type Tag = readonly [taxonomy: string, path: string];

function pathsOf({ id, elements }: Taxonomy): readonly Tag[] {
  const under = (parts: readonly TaxonomyElement[], above: string): readonly Tag[] =>
    parts.flatMap(({ slug, parts: below = [] }) => {
      const path = above === '' ? slug : `${above}/${slug}`;
      return [[id, path] as const, ...under(below, path)];
    });
  return under(elements, '');
}

const ELEMENTS = [DECREE_1008, DECREE_767, MRAE_DOMAINS].flatMap(pathsOf);
const STATUSES: readonly EvidenceStatus[] = ['cited', 'attached', 'verified'];

/** Names that bear numbers, which are theirs and no figure of the plan. */
const DEPARTMENTS = ['Secretaría 3', 'Hacienda'].map((name, at) => ({ id: `pty:d${at}`, name }));
const PEOPLE = ['', 'Ana Pérez', 'Enlace 7', ...DEPARTMENTS.map(({ name }) => name)];

const day = fc.integer({ min: 14_610, max: 25_567 }).map(dayFromNumber);
const text = fc.constantFrom('', '12 actas', 'Se firmó', 'Ley 1712');

const commitment = fc
  .record({
    what: text,
    who: fc.constantFrom(...PEOPLE),
    due: fc.option(day, { nil: null }),
    outcome: fc.constantFrom<Commitment['outcome']>(
      null,
      { k: 'fulfilled' },
      { k: 'justified', reason: 'Falta 1 concepto' },
    ),
    closedOn: fc.option(day, { nil: null }),
    evidence: fc.constantFrom([], [{ number: '9', name: 'Acta 9' }]).map(citedEvidence),
  })
  .map((given) => ({ ...given, about: '', closedIn: '' }));

const session = fc.record({
  kind: fc.constantFrom('workshop' as const, 'awareness' as const),
  number: fc.constantFrom('', '1', '02'),
  department: fc.constantFrom(null, ...DEPARTMENTS),
  day: fc.option(day, { nil: null }),
  commitments: fc.array(commitment, { maxLength: 4 }),
});

const meetings: fc.Arbitrary<Meetings> = fc.array(session, { maxLength: 3 }).map((sessions) => ({
  ...NO_MEETINGS,
  strays: sessions.map(({ commitments, ...given }, at): WorkshopSession => {
    const id = `mtg:${at}`;
    const made = commitments.map((one, place) => ({ ...one, id: `com:${at}-${place}`, sessionId: id }));
    return { ...EMPTY_SESSION, ...given, id, commitments: made };
  }),
}));

const EMPTY_SESSION: Omit<WorkshopSession, 'id' | 'kind' | 'number' | 'department' | 'day' | 'commitments'> =
  {
    seriesId: '',
    state: 'open',
    wasRemoved: false,
    start: null,
    end: null,
    period: null,
    place: '',
    objective: '',
    nextMeeting: '',
    points: new Map(),
    attendance: [],
    evidence: [],
    correction: '',
    minutes: [],
  };

const form: fc.Arbitrary<ReportForm> = fc.record({
  code: fc.constantFrom('', 'FT-01'),
  version: fc.constantFrom('', '2'),
  approvedOn: fc.option(day, { nil: null }),
  signers: fc.array(
    fc.record({ role: text, name: fc.constantFrom('Ana', 'Luis 2'), position: text, department: text }),
    { maxLength: 4 },
  ),
  texts: fc.constant(new Map<string, string>()),
});

const change = fc.record({
  row: fc.nat(),
  period: fc.nat(),
  field: fc.constantFrom('report', 'remark', 'planned', 'serves/meas:x', '_deleted'),
  before: fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { maxLength: 2 }),
  value: fc.constantFrom(3.5, 'cambió 2 veces', true, null),
  unit: fc.constantFrom('count' as const, 'percent' as const),
  who: fc.constantFrom('', 'Ana 2'),
  day,
});

const anyChoices = fc.record({
  tags: fc.array(fc.uniqueArray(fc.constantFrom(...ELEMENTS), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  }),
  statuses: fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 5 }),
  meetings,
  forms: fc.array(form, { minLength: REPORT_KINDS.length, maxLength: REPORT_KINDS.length }),
  isStatedFor: fc.boolean(),
  withPeople: fc.boolean(),
  today: day,
  // In the middle of a period too, before the first and after the last.
  cutPlace: fc.integer({ min: -20, max: 1_200 }),
  everSaid: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
  changes: fc.array(change, { maxLength: 12 }),
  part: fc.nat(),
});

/** Any plan with elements of the policy, evidence of every kind, meetings, forms and a trail, at any day. */
export const anyReported: fc.Arbitrary<Reported> = fc
  .tuple(anyPlan, anyChoices)
  .filter(([{ periods }]) => periods.length > 0)
  .map(([given, choices]) => {
    const plan = planWith(given, choices);
    const start = plan.periods[0]?.start ?? '2023-01-01';
    const groups = groupingChoices(plan).flatMap((by) =>
      groupsBy(plan, by).map(({ id }) => `group/${groupingText(by)}/${id}`),
    );
    const { withPeople, today, part } = choices;
    return {
      plan,
      cut: new Date(Date.parse(start) + choices.cutPlace * MS_PER_DAY).toISOString().slice(0, 10) as IsoDay,
      options: {
        ...{ part: null, withPeople, today, seed: 'muestra', size: 5 },
        everSaid: choices.everSaid.flatMap(([row, period]) => measurementAt(plan, row, period)),
        changes: choices.changes.flatMap((one) => changeOf(plan, one)),
      },
      parts: {
        indicator: plan.indicators[part % Math.max(1, plan.indicators.length)]?.id ?? null,
        group: groups[part % Math.max(1, groups.length)] ?? null,
      },
    };
  });

const MS_PER_DAY = 86_400_000;

type Choices = Parameters<Parameters<typeof anyChoices.map>[0]>[0];

function planWith(given: Plan, { tags, statuses, isStatedFor, forms, meetings: met }: Choices): Plan {
  const tagged = (activity: Activity, at: number): Activity => {
    const own = new Map(activity.tags);
    for (const [taxonomy, path] of tags[at % tags.length] ?? [])
      own.set(taxonomy, [...(own.get(taxonomy) ?? []), path]);
    return { ...activity, tags: own };
  };
  const activities = new Map(given.activities.map((one, at) => [one.id, tagged(one, at)]));
  let shown = 0;
  const standing = (evidence: Evidence): Evidence =>
    withStatus(evidence, statuses[shown++ % statuses.length]);
  return {
    ...given,
    meetings: met,
    reportForms: new Map(REPORT_KINDS.flatMap((kind, at) => (forms[at] ? [[kind, forms[at]]] : []))),
    statedFor:
      isStatedFor && given.periods[0] ? { cut: given.periods[0].end, calendar: given.calendar } : null,
    activities: [...activities.values()],
    indicators: given.indicators.map((indicator) => ({
      ...indicator,
      activity: activities.get(indicator.activity.id) ?? indicator.activity,
      reports: new Map(
        [...indicator.reports].map(([id, said]) => [id, { ...said, evidence: said.evidence.map(standing) }]),
      ),
    })),
  };
}

function withStatus(evidence: Evidence, status: EvidenceStatus = 'cited'): Evidence {
  if (status === 'cited') return evidence;
  const sha256 = '0123456789abcdef'.repeat(4);
  const file = { sha256, size: 10, mime: 'application/pdf', name: 'acta 4.pdf', original: null };
  const verification = { by: 'per:1', at: '2024-04-01T00:00:00.000Z', sha256 };
  return { ...evidence, status, file, verification: status === 'verified' ? verification : null };
}

function measurementAt({ indicators, periods }: Plan, row: number, period: number): readonly string[] {
  const indicator = indicators[row % Math.max(1, indicators.length)];
  const its = periods[period % periods.length];
  return indicator && its ? [measurementId(indicator.id, its.id)] : [];
}

function changeOf(plan: Plan, { row, period, ...given }: ChangeParts): readonly AuditChange[] {
  const { field, before, value, unit, who, day: on } = given;
  return measurementAt(plan, row, period).map((measurement) => ({
    ...{ measurement, entity: measurement, field, before, value, unit, unitBefore: unit, who },
    evidence: field.startsWith('serves/') ? { number: '3', name: 'Acta 3' } : null,
    at: `${on}T10:00:00.000Z`,
    device: 'tableta 1',
    why: 'Motivo 5',
    hash: 'abc123',
  }));
}

type ChangeParts = Parameters<Parameters<typeof change.map>[0]>[0];
