import type { SessionKind } from '../../domain/meetings/words';
import { PLAN_ENTITY } from '../../domain/entities';
import { elementsUnder } from '../../domain/taxonomies';
import type { TypedField } from '../../state/typedField.svelte';
import { mesas } from '../../text/mesas';
import { draftOnly } from '../plan/draftOnly';

/** A series being planned. What is null follows the plan: nobody has written it. */
type SeriesForm = {
  readonly kind: SessionKind;
  readonly name: string | null;
  readonly objective: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string;
  readonly topics: 'policy' | 'none';
  readonly departments: readonly { readonly name: string; readonly isMet: boolean }[];
};

/** The series being planned in a copy. */
export function seriesDraft(copy: string): TypedField<SeriesForm> {
  return draftOnly({ copy, entity: PLAN_ENTITY, field: 'newSeries' }, noSeriesYet);
}

/** The list of the policy, all of it. */
export function noSeriesYet(): SeriesForm {
  return {
    kind: 'workshop',
    name: null,
    objective: mesas.objectiveValue,
    start: null,
    end: null,
    place: '',
    topics: 'policy',
    departments: elementsUnder('departments').map(({ name }) => ({ name, isMet: true })),
  };
}
