import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { importMatrix } from '../../../src/commands/importMatrix';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../../src/commands/updatePlan';
import { reportIn } from '../../../src/domain/model';
import type { IsoDay } from '../../../src/domain/isoDay';
import type { Plan } from '../../../src/domain/model';
import { changesIn, matrixOf } from '../../support/matrixRows';
import { aTablet, choicesFor, planOn, valueOf } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

const HEADER = 'DOMINIO;INICIATIVA ESTRATÉGICA;FECHA INICIO;FECHA FIN;% CUMPLIMIENTO INICIATIVA';
const percents = (...all: readonly number[]) =>
  matrixOf(
    all.map((percent, at) => `Estrategia;Iniciativa número ${at};2024-01-01;2024-12-31;${percent}%`),
    { header: HEADER },
  );

async function loadedAt(cut: IsoDay): Promise<string> {
  const read = await percents(20, 50);
  return valueOf(await importMatrix(read, choicesFor(read, { cut })));
}

const previewAt = async (copy: string, cut: IsoDay, ...all: readonly number[]) =>
  valueOf(await previewUpdate(copy, await percents(...all), { ...NOTHING_DECIDED, cut }));

const reportsOf = (plan: Plan) =>
  plan.indicators.map((row) =>
    plan.periods.map(({ id }) => {
      const report = reportIn(row, id);
      return report.k === 'value' ? report.v : null;
    }),
  );

test('percents of a later cut stand beside those of the earlier one, in a period of their own', async () => {
  const copy = await loadedAt('2024-07-31');
  const shown = await previewAt(copy, '2024-10-31', 40, 50);
  expect(shown.head.map(({ field }) => field)).toEqual(['calendar']);
  valueOf(await updatePlan(shown));
  const plan = await planOn(copy);
  expect(plan.calendar.cuts).toEqual(['2024-07-31', '2024-10-31']);
  expect(reportsOf(plan)).toEqual([
    [0.2, 0.4, null],
    [0.5, 0.5, null],
  ]);
  const again = await previewAt(copy, '2024-10-31', 40, 50);
  expect([changesIn(again), again.head, again.edits]).toEqual([[], [], []]);
  const earlier = await previewAt(copy, '2024-07-31', 20, 50);
  expect([changesIn(earlier), earlier.head, earlier.edits]).toEqual([[], [], []]);
});

test('percents of a cut that would part what was reported are told and left', async () => {
  const copy = await loadedAt('2024-07-31');
  const shown = await previewAt(copy, '2024-03-31', 10, 10);
  expect(changesIn(shown).map(([, , , hold]) => hold)).toEqual(['otherPeriod', 'otherPeriod']);
  expect([shown.head, shown.edits]).toEqual([[], []]);
});
