import type { Plan } from '../../domain/model';
import { ORIGINS } from '../../state/changeLog.svelte';
import type { LoggedChange } from '../../state/changeLog.svelte';
import { changeLogWords as words } from '../../text/changeLog';
import { labelOf, personName } from './changeFacts';
import type { ChangeTeller } from './changeFacts';
import type { ChangeFilter } from './changeFilter';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen of: all that the history has, by name. */
type Choices = Readonly<Record<Exclude<keyof ChangeFilter, 'from' | 'to'>, readonly Choice[]>>;

/** Everything that a change of the history can be chosen by. */
export function choicesIn(all: readonly LoggedChange[], plan: Plan, teller: ChangeTeller): Choices {
  const fields = new Set<string>();
  const seen = { person: new Set<string>(), session: new Set<string>(), device: new Set<string>() };
  for (const { entity, field, commit } of all) {
    fields.add(labelOf(entity, field));
    seen.person.add(commit.by);
    seen.session.add(commit.session);
    seen.device.add(commit.device);
  }
  return {
    field: named('field', fields, (label) => label),
    activity: [
      { value: '', label: words.anyOf.activity },
      ...plan.activities.map(({ id }) => ({ value: id, label: teller.titleOf(id) || id })),
    ],
    person: named('person', seen.person, (by) => personOf(by, teller)),
    session: named('session', seen.session, (id) => teller.titleOf(id) || id),
    device: named('device', seen.device, (id) => teller.deviceOf(id)),
    origin: [
      { value: '', label: words.anyOf.origin },
      ...ORIGINS.map((value) => ({ value, label: words.origin[value] })),
    ],
  };
}

/** Who signed nothing but their device goes by it. */
function personOf(by: string, teller: ChangeTeller): string {
  const name = personName(by);
  return by.startsWith('dev:') ? `${name} · ${teller.deviceOf(by.slice('dev:'.length))}` : name;
}

function named(
  filter: keyof typeof words.anyOf,
  values: ReadonlySet<string>,
  nameOf: (value: string) => string,
): readonly Choice[] {
  const choices = [...values]
    .filter((value) => value !== '')
    .map((value) => ({ value, label: nameOf(value) }));
  return [
    { value: '', label: words.anyOf[filter] },
    ...choices.sort((a, b) => a.label.localeCompare(b.label, 'es')),
  ];
}
