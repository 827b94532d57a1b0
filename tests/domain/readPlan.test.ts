import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import { quartersOf } from '../../src/domain/calendar';
import { DELETED, fieldClassOf, measurementId, parseMeasurementId } from '../../src/domain/entities';
import { evaluate } from '../../src/domain/evaluate';
import { findingsOf } from '../../src/domain/findings';
import { planTableOf } from '../../src/domain/planTable';
import { readEntitiesAhead, readPlan } from '../../src/domain/readPlan';
import { SCHEMES } from '../../src/domain/schemes';
import { DELETED as DELETED_IN_LOG } from '../../src/log/deletes';
import { T1, T2 } from '../support/builders';
import { fieldsOf, planFrom as read } from '../support/entities';
import type { Entities } from '../support/entities';

const WHOLE: Entities = {
  plan: { title: 'Plan', planYear: 2023, rollupMethod: 'groupMean', paceTolerance: 3, isExample: true },
  'ind:b': { activity: 'act:1', name: 'B', target: 4, pos: 'b', end: '2023-06-30' },
  'ind:a': {
    activity: 'act:1',
    name: 'A',
    target: 0.5,
    targetUnit: 'percent',
    accumulation: 'latest',
    pos: 'a',
  },
  'act:1': {
    item: 'itm:1',
    number: '4',
    phvaStage: 'check',
    start: '2023-01-01',
    end: '2023-12-31',
    'resp/pty:2': true,
    'resp/pty:1': true,
    'resp/pty:3': false,
    'tag/decree-767/governance': true,
    'tag/decree-767/enabler': true,
  },
  'itm:1': { number: '2', differentialCriterion: 'Criterio', statedValue: { text: '85 %', percent: 85 } },
  'pty:1': { name: 'Sistemas' },
  'pty:2': { name: 'Hacienda' },
  [`meas:b:${T1}`]: { report: { k: 'value', v: 2 }, remark: 'bien' },
  'evi:1': { number: '01', name: 'Anexo 01', [`serves/meas:b:${T1}`]: true, [`serves/meas:b:${T2}`]: true },
  'evi:2': {
    name: 'foto.jpg',
    file: { sha256: 'ab', size: 3, mime: 'image/jpeg', name: 'foto.jpg' },
    verification: { by: 'per:1', at: '2023-04-01T00:00:00.000Z', sha256: 'ab' },
    [`serves/meas:b:${T1}`]: true,
  },
  'evi:3': { file: { sha256: 'cd' }, [`serves/meas:b:${T1}`]: false, [`serves/meas:a:${T1}`]: true },
};

