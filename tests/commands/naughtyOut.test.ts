import 'fake-indexeddb/auto';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { importMatrix } from '../../src/commands/importMatrix';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { Plan } from '../../src/domain/model';
import { fillMatrix } from '../../src/formats/matrix/fillMatrix';
import { extrasIn, layoutsIn } from '../../src/formats/matrix/layoutInLog';
import { standardTable } from '../../src/formats/matrix/outTable';
import { csvOfTable } from '../../src/formats/matrix/tableCsv';
import { bookOfTable } from '../../src/formats/xlsx/bookOfTable';
import { readCopyState } from '../../src/storage/stateStore';
import { NAUGHTY_HEADERS, NAUGHTY_ROWS, NAUGHTY_WRITTEN } from '../support/naughtyMatrix';
import { aTablet, choicesFor, planOn, valueOf } from '../support/tablets';

/** How far each string moves in the plan, for every cell of the file to be written. */
const MOVED = 7;

interface Loaded {
  readonly file: Uint8Array;
  readonly copy: string;
  readonly plan: Plan;
}
let loaded: Loaded;

beforeAll(async () => {
  await aTablet();
  const sheets = [{ name: 'Plan', rows: [NAUGHTY_HEADERS, ...NAUGHTY_ROWS].map((row) => [...row]) }];
  const file = new Uint8Array(await writeXlsx({ sheets }));
  const read = valueOf(await readMatrixBytes(new Uint8Array(file), 'Plan 2023.xlsx'));
  const copy = valueOf(await importMatrix(read, choicesFor(read)));
  loaded = { file, copy, plan: await planOn(copy) };
}, 60_000);

const moved = <T>(all: readonly T[]): readonly T[] => [...all.slice(MOVED), ...all.slice(0, MOVED)];

/** The plan with the texts of each row in another one. */
function withTextsMoved(plan: Plan): Plan {
  const texts = moved(plan.indicators);
  const names = moved(plan.activities.map(({ name }) => name));
  const nameOf = new Map(plan.activities.map(({ id }, at) => [id, names[at] ?? '']));
  const renamed = <T extends { readonly id: string }>(activity: T): T => ({
    ...activity,
    name: nameOf.get(activity.id) ?? '',
  });
  return {
    ...plan,
    activities: plan.activities.map(renamed),
    indicators: plan.indicators.map((indicator, at) => {
      const { name = '', deliverable = '', targetText = '' } = texts[at] ?? {};
      return { ...indicator, name, deliverable, targetText, activity: renamed(indicator.activity) };
    }),
  };
}

async function inItsFile(plan: Plan, back: Uint8Array | null): Promise<Uint8Array<ArrayBuffer>> {
  const { log } = (await readCopyState(loaded.copy)) ?? { log: [] };
  const [layout] = layoutsIn(log);
  if (!layout) throw new Error('no layout');
  return valueOf(await fillMatrix(plan, layout, extrasIn(log), back)).bytes;
}

const tableOf = (plan: Plan) => standardTable(plan, 'actionPlan').table;

/** The ways out, and what each has to say under the header that nobody recognises. */
const WAYS: readonly (readonly [
  string,
  string,
  () => Promise<Uint8Array<ArrayBuffer>>,
  readonly string[],
])[] = [
  ['the standard matrix', 'matriz.xlsx', () => bookOfTable(tableOf(withTextsMoved(loaded.plan))), []],
  [
    'the standard matrix as CSV',
    'matriz.csv',
    () => Promise.resolve(new Uint8Array(csvOfTable(tableOf(withTextsMoved(loaded.plan))))),
    [],
  ],
  [
    'its own matrix',
    'matriz.xlsx',
    () => inItsFile(withTextsMoved(loaded.plan), new Uint8Array(loaded.file)),
    NAUGHTY_WRITTEN,
  ],
  [
    'its own matrix made anew',
    'matriz.xlsx',
    () => inItsFile(withTextsMoved(loaded.plan), null),
    NAUGHTY_WRITTEN,
  ],
];

test.each(WAYS)(
  'every string of the list leaves in %s, and is read back as it was written',
  async (_, file, leave, apart) => {
    const { rows } = valueOf(await readMatrixBytes(await leave(), file)).reading;
    expect(rows.map((row) => [row.activityName, row.deliverable, row.indicatorName, row.targetText])).toEqual(
      moved(NAUGHTY_WRITTEN).map((text) => [text, text, text, text]),
    );
    expect(rows.flatMap(({ extra }) => ('APUNTES' in extra ? [extra['APUNTES']] : []))).toEqual(
      apart.filter((text) => text !== ''),
    );
  },
  60_000,
);
