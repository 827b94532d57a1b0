import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { importMatrix } from '../../../src/commands/importMatrix';
import { fillMatrix } from '../../../src/formats/matrix/fillMatrix';
import type { FilledMatrix } from '../../../src/formats/matrix/fillMatrix';
import { extrasIn, layoutsIn } from '../../../src/formats/matrix/layoutInLog';
import type { Plan } from '../../../src/domain/model';
import { NOTHING_SAID } from '../../../src/domain/report';
import { readCopyState } from '../../../src/storage/stateStore';
import { cellsElsewhere, openElsewhere } from '../../support/otherReader';
import { aTablet, choicesFor, planOn, readExampleMatrix, valueOf } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

const ORIGINAL = new Uint8Array(readFileSync('public/examples/cartagena-2023-plan-accion.xlsx'));

/** The published matrix as it was loaded, with every repair that was offered. */
async function loaded() {
  const read = await readExampleMatrix();
  const repairs = read.reading.repairs.map(({ id }) => id);
  const copy = valueOf(await importMatrix({ ...read, original: ORIGINAL }, choicesFor(read, { repairs })));
  const plan = await planOn(copy);
  const { log } = (await readCopyState(copy)) ?? { log: [] };
  const [layout] = layoutsIn(log);
  if (!layout) throw new Error('no layout');
  return { plan, layout, extras: extrasIn(log) };
}

async function filled(
  change: (plan: Plan) => Plan = (plan) => plan,
  original: Uint8Array | null = ORIGINAL,
): Promise<FilledMatrix & { readonly plan: Plan }> {
  const { plan, layout, extras } = await loaded();
  const changed = change(plan);
  return { plan: changed, ...valueOf(await fillMatrix(changed, layout, extras, original)) };
}

describe('the matrix that a plan came from', () => {
  test('comes back cell by cell; only what is not reported is blank, and our ids stand in a hidden column', async () => {
    const { bytes, plan } = await filled();
    const [before, after] = [ORIGINAL, bytes].map((file) => cellsElsewhere(openElsewhere(file)));
    const changed = new Set<string>();
    for (const ref of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
      if (JSON.stringify(before?.get(ref)) !== JSON.stringify(after?.get(ref))) changed.add(ref);
    }
    // The zeros of quarters that nobody had reported yet.
    const zeros = [...changed].filter((ref) => /^[MNO](1\d|2[01])$/.test(ref));
    expect(zeros).toHaveLength(36);
    expect(zeros.every((ref) => after?.get(ref)?.value === undefined)).toBe(true);
    expect([...changed].filter((ref) => !zeros.includes(ref) && !ref.startsWith('R'))).toEqual([]);
    const ids = Array.from({ length: 12 }, (_, row) => after?.get(`R${row + 10}`)?.value);
    expect(ids).toEqual(plan.indicators.map(({ id }) => id));
    expect(after?.get('R9')?.value).toBe('ID INDICADOR');
    const sheet = openElsewhere(bytes).Sheets['Hoja1'] ?? Object.values(openElsewhere(bytes).Sheets)[0];
    expect(sheet?.['!cols']?.[17]?.hidden).toBe(true);
  });

  test('has the results that were reported since, its own formulas and what they come to', async () => {
    const { bytes } = await filled((plan) => reported(plan, 2, 1, 14));
    const cells = cellsElsewhere(openElsewhere(bytes));
    expect(cells.get('M12')?.value).toBe(14);
    expect(cells.get('P12')).toMatchObject({ formula: 'SUM(L12:O12)/K12', value: 1 });
  });
});

/** The plan once so much was reported of the indicator at a place, in a period at a place. */
function reported(plan: Plan, at: number, period: number, v: number): Plan {
  const id = plan.periods[period]?.id ?? '0-0';
  const indicators = plan.indicators.map((indicator, place) => {
    if (place !== at) return indicator;
    const said = indicator.reports.get(id) ?? NOTHING_SAID;
    return {
      ...indicator,
      reports: new Map([...indicator.reports, [id, { ...said, report: { k: 'value', v } as const }]]),
    };
  });
  return { ...plan, indicators };
}
