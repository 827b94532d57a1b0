import { afterEach, beforeEach, expect, test } from 'vitest';
import { notices } from '../../src/state/notices.svelte';
import { openPlan } from '../../src/state/openPlan.svelte';

const told = () =>
  notices.list.map(({ content }) => ('problem' in content ? content.problem.code : content.text));

function clear(): void {
  for (const { id } of notices.list) notices.close(id);
}

beforeEach(clear);
afterEach(clear);

test('what is no longer so is told no longer, and other problems stay', () => {
  notices.report({ code: 'readOnlyView' });
  notices.report({ code: 'storageVanished' });
  notices.withdraw('readOnlyView');
  expect(told()).toEqual(['storageVanished']);
});

test('why nothing could be written goes with the view that it was said of', () => {
  notices.report({ code: 'readOnlyView' });
  notices.report({ code: 'auditedCopy' });
  notices.report({ code: 'planYearClosed', year: 2024 });
  notices.report({ code: 'storageVanished' });
  openPlan.showToday();
  expect(told()).toEqual(['storageVanished']);
});
