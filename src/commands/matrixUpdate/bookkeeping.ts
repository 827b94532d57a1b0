import { PLAN_ENTITY, kindOf } from '../../domain/entities';
import { textOf } from '../../domain/fields';
import { sameJson } from '../../log/json';
import type { Json } from '../../log/json';
import type { FieldEdit } from '../save';
import { editOver } from './changes';
import { madeValue, placeOf } from './comparison';
import type { Comparison } from './comparison';
import { standingValue } from './standing';
import type { Weighed } from './weighMatrix';

/** A row that a person said which indicator it is goes by its own words from now on. */
export function rememberedKeys({ comparison, rows }: Weighed): readonly FieldEdit[] {
  const { standing } = comparison;
  return rows
    .filter(({ matchedBy, waiting }) => matchedBy === 'person' && !waiting)
    .flatMap(({ row, indicator }) =>
      setUnlessSame(standing, indicator, 'sourceKey', placeOf(comparison, row).sourceKey),
    );
}

/**
 * What goes with an update of any field: the shape of the file and the rows in it, what the printed results are of,
 * and the doubts of the reading about what was written. Of our own table no shape is kept.
 */
export function bookkeeping(
  { comparison, rows }: Weighed,
  touched: ReadonlySet<string>,
): readonly FieldEdit[] {
  const { made, said, standing } = comparison;
  const kept = [...made].filter(
    ([id, fields]) =>
      (kindOf(id) === 'layout' && !said.isOwn) ||
      (kindOf(id) === 'note' && touched.has(textOf(fields.get('indicator')))),
  );
  const known = rows.filter(({ waiting, isNew, row }) => !waiting && !isNew && row.isIndicator);
  const statedFor = madeValue(comparison, PLAN_ENTITY, 'statedFor');
  return [
    ...kept.flatMap(([id, fields]) => wholeUnlessSame(standing, id, settledFields(rows, fields))),
    ...(said.isOwn ? [] : known).flatMap(({ row, indicator }) =>
      setUnlessSame(standing, indicator, 'sourceRow', row.sourceRow),
    ),
    ...(statedFor === null ? [] : setUnlessSame(standing, PLAN_ENTITY, 'statedFor', statedFor)),
  ];
}

const LAYOUT_ROWS = 'rows';

function settledFields(rows: Weighed['rows'], fields: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> {
  const said = fields.get(LAYOUT_ROWS);
  return said === undefined ? fields : new Map([...fields, [LAYOUT_ROWS, settledRows(rows, said)]]);
}

/** The rows of the file by their indicators: one that waits for an answer is of none yet. */
function settledRows(rows: Weighed['rows'], value: Json): Json {
  const settled = new Set(rows.flatMap(({ waiting, indicator }) => (waiting ? [] : [indicator])));
  return Object.fromEntries(Object.entries(value ?? {}).filter(([id]) => settled.has(id)));
}

/** All fields or none: of two that were written apart one stands, and never some fields of each. */
function wholeUnlessSame(
  standing: Comparison['standing'],
  entity: string,
  fields: ReadonlyMap<string, Json>,
): readonly FieldEdit[] {
  const isSame = [...fields].every(([field, value]) =>
    sameJson(standingValue(standing, entity, field), value),
  );
  if (isSame && !standing.deleted.has(entity)) return [];
  return [...fields].map(([field, value]) => editOver(standing, entity, field, value));
}

function setUnlessSame(
  standing: Comparison['standing'],
  entity: string,
  field: string,
  value: Json,
): readonly FieldEdit[] {
  return sameJson(standingValue(standing, entity, field), value)
    ? []
    : [editOver(standing, entity, field, value)];
}
