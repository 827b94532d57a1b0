import type { Plan } from '../model';
import type { Finding } from './finding';

/** Reports of indicators that somebody removed without having seen them. */
export function strayReports(plan: Plan): readonly Finding[] {
  return plan.strayReports.map(({ indicatorId: entity, periods }) => ({
    code: 'strayReports',
    entity,
    periods,
  }));
}
