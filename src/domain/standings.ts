import type { ProgressClass } from './bands';
import type { Pace, ScheduleState } from './codes';
import { needsAttention } from './board';
import type { IndicatorFigure } from './figure';
import { groupsBy } from './groups';
import type { Group } from './groups';
import type { Grouping, Plan } from './model';

/** How many of a group stand in each way. The three fields are never mixed: each is counted by itself (domain.md A6.4). */
export interface Standings {
  readonly n: number;
  readonly classes: Readonly<Record<ProgressClass, number>>;
  /** As everywhere on the board, `behind` holds the overdue ones too. */
  readonly paces: Readonly<Record<Pace, number>>;
  readonly states: Readonly<Record<ScheduleState, number>>;
}

export interface GroupStandings extends Standings {
  readonly group: Group;
}

/** The groups of some indicators and how those of each stand, in the order of the groups. */
export function standingsBy(
  plan: Plan,
  by: Grouping,
  figures: readonly IndicatorFigure[],
): readonly GroupStandings[] {
  const byRow = new Map(figures.map((figure) => [figure.index, figure]));
  const rows = [...byRow.keys()].sort((a, b) => a - b);
  return groupsBy(plan, by, rows).map((group) => ({
    group,
    ...standingsOf(group.rows.flatMap((row) => byRow.get(row) ?? [])),
  }));
}

function standingsOf(figures: readonly IndicatorFigure[]): Standings {
  const classes = { critical: 0, inProgress: 0, finished: 0 };
  const paces = { behind: 0, onTrack: 0, ahead: 0 };
  const states = { notStarted: 0, running: 0, dueSoon: 0, overdue: 0, done: 0 };
  for (const figure of figures) {
    const { progressClass, pace, scheduleState } = figure;
    if (progressClass) classes[progressClass]++;
    if (scheduleState) states[scheduleState]++;
    if (needsAttention(figure)) paces.behind++;
    if (pace && pace !== 'behind') paces[pace]++;
  }
  return { n: figures.length, classes, paces, states };
}
