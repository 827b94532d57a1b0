import { dateFindings } from './findings/dates';
import { evidenceOfOtherYear, sharedEvidence } from './findings/evidences';
import type { Finding } from './findings/finding';
import { blankIdentities, deliverableDiffers, noDatesNoOwner } from './findings/identity';
import { unexplainedDecreases, valuesThatLookCumulative } from './findings/levels';
import { fewerMinutesThanSessions } from './findings/meetings';
import { notMeasurable, overAchievements } from './findings/measures';
import { duplicateNumbers, missingNumbers, repeatedItems } from './findings/numbering';
import { oncePerIndicator } from './findings/oncePerIndicator';
import { progressWithoutRemark, remarksThatContradict } from './findings/remarks';
import { reportsOutsideCalendar, strayReports } from './findings/strays';
import { statedDiffers, statedPartsDiffer } from './findings/stated';
import { cumulativeByNature, fractionsInCount, targetTextFindings, unitMismatch } from './findings/targets';
import { weightsThatDoNotAddUp } from './findings/weights';
import { zerosThatLookUnreported, zerosWithoutCause } from './findings/zeros';
import { inCalendar } from './inCalendar';
import type { Plan } from './model';

type Check = (plan: Plan) => readonly Finding[];

/** What an indicator shows by itself, whatever the rest of the plan says. */
const ofIndicatorAlone = oncePerIndicator((indicator) =>
  [
    deliverableDiffers,
    targetTextFindings,
    unitMismatch,
    fractionsInCount,
    cumulativeByNature,
    valuesThatLookCumulative,
    unexplainedDecreases,
  ].flatMap((check): readonly Finding[] => check(indicator)),
);

/** What is looked at in the plan, one thing after another: who has little time does one at a time. */
export const CHECKS: readonly Check[] = [
  duplicateNumbers,
  missingNumbers,
  repeatedItems,
  blankIdentities,
  noDatesNoOwner,
  notMeasurable,
  (plan) => plan.indicators.flatMap((indicator) => ofIndicatorAlone(inCalendar(plan, indicator))),
  overAchievements,
  zerosThatLookUnreported,
  zerosWithoutCause,
  remarksThatContradict,
  progressWithoutRemark,
  weightsThatDoNotAddUp,
  statedDiffers,
  statedPartsDiffer,
  strayReports,
  fewerMinutesThanSessions,
  reportsOutsideCalendar,
  sharedEvidence,
  evidenceOfOtherYear,
  (plan) => plan.indicators.flatMap((indicator) => dateFindings(plan, indicator)),
];

/**
 * Everything in a plan that a person should look at, found from its data alone: facts by code, no
 * sentences. A finding is never a reason to refuse the plan.
 */
export function findingsOf(plan: Plan): readonly Finding[] {
  return CHECKS.flatMap((check) => check(plan));
}
