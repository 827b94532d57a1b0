import { push } from 'svelte-spa-router';
import { commitDrafts } from '../../commands/keepDraft';
import type { Resumed } from '../../commands/keepDraft';
import { notices } from '../../state/notices.svelte';
import { cuts } from '../../text/cuts';
import { nextYear } from '../../text/nextYear';
import { cutPath, settingsPath } from '../paths';

/** Finishes what was being typed in a plan when the app last closed, and says what of it has to wait. */
export async function resumeDrafts(copy: string): Promise<void> {
  const finished = await commitDrafts(copy);
  if (!finished.ok) return notices.report(finished.problem);
  tellWaiting(copy, finished.value);
}

function tellWaiting(copy: string, { waiting, waitingIn, closedFor }: Resumed): void {
  if (closedFor !== null) {
    const run = () => void push(settingsPath(copy).slice(1));
    return notices.offer(nextYear.waiting(waiting, closedFor), { label: nextYear.reopenSettings, run });
  }
  if (waitingIn === null) return;
  const run = () => void push(cutPath(copy, waitingIn).slice(1));
  notices.offer(cuts.waitingInClosed(waiting), { label: cuts.seeWaiting, run });
}
