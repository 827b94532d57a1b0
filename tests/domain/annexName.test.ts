import { describe, expect, it } from 'vitest';
import {
  annexName,
  nameWithoutExtension,
  nextAnnexNumber,
  periodCode,
  renamedAnnex,
  splitAnnexName,
} from '../../src/domain/annexName';
import { periodsOf, yearsOf } from '../../src/domain/calendar';
import type { Calendar } from '../../src/domain/calendar';
import { anEvidence, anIndicator, aPlan } from '../support/builders';

const AWARENESS = 'Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito';

const named = (given: Partial<Parameters<typeof annexName>[0]> = {}) =>
  annexName({ number: '02', criterion: AWARENESS, period: '2023T1', text: 'actas', ...given });

describe('the name of an annex', () => {
  it('goes by the rule, with the criterion shortened where a word ends', () => {
    expect(named()).toBe('Anexo 02 - Sensibilización sobre gobierno digital - 2023T1 - actas');
    expect(named({ criterion: 'Línea base Gobierno Digital' })).toBe(
      'Anexo 02 - Línea base Gobierno Digital - 2023T1 - actas',
    );
  });

  it('leaves out what is empty', () => {
    expect(named({ criterion: '' })).toBe('Anexo 02 - 2023T1 - actas');
    expect(named({ text: '  ' })).toBe('Anexo 02 - Sensibilización sobre gobierno digital - 2023T1');
  });

  it('does not end a shortened criterion in a word that announces another', () => {
    const criterion = 'Uso y apropiación de las tecnologías de la información y las comunicaciones';
    expect(named({ criterion })).toBe('Anexo 02 - Uso y apropiación de las tecnologías - 2023T1 - actas');
  });

  it('holds nothing that a system refuses in the name of a file, and stays in one line', () => {
    expect(named({ criterion: '1. a/b: "c"', text: 'x\ny<z> - w' })).toBe(
      'Anexo 02 - a b c - 2023T1 - x y z w',
    );
  });

  it('is cut where a text never ends', () => {
    expect(named({ criterion: 'x'.repeat(500), text: 'y'.repeat(500) }).length).toBeLessThan(160);
  });
});

describe('a name by the rule', () => {
  it('is taken apart, whatever period it is of', () => {
    for (const period of ['2023T1', '2023M03', '2023', '2023-07-31']) {
      expect(splitAnnexName(named({ period }))?.text).toBe('actas');
      expect(splitAnnexName(named({ period, text: '' }))?.text).toBe('');
      expect(renamedAnnex(named({ period }), 'listas')).toBe(named({ period, text: 'listas' }));
    }
  });

  it('keeps its number, criterion and period when its text changes', () => {
    expect(renamedAnnex(named(), 'listas de asistencia')).toBe(named({ text: 'listas de asistencia' }));
    expect(renamedAnnex(named(), '')).toBe(named({ text: '' }));
    expect(renamedAnnex(named({ text: '' }), 'actas')).toBe(named());
  });

  it('is told from one that the source gave, which is all text', () => {
    expect(splitAnnexName('Anexo 02 sensibilización')).toBeNull();
    expect(splitAnnexName('06 Evidencias FURAG 2022')).toBeNull();
    expect(renamedAnnex('06 Evidencias FURAG 2022', 'Evidencias')).toBe('Evidencias');
    expect(renamedAnnex('06 Evidencias FURAG 2022', ' ')).toBe('06 Evidencias FURAG 2022');
  });
});

describe('the number of an annex', () => {
  const planWith = (...numbers: readonly string[]) =>
    aPlan({
      indicators: [
        anIndicator({
          said: [{ evidence: numbers.map((number, at) => anEvidence({ id: `evi:${at}`, number })) }],
        }),
      ],
    });

  it('is the one after the last of the plan, as they are printed', () => {
    expect(nextAnnexNumber(planWith())).toBe('01');
    expect(nextAnnexNumber(planWith('02', '08', '', 'A-9'))).toBe('09');
    expect(nextAnnexNumber(planWith('99'))).toBe('100');
  });

  it('goes on for the files of one choice', () => {
    expect(nextAnnexNumber(planWith('08'), 2)).toBe('11');
  });
});

describe('the code of a period', () => {
  const codes = (calendar: Calendar) => periodsOf(calendar).map((period) => periodCode(period, calendar));

  it('follows the calendar of the plan', () => {
    expect(codes(yearsOf(2023, 2023, 3))).toEqual(['2023T1', '2023T2', '2023T3', '2023T4']);
    expect(codes(yearsOf(2023, 2024, 6))).toEqual(['2023S1', '2023S2', '2024S1', '2024S2']);
    expect(codes(yearsOf(2023, 2023, 1)).slice(0, 3)).toEqual(['2023M01', '2023M02', '2023M03']);
    expect(codes(yearsOf(2023, 2024, 12))).toEqual(['2023', '2024']);
    expect(codes(yearsOf(2023, 2023, 4))).toEqual(['2023C1', '2023C2', '2023C3']);
  });

  it('is the last day of a cut of its own', () => {
    const cuts = ['2023-04-15', '2023-07-31'] as const;
    expect(codes({ ...yearsOf(2023, 2023, 3), cuts })).toEqual(['2023-04-15', '2023-07-31', '2023-12-31']);
  });
});

it('takes the extension off a file name, and nothing else', () => {
  expect(nameWithoutExtension('acta.PDF')).toBe('acta');
  expect(nameWithoutExtension('acta v1.2 final')).toBe('acta v1.2 final');
  expect(nameWithoutExtension('lista')).toBe('lista');
});
