import type { MatrixRow } from '../../formats/matrix/reading';
import { groupBy } from '../../domain/groupBy';
import { ownId } from '../matrixIds';
import { key } from '../matrixReports';
import { carriedIds } from './carriedIds';
import type { CarriedIds } from './carriedIds';
import { byPos } from './standing';
import type { Standing } from './standing';

/** The activity of the plan that a row says it is by our id of it; null where it carries none that the plan knows. */
function activityInFile({ activityId }: MatrixRow, { activities }: Standing): string | null {
  const id = ownId('act', activityId);
  return id !== null && activities.has(id) ? id : null;
}

/** Which row each activity's id is of: the one with its name, the first where none has it. */
export function activitiesById(rows: readonly MatrixRow[], standing: Standing): CarriedIds {
  return carriedIds(
    rows,
    (row) => activityInFile(row, standing),
    (all, id) => all.find(({ activityName }) => key(activityName) === standing.activities.get(id)?.words),
  );
}

/**
 * Of a list of activities, the activity of the plan that each row names, by the row of the file: of several of one
 * name, each in its turn. A row that goes on with the one above names none.
 */
export function activitiesByName(
  rows: readonly MatrixRow[],
  standing: Standing,
): ReadonlyMap<number, string> {
  const taken = new Set(rows.flatMap((row) => activityInFile(row, standing) ?? []));
  const free = [...standing.activities.values()].filter(({ id, isDeleted }) => !isDeleted && !taken.has(id));
  const byName = groupBy(free.sort(byPos), ({ words }) => words);
  const named = new Map<number, string>();
  for (const row of rows) {
    if (row.continuesActivity || row.activityName === '' || activityInFile(row, standing)) continue;
    const activity = byName.get(key(row.activityName))?.find(({ id }) => !taken.has(id));
    if (!activity) continue;
    named.set(row.sourceRow, activity.id);
    taken.add(activity.id);
  }
  return named;
}

/** What a list of activities says of the work of each: the first of its indicators, which it was written of. */
export function firstIndicators({ indicators }: Standing): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { id, parent, isDeleted } of indicators.values()) {
    if (!isDeleted && !first.has(parent)) first.set(parent, id);
  }
  return first;
}
