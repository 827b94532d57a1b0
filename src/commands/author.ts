import { deviceEntity } from '../domain/devices';
import type { AppendContext, NewCommit } from '../storage/append';
import type { Identity } from '../storage/settings';
import { shortHash } from '../log/hash';
import type { Entity } from '../log/state';
import type { SeenHead } from '../log/commit';

type Ops = NewCommit['ops'];

export interface Author {
  readonly by: string;
  /** What tells the other tablets who this is; empty when they were told already. */
  readonly introduction: Ops;
  readonly introduced: string;
}

/**
 * Who signs a commit. The name is claimed, not proven (merge.md 1); without a name the device signs.
 * People and devices are entities, so that names show on other tablets.
 */
export async function authorOf(context: AppendContext): Promise<Author> {
  const { identity } = context;
  const device = deviceEntity(context.device);
  const person = personId(identity);
  // Who audits a plan signs each finding with their name, and joins nothing else of it.
  if (context.row.kind === 'audited') return { by: person ?? device, introduction: [], introduced: '' };
  const introduced = JSON.stringify([context.device, identity]);
  if (introduced === context.row.introduced) return { by: person ?? device, introduction: [], introduced };
  const known = await context.read(device);
  const introduction: Ops[number][] = [
    { e: device, fields: { name: { value: deviceName(identity), over: headsOf(known, 'name') } } },
  ];
  if (person) introduction.push(await introducePerson(context, person, identity));
  return { by: person ?? device, introduction, introduced };
}

/** The same person has the same id on every tablet. */
export function personId({ name, department }: Identity): string | null {
  const key = [name, department].map((text) => text.trim().toLocaleLowerCase('es').replace(/\s+/g, ' '));
  return key[0] ? `per:${shortHash(key.join('|'))}` : null;
}

/** Who uses this device, by a name that was given just now; as they were where none was. */
export function withName(identity: Identity, given: string): Identity {
  const name = given.trim();
  return name === '' ? identity : { ...identity, name };
}

/** The heads of a field as they stand: all of them, for a value that the app writes on its own. */
function headsOf(entity: Entity | undefined, field: string): readonly SeenHead[] {
  return (entity?.get(field)?.heads ?? []).map(({ id, at }) => ({ id, at }));
}

async function introducePerson(
  context: AppendContext,
  person: string,
  identity: Identity,
): Promise<Ops[number]> {
  const known = await context.read(person);
  const { name, role, department } = identity;
  const facts = { name: name.trim(), role: role.trim(), department: department.trim() };
  const fields = Object.entries(facts).map(([field, value]) => [
    field,
    { value, over: headsOf(known, field) },
  ]);
  return { e: person, fields: Object.fromEntries(fields) as Ops[number]['fields'] };
}

function deviceName({ department, name }: Identity): string {
  return department.trim() || name.trim();
}
