import { findingsOf } from '../domain/findings';
import type { Finding } from '../domain/findings/finding';
import type { Plan } from '../domain/model';
import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { readPlan } from '../domain/readPlan';
import type { CellFinding } from '../formats/matrix/findings';
import type { MatrixReading, Repair } from '../formats/matrix/reading';
import { repairsByFinding, safeRepairs } from '../formats/matrix/repairs';
import { append } from '../storage/append';
import type { NewCommit } from '../storage/append';
import { emptyCopy } from '../storage/copies';
import type { CopyRow } from '../storage/database';
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
  /** What can be done about something that the reader noted. */
  readonly repairOf: (finding: CellFinding) => Repair | null;
  /** The ids of the repairs that the file itself proves. */
  readonly safe: readonly string[];
}

/** The plan that would be made, and what is worth knowing about it, before anything is written. */
export function previewMatrix(reading: MatrixReading, choices: MatrixChoices): MatrixPreview {
  const settled = settledMatrix(reading, choices);
  const plan = readPlan('preview', entitiesOf('preview', settled, choices));
  return {
    reading: settled,
    plan,
    findings: findingsOf(plan),
    repairOf: repairsByFinding(settled),
    safe: safeRepairs(reading),
  };
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
  return success(copy);
}

function operationsIn(entities: EntityFields): NewCommit['ops'] {
  return [...entities].map(([e, fields]) => ({
    e,
    fields: Object.fromEntries([...fields].map(([field, value]) => [field, { value, over: [] }])),
  }));
}
