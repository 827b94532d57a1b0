import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import { semesterDocument } from '../../../src/documents/reports/semester';
import { plainText } from '../../../src/domain/document';
import type { Document, DocumentBars } from '../../../src/domain/document';
import { findingsOf } from '../../../src/domain/findings';
import type { Plan } from '../../../src/domain/model';
import { NO_FORM } from '../../../src/domain/reportForms';
import { CALI_CUT, caliPlan } from '../../support/caliPlan';
import { linesOf } from '../../support/documentText';
import { EXPECTED } from '../../support/expectedFigures';
import { seedContext } from '../../support/loadedSeed';
import { SEED_FILES } from '../../support/seeds';

const { cali2020 } = EXPECTED;

function semesterOf(plan: Plan): Document {
  return semesterDocument(reportContext(plan, CALI_CUT, findingsOf(plan)));
}

function barsOf({ blocks }: Document): readonly DocumentBars[] {
  return blocks.filter((block) => block.k === 'bars');
}

/** The bars of a document as a table: names and what is printed of them. */
function printed(document: Document): Readonly<Record<string, string>> {
  const bars = barsOf(document).flatMap((block) => block.bars);
  return Object.fromEntries(bars.map(({ name, text }) => [plainText(name), spaced(plainText(text))]));
}

function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function text(document: Document): string {
  return spaced(linesOf(document).join('\n'));
}

describe('the semester report of rows made for the test', () => {
  const document = semesterOf(caliPlan());

  it('has the charts that Cali printed', () => {
    const asPrinted = (named: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(named).map(([name, percent]) => [name, `${percent},0 %`]));
    expect(printed(document)).toMatchObject({
      Avance: `${cali2020.plan},0 %`,
      ...asPrinted(cali2020.components),
      ...asPrinted(cali2020.enablers),
      ...asPrinted(cali2020.purposes),
    });
  });

  it('says "no aplica", and never 0 %, of the three purposes that the plan does not target', () => {
    const untargeted = barsOf(document)
      .flatMap(({ bars }) => bars)
      .filter(({ length }) => length === null);
    expect(untargeted.map(({ name, text: said }) => [plainText(name), plainText(said)])).toEqual([
      ['Servicios digitales de confianza y calidad', 'no aplica'],
      ['Procesos internos seguros y eficientes', 'no aplica'],
      ['Territorios y ciudades inteligentes', 'no aplica'],
    ]);
  });

  it('names the best and the worst of each chart', () => {
    expect(text(document)).toContain(
      'El mejor desempeño es de Servicios Ciudadanos Digitales, con 88,0 %. El más bajo es Seguridad y Privacidad, con 36,0 %.',
    );
  });

  it('counts for each of those who share an activity, and names the remainder (X-02)', () => {
    expect(text(document)).toContain('DATIC es quien más tiene pendiente: 4 actividades sin avance.');
    expect(text(document)).toContain('Sin avance quedan 4, el 25,0 %.');
    const pending = barsOf(document).at(-1);
    expect(pending?.bars.map(({ length }) => length)).toEqual([4, 1, 0, 0, 0, 0]);
    expect(pending?.full).toBe(4);
  });

  it('asks a plan of action for those that are critical and out of date', () => {
    expect(text(document)).toContain(
      'Hay 4 actividades críticas. 2 están por fuera de su fecha de cumplimiento: se requiere un plan de acción',
    );
    expect(text(document)).toContain('A 3 todavía les falta un tramo');
  });

  it('follows the order of Cali, and ends with the method and what is missing', () => {
    const titles = document.blocks.flatMap((block) =>
      block.k === 'heading' && block.level < 3 ? [plainText(block.text)] : [],
    );
    expect(titles).toEqual([
      'Informe semestral de la Política de Gobierno Digital: 1 abr a 30 sep 2020'.replace(
        '1 abr a 30 sep 2020',
        '1\u00a0abr a 30\u00a0sep\u00a02020',
      ),
      'Introducción',
      'Resultado',
      'Avance por componente o elemento',
      'Avance por habilitador',
      'Avance por propósito o línea de acción',
      'Gestión por responsable',
      'Clasificación de actividades según avance',
      'Conclusiones y observaciones',
      'Recomendaciones',
      'Firma de responsables',
      'Método y alcance de los datos',
    ]);
  });

  it('leaves room to sign by role, and for those who were named', () => {
    const signers = [{ role: 'Elaboró', name: 'Ana', position: 'Jefe', department: '' }];
    const reportForms = new Map([['semester', { ...NO_FORM, signers }] as const]);
    const signed = semesterOf(caliPlan({ reportForms })).blocks.find(({ k }) => k === 'signatures');
    expect(signed).toMatchObject({ people: [{ name: 'Ana', lines: ['Elaboró', 'Jefe'] }] });
    const unsigned = document.blocks.find(({ k }) => k === 'signatures');
    expect(unsigned).toMatchObject({
      people: [{ lines: ['Elaboró'] }, { lines: ['Revisó'] }, { lines: ['Aprobó'] }],
    });
  });

  it('has a chart for each decree that the activities carry, and its own enablers', () => {
    const [first, ...others] = caliPlan().indicators;
    const both = new Map([
      ...first!.activity.tags,
      ['decree-767', ['architecture', 'action-lines/open-state']] as const,
    ]);
    const indicators = [{ ...first!, activity: { ...first!.activity, tags: both } }, ...others];
    const two = semesterOf(caliPlan({ indicators }));
    expect(barsOf(two).map(({ caption }) => plainText(caption))).toEqual([
      'Plan de trabajo',
      'Por componente (Decreto 1008)',
      'Por elemento (Decreto 767)',
      'Por habilitador (Decreto 1008)',
      'Por habilitador (Decreto 767)',
      'Por propósito (Decreto 1008)',
      'Por línea de acción (Decreto 767)',
      'Por iniciativa (Decreto 767)',
      'Actividades pendientes de cada responsable',
    ]);
    const [, , , , enablers] = barsOf(two);
    expect(enablers?.bars.map(({ text: said }) => spaced(plainText(said)))).toEqual([
      '50,0 %',
      'no aplica',
      'no aplica',
      'no aplica',
    ]);
  });

  it('puts the money beside the progress', () => {
    expect(text(document)).not.toContain('Presupuesto');
    const [first, ...others] = caliPlan().indicators;
    const activity = { ...first!.activity, budget: 1_000_000, executed: 250_000 };
    const indicators = [{ ...first!, activity }, ...others];
    const activities = indicators.map((one) => one.activity);
    expect(text(semesterOf(caliPlan({ indicators, activities })))).toContain(
      'Presupuesto: $ 1.000.000. Ejecutado: $ 250.000. La ejecución financiera es de 25,0 %, de 1 actividad; el avance físico es de 58,0 %.',
    );
  });
});

describe('the semester report of a plan', () => {
  it('reads as it did, for Cartagena', async () => {
    const document = semesterDocument(await seedContext(SEED_FILES.cartagena));
    await expect(`${text(document)}\n`).toMatchFileSnapshot('../../fixtures/reports/cartagena-semester.txt');
  });

  it('reads as it did, for rows made for the test', async () => {
    const document = semesterOf(caliPlan());
    await expect(`${text(document)}\n`).toMatchFileSnapshot('../../fixtures/reports/cali-semester.txt');
  });
});
