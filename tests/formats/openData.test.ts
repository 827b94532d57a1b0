import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { openDataFiles } from '../../src/commands/exportOpenData';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan } from '../../src/domain/model';
import { unprotectText } from '../../src/formats/csv';
import { anEvidence, anIndicator, aPlan, verifiedValue } from '../support/builders';
import { cartagena } from '../support/cartagena';
import { anyPlan } from './anyPlan';

const CUT = '2023-03-31';

interface DictionaryColumn {
  readonly nombre: string;
  readonly descripcion: string;
  readonly tipo: string;
  readonly unidad: string | null;
  readonly valores: Readonly<Record<string, string>> | null;
  readonly regla: string;
}

/** Both files of a plan, read as a program reads them. */
function openDataOf(plan: Plan, cut: IsoDay = CUT, withPeople = false) {
  const [data, dictionary] = openDataFiles(plan, cut, { withPeople });
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data.bytes);
  const { data: lines, errors } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = lines;
  const read = JSON.parse(new TextDecoder().decode(dictionary.bytes)) as {
    readonly corte: string;
    readonly datos_personales: string;
    readonly columnas: readonly DictionaryColumn[];
  };
  const records = rows.map((row) =>
    Object.fromEntries(header.map((name, place) => [name, row[place] ?? ''])),
  );
  return { text, errors, header, rows, records, dictionary: read, names: [data.name, dictionary.name] };
}

describe('open data', () => {
  test('Cartagena: a line for each indicator in each quarter, with its figures at the cut', () => {
    const { records, names, text } = openDataOf(cartagena('notReported', { title: 'Plan de acción' }));
    expect(records).toHaveLength(12 * 4);
    const rowD = records.filter(({ indicador_id: id }) => id === 'ind:4');
    expect(rowD.map(({ reporte, valor, cuenta }) => [reporte, valor, cuenta])).toEqual([
      ['valor', '2', 'si'],
      ['posterior_al_corte', '', 'no'],
      ['posterior_al_corte', '', 'no'],
      ['posterior_al_corte', '', 'no'],
    ]);
    expect(rowD[0]).toMatchObject({
      corte: CUT,
      vigencia: '2023',
      meta: '21',
      unidad_meta: 'cantidad',
      acumulacion: 'suma',
      fecha_inicio: '2023-01-01',
      fecha_final: '2023-07-31',
      periodo_inicio: '2023-01-01',
      periodo_fin: CUT,
      resultado: '9.523809524',
      verificado: '0',
      clase: 'critica',
      rango_desde: '0',
      rango_hasta: '40',
      estado: 'en_curso',
      ritmo: 'atrasada',
      por_fuera: '',
      evidencias: '1',
      evidencias_verificadas: '0',
    });
    expect(names[0]).toMatch(/^datos-abiertos-plan-de-accion-\d{4}-\d\d-\d\d\.csv$/);
    expect(names[1]).toMatch(/^diccionario-plan-de-accion-\d{4}-\d\d-\d\d\.json$/);
    expect(text.startsWith('entidad,')).toBe(true);
  });

  test('a percent is written as people read it, and what is reported beyond the target too', () => {
    const indicators = [
      anIndicator({ target: 1, targetUnit: 'percent', said: [0.35] }),
      anIndicator({ id: 'ind:2', target: 21, said: [22, { k: 'notApplicable' }] }),
      anIndicator({ id: 'ind:3', target: null, said: [verifiedValue(1)] }),
    ];
    const { records } = openDataOf(aPlan({ indicators }));
    const first = records.filter((_, place) => place % 4 === 0);
    expect(
      first.map(({ meta, valor, resultado, resultado_promedio: capped, por_fuera: out }) => [
        meta,
        valor,
        resultado,
        capped,
        out,
      ]),
    ).toEqual([
      ['100', '35', '35', '35', ''],
      ['21', '22', '104.761904762', '100', ''],
      ['', '1', '', '', 'sin_meta'],
    ]);
  });

  test('no text that may name a person leaves unless somebody says so', () => {
    const said = [
      {
        report: { k: 'value', v: 1 } as const,
        remark: 'Lo hizo Ana Pérez',
        delayCause: 'Renunció Luis Gómez',
        evidence: [anEvidence({ name: 'Acta de Ana Pérez' })],
      },
    ];
    const activity = { responsibleParties: [{ id: 'pty:1', name: 'Martha Cecilia Ruiz' }] };
    const baselineSource = 'Informe de Pedro Díaz';
    const plan = aPlan({ indicators: [anIndicator({ said, activity, baselineSource, targetText: 'Diez' })] });
    const closed = openDataOf(plan);
    expect(closed.text).not.toMatch(/Ana|Luis|Martha|Pedro/);
    for (const column of ['observacion', 'causa_atraso', 'responsables', 'fuente_linea_base'])
      expect(closed.header).not.toContain(column);
    expect(closed.records[0]).toMatchObject({ descripcion_meta: 'Diez' });
    expect(closed.dictionary.datos_personales).toMatch(/^Sin las columnas que suelen llevar nombres/);
    const open = openDataOf(plan, CUT, true);
    expect(open.records[0]).toMatchObject({
      observacion: 'Lo hizo Ana Pérez',
      causa_atraso: 'Renunció Luis Gómez',
      responsables: 'Martha Cecilia Ruiz',
      fuente_linea_base: 'Informe de Pedro Díaz',
    });
    expect(open.dictionary.datos_personales).not.toBe(closed.dictionary.datos_personales);
  });

  test('of any plan: the dictionary is of exactly the columns, and every field is what it says', () => {
    const isOf: Readonly<Record<string, RegExp>> = {
      texto: /^[^]*$/,
      número: /^-?\d+(\.\d+)?(e[+-]\d+)?$/,
      entero: /^\d+$/,
      fecha: /^\d{4}-\d\d-\d\d$/,
    };
    fc.assert(
      fc.property(anyPlan, fc.nat(40), fc.boolean(), (plan, at, withPeople) => {
        const cut = plan.periods[at % plan.periods.length]?.end ?? CUT;
        const { header, rows, errors, dictionary } = openDataOf(plan, cut, withPeople);
        expect(errors).toEqual([]);
        expect(dictionary.columnas.map(({ nombre }) => nombre)).toEqual(header);
        expect(new Set(header).size).toBe(header.length);
        expect(rows).toHaveLength(plan.indicators.length * plan.periods.length);
        dictionary.columnas.forEach(({ tipo, valores, descripcion, regla }, place) => {
          expect([descripcion, regla].every(Boolean)).toBe(true);
          for (const field of rows.map((row) => row[place] ?? '').filter(Boolean)) {
            expect(field).toMatch(isOf[tipo] ?? /(?!)/);
            if (valores) expect(Object.keys(valores)).toContain(field);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('texts come back as they are in the plan, and none is run as a formula', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { records } = openDataOf(plan);
        const names = records.filter((_, place) => place % plan.periods.length === 0);
        expect(names.map(({ indicador = '' }) => unprotectText(indicador))).toEqual(
          plan.indicators.map(({ name }) => name),
        );
        for (const { indicador = '' } of names) expect(indicador).not.toMatch(/^[=+\-@]/);
      }),
      { numRuns: 60 },
    );
  });
});
