import type { AuditChange } from '../domain/auditTrail';
import { fieldClassOf, measurementId } from '../domain/entities';
import { textOf } from '../domain/fields';
import type { Plan } from '../domain/model';
import { displayValue } from '../log/conflicts';
import { readEntity } from '../storage/stateStore';
import { readHistory } from './history';
import type { Change } from './history';

const SERVES = 'serves/';

/**
 * Every change of some reports (`meas:…`) and of the evidence that serves each, the first change first, with the
 * names that the copy knows of who wrote it and on which device. Straight from the log: also what was changed since.
 */
export async function readAuditTrail(
  copy: string,
  plan: Plan,
  measurements: readonly string[],
): Promise<readonly AuditChange[]> {
  const evidence = evidenceOf(plan);
  const parts = measurements.map((id) => ({ id, entities: [id, ...(evidence.get(id) ?? [])] }));
  const entities = [...new Set(parts.flatMap((part) => part.entities))];
  const changes = [...(await readHistory(copy, entities))].reverse();
  const nameOf = await namesIn(copy, changes);
  return parts.flatMap((part) =>
    changes
      .filter((change) => part.entities.includes(change.entity) && isOf(part.id, change))
      .map((change) => auditChange(part.id, change, nameOf)),
  );
}

/** The evidence that serves each report. */
function evidenceOf({ indicators }: Plan): ReadonlyMap<string, readonly string[]> {
  return new Map(
    indicators.flatMap(({ id, reports }) =>
      [...reports].map(([period, said]) => [measurementId(id, period), said.evidence.map((one) => one.id)]),
    ),
  );
}

/** A piece of evidence may serve others too: that is told with them. */
function isOf(measurement: string, { field }: Change): boolean {
  return !field.startsWith(SERVES) || field === `${SERVES}${measurement}`;
}

function auditChange(measurement: string, change: Change, nameOf: NameOf): AuditChange {
  const { id, entity, field, before, value, at, by, device, why } = change;
  return {
    ...{ measurement, entity, field, before, value, at, why },
    who: by.startsWith('per:') ? nameOf(by) : '',
    device: nameOf(`dev:${device}`) || device,
    hash: id.slice(id.lastIndexOf('.') + 1),
  };
}

type NameOf = (entity: string) => string;

async function namesIn(copy: string, changes: readonly Change[]): Promise<NameOf> {
  const ids = new Set(changes.flatMap(({ by, device }) => [by, `dev:${device}`]));
  const names = await Promise.all([...ids].map(async (id) => [id, await nameIn(copy, id)] as const));
  const known = new Map(names);
  return (entity) => known.get(entity) ?? '';
}

async function nameIn(copy: string, entity: string): Promise<string> {
  const name = (await readEntity(copy, entity))?.get('name');
  return name ? textOf(displayValue(name, fieldClassOf(entity, 'name'))) : '';
}
