import { push } from 'svelte-spa-router';
import { setIdentity } from '../../commands/thisDevice';
import type { MergedSnapshot } from '../../commands/snapshotWork';
import { notices } from '../../state/notices.svelte';
import { thisDevice } from '../../state/thisDevice.svelte';
import { receive } from '../../text/receive';
import { activitiesPath, boardPath, conflictsPath, findingsPath } from '../paths';

type Landing = Pick<MergedSnapshot, 'copy' | 'conflicts' | 'opensAt' | 'auditFindings'>;

/**
 * Where a person goes from what was merged: to what has to be decided, to their own pending rows, to what an auditor
 * found, or to the board.
 */
export function landingOf({ copy, conflicts, opensAt, auditFindings }: Landing): string {
  if (conflicts > 0) return conflictsPath(copy);
  if (!opensAt) return auditFindings > 0 ? findingsPath(copy) : boardPath(copy);
  return activitiesPath(copy, { by: 'responsible', group: opensAt.party, missing: '1' });
}

/** Says what was merged and goes there; to somebody whose rows are opened the app offers to remember whose they are. */
export async function land(
  told: string,
  landing: Landing,
  go: (path: string) => unknown = goTo,
): Promise<void> {
  const party = landing.conflicts > 0 ? undefined : landing.opensAt?.name;
  if (party && party !== thisDevice.identity.department) {
    const run = (): void => void belongTo(party);
    notices.offer(`${told} ${receive.areYouOf(party)}`, { label: receive.yesIAm, run });
  } else notices.tell(told);
  await go(landingOf(landing));
}

async function belongTo(department: string): Promise<void> {
  await setIdentity({ ...thisDevice.identity, department });
  await thisDevice.refresh();
}

function goTo(path: string): Promise<void> {
  return push(path.slice(1));
}
