import type { IsoDay } from '../../domain/isoDay';
import { CLOSED, cutId } from '../../domain/cuts/closedCuts';
import type { ClosedCut } from '../../domain/cuts/model';
import { openPlan } from '../../state/openPlan.svelte';
import { cuts } from '../../text/cuts';
import { formatInstant } from '../../text/format';

/** When a cut is of, who closed it and when. */
export function closedByWords({ period, date }: ClosedCut, today: IsoDay): string {
  const signature = openPlan.signature(cutId(period), CLOSED);
  const who = signature ? openPlan.text(signature.by, 'name') : '';
  return cuts.closedBy(date, who, signature ? formatInstant(signature.at, today) : '');
}
