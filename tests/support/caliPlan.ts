import { periodsOf } from '../../src/domain/calendar';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan } from '../../src/domain/model';
import { aPeriodValue, anIndicator, aPlan } from './builders';

/** The last day of the semester that Cali reported. */
export const CALI_CUT = '2020-09-30';

const SEMESTER = { start: '2020-04-01', end: CALI_CUT, monthsPerPeriod: 6 } as const;
const PERIODS = periodsOf(SEMESTER);

interface Row {
  readonly name: string;
  readonly percent: number;
  readonly component: 'ict-for-society' | 'ict-for-state';
  readonly enabler?: 'architecture' | 'security-privacy' | 'citizen-digital-services';
  readonly purpose?: 'data-driven-decisions' | 'open-state';
  readonly who: readonly string[];
  readonly end?: IsoDay;
}

/**
 * Rows made for the test: Cali's report gives results and no rows (domain.md A1). A quarter of these are of TIC para
 * la Sociedad, so that its 55 and the 59 of the other component come to 58 by number of activities.
 */
const ROWS: readonly Row[] = [
  {
    name: 'Consulta ciudadana',
    percent: 50,
    component: 'ict-for-society',
    purpose: 'open-state',
    who: ['Participación'],
  },
  { name: 'Rendición de cuentas', percent: 70, component: 'ict-for-society', who: ['Planeación'] },
  { name: 'Portal de información', percent: 100, component: 'ict-for-society', who: ['Planeación'] },
  {
    name: 'Control social virtual',
    percent: 0,
    component: 'ict-for-society',
    who: ['DATIC', 'Participación'],
    end: '2020-08-31',
  },
  {
    name: 'Repositorio de arquitectura',
    percent: 94,
    component: 'ict-for-state',
    enabler: 'architecture',
    who: ['DATIC'],
  },
  {
    name: 'Dominio de seguridad',
    percent: 0,
    component: 'ict-for-state',
    enabler: 'architecture',
    who: ['DATIC'],
    end: '2020-08-31',
  },
  {
    name: 'Riesgos de información',
    percent: 72,
    component: 'ict-for-state',
    enabler: 'security-privacy',
    who: ['DATIC'],
  },
  {
    name: 'Procedimientos de seguridad',
    percent: 0,
    component: 'ict-for-state',
    enabler: 'security-privacy',
    who: ['DATIC'],
  },
  {
    name: 'Autenticación electrónica',
    percent: 88,
    component: 'ict-for-state',
    enabler: 'citizen-digital-services',
    who: ['DATIC'],
  },
  {
    name: 'Análisis colaborativo',
    percent: 57,
    component: 'ict-for-state',
    purpose: 'data-driven-decisions',
    who: ['Hacienda'],
  },
  { name: 'Redes sociales', percent: 100, component: 'ict-for-state', who: ['Comunicaciones'] },
  { name: 'Mensajes a usuarios', percent: 100, component: 'ict-for-state', who: ['Comunicaciones'] },
  { name: 'Normativa institucional', percent: 90, component: 'ict-for-state', who: ['Jurídica'] },
  { name: 'Capacitación a veedurías', percent: 60, component: 'ict-for-state', who: ['Participación'] },
  { name: 'Planeación participativa', percent: 47, component: 'ict-for-state', who: ['Participación'] },
  { name: 'Modelo de gestión', percent: 0, component: 'ict-for-state', who: ['DATIC'] },
];

/** A semester whose charts come to what Cali printed: 58, 55 and 59, 47, 36 and 88, 57 and 50. */
export function caliPlan(changed: Partial<Plan> = {}): Plan {
  return aPlan({
    id: 'pl:cali',
    title: 'Plan de trabajo de Gobierno Digital',
    entityName: 'Alcaldía de Cali',
    planYear: 2020,
    calendar: SEMESTER,
    periods: PERIODS,
    indicators: ROWS.map(indicatorOf),
    ...changed,
  });
}

function indicatorOf({ name, percent, component, enabler, purpose, who, end }: Row, at: number) {
  const paths = [
    `components/${component}`,
    ...(enabler ? [`enablers/${enabler}`] : []),
    ...(purpose ? [`purposes/${purpose}`] : []),
  ];
  return anIndicator({
    id: `ind:${at + 1}`,
    activity: {
      id: `act:${at + 1}`,
      name,
      start: SEMESTER.start,
      end: end ?? '2020-12-31',
      responsibleParties: who.map((party) => ({ id: `pty:${party}`, name: party })),
      tags: new Map([['decree-1008', paths]]),
    },
    target: 1,
    targetUnit: 'percent',
    accumulation: 'latest',
    reports: new Map(
      PERIODS.map(({ id }) => [
        id,
        aPeriodValue({ report: { k: 'value', v: percent / 100 }, remark: 'Se explica' }),
      ]),
    ),
  });
}
