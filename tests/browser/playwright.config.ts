import { defineConfig } from '@playwright/test';

// Without a name the first visible window would be a desktop's; people hold a phone or a tablet.
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const tablet = {
  viewport: { width: 1024, height: 768 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
/** Where a wider screen shows something else; the rest is the same on any, and once is enough. */
const onTablet = /\b(?:boards|mesa|screens)\.spec\.ts$/;
/** A meeting is led from a tablet: the longest of the journeys is walked there alone. */
const ledFromTablet = /\bmesa\.spec\.ts$/;
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
    { name: 'phone', use: phone, testIgnore: ledFromTablet },
    { name: 'tablet', use: tablet, testMatch: onTablet },
    // Only where the desktop differs: tests that carry the tag.
    { name: 'desktop', use: desktop, grep: /@desktop/ },
  ],
});
