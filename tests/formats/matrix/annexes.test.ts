import { describe, expect, test } from 'vitest';
import { citedAnnexes, readListedAnnex, writeListedAnnex } from '../../../src/formats/matrix/annexes';

describe('annexes as remarks cite them (X-47)', () => {
  test.each([
    ['se adjunta (Anexo 01 Hoja de ruta a 2023)', '01', 'Hoja de ruta a 2023'],
    ['una vez llegue (06 Evidencias FURAG 2022)', '06', 'Evidencias FURAG 2022'],
    ['(Anexo 2. Actas: marzo).', '02', 'Actas'],
  ])('%s', (remark, number, name) => {
    expect(citedAnnexes(remark)).toMatchObject([{ number, name }]);
  });

  test('other brackets cite nothing', () => {
    expect(citedAnnexes('(habilitadores, líneas de acción) (2022) (12) (28,72%) (2 actas)')).toEqual([]);
  });

  test('the same annex twice in a remark is one', () => {
    expect(citedAnnexes('(Anexo 01 a) y (Anexo 1 b) y (Anexo 02 c)').map(({ number }) => number)).toEqual([
      '01',
      '02',
    ]);
  });

  test.each([
    ['05', 'Ejercicios: actas', '[05] Ejercicios: actas'],
    ['', 'acta-marzo.pdf', 'acta-marzo.pdf'],
    ['', '[borrador] acta', '[] [borrador] acta'],
    ['', 'Anexo 01 Hoja de ruta', 'Anexo 01 Hoja de ruta'],
  ])('in a list of ours, %j %j is %j', (number, name, written) => {
    expect(writeListedAnnex(number, name)).toBe(written);
    expect(readListedAnnex(written)).toEqual({ number, name, text: name });
  });
});
