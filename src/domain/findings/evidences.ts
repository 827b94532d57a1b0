import type { Plan } from '../model';
import type { Evidence } from '../report';
import type { Finding } from './finding';

const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

interface Served {
  readonly evidence: Evidence;
  readonly indicators: Set<string>;
}

/** One annex, by its number or else by itself, that serves several indicators. */
export function sharedEvidence(plan: Plan): readonly Finding[] {
  return [...served(plan, ({ number, id }) => number || id).values()].flatMap(({ evidence, indicators }) =>
    indicators.size < 2
      ? []
      : [
          {
            code: 'sharedEvidence' as const,
            entity: evidence.id,
            number: evidence.number,
            indicators: [...indicators],
          },
        ],
  );
}

/** Evidence of a year that is none of the plan's, as somebody said or else as its name bears it. */
export function evidenceOfOtherYear(plan: Plan): readonly Finding[] {
  return [...served(plan, ({ id }) => id).values()].flatMap(({ evidence, indicators }) => {
    const years = yearsOf(evidence);
    const [year] = years;
    if (year === undefined || years.some((one) => isOfPlan(plan, one))) return [];
    const { id: entity, name } = evidence;
    return [{ code: 'evidenceOtherYear' as const, entity, name, year, indicators: [...indicators] }];
  });
}

function yearsOf({ planYear, name }: Evidence): readonly number[] {
  return planYear === null ? (name.match(YEARS) ?? []).map(Number) : [planYear];
}

/** True for any of the years that a plan is of. */
export function isOfPlan({ planYear, calendar }: Plan, year: number): boolean {
  return (
    year === planYear || (`${year}` >= calendar.start.slice(0, 4) && `${year}` <= calendar.end.slice(0, 4))
  );
}

function served(plan: Plan, keyOf: (evidence: Evidence) => string): Map<string, Served> {
  const found = new Map<string, Served>();
  for (const { id, reports } of plan.indicators) {
    for (const evidence of [...reports.values()].flatMap((said) => said.evidence)) {
      const key = keyOf(evidence);
      const known = found.get(key) ?? { evidence, indicators: new Set<string>() };
      known.indicators.add(id);
      found.set(key, known);
    }
  }
  return found;
}
