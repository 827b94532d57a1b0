import { moveCut } from '../../commands/thisDevice';
import type { IsoDay } from '../../domain/isoDay';
import { notices } from '../../state/notices.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import { activity } from '../../text/activity';

/** Takes the cut of this device to the end of a period, and says so. */
export async function moveBoard(copy: string, end: IsoDay): Promise<void> {
  await moveCut(copy, end);
  await openPlan.refreshRow();
  notices.tell(activity.boardMoved(end));
}
