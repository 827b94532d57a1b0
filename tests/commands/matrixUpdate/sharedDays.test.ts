import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { changesIn, edited, fatesIn, loadRows, previewRows, updateRows } from '../../support/matrixRows';
import { aTablet, planOn } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

/** Two indicators of one activity, with its days. */
const ROWS = [
  '1;E;Formular;Plan;Planes;1;2023-01-01;2023-06-30;OAI;1;;',
  ';;;Informe;Informes;2;2023-01-01;2023-06-30;;;;',
];
const startsIn = async (copy: string) => (await planOn(copy)).indicators.map(({ start }) => start);

describe('a day that two indicators have of their activity', () => {
  test('and that is blank in the first row stays with both, and says nothing of the second', async () => {
    const copy = await loadRows(ROWS);
    const rows = edited(0, '2023-01-01', '', ROWS);
    const shown = await previewRows(copy, rows);
    expect(changesIn(shown)).toEqual([['start', '2023-01-01', null, 'blank']]);
    expect(shown.edits).toEqual([]);
    const cleared = await previewRows(copy, rows, { blanks: 'clear' });
    expect(changesIn(cleared)).toEqual([['start', '2023-01-01', null, null]]);
    await updateRows(copy, rows, { blanks: 'clear' });
    expect(await startsIn(copy)).toEqual([null, '2023-01-01']);
  });

  test('and that is another in the first row changes for that one alone, in one line', async () => {
    const copy = await loadRows(ROWS);
    const rows = edited(0, '2023-01-01', '2023-02-01', ROWS);
    const shown = await previewRows(copy, rows);
    expect(changesIn(shown)).toEqual([['start', '2023-01-01', '2023-02-01', null]]);
    expect(fatesIn(shown)).toEqual(['changed', 'same']);
    const keys = shown.rows.flatMap(({ changes }) => changes.map(({ key }) => key));
    await updateRows(copy, rows, { left: keys });
    expect(await startsIn(copy)).toEqual(['2023-01-01', '2023-01-01']);
    await updateRows(copy, rows);
    expect(await startsIn(copy)).toEqual(['2023-02-01', '2023-01-01']);
    expect(changesIn(await previewRows(copy, rows))).toEqual([]);
  });
});

test('a new indicator under an activity whose new day is left has its own', async () => {
  const copy = await loadRows(ROWS.slice(0, 1));
  const rows = ROWS.map((row) => row.replace('2023-01-01', '2023-02-01'));
  const shown = await previewRows(copy, rows);
  const [key = ''] = shown.rows.flatMap(({ changes }) => changes.map((one) => one.key));
  await updateRows(copy, rows, { left: [key] });
  expect(await startsIn(copy)).toEqual(['2023-01-01', '2023-02-01']);
});

const DAYS = ['2023-01-01', '2023-02-01', '2023-03-01'];
const threeDays = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...DAYS)));
const rowsOf = (days: readonly string[]) =>
  days.map((day, at) => {
    const activity = at === 0 ? '1;E;Formular' : ';;';
    return `${activity};P${at};I${at};1;${day};2023-12-31;OAI;;;`;
  });

test('whatever is ticked of any days that change, each indicator has what was shown of it', async () => {
  await fc.assert(
    fc.asyncProperty(threeDays, threeDays, fc.nat(7), async (was, is, ticked) => {
      const copy = await loadRows(rowsOf(was));
      const plan = await planOn(copy);
      const shown = await previewRows(copy, rowsOf(is));
      const changes = shown.rows.flatMap((row) => row.changes);
      for (const { before, after } of changes) expect(after).not.toBe(before);
      const left = changes.filter((_, at) => (ticked >> at) % 2 === 0);
      await updateRows(copy, rowsOf(is), { left: left.map(({ key }) => key) });
      const isLeft = (id: string) => left.some(({ entity }) => entity === id);
      const wanted = plan.indicators.map(({ id, activity, start }, at) => {
        const own = changes.find(({ entity }) => entity === id);
        if (own) return isLeft(id) ? start : is[at];
        const goesAlong = changes.some(({ entity }) => entity === activity.id) && start !== is[at];
        return goesAlong && !isLeft(activity.id) ? is[at] : start;
      });
      expect(await startsIn(copy)).toEqual(wanted);
      if (left.length === 0) expect(wanted).toEqual(is);
    }),
    { numRuns: 60 },
  );
}, 120_000);
