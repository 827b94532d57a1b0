import { activityNumberOf } from './identity';
import type { MatrixColumn, MatrixField } from './columns';
import type { CellFinding } from './findings';
import type { MatrixRow, Repair, RowChange } from './reading';

type Inherited = Extract<CellFinding, { code: 'inheritedBlank' }>;

/** What each row becomes where its blank in that column is left as it is; null where that changes nothing. */
type LeftBlank = (row: MatrixRow) => Pick<RowChange, 'values' | 'leftBlank'> | null;

/**
 * For each column with blanks that were taken from the row above, the other way: they are blank. Then a row
 * without an activity has one of its own without a name, and one without an item the same.
 */
export function leaveBlank(
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  findings: readonly CellFinding[],
): readonly Repair[] {
  const taken = findings.filter((finding): finding is Inherited => finding.code === 'inheritedBlank');
  return columns.flatMap(({ field, letter }): readonly Repair[] => {
    const ofColumn = taken.filter(({ place }) => place.column === letter);
    const change = field && ofColumn.length > 0 ? changeOf(field, columns, rows) : null;
    if (!field || !change) return [];
    const changes = rows.flatMap((row) => {
      const left = row.inherited[field] === 'blank' ? change(row) : null;
      return left ? [{ sourceRow: row.sourceRow, added: {}, ...left }] : [];
    });
    const leftIn = new Map(changes.map(({ sourceRow, leftBlank }) => [sourceRow, leftBlank]));
    const settled = taken.filter(({ place, field: of }) => leftIn.get(place.row)?.includes(of));
    const place = settled.find((one) => one.field === field)?.place;
    if (!place) return [];
    return [
      {
        id: `leaveBlank:${letter}`,
        code: 'leaveBlank',
        isSafe: false,
        place,
        settles: settled.map(({ place: { row, column } }) => ({ row, column, code: 'inheritedBlank' })),
        changes,
        findings: settled.map((one) => ({ code: 'blankIdentity', place: one.place, field: one.field })),
      },
    ];
  });
}

function changeOf(
  field: MatrixField,
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
): LeftBlank | null {
  const identifiesItem = columns.some((column) => column.field === 'itemNumber') ? 'itemNumber' : 'criterion';
  if (field === identifiesItem) return blankItem(rows, field);
  if (field === 'activity') return blankActivity;
  if (field === 'deliverable') return () => ({ values: { deliverable: '' }, leftBlank: ['deliverable'] });
  return field === 'phvaStage' ? blankStage : null;
}

function blankActivity({ activityName, activityNumber }: MatrixRow): ReturnType<LeftBlank> {
  const number = activityNumber === activityNumberOf(activityName) ? '' : activityNumber;
  const values = { activityName: '', activityNumber: number, activityIndex: null, continuesActivity: false };
  return { values, leftBlank: ['activity'] };
}

/** The stage belongs to the activity: a row that goes on with one has none of its own. */
function blankStage({ inherited }: MatrixRow): ReturnType<LeftBlank> {
  return inherited.activity === undefined ? { values: { phvaStage: null }, leftBlank: ['phvaStage'] } : null;
}

/**
 * Rows in a run are of one item without a name. What is not of the item above is not of its activity either, but
 * where a merge says so: there a row goes where its activity goes.
 */
function blankItem(rows: readonly MatrixRow[], field: 'itemNumber' | 'criterion'): LeftBlank {
  const moved = movedRows(rows, field);
  return (row) => {
    const itemIndex = moved.get(row);
    if (itemIndex === undefined) return null;
    const leftBlank = OF_THE_ITEM.filter((one) => row.inherited[one] === 'blank');
    const parts = leftBlank.map((one) => (one === 'activity' ? blankActivity(row)?.values : BLANKS[one]));
    return {
      values: Object.assign({ itemIndex, continuesItem: false }, ...parts) as Partial<MatrixRow>,
      leftBlank,
    };
  };
}

const BLANKS = {
  itemNumber: { itemNumber: '' },
  criterion: { criterion: '' },
  phvaStage: { phvaStage: null },
};
const OF_THE_ITEM = ['itemNumber', 'criterion', 'phvaStage', 'activity'] as const;

/** The rows that leave the item above, with the place of the item that they are of. */
function movedRows(
  rows: readonly MatrixRow[],
  field: 'itemNumber' | 'criterion',
): ReadonlyMap<MatrixRow, number> {
  const places = new Map<MatrixRow, number>();
  const activities = new Set<number | null>();
  let last = Math.max(-1, ...rows.map(({ itemIndex }) => itemIndex));
  let isRun = false;
  for (const row of rows) {
    const isOfMerge = row.inherited.activity === 'merge' && !activities.has(row.activityIndex);
    const leaves = row.inherited[field] === 'blank' && !isOfMerge;
    if (leaves && !isRun) last++;
    if (leaves) places.set(row, last);
    if (leaves && row.inherited.activity === undefined) activities.add(row.activityIndex);
    isRun = leaves;
  }
  return places;
}
