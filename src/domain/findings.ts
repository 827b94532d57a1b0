import { dateFindings } from './findings/dates';
import { evidenceOfOtherYear, sharedEvidence } from './findings/evidences';
import type { Finding } from './findings/finding';
import { blankIdentities, deliverableDiffers, noDatesNoOwner } from './findings/identity';
import { unexplainedDecreases, valuesThatLookCumulative } from './findings/levels';
import { duplicateNumbers, missingNumbers, repeatedItems } from './findings/numbering';
import { progressWithoutRemark, remarksThatContradict } from './findings/remarks';
import { strayReports } from './findings/strays';
import { statedDiffers, statedPartsDiffer } from './findings/stated';
import { cumulativeByNature, fractionsInCount, targetTextFindings, unitMismatch } from './findings/targets';
import { weightsThatDoNotAddUp } from './findings/weights';
import { zerosThatLookUnreported, zerosWithoutCause } from './findings/zeros';
import type { Plan } from './model';

/**
 * Everything in a plan that a person should look at, found from its data alone: facts by code, no
 * sentences. A finding is never a reason to refuse the plan.
 */
export function findingsOf(plan: Plan): readonly Finding[] {
  return [
    ...duplicateNumbers(plan),
    ...missingNumbers(plan),
    ...repeatedItems(plan),
    ...blankIdentities(plan),
    ...plan.indicators.flatMap(deliverableDiffers),
    ...noDatesNoOwner(plan),
    ...plan.indicators.flatMap(targetTextFindings),
    ...plan.indicators.flatMap(unitMismatch),
    ...plan.indicators.flatMap(fractionsInCount),
    ...plan.indicators.flatMap(cumulativeByNature),
    ...plan.indicators.flatMap(valuesThatLookCumulative),
    ...plan.indicators.flatMap(unexplainedDecreases),
    ...zerosThatLookUnreported(plan),
    ...zerosWithoutCause(plan),
    ...remarksThatContradict(plan),
    ...progressWithoutRemark(plan),
    ...weightsThatDoNotAddUp(plan),
    ...statedDiffers(plan),
    ...statedPartsDiffer(plan),
    ...strayReports(plan),
    ...sharedEvidence(plan),
    ...evidenceOfOtherYear(plan),
    ...plan.indicators.flatMap((indicator) => dateFindings(plan, indicator)),
  ];
}
