import { changePlan } from '../../commands/changePlan';
import { changeSession } from '../../commands/changeSession';
import { openPlan } from '../../state/openPlan.svelte';
import { TypedField } from '../../state/typedField.svelte';
import { undo } from '../../state/undo.svelte';
import { draftDoors } from '../plan/draftDoors';
import type { FieldPlace } from '../plan/draftDoors';

/** What a field of the plan can hold. */
export type Value = ReturnType<typeof openPlan.value>;

/** A field of the plan being typed: left, it is one commit, which can be taken back. */
export function planField(
  place: FieldPlace & { readonly meeting?: string | undefined },
  { told, mayCommit }: { readonly told: () => string; readonly mayCommit: (value: Value) => boolean },
): TypedField<Value> {
  const { copy, entity, field, meeting } = place;
  return new TypedField<Value>({
    ...draftDoors<Value>(place),
    recorded: () => ({ value: openPlan.value(entity, field), seen: openPlan.seen(entity, field) }),
    // What is refused is not even a draft: a crash must not make it history, nor the screen call it saved.
    mayKeep: mayCommit,
    mayCommit,
    commit: async (value, seen) => {
      const edits = [{ entity, field, value, seen }];
      if (meeting !== undefined) return changeSession(copy, meeting, edits);
      const saved = await changePlan(copy, edits);
      if (saved.ok) undo.did(copy, saved.value, told());
      return saved;
    },
  });
}
