import type { PeriodId } from '../calendar';
import type { IsoDay } from '../isoDay';
import type { TargetUnit } from '../report';
import type { Percent } from '../percent';

/** The facts of each kind of finding; ids are those of the plan's entities, lists go in the plan's order. */
type Facts =
  // numbering: labels that people will confuse
  | { readonly code: 'duplicateNumber'; readonly number: string; readonly indicators: readonly string[] }
  | { readonly code: 'missingNumber'; readonly number: string }
  | {
      readonly code: 'repeatedItem';
      readonly item: string;
      /** How many items of the plan it is: 1 where what is printed again was read as the same. */
      readonly readAs: number;
      readonly indicators: readonly string[];
    }
  // targets: what the text says against what the number says
  | {
      readonly code: 'targetTextPlaceholder' | 'targetTextWithoutNumber' | 'targetUnitMismatch';
      readonly text: string;
      readonly target: number;
      readonly targetUnit: TargetUnit;
    }
  // what no result can come of: 0 is no target, and neither is one that is its own baseline
  | { readonly code: 'withoutTarget'; readonly target: number | null; readonly targetUnit: TargetUnit }
  | { readonly code: 'withoutBaseline' }
  // values
  | { readonly code: 'fractionInCount'; readonly values: readonly number[]; readonly target: number | null }
  | { readonly code: 'zeroLooksUnreported'; readonly periods: readonly PeriodId[] }
  | { readonly code: 'zeroWithoutCause'; readonly periods: readonly PeriodId[] }
  | { readonly code: 'cumulativeByNature'; readonly target: number; readonly targetUnit: TargetUnit }
  | {
      readonly code: 'statedDiffers';
      readonly place: 'indicator' | 'item' | 'plan';
      readonly text: string;
      readonly stated: Percent;
      readonly computed: Percent;
    }
  | {
      readonly code: 'valueLooksCumulative';
      readonly periods: readonly PeriodId[];
      readonly values: readonly number[];
      readonly targetUnit: TargetUnit;
    }
  | {
      readonly code: 'overAchievement';
      readonly percent: Percent;
      readonly reached: number;
      readonly target: number;
      readonly targetUnit: TargetUnit;
    }
  | {
      readonly code: 'unexplainedDecrease';
      readonly period: PeriodId;
      readonly from: number;
      readonly to: number;
      readonly targetUnit: TargetUnit;
    }
  // said of an indicator that is not in the plan: it is the entity
  | { readonly code: 'strayReports'; readonly periods: readonly PeriodId[] }
  // null is what was said without a value
  | {
      readonly code: 'reportsOutsideCalendar';
      readonly periods: readonly PeriodId[];
      readonly values: readonly (number | null)[];
      readonly targetUnit: TargetUnit;
    }
  | {
      readonly code: 'fewerMinutesThanSessions';
      readonly period: PeriodId;
      readonly sessions: number;
      readonly minutes: number;
    }
  | {
      readonly code: 'statedPartsDiffer';
      readonly text: string;
      readonly stated: Percent;
      readonly mean: Percent;
      readonly n: number;
    }
  // what is said beside a value
  | {
      readonly code: 'remarkContradictsValue';
      readonly period: PeriodId;
      readonly percent: Percent;
      readonly text: string;
    }
  | { readonly code: 'progressWithoutRemark'; readonly periods: readonly PeriodId[] }
  // what names a row, and who answers for it
  | { readonly code: 'blankIdentity'; readonly field: 'activity' | 'indicatorName' }
  | {
      readonly code: 'deliverableDiffersFromActivity';
      readonly activity: string;
      readonly deliverable: string;
    }
  | { readonly code: 'noDatesNoOwner'; readonly indicators: readonly string[] }
  // the plan as a whole
  | { readonly code: 'weightsDoNotAddUp'; readonly sum: number; readonly unweighted: readonly string[] }
  // evidence
  | { readonly code: 'sharedEvidence'; readonly number: string; readonly indicators: readonly string[] }
  | {
      readonly code: 'evidenceOtherYear';
      readonly name: string;
      readonly year: number;
      readonly indicators: readonly string[];
    }
  // dates
  | { readonly code: 'datesReversed'; readonly start: IsoDay; readonly end: IsoDay }
  | { readonly code: 'datesOutsideYear'; readonly start: IsoDay | null; readonly end: IsoDay | null };

/**
 * Something in the plan that a person should look at. It is keyed by its code, its entity and its facts:
 * once settled it stays settled until one of the facts changes (domain.md A6.13).
 */
export type Finding = { readonly entity: string } & Facts;
export type FindingCode = Finding['code'];

/** The same text for the same code, entity and facts. */
export function findingKey(finding: Finding): string {
  const { code, entity, ...facts } = finding;
  const inOrder = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([code, entity, inOrder]);
}
