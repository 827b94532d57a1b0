import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAuditFinding } from '../../src/domain/auditFindings';
import { fieldClassOf } from '../../src/domain/entities';
import { readPlan } from '../../src/domain/readPlan';
import type { Fields } from '../../src/domain/fields';

const PLAN: readonly (readonly [string, Fields])[] = [
  ['plan', new Map<string, unknown>([['title', 'Plan']])],
  ['act:1', new Map<string, unknown>([['name', 'Sensibilizar']])],
  ['ind:1', new Map<string, unknown>([['activity', 'act:1']])],
  ['meas:1:20230101-20230331', new Map<string, unknown>([['report', { k: 'value', v: 2 }]])],
];

describe('an audit finding', () => {
  test('is read with what it is about, its kind, its sample and what was answered', () => {
    const fields = new Map<string, unknown>([
      ['about', 'meas:1:20230101-20230331'],
      ['kind', 'recommendation'],
      ['text', 'Adjuntar el acta'],
      ['day', '2023-05-02'],
      ['sample', { seed: 'k3x', size: 10 }],
      ['name', 'Luz Marina Gil'],
      ['answer', 'Se adjuntó'],
    ]);
    expect(readAuditFinding('aud:1', fields)).toEqual({
      id: 'aud:1',
      about: 'meas:1:20230101-20230331',
      kind: 'recommendation',
      text: 'Adjuntar el acta',
      sample: { seed: 'k3x', size: 10 },
      day: '2023-05-02',
      name: 'Luz Marina Gil',
      answer: 'Se adjuntó',
    });
  });

  test('without words is none, and what makes no sense in it is passed over', () => {
    expect(readAuditFinding('aud:1', new Map([['kind', 'finding']]))).toBeNull();
    expect(readAuditFinding('fnd:1', new Map([['text', 'algo']]))).toBeNull();
    const odd = new Map<string, unknown>([
      ['text', 'algo'],
      ['kind', 7],
      ['sample', { seed: 'k' }],
      ['day', 'ayer'],
    ]);
    expect(readAuditFinding('aud:1', odd)).toMatchObject({ kind: 'finding', sample: null, day: null });
  });

  test('is in no part of the plan, whatever it holds', () => {
    const plan = readPlan('pl', PLAN);
    const value = fc.oneof(fc.string(), fc.integer(), fc.jsonValue());
    const fields = fc.dictionary(
      fc.constantFrom('about', 'text', 'report', 'activity', 'serves/meas:1'),
      value,
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fields), (findings) => {
        const written = Object.entries(findings).map(
          ([id, one]) => [`aud:${id}`, new Map(Object.entries(one))] as const,
        );
        expect(readPlan('pl', [...written, ...PLAN])).toEqual(plan);
      }),
    );
  });

  test('that two wrote apart is for a person to settle', () => {
    for (const field of ['about', 'kind', 'text', 'sample', 'answer'])
      expect(fieldClassOf('aud:1', field)).toBe('human');
  });
});
