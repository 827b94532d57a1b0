import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { save } from '../../../src/commands/save';
import { setIdentity } from '../../../src/commands/thisDevice';
import { auditTrailReport } from '../../../src/documents/reports/auditTrail';
import { reportContext } from '../../../src/documents/reports/context';
import { auditPopulation, auditSample } from '../../../src/domain/auditTrail';
import { measurementId } from '../../../src/domain/entities';
import type { Plan } from '../../../src/domain/model';
import { readAuditTrail } from '../../../src/state/auditTrail';
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

describe('the population of a sample', () => {
  test('is what was said at the cut, in the order of the plan', () => {
    const plan = aPlan({
      indicators: [
        anIndicator({ id: 'ind:1', said: [1, { remark: 'algo' }, 3] }),
        anIndicator({ id: 'ind:2' }),
      ],
    });
    expect(auditPopulation(plan, CUT).map(({ id }) => id)).toEqual(['meas:1:20230101-20230331']);
    expect(auditPopulation(plan, '2023-12-31').map(({ id }) => id)).toEqual([
      'meas:1:20230101-20230331',
      'meas:1:20230401-20230630',
      `meas:1:${T3}`,
    ]);
  });

  test('a sample of it is drawn by the seed, and listed in the order of the plan', () => {
    const indicators = Array.from({ length: 30 }, (_, row) => anIndicator({ id: `ind:${row}`, said: [1] }));
    const plan = aPlan({ indicators });
    const rows = (seed: string) => auditSample(plan, CUT, { seed, size: 6 }).map(({ row }) => row);
    expect(rows('uno')).toHaveLength(6);
    expect(rows('uno')).toEqual([...rows('uno')].sort((a, b) => a - b));
    expect(rows('uno')).not.toEqual(rows('dos'));
  });
});

describe('the trail of a sample', () => {
  test('every change of a report: who, when, before, after, why, and the hash', async () => {
    const { copy, plan, entity, correction } = await correctedExample();
    const changes = await readAuditTrail(copy, plan, [entity]);
    const ofReport = changes.filter(({ field }) => field === 'report');
    expect(ofReport).toMatchObject([
      { entity, before: undefined, value: { k: 'value', v: 0.3 }, who: '', why: 'import' },
      {
        entity,
        before: { k: 'value', v: 0.3 },
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
    const ids = auditSample(plan, CUT, rule).map(({ id }) => id);
    const changes = await readAuditTrail(copy, plan, ids);
    const document = auditTrailReport(reportContext(plan, CUT, []), { ...rule, changes });
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

  test('a plan that says nothing has no sample, and a report without changes on this device says so', () => {
    const linesFor = (plan: Plan) =>
      reportLines(auditTrailReport(reportContext(plan, CUT, []), { seed: 's', size: 3, changes: [] }));
    expect(linesFor(aPlan())).toContain('Al corte no hay ningún reporte del cual sacar la muestra.');
    expect(linesFor(aPlan({ indicators: [anIndicator({ said: [1] })] }))).toContain(
      'Este equipo no tiene ningún cambio de este reporte.',
    );
  });
});
