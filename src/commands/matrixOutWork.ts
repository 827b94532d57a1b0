import type { Plan } from '../domain/model';
import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { fillMatrix } from '../formats/matrix/fillMatrix';
import type { Extras, KeptLayout } from '../formats/matrix/layoutInLog';
import { lostExtras } from '../formats/matrix/lost';
import type { LostFact } from '../formats/matrix/lost';
import { standardTable } from '../formats/matrix/outTable';
import type { StandardKind } from '../formats/matrix/standardLayouts';
import { csvOfTable } from '../formats/matrix/tableCsv';

/** A matrix to be made, with all that it takes: it crosses to a worker. */
export type MatrixOut =
  | {
      readonly k: 'source';
      readonly plan: Plan;
      readonly layout: KeptLayout;
      readonly extras: Extras;
      /** The bytes of the file itself, where this device has them. */
      readonly original: Uint8Array | null;
    }
  | {
      readonly k: 'standard';
      readonly plan: Plan;
      readonly kind: StandardKind;
      readonly extras: Extras;
      readonly as: 'xlsx' | 'csv';
    };

/** A matrix as a file without a name, and what of the plan is not in it. */
export interface MadeMatrix {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly extension: 'xlsx' | 'xlsm' | 'csv';
  readonly lost: readonly LostFact[];
}

/** Makes a matrix: into the layout that the plan came in, or into a standard one. */
export async function makeMatrix(request: MatrixOut): Promise<Result<MadeMatrix>> {
  if (request.k === 'source') {
    return fillMatrix(request.plan, request.layout, request.extras, request.original);
  }
  const { table, lost: ofPlan } = standardTable(request.plan, request.kind);
  const lost = [...lostExtras(request.plan, request.extras), ...ofPlan];
  if (request.as === 'csv') {
    return success({ bytes: new Uint8Array(csvOfTable(table)), extension: 'csv', lost });
  }
  const { bookOfTable } = await import('../formats/xlsx/bookOfTable');
  return success({ bytes: await bookOfTable(table), extension: 'xlsx', lost });
}
