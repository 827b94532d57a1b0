import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import { explanationDocument } from '../../../src/documents/reports/explanation';
import { plainText, wideCell } from '../../../src/domain/document';
import type { Document } from '../../../src/domain/document';
import { groupsBy } from '../../../src/domain/groups';
import { anIndicator, aPlan } from '../../support/builders';
import { cartagena } from '../../support/cartagena';
import { linesOf } from '../../support/documentText';
import { EXPECTED } from '../../support/expectedFigures';
import { seedContext } from '../../support/loadedSeed';
import { SEED_FILES } from '../../support/seeds';

const CUT = '2023-03-31';

function text(document: Document): string {
  return linesOf(document).join('\n').replaceAll('\u00a0', ' ');
}

/** The sum of the points of the first table. */
function pointsOf({ blocks }: Document): number {
  const table = blocks.find(({ k }) => k === 'table');
  const rows = table?.k === 'table' ? table.rows : [];
  return rows.reduce((sum, row) => {
    const last = row.at(-1);
    const words = last === undefined ? '' : wideCell(last).text;
    const [figure] = typeof words === 'string' ? [] : words;
    return sum + (typeof figure === 'object' && figure.k === 'figure' ? (figure.value ?? 0) : 0);
  }, 0);
}

describe('the annex that explains a result', () => {
  it('gives the division, and contributions that add up to the result', () => {
    const document = explanationDocument(reportContext(cartagena(), CUT, []));
    expect(text(document)).toContain('490,86 ÷ 12 = 40,9 %');
    expect(pointsOf(document)).toBeCloseTo(EXPECTED.cartagena2023.atCut.flatMean, 4);
    expect(text(document)).toContain('Promedio por grupos: 8 grupos (por ítem) | 43,2 %');
    expect(text(document)).toContain('Sin lo que no ha iniciado | 44,6 %');
    expect(text(document)).toContain('Ninguno se dejó por fuera.');
  });

  it('explains a group by its own members', () => {
    const plan = cartagena();
    const group = groupsBy(plan, 'item').find(({ id }) => id === 'itm:5')!;
    const document = explanationDocument(reportContext(plan, CUT, []), { by: 'item', group });
    expect(text(document)).toContain('## Ítem 5, al 31 de marzo de 2023');
    expect(text(document)).toContain('103 ÷ 2 = 51,5 %');
    expect(pointsOf(document)).toBeCloseTo(51.5, 9);
  });

  it('says why each of those that are left out is', () => {
    const indicators = [
      anIndicator({ id: 'ind:1', name: 'Uno', said: [5] }),
      anIndicator({ id: 'ind:2', name: 'Dos', target: null }),
    ];
    const document = explanationDocument(reportContext(aPlan({ indicators }), CUT, []));
    const lists = document.blocks.flatMap((block) => (block.k === 'list' ? block.items : []));
    expect(lists.map((item) => plainText(item.text))).toEqual([
      '«Dos»: No tiene una meta contra la cual medir.',
    ]);
  });

  it('gives weights where the plan has them', () => {
    const indicators = [
      anIndicator({ id: 'ind:1', name: 'Uno', said: [5], weight: 30 }),
      anIndicator({ id: 'ind:2', name: 'Dos', said: [10], weight: 70 }),
    ];
    const plan = aPlan({ indicators, rollupMethod: 'weighted' });
    expect(text(explanationDocument(reportContext(plan, CUT, [])))).toContain(
      'Uno | 50,0 % | 30 | 15,0 puntos\nDos | 100,0 % | 70 | 70,0 puntos',
    );
  });

  it.each([
    ['cartagena', SEED_FILES.cartagena],
    ['cartago', SEED_FILES.cartago],
  ])('reads as it did, for %s', async (name, path) => {
    const document = explanationDocument(await seedContext(path));
    await expect(`${text(document)}\n`).toMatchFileSnapshot(`../../fixtures/reports/${name}-explanation.txt`);
  });
});
