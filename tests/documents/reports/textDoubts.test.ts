import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { ReportContext } from '../../../src/documents/reports/context';
import { withTexts } from '../../../src/documents/reports/edits';
import { petiFollowUpDocument } from '../../../src/documents/reports/petiFollowUp';
import { textDoubtsOf } from '../../../src/documents/reports/textDoubts';
import { plainText } from '../../../src/domain/document';
import type { Document, Passage } from '../../../src/domain/document';
import { tellDoubt } from '../../../src/text/beforeIssuing';
import { seedContext } from '../../support/loadedSeed';
import { SEED_FILES } from '../../support/seeds';

let context: ReportContext;
let document: Document;

beforeAll(async () => {
  context = await seedContext(SEED_FILES.cartago, { repairs: ['continuationRow:4'] });
  document = petiFollowUpDocument(context);
});

function passages(of: Document): readonly Passage[] {
  return of.blocks.flatMap((block) => {
    if (block.k === 'list') return block.items;
    return block.k === 'paragraph' ? [block] : [];
  });
}

function passage(key: string, of = document): Passage {
  const found = passages(of).find((one) => one.key === key);
  if (!found) throw new Error(`no passage ${key}`);
  return found;
}

/** The key of what is said of a domain. */
function keyOf(domain: string, what = 'analysis'): string {
  const item = context.plan.items.find((one) => one.differentialCriterion === domain);
  return `${what}/${item?.id ?? ''}@${context.cut}`;
}

/** What is doubted of a text in the place of the analysis of a domain: what was written, and what is said of it. */
function doubtsOf(domain: string, text: string, what?: string) {
  const key = keyOf(domain, what);
  const edited = withTexts(document, new Map([[key, text]]));
  return textDoubtsOf(context, edited).map((doubt) => {
    expect(doubt.key).toBe(key);
    expect(text.slice(doubt.place.start, doubt.place.end)).toBe(doubt.written);
    return [doubt.k, doubt.written, doubt.says?.text.replace('\u00a0', ' ') ?? null];
  });
}

describe('a document with texts of its own', () => {
  it('says what the person wrote, as a quote, and keeps what it would have said', () => {
    const key = keyOf('Estrategia de TI');
    const written = 'Va bien: 80 % al corte.';
    const edited = passage(key, withTexts(document, new Map([[key, written]])));
    expect(edited.text).toEqual([{ k: 'quote', text: written }]);
    expect(edited.original).toEqual(passage(key).text);
    const again = withTexts(withTexts(document, new Map([[key, written]])), new Map([[key, 'Otra.']]));
    expect(passage(key, again).original).toEqual(passage(key).text);
  });

  it('changes an item of a list, and nothing else', () => {
    const key = 'methodology/risks';
    const edited = withTexts(document, new Map([[key, 'Otro paso.']]));
    expect(plainText(passage(key, edited).text)).toBe('Otro paso.');
    const rest = (of: Document) => passages(of).filter((one) => one.key !== key);
    expect(rest(edited)).toEqual(rest(document));
    expect(withTexts(document, new Map([['no/such', 'x']]))).toEqual(document);
  });

  it('has no doubts where nobody wrote anything', () => {
    expect(textDoubtsOf(context, document)).toEqual([]);
  });
});

