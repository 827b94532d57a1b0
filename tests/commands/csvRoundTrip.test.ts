import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/commands/exportCsv';
import { previewMatrix } from '../../src/commands/importMatrix';
import { entitiesOf } from '../../src/commands/matrixEntities';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { NOTHING_SAID } from '../../src/domain/report';
import type { Indicator, Plan } from '../../src/domain/model';
import type { PeriodValue } from '../../src/domain/report';
import { anyPlan } from '../formats/anyPlan';
import { aPlan, anIndicator } from '../support/builders';
import { choicesFor, valueOf } from '../support/tablets';

const bytesOf = (plan: Plan) => csvOf(plan, plan.calendar.end).bytes;

/** The plan that an import of the table makes, by the import's own way. */
async function imported(bytes: Uint8Array): Promise<Plan> {
  const read = valueOf(await readMatrixBytes(bytes, 'plan.csv'));
  const { title } = read.reading.facts;
  return previewMatrix(read.reading, choicesFor(read, { title, zerosAfterCut: 'zero' })).plan;
}

/** Of a plan, all that its table carries as it is; who answers and what is cited get ids and an order of their own. */
function carried(plan: Plan) {
  const { title, entityName, policy, objective, planYear, calendar, rollupMethod, rollupBy } = plan;
  const { scheme, paceTolerance, dueSoonDays, baseline, statedValue, items } = plan;
  return {
    head: { title, entityName, policy, objective, planYear, calendar, rollupMethod, rollupBy },
    settings: { scheme, paceTolerance, dueSoonDays, baseline, statedValue },
    items,
    activities: plan.activities.map((one) => ({ ...one, responsibleParties: null, tags: null })),
    indicators: plan.indicators.map(carriedOf),
  };
}

function carriedOf({ item, activity, reports, ...rest }: Indicator) {
  const said = [...reports].map(
    ([id, value]) => [id, { ...value, evidence: NOTHING_SAID.evidence }] as const,
  );
  const isSaid = (value: PeriodValue) => !isDeepStrictEqual(value, NOTHING_SAID);
  return {
    ...rest,
    item: item.id,
    activity: activity.id,
    said: said.filter(([, value]) => isSaid(value)),
  };
}

test('any plan is the same after an export and an import, and so is what it exports', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (before) => {
      const after = await imported(bytesOf(before));
      expect(carried(after)).toEqual(carried(before));
      const table = bytesOf(after);
      expect(bytesOf(await imported(table))).toEqual(table);
    }),
    { numRuns: 50 },
  );
}, 60_000);

describe('the money of an activity', () => {
  const activity = { id: 'act:a', budget: 900, executed: 300 };
  const plan = aPlan({
    indicators: [anIndicator({ id: 'ind:a', activity }), anIndicator({ id: 'ind:b', activity })],
  });
  const textOf = () => new TextDecoder().decode(bytesOf(plan));
  const importedText = (text: string) => imported(new TextEncoder().encode(text));

  test('is found in whichever of its rows has it', async () => {
    const lines = textOf().trimEnd().split('\r\n');
    const [first = '', second = ''] = lines.slice(-2);
    const { activities } = await importedText([...lines.slice(0, -2), second, first].join('\r\n'));
    expect(activities).toMatchObject([{ budget: 900, executed: 300 }]);
  });

  test('another amount in another row of it is kept as it is written', async () => {
    const read = valueOf(
      await readMatrixBytes(
        new TextEncoder().encode(
          'ACTIVIDAD;PRODUCTO;META;2023 TRIMESTRE 1;PRESUPUESTO\nHacer;Acta;1;0;900\n;Informe;1;0;250\n;Video;1;0;900\n',
        ),
        'plan.csv',
      ),
    );
    const entities = [...entitiesOf('pl:1', read.reading, choicesFor(read)).entries()];
    const fieldsOf = (kind: string, field: string) =>
      entities.filter(([id]) => id.startsWith(kind)).map(([, fields]) => fields.get(field));
    expect(fieldsOf('act:', 'budget')).toEqual([900]);
    expect(fieldsOf('ind:', 'extra/PRESUPUESTO')).toEqual([undefined, '250', undefined]);
  });
});

test('an item and an activity that nothing hangs from come back as they are', async () => {
  const item = { id: 'itm:1', number: '1', differentialCriterion: 'Sola', statedValue: null };
  const plan = { ...aPlan(), items: [item] };
  const after = await imported(bytesOf(plan));
  expect([after.items, after.activities, after.indicators]).toEqual([[item], [], []]);
});
