import { textOf } from '../../domain/fields';
import { sameJson } from '../../log/json';
import type { Json } from '../../log/json';
import { key } from '../matrixReports';
import { cleanText } from '../../formats/cells';
import { PARTY_SEPARATOR } from '../../formats/matrix/outCells';
import { activityNumberOf } from '../../formats/matrix/identity';
import type { MatrixRow } from '../../formats/matrix/reading';
import type { Difference } from './changes';
import { editOfNew, editOver } from './changes';
import { before, fieldDifference, isKnown, madeValue, placeOf } from './comparison';
import type { Comparison } from './comparison';
import { isEmptyValue, sameValue } from './sameValue';
import { saidOfActivity, saidOfRow, SHARED_FIELDS, standsFor } from './sharedDays';
import { standingElements, standingValue } from './standing';

/** What the matrix says otherwise of an item. */
export function itemDifferences(comparison: Comparison, item: string): readonly Difference[] {
  return simpleDifferences(comparison, 'itm', item, []);
}

/** What the matrix says otherwise of an activity: its fields, where it stands, who answers for it, its tags. */
export function activityDifferences(comparison: Comparison, activity: string): readonly Difference[] {
  return [
    ...parentDifference(comparison, activity, 'item', 'number'),
    ...simpleDifferences(comparison, 'act', activity, [
      ...['responsible', 'tags', ...DAYS],
      ...(isStageTaken(comparison, activity) ? ['phvaStage'] : []),
      ...(isNumberApart(comparison, activity) ? ['number'] : []),
    ]),
    ...DAYS.filter((field) => comparison.said.says('act', field)).flatMap((field) =>
      fieldDifference(comparison, activity, field, saidOfActivity(comparison, activity, field)),
    ),
    ...(comparison.said.says('act', 'responsible') ? responsibleDifference(comparison, activity) : []),
    ...(comparison.said.says('act', 'tags') ? tagDifference(comparison, activity) : []),
  ];
}

/** Under a stage a blank cell reads as the same one: a plan that has none there is not told otherwise by it. */
function isStageTaken(comparison: Comparison, activity: string): boolean {
  const [first] = comparison.rowsOf.get(activity) ?? [];
  return first?.inherited.phvaStage === 'blank' && before(comparison, activity, 'phvaStage') === null;
}

/** A file without a column of numbers says none but that of a name: one that the plan has apart from the name stands. */
function isNumberApart(comparison: Comparison, activity: string): boolean {
  if (comparison.said.hasColumn('activityNumber') || !isKnown(comparison, activity)) return false;
  const [number, name] = [before(comparison, activity, 'number'), before(comparison, activity, 'name')];
  return textOf(number) !== activityNumberOf(textOf(name));
}

/** What the matrix says otherwise of an indicator itself; its reports are compared apart. */
export function indicatorDifferences(comparison: Comparison, row: MatrixRow): readonly Difference[] {
  const { indicator } = placeOf(comparison, row);
  const passed = [...SHARED_FIELDS, 'targetUnit', ...(row.own?.accumulation ? [] : ['accumulation'])];
  const unit = row.target === null ? [] : ['targetUnit'];
  const isUnitSaid = comparison.said.says('ind', 'targetUnit');
  return [
    ...parentDifference(comparison, indicator, 'activity', 'name'),
    ...(row.isShifted ? [] : simpleDifferences(comparison, 'ind', indicator, passed)),
    ...(isUnitSaid ? unit : []).flatMap((field) =>
      fieldDifference(comparison, indicator, field, madeValue(comparison, indicator, field)),
    ),
    ...(row.isShifted ? [] : sharedDifferences(comparison, row)),
    ...(row.isShifted ? [] : extraDifferences(comparison, indicator)),
  ];
}

const DAYS = ['start', 'end'] as const;

function simpleDifferences(
  comparison: Comparison,
  kind: 'itm' | 'act' | 'ind',
  entity: string,
  passed: readonly string[],
): readonly Difference[] {
  const { said } = comparison;
  return said
    .fieldsOf(kind)
    .filter((field) => !passed.includes(field))
    .flatMap((field) =>
      fieldDifference(comparison, entity, field, madeValue(comparison, entity, field), {
        canBeBlank: said.canBeBlank(kind, field),
      }),
    );
}

function sharedDifferences(comparison: Comparison, row: MatrixRow): readonly Difference[] {
  const { indicator, activity } = placeOf(comparison, row);
  return SHARED_FIELDS.filter((field) => comparison.said.says('ind', field)).flatMap((field) => {
    const after = saidOfRow(row, field);
    const shared = saidOfActivity(comparison, activity, field);
    if (!isEmptyValue(field, before(comparison, indicator, field))) {
      const differences = fieldDifference(comparison, indicator, field, after);
      // What is its activity's is not kept twice.
      return sameValue(field, after, shared) ? differences.map((one) => withValue(one, null)) : differences;
    }
    const stands = standsFor(comparison, indicator, field);
    // It goes with its activity, or stays what it is whatever becomes of that.
    const isTold = !isEmptyValue(field, after) && !sameValue(field, after, shared);
    if (!isTold || sameValue(field, after, stands)) return [];
    const edits = [editOver(comparison.standing, indicator, field, after)];
    return [{ entity: indicator, field, period: null, before: stands, after, isBlank: false, edits }];
  });
}

