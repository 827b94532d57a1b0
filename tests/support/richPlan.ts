import { CALI_3 } from '../../src/domain/bands';
import type { BandScheme } from '../../src/domain/bands';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import { measurementId } from '../../src/domain/entities';
import type { Json } from '../../src/log/json';
import { aSnapshotOf, entity } from './largePlan';

const [FIRST] = periodsOf(quartersOf(2023));
const PARTIES = ['Oficina Asesora de Informática', 'Secretaría de Hacienda'];

type Values = Readonly<Record<string, Json>>;

interface Given {
  readonly name: string;
  readonly item: number;
  readonly activity?: Values;
  readonly indicator?: Values;
  /** What the first quarter says. */
  readonly said?: Values;
}

const value = (v: number): Values => ({ report: { k: 'value', v } });

/** Activities with all that a matrix has no column for: money, elements of the policy, what they wait for. */
const ROWS: readonly Given[] = [
  {
    name: '1. Definir la hoja de ruta para la implementación de Gobierno Digital',
    item: 0,
    activity: {
      phvaStage: 'plan',
      end: '2023-02-28',
      budget: 630_000_000,
      executed: 315_000_000,
      'tag/decree-767/governance': true,
      'tag/decree-1008/components/ict-for-state': true,
    },
    indicator: { target: 21, weight: 25 },
    said: value(22),
  },
  {
    name: '2. Publicar los conjuntos de datos abiertos de la entidad y acompañar su uso',
    item: 0,
    activity: {
      budget: 385_000_000,
      executed: 0,
      'tag/decree-767/action-lines/data-driven-decisions': true,
      'tag/decree-1008/purposes/data-driven-decisions': true,
      'tag/mrae-domains/information': true,
    },
    indicator: { target: 20, weight: 25 },
    said: { ...value(9), planned: 5 },
  },
  {
    name: '3. Reducir los días de respuesta a los trámites',
    item: 1,
    activity: { budget: 1, 'tag/decree-767/action-lines/smart-services': true },
    indicator: {
      target: 5,
      accumulation: 'reduction',
      baseline: 20,
      baselineSource: 'Informe de trámites 2022',
      weight: 30,
    },
    said: { ...value(11), planned: 10 },
  },
  {
    name: '9. Hacer el reporte a FURAG',
    item: 1,
    activity: {
      phvaStage: 'check',
      end: '2023-04-30',
      blockedBy: 'formulario FURAG',
      'tag/decree-1008/enablers/security-privacy': true,
    },
    indicator: { target: 1, weight: 20 },
    said: value(0),
  },
  {
    name: '10. Elaborar los planes de mejoramiento',
    item: 2,
    activity: { phvaStage: 'act', blockedBy: 'act:3', 'tag/ejes/servicio-al-ciudadano': true },
    indicator: { target: 8 },
    said: value(6),
  },
  {
    name: '11. Caracterizar los grupos de interés',
    item: 2,
    activity: { end: '2023-03-15', 'tag/decree-1008/enablers/architecture': true },
    indicator: { target: 10 },
    said: value(7),
  },
  { name: '12. Acompañar a las dependencias', item: 2, indicator: { target: null } },
  { name: '13. Bajar las quejas', item: 2, indicator: { target: 5, accumulation: 'reduction' } },
];

/** A plan with money, taxonomies, baselines, weights and what its work waits for, as a file to be opened. */
export function aRichSnapshot(scheme: BandScheme = CALI_3): string {
  return aSnapshotOf('pl_rich', [
    entity('plan', {
      title: 'Plan de acción Gobierno Digital 2023',
      entityName: 'Alcaldía de prueba',
      planYear: 2023,
      calendar: { ...quartersOf(2023) },
      baseline: { percent: 28.72, source: 'Informe de línea base 2023, Anexo 03' },
      scheme: { ...scheme, bands: scheme.bands.map((band) => ({ ...band })) },
    }),
    ...PARTIES.map((name, at) => entity(`pty:${at}`, { name })),
    ...['Hoja de ruta', 'Servicios', 'Cultura'].map((differentialCriterion, at) =>
      entity(`itm:${at}`, { number: String(at + 1), differentialCriterion, pos: `n${at}` }),
    ),
    ...ROWS.flatMap((row, at) => entitiesOf(row, at)),
  ]);
}

function entitiesOf({ name, item, activity = {}, indicator = {}, said }: Given, at: number) {
  const pos = `n${String(at).padStart(3, '0')}`;
  return [
    entity(`act:${at}`, {
      item: `itm:${item}`,
      number: name.split('.')[0] ?? '',
      name,
      phvaStage: 'do',
      start: '2023-01-01',
      end: '2023-12-31',
      pos,
      [`resp/pty:${at % PARTIES.length}`]: true,
      ...activity,
    }),
    entity(`ind:${at}`, {
      activity: `act:${at}`,
      name: `Mide el avance de la actividad ${at + 1}`,
      deliverable: `Producto ${at + 1}`,
      targetUnit: 'count',
      accumulation: 'sum',
      pos,
      ...indicator,
    }),
    ...(said && FIRST ? [entity(measurementId(`ind:${at}`, FIRST.id), said)] : []),
  ];
}
