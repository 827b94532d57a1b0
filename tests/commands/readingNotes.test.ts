import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { importMatrix, previewMatrix } from '../../src/commands/importMatrix';
import { readCommits } from '../../src/storage/commitStore';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { MatrixRead } from '../../src/commands/matrixWork';
import type { Plan } from '../../src/domain/model';
import { tellReadingNote } from '../../src/text/readingNotes';
import { aTablet, choicesFor, loadExample, planOn, readFixtureMatrix, valueOf } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

const CSV = 'cartagena-2023-plan-accion.csv';
const PETI = 'cartagena-peti-plan-accion.csv';

async function loaded(read: MatrixRead, repairs: readonly string[] = []): Promise<Plan> {
  return planOn(valueOf(await importMatrix(read, choicesFor(read, { repairs }))));
}

/** Each note as its code, and the row of the plan that it is of, from 1. */
function notesOf({ readingNotes, indicators }: Plan): readonly string[] {
  const rowOf = (id: string | null) => indicators.findIndex((one) => one.id === id) + 1;
  return readingNotes
    .map(({ finding, indicatorId }) => `${(finding as { code: string }).code} ${rowOf(indicatorId)}`)
    .sort();
}

describe('what the reader doubted stays with the plan', () => {
  test('with its place, and the row that it is of', async () => {
    const plan = await planOn(await loadExample());
    expect(notesOf(plan)).toEqual(['mergedDeliverableIndicator 2']);
    expect(plan.readingNotes[0]).toMatchObject({
      file: 'cartagena-2023-plan-accion.xlsx',
      finding: { place: { sheet: 'Plan de acción', row: 11, column: 'E', header: 'PRODUCTO' } },
    });
    expect(notesOf(await loaded(await readFixtureMatrix(PETI)))).toEqual([
      'ambiguousDate 20',
      'spreadsheetNumber 4',
    ]);
    expect(notesOf(await loaded(await readFixtureMatrix('cartago-2024-peti.csv')))).toEqual([
      'continuationRow 1',
    ]);
  });

  test('but not what was repaired, nor what nobody can doubt', async () => {
    const read = await readFixtureMatrix(CSV);
    // Its last row prints the number of its item, and nothing else of what names it.
    const blanks = ['inheritedBlank 12', 'inheritedBlank 12', 'inheritedBlank 12'];
    expect(notesOf(await loaded(read))).toEqual([...blanks, 'shiftedRow 2']);
    const moved = await loaded(read, ['shiftedRow:9']);
    expect(notesOf(moved)).toEqual([...blanks, 'mergedDeliverableIndicator 2']);
    const told = moved.readingNotes.map(({ finding }) => tellReadingNote(finding)?.line);
    expect(told).toContain(
      'La fila estaba corrida una columna y se corrigió desde la E: su texto queda como producto y como indicador.',
    );
    const peti = await readFixtureMatrix(PETI);
    expect(notesOf(await loaded(peti, ['ambiguousDate:C']))).toEqual(['spreadsheetNumber 4']);
  });

  test('but not an activity without a name, which the plan shows by itself', () => {
    const place = { sheet: 'Plan', row: 11, column: 'D', header: 'X', text: '' };
    return readFixtureMatrix(PETI).then(({ reading }) => {
      const blank = (field: 'activity' | 'phvaStage') => ({ code: 'blankIdentity' as const, place, field });
      const findings = [blank('activity'), blank('phvaStage')];
      const { plan } = previewMatrix({ ...reading, findings }, choicesFor({ reading, sha256: '' }));
      expect(plan.readingNotes.map(({ finding }) => finding)).toMatchObject([{ field: 'phvaStage' }]);
    });
  });

  test('also another amount for an activity that has one, with the row that it stands on', async () => {
    const rows = ['Hacer;Acta;1;0;900;', ';Informe;1;0;250;30', ';Video;1;0;900;40', 'Medir;Dato;1;0;250;'];
    const header = 'ACTIVIDAD;PRODUCTO;META;2023 TRIMESTRE 1;PRESUPUESTO;PRESUPUESTO EJECUTADO';
    const bytes = new TextEncoder().encode([header, ...rows].join('\n'));
    const read = valueOf(await readMatrixBytes(bytes, 'plan.csv'));
    const plan = await loaded(read);
    expect(notesOf(plan)).toEqual(['otherAmount 2', 'otherAmount 3']);
    expect(plan.activities.map(({ budget, executed }) => [budget, executed])).toEqual([
      [900, 30],
      [250, null],
    ]);
    expect(plan.readingNotes.map(({ finding }) => finding)).toContainEqual({
      code: 'otherAmount',
      place: { sheet: read.reading.sheet, row: 3, column: 'E', header: 'PRESUPUESTO', text: '250' },
      amount: 250,
      kept: 900,
    });
    const told = previewMatrix(read.reading, choicesFor(read)).reading.findings.map(({ code }) => code);
    expect(told.filter((code) => code === 'otherAmount')).toHaveLength(2);
  });

  test('as many as can be read, what was not read first, and how many more there were', async () => {
    const read = await readFixtureMatrix(PETI);
    const at = (row: number) => ({ sheet: 'Plan', row, column: 'C', header: 'META', text: 'x' });
    const doubts = Array.from({ length: 700 }, (_, row) =>
      row % 2 === 0
        ? { code: 'ambiguousNumber' as const, place: at(row), read: 1 }
        : { code: 'unreadableNumber' as const, place: at(row) },
    );
    const reading = { ...read.reading, findings: doubts, repairs: [] };
    const copy = valueOf(await importMatrix({ ...read, reading }, choicesFor(read)));
    const { readingNotes } = await planOn(copy);
    const howMany = (code: string) =>
      readingNotes.filter(({ finding }) => (finding as { code: string }).code === code).length;
    expect(readingNotes).toHaveLength(501);
    expect([howMany('unreadableNumber'), howMany('ambiguousNumber')]).toEqual([350, 150]);
    expect(readingNotes.map(({ finding }) => finding)).toContainEqual({ code: 'notesLeftOut', howMany: 200 });
    for (const { ops } of await readCommits(copy)) {
      expect(ops.reduce((sum, { set }) => sum + Object.keys(set).length, 0)).toBeLessThanOrEqual(500);
    }
  });
});
