import { describe, expect, it } from 'vitest';
import { minutesDocument } from '../../src/documents/minutes';
import { picturesIn } from '../../src/domain/document';
import { linesOf } from '../support/documentText';
import { noFacts, OTHER_STROKES, someFacts, someMinutes, STROKES, VERSION_HASH } from '../support/minutes';

/** Its lines with plain spaces, as one would type them. */
function linesOfMinutes(given: Parameters<typeof someMinutes>[0] = {}): readonly string[] {
  return linesOf(minutesDocument(someMinutes(given))).map((line) => line.replaceAll('\u00a0', ' '));
}

function headingsOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith('#'));
}

describe('an acta as a document', () => {
  it('says everything that was frozen, in the order of GTC 185', () => {
    expect(linesOfMinutes()).toEqual([
      '# ACTA DE REUNIÓN N.º 8',
      'Fecha: 10 de abril de 2023',
      'Hora: 9:05 a 11:30',
      'Lugar: Plaza de la Aduana, piso 2',
      'Dependencia: Secretaría de Hacienda',
      'Serie de mesas: Línea base de Gobierno Digital',
      'Plan: Plan de acción de Gobierno Digital 2023',
      'Objetivo: Establecer la línea base de la dependencia y acordar qué hará en el trimestre.',
      '## Asistentes',
      'Nombre | Cargo | Dependencia | Firma de asistencia',
      'Ana Lucía Pérez | Jefe de oficina | Secretaría de Hacienda | Firma de Ana Lucía Pérez',
      'Óscar Ibarra | Contratista | Equipo Gobierno Digital | Firma en físico',
      '## Invitados',
      'Nombre | Cargo | Dependencia | Firma de asistencia',
      'Beatriz Mosquera | Profesional | Control Interno | Firma suprimida',
      '## Ausentes',
      'Nombre | Cargo | Dependencia',
      'Carlos Núñez | Subsecretario | ',
      '## Orden del día',
      'Compromisos anteriores',
      'Actas de mesas de transformación digital',
      'Proposiciones y varios',
      '## Desarrollo',
      '### 1. Compromisos anteriores',
      'Compromiso | Responsable | Fecha de entrega | Estado',
      'Publicar 20 conjuntos de datos | Líder de proyecto | 31 de marzo de 2023 | Vencido',
      'Enviar el inventario | Secretaría de Hacienda | Sin fecha | Cerrado con justificación: lo reemplaza el catálogo',
      '### 2. Actas de mesas de transformación digital',
      'Se revisaron las actas del trimestre.',
      'Faltan las de dos dependencias.',
      'En el 2.º trimestre de 2023 se reportó 1.234,5 (Actas de reunión), de una meta de 2.100. El resultado pasó de 9,5 % a 33,3 %.',
      'Observación: Se contaron las firmadas.',
      'Causa del atraso: Cambio de personal',
      'Evidencia: Anexo 02; acta-8.pdf',
      '### 3. Proposiciones y varios',
      'Sin anotaciones.',
      '## Compromisos',
      'Compromiso | Responsable | Fecha de entrega | Punto',
      'Enviar las actas firmadas al repositorio | Ana Lucía Pérez | 15 de mayo de 2023 | 2. Actas de mesas de transformación digital',
      'Nombrar un enlace | Secretaría de Hacienda | Sin fecha | ',
      '## Convocatoria',
      'El 15 de mayo de 2023 a las 9:00, en el mismo lugar.',
      '## Firmas',
      'Ana Lucía Pérez / Jefe de oficina / Hacienda / Firma de Ana Lucía Pérez',
      'Óscar Ibarra / Contratista / Hacienda / Firma en físico',
      'Beatriz Mosquera / Profesional / Hacienda / Firmó otra versión; esta no',
      '## Anexos',
      'Anexo | Huella SHA-256',
      'lista-de-asistencia.jpg | 0123456789abcdef',
      'Circular 012 | Citado, sin archivo',
      'Transcriptor: Óscar Ibarra',
      'Las firmas dibujadas en pantalla dejan constancia de quién firmó; no son firmas digitales certificadas en los términos de la Ley 527 de 1999.',
      `Huella SHA-256 de la versión 1: ${VERSION_HASH}`,
    ]);
  });

  it('is headed by the entity and its form, and is filed under its number, department and day', () => {
    const { title, letterhead, foot } = minutesDocument(someMinutes());
    expect(title).toBe('Acta 8 - Secretaría de Hacienda - 2023-04-10');
    expect(letterhead).toEqual({
      entityName: 'Alcaldía de Santiago de Cali',
      entityFacts: ['NIT 890.399.011-3'],
      documentName: 'Acta de reunión',
      logo: null,
      facts: ['Código: MAGT04.03.P003.F001', 'Versión: 002'],
    });
    expect(foot.text).toBe('Código: MAGT04.03.P003.F001 · Versión: 002');
  });

  it('shows the pictures of what was drawn and still stands, each once, and the logo', () => {
    expect(picturesIn(minutesDocument(someMinutes()))).toEqual([STROKES]);
    const facts = someFacts({ logo: OTHER_STROKES });
    expect(picturesIn(minutesDocument(someMinutes({ facts })))).toEqual([OTHER_STROKES, STROKES]);
  });

  it('says at its top which version it is and why there is another', () => {
    const second = { version: 2, reason: 'faltaba un asistente' };
    expect(linesOfMinutes(second)[1]).toBe('Versión 2. Reemplaza la anterior: faltaba un asistente.');
    expect(linesOfMinutes({ version: 3 })[1]).toBe('Versión 3. Reemplaza la anterior.');
    expect(minutesDocument(someMinutes(second)).title).toBe(
      'Acta 8 - Secretaría de Hacienda - 2023-04-10 - versión 2',
    );
  });

  it('says of each part that there was nothing in it, and leaves out what an acta may lack', () => {
    const lines = linesOfMinutes({ facts: noFacts(), signatures: [] });
    expect(lines).toEqual([
      '# ACTA DE REUNIÓN',
      '## Asistentes',
      'Ninguno.',
      '## Orden del día',
      'Sin puntos.',
      '## Compromisos',
      'Ninguno.',
      '## Firmas',
      'Nadie la ha firmado todavía.',
      '## Anexos',
      'Ninguno.',
      `Huella SHA-256 de la versión 1: ${VERSION_HASH}`,
    ]);
    const { title, letterhead } = minutesDocument(someMinutes({ facts: noFacts() }));
    expect(title).toBe('Acta');
    expect(letterhead).toMatchObject({ entityFacts: [], facts: [] });
  });

  it('records an awareness session with only the parts that it has', () => {
    const { people, annexes } = someFacts();
    const facts = { ...noFacts(), kind: 'awareness', number: '3', people, annexes } as const;
    expect(headingsOf(linesOfMinutes({ facts, signatures: [] }))).toEqual([
      '# REGISTRO DE SENSIBILIZACIÓN N.º 3',
      '## Asistentes',
      '## Invitados',
      '## Ausentes',
      '## Anexos',
    ]);
    expect(minutesDocument(someMinutes({ facts })).title).toBe('Sensibilización 3');
  });

  it('keeps a name of 300 characters whole', () => {
    const name = 'María de los Ángeles '.repeat(15).slice(0, 300);
    const facts = someFacts({ people: [{ ...someFacts().people[0]!, name }], department: name });
    const lines = linesOfMinutes({ facts });
    expect(lines.filter((line) => line.includes(name))).toHaveLength(2);
  });
});

