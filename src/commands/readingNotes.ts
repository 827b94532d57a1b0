import type { CellFinding } from '../formats/matrix/findings';
import type { MatrixReading, MatrixRow } from '../formats/matrix/reading';
import { shortHash } from '../log/hash';
import { canonicalJson } from '../log/json';
import type { Json } from '../log/json';
import { putAll } from './matrixReports';
import type { Entities } from './matrixReports';

/** The doubts of a reading that stay with the plan: what was not read first, then what was read with a doubt. */
const NOTED = [
  'unreadableNumber',
  'unreadableDate',
  'unreadableStage',
  'unreadableWord',
  'errorCell',
  'formulaWithoutValue',
  'shiftedRow',
  'continuationRow',
  'otherAmount',
  'markInPeriod',
  'hiddenUnderMerge',
  'digitsLost',
  'linkedFormula',
  'foreignFormula',
  'severalIndicators',
  'reviewComment',
  'plainInPercent',
  'percentInCount',
  'ambiguousNumber',
  'ambiguousDate',
  'looseDay',
  'spanAsDate',
  'severalDays',
  'falsePercent',
  'spreadsheetNumber',
  'mergedDeliverableIndicator',
  'blankIdentity',
  'inheritedBlank',
] as const satisfies readonly CellFinding['code'][];

/** Says how many doubts there were beyond those that are kept. */
export const NOTES_LEFT_OUT = 'notesLeftOut';

export type NotedFinding =
  | Extract<CellFinding, { readonly code: (typeof NOTED)[number] }>
  | { readonly code: typeof NOTES_LEFT_OUT; readonly howMany: number };

/** Of one import; a file that cannot be read at all would bury the plan under its notes. */
const MOST_NOTES = 500;

/**
 * Notes what the reader doubted and nobody repaired, so that the plan has it after the file is gone. What the
 * plan itself shows is not noted twice.
 */
export function putReadingNotes(
  entities: Entities,
  planId: string,
  { file, findings, rows }: Pick<MatrixReading, 'file' | 'findings' | 'rows'>,
  indicatorIds: ReadonlyMap<number, string>,
): void {
  const renumbered = new Set(rows.filter(isRenumbered).map(({ sourceRow }) => sourceRow));
  const isKept = (one: CellNoted) => one.code !== 'inheritedBlank' || renumbered.has(one.place.row);
  const noted = findings
    .filter(isNoted)
    .filter(isKept)
    .sort((a, b) => NOTED.indexOf(a.code) - NOTED.indexOf(b.code));
  const put = (finding: NotedFinding, indicator: string | null): void => {
    const id = `note:${shortHash(`${planId}|${file}|${canonicalJson(finding)}`)}`;
    putAll(entities, id, { finding: finding as unknown as Json, indicator, file });
  };
  for (const finding of noted.slice(0, MOST_NOTES)) put(finding, indicatorIds.get(rowOf(finding)) ?? null);
  const howMany = noted.length - MOST_NOTES;
  if (howMany > 0) put({ code: NOTES_LEFT_OUT, howMany }, null);
}

type CellNoted = Exclude<NotedFinding, { readonly code: typeof NOTES_LEFT_OUT }>;

function isNoted(finding: CellFinding): finding is CellNoted {
  if (!(NOTED as readonly string[]).includes(finding.code)) return false;
  // An activity without a name is found in the plan.
  return finding.code !== 'blankIdentity' || finding.field !== 'activity';
}

/**
 * A row that prints the number of its item anew and leaves the rest of what names it blank: that it goes on from the
 * row above, as any blank does, can be doubted.
 */
function isRenumbered({ itemNumber, inherited }: MatrixRow): boolean {
  return itemNumber !== '' && inherited.itemNumber === undefined && inherited.criterion === 'blank';
}

/** The row of the plan that it is about: a text that goes on belongs to the row above it. */
function rowOf(finding: CellNoted): number {
  return finding.code === 'continuationRow' ? finding.into : finding.place.row;
}
