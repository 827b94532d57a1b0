import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../src/domain/findings';
import { findingKey } from '../../../src/domain/findings/finding';
import type { Plan, ReadingNote } from '../../../src/domain/model';
import { periodNamesIn } from '../../../src/text/findings';
import { kindsIn, shownOf, tellFound } from '../../../src/ui/findings/found';
import { placesIn } from '../../../src/ui/findings/rowsOf';
import { anIndicator, aPlan, T1 } from '../../support/builders';
import { cartagena } from '../../support/cartagena';
import { readSeed, SEED_FILES } from '../../support/seeds';

const cartago = (await readSeed(SEED_FILES.cartago)).preview.plan;
const rowOf = (at: number) => cartago.indicators[at - 1]?.id;

const REVIEW = { reason: 'No corresponde' };
const nothing = () => '';
const kindsOf = (plan: Plan) => kindsIn(plan, findingsOf(plan));

function noteOf(id: string, row: number, code = 'unreadableNumber'): ReadingNote {
  const place = { sheet: 'Plan', row, column: 'K', header: 'META', text: 'x' };
  return { id, indicatorId: null, file: 'plan.xlsx', finding: { code, place } };
}

describe('what was found in a plan', () => {
  test('goes kind by kind, and what somebody settled apart', () => {
    const [first] = findingsOf(cartagena()).filter(({ code }) => code === 'fractionInCount');
    const plan = cartagena('notReported', { reviews: new Map(first ? [[findingKey(first), REVIEW]] : []) });
    const kinds = kindsOf(plan);
    expect(kinds.map(({ kind }) => kind).slice(0, 3)).toEqual([
      'duplicateNumber',
      'missingNumber',
      'repeatedItem',
    ]);
    const fractions = kinds.find(({ kind }) => kind === 'fractionInCount');
    expect(fractions).toMatchObject({ open: [{ review: null }], reviewed: [{ review: REVIEW }] });
    const howMany = (['open', 'reviewed', 'all'] as const).map((shown) =>
      fractions ? shownOf(fractions, shown).length : 0,
    );
    expect(howMany).toEqual([1, 1, 2]);
  });

  test('ends with the doubts of its file, row by row; what nobody can tell is passed over', () => {
    const readingNotes = [
      noteOf('note:b', 30),
      noteOf('note:a', 4),
      noteOf('note:c', 1, 'of a later version'),
      { ...noteOf('note:d', 2), finding: null },
    ];
    const kinds = kindsOf(aPlan({ readingNotes }));
    expect(kinds.map(({ of, title, open }) => [of, title, open.length])).toEqual([
      ['file', 'No es un número', 2],
    ]);
    const told = kinds[0]?.open.map((found) => tellFound(found, nothing).place);
    expect(told).toEqual(['Hoja «Plan», fila 4, columna K (META)', 'Hoja «Plan», fila 30, columna K (META)']);
  });
});

describe('where it is', () => {
  const whereIn = (plan: Plan, kind: string, textOf: (entity: string, field: string) => string = nothing) => {
    const [found] = kindsOf(plan).find((one) => one.kind === kind)?.open ?? [];
    if (!found) throw new Error(`no ${kind}`);
    return placesIn(plan, textOf)(found);
  };

  test('is its row, or the first ones of several, or the whole plan', () => {
    const plan = cartago;
    expect(whereIn(plan, 'remarkContradictsValue')).toMatchObject({
      name: '',
      rows: [{ indicatorId: rowOf(4), title: expect.stringMatching(/^Adecuación del proceso/) as string }],
    });
    const loose = whereIn(plan, 'noDatesNoOwner');
    expect([loose.name, loose.rows.length, loose.rest.length]).toEqual(['Todo el plan', 2, 9]);
    expect(whereIn(plan, 'statedDiffers')).toEqual({
      name: '',
      rows: [{ indicatorId: rowOf(1), title: 'Ítem Estrategia de TI' }],
      rest: [],
    });
    expect(whereIn(cartagena(), 'missingNumber')).toEqual({ name: 'Todo el plan', rows: [], rest: [] });
    expect(whereIn(cartagena(), 'sharedEvidence').rows.map(({ indicatorId }) => indicatorId)).toEqual([
      'ind:1',
      'ind:2',
    ]);
  });

  test('is of no row where the indicator left the plan, and says its name', () => {
    const strayReports = [{ indicatorId: 'ind:9', periods: [T1] }];
    const plan = aPlan({ indicators: [anIndicator()], strayReports });
    expect(whereIn(plan, 'strayReports', (entity) => (entity === 'ind:9' ? 'Mesas' : ''))).toEqual({
      name: 'Quitado del plan: Mesas',
      rows: [],
      rest: [],
    });
    expect(periodNamesIn(plan)([T1])).toBe('T1');
  });
});
