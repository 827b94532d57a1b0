import { kindOf } from '../../domain/entities';
import type { Plan } from '../../domain/model';
import { indicatorTitle } from '../../text/explanation';
import { findingsPage } from '../../text/findingsPage';
import type { Found } from './found';

/** A row of the plan that something was found in. */
export interface Row {
  readonly indicatorId: string;
  readonly title: string;
}

/** Where something is: in words where it is of no row, and the rows that it is of. */
export interface Where {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Those that it is of besides, to be opened. */
  readonly rest: readonly Row[];
}

/** Of a finding of many rows; the sentence says how many there are. */
const MOST_ROWS = 3;

/** A field's text, also of what is no longer in the plan. */
type ReadText = (entity: string, field: string) => string;

/** Tells where each thing of a plan is, with the plan looked over once. */
export function placesIn(plan: Plan, textOf: ReadText): (found: Found) => Where {
  const firstOf = new Map<string, number>();
  plan.indicators.forEach(({ id, activity, item }, at) => {
    for (const entity of [id, activity.id, item.id]) if (!firstOf.has(entity)) firstOf.set(entity, at);
  });
  const rowAt = (at: number, title = indicatorTitle(plan, at)): Row => ({
    indicatorId: plan.indicators[at]?.id ?? '',
    title: title || findingsPage.withoutName,
  });
  const rowsOf = (ids: readonly string[]): Where => {
    const places = ids.flatMap((id) => firstOf.get(id) ?? []);
    const shown = places.length > MOST_ROWS ? MOST_ROWS - 1 : places.length;
    const rows = places.map((at) => rowAt(at));
    return { name: '', rows: rows.slice(0, shown), rest: rows.slice(shown) };
  };
  const ofEntity = (entity: string): Where => {
    const at = firstOf.get(entity);
    if (at === undefined) return { name: nameWithoutRow(plan, entity, textOf), rows: [], rest: [] };
    const item = kindOf(entity) === 'itm' ? plan.indicators[at]?.item : undefined;
    const label = item && [item.number, item.differentialCriterion].filter(Boolean).join('. ');
    return { name: '', rows: [rowAt(at, item ? findingsPage.item(label ?? '') : undefined)], rest: [] };
  };
  return (found) => {
    if (found.of === 'file') return rowsOf(found.note.indicatorId === null ? [] : [found.note.indicatorId]);
    const { finding } = found;
    const rows =
      'indicators' in finding ? finding.indicators : 'unweighted' in finding ? finding.unweighted : [];
    if (rows.length === 0) return ofEntity(finding.entity);
    return { ...rowsOf(rows), name: finding.entity === plan.id ? findingsPage.wholePlan : '' };
  };
}

function nameWithoutRow(plan: Plan, entity: string, textOf: ReadText): string {
  if (entity === plan.id) return findingsPage.wholePlan;
  if (kindOf(entity) !== 'ind') return textOf(entity, 'name') || findingsPage.withoutName;
  return findingsPage.removedRow(textOf(entity, 'name') || textOf(entity, 'deliverable'));
}