describe('the numbers that a person writes', () => {
  test('4 % of the continuity plan is doubted, for the table says 40,0 % (X-28)', () => {
    const text =
      'Estrategia de TI alcanza 80,0 %. Dos de sus tres iniciativas están finalizadas; la continuidad tecnológica, en 4 %, es la que más pesa en la brecha.';
    expect(doubtsOf('Estrategia de TI', text)).toEqual([['number', '4 %', '40,0 %']]);
    const key = keyOf('Estrategia de TI');
    const [doubt] = textDoubtsOf(context, withTexts(document, new Map([[key, text]])));
    expect(tellDoubt(doubt!)).toEqual({
      title: '«4 %» en un párrafo editado',
      lines: ['La tabla dice 40,0\u00a0%.'],
    });
  });

  test.each([
    ['85 %, as the source printed, of the domain', 'Estrategia de TI llega a 85 %.', '85 %', '80,0 %'],
    ['a percent with a dot', 'La continuidad tecnológica va en 40.5 %.', '40.5 %', '40,0 %'],
    ['without a space', 'Implementación del plan de continuidad tecnológica (4%).', '4%', '40,0 %'],
    ['in words', 'Estrategia de TI llega al 85 por ciento.', '85 por ciento', '80,0 %'],
    ['of the plan', 'El plan va en 51 %.', '51 %', '50,0 %'],
    ['that is of another domain', 'Estrategia de TI va en 20 %.', '20 %', '80,0 %'],
    ['without its sign', 'Estrategia de TI llegó a un porcentaje de 100.', '100', '80,0 %'],
    ['in words only', 'Gobierno de TI va en el ochenta por ciento.', 'ochenta por ciento', '100,0 %'],
    [
      'in words with units',
      'El plan va en cincuenta y uno por ciento.',
      'cincuenta y uno por ciento',
      '50,0 %',
    ],
    ['that is said to lack', 'A Estrategia de TI le falta el 80 %.', '80 %', '80,0 %'],
    ['a count of the plan', 'Gobierno de TI tiene 11 iniciativas.', '11', '3'],
    ['of nothing that is named', 'Se llegó al 77 %.', '77 %', '80,0 %'],
  ])('%s is doubted', (_, text, written, says) => {
    expect(doubtsOf('Estrategia de TI', text)).toEqual([['number', written, says]]);
  });

  test.each([
    ['El plan de la entidad va en 100 %.', '100 %'],
    ['El cumplimiento general es del 100 %.', '100 %'],
    ['El avance total llega a 80 %.', '80 %'],
    ['El PETI va en 85 %.', '85 %'],
    ['Este plan va en 80 %.', '80 %'],
  ])('of the plan it is doubted: %s', (text, written) => {
    expect(doubtsOf('Gobierno de TI', text)).toEqual([['number', written, '50,0 %']]);
  });

  test('a plan goes by its title and by whose it is', () => {
    const plan = { ...context.plan, title: 'Ruta digital (2024)', entityName: 'Concejo Distrital de Cali' };
    const key = keyOf('Gobierno de TI');
    const says = (text: string) =>
      textDoubtsOf({ ...context, plan }, withTexts(document, new Map([[key, text]]))).map(
        (doubt) => doubt.says?.of,
      );
    expect(says('El plan del Concejo va en 100 %.')).toEqual(['plan/attainment']);
    expect(says('El plan de Cali va en 100 %.')).toEqual(['plan/attainment']);
    expect(says('La RUTA DIGITAL (2024) va en 100 %.')).toEqual(['plan/attainment']);
    expect(says('La ruta digital (2024) va en 50 %, y el plan del Concejo en 50 %.')).toEqual([]);
    expect(says('El plan de desarrollo va en 100 %.')).toEqual([]);
  });

  test('a row that is the PETI is not the plan', () => {
    const activity = { ...context.plan.indicators[0]!.activity, name: 'Adopción del PETI' };
    const [first, ...others] = context.plan.indicators;
    const plan = { ...context.plan, title: 'Plan', indicators: [{ ...first!, activity }, ...others] };
    const edited = withTexts(document, new Map([[keyOf('Estrategia de TI'), 'El PETI va en 80 %.']]));
    expect(textDoubtsOf({ ...context, plan }, edited)).toEqual([]);
  });

  test('results that changed places are doubted, each by its own name', () => {
    const both = [
      ['number', '80 %', '100,0 %'],
      ['number', '100 %', '80,0 %'],
    ];
    for (const text of [
      'Gobierno de TI va en 80 % y Estrategia de TI en 100 %.',
      'Gobierno de TI (80 %), Estrategia de TI (100 %).',
      'Va en 80 % en Gobierno de TI y en 100 % en Estrategia de TI.',
      '80 % (Gobierno de TI) y 100 % (Estrategia de TI).',
    ])
      expect(doubtsOf('Estrategia de TI', text)).toEqual(both);
  });

  test.each([
    ['each after its name', 'Gobierno de TI va en 100 % y Estrategia de TI en 80 %.'],
    ['each before its name', '80 % en Estrategia de TI y 100 % en Gobierno de TI.'],
    [
      'each before its name, the last after all',
      'El 100 % lo tiene Gobierno de TI y el 80 % Estrategia de TI.',
    ],
    ['in brackets', '80 % (Estrategia de TI) y 100 % (Gobierno de TI).'],
    ['one after the other', 'Estrategia de TI y Gobierno de TI van en 80 % y 100 %, en su orden.'],
    ['beside that of the plan', 'Estrategia de TI, con 80 %, supera el 50 % del plan.'],
    ['of a single word of a name', 'Estrategia de TI va en 80 %: la continuidad sigue en 40 %.'],
  ])('%s is not', (_, text) => {
    expect(doubtsOf('Estrategia de TI', text)).toEqual([]);
  });

  test.each([
    ['whole', 'Estrategia de TI alcanza 80 %.'],
    ['as it is printed', 'Estrategia de TI alcanza 80,0 %.'],
    ['with a dot', 'Estrategia de TI alcanza 80.0%.'],
    [
      'of a row that is named, and of its domain',
      'Estrategia de TI va en 80 % por la continuidad tecnológica, que va en 40 %.',
    ],
    ['of the plan in the analysis of a domain', 'El plan va en 50 %; Estrategia de TI, en 80 %.'],
    ['of ours, where nothing is named', 'Alcanza 80 %, y lo que más pesa va en 40 %.'],
    ['of the verified', 'Del plan solo se ha verificado 0 %.'],
    ['counts that the document has', 'De las 11 iniciativas, 3 son de Estrategia de TI.'],
    ['a count that comes to a total', 'Estrategia de TI tiene 3 de las 11 iniciativas, 3 de 11.'],
    ['a count of the whole plan', 'El plan tiene 11 iniciativas.'],
    ['without its sign', 'Estrategia de TI llegó a un porcentaje de avance de 80.'],
    ['in words', 'Gobierno de TI va en cien por ciento y el plan en cincuenta por ciento.'],
    ['what is not yet done', 'A Estrategia de TI le falta el 20 %, y al plan le falta todavía el 50 %.'],
    ['what is not yet done, said after it', 'En Estrategia de TI, el 20 % restante es de continuidad.'],
    ['a year of no period', 'Empezó en 2022, con el Plan de Desarrollo 2021-2023 y el Plan 2016 a 2019.'],
    ['a part of a paper', 'Véase el Anexo 01, la tabla 7 y la página 19.'],
    ['within a word', 'Por la covid-19 se aplazó el TI-07.'],
    ['a day', 'Al 31 de julio de 2024 y al 31/07/2024, desde el 15 jul 2024, Estrategia de TI va en 80 %.'],
    ['a year of the plan', 'En 2024 y en la vigencia 2019 hubo avance.'],
    [
      'a norm',
      'Lo pide la Ley 1712 de 2014, el Decreto 1083 de 2015, artículo 2.2.22.3.8, y la Circular 001/2018.',
    ],
    ['an ordinal', 'En el 2.º trimestre y el 1.er semestre.'],
    ['the places of a list', '1. Primero.\n2. Después.'],
  ])('%s is not', (_, text) => {
    expect(doubtsOf('Estrategia de TI', text)).toEqual([]);
  });

  test('a count that no figure has is doubted, and nobody can say what it should be', () => {
    expect(doubtsOf('Estrategia de TI', 'Se hicieron 17 mesas.')).toEqual([['number', '17', null]]);
    expect(doubtsOf('Estrategia de TI', 'Se gastaron 1.500 pesos.')).toEqual([['number', '1.500', null]]);
  });

  test('a number within a name of the plan is part of the name', () => {
    const activity = { ...context.plan.indicators[0]!.activity, name: 'Arquitectura fase 17' };
    const [first, ...others] = context.plan.indicators;
    const plan = { ...context.plan, indicators: [{ ...first!, activity }, ...others] };
    const key = keyOf('Estrategia de TI');
    const doubts = (text: string) =>
      textDoubtsOf({ ...context, plan }, withTexts(document, new Map([[key, text]])));
    expect(doubts('La arquitectura fase 17 terminó.')).toEqual([]);
    expect(doubts('En la Fase 17 se terminó.')).toEqual([]);
    expect(doubts('En la etapa 17 se terminó.')).toHaveLength(1);
  });
});

