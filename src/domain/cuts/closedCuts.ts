import type { PeriodId, ReportingPeriod } from '../calendar';
import { roundPercent } from '../decimal';
import { kindOf, parseMeasurementId } from '../entities';
import type { Plan } from '../model';
import type { Percent } from '../percent';
import type { CutComparison } from './compareCuts';
import type { ClosedCut } from './model';

/** The register of a period's cut: null in it is a cut that was opened again (merge.md 2). */
export const CLOSED = 'closed';

const CUT = /^cut:(\d{8}-\d{8})$/;

/** The id that every tablet gives to the cut of a period. */
export function cutId(period: PeriodId): string {
  return `cut:${period}`;
}

/** The period of a cut's id; null for any other id. */
export function periodOfCut(id: string): PeriodId | null {
  return (CUT.exec(id)?.[1] as PeriodId | undefined) ?? null;
}

/** The cut that closes a period; null while it is open. */
export function closedCutOf({ cuts }: Pick<Plan, 'cuts'>, period: PeriodId): ClosedCut | null {
  return cuts.find((cut) => cut.period === period) ?? null;
}

/** A period with the cut that closes it. */
export interface CutLine {
  readonly id: PeriodId;
  /** Null where the calendar of today has no such period: it was changed after the cut. */
  readonly period: ReportingPeriod | null;
  /** Null while the period is open. */
  readonly cut: ClosedCut | null;
}

/** The periods of a plan with their cuts, and after them the cuts that its calendar of today has no period for. */
export function cutLines({ periods, cuts }: Pick<Plan, 'periods' | 'cuts'>): readonly CutLine[] {
  const known = new Set(periods.map(({ id }) => id));
  return [
    ...periods.map((period) => ({ id: period.id, period, cut: closedCutOf({ cuts }, period.id) })),
    ...cuts.filter(({ period }) => !known.has(period)).map((cut) => ({ id: cut.period, period: null, cut })),
  ];
}

/**
 * The periods of which some edits say something: anything of a report but what was planned for it, which is not said
 * of it, and what evidence it has.
 */
export function periodsSaid(
  edits: readonly { readonly entity: string; readonly field: string }[],
): readonly PeriodId[] {
  return [...new Set(edits.map(periodSaid))].filter((period) => period !== null);
}

function periodSaid({ entity, field }: { readonly entity: string; readonly field: string }): PeriodId | null {
  const isOfEvidence = kindOf(entity) === 'evi' && field.startsWith(SERVES);
  if (!isOfEvidence && field === PLANNED) return null;
  return parseMeasurementId(isOfEvidence ? field.slice(SERVES.length) : entity)?.periodId ?? null;
}

const SERVES = 'serves/';
const PLANNED = 'planned';

/** True for what is said of an indicator in a period. */
export function isSaidIn(period: PeriodId, entity: string): boolean {
  return parseMeasurementId(entity)?.periodId === period;
}

/** The sealed figure, that of now, and how far they are apart. */
export function againstSealed(
  { frozen }: Pick<ClosedCut, 'frozen'>,
  now: Percent | null,
): Pick<CutComparison, 'before' | 'after' | 'difference'> {
  const before = frozen.overall.value;
  const difference = before === null || now === null ? null : roundPercent(now - before);
  return { before, after: now, difference };
}
