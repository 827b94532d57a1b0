import { push } from 'svelte-spa-router';
import { notices } from '../../state/notices.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import { changeLogWords } from '../../text/changeLog';
import { boardPath } from '../paths';

/** Shows the board as the plan stood at a moment; says so where there was none. */
export async function lookBack(copy: string, moment: string): Promise<void> {
  if (await openPlan.showAsOf(moment)) return push(boardPath(copy).slice(1));
  notices.tell(changeLogWords.nothingThen, 'info');
}
