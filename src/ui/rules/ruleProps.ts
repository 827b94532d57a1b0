import type { Figures } from '../../state/board.svelte';

/** What every rule is shown from: the whole plan as it stands at the cut. */
export interface RuleProps {
  readonly copy: string;
  readonly plan: Figures['plan'];
  readonly evaluation: Figures['evaluation'];
  readonly cut: Figures['evaluation']['cut'];
}
