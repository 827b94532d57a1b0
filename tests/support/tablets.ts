import { readFile } from 'node:fs/promises';
import { importMatrix } from '../../src/commands/importMatrix';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { MatrixRead } from '../../src/commands/matrixWork';
import type { MatrixChoices } from '../../src/commands/matrixEntities';
import { ensureDevice } from '../../src/commands/thisDevice';
import type { Plan } from '../../src/domain/model';
import type { Result } from '../../src/domain/problem';
import type { SeenHead } from '../../src/log/commit';
import { planOf } from '../../src/storage/planView';
import { openDatabase, useDatabase } from '../../src/storage/database';
import type { BitacoraDatabase } from '../../src/storage/database';
import { readCopyState, readEntity } from '../../src/storage/stateStore';

let made = 0;

/** A device with a database of its own; `use` makes it the one that commands write to. */
export interface Tablet {
  readonly use: () => void;
  readonly database: BitacoraDatabase;
}

export async function aTablet(): Promise<Tablet> {
  made += 1;
  const database = await openDatabase(`tablet-${made}`);
  await ensureDevice();
  return { database, use: () => useDatabase(database) };
}

/** The value of an outcome that a test expects to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected problem: ${JSON.stringify(result.problem)}`);
  return result.value;
}

const EXAMPLE_FILE = 'cartagena-2023-plan-accion.xlsx';

export async function readExampleMatrix(): Promise<MatrixRead> {
  const bytes = await readFile(`public/examples/${EXAMPLE_FILE}`);
  return valueOf(await readMatrixBytes(new Uint8Array(bytes), EXAMPLE_FILE));
}

/** One of the published matrices that are kept as data for tests. */
export async function readFixtureMatrix(file: string): Promise<MatrixRead> {
  const bytes = await readFile(`tests/fixtures/matrices/${file}`);
  return valueOf(await readMatrixBytes(new Uint8Array(bytes), file));
}

export function choicesFor(read: MatrixRead, changes: Partial<MatrixChoices> = {}): MatrixChoices {
  return {
    title: 'Plan de acción 2023',
    entityName: read.reading.facts.entityName,
    cut: read.reading.proposedCut ?? '2023-12-31',
    zerosAfterCut: 'notReported',
    repairs: [],
    rollupMethod: read.reading.facts.rollupMethod ?? 'flatMean',
    isExample: false,
    ...changes,
  };
}

/** Loads the seed's matrix into the tablet in use and gives the copy's id. */
export async function loadExample(changes: Partial<MatrixChoices> = {}): Promise<string> {
  const read = await readExampleMatrix();
  return valueOf(await importMatrix(read, choicesFor(read, changes)));
}

/** The plan of a copy as it stands in storage. */
export async function planOn(copy: string): Promise<Plan> {
  const stored = await readCopyState(copy);
  if (!stored) throw new Error(`no copy ${copy}`);
  return planOf(stored.row.plan, stored.log);
}

/** The heads that a person looking at a field now sees. */
export async function seenIn(copy: string, entity: string, field: string): Promise<readonly SeenHead[]> {
  const heads = (await readEntity(copy, entity))?.get(field)?.heads ?? [];
  return heads.map(({ id, at }) => ({ id, at }));
}
