import { changePlan } from '../../commands/changePlan';
import { undoCommits } from '../../commands/undo';
import { withLateReason } from '../../state/lateReason.svelte';
import { notices } from '../../state/notices.svelte';
import { saveStatus } from '../../state/saveStatus.svelte';
import { undo } from '../../state/undo.svelte';
import type { Done } from '../../state/undo.svelte';
import { changes } from '../../text/changes';

type Edits = Parameters<typeof changePlan>[1];

/** Changes the plan, says what was done and offers to take it back. False when it could not be saved. */
export async function change(copy: string, edits: Edits, told: string): Promise<boolean> {
  if (edits.length === 0) return true;
  const place = ['change', copy, ...edits.map(({ entity, field }) => `${entity}/${field}`)].join(' ');
  return carryOut(
    copy,
    withLateReason((why) => changePlan(copy, edits, why)),
    { place, told },
  );
}

/** Follows any change of a plan to its end: says what was done and offers to take it back. */
export async function carryOut(
  copy: string,
  saving: ReturnType<typeof changePlan>,
  { place, told, undone }: { readonly place: string; readonly told: string; readonly undone?: string },
): Promise<boolean> {
  const saved = await saveStatus.track(saving, place);
  if (!saved.ok) notices.report(saved.problem);
  else {
    const done = undo.did(copy, saved.value, told, undone);
    if (done) notices.offer(told, { label: changes.undo, run: () => void takeBack(done) });
  }
  return saved.ok;
}

/** Takes back a change that was made here. It is forgotten at once: a second touch must not take back its undoing. */
export async function takeBack(done: Done): Promise<void> {
  if (!undo.knows(done)) return;
  undo.forget(done);
  const undoing = withLateReason((why) => undoCommits(done.copy, done.commits, why));
  const undone = await saveStatus.track(undoing, `undo ${done.commit}`);
  if (!undone.ok) {
    undo.remember(done);
    return notices.report(undone.problem);
  }
  const { commits, keptSince } = undone.value;
  if (commits.length === 0) return notices.tell(changes.nothingToUndo, 'info');
  notices.tell(keptSince > 0 ? changes.keptSince(keptSince) : (done.undone ?? changes.undone(done.told)));
}
