import type { ProgressClass } from './bands';
import type { IndicatorFigure } from './figure';

/** How the indicators of a class stand by date (domain.md A6.4): "críticas fuera de fecha" is class and state. */
export interface ClassStanding {
  readonly rows: readonly IndicatorFigure[];
  readonly overdue: number;
  readonly dueSoon: number;
  /** Behind what was expected of them, and not overdue yet. */
  readonly behind: number;
  /** Of these nobody can say whether they are late. */
  readonly undated: number;
  /** Finished by their class and not at 100 % (domain.md A1). */
  readonly incomplete: number;
}

/** The indicators of a class, in the order given. */
export function classStanding(figures: readonly IndicatorFigure[], one: ProgressClass): ClassStanding {
  const rows = figures.filter(({ progressClass }) => progressClass === one);
  const howMany = (holds: (figure: IndicatorFigure) => boolean) => rows.filter(holds).length;
  return {
    rows,
    overdue: howMany(({ scheduleState }) => scheduleState === 'overdue'),
    dueSoon: howMany(({ scheduleState }) => scheduleState === 'dueSoon'),
    behind: howMany(isBehind),
    undated: howMany(({ scheduleState }) => scheduleState === null),
    incomplete: howMany(({ capped }) => capped !== null && capped < 100),
  };
}

/** What has advanced and nobody has verified with evidence (domain.md A6.10), in the order given. */
export function unverifiedProgress(figures: readonly IndicatorFigure[]): readonly IndicatorFigure[] {
  return figures.filter(({ capped, verified }) => (capped ?? 0) > (verified ?? 0));
}

/** True for what goes more slowly than it should, while there is still time. */
export function isBehind({ pace, scheduleState }: IndicatorFigure): boolean {
  return pace === 'behind' && scheduleState !== 'overdue';
}
