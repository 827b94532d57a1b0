import type { previewMatrix } from '../../commands/importMatrix';
import type { Finding } from '../../domain/findings/finding';
import type { Plan } from '../../domain/model';
import { comparable } from '../../domain/comparable';
import { periodNamesIn, placeOfRows, tellFinding } from '../../text/findings';
import type { CellFinding, Reading } from './reading';
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

/** The plan that would be made, with what there is to know about it. */
export type Preview = ReturnType<typeof previewMatrix>;

/** What was found in the file and in the plan it makes, kind by kind: the plan's own first. */
export function findingGroups(
  reading: Reading,
  { plan, findings, repairOf }: Preview,
): readonly FindingGroup[] {
  const rowsOf = sourceRowsOf(reading, plan);
  const names = periodNamesIn(plan);
  const ofPlan = findings.map((finding) => ({
    code: finding.code,
    ...tellFinding(finding, names),
    place: placeOfRows(rowsOf(finding)),
    repair: null,
  }));
  const ofCells = reading.findings.map((finding) => ({
    code: finding.code,
    ...tellCellFinding(finding),
    repair: safeRepair(repairOf(finding)),
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

/** What the file itself does not prove is asked about, and not mended from here. */
function safeRepair(repair: ReturnType<Preview['repairOf']>): string | null {
  return repair?.isSafe ? repair.id : null;
}

function holds({ title }: FindingGroup, { text, place }: FindingLine, wanted: readonly string[]): boolean {
  const all = comparable(`${title} ${place} ${text}`);
  return wanted.every((word) => all.includes(word));
}

/** The rows of the file behind a finding; none for what is of the whole plan. */
export type RowsOfFinding = (finding: Finding) => readonly number[];

/** Ties the plan's entities to the rows they were read from: its indicators go in the order of their rows. */
export function sourceRowsOf(reading: Reading, plan: Plan): RowsOfFinding {
  const rows = reading.rows.filter(({ isIndicator }) => isIndicator);
  const rowsOf = new Map<string, number[]>();
  plan.indicators.forEach(({ id, item }, at) => {
    const row = rows[at]?.sourceRow;
    if (row === undefined) return;
    rowsOf.set(id, [row]);
    const ofItem = rowsOf.get(item.id);
    if (ofItem) ofItem.push(row);
    else rowsOf.set(item.id, [row]);
  });
  const found = (ids: readonly string[]) => ids.flatMap((id) => rowsOf.get(id) ?? []);
  return (finding) => found('indicators' in finding ? finding.indicators : [finding.entity]);
}

type Place = Extract<CellFinding, { readonly place: unknown }>['place'];

/** Where the reader noted something in a cell; null for what is of a whole sheet or column. */
export function cellOf(finding: CellFinding): Place | null {
  return 'place' in finding ? finding.place : null;
}
