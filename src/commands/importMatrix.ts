import { findingsOf } from '../domain/findings';
import type { Finding } from '../domain/findings/finding';
import type { Plan } from '../domain/model';
import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { readPlan } from '../domain/readPlan';
import type { MatrixReading } from '../formats/matrix/reading';
import { sameJson } from '../log/json';
import type { Json } from '../log/json';
import { append } from '../storage/append';
import type { NewCommit } from '../storage/append';
import { emptyCopy } from '../storage/copies';
import type { CopyRow } from '../storage/database';
import { markStorage } from '../storage/health';
import { authorOf } from './author';
import { now, nowIso, randomId } from './clock';
import { inCommits } from './inCommits';
import { entitiesOf } from './matrixEntities';
import type { EntityFields, MatrixChoices } from './matrixEntities';
import type { MatrixRead } from './matrixWork';
import { markOf, originalOf } from './originalMatrix';
import { settledMatrix } from './settledMatrix';
import { ensureDevice } from './thisDevice';

/** The reading as settled, the plan it makes, and what there is to know about it. */
export interface MatrixPreview {
  readonly reading: MatrixReading;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

// What a choice leaves as it was is not read again: it is the same object as at the choice before.
const previewed = new WeakMap<MatrixReading, EntityFields>();

/** The plan that would be made, and what is worth knowing about it, before anything is written. */
export function previewMatrix(reading: MatrixReading, choices: MatrixChoices): MatrixPreview {
  const settled = settledMatrix(reading, choices);
  const entities = unlessSame(previewed.get(reading), entitiesOf('preview', settled, choices));
  previewed.set(reading, entities);
  const plan = readPlan('preview', entities);
  return { reading: settled, plan, findings: findingsOf(plan) };
}

/** The entities, each as it was before where it says the same. */
function unlessSame(before: EntityFields | undefined, entities: EntityFields): EntityFields {
  if (!before) return entities;
  return new Map(
    [...entities].map(([id, fields]) => {
      const held = before.get(id);
      return [id, held && areSame(held, fields) ? held : fields];
    }),
  );
}

function areSame(held: ReadonlyMap<string, Json>, fields: ReadonlyMap<string, Json>): boolean {
  if (held.size !== fields.size) return false;
  for (const [field, value] of fields) if (!sameJson(held.get(field), value)) return false;
  return true;
}

/** Loads a matrix as a plan of its own: all of it in one transaction, or nothing. Gives the copy's id. */
export async function importMatrix(read: MatrixRead, choices: MatrixChoices): Promise<Result<string>> {
  const device = await ensureDevice();
  const { title, entityName, isExample, cut } = choices;
  const copy = randomId(12);
  const plan = `pl_${randomId(12)}`;
  const facts = { copy, plan, title, entityName, isExample, device, createdAt: nowIso() };
  const row: CopyRow = {
    ...emptyCopy({ ...facts, planYear: read.reading.facts.planYear }),
    cut,
    matrixSha256: read.sha256,
  };
  const blob = originalOf(read);
  const mark = blob && markOf(blob);
  const operations = operationsIn(
    entitiesOf(plan, settledMatrix(read.reading, choices), choices, undefined, mark),
  );
  const saved = await append(
    copy,
    async (context) => {
      const { by, introduction, introduced } = await authorOf(context);
      const wall = now();
      const commits = inCommits([...introduction, ...operations], {
        wall,
        by,
        why: 'import',
        src: read.reading.file,
      });
      return { commits, changes: { introduced } };
    },
    { newRow: row, ...(blob && { blob }) },
  );
  if (!saved.ok) return saved;
  await markStorage();
  return success(copy);
}

function operationsIn(entities: EntityFields): NewCommit['ops'] {
  return [...entities].map(([e, fields]) => ({
    e,
    fields: Object.fromEntries([...fields].map(([field, value]) => [field, { value, over: [] }])),
  }));
}
