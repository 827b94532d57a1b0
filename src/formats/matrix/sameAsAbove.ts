import type { MatrixField } from './columns';
import type { OutRow } from './outRows';
import type { MatrixRow } from './reading';

/** What a row says in the columns where a blank cell may mean the same as the row above. */
export type IdentitySaid = Pick<
  MatrixRow,
  'activityName' | 'criterion' | 'deliverable' | 'itemNumber' | 'phvaStage'
>;

/** The same of a row of the plan. */
export function identityOf({ item, activity, indicator }: OutRow): IdentitySaid {
  return {
    itemNumber: item.number,
    criterion: item.differentialCriterion,
    phvaStage: activity?.phvaStage ?? null,
    activityName: activity?.name ?? '',
    deliverable: indicator?.deliverable ?? '',
  };
}

const KEYS = {
  itemNumber: 'itemNumber',
  criterion: 'criterion',
  phvaStage: 'phvaStage',
  activity: 'activityName',
  deliverable: 'deliverable',
} satisfies Partial<Record<MatrixField, keyof IdentitySaid>>;

export type InheritableField = keyof typeof KEYS;

export const INHERITABLE_FIELDS = Object.keys(KEYS) as readonly InheritableField[];

/** What a row comes to say under the one above, and which cells have to be written out for it. */
export interface SaidUnder {
  readonly reads: IdentitySaid;
  readonly writtenOut: ReadonlySet<MatrixField>;
}

/**
 * A row once it and the one above say what they are to say. Its cells that took their text from above stay so where
 * that still comes to the same; the others have to be written out. What is blank and took nothing takes what there is
 * now: a matrix cannot say nothing under something.
 */
export function saidUnder(
  { inherited }: Pick<MatrixRow, 'inherited'>,
  says: IdentitySaid,
  above: IdentitySaid | null,
): SaidUnder {
  const writtenOut = new Set<InheritableField>();
  for (;;) {
    const isOwn = (field: InheritableField) => inherited[field] === undefined || writtenOut.has(field);
    const reads = readsAs(says, above, { isOwn, inherited });
    // One cell that is written out may part the row from the item above, and so take more from it.
    const broken = INHERITABLE_FIELDS.filter(
      (field) => !isOwn(field) && reads[KEYS[field]] !== says[KEYS[field]],
    );
    if (broken.length === 0) return { reads, writtenOut };
    for (const field of broken) writtenOut.add(field);
  }
}

interface Cells extends Pick<MatrixRow, 'inherited'> {
  readonly isOwn: (field: InheritableField) => boolean;
}

/** As `readIdentity` reads it: nothing is taken from another item, nor a deliverable from another activity. */
function readsAs(says: IdentitySaid, above: IdentitySaid | null, cells: Cells): IdentitySaid {
  const own = <F extends InheritableField>(field: F): IdentitySaid[(typeof KEYS)[F]] | null =>
    (cells.isOwn(field) && says[KEYS[field]]) || null;
  const isSameItem = isOfItem(own('itemNumber'), own('criterion'), above);
  const take = <F extends InheritableField>(field: F, isSame: boolean) =>
    own(field) ?? (isSame || cells.inherited[field] === 'merge' ? above?.[KEYS[field]] : null);
  return {
    itemNumber: take('itemNumber', isSameItem) ?? '',
    criterion: take('criterion', isSameItem) ?? '',
    phvaStage: take('phvaStage', isSameItem) ?? null,
    activityName: take('activity', isSameItem) ?? '',
    deliverable: take('deliverable', isSameItem && own('activity') === null) ?? '',
  };
}

function isOfItem(number: string | null, criterion: string | null, above: IdentitySaid | null): boolean {
  if (number === null) return true;
  return number === above?.itemNumber && (criterion === null || criterion === above.criterion);
}
