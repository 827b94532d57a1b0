import { openPlan } from '../../state/openPlan.svelte';
import { commitOpenFields } from '../../state/typedField.svelte';

/** Waits until what is being typed is saved and on the screen: a removal must have seen it, or it disputes with it. */
export async function settleTyping(): Promise<void> {
  await commitOpenFields();
  await openPlan.caughtUp();
}
