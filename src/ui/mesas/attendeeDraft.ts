import type { NewAttendee } from '../../commands/attendance';
import { success } from '../../domain/problem';
import { TypedField } from '../../state/typedField.svelte';
import { draftDoors } from '../plan/draftDoors';

type Attendee = { readonly [Part in keyof NewAttendee]: string };

/** The person being written on the list of a session: kept through a crash, and history only once they are added. */
export function attendeeDraft(copy: string, sessionId: string, department: string): TypedField<Attendee> {
  const empty = nobodyFrom(department);
  return new TypedField<Attendee>({
    ...draftDoors<Attendee>({ copy, entity: sessionId, field: 'newAttendee' }),
    recorded: () => ({ value: empty, seen: [] }),
    mayKeep: () => true,
    mayCommit: () => false,
    commit: () => Promise.resolve(success([])),
  });
}

/** Nobody yet, of the department that is met. */
export function nobodyFrom(department: string): Attendee {
  return { name: '', role: '', department };
}
