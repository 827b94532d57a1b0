import { describe, expect, test } from 'vitest';
import { dayOfSerial, firstShown, readDay } from '../../src/formats/days';

describe('days as people write them (domain.md A6.8)', () => {
  test.each([
    ['01-Jan-23', '2023-01-01'],
    ['01-ene-23', '2023-01-01'],
    ['30-Apr-23', '2023-04-30'],
    ['30-abr-2023', '2023-04-30'],
    ['1/01/24', '2024-01-01'],
    ['31/12/24', '2024-12-31'],
    ['24/05/2024', '2024-05-24'],
    ['31 de julio de 2024', '2024-07-31'],
    ['1 de septiembre del 2024', '2024-09-01'],
    ['15 sept. 2024', '2024-09-15'],
    ['2024-07-31', '2024-07-31'],
    ['12/31/24', '2024-12-31'],
    ['julio 31 de 2024', '2024-07-31'],
    ['Dec 31, 2024', '2024-12-31'],
    ['31/12/2024 0:00:00', '2024-12-31'],
    ['31/12/2024 11:59 p. m.', '2024-12-31'],
  ])('%s', (text, day) => {
    expect(readDay(text)).toEqual({ day, isAmbiguous: false });
  });

  test('a day that could also be a month is doubtful, and read day first', () => {
    expect(readDay('12/01/24')).toEqual({ day: '2024-01-12', isAmbiguous: true });
  });

  test.each([
    '',
    '1/01/24\n1/01/24',
    '1º semestre 2025',
    '2025-2026',
    '31/02/2024',
    '31 de julio',
    '45.5.2023',
    '01-mal-23',
  ])('not a day: %j', (text) => {
    expect(readDay(text)).toBeNull();
  });

  test('what stands first shows the order only when no month can be so large', () => {
    expect(['24/05/2024', '31-12-24', '13.1.2024 0:00'].map(firstShown)).toEqual(['day', 'day', 'day']);
    expect(['12/31/24', '01/15/2024'].map(firstShown)).toEqual(['month', 'month']);
    const others = ['12/05/2024', '31/31/24', '2024-05-24', '24 de mayo'];
    expect(others.every((text) => firstShown(text) === null)).toBe(true);
  });

  test('a serial number is a day only where it can be one', () => {
    expect(dayOfSerial(44927)).toBe('2023-01-01');
    expect(dayOfSerial(45291.75)).toBe('2023-12-31');
    expect(dayOfSerial(21)).toBeNull();
    expect(dayOfSerial(950_341_565)).toBeNull();
  });
});
