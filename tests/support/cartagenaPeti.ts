import { periodsOf, yearsOf } from '../../src/domain/calendar';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Indicator, Plan } from '../../src/domain/model';
import printed from '../fixtures/cartagenaPeti.json';
import { anIndicator, aPlan } from './builders';

/** The plan of the PETI (domain.md A2.4) as an engine fixture, with nothing reported; row n is `ind:n`. */
export function cartagenaPeti(): Plan {
  const calendar = yearsOf(2024, 2026, 3);
  const indicators: Indicator[] = [];
  for (const [place, { name, start, end, party, indicators: given }] of printed.activities.entries()) {
    const activity = {
      id: `act:${place + 1}`,
      number: '',
      name,
      start: start as IsoDay,
      end: end as IsoDay,
      responsibleParties: [{ id: `pty:${party}`, name: party }],
    };
    for (const { deliverable, name: indicatorName, unit, target } of given) {
      const isPercent = target.endsWith('%');
      indicators.push(
        anIndicator({
          id: `ind:${indicators.length + 1}`,
          item: { number: '' },
          activity,
          name: indicatorName,
          deliverable,
          unitOfMeasure: unit,
          target: Number.parseFloat(target) / (isPercent ? 100 : 1),
          targetUnit: isPercent ? 'percent' : 'count',
        }),
      );
    }
  }
  return aPlan({ planYear: 2024, calendar, periods: periodsOf(calendar), indicators });
}
