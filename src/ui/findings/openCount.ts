import { reviewableFinding, reviewableNote, reviewOf } from '../../domain/findings/reviews';
import type { Plan } from '../../domain/model';
import { planFindings } from '../../state/findings.svelte';
import { toldNotes } from './found';

/** How many things nobody has looked at, found while the browser is idle; null when the plan changed meanwhile. */
export async function openCount(plan: Plan): Promise<number | null> {
  const findings = await planFindings.whenIdle(plan, idle);
  if (!findings) return null;
  const notes = toldNotes(plan);
  if (plan.reviews.size === 0) return findings.length + notes.length;
  const all = [...findings.map(reviewableFinding), ...notes.map(reviewableNote)];
  return all.filter((one) => reviewOf(plan, one) === null).length;
}

/** Not every browser says when it is idle. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve);
  });
}
