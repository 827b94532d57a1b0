import type { Finding } from '../../domain/findings/finding';
import { reviewableFinding, reviewableNote, reviewOf } from '../../domain/findings/reviews';
import type { Reviewable } from '../../domain/findings/reviews';
import type { FindingReview, Plan, ReadingNote } from '../../domain/model';
import { FINDING_CODES, findingTitle, tellFinding } from '../../text/findings';
import type { PeriodNames, ToldFinding } from '../../text/findings';
import { keysOf, textOf } from '../../domain/fields';
import { tellReadingNote } from '../../text/readingNotes';
import { NOTE_CODES } from './noteWords';

/** Something to look at: found in the plan, or doubted when its file was read. */
export type Found = Readonly<{ kind: string; reviewable: Reviewable; review: FindingReview | null }> &
  ({ readonly of: 'plan'; readonly finding: Finding } | { readonly of: 'file'; readonly note: ReadingNote });

/** All of one kind; those that nobody has looked at apart from those that somebody settled. */
export interface FoundKind {
  readonly of: Found['of'];
  readonly kind: string;
  readonly title: string;
  readonly open: readonly Found[];
  readonly reviewed: readonly Found[];
}

/** Which of them are looked at. */
export type Shown = 'open' | 'reviewed' | 'all';

/** What was found in a plan, kind by kind in the order of their words: what the plan shows, then its file. */
export function kindsIn(plan: Plan, findings: readonly Finding[]): readonly FoundKind[] {
  const groups = new Map<string, Found[]>(ORDER.map((kind) => [kind, []]));
  for (const found of [...ofPlan(plan, findings), ...ofFile(plan)]) groups.get(found.kind)?.push(found);
  return [...groups].flatMap(([kind, all]) => {
    const [first] = all;
    if (!first) return [];
    const [open, reviewed] = [all.filter(({ review }) => !review), all.filter(({ review }) => review)];
    return [{ of: first.of, kind, title: titleOf(first), open, reviewed }];
  });
}

/** Those of a kind that are looked at, the open ones first. */
export function shownOf({ open, reviewed }: FoundKind, shown: Shown): readonly Found[] {
  return shown === 'open' ? open : shown === 'reviewed' ? reviewed : [...open, ...reviewed];
}

/** What is said of one, and where in the file it is. */
export function tellFound(found: Found, names: PeriodNames): ToldFinding & { readonly place: string } {
  if (found.of === 'plan') return { ...tellFinding(found.finding, names), place: '' };
  return tellReadingNote(found.note.finding) ?? NOTHING_TOLD;
}

/** The doubts that can be told: what another version wrote is passed over. */
export function toldNotes({ readingNotes }: Pick<Plan, 'readingNotes'>): readonly ReadingNote[] {
  return readingNotes.filter(({ finding }) => tellReadingNote(finding) !== null);
}

const OF_FILE = 'file/';
const ORDER = [...FINDING_CODES, ...NOTE_CODES.map((code) => OF_FILE + code)];
const NOTHING_TOLD = { title: '', line: '', repair: '', place: '' };

function ofPlan(plan: Plan, findings: readonly Finding[]): readonly Found[] {
  return findings.map((finding) => {
    const reviewable = reviewableFinding(finding);
    return { of: 'plan', kind: finding.code, finding, reviewable, review: reviewOf(plan, reviewable) };
  });
}

function ofFile(plan: Plan): readonly Found[] {
  const inOrder = [...toldNotes(plan)].sort((a, b) => a.file.localeCompare(b.file) || rowOf(a) - rowOf(b));
  return inOrder.map((note) => {
    const reviewable = reviewableNote(note);
    const kind = OF_FILE + textOf(keysOf(note.finding)['code']);
    return { of: 'file', kind, note, reviewable, review: reviewOf(plan, reviewable) };
  });
}

function rowOf({ finding }: ReadingNote): number {
  return Number(keysOf(keysOf(finding)['place'])['row'] ?? 0);
}

function titleOf(found: Found): string {
  return found.of === 'plan'
    ? findingTitle(found.finding.code)
    : (tellReadingNote(found.note.finding) ?? NOTHING_TOLD).title;
}
