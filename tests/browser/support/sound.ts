import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './axe';

/** WCAG: axe finds nothing, and at 320 px nothing is lost to the side (1.4.10). */
export async function expectSound(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'sideways scroll at 320 px').toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}
