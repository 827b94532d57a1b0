import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { csvOf } from '../../../src/commands/exportCsv';
import { importMatrix } from '../../../src/commands/importMatrix';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../../src/commands/updatePlan';
import type { MatrixRead } from '../../../src/commands/matrixWork';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import type { IsoDay } from '../../../src/domain/isoDay';
import type { Plan } from '../../../src/domain/model';
import { standardTable } from '../../../src/formats/matrix/outTable';
import type { OutTable } from '../../../src/formats/matrix/outTable';
import type { StandardKind } from '../../../src/formats/matrix/standardLayouts';
import { bookOfTable } from '../../../src/formats/xlsx/bookOfTable';
import { somePlan } from '../../formats/matrix/anyMatrix';
import { changesIn, fatesIn, HEADER, loadRows, matrixOf, ROWS } from '../../support/matrixRows';
import { readSeed, SEED_FILES } from '../../support/seeds';
import { aTablet, choicesFor, planOn, valueOf } from '../../support/tablets';

const KINDS: readonly StandardKind[] = ['actionPlan', 'petiFollowUp', 'portfolio'];

beforeEach(async () => (await aTablet()).use());

const tableOf = (plan: Plan, kind: StandardKind) => standardTable(plan, kind).table;

async function bookOf(table: OutTable): Promise<MatrixRead> {
  return valueOf(await readMatrixBytes(await bookOfTable(table), 'matriz.xlsx'));
}

async function previewOn(copy: string, table: OutTable, cut: IsoDay = '2023-03-31') {
  const choices = { ...NOTHING_DECIDED, cut, zerosAfterCut: 'zero' } as const;
  return valueOf(await previewUpdate(copy, await bookOf(table), choices));
}

async function loadedSeed(path: string) {
  const { read, choices } = await readSeed(path);
  const copy = valueOf(await importMatrix(read, choices));
  const { cut, zerosAfterCut } = choices;
  const back = async (table: OutTable) =>
    valueOf(await previewUpdate(copy, await bookOf(table), { ...NOTHING_DECIDED, cut, zerosAfterCut }));
  return { copy, plan: await planOn(copy), back };
}

/** The table with another text in the cell of a field. */
function withCell(table: OutTable, at: number, field: string, text: string): OutTable {
  const column = table.columns.findIndex((one) => one.field === field);
  const rows = table.rows.map((row, place) =>
    place === at ? row.map((cell, index) => (index === column ? { k: 'text' as const, text } : cell)) : row,
  );
  return { ...table, rows };
}

const withoutIds = (table: OutTable): OutTable => {
  const isKept = table.columns.map(({ isHidden }) => !isHidden);
  return {
    ...table,
    columns: table.columns.filter(({ isHidden }) => !isHidden),
    rows: table.rows.map((row) => row.filter((_, at) => isKept[at])),
  };
};

describe.each(Object.entries(SEED_FILES))('the published matrix %s', (_name, path) => {
  test.each(KINDS)('comes back unedited as %s and changes nothing', async (kind) => {
    const { plan, back } = await loadedSeed(path);
    const shown = await back(tableOf(plan, kind));
    expect([changesIn(shown), shown.head, shown.edits]).toEqual([[], [], []]);
    expect(new Set(fatesIn(shown))).toEqual(new Set(['same']));
  });
});

describe('a file without a column of items', () => {
  test('moves no activity, and puts a new one where its neighbour stands', async () => {
    const { copy, plan, back } = await loadedSeed(SEED_FILES.cartagena);
    const table = tableOf(plan, 'petiFollowUp');
    const last = table.rows.length - 1;
    const added = withoutIds(withCell(table, last, 'activity', 'Abrir la sede electrónica')).rows[last] ?? [];
    const shown = await back({ ...table, rows: [...table.rows, added] });
    expect(fatesIn(shown).filter((fate) => fate !== 'same')).toEqual(['new']);
    valueOf(await updatePlan(shown));
    const after = await planOn(copy);
    const itemOf = ({ activities }: Plan, at: number) => activities.at(at)?.itemId;
    expect(after.items).toEqual(plan.items);
    expect(after.activities.map(({ itemId }) => itemId).slice(0, -1)).toEqual(
      plan.activities.map(({ itemId }) => itemId),
    );
    expect(itemOf(after, -1)).toBe(itemOf(plan, -1));
  });
});

