import type { IsoDay } from '../domain/isoDay';
import { success, failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import type { LogState } from '../log/state';
import { append } from '../storage/append';
import type { NewCommit } from '../storage/append';
import { findCommits } from '../storage/commitStore';
import type { CopyRow } from '../storage/database';
import { Refusal, storageProblem } from '../storage/failures';
import { readCopyState } from '../storage/stateStore';
import { authorOf } from './author';
import { backupOf } from './backup';
import { chance, now } from './clock';
import { inCommits } from './inCommits';
import type { MatrixChoices } from './matrixEntities';
import type { HoldChoices } from './matrixUpdate/holds';
import { lastSaidIn, OF_A_MATRIX, SOURCE } from './matrixUpdate/lastSaid';
import { previewOf } from './matrixUpdate/previewOf';
import type { UpdatePreview } from './matrixUpdate/previewOf';
import { weighMatrix } from './matrixUpdate/weighMatrix';
import type { Weighing } from './matrixUpdate/weighMatrix';
import { markOf, originalOf } from './originalMatrix';
import type { MatrixRead } from './matrixWork';
import { operationsOf, refuseUnexplained, rowFactsIn } from './save';
import type { FieldEdit } from './save';
import { settledMatrix } from './settledMatrix';

/** What a person decides before a matrix updates a plan. */
export interface UpdateChoices extends Weighing, HoldChoices, Pick<MatrixChoices, 'repairs'> {}

/** Without any decision: likeness is only proposed, blanks and what is closed are left. */
export const NOTHING_DECIDED: Omit<UpdateChoices, 'cut'> = {
  zerosAfterCut: 'notReported',
  repairs: [],
  matches: {},
  restore: [],
  blanks: 'keep',
  left: [],
  taken: [],
  lateReason: '',
};

/** What updating a plan with a matrix would do, against the plan as it stands now. Nothing is written. */
export async function previewUpdate(
  copy: string,
  read: MatrixRead,
  choices: UpdateChoices,
): Promise<Result<UpdatePreview>> {
  try {
    const stored = await readCopyState(copy);
    if (!stored) return failure({ code: 'planNotFound' });
    return success(await weigh(stored, read, choices));
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function weigh(
  { row, log }: { readonly row: CopyRow; readonly log: LogState },
  read: MatrixRead,
  choices: UpdateChoices,
): Promise<UpdatePreview> {
  const reading = settledMatrix(read.reading, choices);
  const original = originalOf(read);
  const weighed = weighMatrix({ id: row.plan, log }, reading, choices, chance, original && markOf(original));
  const isEqual = [...weighed.rows, { differences: weighed.head }].every(
    ({ differences }) => differences.length === 0,
  );
  const lastSaid = isEqual ? () => undefined : lastSaidIn(await findCommits(row.copy, OF_A_MATRIX));
  const isLastFile = row.matrixSha256 === read.sha256;
  const { copy, count } = row;
  const { sha256 } = read;
  const preview = previewOf(weighed, { copy, count, sha256, isLastFile, choices, lastSaid });
  return original ? { ...preview, original } : preview;
}

/** What an update wrote. */
export interface Updated {
  /** In order; taking all of them back takes the update back. */
  readonly commits: readonly Commit[];
  /** How many changes the copy holds with them. */
  readonly count: number;
}

/**
 * Writes what a preview says is written, and nothing else: in one transaction, after a copy of what the plan held,
 * over what the person was shown. Refused where the plan changed since, and nothing changes then.
 */
export async function updatePlan(preview: UpdatePreview): Promise<Result<Updated>> {
  const { copy, count, sha256, original } = preview;
  if (preview.edits.length + preview.lateEdits.length === 0) return success({ commits: [], count });
  try {
    const stored = await readCopyState(copy);
    if (!stored) return failure({ code: 'planNotFound' });
    const backup = await backupOf(stored.row, 'import');
    const saved = await append(
      copy,
      async (context) => {
        const { by, introduction, introduced } = await authorOf(context);
        if (context.row.count !== count) throw new Refusal({ code: 'planChangedSince' });
        await refuseUnexplained(context, preview.edits);
        await refuseUnexplained(context, preview.lateEdits, { why: preview.lateReason });
        const commits = commitsOf(preview, { by, introduction });
        const facts = rowFactsIn(preview.edits);
        const shown = cutAfter(stored.row.cut, preview.cut);
        return { commits, changes: { introduced, ...facts, cut: shown, matrixSha256: sha256 } };
      },
      { backup, ...(original && namesFile(preview) && { blob: original }) },
    );
    return saved.ok ? success({ commits: saved.value, count: count + saved.value.length }) : saved;
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** What was reported for a later cut is looked at there; an earlier one moves nothing. */
function cutAfter(shown: CopyRow['cut'], said: IsoDay): CopyRow['cut'] {
  return shown === null || said <= shown ? shown : said;
}

/** Bytes that no layout names would be kept for nobody: our own table has none. */
function namesFile({ edits, sha256 }: UpdatePreview): boolean {
  return edits.some(({ field, value }) => field === 'sha256' && value === sha256);
}

function commitsOf(
  { edits, lateEdits, lateReason, file }: UpdatePreview,
  { by, introduction }: { readonly by: string; readonly introduction: NewCommit['ops'] },
): readonly NewCommit[] {
  const [wall, src] = [now(), SOURCE + file];
  const parts = (some: readonly FieldEdit[], why: string, first: NewCommit['ops'] = []) =>
    inCommits([...first, ...operationsOf(some)], { wall, by, src, why });
  return [...parts(edits, 'import', introduction), ...parts(lateEdits, lateReason)];
}
