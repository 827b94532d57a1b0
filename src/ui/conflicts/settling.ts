import { settleMany } from '../../commands/settleConflict';
import { closedCutOf, periodsSaid } from '../../domain/cuts/closedCuts';
import type { Plan } from '../../domain/model';
import { withLateReason } from '../../state/lateReason.svelte';
import { inbox } from '../../text/inbox';
import { carryOut } from '../plan/changes';
import { reportsBack } from './candidates';
import type { BulkChoice } from './bulk';

type Edits = Parameters<typeof settleMany>[1];

/** True for a choice about a period that a cut has closed. */
export function isOfClosedCut(plan: Plan, { conflict }: BulkChoice): boolean {
  const periods = periodsSaid([{ entity: conflict.entityId, field: conflict.field }]);
  return periods.some((period) => closedCutOf(plan, period) !== null);
}

/**
 * Settles some conflicts as one act that can be taken back. Those of a closed cut ask for a reason; without one they
 * stay as they are, and the rest is settled all the same. True when it was saved.
 */
export async function settleChoices(
  copy: string,
  plan: Plan,
  choices: readonly BulkChoice[],
): Promise<boolean> {
  const open = choices.filter((choice) => !isOfClosedCut(plan, choice));
  let settled = choices;
  const saving = withLateReason((reason = '') => settleMany(copy, editsOf(choices), reason)).then(
    async (saved) => {
      if (saved.ok || saved.problem.code !== 'closedPeriod' || open.length === 0) return saved;
      settled = open;
      return settleMany(copy, editsOf(open));
    },
  );
  const saved = await saving;
  const left = choices.length - settled.length;
  const told = [inbox.settled(settled.length), ...(left > 0 ? [inbox.leftClosed(left)] : [])].join(' ');
  return carryOut(copy, Promise.resolve(saved), {
    place: `settle ${copy}`,
    told,
    undone: inbox.undone(settled.length),
  });
}

function editsOf(choices: readonly BulkChoice[]): Edits {
  return choices.flatMap(({ conflict, option }) => [
    { entity: conflict.entityId, field: conflict.field, value: option.value, seen: conflict.heads },
    ...reportsBack(conflict, option.value),
  ]);
}
