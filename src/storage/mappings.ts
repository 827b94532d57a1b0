import type { Json } from '../log/json';
import { db } from './database';

/** What a person said that the columns of a layout mean. */
export interface KeptMapping {
  /** What tells the layout from others: its headers, never its places. */
  readonly layout: string;
  readonly meanings: Json;
}

const PREFIX = 'mapping:';
/** Of one entity; those that were used last. */
const MOST_KEPT = 40;

/** All that this device keeps, whatever the entity. */
export async function readAllMappings(): Promise<readonly KeptMapping[]> {
  const rows = await db().meta.where('key').startsWith(PREFIX).toArray();
  return rows.flatMap(({ value }) => value as readonly KeptMapping[]);
}

/** The mappings that this device keeps for an entity, the one used last first. */
export async function readMappings(entity: string): Promise<readonly KeptMapping[]> {
  return ((await db().meta.get(keyOf(entity)))?.value as readonly KeptMapping[] | undefined) ?? [];
}

/** Keeps a mapping in the place of the one of the same layout. */
export async function writeMapping(entity: string, mapping: KeptMapping): Promise<void> {
  await db().transaction('rw', db().meta, async () => {
    const others = (await readMappings(entity)).filter(({ layout }) => layout !== mapping.layout);
    const value = [{ ...mapping }, ...others].slice(0, MOST_KEPT);
    await db().meta.put({ key: keyOf(entity), value });
  });
}

function keyOf(entity: string): string {
  return `${PREFIX}${entity}`;
}
