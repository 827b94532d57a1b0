import type { IsoDay } from '../../domain/isoDay';
import type { PeriodId } from '../../domain/calendar';
import type { MatrixReading, MatrixRow } from '../../formats/matrix/reading';
import type { Json } from '../../log/json';
import { conflictOf } from '../../log/conflicts';
import { fieldClassOf } from '../../domain/entities';
import type { EntityFields } from '../matrixEntities';
import type { RowPlaces } from '../matrixIds';
import type { Difference } from './changes';
import { editOver } from './changes';
import { isEmptyValue, sameValue } from './sameValue';
import type { SaidFields } from './saidFields';
import { standingValue } from './standing';
import type { Standing } from './standing';

/** A matrix beside the plan that it updates. */
export interface Comparison {
  readonly planId: string;
  readonly reading: MatrixReading;
  readonly cut: IsoDay;
  readonly standing: Standing;
  /** What an import of the matrix into this plan would make. */
  readonly made: EntityFields;
  readonly places: RowPlaces;
  readonly said: SaidFields;
  /** The rows of each activity, in the order of the file. */
  readonly rowsOf: ReadonlyMap<string, readonly MatrixRow[]>;
  /** What was deleted and comes back. */
  readonly restored: ReadonlySet<string>;
  readonly planPeriods: ReadonlySet<PeriodId>;
  /** The plan's calendar becomes that of the reading. */
  readonly takesCalendar: boolean;
}

export function madeValue({ made }: Comparison, entity: string, field: string): Json {
  return made.get(entity)?.get(field) ?? null;
}

/** What stands in a field; of what was deleted and does not come back, nothing does. */
export function before({ standing, restored }: Comparison, entity: string, field: string): Json {
  return !standing.deleted.has(entity) || restored.has(entity)
    ? standingValue(standing, entity, field)
    : null;
}

export function isKnown({ standing }: Comparison, entity: string): boolean {
  return standing.entities.has(entity);
}

export function isInConflict({ standing }: Comparison, entity: string, field: string): boolean {
  const register = standing.entities.get(entity)?.get(field);
  return register !== undefined && conflictOf(entity, field, register, fieldClassOf(entity, field)) !== null;
}

/** The difference of one field; none where both say the same, and none where an empty value is no blank cell. */
export function fieldDifference(
  comparison: Comparison,
  entity: string,
  field: string,
  after: Json,
  {
    canBeBlank = true,
    period = null,
  }: { readonly canBeBlank?: boolean; readonly period?: PeriodId | null } = {},
): readonly Difference[] {
  const stands = before(comparison, entity, field);
  if (sameValue(field, stands, after)) return [];
  const isBlank = isEmptyValue(field, after);
  if (isBlank && !canBeBlank) return [];
  const value = isBlank ? emptyOf(field) : after;
  const edits = [editOver(comparison.standing, entity, field, value)];
  return [{ entity, field, period, before: stands, after: value, isBlank, edits }];
}

/** What a field is cleared to. */
function emptyOf(field: string): Json {
  return field === 'report' ? { k: 'notReported' } : null;
}

/** The row's place; every row of the reading has one. */
export function placeOf({ places }: Comparison, { sourceRow }: MatrixRow) {
  return places.get(sourceRow) ?? { item: '', activity: '', indicator: '', sourceKey: '' };
}
