import { kindOf, PLAN_ENTITY } from '../entities';
import { dayOf, textOf } from '../fields';
import type { Fields } from '../fields';
import { FROM } from '../lineage';
import type { Lineage } from '../lineage';
import { itemsIn } from '../parents';
import type { Plan } from '../model';
import { REPORT_KINDS, reportFormId } from '../reportForms';
import { renameYear, shiftCalendar, shiftDay } from '../shiftYears';
import { renumbered, withNumber } from './numbering';
import type { YearResult } from './proposal';

/** What a person chose to go on with. */
export interface NextYearChoices {
  readonly title: string;
  readonly activities: ReadonlySet<string>;
  readonly commitments: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
  /** What is said of where a baseline comes from: "Resultado de la vigencia 2023". */
  readonly baselineSource: string;
}

export interface NextYearSource {
  readonly plan: Plan;
  /** What is shown of every entity of the plan. */
  readonly fields: ReadonlyMap<string, Fields>;
  readonly result: YearResult;
}

/** The names of what is made: chance and hashes are none of this room's. */
export interface Naming {
  readonly newId: (kind: string) => string;
  readonly partyId: (name: string) => string;
}

type Values = Readonly<Record<string, unknown>>;

/** All that the plan of the next year says, by entity. Nothing in it was reported yet. */
export type NextYearEntities = ReadonlyMap<string, Values>;

const YEARS = 1;

const PLAN_FIELDS: readonly string[] = [
  'entityName',
  'policy',
  'objective',
  'rollupMethod',
  'rollupBy',
  'scheme',
  'paceTolerance',
  'dueSoonDays',
  'nit',
  'minutesCode',
  'minutesVersion',
  'logo',
];
const ITEM_FIELDS: readonly string[] = ['differentialCriterion', 'pos'];
const ACTIVITY_FIELDS: readonly string[] = ['phvaStage', 'pos'];
const INDICATOR_FIELDS: readonly string[] = [
  'name',
  'deliverable',
  'targetText',
  'target',
  'targetUnit',
  'unitOfMeasure',
  'accumulation',
  'weight',
  'pos',
];
const SERIES_FIELDS: readonly string[] = ['kind', 'objective'];

/**
 * The plan of the next year: the same rules and rows a year later, numbered anew, its baselines what this year came
 * to. Money, results, evidence and sessions are of their own year and stay there.
 */
export function nextYearEntities(
  source: NextYearSource,
  choices: NextYearChoices,
  naming: Naming,
): NextYearEntities {
  return new Cloning(source, choices, naming).entities();
}

class Cloning {
  readonly #made = new Map<string, Values>();
  readonly #ids = new Map<string, string>();

  constructor(
    readonly source: NextYearSource,
    readonly choices: NextYearChoices,
    readonly naming: Naming,
  ) {}

  entities(): NextYearEntities {
    this.#putPlan();
    this.#putParties();
    this.#putSeries();
    this.#putRows();
    this.#putForms();
    this.#putCommitments();
    return this.#made;
  }

