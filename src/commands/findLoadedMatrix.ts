import { PLAN_ENTITY } from '../domain/entities';
import { textOf } from '../domain/fields';
import type { MatrixReading } from '../formats/matrix/reading';
import { listCopies } from '../storage/copies';
import type { CopyRow } from '../storage/database';
import { readState } from '../storage/stateStore';
import type { MatrixChoices } from './matrixEntities';
import { idInFile, sourceKeyOf } from './matrixIds';
import { key } from './matrixReports';
import { standingOf, standingValue } from './matrixUpdate/standing';
import type { Standing } from './matrixUpdate/standing';
import type { MatrixRead } from './matrixWork';

/**
 * Why a matrix is taken for one of a plan that is here: this very file was loaded into it, it carries our ids, it
 * says the same entity, year and title or policy, or most of its rows are the plan's, in the same words and year.
 */
export type LoadedBecause = 'sameFile' | 'ourIds' | 'samePlan' | 'sameRows';

/** A plan on this device that a matrix is of. */
export interface LoadedMatrix {
  readonly row: CopyRow;
  readonly because: LoadedBecause;
}

/** The surest first. */
const REASONS: readonly LoadedBecause[] = ['sameFile', 'ourIds', 'samePlan', 'sameRows'];

/** Of the rows of a matrix, how many have to be the plan's. */
const MOST = 0.6;

/** The plan on this device that a matrix is of, to be opened or updated; null where it is of none. */
export async function findLoadedMatrix(
  { reading, sha256 }: MatrixRead,
  choices: Pick<MatrixChoices, 'title' | 'entityName' | 'isExample'>,
): Promise<LoadedMatrix | null> {
  const copies = (await listCopies()).filter(
    ({ isExample, kind }) => isExample === choices.isExample && kind !== 'audited',
  );
  const sameFile = copies.find(({ matrixSha256 }) => matrixSha256 === sha256);
  if (sameFile) return { row: sameFile, because: 'sameFile' };
  const found: LoadedMatrix[] = [];
  for (const row of copies) {
    const because = reasonFor(row, standingOf(await readState(row.copy)), reading, choices);
    if (because) found.push({ row, because });
  }
  const surest = REASONS.find((reason) => found.some(({ because }) => because === reason));
  return found.find(({ because }) => because === surest) ?? null;
}

function reasonFor(
  row: CopyRow,
  standing: Standing,
  reading: MatrixReading,
  choices: Pick<MatrixChoices, 'title' | 'entityName'>,
): LoadedBecause | null {
  if (hasOurIds(standing, reading)) return 'ourIds';
  if (row.planYear !== reading.facts.planYear) return null;
  if (isSamePlan(row, standing, reading, choices)) return 'samePlan';
  return hasMostRows(standing, reading) ? 'sameRows' : null;
}

function hasOurIds({ indicators }: Standing, { rows }: MatrixReading): boolean {
  const ids = rows.map(idInFile).filter((id) => id !== null);
  return ids.length > 0 && ids.filter((id) => indicators.has(id)).length >= MOST * ids.length;
}

function isSamePlan(
  row: CopyRow,
  standing: Standing,
  { facts }: MatrixReading,
  { title, entityName }: Pick<MatrixChoices, 'title' | 'entityName'>,
): boolean {
  if (key(row.entityName) !== key(entityName)) return false;
  const policy = key(textOf(standingValue(standing, PLAN_ENTITY, 'policy')));
  const isPolicy = policy !== '' && key(entityName) !== '' && policy === key(facts.policy);
  return isPolicy || key(row.title) === key(title);
}

function hasMostRows({ indicators }: Standing, { rows }: MatrixReading): boolean {
  const known = new Set([...indicators.values()].flatMap(({ sourceKey, wordsKey }) => [sourceKey, wordsKey]));
  const counted = new Map<string, number>();
  const keys = rows.filter(({ isIndicator }) => isIndicator).map((row) => sourceKeyOf(counted, row));
  return keys.length > 0 && keys.filter((one) => known.has(one)).length >= MOST * keys.length;
}
