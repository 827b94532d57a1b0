import 'fake-indexeddb/auto';
import { writeXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/model';
import { cellsElsewhere, openElsewhere } from '../../support/otherReader';
import { aTablet } from '../../support/tablets';
import { throughPlan } from './throughPlan';

beforeEach(async () => (await aTablet()).use());

describe('a blank that means the same as above', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const dates = [day('2026-01-01'), day('2026-12-31')];
  const header = ['ITEM', 'CICLO PHVA', 'ACTIVIDAD', 'INDICADOR', 'FECHA INICIO', 'FECHA FINAL', 'META'];
  const file = writeXlsx({
    sheets: [
      {
        name: 'Plan',
        rows: [
          [...header, 'RESULTADO TRIMESTRE 1'],
          ['A1', 'P: Planear', 'Definir', 'Documento', ...dates, 1, 1],
          [null, null, 'Medir', 'Avance', ...dates, 4, 2],
          [null, null, 'Divulgar', 'Charlas', ...dates, 4, 2],
          ['B2', 'H: Hacer', 'Cerrar', 'Informe', ...dates, 1, 0],
        ],
      },
    ],
  });
  const withActivity = (plan: Plan, at: number, change: Partial<Plan['activities'][number]>): Plan => ({
    ...plan,
    indicators: plan.indicators.map((indicator, place) =>
      place === at ? { ...indicator, activity: { ...indicator.activity, ...change } } : indicator,
    ),
    activities: plan.activities.map((activity, place) =>
      place === at ? { ...activity, ...change } : activity,
    ),
  });
  const firstColumns = async (change: (plan: Plan) => Plan) => {
    const { bytes } = await throughPlan(new Uint8Array(await file), change);
    const cells = cellsElsewhere(openElsewhere(bytes), 'Plan');
    return [2, 3, 4, 5].map((row) => [cells.get(`A${row}`)?.value, cells.get(`B${row}`)?.value]);
  };

  test('stays blank where that is still so', async () => {
    expect(await firstColumns((plan) => plan)).toEqual([
      ['A1', 'P: Planear'],
      [undefined, undefined],
      [undefined, undefined],
      ['B2', 'H: Hacer'],
    ]);
  });

  test('is written out under what says something else now, and only there', async () => {
    expect(await firstColumns((plan) => withActivity(plan, 0, { phvaStage: 'act' }))).toEqual([
      ['A1', 'A: Actuar'],
      [undefined, 'P: Planear'],
      [undefined, undefined],
      ['B2', 'H: Hacer'],
    ]);
  });

  test('is written out in a row that belongs to another item now, and in the one below', async () => {
    const moved = (plan: Plan): Plan => {
      const item = plan.items[1];
      if (!item) throw new Error('no item');
      const indicators = plan.indicators.map((one, at) => (at === 1 ? { ...one, item } : one));
      return withActivity({ ...plan, indicators }, 1, { itemId: item.id });
    };
    expect(await firstColumns(moved)).toEqual([
      ['A1', 'P: Planear'],
      ['B2', 'P: Planear'],
      ['A1', 'P: Planear'],
      ['B2', 'H: Hacer'],
    ]);
  });

  test('is written out under what changed in a row that is not the plan’s any more', async () => {
    const changed = (plan: Plan): Plan => {
      const { indicators, ...rest } = withActivity(plan, 0, { phvaStage: 'act' });
      return { ...rest, indicators: indicators.filter((_, at) => at !== 1) };
    };
    expect(await firstColumns(changed)).toEqual([
      ['A1', 'A: Actuar'],
      [undefined, 'P: Planear'],
      [undefined, undefined],
      ['B2', 'H: Hacer'],
    ]);
  });
});
