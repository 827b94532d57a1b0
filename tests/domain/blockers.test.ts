import { describe, expect, it } from 'vitest';
import { blockerFrom, blockerText, waitingFor } from '../../src/domain/blockers';
import { findingsOf } from '../../src/domain/findings';
import { readPlan } from '../../src/domain/readPlan';
import { anIndicator, aPlan, T1 } from '../support/builders';

type Given = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function read(entities: Given) {
  return readPlan(
    'pl:1',
    Object.entries(entities).map(([id, fields]) => [id, new Map(Object.entries(fields))] as const),
  );
}

describe('what work waits for', () => {
  const plan = read({
    'act:k': { number: '11', name: 'Estrategia' },
    'act:l': { name: 'Cronograma', blockedBy: 'act:k' },
    'act:i': { blockedBy: 'espera el formulario FURAG' },
    'ind:1': { activity: 'act:l' },
    'ind:2': { activity: 'act:i' },
    'ind:3': { activity: 'act:l', blockedBy: 'espera al contratista' },
    'ind:4': { activity: 'act:k', blockedBy: 'act:k' },
    'ind:5': { activity: 'act:k', blockedBy: 'act:gone' },
    'ind:6': { activity: 'act:k', blockedBy: '  ' },
  });
  const waiting = ['ind:1', 'ind:2', 'ind:3', 'ind:4', 'ind:5', 'ind:6'].map((id) =>
    waitingFor(
      plan,
      plan.indicators.find((one) => one.id === id)!,
    ),
  );

  it('is another activity or a cause from outside, the indicator’s own first', () => {
    expect(waiting.slice(0, 3)).toEqual([
      { k: 'activity', activity: plan.activities.find(({ id }) => id === 'act:k') },
      { k: 'external', cause: 'espera el formulario FURAG' },
      { k: 'external', cause: 'espera al contratista' },
    ]);
  });

  it('is nothing for itself, for what is gone and for blanks', () => {
    expect(waiting.slice(3)).toEqual([null, null, null]);
  });
});

it('what waits explains its zero', () => {
  const zero = anIndicator({ said: [0, 5] });
  const codes = (blockedBy: typeof zero.blockedBy) =>
    findingsOf(aPlan({ indicators: [{ ...zero, blockedBy }] })).map(({ code }) => code);
  expect(codes(null)).toEqual(['zeroWithoutCause']);
  expect(codes({ k: 'external', cause: 'espera el formulario FURAG' })).toEqual([]);
  expect(zero.reports.get(T1)?.report).toEqual({ k: 'value', v: 0 });
});

it('a plan has a baseline with its source (X-40)', () => {
  const baselineIn = (baseline: unknown) => read({ plan: { baseline } }).baseline;
  expect(baselineIn({ percent: 28.72, source: 'Anexo 03' })).toEqual({ percent: 28.72, source: 'Anexo 03' });
  expect(baselineIn({ percent: 0 })).toEqual({ percent: 0, source: '' });
  expect(baselineIn({ source: 'Anexo 03' })).toBeNull();
});

it('as one text, an activity goes by its id and a cause by its words', () => {
  expect(blockerFrom(' act:a ')).toEqual({ k: 'activity', activityId: 'act:a' });
  expect(blockerFrom('Formulario del FURAG')).toEqual({ k: 'external', cause: 'Formulario del FURAG' });
  expect([blockerFrom(' '), blockerFrom(undefined), blockerFrom(7)]).toEqual([null, null, null]);
  for (const text of ['act:a', 'Formulario del FURAG', '']) expect(blockerText(blockerFrom(text))).toBe(text);
});
