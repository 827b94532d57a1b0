import { measurementId } from './entities';
import { typedFrom, valueFrom } from './entry';
import type { Indicator } from './model';
import type { TargetUnit } from './report';

/** A number of an indicator, as it is kept before and after its unit is another. */
export interface NumberChange {
  readonly entity: string;
  readonly field: 'target' | 'baseline' | 'planned' | 'report';
  readonly before: number;
  readonly value: number;
}

/**
 * What keeps the numbers that people see when the unit of a target changes, 50 as 50 %: a percent is kept as a
 * fraction of 1 (domain.md A6.12). The target, the baseline, what was programmed and what was reported move alike,
 * so that no result changes. A zero is the same in both.
 */
export function sameNumbersIn(unit: TargetUnit, indicator: Indicator): readonly NumberChange[] {
  const { id, target, baseline, targetUnit, reports } = indicator;
  const moved = (
    entity: string,
    field: NumberChange['field'],
    before: number | null,
  ): readonly NumberChange[] => {
    const value = before === null ? null : valueFrom(typedFrom(before, targetUnit), unit);
    return before === null || value === null || value === before ? [] : [{ entity, field, before, value }];
  };
  return [
    ...moved(id, 'target', target),
    ...moved(id, 'baseline', baseline),
    ...[...reports].flatMap(([period, { report, planned }]) => [
      ...moved(measurementId(id, period), 'report', report.k === 'value' ? report.v : null),
      ...moved(measurementId(id, period), 'planned', planned),
    ]),
  ];
}