function withValue(difference: Difference, value: Json): Difference {
  return { ...difference, edits: difference.edits.map((edit) => ({ ...edit, value })) };
}

const EXTRA = 'extra/';

function extraDifferences(comparison: Comparison, indicator: string): readonly Difference[] {
  const { said, standing, made } = comparison;
  const headers = [...said.extras].map((header) => EXTRA + header);
  const written = [...(made.get(indicator)?.keys() ?? [])].filter((field) => field.startsWith(EXTRA));
  return [...new Set([...headers, ...written])].flatMap((field) => {
    const after = madeValue(comparison, indicator, field);
    if (after === null && standingValue(standing, indicator, field) === null) return [];
    return fieldDifference(comparison, indicator, field, after);
  });
}

/** That a part stands under another one, told by the name of that. */
function parentDifference(
  comparison: Comparison,
  entity: string,
  field: 'item' | 'activity',
  nameField: string,
): readonly Difference[] {
  const nameOf = (id: Json): Json => {
    const parent = textOf(id);
    const name = isKnown(comparison, parent)
      ? standingValue(comparison.standing, parent, nameField)
      : madeValue(comparison, parent, nameField);
    return name ?? '';
  };
  return fieldDifference(comparison, entity, field, madeValue(comparison, entity, field)).map((one) => ({
    ...one,
    before: nameOf(one.before),
    after: nameOf(one.after),
  }));
}

/** Those who answer are compared by their names: a party may have been given another name since. */
function responsibleDifference(comparison: Comparison, activity: string): readonly Difference[] {
  const { standing } = comparison;
  const nameIn = (party: string) => textOf(standingValue(standing, party, 'name'));
  const answering = standingElements(standing, activity, 'resp/');
  const there = new Map(answering.map((id) => [key(nameIn(id)), id]));
  const wanted = new Map(
    madeElements(comparison, activity, 'resp/').map((id) => {
      const name = textOf(madeValue(comparison, id, 'name'));
      return [key(name), { id: standing.parties.get(key(name)) ?? id, name }] as const;
    }),
  );
  const named = [...wanted.values()].map(({ name }) => name);
  if (areJoined(answering.map(nameIn), named)) return [];
  const added = [...wanted].filter(([name]) => !there.has(name)).map(([, party]) => party);
  const gone = [...there].filter(([name]) => !wanted.has(name)).map(([, id]) => id);
  if (added.length + gone.length === 0) return [];
  const naming = added
    .filter(({ name }) => !standing.parties.has(key(name)))
    .map(({ id, name }) => editOver(standing, id, 'name', name));
  return [
    {
      entity: activity,
      field: 'responsible',
      period: null,
      before: [...there.values()].map(nameIn),
      after: [...wanted.values()].map(({ name }) => cleanText(name)),
      isBlank: wanted.size === 0,
      edits: [
        ...naming,
        ...added.map(({ id }) => editOver(standing, activity, `resp/${id}`, true)),
        ...gone.map((id) => editOver(standing, activity, `resp/${id}`, false)),
      ],
    },
  ];
}

/** True for those who answer in the one cell that our matrices have for them. */
function areJoined(there: readonly string[], wanted: readonly string[]): boolean {
  const parts = (names: readonly string[]) =>
    names.flatMap((name) => name.split(PARTY_SEPARATOR.trim())).map((part) => key(part));
  return (
    there.length > 1 && wanted.length === 1 && sameJson(parts(there).toSorted(), parts(wanted).toSorted())
  );
}

function tagDifference(comparison: Comparison, activity: string): readonly Difference[] {
  const { standing } = comparison;
  const there = standingElements(standing, activity, 'tag/');
  const wanted = madeElements(comparison, activity, 'tag/');
  const added = wanted.filter((tag) => !there.includes(tag));
  const gone = there.filter((tag) => !wanted.includes(tag));
  if (added.length + gone.length === 0) return [];
  const edits = [
    ...added.map((tag) => editOver(standing, activity, `tag/${tag}`, true)),
    ...gone.map((tag) => editOver(standing, activity, `tag/${tag}`, false)),
  ];
  const isBlank = wanted.length === 0;
  return [{ entity: activity, field: 'tags', period: null, before: there, after: wanted, isBlank, edits }];
}

function madeElements({ made }: Comparison, entity: string, prefix: string): readonly string[] {
  return [...(made.get(entity)?.keys() ?? [])]
    .filter((field) => field.startsWith(prefix))
    .map((field) => field.slice(prefix.length));
}

/** Everything of a part that the plan does not have yet, over nothing. */
export function editsOfNew({ made }: Comparison, entity: string, pos: string): Difference['edits'] {
  const fields = [...(made.get(entity) ?? [])];
  return fields.map(([field, value]) => editOfNew(entity, field, field === 'pos' ? pos : value));
}
