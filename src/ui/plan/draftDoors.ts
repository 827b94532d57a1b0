import { dropDraft, keepDraft } from '../../commands/keepDraft';
import { ownDraft } from '../../state/drafts';
import type { FieldDoors, Recorded } from '../../state/typedField.svelte';

/** One field of one entity in one copy. */
export interface FieldPlace {
  readonly copy: string;
  readonly entity: string;
  readonly field: string;
}

export type Kept = Parameters<typeof keepDraft>[0]['value'];

/** Where what is typed in a field waits until it is history. */
export function draftDoors<T extends Kept>({
  copy,
  entity,
  field,
}: FieldPlace): Pick<FieldDoors<T>, 'place' | 'readDraft' | 'keep' | 'drop'> {
  return {
    place: [copy, entity, field].join(' '),
    readDraft: () => ownDraft(copy, entity, field) as Promise<Recorded<T> | null>,
    keep: (value, seen, isReady) => keepDraft({ copy, entity, field, value, seen, isReady }),
    drop: () => dropDraft({ copy, entity, field }),
  };
}
