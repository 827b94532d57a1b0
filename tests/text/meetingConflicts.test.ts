import { expect, test } from 'vitest';
import { conflictTitle, fieldValueWords } from '../../src/text/conflicts';
import { fieldWords } from '../../src/text/fieldNames';
import { aPlanThatMeets } from '../support/meetings';

const NAMES: Readonly<Record<string, string>> = {
  'pty:hac': 'Secretaría de Hacienda',
  'pty:gd': 'Equipo Gobierno Digital',
  'per:ana': 'Ana Pérez',
  'ser:1': 'Mesas 2023',
  'tpc:1': 'Gobernanza',
};
const nameOf = (id: string) => NAMES[id] ?? '';

const plan = aPlanThatMeets([
  ['ser:1', { name: 'Mesas 2023' }],
  ['tpc:1', { series: 'ser:1', name: 'Gobernanza' }],
  ['mtg:1', { series: 'ser:1', number: '3', department: 'pty:hac', start: '09:00' }],
  ['pnt:1:free:9', { title: 'Datos abiertos' }],
  ['per:ana', { name: 'Ana Pérez', role: 'Enlace' }],
  ['att:1:ana', { role: 'attendee' }],
  ['com:1', { session: 'mtg:1', what: 'Publicar 20 conjuntos' }],
]);

const SESSION = 'Mesa 3 · Secretaría de Hacienda';

test.each([
  ['mtg:1', 'number', `${SESSION} · Número`],
  ['mtg:1', 'day', `${SESSION} · Fecha`],
  ['mtg:1', 'start', `${SESSION} · Hora de inicio`],
  ['mtg:1', 'end', `${SESSION} · Hora de fin`],
  ['mtg:1', 'place', `${SESSION} · Lugar`],
  ['mtg:1', 'objective', `${SESSION} · Objetivo`],
  ['mtg:1', 'nextMeeting', `${SESSION} · Próxima reunión`],
  ['mtg:1', 'department', `${SESSION} · Dependencia`],
  ['mtg:1', 'period', `${SESSION} · Período que se reporta`],
  ['mtg:1', 'state', `${SESSION} · Estado de la sesión`],
  ['mtg:1', 'correction', `${SESSION} · Razón de la corrección`],
  ['mtg:1', '_deleted', `${SESSION} · Borrado y a la vez editado`],
  ['mtg:gone', 'day', 'Una sesión · Fecha'],
  ['pnt:1:tpc:1', 'discussion', `${SESSION} · Gobernanza · Desarrollo`],
  ['pnt:1:other', 'isDone', `${SESSION} · Proposiciones y varios · Tratado`],
  ['pnt:1:free:9', 'title', `${SESSION} · Datos abiertos · Título del punto`],
  ['pnt:1:ind:1', 'isRemoved', `${SESSION} · Actas de reunión · Quitado del orden del día`],
  ['com:1', 'what', `${SESSION} · Publicar 20 conjuntos · Qué`],
  ['com:1', 'who', `${SESSION} · Publicar 20 conjuntos · Quién`],
  ['com:1', 'due', `${SESSION} · Publicar 20 conjuntos · Para cuándo`],
  ['com:1', 'about', `${SESSION} · Publicar 20 conjuntos · Punto del que sale`],
  ['com:1', 'outcome', `${SESSION} · Publicar 20 conjuntos · Cómo se cerró`],
  ['com:gone', 'who', 'Un compromiso · Quién'],
  ['att:1:ana', 'role', `${SESSION} · Ana Pérez · Asistencia`],
  ['att:1:ana', 'signature', `${SESSION} · Ana Pérez · Firma`],
  ['sig:1:2:ana', 'signature', `${SESSION} · Acta, versión 2 · Ana Pérez · Firma`],
  ['sig:1:2:ana', 'signed', `${SESSION} · Acta, versión 2 · Ana Pérez · Huella que firmó`],
  ['min:1:2', 'frozen', `${SESSION} · Acta, versión 2 · Acta cerrada`],
  ['per:ana', 'name', 'Ana Pérez · Nombre'],
  ['per:ana', 'role', 'Ana Pérez · Cargo'],
  ['per:ana', 'department', 'Ana Pérez · Dependencia'],
  ['ser:1', 'name', 'Mesas 2023 · Nombre'],
  ['ser:1', 'start', 'Mesas 2023 · Desde'],
  ['ser:1', 'end', 'Mesas 2023 · Hasta'],
  ['ser:1', 'kind', 'Mesas 2023 · Clase de sesiones'],
  ['tpc:1', 'guide', 'Gobernanza · Qué se busca'],
])('a conflict of %s in %s is called by what it is about', (entity, field, title) => {
  expect(conflictTitle(plan, entity, field, nameOf).replaceAll('\u00a0', ' ')).toBe(title);
});

