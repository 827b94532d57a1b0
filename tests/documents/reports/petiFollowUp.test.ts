import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { petiFollowUpDocument } from '../../../src/documents/reports/petiFollowUp';
import { placedCells, plainText, wideCell } from '../../../src/domain/document';
import type { Document } from '../../../src/domain/document';
import type { Plan } from '../../../src/domain/model';
import { linesOf } from '../../support/documentText';
import { EXPECTED } from '../../support/expectedFigures';
import { seedContext } from '../../support/loadedSeed';
import { SEED_FILES } from '../../support/seeds';

const { domains, plan: planFigures } = EXPECTED.cartago2024;
let context: ReportContext;
let document: Document;

beforeAll(async () => {
  context = await seedContext(SEED_FILES.cartago, { repairs: ['continuationRow:4'] });
  document = petiFollowUpDocument(context);
});

function text(of = document): string {
  return linesOf(of).join('\n').replaceAll('\u00a0', ' ');
}

/** The document of the plan with something changed. */
function changed(change: (plan: Plan) => Plan): Document {
  return petiFollowUpDocument(reportContext(change(context.plan), context.cut, context.findings));
}

function domainTable() {
  const table = document.blocks.find(({ k }) => k === 'table');
  if (table?.k !== 'table') throw new Error('the report has no table');
  return table;
}

function itemsUnder(title: string, of = document): readonly string[] {
  const at = of.blocks.findIndex((block) => block.k === 'heading' && plainText(block.text) === title);
  const list = of.blocks[at + 1];
  return list?.k === 'list' ? list.items.map((item) => plainText(item.text).replaceAll('\u00a0', ' ')) : [];
}

describe('the follow-up of the PETI of Cartago', () => {
  it('prints what each domain comes to, reaching down over its initiatives, and the plan by them', () => {
    const rows = placedCells(domainTable());
    const ofDomains = rows.flatMap((cells) => {
      const [name, figure] = [cells[0], cells[4]];
      if (name?.column !== 0 || figure?.column !== 4) return [];
      const [{ value } = { value: null }] = [wideCell(figure.cell).text].flatMap((words) =>
        typeof words === 'string' ? [] : words.filter((one) => typeof one !== 'string' && one.k === 'figure'),
      ) as { value: number | null }[];
      return [{ name: plainText(wideCell(name.cell).text), value, rows: [name.rows, figure.rows] }];
    });
    expect(ofDomains).toEqual(
      domains.map(({ name, computed }, at) => ({
        name,
        value: computed,
        rows: [[3, 3, 3, 2][at], [3, 3, 3, 2][at]],
      })),
    );
    const total = rows.at(-1);
    expect(
      total?.map(({ cell, column }) => [plainText(wideCell(cell).text).replace('\u00a0', ' '), column]),
    ).toEqual([
      ['NIVEL DE CUMPLIMIENTO DEL PLAN', 0],
      [`${planFigures.groupMean},0 %`, 4],
    ]);
  });

  it('says beside what the source printed that its own values do not come to', () => {
    expect(text()).toContain('La matriz de origen indicaba 85% en Estrategia de TI y 51% en el plan.');
    const later = petiFollowUpDocument(reportContext(context.plan, '2024-12-31', context.findings));
    expect(text(later)).not.toContain('La matriz de origen');
  });

  it('says of an empty cell what it lacks', () => {
    const cells = domainTable().rows.map((row) => row.map((cell) => plainText(wideCell(cell).text)));
    const saying = (words: string) => cells.filter((row) => row.includes(words)).length;
    expect(saying('sin causa reportada')).toBe(4);
    expect(saying('sin observación ni soporte')).toBe(1);
    expect(saying('En desarrollo')).toBe(1);
  });

  it('tells each domain: its figure, how many are finished, what weighs most in what it lacks', () => {
    expect(text()).toContain(
      'Estrategia de TI alcanza 80,0 %. 2 de sus 3 iniciativas están finalizadas. La que más pesa en la brecha es «Implementación del plan de continuidad tecnológica», con 40,0 %.',
    );
    expect(text()).toContain('Gobierno de TI alcanza 100,0 %. Sus 3 iniciativas están finalizadas.');
  });

  it('recommends for each domain that is not finished, the lowest first, and to keep what is done', () => {
    const names = itemsUnder('Recomendaciones').map((item) => item.split(',')[0]);
    expect(names).toEqual([
      'Uso y Apropiación',
      'Sistemas de Información',
      'Estrategia de TI',
      'Gobierno de TI',
    ]);
    expect(itemsUnder('Recomendaciones').at(-1)).toBe(
      'Gobierno de TI, en 100,0 %: mantener lo logrado y sus soportes.',
    );
    expect(itemsUnder('Recomendaciones')[1]).toBe(
      'Sistemas de Información, en 20,0 %: iniciar «Evolución Tramites y Servicios Digitales» y «Gestión documental electrónica»; completar «Implementación Datos Abiertos», con responsable y fecha.',
    );
  });

  it('lets each analysis and recommendation of the cut be written anew', () => {
    const keys = document.blocks.flatMap((block) => {
      if (block.k === 'list') return block.items.map(({ key }) => key);
      return block.k === 'paragraph' ? [block.key] : [];
    });
    for (const { id } of context.plan.items) {
      expect(keys).toContain(`analysis/${id}@${context.cut}`);
      expect(keys).toContain(`recommendation/${id}@${context.cut}`);
    }
    const given = keys.filter((key) => key !== undefined);
    expect(new Set(given).size).toBe(given.length);
  });

  it('does not ask to begin what begins after the cut', () => {
    const later = changed((plan) => ({
      ...plan,
      indicators: plan.indicators.map((one) =>
        one.item.differentialCriterion === 'Uso y Apropiación'
          ? { ...one, start: '2024-09-01', end: '2024-12-31' }
          : one,
      ),
    }));
    expect(itemsUnder('Recomendaciones', later)[0]).toBe(
      'Uso y Apropiación, en 0,0 %: empieza después del corte; preparar su inicio.',
    );
  });

  it('reads as it did', async () => {
    await expect(`${text()}\n`).toMatchFileSnapshot('../../fixtures/reports/cartago-peti.txt');
  });
});
