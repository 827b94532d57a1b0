import { DELETED, measurementId } from '../entities';
import type { PeriodId } from '../calendar';
import type { Indicator, Plan } from '../model';
import type { Report } from '../report';
import { NOT_REPORTED } from '../report';
import type { Finding } from './finding';

/** One field as a repair would leave it. */
export interface FieldChange {
  readonly entity: string;
  readonly field: string;
  readonly value: Report | string | false;
}

/** The text that a field holds, also of what is no longer in the plan. */
export type ReadText = (entity: string, field: string) => string;

type Repaired = 'zeroLooksUnreported' | 'cumulativeByNature' | 'strayReports';
type Repair<Code extends Finding['code']> = (
  finding: Extract<Finding, { code: Code }>,
  plan: Plan,
  textOf: ReadText,
) => readonly FieldChange[];

const REPAIRS: { readonly [Code in Repaired]: Repair<Code> } = {
  zeroLooksUnreported: ({ periods }, { indicators }) =>
    periods.flatMap((period) =>
      indicators
        .filter((indicator) => isBareZero(indicator, period))
        .map(({ id }) => ({ entity: measurementId(id, period), field: 'report', value: NOT_REPORTED })),
    ),
  cumulativeByNature: ({ entity }) => [{ entity, field: 'accumulation', value: 'latest' }],
  strayReports: ({ entity }, plan, textOf) => {
    const activity = textOf(entity, 'activity');
    const item = textOf(activity, 'item');
    // It hung from things that may have been removed with it.
    const reports = plan.periods.map(({ id }) => measurementId(entity, id));
    const lost = [
      entity,
      ...missingIn(plan.activities, activity),
      ...missingIn(plan.items, item),
      ...reports,
    ];
    return lost.map((one) => ({ entity: one, field: DELETED, value: false as const }));
  },
};

/**
 * The changes that settle a finding, where they are safe to offer; none for the others. A zero beside which
 * something is said was reported by somebody, and stays.
 */
export function repairOf(finding: Finding, plan: Plan, textOf: ReadText): readonly FieldChange[] {
  if (!isRepaired(finding)) return [];
  const repair = REPAIRS[finding.code] as Repair<Repaired>;
  return repair(finding, plan, textOf);
}

function isRepaired(finding: Finding): finding is Extract<Finding, { code: Repaired }> {
  return Object.hasOwn(REPAIRS, finding.code);
}

function isBareZero({ reports }: Indicator, period: PeriodId): boolean {
  const said = reports.get(period);
  if (said?.report.k !== 'value' || said.report.v !== 0) return false;
  return said.remark.trim() === '' && said.delayCause.trim() === '' && said.evidence.length === 0;
}

function missingIn(things: readonly { readonly id: string }[], id: string): readonly string[] {
  return id === '' || things.some((one) => one.id === id) ? [] : [id];
}
