import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { beforeIssuing } from '../../../src/documents/reports/beforeIssuing';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { withTexts } from '../../../src/documents/reports/edits';
import { petiFollowUpDocument } from '../../../src/documents/reports/petiFollowUp';
import { tellNotice } from '../../../src/documents/reports/tellNotice';
import { textDoubtsOf } from '../../../src/documents/reports/textDoubts';
import type { ReportForm } from '../../../src/domain/reportForms';
import { NO_FORM } from '../../../src/domain/reportForms';
import { anIndicator, aPlan } from '../../support/builders';
import { seedContext } from '../../support/loadedSeed';
import { SEED_FILES } from '../../support/seeds';

let context: ReportContext;

beforeAll(async () => {
  context = await seedContext(SEED_FILES.cartago, { repairs: ['continuationRow:4'] });
});

function noticesOf(of: ReportContext, texts: ReadonlyMap<string, string> = new Map(), openConflicts = 0) {
  const document = withTexts(petiFollowUpDocument(of), texts);
  const doubts = textDoubtsOf(of, document);
  return beforeIssuing(of, 'petiFollowUp', document, { openConflicts, doubts });
}

const kindOf = (notice: ReturnType<typeof noticesOf>[number]) =>
  notice.k === 'findings' ? notice.code : notice.k;

describe('what is looked at before a report goes out', () => {
  it('warns of all that J8 asks for, the printed numbers first', () => {
    const item = context.plan.items.find((one) => one.differentialCriterion === 'Estrategia de TI');
    const key = `analysis/${item!.id}@${context.cut}`;
    const texts = new Map([[key, 'La continuidad tecnológica va en 4 %.']]);
    const notices = noticesOf(context, texts, 2);
    expect(notices.map(kindOf).slice(0, 5)).toEqual([
      'statedDiffers',
      'textDoubt',
      'remarkContradictsValue',
      'zeroWithoutCause',
      'conflicts',
    ]);
    const told = notices.map((notice) => tellNotice(context.plan, notice));
    const lines = told.flatMap((one) => one.lines).map((line) => line.replaceAll('\u00a0', ' '));
    expect(lines).toContain('Estrategia de TI: Ítem: indicado 85%, calculado 80,0 %.');
    expect(lines).toContain('Plan: indicado 51%, calculado 50,0 %.');
    expect(lines).toContain('La tabla dice 40,0 %.');
    expect(lines).toContain(
      '2 datos fueron escritos distinto en dos equipos. El documento imprime lo que hoy está en el plan.',
    );
    expect(told.every(({ title, lines: said }) => title !== '' && said.length > 0)).toBe(true);
  });

  it('says which rows deny their value in their own remark', () => {
    const denied = noticesOf(context).find((one) => kindOf(one) === 'remarkContradictsValue');
    expect(tellNotice(context.plan, denied!).lines).toHaveLength(1);
  });

  it('says what the form lacks, and nothing of it once it is there', () => {
    const lacks = (form: Partial<ReportForm>) => {
      const reportForms = new Map([['petiFollowUp', { ...NO_FORM, ...form }] as const]);
      const plan = { ...context.plan, reportForms };
      return noticesOf(reportContext(plan, context.cut, [])).map(kindOf);
    };
    expect(lacks({})).toEqual(['noSigners', 'noFormCode']);
    const signers = [{ role: 'Elaboró', name: 'Ana', position: '', department: '' }];
    expect(lacks({ signers })).toEqual(['noFormCode']);
    expect(lacks({ signers, code: 'TI.PL01' })).toEqual([]);
  });

  it('tells of a text that the document has no place for any more, and of no other', () => {
    const item = context.plan.items[0]!.id;
    const texts = new Map([
      ['methodology/risks', 'Otro paso.'],
      [`analysis/${item}@${context.cut}`, 'Va bien.'],
      [`conclusion/critical@${context.cut}`, 'Se pedirá un plan de acción.'],
      ['conclusion/critical@2020-12-31', 'De otro corte.'],
      ['no/such', 'Sin sitio.'],
    ]);
    const reportForms = new Map([['petiFollowUp', { ...NO_FORM, texts }] as const]);
    const lost = noticesOf(reportContext({ ...context.plan, reportForms }, context.cut, [])).filter(
      ({ k }) => k === 'lostText',
    );
    expect(lost).toEqual([
      { k: 'lostText', key: `conclusion/critical@${context.cut}`, text: 'Se pedirá un plan de acción.' },
      { k: 'lostText', key: 'no/such', text: 'Sin sitio.' },
    ]);
    expect(tellNotice(context.plan, lost[0]!).lines.join()).toContain(
      'ya no tiene dónde ir: «Se pedirá un plan de acción.»',
    );
  });

  it('lists what owes a report at the cut', () => {
    const plan = aPlan({
      indicators: [anIndicator({ name: 'Uno' }), anIndicator({ id: 'ind:2', name: 'Dos', said: [1] })],
    });
    const missing = noticesOf(reportContext(plan, '2023-03-31', [])).find(({ k }) => k === 'missingReports');
    expect(tellNotice(plan, missing!)).toEqual({ title: 'Sin reportar', lines: ['Uno'] });
  });

  it('tells that there is no result in a plan without rows', () => {
    const empty = reportContext(aPlan(), '2023-03-31', []);
    expect(noticesOf(empty).map(kindOf)).toEqual(['noFigure', 'noSigners', 'noFormCode']);
  });
});
