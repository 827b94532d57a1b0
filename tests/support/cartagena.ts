import type { IsoDay } from '../../src/domain/isoDay';
import type { Indicator, PhvaStage, Plan } from '../../src/domain/model';
import { anEvidence, anIndicator, aPlan } from './builders';

interface Row {
  readonly item: string;
  readonly activity: string;
  readonly stage: PhvaStage;
  readonly start: IsoDay;
  readonly end: IsoDay;
  readonly target: number;
  readonly unit?: 'percent';
  readonly targetText: string;
  readonly q1: number;
  readonly stated: string;
  /** Number and name of the annex that the remark cites. */
  readonly annex?: readonly [string, string];
}

const GUIDE = 'Equipo Gobierno Digital y áreas de gestión OAI';
const ADOPTION = 'Equipo de Uso y Apropiación';

/** The twelve rows of Cartagena's 2023 action plan, in the order of its file (domain.md A5, F1). */
const ROWS: readonly Row[] = [
  {
    item: '1',
    activity: '1',
    stage: 'plan',
    start: '2023-01-01',
    end: '2023-02-28',
    target: 1,
    targetText: '1 Hoja de ruta definida',
    q1: 1,
    stated: '100,0%',
    annex: ['01', 'Anexo 01 Hoja de ruta a 2023'],
  },
  {
    item: '1',
    activity: '2',
    stage: 'check',
    start: '2023-01-01',
    end: '2023-12-31',
    target: 4,
    targetText: '4 Informes trimestrales',
    q1: 1,
    stated: '25,00%',
    annex: ['01', 'Anexo 01 Hoja de ruta a 2023'],
  },
  {
    item: '2',
    activity: '3',
    stage: 'do',
    start: '2023-01-01',
    end: '2023-07-31',
    target: 21,
    targetText: '21 actividades programadas',
    q1: 7,
    stated: '33,3%',
    annex: ['02', 'Anexo 02 Sensibilización Gobierno Digital'],
  },
  {
    item: '2',
    activity: '4',
    stage: 'do',
    start: '2023-01-01',
    end: '2023-07-31',
    target: 21,
    targetText: '# Actas de reunión',
    q1: 2,
    stated: '9,5%',
    annex: ['02', 'Anexo 02 Sensibilización Gobierno Digital'],
  },
  {
    item: '3',
    activity: '4',
    stage: 'do',
    start: '2023-01-01',
    end: '2023-02-28',
    target: 1,
    targetText: '1 Informe con la Línea base para 2023',
    q1: 1,
    stated: '100,0%',
    annex: ['03', 'Anexo 03 Informe de línea base para 2023'],
  },
  {
    item: '4',
    activity: '5',
    stage: 'do',
    start: '2023-01-01',
    end: '2023-02-28',
    target: 1,
    targetText: '1 Repositorio organizado',
    q1: 1,
    stated: '100,0%',
    annex: ['04', 'Anexo 04 Repositorio de los productos'],
  },
  {
    item: '5',
    activity: '6',
    stage: 'plan',
    start: '2023-01-01',
    end: '2023-02-28',
    target: 1,
    targetText: '1 Cronograma generado',
    q1: 1,
    stated: '100,0%',
    annex: ['05', 'Anexo 05 Ejercicios de arquitectura empresarial'],
  },
  {
    item: '5',
    activity: '7',
    stage: 'check',
    start: '2023-01-01',
    end: '2023-12-31',
    target: 10,
    targetText: '10 Informes mensuales',
    q1: 0.3,
    stated: '3,0%',
    annex: ['05', 'Anexo 05 Ejercicios de arquitectura empresarial'],
  },
  {
    item: '6',
    activity: '9',
    stage: 'do',
    start: '2023-03-01',
    end: '2023-04-30',
    target: 1,
    targetText: 'Repositorio con evidencias para el reporte a FURAG alistado',
    q1: 0,
    stated: '0,0%',
    annex: ['06', '06 Evidencias FURAG 2022'],
  },
  {
    item: '7',
    activity: '10',
    stage: 'act',
    start: '2023-04-30',
    end: '2023-12-31',
    target: 1,
    targetText: 'Planes de Mejoramiento con seguimiento',
    q1: 0,
    stated: '0,0%',
    annex: ['07', '07 Planes de mejoramiento GD'],
  },
  {
    item: '8',
    activity: '11',
    stage: 'do',
    start: '2023-02-01',
    end: '2023-12-31',
    target: 1,
    targetText: '1 Estrategia de uso y apropiación definida',
    q1: 0.2,
    stated: '20,0%',
    annex: ['08', '08 Cultura y Apropiación Gobierno Digital'],
  },
  {
    item: '8',
    activity: '11',
    stage: 'do',
    start: '2023-02-01',
    end: '2023-12-31',
    target: 1,
    unit: 'percent',
    targetText: '1 cronograma de actividades',
    q1: 0,
    stated: '0,0%',
  },
];

const PRINTED_ROWS = [1, 3, 5, 6, 7, 9, 10, 11, 12];

/** What the file holds in the second to fourth quarters, and what the import makes of it. */
export type AfterTheCut = 'zeros' | 'notReported';

/** The plan as an engine fixture; row n of the file is `ind:n`. */
export function cartagena(afterTheCut: AfterTheCut = 'notReported', changed: Partial<Plan> = {}): Plan {
  const indicators = ROWS.map((row, index) => indicatorOf(row, index + 1, afterTheCut));
  return aPlan({ id: 'pl:cartagena', indicators, ...changed });
}

/** The same plan with a value in the second quarter of one row, counted from 1. */
export function cartagenaWithSecondQuarter(row: number, value: number): Plan {
  const plan = cartagena();
  const indicators = ROWS.map((given, index) =>
    indicatorOf(given, index + 1, 'notReported', index + 1 === row ? value : undefined),
  );
  return { ...plan, indicators };
}

function indicatorOf(row: Row, number: number, afterTheCut: AfterTheCut, second?: number): Indicator {
  const { item, activity, start, end, target, targetText, q1, stated, annex, stage } = row;
  const evidence = annex ? [anEvidence({ id: `evi:${annex[0]}`, number: annex[0], name: annex[1] })] : [];
  const first = { report: { k: 'value', v: q1 }, remark: 'Se explica el trimestre', evidence } as const;
  const rest = afterTheCut === 'zeros' ? [0, 0, 0] : [second];
  const party = item === '8' ? { id: 'pty:2', name: ADOPTION } : { id: 'pty:1', name: GUIDE };
  return anIndicator({
    id: `ind:${number}`,
    item: { id: `itm:${item}`, number: item },
    activity: {
      // Two activities bear the number 4, under different items.
      id: `act:${item}.${activity}`,
      number: activity,
      phvaStage: stage,
      start,
      end,
      responsibleParties: [party],
    },
    start,
    end,
    target,
    targetUnit: row.unit ?? 'count',
    targetText,
    // The file prints the number of an item on its first row, and again on row 12.
    printedItem: PRINTED_ROWS.includes(number) ? item : '',
    statedValue: { text: stated, percent: Number(stated.replace(',', '.').replace('%', '')) },
    said: [first, ...rest],
  });
}
