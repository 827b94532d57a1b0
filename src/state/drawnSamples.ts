import type { SampleRule } from '../domain/auditTrail';

/** The sample that an auditor works through in each copy, from when it is drawn until the app is closed. */
class DrawnSamples {
  readonly #rules = new Map<string, SampleRule>();

  /** Null where none was drawn yet. */
  of(copy: string): SampleRule | null {
    return this.#rules.get(copy) ?? null;
  }

  keep(copy: string, rule: SampleRule): void {
    this.#rules.set(copy, rule);
  }
}

export const drawnSamples = new DrawnSamples();
