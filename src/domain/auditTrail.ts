import { measurementId } from './entities';
import type { ReportingPeriod } from './calendar';
import type { IsoDay } from './isoDay';
import type { Plan } from './model';
import { saysSomething } from './report';
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

/** A change of a report, or of a piece of evidence that serves it, as the log keeps it. */
export interface AuditChange {
  /** The measurement that it is listed under. */
  readonly measurement: string;
  readonly entity: string;
  readonly field: string;
  /** Undefined where it wrote over nothing. */
  readonly before: unknown;
  readonly value: unknown;
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

/** Every report of a plan that says something at a cut, in the order of the plan. */
export function auditPopulation({ indicators, periods }: Plan, cut: IsoDay): readonly AuditedReport[] {
  const counted = periods.filter(({ start }) => start <= cut);
  return indicators.flatMap(({ id, reports }, row) =>
    counted.flatMap((period) => {
      const said = reports.get(period.id);
      return said && saysSomething(said) ? [{ id: measurementId(id, period.id), row, period }] : [];
    }),
  );
}

/** The reports that a seed draws, in the order of the plan. */
export function auditSample(plan: Plan, cut: IsoDay, { seed, size }: SampleRule): readonly AuditedReport[] {
  const population = auditPopulation(plan, cut);
  const drawn = new Set(
    sampleOf(
      population.map(({ id }) => id),
      size,
      seed,
    ),
  );
  return population.filter(({ id }) => drawn.has(id));
}
