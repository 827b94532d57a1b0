import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { key } from '../../src/commands/matrixReports';
import { fatesIn, loadRows, previewRows } from '../support/matrixRows';
import { aTablet, planOn } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

test.each([
  ['  Secretaría de  Educación. ', 'secretaria de educacion'],
  ['Nº 3 – OAI', 'n 3 oai'],
  ['部门 1', '部门 1'],
  ['Служба', 'служба'],
  ['ſ', 'ſ'],
  ['***', '***'],
  ['|', '/'],
  [' -- ', ''],
  ['', ''],
])('%j is compared as %j', (text, expected) => {
  expect(key(text)).toBe(expected);
});

const row = (words: string, party: string, v: number) =>
  `1;E;${words};${words};${words};4;2023-01-01;2023-06-30;${party};${v};;`;

test('names in other alphabets, or in signs, are each their own', async () => {
  const rows = [row('计划', '部门', 1), row('服务', '局', 2), row('★', '☆', 3)];
  const copy = await loadRows(rows);
  const { activities } = await planOn(copy);
  expect(activities.map(({ responsibleParties }) => responsibleParties.map(({ name }) => name))).toEqual([
    ['部门'],
    ['局'],
    ['☆'],
  ]);
  expect(fatesIn(await previewRows(copy, rows.toReversed()))).toEqual(['same', 'same', 'same']);
});