describe('the words that deny a number (X-30)', () => {
  test.each([
    [
      'the seed, of a row at 100',
      'Adecuación del proceso (100%): La falta de cumplimiento aquí sugiere que el proceso puede no estar alineado.',
      'falta de cumplimiento',
    ],
    [
      'one word of its name',
      'La falta de cumplimiento en la adecuación pide revisión.',
      'falta de cumplimiento',
    ],
    [
      'of what was said before',
      'La construcción del portafolio avanzó. Aquí no se cumplió.',
      'no se cumplió',
    ],
    ['of the domain of the passage', 'Hay incumplimiento.', 'incumplimiento'],
    ['a zero', 'El modelo de Gobierno de TI tiene 0 % de cumplimiento.', '0 % de cumplimiento'],
  ])('%s is doubted', (_, text, written) => {
    expect(doubtsOf('Gobierno de TI', text)).toEqual([['denies', written, '100,0 %']]);
  });

  test.each([
    'sin avances',
    'no ha avanzado',
    'no cumple',
    'no cumplió',
    'no se han ejecutado',
    'avance nulo',
    'cumplimiento es nulo',
    'nulo avance',
    'no hubo avance',
    'no hay avances',
    'no presenta avance',
    'no registra avances',
    'no registró ningún avance',
    'no tiene avance',
  ])('"%s" is doubted of a finished domain', (written) => {
    const text = `Gobierno de TI: ${written} en la vigencia.`;
    expect(doubtsOf('Gobierno de TI', text)).toEqual([['denies', written, '100,0 %']]);
    expect(doubtsOf('Estrategia de TI', `La continuidad tecnológica: ${written}.`)).toEqual([]);
  });

  test.each([
    ['what else could be done', 'En Gobierno de TI no hay avances adicionales ni avances por reportar.'],
    ['what is not only so', 'Gobierno de TI no solo avanzó: no deja actividades sin terminar.'],
    ['of a row that is not finished', 'La falta de avance en la continuidad tecnológica preocupa.'],
    ['where it is their lack that is said', 'En Gobierno de TI no hay incumplimientos.'],
    ['where they are to be avoided', 'Gobierno de TI debe seguir, para evitar incumplimientos.'],
  ])('%s is not', (_, text) => {
    expect(doubtsOf('Gobierno de TI', text)).toEqual([]);
  });

  test('in a recommendation too', () => {
    const text = 'Gobierno de TI: corregir la falta de avance.';
    expect(doubtsOf('Gobierno de TI', text, 'recommendation')).toEqual([
      ['denies', 'falta de avance', '100,0 %'],
    ]);
  });
});
