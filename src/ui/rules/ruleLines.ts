import { PLAN_ENTITY } from '../../domain/entities';
import type { Plan } from '../../domain/model';
import { readHead } from '../../domain/readEntities';
import type { Change } from '../../state/history';
import { changeWords } from '../../text/partHistory';
import { lineOf } from '../plan/changeLines';
import type { ChangeLine } from '../plan/changeLines';
import { keptRule, RULES } from './saveRules';

const NO_NAME = () => '';
const NO_UNIT = { unit: 'count', unitBefore: 'count' } as const;

/** What became of the rules of a plan, the newest first; a rule that nobody had chosen was the usual one. */
export function linesOfRules(plan: Plan, changes: readonly Change[]): readonly ChangeLine[] {
  const usual = readHead(PLAN_ENTITY, new Map([['planYear', plan.planYear]]));
  return changes.flatMap((change) => {
    const rule = RULES.find((one) => one === change.field);
    if (!rule || change.isBirth) return [];
    const usualOne = keptRule(rule, usual);
    const before = change.isFirst ? usualOne : change.before;
    // Taken back to nothing, a rule is the usual one again; what was written over may not be here.
    const told = {
      ...change,
      value: change.value ?? usualOne,
      before: before === null ? usualOne : before,
      ...NO_UNIT,
    };
    return [lineOf(change, changeWords(told, plan, NO_NAME))];
  });
}
