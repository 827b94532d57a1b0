import type { Plan } from '../domain/model';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { extrasIn, layoutsIn, sourceRowsIn } from '../formats/matrix/layoutInLog';
import type { KeptLayout } from '../formats/matrix/layoutInLog';
import type { LostFact } from '../formats/matrix/lost';
import type { StandardKind } from '../formats/matrix/standardLayouts';
import type { LogState } from '../log/state';
import { getBlob, heldHashes } from '../storage/blobs';
import { readCopy } from '../storage/copies';
import { planOf } from '../storage/planView';
import { readCopyState, readStateWith } from '../storage/stateStore';
import type { OutgoingFile } from './deliver';
import { fileNameFrom, fileNameOf } from './fileName';
import type { MadeMatrix, MatrixOut } from './matrixOutWork';
import { spreadsheetInWorker } from './spreadsheetInWorker';

const MIMES: Readonly<Record<MadeMatrix['extension'], string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  csv: 'text/csv',
};
const KINDS: readonly StandardKind[] = ['actionPlan', 'petiFollowUp', 'portfolio'];
/** What tells apart the files of one plan. */
const FILE_MARKS: Readonly<Record<StandardKind, string>> = {
  actionPlan: 'matriz',
  petiFollowUp: 'seguimiento-peti',
  portfolio: 'portafolio',
};

/** A way for a plan to leave as a matrix. */
export type MatrixWay =
  | {
      readonly k: 'source';
      /** Of the layout in the log. */
      readonly layout: string;
      readonly file: string;
      readonly sheet: string;
      /** False where the file is on another device: the matrix is then made anew from its shape. */
      readonly isHere: boolean;
    }
  | { readonly k: 'standard'; readonly kind: StandardKind };

/** A matrix ready to be handed over, and what of the plan is not in it: to be told before it is saved. */
export interface PreparedMatrix {
  readonly file: OutgoingFile;
  readonly lost: readonly LostFact[];
}

/** The ways out of a plan on this device, those into the layouts that it came in first; none for a plan that is not here. */
export async function matrixWays(copy: string): Promise<readonly MatrixWay[]> {
  if (!(await readCopy(copy))) return [];
  const [layouts, held] = await Promise.all([readStateWith(copy, 'layout'), heldHashes()]);
  const sources = layoutsIn(layouts).map(({ id, file, sheet, sha256 }) => {
    const isHere = sha256 !== null && held.has(sha256);
    return { k: 'source', layout: id, file, sheet, isHere } as const;
  });
  return [...sources, ...KINDS.map((kind) => ({ k: 'standard', kind }) as const)];
}

/** Makes the matrix of a plan, in a worker that is ended when it takes too long. Nothing leaves by this. */
export async function prepareMatrix(
  copy: string,
  way: MatrixWay,
  as: 'xlsx' | 'csv' = 'xlsx',
): Promise<Result<PreparedMatrix>> {
  const request = await requestFor(copy, way, as);
  if (!request) return failure({ code: 'planNotFound' });
  const made = await spreadsheetInWorker<MadeMatrix>(request, request.plan.title);
  return made.ok ? success(preparedOf(request.plan, way, made.value)) : made;
}

/** What a worker needs for a way out; null where the plan or the layout is no longer here. */
export async function requestFor(
  copy: string,
  way: MatrixWay,
  as: 'xlsx' | 'csv',
): Promise<MatrixOut | null> {
  const stored = await readCopyState(copy);
  if (!stored) return null;
  const { log } = stored;
  const plan = planOf(stored.row.plan, log);
  const extras = extrasIn(log);
  if (way.k === 'standard') return { k: 'standard', plan, kind: way.kind, extras, as };
  const found = layoutsIn(log).find(({ id }) => id === way.layout);
  if (!found) return null;
  const blob = found.sha256 === null ? undefined : await getBlob(found.sha256);
  const original = blob ? new Uint8Array(blob.bytes) : null;
  return { k: 'source', plan, layout: withRows(found, log), extras, original };
}

/** A matrix as a file: one that goes back keeps its name. */
export function preparedOf(
  plan: Plan,
  way: MatrixWay,
  { bytes, extension, lost }: MadeMatrix,
): PreparedMatrix {
  const name =
    way.k === 'source'
      ? fileNameFrom(way.file.replace(/\.[^.]*$/, ''), extension)
      : fileNameOf(plan, extension, { what: FILE_MARKS[way.kind] });
  return { file: { name, mime: MIMES[extension], bytes, isShareable: true }, lost };
}

/** Logs of before did not say in the layout which row each indicator came in. */
function withRows(layout: KeptLayout, log: LogState): KeptLayout {
  return layout.rows.size > 0 ? layout : { ...layout, rows: sourceRowsIn(log) };
}
