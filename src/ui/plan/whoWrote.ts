import { openPlan } from '../../state/openPlan.svelte';
import { sourceWords } from '../../text/history';

/** Who made a change of the open plan, on which device, and by which way. */
export function whoWrote(change: {
  readonly by: string;
  readonly device: string;
  readonly why?: string;
}): string {
  const { by, device, why = '' } = change;
  const isThisDevice = device === openPlan.row?.device;
  const who = by.startsWith('per:') ? openPlan.text(by, 'name') : '';
  return sourceWords({ who, device: openPlan.text(`dev:${device}`, 'name'), isThisDevice, why });
}
