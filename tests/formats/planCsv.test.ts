import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import type { Activity, Indicator, PeriodValue, Plan, PlanItem } from '../../src/domain/model';
import { readMatrix } from '../../src/formats/matrix/readMatrix';
import type { MatrixReading, MatrixRow, PeriodNote } from '../../src/formats/matrix/reading';
import { writePlanCsv } from '../../src/formats/planCsv';
import { readWorkbook } from '../../src/formats/workbook';
import { anyPlan, citedEvidence, NOT_IN_THE_TABLE } from './anyPlan';

async function readBytes(bytes: Uint8Array, name: string): Promise<MatrixReading> {
  const workbook = await readWorkbook(bytes, name);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problem));
  const read = readMatrix(workbook.value, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

const throughCsv = (plan: Plan) => readBytes(writePlanCsv(plan), 'plan.csv');
const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split('\r\n');

/** The plan that a reading describes, as an import would build it; ids by place where the file has none of ours. */
function planOf(reading: MatrixReading): Plan {
  const items = new Map<number, PlanItem>();
  const activities = new Map<number, Activity>();
  const indicators: Indicator[] = [];
  for (const row of reading.rows) {
    const item = items.get(row.itemIndex) ?? itemOf(row);
    items.set(row.itemIndex, item);
    if (row.activityIndex === null) continue;
    const activity = activities.get(row.activityIndex) ?? activityOf(row, item);
    activities.set(row.activityIndex, activity);
    if (row.isIndicator) indicators.push(indicatorOf(reading, row, item, activity));
  }
  const { facts } = reading;
  return {
    id: 'plan',
    title: facts.title,
    entityName: facts.entityName,
    policy: facts.policy,
    objective: facts.objective,
    planYear: facts.planYear,
    calendar: reading.calendar,
    periods: reading.periods,
    rollupMethod: facts.rollupMethod ?? 'flatMean',
    ...NOT_IN_THE_TABLE.plan,
    scheme: CALI_3,
    paceTolerance: facts.paceTolerance ?? 5,
    dueSoonDays: facts.dueSoonDays ?? 30,
    isExample: false,
    statedValue: facts.stated,
    items: [...items.values()],
    activities: [...activities.values()],
    indicators,
  };
}

function itemOf(row: MatrixRow): PlanItem {
  return {
    id: row.own?.itemId ?? `itm:${row.itemIndex}`,
    number: row.itemNumber,
    differentialCriterion: row.criterion,
    statedValue: row.itemStated,
  };
}

function activityOf(row: MatrixRow, item: PlanItem): Activity {
  const tags = new Map<string, string[]>();
  for (const { taxonomy, element } of row.own?.tags ?? []) {
    tags.set(taxonomy, [...(tags.get(taxonomy) ?? []), element]);
  }
  return {
    id: row.own?.activityId ?? `act:${row.activityIndex}`,
    itemId: item.id,
    number: row.activityNumber,
    name: row.activityName,
    phvaStage: row.phvaStage,
    start: row.own ? row.own.activityStart : row.start,
    end: row.own ? row.own.activityEnd : row.end,
    responsibleParties: row.responsible.map((name) => ({ id: `pty:${name}`, name })),
    tags,
    ...NOT_IN_THE_TABLE.activity,
  };
}

/** The remark of a whole row and its annexes belong to the first period here. */
function noteIn(row: MatrixRow, index: number): PeriodNote {
  if (index === 0 && row.own === null)
    return { remark: row.remark, delayCause: '', evidence: row.citedAnnexes };
  return row.notes[index] ?? { remark: '', delayCause: '', evidence: [] };
}

function saidIn(row: MatrixRow, index: number): PeriodValue {
  const note = noteIn(row, index);
  return {
    ...note,
    ...NOT_IN_THE_TABLE.value,
    report: row.values[index] ?? { k: 'notReported' },
    evidence: citedEvidence(note.evidence),
  };
}

function indicatorOf(reading: MatrixReading, row: MatrixRow, item: PlanItem, activity: Activity): Indicator {
  return {
    id: row.own?.indicatorId ?? `ind:${row.sourceRow}`,
    activity,
    item,
    name: row.indicatorName,
    deliverable: row.deliverable,
    targetText: row.targetText,
    target: row.target,
    targetUnit: row.targetUnit,
    unitOfMeasure: row.unitOfMeasure,
    accumulation: row.own?.accumulation ?? 'sum',
    ...NOT_IN_THE_TABLE.indicator,
    statedValue: row.stated,
    start: row.start,
    end: row.end,
    reports: new Map(reading.periods.map(({ id }, index) => [id, saidIn(row, index)] as const)),
  };
}

describe('the plan as a table', () => {
  test('Cartagena: what was read is what the table gives back', async () => {
    const file = 'cartagena-2023-plan-accion.xlsx';
    const before = planOf(await readBytes(new Uint8Array(readFileSync(`public/examples/${file}`)), file));
    const reading = await throughCsv(before);
    expect(planOf(reading)).toEqual(before);
    expect(reading.findings).toEqual([]);
    expect(reading.proposedCut).toBe('2023-03-31');
    expect([reading.rows.length, reading.annexes.length]).toEqual([12, 8]);
  });

  test('any plan comes back the same, and nothing in it is doubted', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (before) => {
        const reading = await throughCsv(before);
        expect(planOf(reading)).toEqual(before);
        expect(reading.findings.filter(({ code }) => code !== 'dateReversed')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('people read it: header words, days, percents, decimal comma, formula-safe texts', async () => {
    const file = 'cartagena-2023-plan-accion.xlsx';
    const before = planOf(await readBytes(new Uint8Array(readFileSync(`public/examples/${file}`)), file));
    const written = lines(writePlanCsv(before, new Map([['ind:17', '3,0 %']])));
    expect(written[1]).toMatch(/^Entidad;;ALCALDÍA DISTRITAL DE CARTAGENA DE INDIAS;+$/);
    const header = written.findIndex((line) => line.startsWith('ITEM;'));
    expect(written[header]).toContain(
      ';META DEL INDICADOR;2023 RESULTADO TRIMESTRE 1;2023 RESULTADO TRIMESTRE 2;2023 RESULTADO TRIMESTRE 3;',
    );
    const [row8, row12] = [written[header + 8] ?? '', written[header + 12] ?? ''];
    expect(row8).toContain(
      ';01/01/2023;31/12/2023;Equipo Gobierno Digital y áreas de gestión OAI;10;0,3;0;0;0;3,0%;3,0 %;',
    );
    expect(row12).toContain(';100%;0%;0%;0%;0%;');
    expect(written[header + 3]).toContain(";'- Cronogramas de reuniones");
  });
});
