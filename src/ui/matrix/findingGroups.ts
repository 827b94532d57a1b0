import { periodNamesIn, placeOfRows, tellFinding } from '../../text/findings';
import type { CellFinding, Reviewed } from './reading';
import { tellCellFinding } from './readingWords';

/** A finding in words, with the repair that settles it where the file proves one. */
export interface FindingLine {
  readonly text: string;
  readonly place: string;
  readonly repair: string | null;
}

/** Findings of one kind, in words; its heading is what it is known by. */
export interface FindingGroup {
  readonly title: string;
  readonly lines: readonly FindingLine[];
}

/**
 * What was found in the file and in the plan it makes, kind by kind: the plan's own first. What a cell already says
 * under the same heading is not said again of its row.
 */
export function findingGroups({
  reading,
  foundInPlan,
  foundInCells,
}: Pick<Reviewed, 'reading' | 'foundInPlan' | 'foundInCells'>): readonly FindingGroup[] {
  const names = periodNamesIn(reading);
  const ofCells = foundInCells.map(({ finding, repair }) => ({
    ...tellCellFinding(finding),
    row: cellOf(finding)?.row,
    repair,
  }));
  const saidOfCells = new Set(ofCells.map(({ row, title }) => `${row} ${title}`));
  const isSaid = (title: string, rows: readonly number[]) =>
    rows.length > 0 && rows.every((row) => saidOfCells.has(`${row} ${title}`));
  const ofPlan = foundInPlan
    .map(({ finding, rows }) => ({ ...tellFinding(finding, names), rows }))
    .filter(({ title, rows }) => !isSaid(title, rows))
    .map(({ title, line, rows }) => ({ title, line, place: placeOfRows(rows), repair: null }));
  const groups = new Map<string, FindingLine[]>();
  for (const { title, line, place, repair } of [...ofPlan, ...ofCells]) {
    const lines = groups.get(title) ?? [];
    lines.push({ text: line, place, repair });
    groups.set(title, lines);
  }
  return [...groups].map(([title, lines]) => ({ title, lines }));
}

type Place = Extract<CellFinding, { readonly place: unknown }>['place'];

/** Where the reader noted something in a cell; null for what is of a whole sheet or column. */
export function cellOf(finding: CellFinding): Place | null {
  return 'place' in finding ? finding.place : null;
}
