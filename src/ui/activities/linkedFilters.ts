import { MANAGEMENT_STATES } from '../../domain/byResponsible';
import { groupingFrom } from '../../domain/grouping';
import { groupsBy } from '../../domain/groups';
import type { Plan } from '../../domain/model';
import { groupName } from '../../text/explanation';
import { charts } from '../../text/charts';
import { periodName } from '../../text/format';
import { MANAGEMENT_STATE } from '../../text/words';
import type { Chosen } from './listFilter';

/** A part that only a mark of the board asks for: what it is, and the list without it. */
export interface LinkedFilter {
  readonly id: string;
  readonly label: string;
  readonly without: Chosen;
}

/** The parts that have no field of their own above the list; what the plan does not know is told as it came. */
export function linkedFilters(plan: Plan, chosen: Chosen): readonly LinkedFilter[] {
  const { management, by, group = '', period } = chosen;
  const state = MANAGEMENT_STATES.find((one) => one === management);
  const grouping = by ? groupingFrom(by) : null;
  const its = grouping && groupsBy(plan, grouping).find(({ id }) => id === group);
  const when = plan.periods.find(({ id }) => id === period);
  return [
    ...(management
      ? [
          {
            id: 'management',
            label: state ? MANAGEMENT_STATE[state].many : management,
            without: { ...chosen, management: '' },
          },
        ]
      : []),
    ...(grouping
      ? [{ id: 'group', label: its ? groupName(its) : group, without: { ...chosen, by: '', group: '' } }]
      : []),
    ...(period
      ? [
          {
            id: 'period',
            label: charts.ofPeriod(when ? periodName(when, plan.calendar) : period),
            without: { ...chosen, period: '' },
          },
        ]
      : []),
  ];
}
