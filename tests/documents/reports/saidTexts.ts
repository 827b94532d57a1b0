// What the texts of a document may be: the words that the domain's days, periods and rules have, and what people wrote.
import type { Calendar } from '../../../src/domain/calendar';
import { groupsBy } from '../../../src/domain/groups';
import type { IsoDay } from '../../../src/domain/isoDay';
import type { Plan } from '../../../src/domain/model';
import { groupingsOf } from '../../../src/domain/planGroupings';
import { POLICY_CHARTS, policyLevels } from '../../../src/domain/policyCharts';
import { groupingChoices } from '../../../src/domain/rollupChoices';
import { elementsUnder } from '../../../src/domain/taxonomies';
import type { ReportOptions } from '../../../src/documents/reports/documentOf';
import { evidenceTitle } from '../../../src/text/evidence';
import { groupName, indicatorTitle } from '../../../src/text/explanation';
import { fieldWords } from '../../../src/text/fieldNames';
import {
  formatDay,
  formatInstant,
  formatShortDay,
  formatStated,
  periodName,
  shortPeriodName,
} from '../../../src/text/format';
import { elementName, groupingName } from '../../../src/text/groupings';
import { valueWords, wayWords } from '../../../src/text/history';
import { mesas } from '../../../src/text/mesas';
import { deletionWords } from '../../../src/text/partHistory';
import { auditWords, commitmentWords, tableWords } from '../../../src/text/reportTables';
import {
  PETI_METHODOLOGY,
  PETI_NORMS,
  PETI_OBJECTIVES,
  PETI_SCOPE,
  SEMESTER_INTRODUCTION,
} from '../../../src/text/reportPassages';
import { itemName } from '../../../src/text/reportWords';
import { ENABLERS_OF_767 } from '../../../src/text/reportWordsSemester';
import { bandRange, schemeWords } from '../../../src/text/ruleWords';
import { methodWords } from '../../../src/text/rules';
import { schemeTitle } from '../../../src/text/bands';
import { TAXONOMY_NAME } from '../../../src/text/taxonomies';
import { bandForms } from '../../../src/text/words';

/** What a figure without a number may say: a day, a period, an instant or a rule of the plan; none for another. */
export function textsOfFigure(plan: Plan, of: string): readonly string[] {
  const [kind = '', ...rest] = of.replace(/^at\/[^/]+\//, '').split('/');
  const named = rest.join('/');
  switch (kind) {
    case 'day':
      return [formatDay(named as IsoDay), formatShortDay(named as IsoDay)];
    case 'instant':
      return [formatInstant(named)];
    case 'period':
      return periodTexts(plan, named);
    case 'rule':
      return ruleTexts(plan, named);
    default:
      return [];
  }
}

/** Under its own year the shortest name of a period needs none. */
function periodTexts({ periods, calendar }: Plan, id: string): readonly string[] {
  const period = periods.find((one) => one.id === id);
  if (!period) return [];
  const own: Calendar = { ...calendar, start: period.start, end: period.end };
  return [periodName(period, calendar), shortPeriodName(period, calendar), shortPeriodName(period, own)];
}

function ruleTexts({ rollupMethod, rollupBy, scheme }: Plan, rule: string): readonly string[] {
  if (rule === 'rollup') return [methodWords(rollupMethod, rollupBy)];
  if (rule === 'scheme') return [schemeWords(scheme)];
  return scheme.bands.filter(({ id }) => rule === `band/${id}`).map((band) => bandRange(band, scheme));
}

/** The years that a plan may name: its own and those of its periods. */
export function yearsOf({ planYear, periods }: Plan): readonly number[] {
  return [planYear, ...periods.map(({ end }) => Number(end.slice(0, 4)))];
}

/** The laws that the texts of ours name. */
const PASSAGES = [SEMESTER_INTRODUCTION, PETI_OBJECTIVES, PETI_SCOPE, PETI_NORMS, PETI_METHODOLOGY];

/** Whether a text is one that somebody wrote, or the name of a thing of the plan. */
export function quotedIn(plan: Plan, options: ReportOptions): (text: string) => boolean {
  const known = new Set(
    [
      ...textsIn(plan),
      ...textsIn(options.changes),
      ...textsIn(PASSAGES),
      ...namesIn(plan),
      ...trailTexts(options),
    ].map(plain),
  );
  return (text) => known.has(plain(text)) || SHORT_HASH.some((size) => hashesOf(known, size).has(text));
}

/** Texts are printed on one line, and within a sentence begin small. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

const SHORT_HASH = [8, 12, 16] as const;

function hashesOf(known: ReadonlySet<string>, size: number): ReadonlySet<string> {
  return new Set([...known].filter((one) => /^[0-9a-f]{64}$/.test(one)).map((one) => one.slice(0, size)));
}

/** Every string in a thing, however deep. */
function textsIn(thing: unknown): readonly string[] {
  if (typeof thing === 'string') return [thing];
  if (thing instanceof Map) return [...thing].flatMap(textsIn);
  if (thing instanceof Set || Array.isArray(thing)) return [...thing].flatMap(textsIn);
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(textsIn) : [];
}

function namesIn(plan: Plan): readonly string[] {
  const levels = POLICY_CHARTS.flatMap((chart) => policyLevels(plan, chart)).map(({ by }) => by);
  const groupings = [
    ...groupingChoices(plan),
    ...groupingsOf(plan),
    ...levels,
    'item',
    'responsible',
  ] as const;
  const taxonomies = groupings.filter((by) => typeof by !== 'string');
  const sessions = plan.meetings.strays;
  const evidence = [
    ...plan.indicators.flatMap(({ reports }) => [...reports.values()].flatMap((said) => said.evidence)),
    ...sessions.flatMap(({ commitments }) => commitments.flatMap((one) => one.evidence)),
  ];
  const stated = [plan, ...plan.items, ...plan.indicators].flatMap(({ statedValue }) => statedValue ?? []);
  return [
    ...plan.indicators.map((_, row) => indicatorTitle(plan, row)),
    ...groupings.flatMap((by) => [groupingName(by), ...groupsBy(plan, by).map(groupName)]),
    ...taxonomies.flatMap(({ taxonomy, under }) => elementsUnder(taxonomy, under).map(({ name }) => name)),
    ...plan.activities.flatMap(({ tags }) =>
      [...tags].flatMap(([taxonomy, paths]) =>
        paths
          .map((path) => elementName(taxonomy, path))
          .flatMap((name) => [name, `${name} (${TAXONOMY_NAME[taxonomy] ?? taxonomy})`]),
      ),
    ),
    ...plan.items.map(({ number }) => itemName(number)),
    ...evidence.map(evidenceTitle),
    ...sessions.map(({ kind, number, department }) =>
      mesas.sessionName(kind, number, department?.name ?? ''),
    ),
    ...stated.map(formatStated),
    ...plan.scheme.bands.map(bandForms).flatMap(({ one, many }) => [one, many]),
    schemeTitle(plan.scheme.id),
    ...[itemName(''), tableWords.none, ENABLERS_OF_767, commitmentWords.nobody, commitmentWords.somePerson],
  ];
}

/** The changes of the log in the words that a history tells them with. */
function trailTexts({ seed, changes }: ReportOptions): readonly string[] {
  const told = changes.flatMap(({ field, entity, before, value, unit, why, evidence }) => [
    fieldWords(field, entity),
    wayWords(why),
    ...[...before, value].map((said) => valueWords(field, said, unit)),
    ...[...before, value].map((said) => deletionWords(said).after),
    ...(evidence ? [evidenceTitle(evidence)] : []),
  ]);
  return [seed, auditWords.serves, ...told];
}
