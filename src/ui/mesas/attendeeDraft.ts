import type { NewAttendee } from '../../commands/attendance';
import type { TypedField } from '../../state/typedField.svelte';
import { draftOnly } from '../plan/draftOnly';

type Attendee = { readonly [Part in keyof NewAttendee]: string };

/** The person being written on the list of a session. */
export function attendeeDraft(copy: string, sessionId: string, department: string): TypedField<Attendee> {
  return draftOnly({ copy, entity: sessionId, field: 'newAttendee' }, () => nobodyFrom(department));
}

/** Nobody yet, of the department that is met. */
export function nobodyFrom(department: string): Attendee {
  return { name: '', role: '', department };
}
