import { comparable } from '../../domain/comparable';
import { periodNamesIn, placeOfRows, tellFinding } from '../../text/findings';
import type { CellFinding, Reviewed } from './reading';
import { tellCellFinding } from './readingWords';

/** A finding in words, with the repair that settles it where the file proves one. */
export interface FindingLine {
  readonly text: string;
  readonly place: string;
  readonly repair: string | null;
}

/** Findings of one kind, in words. */
export interface FindingGroup {
  readonly code: string;
  readonly title: string;
  readonly lines: readonly FindingLine[];
}

/** What was found in the file and in the plan it makes, kind by kind: the plan's own first. */
export function findingGroups({
  reading,
  foundInPlan,
  foundInCells,
}: Pick<Reviewed, 'reading' | 'foundInPlan' | 'foundInCells'>): readonly FindingGroup[] {
  const names = periodNamesIn(reading);
  const ofPlan = foundInPlan.map(({ finding, rows }) => ({
    code: finding.code,
    ...tellFinding(finding, names),
    place: placeOfRows(rows),
    repair: null,
  }));
  const ofCells = foundInCells.map(({ finding, repair }) => ({
    code: finding.code,
    ...tellCellFinding(finding),
    repair,
  }));
  const groups = new Map<string, { code: string; title: string; lines: FindingLine[] }>();
  for (const { code, title, line, place, repair } of [...ofPlan, ...ofCells]) {
    const group = groups.get(code) ?? { code, title, lines: [] };
    group.lines.push({ text: line, place, repair });
    groups.set(code, group);
  }
  return [...groups.values()];
}

/** The groups of one kind, or of all, with only the lines that hold every word somewhere. */
export function narrowedGroups(
  groups: readonly FindingGroup[],
  kind: string | null,
  words: string,
): readonly FindingGroup[] {
  const wanted = comparable(words).split(' ').filter(Boolean);
  return groups
    .filter(({ code }) => kind === null || code === kind)
    .map((group) => ({ ...group, lines: group.lines.filter((line) => holds(group, line, wanted)) }))
    .filter(({ lines }) => lines.length > 0);
}

function holds({ title }: FindingGroup, { text, place }: FindingLine, wanted: readonly string[]): boolean {
  const all = comparable(`${title} ${place} ${text}`);
  return wanted.every((word) => all.includes(word));
}

type Place = Extract<CellFinding, { readonly place: unknown }>['place'];

/** Where the reader noted something in a cell; null for what is of a whole sheet or column. */
export function cellOf(finding: CellFinding): Place | null {
  return 'place' in finding ? finding.place : null;
}
