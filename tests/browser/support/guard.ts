import type { BrowserContext } from '@playwright/test';

/** Watches every page of a device: an error in the console, an uncaught one, or a breach of the page's policy. */
export interface Guard {
  /** Says beforehand that lines matching this may come. */
  allow(pattern: RegExp): void;
  listen(context: BrowserContext): Promise<void>;
  /** Throws with every unexpected line so far. */
  check(): void;
}

/** A guard that has seen nothing yet. */
export function guard(): Guard {
  const lines: string[] = [];
  const allowed: RegExp[] = [];
  return {
    allow: (pattern) => void allowed.push(pattern),
    async listen(context) {
      context.on('console', (message) => {
        const where = message.location().url;
        if (message.type() === 'error') lines.push(`console: ${message.text()} (${where})`);
      });
      context.on('weberror', (error) =>
        lines.push(`uncaught: ${error.error().name} ${error.error().stack ?? error.error().message}`),
      );
      await context.addInitScript(() => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ type, violatedDirective, blockedURI, sample }) => {
            console.error(`${type}: ${violatedDirective} ${blockedURI} ${sample}`);
          },
        );
      });
    },
    check() {
      const unexpected = lines.filter((line) => !allowed.some((pattern) => pattern.test(line)));
      if (unexpected.length > 0) throw new Error(`Unexpected in the console:\n${unexpected.join('\n')}`);
    },
  };
}