describe('readPlan', () => {
  it('builds the plan from its entities', () => {
    const plan = read(WHOLE);
    expect(plan).toMatchObject({ id: 'pl:1', title: 'Plan', planYear: 2023, rollupMethod: 'groupMean' });
    expect(plan).toMatchObject({ paceTolerance: 3, dueSoonDays: 30, isExample: true, scheme: CALI_3 });
    expect(plan.periods.map(({ id }) => id).slice(0, 2)).toEqual([T1, T2]);
    expect(plan.items).toMatchObject([{ id: 'itm:1', number: '2', statedValue: { percent: 85 } }]);
    expect(plan.activities).toMatchObject([{ id: 'act:1', phvaStage: 'check' }]);
    expect(plan.activities[0]?.responsibleParties.map(({ name }) => name)).toEqual(['Hacienda', 'Sistemas']);
    expect(plan.activities[0]?.tags.get('decree-767')).toEqual(['enabler', 'governance']);
  });

  it('gives indicators in their order, with the dates of their activity unless they have their own', () => {
    const [a, b] = read(WHOLE).indicators;
    expect(a).toMatchObject({ id: 'ind:a', target: 0.5, targetUnit: 'percent', accumulation: 'latest' });
    expect([a?.start, a?.end]).toEqual(['2023-01-01', '2023-12-31']);
    expect(b).toMatchObject({ id: 'ind:b', targetUnit: 'count', accumulation: 'sum', end: '2023-06-30' });
    expect(b?.item.number).toBe('2');
  });

  it('hangs evidence from what it serves, verified over attached over cited', () => {
    const [a, b] = read(WHOLE).indicators;
    const statuses = b?.reports.get(T1)?.evidence.map(({ id, status }) => [id, status]);
    expect(b?.reports.get(T1)).toMatchObject({
      report: { k: 'value', v: 2 },
      remark: 'bien',
      delayCause: '',
    });
    expect(statuses).toEqual([
      ['evi:2', 'verified'],
      ['evi:1', 'cited'],
    ]);
    expect(b?.reports.get(T2)).toMatchObject({ report: { k: 'notReported' }, evidence: [{ id: 'evi:1' }] });
    expect(a?.reports.get(T1)?.evidence).toMatchObject([{ id: 'evi:3', status: 'attached' }]);
  });

  it('reads the scheme of the plan, also one written before bands had a name', () => {
    const schemeIn = (scheme: unknown) => read({ plan: { scheme } }).scheme;
    for (const scheme of SCHEMES) expect(schemeIn(scheme)).toEqual(scheme);
    const bands = CALI_3.bands.map(({ progressClass, from, to }) => ({ progressClass, from, to }));
    expect(schemeIn({ id: 'cali-3', bands })).toEqual(CALI_3);
    expect(schemeIn({ ...SCHEMES[1], bands: SCHEMES[1]?.bands.slice(1) })).toEqual(CALI_3);
  });

  it('reads the cuts of a calendar, in order, and only those inside it', () => {
    const calendarIn = (cuts: unknown) =>
      read({ plan: { calendar: { ...quartersOf(2024), cuts } } }).calendar;
    expect(calendarIn(['2024-07-31', '2024-03-15', 'x', '2025-01-01', '2024-07-31'])).toEqual({
      ...quartersOf(2024),
      cuts: ['2024-03-15', '2024-07-31'],
    });
    expect(calendarIn('2024-07-31')).toEqual(quartersOf(2024));
  });

  it('takes defaults for what is missing or of another type', () => {
    const broken = {
      calendar: { start: '2023-12-31', end: '2023-01-01', monthsPerPeriod: 3 },
      planYear: '2023',
      scheme: { id: 'x', bands: [{ progressClass: 'critical', from: 0, to: 99 }] },
      paceTolerance: -1,
      dueSoonDays: NaN,
      rollupMethod: 'median',
    };
    const plan = read({ plan: broken, 'ind:1': { target: '21', name: 7, start: '2023-02-30' } });
    expect(plan).toMatchObject({
      scheme: CALI_3,
      paceTolerance: 5,
      dueSoonDays: 30,
      rollupMethod: 'flatMean',
    });
    expect(plan.periods).toHaveLength(4);
    expect(plan.indicators[0]).toMatchObject({ target: null, name: '', start: null });
  });

  it('reads an entity again only when its fields are another object', () => {
    // What nobody has reported on, but has evidence, has no entity to be known by.
    const entities = Object.entries(WHOLE)
      .filter(([id]) => id !== 'evi:1')
      .map(([id, fields]) => [id, fieldsOf(fields)] as const);
    const before = readPlan('pl:1', entities);
    const after = readPlan('pl:1', entities);
    expect(after).toEqual(before);
    expect(after.items[0]).toBe(before.items[0]);
    expect(after.activities[0]).toBe(before.activities[0]);
    expect(after.indicators[1]).toBe(before.indicators[1]);
    const reported = entities.map(([id, fields]) =>
      id === `meas:b:${T1}`
        ? ([id, new Map([...fields, ['report', { k: 'value', v: 3 }]])] as const)
        : ([id, fields] as const),
    );
    const [, b] = readPlan('pl:1', reported).indicators;
    expect(b).not.toBe(before.indicators[1]);
    expect(b?.reports.get(T1)).toMatchObject({
      report: { v: 3 },
      evidence: [{ id: 'evi:2' }],
    });
    const renamed = entities.map(([id, fields]) =>
      id === 'itm:1' ? ([id, new Map([...fields, ['number', '9']])] as const) : ([id, fields] as const),
    );
    const afterRename = readPlan('pl:1', renamed);
    expect(afterRename.items[0]?.number).toBe('9');
    expect(afterRename.indicators.map(({ item }) => item.number)).toEqual(['9', '9']);
    const ofParty = entities.map(([id, fields]) =>
      id === 'pty:2' ? ([id, new Map([['name', 'Tránsito']])] as const) : ([id, fields] as const),
    );
    expect(
      readPlan('pl:1', ofParty).indicators[0]?.activity.responsibleParties.map(({ name }) => name),
    ).toEqual(['Sistemas', 'Tránsito']);
  });

  it('keeps apart two entities that share one object of fields', () => {
    const shared = new Map<string, unknown>();
    const plan = readPlan('pl:1', [
      ['ind:1', shared],
      ['ind:2', shared],
    ]);
    expect(plan.indicators.map(({ id }) => id)).toEqual(['ind:1', 'ind:2']);
  });

  it('never throws and never drops an indicator, whatever was written', () => {
    const id = fc.oneof(
      fc.constantFrom(
        'plan',
        'ind:1',
        'ind:2',
        'act:1',
        'itm:1',
        'pty:1',
        'evi:1',
        `meas:1:${T1}`,
        'meas:',
        'x',
      ),
      fc.string(),
    );
    const field = fc.oneof(
      fc.constantFrom(
        'calendar',
        'planYear',
        'scheme',
        'report',
        'target',
        'activity',
        'item',
        'pos',
        'start',
        'end',
      ),
      fc.constantFrom(
        'file',
        'verification',
        'statedValue',
        'resp/',
        'resp/1',
        'tag/a',
        'tag//b',
        `serves/1:${T1}`,
      ),
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(true, 'act:1', '2023-01-01', NaN, undefined, { k: 'value', v: 1e308 }),
      fc.constantFrom<unknown>(
        { k: 'value' },
        { start: '0001-01-01', end: '9999-12-31', monthsPerPeriod: 1 },
      ),
      fc.constantFrom<unknown>({ bands: [null, 3, {}] }, { constructor: 1 }, '__proto__', 1e-300, -0),
    );
    const entities = fc.dictionary(id, fc.dictionary(field, value, { maxKeys: 6 }), { maxKeys: 8 });
    fc.assert(
      fc.property(entities, (given) => {
        const plan = read(given);
        const indicators = Object.keys(given).filter((key) => key.startsWith('ind:'));
        expect(plan.indicators.map((indicator) => indicator.id).sort()).toEqual(indicators.sort());
        evaluate(planTableOf(plan), '2023-06-30');
        findingsOf(plan);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the names of things', () => {
  it('are the same here and in the log', () => expect(DELETED).toBe(DELETED_IN_LOG));

  it('gives every tablet the same id for a report', () => {
    expect(measurementId('ind:7f3k', T1)).toBe('meas:7f3k:20230101-20230331');
    expect(parseMeasurementId('meas:7f3k:20230101-20230331')).toEqual({
      indicatorId: 'ind:7f3k',
      periodId: T1,
    });
    expect(parseMeasurementId(measurementId('ind:a:b', T2))).toEqual({
      indicatorId: 'ind:a:b',
      periodId: T2,
    });
    expect(['meas:7f3k', 'ind:7f3k', 'meas::20230101-20230331'].map(parseMeasurementId)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('knows how writes to a field meet', () => {
    expect(fieldClassOf('ind:1', 'pos')).toBe('auto');
    expect(['resp/pty:1', 'tag/x/y', 'serves/meas:1'].map((field) => fieldClassOf('act:1', field))).toEqual([
      'set',
      'set',
      'set',
    ]);
    expect(['name', 'report', 'extra/pos', 'tagline'].map((field) => fieldClassOf('ind:1', field))).toEqual([
      'human',
      'human',
      'human',
      'human',
    ]);
  });

  it('asks nobody about what the app itself notes of a file', () => {
    const noted = [
      ['layout:1', 'sha256'],
      ['layout:1', DELETED],
      ['note:1', 'finding'],
      ['ind:1', 'sourceRow'],
      ['ind:1', 'sourceKey'],
    ] as const;
    expect(noted.map(([entity, field]) => fieldClassOf(entity, field))).toEqual(noted.map(() => 'auto'));
    expect(fieldClassOf('ind:1', DELETED)).toBe('human');
  });
});

it('a verification is of the file that was looked at, and of no other in its place', () => {
  const file = { sha256: 'ab', size: 3, mime: 'image/jpeg', name: 'foto.jpg' };
  const status = (verification: unknown, given: unknown = file) => {
    const evidence = new Map<string, unknown>([
      ['file', given],
      ['verification', verification],
      [`serves/meas:a:${T1}`, true],
    ]);
    const plan = readPlan('pl', [
      ['ind:a', new Map()],
      ['evi:1', evidence],
    ]);
    return plan.indicators[0]?.reports.get(T1)?.evidence[0]?.status;
  };
  const by = { by: 'per:1', at: '2023-04-01T00:00:00.000Z' };
  expect(status({ ...by, sha256: 'ab' })).toBe('verified');
  expect(status({ ...by, sha256: 'cd' })).toBe('attached');
  expect(status(by)).toBe('attached');
  expect(status({ ...by, sha256: 'ab' }, null)).toBe('cited');
});

it('is the same plan when its entities were read ahead, one by one and in another order', () => {
  const entities = Object.entries(WHOLE).map(([id, fields]) => [id, fieldsOf(fields)] as const);
  for (const entity of [...entities].reverse()) readEntitiesAhead([entity]);
  expect(readPlan('pl:1', entities)).toEqual(read(WHOLE));
});
