import { defineConfig } from '@playwright/test';

// Without a name the first visible window would be a desktop's; people hold a phone or a tablet.
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const tablet = {
  viewport: { width: 1024, height: 768 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
/** What these show is the same on any screen: once is enough. */
const anyScreen =
  /(?:agenda|badInput|crash|cuts|evidence|findings|imports|largePlan|matricesOut|matrixReview|mesaDrafts|mesaRemovals|paste|richPlan|rules|spreadsheets|storage|structure|versions)\.spec\.ts$/;
const desktop = { viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What is offered to undo stands over the end of a page for 10 s: whatever is under it takes longer than that.
  use: { locale: 'es-CO', timezoneId: 'America/Bogota', actionTimeout: 20_000, navigationTimeout: 20_000 },
  projects: [
    { name: 'phone', use: phone },
    { name: 'tablet', use: tablet, testIgnore: anyScreen },
    // Only where the desktop differs: tests that carry the tag.
    { name: 'desktop', use: desktop, grep: /@desktop/ },
  ],
});