test('a field is called as its own kind of thing calls it', () => {
  expect(fieldWords('start')).toBe('Fecha de inicio');
  expect(fieldWords('start', 'mtg:1')).toBe('Hora de inicio');
  expect(fieldWords('title', 'plan')).toBe('Nombre del plan');
});

const FROZEN = {
  sha256: 'f'.repeat(64),
  reason: '',
  facts: {
    end: '11:05',
    writtenBy: 'Marta Ruiz',
    people: [{ name: 'Ana' }, { name: 'Luis' }],
    commitments: [{}],
  },
};

test.each<[string, string, unknown, string]>([
  ['mtg:1', 'department', 'pty:gd', 'Equipo Gobierno Digital'],
  ['mtg:1', 'department', 'pty:gone', 'Sin nombre'],
  ['mtg:1', 'department', null, 'sin dato'],
  ['mtg:1', 'period', '20230401-20230630', '2.º trimestre de 2023'],
  ['mtg:1', 'period', '20230101-20230630', '1 ene a 30 jun 2023'],
  ['mtg:1', 'state', 'closed', 'Cerrada'],
  ['mtg:1', 'day', '2023-02-10', '10 feb 2023'],
  ['mtg:1', 'start', '09:05', '09:05'],
  ['mtg:1', 'series', 'ser:1', 'Mesas 2023'],
  ['pnt:1:other', 'isDone', true, 'sí'],
  ['com:1', 'outcome', null, 'Pendiente'],
  ['com:1', 'outcome', { k: 'fulfilled', in: 'mtg:1' }, 'Cumplido'],
  ['com:1', 'outcome', { k: 'justified', reason: 'Sin contrato' }, 'Justificado: «Sin contrato»'],
  ['com:1', 'about', 'tpc:1', 'Gobernanza'],
  ['com:1', 'about', 'free:9', 'Datos abiertos'],
  ['com:1', 'session', 'mtg:1', SESSION],
  ['com:1', 'due', '2023-06-30', '30 jun 2023'],
  ['att:1:ana', 'role', 'guest', 'Invitado'],
  ['att:1:ana', 'signature', { k: 'drawn', sha256: 'a' }, 'Firmó en pantalla'],
  ['att:1:ana', 'signature', { k: 'paper' }, 'Firmó en físico'],
  ['sig:1:1:ana', 'signed', 'abcdef0123456789', 'abcdef01…'],
  ['min:1:1', 'frozen', FROZEN, 'Versión 1, cerrada a las 11:05 por Marta Ruiz: 2 personas, 1 compromiso'],
  ['min:1:1', 'frozen', { facts: 7 }, 'Versión 1: 0 personas, 0 compromisos'],
  ['per:ana', 'role', 'guest', 'guest'],
  ['ser:1', 'kind', 'awareness', 'Sensibilización'],
  ['ind:1', 'counts', { series: 'ser:1', what: 'minutes' }, 'Actas de Mesas 2023'],
  ['ind:1', 'counts', { series: 'ser:1', what: 'sessions' }, 'Sesiones de Mesas 2023'],
])('%s %s %o reads as people say it', (entityId, field, value, words) => {
  const said = fieldValueWords(field, value, 'count', plan, { entityId, nameOf });
  expect(said.replaceAll('\u00a0', ' ')).toBe(words);
});
