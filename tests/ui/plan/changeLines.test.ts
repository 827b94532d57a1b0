import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { PLAN_ENTITY } from '../../../src/domain/entities';
import { readHistory } from '../../../src/state/history';
import { openPlan } from '../../../src/state/openPlan.svelte';
import type { Json } from '../../../src/log/json';
import { linesOfPart } from '../../../src/ui/plan/changeLines';
import type { ChangeLine } from '../../../src/ui/plan/changeLines';
import { linesOfRules } from '../../../src/ui/rules/ruleLines';
import { toUnit } from '../../../src/ui/structure/edits';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../../support/tablets';

let copy = '';

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
  openPlan.close();
  await openPlan.open(copy);
});

async function write(entity: string, field: string, value: Json): Promise<void> {
  valueOf(await changePlan(copy, [{ entity, field, value, seen: await seenIn(copy, entity, field) }]));
}

const told = (lines: readonly ChangeLine[]) =>
  lines.map(({ label, before, after }) => [label, before, after].filter(Boolean).join(' | '));

test('of an indicator is told what became of it, of its activity and its item, and that it came with its file', async () => {
  const plan = await planOn(copy);
  const row = plan.indicators[3]!;
  await write(row.id, 'target', 30);
  await write(row.id, 'pos', 'zz');
  await write(row.activity.id, 'end', '2024-01-31');
  await write(row.item.id, 'number', '2-B');
  const changes = await readHistory(copy, [row.id, row.activity.id, row.item.id]);
  expect(told(linesOfPart(plan, row.id, changes))).toEqual([
    'Ítem · Número | 2 | 2-B',
    'Actividad · Fecha final | 31\u00a0jul\u00a02023 | 31\u00a0ene\u00a02024',
    'Meta | 21 | 30',
    'se agregó al plan',
  ]);
});

test('a target that was changed before its unit was is told in the unit of then', async () => {
  const row = (await planOn(copy)).indicators[3]!;
  await write(row.id, 'target', 30);
  const standing = (await planOn(copy)).indicators[3]!;
  const edits = toUnit(standing, 'percent', 'asSeen').map(async (edit) => {
    return { ...edit, seen: await seenIn(copy, edit.entity, edit.field) };
  });
  valueOf(await changePlan(copy, await Promise.all(edits)));
  const lines = linesOfPart(await planOn(copy), row.id, await readHistory(copy, [row.id]));
  expect(told(lines).filter((line) => line.startsWith('Meta'))).toEqual([
    'Meta | 30 | 30\u00a0%',
    'Meta | 21 | 30',
  ]);
});

test('of the rules is told each change, over the usual rule where nobody had chosen one', async () => {
  await write(PLAN_ENTITY, 'paceTolerance', 10);
  await write(PLAN_ENTITY, 'rollupMethod', 'groupMean');
  await write(PLAN_ENTITY, 'title', 'Otro nombre');
  await write(PLAN_ENTITY, 'paceTolerance', 3);
  await write(PLAN_ENTITY, 'paceTolerance', null);
  const lines = linesOfRules(await planOn(copy), await readHistory(copy, [PLAN_ENTITY]));
  expect(told(lines)).toEqual([
    'Tolerancia del ritmo | 3\u00a0puntos | 5\u00a0puntos',
    'Tolerancia del ritmo | 10\u00a0puntos | 3\u00a0puntos',
    expect.stringMatching(/^Cómo se promedia \| .+ \| .+/),
    'Tolerancia del ritmo | 5\u00a0puntos | 10\u00a0puntos',
  ]);
});