describe('the standard matrix', () => {
  test('says nothing by the words that it prints where there is no target', async () => {
    const copy = await loadRows(['1;Estrategia;Formular;Plan;Planes;;2023-01-01;2023-06-30;OAI;1;;']);
    const table = tableOf(await planOn(copy), 'actionPlan');
    const stated = table.columns.findIndex(({ field }) => field === 'stated');
    expect(table.rows.map((row) => row[stated])).toEqual([{ k: 'text', text: 'sin meta' }]);
    const shown = await previewOn(copy, table);
    expect([changesIn(shown), shown.edits]).toEqual([[], []]);
  });

  test.each(KINDS)('says no number of an activity that its name does not (%s)', async (kind) => {
    const rows = ROWS.map((row, at) => `${row.replace(/;(?=Formular|Publicar)/, `;${at + 1}. `)};00123${at}`);
    const numbered = await matrixOf(rows, { header: `${HEADER};CÓDIGO ACTIVIDAD` });
    const copy = valueOf(await importMatrix(numbered, choicesFor(numbered)));
    const plan = await planOn(copy);
    expect(plan.activities.map(({ number }) => number)).toEqual(['001230', '001231', '001232']);
    const shown = await previewOn(copy, tableOf(plan, kind));
    expect([changesIn(shown), shown.edits]).toEqual([[], []]);
  });

  test('changes the number that a name says with the name', async () => {
    const copy = await loadRows(ROWS.map((row) => row.replace(';Formular', ';1. Formular')));
    const table = tableOf(await planOn(copy), 'actionPlan');
    const shown = await previewOn(copy, withCell(table, 0, 'activity', '4. Formular el plan'));
    expect(changesIn(shown).map(([field, , after]) => [field, after])).toEqual([
      ['number', '4'],
      ['name', '4. Formular el plan'],
    ]);
  });

  test('says a day of an indicator that has its own, and leaves that of its activity', async () => {
    const copy = await loadRows([
      '1;Estrategia;Formular;Plan;Planes;1;2023-01-01;2023-06-30;OAI;1;;',
      ';;;Informe;Informes;2;2023-02-01;2023-06-30;;;;',
    ]);
    const table = tableOf(await planOn(copy), 'actionPlan');
    const shown = await previewOn(copy, withCell(table, 1, 'start', '2023-03-01'));
    expect(changesIn(shown)).toEqual([['start', '2023-02-01', '2023-03-01', null]]);
    valueOf(await updatePlan(shown));
    const { activities, indicators } = await planOn(copy);
    expect(activities.map(({ start }) => start)).toEqual(['2023-01-01']);
    expect(indicators.map(({ start }) => start)).toEqual(['2023-01-01', '2023-03-01']);
  });

  test('has several who answer in one cell, and says no other by it', async () => {
    const copy = await loadRows();
    const [activity] = (await planOn(copy)).activities;
    const [, , other] = (await planOn(copy)).activities;
    const party = other?.responsibleParties[0]?.id ?? '';
    const edit = { entity: activity?.id ?? '', field: `resp/${party}`, value: true, seen: [] };
    valueOf(await changePlan(copy, [edit]));
    const table = tableOf(await planOn(copy), 'actionPlan');
    expect(JSON.stringify(table.rows[0])).toContain('; ');
    expect(changesIn(await previewOn(copy, table))).toEqual([]);
    const shown = await previewOn(copy, withCell(table, 0, 'responsible', 'OAI'));
    expect(changesIn(shown).map(([field]) => field)).toEqual(['responsible']);
  });
});

