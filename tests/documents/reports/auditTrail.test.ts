import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { save } from '../../../src/commands/save';
import type { FieldEdit } from '../../../src/commands/save';
import { setIdentity } from '../../../src/commands/thisDevice';
import { auditTrailReport } from '../../../src/documents/reports/auditTrail';
import { reportContext } from '../../../src/documents/reports/context';
import { auditPopulation, auditSample, NO_TRAIL } from '../../../src/domain/auditTrail';
import { measurementId } from '../../../src/domain/entities';
import type { Plan } from '../../../src/domain/model';
import { readAuditChanges, readAuditTrail, readEverSaid } from '../../../src/state/auditTrail';
import { anIndicator, aPlan, T1, T3 } from '../../support/builders';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../../support/tablets';
import { ownWordsOf } from './ownWords';
import { coverOf, fullCover, reportLines, tablesOf } from './spans';

const CUT = '2023-03-31';
/** Row h of Cartagena: 0,3 of 10 reports. */
const ROW_H = 7;

/** The example with the first quarter of row h corrected to 2 by a person, and everything of it in one sample. */
async function correctedExample() {
  (await aTablet()).use();
  const copy = await loadExample();
  const indicator = (await planOn(copy)).indicators[ROW_H]!;
  const entity = measurementId(indicator.id, T1);
  const seen = await seenIn(copy, entity, 'report');
  await setIdentity({ name: 'Ana Pérez', role: 'Enlace', department: 'OAI' });
  const edits = [{ entity, field: 'report', value: { k: 'value', v: 2 }, seen }];
  const written = valueOf(await save(copy, edits, { why: 'Se contaron los informes' }));
  return { copy, plan: await planOn(copy), entity, correction: written.at(-1)?.id ?? '' };
}

type Given = Omit<FieldEdit, 'seen'> & Partial<FieldEdit>;

/** Writes over what stands, unless it was something else that was seen. */
async function write(copy: string, given: readonly Given[]): Promise<void> {
  const edits = given.map(async (edit) => ({
    ...edit,
    seen: edit.seen ?? (await seenIn(copy, edit.entity, edit.field)),
  }));
  valueOf(await save(copy, await Promise.all(edits)));
}

/** The changes of a report as they are printed: what, before and after. */
async function trailOf(copy: string, entity: string): Promise<readonly string[]> {
  const everSaid = await readEverSaid(copy);
  const changes = await readAuditChanges(copy, [entity]);
  const context = reportContext(await planOn(copy), '2023-12-31', []);
  const document = auditTrailReport(context, { seed: 's', size: 500, everSaid, changes });
  return reportLines(document).map((line) => line.split(' | ').slice(3, 6).join(' | '));
}

describe('the population of a sample', () => {
  test('is what was said at the cut, in the order of the plan', () => {
    const plan = aPlan({
      indicators: [
        anIndicator({ id: 'ind:1', said: [1, { remark: 'algo' }, 3] }),
        anIndicator({ id: 'ind:2' }),
      ],
    });
    expect(auditPopulation(plan, CUT, []).map(({ id }) => id)).toEqual(['meas:1:20230101-20230331']);
    expect(auditPopulation(plan, '2023-12-31', []).map(({ id }) => id)).toEqual([
      'meas:1:20230101-20230331',
      'meas:1:20230401-20230630',
      `meas:1:${T3}`,
    ]);
  });

  test('a sample of it is drawn by the seed, and listed in the order of the plan', () => {
    const indicators = Array.from({ length: 30 }, (_, row) => anIndicator({ id: `ind:${row}`, said: [1] }));
    const plan = aPlan({ indicators });
    const rows = (seed: string) =>
      auditSample(plan, CUT, { seed, size: 6, everSaid: [] }).map(({ row }) => row);
    expect(rows('uno')).toHaveLength(6);
    expect(rows('uno')).toEqual([...rows('uno')].sort((a, b) => a - b));
    expect(rows('uno')).not.toEqual(rows('dos'));
  });
});

