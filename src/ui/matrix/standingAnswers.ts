import type { MatrixChoices } from '../../commands/matrixEntities';
import type { IsoDay } from '../../domain/isoDay';
import type { Reading, UpdateChoices } from './reading';

/** What a person said of a matrix, and of which table of its file. */
export interface Answers {
  readonly table: string;
  readonly said: Partial<MatrixChoices>;
  readonly decided: Partial<UpdateChoices>;
}

export const NOTHING_SAID: Answers = { table: '', said: {}, decided: {} };

/** What still stands of the answers now that the matrix is read so. */
export function standingAnswers({ table, said, decided }: Answers, reading: Reading): Answers {
  const { cut, repairs, rollupMethod, ...general } = said;
  const now = tableOf(reading);
  const isSameTable = table === now;
  return {
    table: now,
    said: {
      ...general,
      ...(isSameTable && repairs && { repairs }),
      // Asked of percents alone.
      ...(rollupMethod !== undefined && reading.isDirect && { rollupMethod }),
      ...(cut !== undefined && mayBeCut(cut, reading) && { cut }),
    },
    decided: isSameTable ? decided : ofNoRow(decided),
  };
}

/** Which rows are meant by their numbers: those of one sheet under one header, in the same columns. */
function tableOf({ sheet, tables }: Reading): string {
  const read = tables.find(({ isRead }) => isRead);
  return JSON.stringify([sheet, read?.headerRows, read?.columns]);
}

/** A matrix is reported for the end of one of its periods; percents of one cut, for any day. */
function mayBeCut(cut: IsoDay, { isDirect, periods }: Reading): boolean {
  return isDirect || periods.some(({ end }) => end === cut);
}

/** Without what was said of a row, or of what one says. */
function ofNoRow({
  matches,
  restore,
  left,
  taken,
  ...general
}: Partial<UpdateChoices>): Partial<UpdateChoices> {
  return general;
}
