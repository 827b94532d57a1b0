import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsOf, quartersOf } from '../../../src/domain/calendar';
import { headerOf, recogniseField } from '../../../src/formats/matrix/columns';
import { activityNumberOf } from '../../../src/formats/matrix/identity';
import { joinList, splitList } from '../../../src/formats/matrix/lists';
import {
  calendarOf,
  periodIndex,
  readPeriodHeader,
  writePeriodHeader,
} from '../../../src/formats/matrix/periods';

describe('headers of fields', () => {
  test.each([
    ['ÍTEM', 'itemNumber', 'sure'],
    ['Nombre  Indicador', 'indicatorName', 'sure'],
    ['Entregables', 'deliverable', 'sure'],
    ['META', 'target', 'sure'],
    ['Actividad a desarrollar', 'activity', 'likely'],
    ['Dependencia o área responsable', 'responsible', 'likely'],
    ['Fecha de terminación real', 'end', 'likely'],
  ])('%s', (header, field, confidence) => {
    expect(recogniseField(header)).toEqual({ field, confidence });
  });

  test('unknown headers, blanks and sentences are no field', () => {
    expect(recogniseField('Sede')).toBeNull();
    expect(recogniseField(' ')).toBeNull();
    expect(recogniseField(`Actividad ${'que se describe con mucho detalle '.repeat(5)}`)).toBeNull();
  });

  test('the header we write for a field is the one we read', () => {
    expect(recogniseField(headerOf('target'))?.field).toBe('target');
    expect(recogniseField(headerOf('responsibleList'))?.field).toBe('responsibleList');
  });
});

describe('headers of periods', () => {
  test.each([
    ['2023 RES ULT AD O TRI ME STR E 1', 'value', 2023, 3, 1],
    ['RESULTADO TRIMESTRE 4', 'value', null, 3, 4],
    ['T2', 'value', null, 3, 2],
    ['MEDICIÓN TRIMESTRAL 3', 'value', null, 3, 3],
    ['Avance II Semestre 2024', 'value', 2024, 6, 2],
    ['Primer trimestre de 2024', 'value', 2024, 3, 1],
    ['2023 OBSERVACIONES TRIMESTRE 2', 'remark', 2023, 3, 2],
    ['2023 CAUSA MES 11', 'delayCause', 2023, 1, 11],
    ['2023 EVIDENCIAS TRIMESTRE 1', 'evidence', 2023, 3, 1],
  ])('%s', (header, aspect, year, monthsPerPeriod, ordinal) => {
    expect(readPeriodHeader(header)).toEqual({ aspect, year, monthsPerPeriod, ordinal });
  });

  test.each([
    'RESULTADO',
    '2023',
    'TRIMESTRE 5',
    'SEMESTRE 3',
    'MES 13',
    'TRIMESTRE 0',
    'META 2023',
    'OBSERVACIONES',
  ])('%s is none', (header) => {
    expect(readPeriodHeader(header)).toBeNull();
  });

  test('quarters of two years make one calendar', () => {
    const headers = ['2024 T4', '2023 T1'].flatMap((header) => readPeriodHeader(header) ?? []);
    const calendar = calendarOf(headers, 2000);
    expect(calendar).toEqual({ start: '2023-01-01', end: '2024-12-31', monthsPerPeriod: 3 });
    expect(headers.map((header) => calendar && periodIndex(header, calendar))).toEqual([7, 0]);
  });

  test('periods of different lengths make none', () => {
    expect(
      calendarOf(
        ['2023 T1', '2023 MES 2'].flatMap((header) => readPeriodHeader(header) ?? []),
        2023,
      ),
    ).toBeNull();
  });

  test('what we write reads back to the same place', () => {
    const calendars = [
      quartersOf(2023),
      { ...quartersOf(2023), monthsPerPeriod: 1 },
      { start: '2020-04-01', end: '2021-03-31', monthsPerPeriod: 1 },
    ] as const;
    for (const calendar of calendars) {
      periodsOf(calendar).forEach((period, index) => {
        const header = readPeriodHeader(writePeriodHeader(period, calendar, 'remark'));
        expect(header && [header.aspect, periodIndex(header, calendar)]).toEqual(['remark', index]);
      });
    }
    expect(writePeriodHeader(periodsOf(quartersOf(2023))[0] ?? fail(), quartersOf(2023), 'value')).toBe(
      '2023 RESULTADO TRIMESTRE 1',
    );
  });
});

function fail(): never {
  throw new Error('no period');
}

describe('labels and lists in one cell', () => {
  test.each([
    ['4. Establecimiento de la línea base', '4'],
    ['10. Elaborar', '10'],
    ['2.1 Hacer', '2.1'],
    ['3) Hacer', '3'],
    ['5 - Hacer', '5'],
    ['2023 en adelante', ''],
    ['21 actividades', ''],
    ['Hacer 4. cosas', ''],
    ['', ''],
  ])('%s', (text, number) => {
    expect(activityNumberOf(text)).toBe(number);
  });

  test('any texts come back from one cell', () => {
    const text = fc.stringMatching(/^[a|\\ ]{0,5}[b|\\]$/).map((written) => written.trim());
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(splitList(joinList(texts))).toEqual(texts);
      }),
      { numRuns: 500 },
    );
  });
});
