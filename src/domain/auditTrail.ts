import { measurementId } from './entities';
import type { ReportingPeriod } from './calendar';
import type { IsoDay } from './isoDay';
import type { Plan } from './model';
import { saysSomething } from './report';
import type { Evidence, TargetUnit } from './report';
import { sampleOf } from './sample';

/** What was said of an indicator in a period: what an auditor draws a sample of. */
export interface AuditedReport {
  /** The id of its measurement. */
  readonly id: string;
  /** The place of the indicator in the plan. */
  readonly row: number;
  readonly period: ReportingPeriod;
}

/** How a sample is drawn, so that anybody can draw it again. */
export interface SampleRule {
  readonly seed: string;
  readonly size: number;
}

/** A change of a report, of a piece of evidence that ever served it or of what it is measured by, as the log keeps it. */
export interface AuditChange {
  /** The measurement that it is listed under. */
  readonly measurement: string;
  readonly entity: string;
  readonly field: string;
  /** All that it wrote over: none where nothing was there, both where it settled a difference. */
  readonly before: readonly unknown[];
  readonly value: unknown;
  /** The unit of the indicator's target then, and right before. */
  readonly unit: TargetUnit;
  readonly unitBefore: TargetUnit;
  /** The piece of evidence that it is of, as it is called now; null where it is of none. */
  readonly evidence: Pick<Evidence, 'number' | 'name'> | null;
  /** The instant, as the log stamps it. */
  readonly at: string;
  /** The name of who wrote it; empty where the plan does not know it. */
  readonly who: string;
  /** The name of the device, and its id where it has none. */
  readonly device: string;
  readonly why: string;
  /** The hash of the commit. */
  readonly hash: string;
}

/** What the log says of a sample. */
export interface AuditTrail {
  /** The measurements that ever said something, whatever they say now. */
  readonly everSaid: readonly string[];
  /** Of the reports of the sample, the first change first. */
  readonly changes: readonly AuditChange[];
}

/** Before the log was read. */
export const NO_TRAIL: AuditTrail = { everSaid: [], changes: [] };

/**
 * Every report of a plan that says something at a cut, and those among `everSaid`, the measurements that did once: what
 * was erased is audited too. In the order of the plan.
 */
export function auditPopulation(
  { indicators, periods }: Plan,
  cut: IsoDay,
  everSaid: readonly string[],
): readonly AuditedReport[] {
  const counted = periods.filter(({ start }) => start <= cut);
  const once = new Set(everSaid);
  return indicators.flatMap(({ id, reports }, row) =>
    counted.flatMap((period) => {
      const said = reports.get(period.id);
      const report = { id: measurementId(id, period.id), row, period };
      return once.has(report.id) || (said && saysSomething(said)) ? [report] : [];
    }),
  );
}

/** The reports that a seed draws, in the order of the plan. */
export function auditSample(
  plan: Plan,
  cut: IsoDay,
  { seed, size, everSaid }: SampleRule & { readonly everSaid: readonly string[] },
): readonly AuditedReport[] {
  const population = auditPopulation(plan, cut, everSaid);
  const drawn = new Set(
    sampleOf(
      population.map(({ id }) => id),
      size,
      seed,
    ),
  );
  return population.filter(({ id }) => drawn.has(id));
}
