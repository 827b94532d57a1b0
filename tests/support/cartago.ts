import { periodsOf } from '../../src/domain/calendar';
import type { Calendar } from '../../src/domain/calendar';
import { NOTHING_SAID } from '../../src/domain/model';
import type { Plan } from '../../src/domain/model';
import { anIndicator, aPlan } from './builders';

interface Domain {
  readonly name: string;
  readonly slug: string;
  readonly stated: number;
  /** Each initiative with what was said of it and its percent, as printed. */
  readonly initiatives: readonly (readonly [name: string, remark: string, percent: number])[];
}

/** The eleven initiatives of Cartago's PETI at 31 July 2024, in the order of the file (domain.md A3). */
const DOMAINS: readonly Domain[] = [
  {
    name: 'Estrategia de TI',
    slug: 'it-strategy',
    stated: 85,
    initiatives: [
      [
        'Diseño e implementación del Plan de Seguridad y Privacidad de la Información',
        'Se llevó a cabo capacitación y concientización para el personal sobre el uso seguro de la tecnología, la gestión de contraseñas y la identificación de amenazas de seguridad.',
        100,
      ],
      [
        'Adopción del plan de comunicaciones del PETI debe estar alineado con los lineamientos internos en materia de comunicaciones internas y externas.',
        'Se adopta el plan de comunicaciones del PETI. Se publica en la sede electrónica del Concejo Municipal.',
        100,
      ],
      ['Implementación del plan de continuidad tecnológica', 'En desarrollo', 40],
    ],
  },
  {
    name: 'Gobierno de TI',
    slug: 'it-governance',
    stated: 100,
    initiatives: [
      [
        'Adecuación del proceso "Tecnología de la información y de las comunicaciones"',
        'El hecho de tener un 0% de cumplimiento en la definición de la estrategia para el uso y apropiación de las TIC señala una necesidad urgente de acción por parte de la Corporación.',
        100,
      ],
      ['Construcción del portafolio de servicios', 'Se tiene documentado el portafolio de Servicios', 100],
      [
        'Definición del modelo de Gobierno de TI',
        'Informe de diagnóstico en el uso y apropiación de las TICS',
        100,
      ],
    ],
  },
  {
    name: 'Sistemas de Información',
    slug: 'information-systems',
    stated: 20,
    initiatives: [
      ['Implementación Datos Abiertos', '', 60],
      ['Evolución Tramites y Servicios Digitales', '', 0],
      ['Gestión documental electrónica', '', 0],
    ],
  },
  {
    name: 'Uso y Apropiación',
    slug: 'use-adoption',
    stated: 0,
    initiatives: [
      ['Fortalecimiento de la apropiación de los servicios digitales internos y externos', '', 0],
      [
        'Fortalecimiento del nivel de satisfacción de los ciudadanos frente a la oferta institucional de servicios digitales.',
        '',
        0,
      ],
    ],
  },
];

const CALENDAR: Calendar = {
  start: '2024-01-01',
  end: '2024-12-31',
  monthsPerPeriod: 12,
  cuts: ['2024-07-31'],
};

/** The follow-up as an engine fixture: a direct percent per initiative, without dates or owners (A6.11). */
export function cartago(changed: Partial<Plan> = {}): Plan {
  const periods = periodsOf(CALENDAR);
  const rows = DOMAINS.flatMap(({ initiatives, ...domain }, place) =>
    initiatives.map((initiative) => ({ domain, place, initiative })),
  );
  const indicators = rows.map(({ domain, place, initiative: [name, remark, percent] }, row) => {
    const { slug, stated } = domain;
    const indicator = anIndicator({
      id: `ind:${row + 1}`,
      item: {
        id: `itm:${place + 1}`,
        number: '',
        differentialCriterion: domain.name,
        statedValue: { text: `${stated}%`, percent: stated },
      },
      activity: {
        id: `act:${row + 1}`,
        number: '',
        name,
        phvaStage: null,
        start: null,
        end: null,
        tags: new Map([['mrae-domains', [slug]]]),
      },
      target: 1,
      targetUnit: 'percent',
      accumulation: 'latest',
    });
    const value = { ...NOTHING_SAID, report: { k: 'value', v: percent / 100 }, remark } as const;
    return { ...indicator, reports: new Map([[periods[0]!.id, value]]) };
  });
  return aPlan({
    planYear: 2024,
    calendar: CALENDAR,
    periods,
    rollupMethod: 'groupMean',
    statedValue: { text: '51%', percent: 51 },
    indicators,
    ...changed,
  });
}
