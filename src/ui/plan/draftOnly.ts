import { success } from '../../domain/problem';
import { TypedField } from '../../state/typedField.svelte';
import { draftDoors } from './draftDoors';
import type { FieldPlace, Kept } from './draftDoors';

/**
 * What is being written and becomes history only when somebody says so: kept through a crash, never committed by
 * itself. `empty` is what it begins from.
 */
export function draftOnly<T extends Kept>(place: FieldPlace, empty: () => T): TypedField<T> {
  return new TypedField<T>({
    ...draftDoors<T>(place),
    recorded: () => ({ value: empty(), seen: [] }),
    mayKeep: () => true,
    mayCommit: () => false,
    commit: () => Promise.resolve(success([])),
  });
}

/** The same, of a text. */
export function textDraft(place: FieldPlace): TypedField<string> {
  return draftOnly(place, () => '');
}

/** It became history, or was given up: what is written next begins anew. */
export async function beginAnew<T extends Kept>(draft: TypedField<T>, empty: T): Promise<void> {
  draft.type(empty);
  await draft.commit();
}
