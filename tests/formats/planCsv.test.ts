import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import type { Calendar } from '../../src/domain/calendar';
import { dayFromNumber } from '../../src/domain/isoDay';
import type {
  Activity,
  Evidence,
  Indicator,
  PeriodValue,
  Plan,
  PlanItem,
  Report,
} from '../../src/domain/model';
import { cleanText, statedValueOf } from '../../src/formats/cells';
import { readMatrix } from '../../src/formats/matrix/readMatrix';
import type { MatrixReading, MatrixRow, PeriodNote } from '../../src/formats/matrix/reading';
import { isErrorText } from '../../src/formats/numbers';
import { writePlanCsv } from '../../src/formats/planCsv';
import { readWorkbook } from '../../src/formats/workbook';

async function readBytes(bytes: Uint8Array, name: string): Promise<MatrixReading> {
  const workbook = await readWorkbook(bytes, name);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problem));
  const read = readMatrix(workbook.value, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

const throughCsv = (plan: Plan) => readBytes(writePlanCsv(plan), 'plan.csv');
const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split('\r\n');

function citedEvidence(cited: readonly { number: string; name: string }[]): readonly Evidence[] {
  return cited.map(({ number, name }, index) => ({
    id: `evi:${index}`,
    number,
    name,
    status: 'cited',
    file: null,
    verification: null,
  }));
}

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
    accumulation: row.own?.accumulation ?? 'sum',
    statedValue: row.stated,
    start: row.start,
    end: row.end,
    reports: new Map(reading.periods.map(({ id }, index) => [id, saidIn(row, index)] as const)),
  };
}

const clean = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      '=1+1',
      '-5',
      "'=x",
      '@a',
      'a|b',
      'a\\',
      '"a;b"',
      'a\nb',
      '0,3',
      '100%',
      'ITEM',
      '[x] y',
      'Anexo 05: a',
      'TOTAL',
      'Fuente: x',
      'No aplica',
      '12/01/24',
    ),
  )
  .map(cleanText)
  .filter((text) => !isErrorText(text));
const named = clean.filter((text) => text !== '');
const day = fc.option(fc.integer({ min: 14_610, max: 25_567 }).map(dayFromNumber), { nil: null });
const amount = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(4))
  .map(([n, d]) => Number(`${n}e-${d}`) || 0);
const stated = fc.option(
  fc.tuple(fc.nat(2000), fc.constantFrom('%', ' %')).map(([tenths, sign]) => {
    const text = `${String(tenths / 10).replace('.', ',')}${sign}`;
    return statedValueOf({ kind: 'text', text }, 'comma');
  }),
  { nil: null },
);
const report: fc.Arbitrary<Report> = fc.oneof(
  amount.map((v) => ({ k: 'value' as const, v })),
  fc.constantFrom<Report>({ k: 'notReported' }, { k: 'notScheduled' }, { k: 'notApplicable' }),
);
const said: fc.Arbitrary<PeriodValue> = fc.record({
  report,
  remark: clean,
  delayCause: clean,
  evidence: fc
    .array(fc.record({ number: fc.constantFrom('', '05', 'A-1'), name: named }), { maxLength: 2 })
    .map(citedEvidence),
});
const calendar = fc.constantFrom<Calendar>(
  quartersOf(2023),
  { ...quartersOf(2024), monthsPerPeriod: 6 },
  { ...quartersOf(2024), monthsPerPeriod: 1 },
  { start: '2020-04-01', end: '2020-09-30', monthsPerPeriod: 6 },
  { start: '2024-01-01', end: '2026-12-31', monthsPerPeriod: 3 },
);
const indicatorParts = fc.record({
  name: clean,
  deliverable: clean,
  targetText: clean,
  target: fc.option(amount, { nil: null }),
  targetUnit: fc.constantFrom('count' as const, 'percent' as const),
  accumulation: fc.constantFrom('sum' as const, 'latest' as const),
  statedValue: stated,
  start: day,
  end: day,
  said: fc.array(said, { minLength: 12, maxLength: 12 }),
});
const activityParts = fc.record({
  number: clean,
  name: clean,
  phvaStage: fc.constantFrom(null, 'plan' as const, 'do' as const, 'check' as const, 'act' as const),
  start: day,
  end: day,
  parties: fc.array(named, { maxLength: 3 }),
  tags: fc.uniqueArray(fc.constantFrom('policy', 'domain'), { maxLength: 2 }),
  element: named,
  indicators: fc.array(indicatorParts, { maxLength: 2 }),
});
const planParts = fc.record({
  title: clean,
  entityName: clean,
  policy: clean,
  objective: clean,
  planYear: fc.integer({ min: 2000, max: 2099 }),
  calendar,
  rollupMethod: fc.constantFrom('flatMean' as const, 'groupMean' as const),
  paceTolerance: fc.nat(20).map((half) => half / 2),
  dueSoonDays: fc.nat(90),
  statedValue: stated,
  items: fc.array(
    fc.record({
      number: clean,
      differentialCriterion: clean,
      statedValue: stated,
      activities: fc.array(activityParts, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const plan: fc.Arbitrary<Plan> = planParts.map(({ items: itemParts, ...facts }) => {
  const periods = periodsOf(facts.calendar);
  const items: PlanItem[] = [];
  const activities: Activity[] = [];
  const indicators: Indicator[] = [];
  for (const { activities: under, ...itemRest } of itemParts) {
    const item = { id: `itm:${items.length}`, ...itemRest };
    items.push(item);
    for (const { parties, tags, element, indicators: below, ...rest } of under) {
      const activity: Activity = {
        id: `act:${activities.length}`,
        itemId: item.id,
        ...rest,
        responsibleParties: parties.map((name) => ({ id: `pty:${name}`, name })),
        tags: new Map(tags.map((taxonomy) => [taxonomy, [element, `${element}=2`]])),
      };
      activities.push(activity);
      for (const { said: values, ...indicator } of below) {
        const reports = new Map(
          periods.flatMap(({ id }, index) => (values[index] ? [[id, values[index]]] : [])),
        );
        indicators.push({ id: `ind:${indicators.length}`, item, activity, ...indicator, reports });
      }
    }
  }
  return { id: 'plan', ...facts, periods, scheme: CALI_3, isExample: false, items, activities, indicators };
});

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
      fc.asyncProperty(plan, async (before) => {
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
