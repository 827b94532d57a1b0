import type { Document } from '../domain/document';
import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Template } from '../formats/matrix/template';
import { writeXlsx } from '../formats/xlsx';
import { makeMatrix } from './matrixOutWork';
import type { MadeMatrix, MatrixOut } from './matrixOutWork';

/** What the page asks of the worker that writes: a plan's matrix, an empty one, or a document as a spreadsheet. */
export interface MakeRequest {
  readonly make:
    | MatrixOut
    | { readonly k: 'template'; readonly template: Template }
    | { readonly k: 'document'; readonly document: Document };
}

/** A spreadsheet as bytes; of a plan's matrix also what it is called and what is not in it. */
export type MadeSpreadsheet = Pick<MadeMatrix, 'bytes'>;

/** Makes a spreadsheet, on the worker's side. What writes it is loaded when it is asked for. */
export async function makeSpreadsheet(what: MakeRequest['make']): Promise<Result<MadeSpreadsheet>> {
  if (what.k === 'document') return success({ bytes: await writeXlsx(what.document) });
  if (what.k !== 'template') return makeMatrix(what);
  const { bookOfTable } = await import('../formats/xlsx/bookOfTable');
  return success({ bytes: await bookOfTable(what.template.table, what.template.extras) });
}
