import type { PeriodId } from './calendar';
import { sessionsOf } from './meetings/model';
import type { Indicator, Plan } from './model';
import type { Evidence, Report } from './report';
import { reportIn } from './model';

/** A report that a piece of evidence serves. */
export interface ServedReport {
  /** The place of the indicator in the plan. */
  readonly index: number;
  readonly indicatorId: string;
  readonly periodId: PeriodId;
}

/** An indicator with the evidence of one period. */
export interface EvidenceRow {
  readonly index: number;
  readonly indicator: Indicator;
  readonly report: Report;
  readonly evidence: readonly Evidence[];
}

/** What narrows the list of evidence: a row passes by any of its pieces, `none` by having no piece. */
export type EvidenceFilter = 'all' | 'none' | 'cited' | 'attached' | 'verified' | 'missing';

/** How one piece of evidence stands on a device. */
export type EvidenceStanding = Exclude<EvidenceFilter, 'all' | 'none'>;

/** Whether this device holds the bytes of a file. */
export type IsHere = (sha256: string) => boolean;

/** Every piece of evidence of the plan, once: of its reports, its meetings and what was agreed there. */
export function evidenceIn({ indicators, meetings }: Plan): readonly Evidence[] {
  const found = new Map<string, Evidence>();
  const add = (evidence: readonly Evidence[]) => {
    for (const one of evidence) found.set(one.id, one);
  };
  for (const { reports } of indicators) for (const said of reports.values()) add(said.evidence);
  for (const { evidence, commitments } of sessionsOf(meetings)) {
    add(evidence);
    for (const commitment of commitments) add(commitment.evidence);
  }
  return [...found.values()];
}

/** The reports that one piece of evidence serves, in the plan's order. */
export function reportsServedBy({ indicators }: Plan, evidenceId: string): readonly ServedReport[] {
  const served: ServedReport[] = [];
  indicators.forEach(({ id: indicatorId, reports }, index) => {
    for (const [periodId, { evidence }] of reports) {
      if (evidence.some(({ id }) => id === evidenceId)) served.push({ index, indicatorId, periodId });
    }
  });
  return served;
}

/** Each indicator of the plan with what shows what it reported in a period, in the plan's order. */
export function evidenceRows({ indicators }: Plan, period: PeriodId): readonly EvidenceRow[] {
  return indicators.map((indicator, index) => ({
    index,
    indicator,
    report: reportIn(indicator, period),
    evidence: indicator.reports.get(period)?.evidence ?? [],
  }));
}

/** Whether a row passes; what is not on this device is never attached, and verified wherever its bytes are. */
export function passes({ evidence }: EvidenceRow, filter: EvidenceFilter, isHere: IsHere): boolean {
  if (filter === 'all') return true;
  return filter === 'none' ? evidence.length === 0 : evidence.some((one) => standsAs(one, filter, isHere));
}

/** Whether its file is known and its bytes are not here. */
export function isMissing({ file }: Evidence, isHere: IsHere): boolean {
  return file !== null && !isHere(file.sha256);
}

/** True for a result above zero with nothing that shows it (domain.md A6.10). */
export function needsEvidence({ report, evidence }: EvidenceRow): boolean {
  return report.k === 'value' && report.v > 0 && evidence.length === 0;
}

/** Whether a piece stands so; of what is verified and not here both are said. */
export function standsAs(one: Evidence, as: EvidenceStanding, isHere: IsHere): boolean {
  switch (as) {
    case 'missing':
      return isMissing(one, isHere);
    case 'attached':
      return one.status === 'attached' && !isMissing(one, isHere);
    case 'cited':
    case 'verified':
      return one.status === as;
  }
}
