import 'fake-indexeddb/auto';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/commands/exportCsv';
import { snapshotText } from '../../src/commands/exportSnapshot';
import { importMatrix } from '../../src/commands/importMatrix';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { MatrixRead } from '../../src/commands/matrixWork';
import type { Plan } from '../../src/domain/model';
import { writeOpenCsv } from '../../src/formats/csv';
import { decodeSnapshot } from '../../src/formats/snapshot';
import { foldAll } from '../../src/log/fold';
import { entityOf } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import { readCopy } from '../../src/storage/copies';
import { planOf } from '../../src/storage/planView';
import { NAUGHTY_HEADERS, NAUGHTY_ROWS, NAUGHTY_WRITTEN } from '../support/naughtyMatrix';
import { aTablet, choicesFor, planOn, valueOf } from '../support/tablets';

/** Ends in something, as every row of a table does: blanks at its end are kept by no sheet. */
const HEADERS = [...NAUGHTY_HEADERS, 'N'];
const ROWS = NAUGHTY_ROWS.map((row) => [...row, 'x']);

const kinds: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['a CSV', () => Promise.resolve(writeOpenCsv([HEADERS, ...ROWS]))],
  [
    'a spreadsheet',
    async () =>
      new Uint8Array(
        await writeXlsx({ sheets: [{ name: 'Plan', rows: [HEADERS, ...ROWS].map((row) => [...row]) }] }),
      ),
  ],
];

function fieldsOf({ indicators }: Plan): readonly (readonly string[])[] {
  return indicators.map(({ activity, deliverable, name, targetText }) => [
    activity.name,
    deliverable,
    name,
    targetText,
  ]);
}

async function loaded(read: MatrixRead): Promise<string> {
  await aTablet();
  return valueOf(await importMatrix(read, choicesFor(read)));
}

const EVERY_FIELD = NAUGHTY_WRITTEN.map((text) => [text, text, text, text]);

describe.each(kinds)('every string of the list, from %s', (_, bytes) => {
  test(
    'is read, stored, copied and exported as it was written, but for the blanks at its ends',
    { timeout: 60_000 },
    async () => {
      const read = valueOf(await readMatrixBytes(await bytes(), 'Plan 2023.xlsx'));
      expect(read.reading.rows).toHaveLength(NAUGHTY_WRITTEN.length);
      const copy = await loaded(read);
      const stored = await planOn(copy);
      expect(fieldsOf(stored)).toEqual(EVERY_FIELD);

      const row = await readCopy(copy);
      if (!row) throw new Error('the copy is gone');
      const { log } = valueOf(decodeSnapshot(await snapshotText(row), 'x.json'));
      const state = foldAll([...mergeCommits(EMPTY_LOG, log).log.commits.values()]);
      expect(fieldsOf(planOf(row.plan, state))).toEqual(EVERY_FIELD);
      const extras = stored.indicators.map(
        ({ id }) => entityOf(state, id)?.get('extra/APUNTES')?.heads[0]?.value ?? '',
      );
      expect(extras).toEqual(NAUGHTY_WRITTEN);

      const again = valueOf(await readMatrixBytes(csvOf(stored, '2023-03-31').bytes, 'plan.csv'));
      expect(fieldsOf(await planOn(await loaded(again)))).toEqual(EVERY_FIELD);
    },
  );
});