test.each(KINDS)(
  'those who answer and are told apart by their letters alone stay both in %s',
  async (kind) => {
    const copy = await loadRows([';;Formular;Plan;Planes;1;2023-01-01;2023-06-30;OAI;1;;']);
    const [activity] = (await planOn(copy)).activities;
    const edit = (entity: string, field: string, value: string | true) => ({
      entity,
      field,
      value,
      seen: [],
    });
    const another = edit('pty:otra', 'name', 'Oái');
    valueOf(await changePlan(copy, [another, edit(activity?.id ?? '', 'resp/pty:otra', true)]));
    expect(changesIn(await previewOn(copy, tableOf(await planOn(copy), kind)))).toEqual([]);
  },
);

describe('the portfolio', () => {
  test.each([
    ['deliverable', 'deliverable', 'Otra hoja de ruta'],
    ['activity', 'name', 'Definir otra hoja de ruta'],
  ])('with another %s changes that and nothing else', async (column, field, text) => {
    const { plan, back } = await loadedSeed(SEED_FILES.cartagena);
    const shown = await back(withCell(tableOf(plan, 'portfolio'), 2, column, text));
    expect(changesIn(shown).map(([of, , after]) => [of, after])).toEqual([[field, text]]);
    expect(shown.counts).toMatchObject({ missing: 0, written: 1, rows: { new: 0, unsure: 0 } });
  });

  test('finds its activities by their names where our ids are gone, each namesake in its turn', async () => {
    const copy = await loadRows([
      '1;Estrategia;Formular;Plan;Planes;1;2023-01-01;2023-06-30;OAI;1;;',
      ';;;Informe;Informes;2;;;;;;',
      '2;Servicios;Formular;Taller;Talleres;1;2023-01-01;2023-06-30;OAI;1;;',
    ]);
    const table = withoutIds(tableOf(await planOn(copy), 'portfolio'));
    expect(table.rows).toHaveLength(2);
    const shown = await previewOn(copy, table);
    expect([changesIn(shown), shown.edits, shown.missing]).toEqual([[], [], []]);
    const columns = table.columns.map((one) =>
      one.field === 'deliverable' ? { ...one, header: 'PRODUCTO' } : one,
    );
    const named = await previewOn(copy, withCell({ ...table, columns }, 1, 'deliverable', 'Curso'));
    expect(changesIn(named)).toEqual([['deliverable', 'Taller', 'Curso', null]]);
    expect(named.missing).toEqual([]);
  });

  test('says what is missing of activities that it does not have', async () => {
    const copy = await loadRows();
    const table = tableOf(await planOn(copy), 'portfolio');
    const shown = await previewOn(copy, { ...table, rows: table.rows.slice(1) });
    expect(shown.missing.map(({ words }) => words.indicator)).toEqual(['Planes formulados']);
  });
});

async function loaded(plan: Plan): Promise<string> {
  const { bytes } = csvOf(plan, plan.calendar.end);
  const read = valueOf(await readMatrixBytes(bytes, 'plan.csv'));
  const { title } = read.reading.facts;
  return valueOf(await importMatrix(read, choicesFor(read, { title, ...AS_WRITTEN })));
}

/** Of items that are told apart: under a number, a blank is the same number. */
const itemised = somePlan.map((plan): Plan => {
  const items = plan.items.map((item, at) => ({ ...item, number: `${item.number} ${at}`.trim() }));
  return { ...plan, items };
});
const AS_WRITTEN = { cut: '2024-06-30', zerosAfterCut: 'zero' } as const;

test.each(KINDS)(
  'any plan comes back unedited as %s and changes nothing',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(itemised, async (plan) => {
        const copy = await loaded(plan);
        const back = await bookOf(tableOf(await planOn(copy), kind));
        const shown = valueOf(await previewUpdate(copy, back, { ...NOTHING_DECIDED, ...AS_WRITTEN }));
        expect([changesIn(shown), shown.head, shown.edits, shown.missing]).toEqual([[], [], [], []]);
      }),
      { numRuns: 40 },
    );
  },
  120_000,
);