describe('the trail of a sample', () => {
  test('every change of a report: who, when, before, after, why, and the hash', async () => {
    const { copy, entity, correction } = await correctedExample();
    const changes = await readAuditChanges(copy, [entity]);
    const ofReport = changes.filter(({ field }) => field === 'report');
    expect(ofReport).toMatchObject([
      { entity, before: [], value: { k: 'value', v: 0.3 }, who: '', why: 'import' },
      {
        entity,
        before: [{ k: 'value', v: 0.3 }],
        value: { k: 'value', v: 2 },
        who: 'Ana Pérez',
        why: 'Se contaron los informes',
      },
    ]);
    expect(correction.split('.').at(-1)).toBe(ofReport[1]?.hash);
    // Annex 05 serves rows g and h: what is told here is of this row alone.
    const serves = changes.map(({ field }) => field).filter((field) => field.startsWith('serves/'));
    expect(serves).toEqual([`serves/${entity}`]);
  });

  test('as a document: the rule of the sample, then each report with its changes', async () => {
    const { copy, plan } = await correctedExample();
    const rule = { seed: 'OCI 2023-04', size: 12 };
    const trail = await readAuditTrail(copy, plan, CUT, rule);
    const document = auditTrailReport(reportContext(plan, CUT, []), { ...rule, ...trail });
    const lines = reportLines(document);
    expect(lines.slice(0, 6)).toEqual([
      '# Traza de auditoría',
      '## Cómo se sacó la muestra',
      'Semilla: OCI 2023-04',
      'Tamaño de la muestra: 12',
      'Reportes al corte, de donde se sacó: 12',
      expect.stringMatching(/^Corte: 31 de marzo de 2023\. Con la misma semilla/),
    ]);
    const at = lines.findIndex((line) => line.startsWith('## 7. Hacer seguimiento al cronograma'));
    expect(lines[at]).toMatch(/ · 1\.er trimestre de 2023$/);
    expect(lines.slice(at + 1, at + 5)).toEqual([
      'Valor vigente: 2',
      'Resultado del indicador al corte: 20,0 %',
      expect.stringMatching(/^Evidencias: Anexo 05/),
      'Cuándo | Quién | Equipo | Qué | Antes | Después | Motivo | Huella del cambio',
    ]);
    const its = lines.slice(
      at + 5,
      lines.findIndex((line, place) => place > at && line.startsWith('## ')),
    );
    const corrected = its.find((line) => line.includes('Ana Pérez')) ?? '';
    expect(corrected.split(' | ').slice(3, 7)).toEqual([
      'Valor reportado',
      '0,3',
      '2',
      '«Se contaron los informes»',
    ]);
    expect(
      its.some((line) => line.includes('| Valor reportado | sin dato | 0,3 | importado de la matriz |')),
    ).toBe(true);
    expect(ownWordsOf(document).filter((text) => /\d/.test(text))).toEqual([]);
    for (const table of tablesOf(document)) expect(coverOf(table)).toEqual(fullCover(table));
  });

  test('evidence that was taken away from a report stays in its trail, with its name', async () => {
    const { copy, entity } = await correctedExample();
    const id = 'evi:prestada';
    await write(copy, [
      { entity: id, field: 'name', value: 'Acta del comité' },
      { entity: id, field: `serves/${entity}`, value: true },
    ]);
    await write(copy, [{ entity: id, field: `serves/${entity}`, value: false }]);
    const lines = await trailOf(copy, entity);
    expect(lines).toContain('Acta del comité · Respalda este reporte | sin dato | sí');
    expect(lines).toContain('Acta del comité · Respalda este reporte | sí | no');
    await write(copy, [{ entity: id, field: '_deleted', value: true }]);
    expect(await trailOf(copy, entity)).toContain(
      'Acta del comité · Evidencia | sin dato | se quitó del plan',
    );
  });

  test('a report that was erased is audited as before, and its removal is called by its name', async () => {
    const { copy } = await correctedExample();
    const indicator = (await planOn(copy)).indicators[ROW_H]!;
    const entity = measurementId(indicator.id, T3);
    await write(copy, [{ entity, field: 'report', value: { k: 'value', v: 7 } }]);
    await write(copy, [{ entity, field: 'report', value: { k: 'notReported' } }]);
    const [plan, rule] = [await planOn(copy), { seed: 's', size: 500 }];
    const trail = await readAuditTrail(copy, plan, '2023-12-31', rule);
    expect(auditPopulation(plan, '2023-12-31', []).map(({ id }) => id)).not.toContain(entity);
    expect(auditPopulation(plan, '2023-12-31', trail.everSaid).map(({ id }) => id)).toContain(entity);
    expect(trail.changes.filter(({ measurement }) => measurement === entity)).toHaveLength(2);
    await write(copy, [{ entity, field: '_deleted', value: true }]);
    expect(await readEverSaid(copy)).toContain(entity);
    expect(await trailOf(copy, entity)).toContain('Reporte | sin dato | se quitó del plan');
  });

  test('what was planned alone was never said', async () => {
    const { copy } = await correctedExample();
    const indicator = (await planOn(copy)).indicators[ROW_H]!;
    const entity = measurementId(indicator.id, T3);
    await write(copy, [{ entity, field: 'planned', value: 4 }]);
    expect(await readEverSaid(copy)).not.toContain(entity);
  });

  test('a settlement shows all that it settled', async () => {
    const { copy, entity } = await correctedExample();
    const first = await seenIn(copy, entity, 'report');
    await write(copy, [{ entity, field: 'report', value: { k: 'value', v: 4 }, seen: first }]);
    await write(copy, [{ entity, field: 'report', value: { k: 'value', v: 5 }, seen: first }]);
    await write(copy, [{ entity, field: 'report', value: { k: 'value', v: 5 } }]);
    expect(await trailOf(copy, entity)).toContain('Valor reportado | 4 y 5 | 5');
  });

  test('what the result is measured by is in it, in the unit of its time; not what it began with', async () => {
    const { copy, plan, entity } = await correctedExample();
    const row = plan.indicators[ROW_H]!.id;
    const ofRow = async () => (await readAuditChanges(copy, [entity])).filter((one) => one.entity === row);
    expect(await ofRow()).toEqual([]);
    await write(copy, [{ entity: row, field: 'target', value: 20 }]);
    await write(copy, [
      { entity: row, field: 'target', value: 0.5 },
      { entity: row, field: 'targetUnit', value: 'percent' },
    ]);
    await write(copy, [{ entity: row, field: 'accumulation', value: 'capacity' }]);
    await write(copy, [{ entity: row, field: 'baseline', value: 0.1 }]);
    await write(copy, [{ entity: row, field: 'weight', value: 3 }]);
    expect((await ofRow()).map(({ field }) => field)).toEqual([
      'target',
      'target',
      'targetUnit',
      'accumulation',
      'baseline',
    ]);
    const lines = await trailOf(copy, entity);
    expect(lines).toContain('Meta | 10 | 20');
    expect(lines).toContain('Meta | 20 | 50 %');
    expect(lines).toContain('Línea base | sin dato | 10 %');
  });

  test('a plan that says nothing has no sample, and a report without changes on this device says so', () => {
    const linesFor = (plan: Plan) =>
      reportLines(auditTrailReport(reportContext(plan, CUT, []), { seed: 's', size: 3, ...NO_TRAIL }));
    expect(linesFor(aPlan())).toContain('Al corte no hay ningún reporte del cual sacar la muestra.');
    expect(linesFor(aPlan({ indicators: [anIndicator({ said: [1] })] }))).toContain(
      'Este equipo no tiene ningún cambio de este reporte.',
    );
  });
});
