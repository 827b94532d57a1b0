import { CHECKS, findingsOf } from '../domain/findings';
import type { Finding } from '../domain/findings/finding';
import type { Plan } from '../domain/model';
import { openPlan } from './openPlan.svelte';

// A plan is replaced and never changed: what was found in it once stays true.
const known = new WeakMap<Plan, readonly Finding[]>();

/** What is to be looked at in the open plan, found when somebody asks and not at each edit. */
class PlanFindings {
  #all = $derived(openPlan.plan ? this.#findNow(openPlan.plan) : []);

  get all(): readonly Finding[] {
    return this.#all;
  }

  /**
   * The same without holding up the person: one check after another, each when the browser has nothing else to
   * do. Null when the plan was replaced meanwhile.
   */
  async whenIdle(plan: Plan, idle: () => Promise<void>): Promise<readonly Finding[] | null> {
    const found: Finding[] = [];
    for (const check of known.has(plan) ? [] : CHECKS) {
      await idle();
      if (openPlan.plan !== plan) return null;
      found.push(...check(plan));
    }
    return this.#keep(plan, known.get(plan) ?? found);
  }

  #findNow(plan: Plan): readonly Finding[] {
    return this.#keep(plan, known.get(plan) ?? findingsOf(plan));
  }

  #keep(plan: Plan, found: readonly Finding[]): readonly Finding[] {
    known.set(plan, found);
    return found;
  }
}

export const planFindings = new PlanFindings();
