import { PLAN_ENTITY } from '../../domain/entities';
import type { Fields } from '../../domain/fields';
import { readHead } from '../../domain/readEntities';
import type { PlanHead } from '../../domain/readEntities';
import { sameJson } from '../../log/json';
import type { Json } from '../../log/json';
import type { Difference } from './changes';
import { fieldDifference, madeValue } from './comparison';
import type { Comparison } from './comparison';
import { standingValue } from './standing';
import type { Standing } from './standing';

type HeadField = keyof PlanHead;

/** What only our own table says of a plan as a decision; of any other file it would be a guess. */
const OWN_ONLY: readonly HeadField[] = [
  'planYear',
  'calendar',
  'rollupMethod',
  'rollupBy',
  'scheme',
  'paceTolerance',
  'dueSoonDays',
];
const ANY: readonly HeadField[] = ['policy', 'objective', 'baseline', 'statedValue'];

/**
 * What the lines above the table say otherwise of the plan. A title that the file had when it was loaded, and that a
 * person did not take then, is none of it.
 */
export function headDifferences(comparison: Comparison): readonly Difference[] {
  const { said, reading } = comparison;
  const fields = said.isOwn ? [...ANY, ...OWN_ONLY] : ANY;
  return [
    ...named(comparison, 'title', 'saidTitle', reading.facts.title),
    ...named(comparison, 'entityName', 'saidEntityName', reading.facts.entityName),
    ...fields.flatMap((field) => ofPlan(comparison, field)),
  ];
}

function named(
  comparison: Comparison,
  field: 'title' | 'entityName',
  saidField: string,
  text: string,
): readonly Difference[] {
  if (text === '' || comparison.standing.said.has(`${saidField} ${text}`)) return [];
  return fieldDifference(comparison, PLAN_ENTITY, field, text, { canBeBlank: false });
}

/** What nobody set has a default, and saying that is no difference. */
function ofPlan(comparison: Comparison, field: HeadField): readonly Difference[] {
  const after = madeValue(comparison, PLAN_ENTITY, field);
  const [stands, said] = [
    standingHead(comparison.standing),
    readHead(PLAN_ENTITY, comparison.made.get(PLAN_ENTITY) ?? NONE),
  ];
  if (sameJson(plain(stands[field]), plain(said[field]))) return [];
  return fieldDifference(comparison, PLAN_ENTITY, field, after, { canBeBlank: false });
}

const NONE: Fields = new Map();

export function standingHead(standing: Standing): PlanHead {
  const fields = [...(standing.entities.get(PLAN_ENTITY)?.keys() ?? [])];
  return readHead(
    PLAN_ENTITY,
    new Map(fields.map((field) => [field, standingValue(standing, PLAN_ENTITY, field)])),
  );
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
