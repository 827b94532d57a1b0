import { readPlan } from '../../src/domain/readPlan';
import type { Plan } from '../../src/domain/model';

type Given = readonly (readonly [string, Readonly<Record<string, unknown>>])[];

/** Entities as the log would give them, from plain objects. */
function entitiesOf(given: Given): readonly (readonly [string, ReadonlyMap<string, unknown>])[] {
  return given.map(([id, fields]) => [id, new Map(Object.entries(fields))]);
}

/** A plan of one row that the team of digital government answers for, with the meetings that are given. */
export function aPlanThatMeets(given: Given): Plan {
  return readPlan('pl:1', entitiesOf([...THE_PLAN, ...given.flatMap(withActa)]));
}

export const ACTA_HASH = 'aa'.repeat(32);

/** A session that is given as closed has an acta: that is what closed means. */
function withActa([id, fields]: Given[number]): Given {
  if (fields['state'] !== 'closed') return [[id, fields]];
  const frozen = { sha256: ACTA_HASH, facts: {}, reason: '' };
  return [
    [id, { ...fields, state: 'open' }],
    [`min:${id.slice(id.indexOf(':') + 1)}:1:${ACTA_HASH.slice(0, 12)}`, { frozen }],
  ];
}

const THE_PLAN: Given = [
  ['plan', { title: 'Plan', entityName: 'Alcaldía', planYear: 2023 }],
  ['pty:gd', { name: 'Equipo Gobierno Digital' }],
  ['pty:hac', { name: 'Secretaría de Hacienda' }],
  ['itm:1', { number: '1' }],
  ['act:1', { item: 'itm:1', number: '4', 'resp/pty:gd': true, start: '2023-01-01', end: '2023-07-31' }],
  ['ind:1', { activity: 'act:1', deliverable: 'Actas de reunión', target: 21 }],
];
