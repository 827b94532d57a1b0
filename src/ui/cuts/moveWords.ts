import { hasOtherVerified } from '../../domain/cuts/compareCuts';
import type { OverallMove, RowMove, ValueMove } from '../../domain/cuts/compareCuts';
import type { FrozenRow } from '../../domain/cuts/model';
import type { Plan } from '../../domain/model';
import type { TargetUnit } from '../../domain/report';
import type { Change } from '../../state/history';
import { cuts } from '../../text/cuts';
import { percentOrNone, pointsOrNone } from '../../text/sealed';
import { amount, indicatorTitle } from '../../text/explanation';
import { daysOfPeriod, formatInstant, periodName } from '../../text/format';
import { reportWords } from '../../text/history';
import { PROGRESS_CLASS, SCHEDULE_STATE } from '../../text/words';
import { whoWrote } from '../plan/whoWrote';

/** What a row that moved is called: as the plan calls it now, or as it was called then. */
export function moveTitle(plan: Plan, { id, before, after }: RowMove): string {
  const now = indicatorTitle(
    plan,
    plan.indicators.findIndex((one) => one.id === id),
  );
  const row = after ?? before;
  const title = now || row?.name || row?.deliverable || '';
  const number = row?.number ?? '';
  // Some plans write the number in the name as well.
  return title.startsWith(`${number}.`) ? title : [number, title].filter(Boolean).join('. ');
}

/** The attainment of a row on one side; that it is out of the mean, or was not there. */
export function standingWords(row: FrozenRow | null): string {
  if (row === null) return '—';
  const attained = row.raw === null ? cuts.outOfMean : percentOrNone(row.raw);
  const standing =
    row.state === 'notStarted' ? SCHEDULE_STATE.notStarted : row.class && PROGRESS_CLASS[row.class];
  return standing ? `${attained} · ${standing.one}` : attained;
}

/** A figure of the plan that is another, besides its attainment. */
export function overallWords({ of, before, after, difference }: OverallMove): string {
  const words = of === 'lag' ? pointsOrNone : percentOrNone;
  return cuts.overallMoved(cuts[of], words(before), words(after), pointsOrNone(difference));
}

/** What moved in a row, besides its figure. */
export function moveDetails(plan: Plan, move: RowMove): readonly string[] {
  const { kind, before, after, values } = move;
  const unit = (after ?? before)?.targetUnit ?? 'count';
  const told = [
    ...(kind === 'changed' ? [] : [cuts[kind]]),
    ...targetWords(before, after),
    ...verifiedWords(before, after),
    ...values.map((value) => valueWords(plan, value, unit)),
    ...(hasBegun(move) ? [cuts.begun] : []),
  ];
  return told.length === 0 && move.attainment === 0 ? [cuts.otherDates] : told;
}

function hasBegun({ before, after }: RowMove): boolean {
  return before?.state === 'notStarted' && after !== null && after.state !== 'notStarted';
}

/** Who changed it, when and why, and what was noted with it: a line for each change, the newest first. */
export function reasonLines(changes: readonly Change[]): readonly string[] {
  const byCommit = new Map<string, Change[]>();
  for (const change of changes) byCommit.set(change.id, [...(byCommit.get(change.id) ?? []), change]);
  return [...byCommit.values()].flatMap((together) => {
    const [first] = together;
    if (!first) return [];
    const notes = together.filter(({ field }) => field === 'remark' || field === 'delayCause');
    const noted = notes.flatMap(({ value }) => (typeof value === 'string' && value !== '' ? [value] : []));
    const said = noted.map((note) => `«${note}»`).join(' ');
    return [[said, whoWrote(first), formatInstant(first.at)].filter(Boolean).join(' · ')];
  });
}

function targetWords(before: FrozenRow | null, after: FrozenRow | null): readonly string[] {
  if (before === null || after === null || before.target === after.target) return [];
  const of = ({ target, targetUnit }: FrozenRow) => (target === null ? '—' : amount(target, targetUnit));
  return [cuts.target(of(before), of(after))];
}

function verifiedWords(before: FrozenRow | null, after: FrozenRow | null): readonly string[] {
  if (before === null || after === null || !hasOtherVerified(before, after)) return [];
  return [cuts.verifiedMoved(percentOrNone(before.verified), percentOrNone(after.verified))];
}

function valueWords(plan: Plan, { period, before, after }: ValueMove, unit: TargetUnit): string {
  const own = plan.periods.find(({ id }) => id === period);
  const name = own ? periodName(own, plan.calendar) : daysOfPeriod(period);
  return cuts.reportMoved(name, reportWords(before, unit), reportWords(after, unit));
}
