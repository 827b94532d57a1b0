import type { PeriodId } from '../../domain/calendar';
import { fieldClassOf } from '../../domain/entities';
import { sameJson } from '../../log/json';
import type { Json } from '../../log/json';
import type { FieldEdit } from '../save';
import type { Standing } from './standing';

/**
 * Why a difference is told and not written: the cell is blank, people wrote it apart and nobody settled it, its period
 * is closed and no reason was given, the plan has no such period, the file says what it always said and it was changed
 * here since, what it belongs to was taken out, or a person leaves it.
 */
export type Hold = 'blank' | 'conflict' | 'closed' | 'otherPeriod' | 'unchangedInFile' | 'removed' | 'left';

/** A field that the matrix and the plan do not say alike. */
export interface FieldChange {
  /** The same each time that it is looked at, for a person to say of it that it is left or taken. */
  readonly key: string;
  readonly entity: string;
  /** As the log knows it; `responsible`, `tags` and `evidence` for the whole of such a set. */
  readonly field: string;
  readonly period: PeriodId | null;
  /** A parent goes by its name, and a set by the names in it. */
  readonly before: Json;
  readonly after: Json;
  /** Null where it is written. */
  readonly hold: Hold | null;
  readonly edits: readonly FieldEdit[];
}

/** A difference as it was found: what holds it is not known yet. */
export type Difference = Omit<FieldChange, 'hold' | 'key'> & { readonly isBlank: boolean };

export function keyOfChange({ entity, field }: Pick<FieldChange, 'entity' | 'field'>): string {
  return `${entity} ${field}`;
}

/** An edit by whoever sees the field as it stands: of values in conflict only the one that is shown. */
export function editOver({ entities }: Standing, entity: string, field: string, value: Json): FieldEdit {
  const heads = entities.get(entity)?.get(field)?.heads ?? [];
  const isWhole = ['set', 'auto'].includes(fieldClassOf(entity, field));
  const shown = isWhole ? heads : heads.filter((head) => sameJson(head.value, heads[0]?.value));
  return { entity, field, value, seen: shown.map(({ id, at }) => ({ id, at })) };
}

/** What is made: an edit over nothing. */
export function editOfNew(entity: string, field: string, value: Json): FieldEdit {
  return { entity, field, value, seen: [] };
}
