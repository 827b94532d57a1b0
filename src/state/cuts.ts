import type { PeriodId } from '../domain/calendar';
import { CLOSED, cutId } from '../domain/cuts/closedCuts';
import type { ClosedCut } from '../domain/cuts/model';
import { cutFrom } from '../domain/cuts/readCut';
import { kindOf, parseMeasurementId } from '../domain/entities';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import { hasFiguresOf } from '../domain/cuts/rectification';
import { verifyCommit } from '../log/commit';
import type { Commit, CommitId } from '../log/commit';
import { foldAll } from '../log/fold';
import { sameJson } from '../log/json';
import { closureOf, verifySeal } from '../log/seal';
import type { SealVerdict } from '../log/seal';
import { readCommitLines, readCommits } from '../storage/commitStore';
import { readCopy } from '../storage/copies';
import { planOf } from '../storage/planView';
import { readHistory } from './history';
import type { Change } from './history';

/**
 * What the check of a seal comes to; `cut` where the cut on screen is not the one that was written at its closing,
 * `figures` where what it was closed over does not come to its figures.
 */
export type CheckedSeal =
  SealVerdict | { readonly kind: 'cut' | 'figures'; readonly ids: readonly CommitId[] };

/**
 * Checks a closed cut against the lines that this device stores: first its closing commit, which must hold what is on
 * screen, then every commit that it sealed, and at last whether these come to the figures that it shows.
 */
export async function checkSeal(copy: string, cut: ClosedCut, closing: CommitId): Promise<CheckedSeal> {
  const lines = await readCommitLines(copy);
  const verdict = verifySeal(cut, lines);
  if (verdict.kind !== 'intact') return verdict;
  const written = lines.some((line) => closesAs(line, cut, closing));
  if (!written) return { kind: 'cut', ids: [closing] };
  const plan = (await readCopy(copy))?.plan ?? '';
  return hasFiguresOf(cut, planSealedBy(cut, plan, lines)) ? verdict : { kind: 'figures', ids: [closing] };
}

/** The plan as it stood for the commits that a cut sealed; all of them are among the lines, and verify. */
function planSealedBy(cut: ClosedCut, plan: string, lines: readonly string[]): Plan {
  const commits = lines.flatMap((line) => commitIn(line) ?? []);
  const { members } = closureOf(cut, new Map(commits.map((commit) => [commit.id, commit])));
  return planOf(plan, foldAll(commits.filter(({ id }) => members.has(id))));
}

function closesAs(line: string, cut: ClosedCut, closing: CommitId): boolean {
  if (!line.includes(closing)) return false;
  const commit = commitIn(line);
  const op = commit?.id === closing ? commit.ops.find(({ e }) => e === cutId(cut.period)) : undefined;
  const written = cutFrom(cut.period, op?.set[CLOSED]);
  return written !== null && sameJson(plain(written), plain(cut));
}

function commitIn(line: string): Commit | null {
  try {
    const verdict = verifyCommit(JSON.parse(line));
    return verdict.ok ? verdict.commit : null;
  } catch {
    return null;
  }
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/**
 * The changes of rows that a closed cut does not cover, the newest first, through a later one where it is given: what
 * was said of the periods that count at a date, and what the plan itself says of each row. Each has who, when, on
 * which device and why.
 */
export async function changesSince(
  copy: string,
  plan: Plan,
  cut: ClosedCut,
  { date, through = null }: { readonly date: IsoDay; readonly through?: ClosedCut | null },
): Promise<readonly Change[]> {
  const commits = await readCommits(copy);
  const held = new Map(commits.map((commit) => [commit.id, commit]));
  const { members } = closureOf(cut, held);
  const later = through && closureOf(through, held).members;
  const isBetween = (id: CommitId) => !members.has(id) && (later?.has(id) ?? true);
  const counted = new Set(plan.periods.filter(({ start }) => start <= date).map(({ id }) => id));
  const touched = new Set<string>();
  for (const { id, ops } of commits) {
    if (!isBetween(id)) continue;
    for (const { e } of ops) if (isOfRow(e, counted)) touched.add(e);
  }
  if (touched.size === 0) return [];
  const changes = await readHistory(copy, [...touched]);
  return changes.filter(({ id }) => isBetween(id));
}

function isOfRow(entity: string, counted: ReadonlySet<PeriodId>): boolean {
  const said = parseMeasurementId(entity);
  return said ? counted.has(said.periodId) : kindOf(entity) === 'ind';
}

/** The changes of one indicator among some: of the row itself, and of what was said of it. */
export function changesOfRow(changes: readonly Change[], indicatorId: string): readonly Change[] {
  return changes.filter(({ entity }) => (parseMeasurementId(entity)?.indicatorId ?? entity) === indicatorId);
}