describe('what was reported, in a sentence', () => {
  const progress = someFacts().points[1]!.progress!;
  const said = (given: Partial<typeof progress>) =>
    linesOfMinutes({
      facts: someFacts({
        points: [
          {
            key: 'ind:1',
            title: '',
            discussion: '',
            reviewed: [],
            progress: { ...progress, remark: '', delayCause: '', evidence: [], ...given },
          },
        ],
      }),
    }).find((line) => line.startsWith('En '));
  const days = (start: typeof progress.period.start, end: typeof progress.period.end) => ({
    period: { ...progress.period, start, end },
  });

  it('says each kind of empty as what it is', () => {
    const nothing = { before: null, after: null };
    expect(said({ ...nothing, report: { k: 'notReported' } })).toBe(
      'En el 2.º trimestre de 2023 no se reportó resultado.',
    );
    expect(said({ ...nothing, report: { k: 'notScheduled' } })).toBe(
      'En el 2.º trimestre de 2023 no había nada programado.',
    );
    expect(said({ ...nothing, report: { k: 'notApplicable' } })).toBe(
      'En el 2.º trimestre de 2023 no aplica.',
    );
  });

  it('says a percent as a percent, and what became of the result', () => {
    const half = { report: { k: 'value', v: 0.5 }, unit: 'percent', unitName: '', target: 1 } as const;
    const opening = 'En el 2.º trimestre de 2023 se reportó 50 %, de una meta de 100 %.';
    expect(said({ ...half, before: null })).toBe(`${opening} El resultado queda en 33,3 %.`);
    expect(said({ ...half, before: 33.3333 })).toBe(`${opening} El resultado se mantiene en 33,3 %.`);
    expect(said({ ...half, after: null })).toBe(`${opening} El resultado era 9,5 %.`);
  });

  it('names a period that is no quarter as a person would', () => {
    const opening = (given: ReturnType<typeof days>) =>
      said({ ...given, report: { k: 'notReported' }, before: null, after: null });
    expect(opening(days('2023-03-01', '2023-03-31'))).toBe('En marzo de 2023 no se reportó resultado.');
    expect(opening(days('2023-01-01', '2023-12-31'))).toBe('En 2023 no se reportó resultado.');
    expect(opening(days('2023-04-01', '2023-09-30'))).toBe(
      'En el período 1 abr a 30 sep 2023 no se reportó resultado.',
    );
  });
});
