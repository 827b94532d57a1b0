import { measurementId } from '../domain/entities';
import type { Activity, Indicator, Plan, PlanItem } from '../domain/model';
import { saysSomething } from '../domain/report';
import { deviceOf } from './history';
import { DELETED, deletionOf, wasDeletedWith } from '../log/deletes';
import { compareStamps } from '../log/stamp';
import { entityOf } from '../log/state';
import type { Head, LogState } from '../log/state';
import { planWithDeleted } from '../storage/planView';

type Part =
  | { readonly kind: 'item'; readonly part: PlanItem; readonly lost: null }
  /** `lost` is what it hung from, where that is not in the plan either. */
  | { readonly kind: 'activity'; readonly part: Activity; readonly lost: PlanItem | null }
  | { readonly kind: 'indicator'; readonly part: Indicator; readonly lost: Activity | null };

/** A part that somebody took out of the plan, and what went in the same change. */
export type Removed = Part &
  Pick<Head, 'by' | 'at'> & {
    readonly device: string;
    /** The part and what went with it, down to the reports: what comes back. */
    readonly entities: readonly string[];
    /** How many of each hung from it. */
    readonly activities: number;
    readonly indicators: number;
    readonly reports: number;
  };

/** What went with a part. */
interface Company {
  readonly activities: readonly Activity[];
  /** With the part itself where it is one. */
  readonly rows: readonly Indicator[];
}

/**
 * What was taken out of a plan and not put back, the last one first. What went in one change with the part that it
 * hangs from is told with that part; a removal that somebody contests is a conflict and not told here.
 */
export function removedFrom(planId: string, log: LogState): readonly Removed[] {
  const plan = planWithDeleted(planId, log);
  const told = new Set<string>();
  return partsOf(plan, (id) => isDeleted(log, id))
    .flatMap((part): readonly Removed[] => {
      const head = entityOf(log, part.part.id)?.get(DELETED)?.heads[0];
      if (!head || told.has(part.part.id)) return [];
      const company = companyOf(plan, part, (id) => wentWith(log, id, part.part.id));
      const { activities, rows } = company;
      const reports = reportsOf(company, log);
      const entities = new Set([part.part.id, ...[...activities, ...rows, ...reports].map(({ id }) => id)]);
      for (const id of entities) told.add(id);
      const { id, by, at } = head;
      return [
        {
          ...part,
          by,
          at,
          device: deviceOf(id),
          entities: [...entities],
          activities: activities.length,
          indicators: part.kind === 'indicator' ? 0 : rows.length,
          reports: reports.filter(({ isSaid }) => isSaid).length,
        },
      ];
    })
    .sort((a, b) => compareStamps(b.at, a.at));
}

/** The deleted parts of a plan, each after what it hangs from. */
function partsOf(plan: Plan, isGone: (id: string) => boolean): readonly Part[] {
  const isLost = ({ id }: { readonly id: string }) =>
    id !== '' && (isGone(id) || plan.missingParents.has(id));
  const itemOf = (activity: Activity) => plan.items.find(({ id }) => id === activity.itemId);
  const lostOf = <T extends { readonly id: string }>(parent: T | undefined): T | null =>
    parent && isLost(parent) ? parent : null;
  return [
    ...plan.items.filter(({ id }) => isGone(id)).map((part): Part => ({ kind: 'item', part, lost: null })),
    ...plan.activities
      .filter(({ id }) => isGone(id))
      .map((part): Part => ({ kind: 'activity', part, lost: lostOf(itemOf(part)) })),
    ...plan.indicators
      .filter(({ id }) => isGone(id))
      .map((part): Part => ({ kind: 'indicator', part, lost: lostOf(part.activity) })),
  ];
}

function companyOf(plan: Plan, { kind, part }: Part, isWith: (id: string) => boolean): Company {
  if (kind === 'indicator') return { activities: [], rows: [part] };
  const activities =
    kind === 'activity'
      ? [part]
      : plan.activities.filter(({ id, itemId }) => itemId === part.id && isWith(id));
  const ids = new Set(activities.map(({ id }) => id));
  return {
    activities: kind === 'activity' ? [] : activities,
    rows: plan.indicators.filter(({ id, activity }) => ids.has(activity.id) && isWith(id)),
  };
}

function reportsOf({ rows }: Company, log: LogState) {
  return rows.flatMap((row) =>
    [...row.reports]
      .map(([period, said]) => ({ id: measurementId(row.id, period), isSaid: saysSomething(said) }))
      .filter(({ id }) => wentWith(log, id, row.id)),
  );
}

function isDeleted(log: LogState, id: string): boolean {
  const entity = entityOf(log, id);
  return entity !== undefined && deletionOf(entity) === 'deleted';
}

function wentWith(log: LogState, id: string, other: string): boolean {
  const [one, its] = [entityOf(log, id), entityOf(log, other)];
  return one !== undefined && its !== undefined && isDeleted(log, id) && wasDeletedWith(one, its);
}
