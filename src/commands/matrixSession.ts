import type { Plan } from '../domain/model';
import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import type { TableChoices } from '../formats/matrix/choices';
import { outlineOf } from '../formats/matrix/outline';
import type { MatrixRow } from '../formats/matrix/reading';
import { Refusal, storageProblem } from '../storage/failures';
import { today } from './clock';
import { findLoadedMatrix } from './findLoadedMatrix';
import type { LoadedMatrix } from './findLoadedMatrix';
import { importMatrix, previewMatrix } from './importMatrix';
import type { MatrixPreview } from './importMatrix';
import type { MatrixChoices } from './matrixEntities';
import { TASKS } from './matrixTasks';
import type {
  MatrixMessage,
  MatrixRequest,
  MatrixTask,
  MatrixTasks,
  Opened,
  ReadingStep,
  Written,
} from './matrixTasks';
import type { UpdatePreview } from './matrixUpdate/previewOf';
import { openWorkbook, readOpen } from './matrixWork';
import type { MatrixRead, OpenWorkbook } from './matrixWork';
import { factsOf, reviewOf, shownUpdate } from './reviewMatrix';
import type { ReadingFacts, ReviewedMatrix, ShownUpdate } from './reviewMatrix';
import { previewUpdate, updatePlan } from './updatePlan';

type Answers = {
  readonly [Task in MatrixTask]: (
    of: MatrixTasks[Task]['takes'],
  ) => Result<MatrixTasks[Task]['gives']> | Promise<Result<MatrixTasks[Task]['gives']>>;
};

/** Of the whole, what is done once the file is apart, and once its rows are understood: what is left is the plan they make. */
const OPENED = 0.6;
const READ = 0.9;

/**
 * The worker's side: answers each request in its turn. The plans of this device are opened by `openPlans`, when the
 * first request is about them, and again where that failed.
 */
export function matrixSession(
  say: (message: MatrixMessage) => void,
  openPlans: () => Promise<unknown>,
): (request: MatrixRequest) => Promise<void> {
  const session: Answers = new MatrixSession((step, fraction) => say({ step: { step, fraction } }));
  let arePlansOpen = false;

  async function answerTo({ task, of }: MatrixRequest): Promise<Result<unknown>> {
    if (TASKS[task].needsPlans && !arePlansOpen) {
      await openPlans();
      arePlansOpen = true;
    }
    return session[task](of as never);
  }

  return async (request) => {
    try {
      say({ answer: await answerTo(request) });
    } catch (error) {
      say({ answer: failure(problemOf(error, request)) });
    }
  };
}

function problemOf(error: unknown, { task }: MatrixRequest): Problem {
  if (TASKS[task].writes || error instanceof Refusal) return storageProblem(error);
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}

class MatrixSession implements Answers {
  #workbook: OpenWorkbook | null = null;
  #original: MatrixRead['original'];
  readonly #readings = new Remembered<MatrixRead>();
  readonly #previews = new Remembered<MatrixPreview>();
  readonly #updates = new Remembered<UpdatePreview>();
  readonly #stepped: (step: ReadingStep['step'], fraction: number) => void;

  constructor(stepped: (step: ReadingStep['step'], fraction: number) => void) {
    this.#stepped = stepped;
  }

  async open(content: MatrixTasks['open']['takes']): Promise<Result<Opened>> {
    const opened = await openWorkbook(content, (fraction) => this.#stepped('opening', fraction * OPENED));
    if (!opened.ok) return opened;
    this.#workbook = opened.value;
    this.#original = 'bytes' in content ? content.bytes : undefined;
    const { sha256, workbook } = opened.value;
    return success({ sha256, sheets: outlineOf(workbook) });
  }

  read({ table }: MatrixTasks['read']['takes']): Result<ReadingFacts> {
    const read = this.#readAs(table);
    return read.ok ? success(factsOf(read.value.reading)) : read;
  }

  review({ table, choices, rows }: MatrixTasks['review']['takes']): Result<ReviewedMatrix> {
    const preview = this.#previewOf(table, choices);
    this.#stepped('understanding', 1);
    return preview.ok ? success(reviewOf(preview.value, choices, rows)) : preview;
  }

  firstReview(of: MatrixTasks['firstReview']['takes']): Result<ReviewedMatrix> {
    return this.review(of);
  }

  rows({ table, choices, from, count }: MatrixTasks['rows']['takes']): Result<readonly MatrixRow[]> {
    const preview = this.#previewOf(table, choices);
    return preview.ok ? success(preview.value.reading.rows.slice(from, from + count)) : preview;
  }

  plan({ table, choices }: MatrixTasks['plan']['takes']): Result<Plan> {
    const preview = this.#previewOf(table, choices);
    return preview.ok ? success(preview.value.plan) : preview;
  }

  async findLoaded({
    table,
    ...names
  }: MatrixTasks['findLoaded']['takes']): Promise<Result<LoadedMatrix | null>> {
    const read = this.#readAs(table);
    return read.ok ? success(await findLoadedMatrix(read.value, names)) : read;
  }

  async compare(asked: MatrixTasks['compare']['takes']): Promise<Result<ShownUpdate>> {
    const read = this.#readAs(asked.table);
    if (!read.ok) return read;
    const compared = await previewUpdate(asked.copy, read.value, asked.choices);
    if (!compared.ok) return compared;
    this.#updates.keep(asked, compared.value);
    return success(shownUpdate(compared.value));
  }

  async load({ table, choices }: MatrixTasks['load']['takes']): Promise<Result<string>> {
    const read = this.#readAs(table);
    return read.ok ? importMatrix(read.value, choices) : read;
  }

  async update({ count, ...asked }: MatrixTasks['update']['takes']): Promise<Result<Written>> {
    const compared = this.#updates.of(asked);
    // Over something that nobody was shown nothing is written.
    if (!compared) return failure({ code: 'unexpected', detail: 'an update that was not compared' });
    if (compared.count !== count) return failure({ code: 'planChangedSince' });
    const updated = await updatePlan(compared);
    return updated.ok ? success({ copy: asked.copy, ...updated.value }) : updated;
  }

  #readAs(table: TableChoices): Result<MatrixRead> {
    const known = this.#readings.of(table);
    if (known) return success(known);
    if (!this.#workbook) throw new Error('nothing is open');
    this.#stepped('understanding', OPENED);
    const onread = (fraction: number) => this.#stepped('understanding', OPENED + fraction * (READ - OPENED));
    const thisYear = Number(today().slice(0, 4));
    const read = readOpen(this.#workbook, { choices: table, thisYear, onread });
    if (!read.ok) return read;
    const whole = { ...read.value, ...(this.#original && { original: this.#original }) };
    return success(this.#readings.keep(table, whole));
  }

  #previewOf(table: TableChoices, choices: MatrixChoices): Result<MatrixPreview> {
    const known = this.#previews.of({ table, choices });
    if (known) return success(known);
    const read = this.#readAs(table);
    if (!read.ok) return read;
    const made = previewMatrix(read.value.reading, choices);
    return success(this.#previews.keep({ table, choices }, made));
  }
}

/** The last thing that was made, by what it was made of: any other is made again. */
class Remembered<T> {
  #last: { readonly of: string; readonly thing: T } | null = null;

  of(question: object): T | null {
    return this.#last?.of === JSON.stringify(question) ? this.#last.thing : null;
  }

  keep(question: object, thing: T): T {
    this.#last = { of: JSON.stringify(question), thing };
    return thing;
  }
}
