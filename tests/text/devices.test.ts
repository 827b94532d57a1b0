import { describe, expect, test } from 'vitest';
import { deviceNames } from '../../src/domain/devices';
import { audit } from '../../src/text/audit';
import { copies } from '../../src/text/copies';
import { deviceTitle, deviceWords, ofDevice, stretch } from '../../src/text/devices';

const NAMES: Readonly<Record<string, string>> = {
  'dev:k3f9a2mt': 'Ana',
  'dev:p0x2b7qq': ' Ana ',
  'dev:m1m1m1m1': 'Beto',
};

describe('a device', () => {
  const known = deviceNames(['k3f9a2mt', 'p0x2b7qq', 'm1m1m1m1', 'zzzz0000'], (id) => NAMES[id] ?? '');

  test.each([
    ['k3f9a2mt', 'el equipo de Ana (k3f9)'],
    ['p0x2b7qq', 'el equipo de Ana (p0x2)'],
    ['m1m1m1m1', 'el equipo de Beto'],
    ['zzzz0000', 'el equipo zzzz'],
  ])('%s is "%s"', (id, words) => {
    const device = known.get(id)!;
    expect(deviceWords(device)).toBe(words);
    expect(ofDevice(device)).toBe(`d${words}`);
    expect(deviceTitle(device)).toBe(`E${words.slice(1)}`);
    expect(audit.gap(device, 3, 3)).toBe(`Falta el cambio 3 d${words}.`);
    expect(audit.gap(device, 3, 5)).toBe(`Faltan los cambios 3 a 5 d${words}.`);
    expect(copies.damagedFrom(device, 2)).toBe(`2\u00a0cambios dañados d${words}.`);
  });

  test('that cannot be read is none', () =>
    expect(copies.damagedFrom(null, 1)).toBe('1\u00a0cambio dañado de un equipo que no se alcanza a leer.'));
});

test.each([
  [86_400_000, 'un día'],
  [3 * 86_400_000, '3\u00a0días'],
  [3_600_000, 'una hora'],
  [5 * 3_600_000, '5\u00a0horas'],
  [25 * 60_000, '25\u00a0minutos'],
  [1, 'un minuto'],
])('%d ms is "%s"', (ms, words) => expect(stretch(ms)).toBe(words));
