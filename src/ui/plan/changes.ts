import { changePlan } from '../../commands/changePlan';
import { undoCommit } from '../../commands/undo';
import { notices } from '../../state/notices.svelte';
import { saveStatus } from '../../state/saveStatus.svelte';
import { undo } from '../../state/undo.svelte';
import { changes } from '../../text/changes';

type Edits = Parameters<typeof changePlan>[1];

/** Changes the plan, says what was done and offers to take it back. False when it could not be saved. */
export async function change(copy: string, edits: Edits, told: string): Promise<boolean> {
  if (edits.length === 0) return true;
  const place = ['change', copy, ...edits.map(({ entity, field }) => `${entity}/${field}`)].join(' ');
  return carryOut(copy, changePlan(copy, edits), { place, told });
}

/** Follows any change of a plan to its end: says what was done and offers to take it back. */
export async function carryOut(
  copy: string,
  saving: ReturnType<typeof changePlan>,
  { place, told }: { readonly place: string; readonly told: string },
): Promise<boolean> {
  const saved = await saveStatus.track(saving, place);
  if (!saved.ok) notices.report(saved.problem);
  else {
    undo.did(copy, saved.value, told);
    notices.offer(told, { label: changes.undo, run: () => void takeBack(copy) });
  }
  return saved.ok;
}

/** Takes back the last change that this screen made to the plan. */
export async function takeBack(copy: string): Promise<void> {
  const last = undo.last(copy);
  if (!last) return;
  const undone = await saveStatus.track(undoCommit(copy, last.commit), `undo ${last.commit}`);
  if (!undone.ok) return notices.report(undone.problem);
  undo.forget(last);
  const { keptSince } = undone.value;
  notices.tell(keptSince > 0 ? changes.keptSince(keptSince) : changes.undone(last.told));
}
