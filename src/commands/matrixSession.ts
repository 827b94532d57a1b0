import type { Plan } from '../domain/model';
import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import type { ReadingOptions } from '../formats/matrix/choices';
import { outlineOf } from '../formats/matrix/outline';
import type { SheetOutline } from '../formats/matrix/outline';
import type { Commit } from '../log/commit';
import { storageProblem } from '../storage/failures';
import { findLoadedMatrix } from './findLoadedMatrix';
import type { LoadedMatrix } from './findLoadedMatrix';
import { importMatrix, previewMatrix } from './importMatrix';
import type { MatrixPreview } from './importMatrix';
import type { MatrixChoices } from './matrixEntities';
import type { UpdatePreview } from './matrixUpdate/previewOf';
import { openWorkbook, readOpen } from './matrixWork';
import type { MatrixContent, MatrixRead, OpenWorkbook } from './matrixWork';
import { factsOf, reviewOf, without } from './reviewMatrix';
import type { ReviewedMatrix, ReadingFacts } from './reviewMatrix';
import { previewUpdate, updatePlan } from './updatePlan';
import type { UpdateChoices } from './updatePlan';

/** What is being done: taking the file apart, or understanding the rows of its table. */
export interface ReadingStep {
  readonly step: 'opening' | 'understanding';
  /** Of the whole, from 0 to 1. */
  readonly fraction: number;
}

/** What was opened: its hash, and the first rows of its sheets. */
export interface Opened {
  readonly sha256: string;
  readonly sheets: readonly SheetOutline[];
}

/** What an update would do, without what only its writing needs. */
export interface ShownUpdate extends Omit<UpdatePreview, 'edits' | 'lateEdits' | 'original'> {
  /** How many values are written, what is of a closed period among them. */
  readonly edits: number;
  readonly lateEdits: number;
}

interface Asked<Takes, Gives> {
  readonly takes: Takes;
  readonly gives: Gives;
}

/**
 * What the page asks about one matrix. Its rows stay with the worker, and so does what would be written: only what is
 * shown of them crosses, so that a long matrix keeps no screen waiting.
 */
export interface MatrixTasks {
  readonly open: Asked<MatrixContent<Uint8Array<ArrayBuffer>>, Opened>;
  readonly read: Asked<ReadingOptions, ReadingFacts>;
  /** So many of its rows, as settled by these choices. */
  readonly review: Asked<{ readonly choices: MatrixChoices; readonly rows: number }, ReviewedMatrix>;
  /** The plan that was reviewed last, to say why its figures are what they are. */
  readonly plan: Asked<null, Plan>;
  readonly findLoaded: Asked<Pick<MatrixChoices, 'title' | 'entityName' | 'isExample'>, LoadedMatrix | null>;
  readonly compare: Asked<{ readonly copy: string; readonly choices: UpdateChoices }, ShownUpdate>;
  /** Loads it as a plan of its own. Gives the copy's id. */
  readonly load: Asked<MatrixChoices, string>;
  /** Writes the update that was compared last. Gives its commits. */
  readonly update: Asked<null, readonly Commit[]>;
}

export type MatrixTask = keyof MatrixTasks;

export type MatrixRequest = {
  readonly [Task in MatrixTask]: { readonly task: Task; readonly of: MatrixTasks[Task]['takes'] };
}[MatrixTask];

/** What the worker says: how far it is, or the answer to what it was asked. */
export type MatrixMessage = { readonly step: ReadingStep } | { readonly answer: Result<unknown> };

type Answers = {
  readonly [Task in MatrixTask]: (
    of: MatrixTasks[Task]['takes'],
  ) => Result<MatrixTasks[Task]['gives']> | Promise<Result<MatrixTasks[Task]['gives']>>;
};

/** Of the whole, what is done once the file is apart, and once its rows are understood: what is left is the plan they make. */
const OPENED = 0.6;
const READ = 0.9;
const WITH_PLANS: ReadonlySet<MatrixTask> = new Set(['findLoaded', 'compare', 'load', 'update']);