  #putPlan(): void {
    const { plan, result } = this.source;
    const { title, baselineSource } = this.choices;
    this.#put(PLAN_ENTITY, {
      ...this.#copied(PLAN_ENTITY, PLAN_FIELDS),
      title,
      planYear: plan.planYear + YEARS,
      calendar: calendarValue(plan),
      baseline: result.overall === null ? null : { percent: result.overall, source: baselineSource },
      [FROM]: this.#lineage(PLAN_ENTITY),
    });
  }

  #putParties(): void {
    for (const [id, fields] of this.source.fields) {
      const name = textOf(fields.get('name'));
      if (kindOf(id) !== 'pty' || name === '') continue;
      const party = this.naming.partyId(name);
      this.#ids.set(id, party);
      this.#put(party, { name });
    }
  }

  #putSeries(): void {
    const { plan } = this.source;
    for (const series of plan.meetings.series) {
      if (!this.choices.series.has(series.id)) continue;
      const id = this.#rename(series.id);
      this.#put(id, {
        ...this.#copied(series.id, SERIES_FIELDS),
        name: renameYear(series.name, plan.planYear, plan.planYear + YEARS),
        ...this.#shifted(series.id),
        ...this.#members(series.id, 'covers/'),
        [FROM]: this.#lineage(series.id),
      });
      for (const topic of series.topics) {
        this.#put(this.#rename(topic.id), {
          ...this.#copied(topic.id, ['name', 'guide', 'pos']),
          series: id,
        });
      }
    }
  }

  #putRows(): void {
    const { plan } = this.source;
    const activities = plan.activities.filter(({ id }) => this.choices.activities.has(id));
    const going = new Set(activities.map(({ itemId }) => itemId));
    const begun = new Set(plan.activities.map(({ itemId }) => itemId));
    const items = itemsIn(plan).filter(({ id }) => going.has(id) || !begun.has(id));
    const numbers = renumbered(items, activities);
    for (const { id } of [...items, ...activities]) this.#rename(id);
    for (const { id } of items) {
      this.#put(this.#rename(id), {
        ...this.#copied(id, ITEM_FIELDS),
        number: numbers.get(id),
        [FROM]: this.#lineage(id),
      });
    }
    for (const { id, itemId, name, number } of activities) {
      const next = numbers.get(id) ?? '';
      this.#put(this.#rename(id), {
        ...this.#copied(id, ACTIVITY_FIELDS),
        item: this.#ids.get(itemId),
        name: withNumber(name, number, next),
        number: next,
        ...this.#shifted(id),
        ...this.#waiting(id),
        ...this.#members(id, 'resp/'),
        ...this.#members(id, 'tag/'),
        [FROM]: this.#lineage(id),
      });
    }
    for (const { id, activity } of plan.indicators) {
      if (this.choices.activities.has(activity.id)) this.#putIndicator(id, activity.id);
    }
  }

  #putIndicator(id: string, activityId: string): void {
    const accumulated = this.source.result.accumulated.get(id) ?? null;
    const baseline =
      accumulated === null
        ? this.#copied(id, ['baseline', 'baselineSource'])
        : { baseline: accumulated, baselineSource: this.choices.baselineSource };
    this.#put(this.#rename(id), {
      ...this.#copied(id, INDICATOR_FIELDS),
      activity: this.#ids.get(activityId),
      ...this.#shifted(id),
      ...this.#waiting(id),
      ...baseline,
      ...this.#counted(id),
      [FROM]: this.#lineage(id),
    });
  }

  /** What the meetings of a series count, where the series goes on. */
  #counted(id: string): Values {
    const counts = this.source.plan.indicators.find((one) => one.id === id)?.counts;
    const series = counts && this.#ids.get(counts.series);
    return counts && series ? { counts: { what: counts.what, series } } : {};
  }

  /** What it waits for: an activity only where that goes on too. */
  #waiting(id: string): Values {
    const blockedBy = this.source.fields.get(id)?.get('blockedBy');
    if (typeof blockedBy !== 'object' || blockedBy === null) return {};
    const { activityId } = blockedBy as { readonly activityId?: unknown };
    if (typeof activityId !== 'string') return { blockedBy };
    const next = this.#ids.get(activityId);
    return next === undefined ? {} : { blockedBy: { ...blockedBy, activityId: next } };
  }

  #putForms(): void {
    for (const kind of REPORT_KINDS) {
      const id = reportFormId(kind);
      const fields = [...(this.source.fields.get(id) ?? [])].filter(([field]) => field !== 'approvedOn');
      this.#put(id, Object.fromEntries(fields));
    }
  }

  /** They keep the day that was promised. */
  #putCommitments(): void {
    const sessions = new Map(
      this.source.plan.meetings.series.flatMap(({ id, sessions }) =>
        sessions.map((session) => [session.id, id] as const),
      ),
    );
    for (const id of this.choices.commitments) {
      const session = textOf(this.source.fields.get(id)?.get('session'));
      const own = textOf(this.source.fields.get(id)?.get('series'));
      this.#put(this.#rename(id), {
        ...this.#copied(id, ['what', 'who', 'due']),
        series: this.#ids.get(sessions.get(session) ?? own),
        [FROM]: this.#lineage(id),
      });
    }
  }

  #copied(id: string, names: readonly string[]): Values {
    const fields = this.source.fields.get(id);
    return Object.fromEntries(names.map((name) => [name, fields?.get(name)]));
  }

  /** The days that the entity itself has. */
  #shifted(id: string): Values {
    const fields = this.source.fields.get(id);
    const days = (['start', 'end'] as const).flatMap((field) => {
      const day = dayOf(fields?.get(field));
      return day ? [[field, shiftDay(day, YEARS)] as const] : [];
    });
    return Object.fromEntries(days);
  }

  /** The elements of a set, those that are other parts of the plan by their new ids. */
  #members(id: string, prefix: string): Values {
    const members = [...(this.source.fields.get(id) ?? [])].flatMap(([field, value]) => {
      if (value !== true || !field.startsWith(prefix)) return [];
      const element = field.slice(prefix.length);
      const known = this.#ids.get(element) ?? this.#ids.get(`pty:${element}`);
      return [[`${prefix}${known ?? element}`, true] as const];
    });
    return Object.fromEntries(members);
  }

  #lineage(entity: string): Lineage {
    const { id, planYear } = this.source.plan;
    return { plan: id, entity, year: planYear };
  }

  /** The new id of something, made once. */
  #rename(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const next = this.naming.newId(kindOf(id));
    this.#ids.set(id, next);
    return next;
  }

  #put(id: string, values: Values): void {
    const said = Object.entries(values).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    );
    if (said.length > 0) this.#made.set(id, Object.fromEntries(said));
  }
}

function calendarValue({ calendar }: Plan): Values {
  const shifted = shiftCalendar(calendar, YEARS);
  return { ...shifted, ...(shifted.cuts && { cuts: [...shifted.cuts] }) };
}
