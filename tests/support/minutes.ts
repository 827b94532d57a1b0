import { periodsOf, quartersOf } from '../../src/domain/calendar';
import type { MinutesFacts } from '../../src/domain/meetings/minutes';
import { readMinutesFacts } from '../../src/domain/meetings/readMinutes';
import type { Minutes } from '../../src/domain/meetings/model';

export const VERSION_HASH = '5f'.repeat(32);
export const STROKES = 'a1'.repeat(32);
export const OTHER_STROKES = 'b2'.repeat(32);

const SECOND_QUARTER = periodsOf(quartersOf(2023))[1]!;

const FACTS: MinutesFacts = {
  entityName: 'Alcaldía de Santiago de Cali',
  nit: '890.399.011-3',
  planTitle: 'Plan de acción de Gobierno Digital 2023',
  form: { code: 'MAGT04.03.P003.F001', version: '002' },
  logo: null,
  kind: 'workshop',
  seriesName: 'Línea base de Gobierno Digital',
  number: '8',
  department: 'Secretaría de Hacienda',
  day: '2023-04-10',
  start: '09:05',
  end: '11:30',
  place: 'Plaza de la Aduana, piso 2',
  objective: 'Establecer la línea base de la dependencia y acordar qué hará en el trimestre.',
  people: [
    {
      id: 'per:ana',
      role: 'attendee',
      name: 'Ana Lucía Pérez',
      position: 'Jefe de oficina',
      department: 'Secretaría de Hacienda',
      signature: { k: 'drawn', sha256: STROKES, isSuppressed: false },
    },
    {
      id: 'per:oscar',
      role: 'attendee',
      name: 'Óscar Ibarra',
      position: 'Contratista',
      department: 'Equipo Gobierno Digital',
      signature: { k: 'paper' },
    },
    {
      id: 'per:beatriz',
      role: 'guest',
      name: 'Beatriz Mosquera',
      position: 'Profesional',
      department: 'Control Interno',
      signature: { k: 'drawn', sha256: OTHER_STROKES, isSuppressed: true },
    },
    {
      id: 'per:carlos',
      role: 'absentee',
      name: 'Carlos Núñez',
      position: 'Subsecretario',
      department: '',
      signature: null,
    },
  ],
  points: [
    {
      key: 'commitments',
      title: 'Compromisos anteriores',
      discussion: '',
      progress: null,
      reviewed: [
        {
          what: 'Publicar 20 conjuntos de datos',
          who: 'Líder de proyecto',
          due: '2023-03-31',
          about: '',
          state: 'overdue',
          reason: '',
        },
        {
          what: 'Enviar el inventario',
          who: 'Secretaría de Hacienda',
          due: null,
          about: '',
          state: 'justified',
          reason: 'lo reemplaza el catálogo',
        },
      ],
    },
    {
      key: 'ind:1',
      title: 'Actas de mesas de transformación digital',
      discussion: 'Se revisaron las actas del trimestre.\n\nFaltan las de dos dependencias.',
      progress: {
        period: SECOND_QUARTER,
        report: { k: 'value', v: 1234.5 },
        isSaidHere: true,
        unit: 'count',
        unitName: 'Actas de reunión',
        target: 2100,
        before: 9.523809523,
        after: 33.333333333,
        remark: 'Se contaron las firmadas.',
        delayCause: 'Cambio de personal',
        evidence: ['Anexo 02', 'acta-8.pdf'],
      },
      reviewed: [],
    },
    { key: 'other', title: 'Proposiciones y varios', discussion: '', progress: null, reviewed: [] },
  ],
  commitments: [
    {
      what: 'Enviar las actas firmadas al repositorio',
      who: 'Ana Lucía Pérez',
      due: '2023-05-15',
      about: 'ind:1',
    },
    { what: 'Nombrar un enlace', who: 'Secretaría de Hacienda', due: null, about: '' },
  ],
  nextMeeting: 'El 15 de mayo de 2023 a las 9:00, en el mismo lugar.',
  annexes: [
    { name: 'lista-de-asistencia.jpg', sha256: '0123456789abcdef'.repeat(4) },
    { name: 'Circular 012', sha256: null },
  ],
  writtenBy: 'Óscar Ibarra',
};

/** The facts of an acta with something in every part of it, unless said otherwise. */
export function someFacts(given: Partial<MinutesFacts> = {}): MinutesFacts {
  return { ...FACTS, ...given };
}

/** The facts of an acta where nobody wrote anything. */
export function noFacts(): MinutesFacts {
  return readMinutesFacts({});
}

/** The first version of a full acta, signed on the glass, on paper, and once of another version. */
export function someMinutes(given: Partial<Minutes> = {}): Minutes {
  return {
    id: 'min:1',
    version: 1,
    reason: '',
    sha256: VERSION_HASH,
    facts: FACTS,
    isInForce: true,
    signatures: [
      {
        id: 'sig:1',
        ...signer('per:ana', 'Ana Lucía Pérez', 'Jefe de oficina'),
        signature: { k: 'drawn', sha256: STROKES, isSuppressed: false },
        signedSha256: VERSION_HASH,
      },
      {
        id: 'sig:2',
        ...signer('per:oscar', 'Óscar Ibarra', 'Contratista'),
        signature: { k: 'paper' },
        signedSha256: VERSION_HASH,
      },
      {
        id: 'sig:3',
        ...signer('per:beatriz', 'Beatriz Mosquera', 'Profesional'),
        signature: { k: 'drawn', sha256: OTHER_STROKES, isSuppressed: false },
        signedSha256: '00'.repeat(32),
      },
    ],
    ...given,
  };
}

function signer(personId: string, name: string, position: string) {
  return { personId, name, position, department: 'Hacienda' };
}