/**
 * The worker's side: holds what it opened and read, and answers each request in its turn. The plans of this device are
 * opened by `openPlans`, once, when the first request is about them.
 */
export function matrixSession(
  say: (message: MatrixMessage) => void,
  openPlans: () => Promise<unknown>,
): (request: MatrixRequest) => Promise<void> {
  const session: Answers = new MatrixSession((step, fraction) => say({ step: { step, fraction } }));
  let opening: Promise<unknown> | null = null;

  async function answerTo({ task, of }: MatrixRequest): Promise<Result<unknown>> {
    try {
      if (WITH_PLANS.has(task)) await (opening ??= openPlans());
      return await session[task](of as never);
    } catch (error) {
      return failure(WITH_PLANS.has(task) ? storageProblem(error) : unexpected(error));
    }
  }

  return async (request) => say({ answer: await answerTo(request) });
}

function unexpected(error: unknown): Problem {
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}

class MatrixSession implements Answers {
  #workbook: OpenWorkbook | null = null;
  #original: MatrixRead['original'];
  #read: MatrixRead | null = null;
  #preview: { readonly of: string; readonly made: MatrixPreview } | null = null;
  #update: UpdatePreview | null = null;

  constructor(readonly stepped: (step: ReadingStep['step'], fraction: number) => void) {}

  async open(content: MatrixTasks['open']['takes']): Promise<Result<Opened>> {
    const opened = await openWorkbook(content, (fraction) => this.stepped('opening', fraction * OPENED));
    if (!opened.ok) return opened;
    this.#workbook = opened.value;
    this.#original = 'bytes' in content ? content.bytes : undefined;
    const { sha256, workbook } = opened.value;
    return success({ sha256, sheets: outlineOf(workbook) });
  }

  read(options: ReadingOptions): Result<ReadingFacts> {
    this.stepped('understanding', OPENED);
    const onread = (fraction: number) => this.stepped('understanding', OPENED + fraction * (READ - OPENED));
    const read = readOpen(held(this.#workbook), { ...options, onread });
    if (!read.ok) return read;
    this.#read = { ...read.value, ...(this.#original && { original: this.#original }) };
    this.#preview = this.#update = null;
    return success(factsOf(read.value.reading));
  }

  review({ choices, rows }: MatrixTasks['review']['takes']): Result<ReviewedMatrix> {
    const of = JSON.stringify(choices);
    if (this.#preview?.of !== of)
      this.#preview = { of, made: previewMatrix(held(this.#read).reading, choices) };
    this.stepped('understanding', 1);
    return success(reviewOf(this.#preview.made, choices.cut, rows));
  }

  plan(): Result<Plan> {
    return success(held(this.#preview).made.plan);
  }

  async findLoaded(of: MatrixTasks['findLoaded']['takes']): Promise<Result<LoadedMatrix | null>> {
    return success(await findLoadedMatrix(held(this.#read), of));
  }

  async compare({ copy, choices }: MatrixTasks['compare']['takes']): Promise<Result<ShownUpdate>> {
    this.#update = null;
    const compared = await previewUpdate(copy, held(this.#read), choices);
    if (!compared.ok) return compared;
    this.#update = compared.value;
    const { edits, lateEdits } = compared.value;
    const shown = without(compared.value, 'edits', 'lateEdits', 'original');
    return success({ ...shown, edits: edits.length, lateEdits: lateEdits.length });
  }

  load(choices: MatrixChoices): Promise<Result<string>> {
    return importMatrix(held(this.#read), choices);
  }

  async update(): Promise<Result<readonly Commit[]>> {
    const updated = await updatePlan(held(this.#update));
    return updated.ok ? success(updated.value.commits) : updated;
  }
}

function held<T>(value: T | null): T {
  if (value === null) throw new Error('asked out of turn');
  return value;
}
