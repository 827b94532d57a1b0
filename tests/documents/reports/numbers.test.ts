import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { explanationDocument } from '../../../src/documents/reports/explanation';
import { onePageDocument } from '../../../src/documents/reports/onePage';
import { petiFollowUpDocument } from '../../../src/documents/reports/petiFollowUp';
import { semesterDocument } from '../../../src/documents/reports/semester';
import { placedCells, wideCell } from '../../../src/domain/document';
import type { Block, Document, Figure, Inline, Words } from '../../../src/domain/document';
import { findingsOf } from '../../../src/domain/findings';
import { groupsBy } from '../../../src/domain/groups';
import type { Plan } from '../../../src/domain/model';
import { SCHEMES } from '../../../src/domain/schemes';
import { aggregate, methodInGroup } from '../../../src/domain/rollup';
import { ACCUMULATIONS } from '../../../src/domain/codes';
import { anEvidence, anIndicator, aPlan, verifiedValue } from '../../support/builders';
import type { GivenIndicator, Said } from '../../support/builders';

/** Each run writes all the documents of a plan. */
const RUNS = { numRuns: 40 };

/** The narrative documents of a plan; the explanation of the plan and of each of its groups. */
function documentsOf(context: ReportContext): readonly Document[] {
  const { plan } = context;
  return [
    semesterDocument(context),
    petiFollowUpDocument(context),
    onePageDocument(context),
    explanationDocument(context),
    ...groupsBy(plan, plan.rollupBy).map((group) =>
      explanationDocument(context, { by: plan.rollupBy, group }),
    ),
  ];
}

function wordsIn(block: Block): readonly Words[] {
  switch (block.k) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'facts':
      return block.rows.flat();
    case 'table':
      return [
        block.caption,
        ...block.columns.flatMap(({ label, over = '' }) => [label, over]),
        ...block.rows.flat().map((cell) => wideCell(cell).text),
      ];
    case 'bars':
      return [block.caption, ...block.bars.flatMap(({ name, text }) => [name, text])];
    case 'signatures':
      return block.people.map(({ mark }) => (mark.k === 'room' ? mark.words : ''));
  }
}

function inlinesOf({ blocks }: Document): readonly Inline[] {
  return blocks
    .flatMap(wordsIn)
    .flatMap((words): readonly Inline[] => (typeof words === 'string' ? [words] : words));
}

function figuresOf(document: Document): readonly Figure[] {
  return inlinesOf(document).flatMap((one) => (typeof one !== 'string' && one.k === 'figure' ? [one] : []));
}

const said = fc.oneof(
  fc.integer({ min: -2, max: 24 }).map((v): Said => v / 2),
  fc.constantFrom<Said>(
    { k: 'notReported' },
    { k: 'notScheduled' },
    { k: 'notApplicable' },
    verifiedValue(3),
  ),
  fc.constantFrom<Said>(
    { report: { k: 'value', v: 0 }, delayCause: 'Faltan 3 firmas' },
    { report: { k: 'value', v: 4 }, remark: 'Va en 40 %', evidence: [anEvidence({ name: 'Anexo 05' })] },
  ),
);
const TAGS = [
  ['decree-1008', ['components/ict-for-state', 'enablers/architecture']],
  ['decree-767', ['architecture/it-management', 'action-lines/open-state']],
  ['mrae-domains', ['strategy']],
  ['own-2024', ['line-1']],
] as const;
const given = fc.record({
  item: fc
    .integer({ min: 1, max: 3 })
    .map((n) => ({ id: `itm:${n}`, number: `${n}`, differentialCriterion: n === 1 ? 'Criterio 1' : '' })),
  target: fc.option(fc.integer({ min: 0, max: 12 })),
  targetUnit: fc.constantFrom('count' as const, 'percent' as const),
  accumulation: fc.constantFrom(...ACCUMULATIONS),
  baseline: fc.option(fc.integer({ min: 0, max: 4 })),
  said: fc.array(said, { maxLength: 4 }),
  start: fc.constantFrom(null, '2023-01-01' as const, '2023-11-01' as const),
  end: fc.constantFrom(null, '2023-05-31' as const, '2023-12-31' as const),
  weight: fc.option(fc.integer({ min: 0, max: 50 })),
  blockedBy: fc.constantFrom(null, { k: 'external' as const, cause: 'El formulario de 2023' }),
  activity: fc.record({
    budget: fc.option(fc.integer({ min: 0, max: 1e9 })),
    executed: fc.option(fc.integer({ min: 0, max: 1e9 })),
    tags: fc.subarray([...TAGS]).map((tags) => new Map(tags.map(([id, paths]) => [id, [...paths]]))),
    responsibleParties: fc.subarray([
      { id: 'pty:1', name: 'Oficina 1' },
      { id: 'pty:2', name: 'Oficina 2' },
    ]),
  }),
});
const plans = fc
  .record({
    rows: fc.array(given, { maxLength: 7 }),
    rollupMethod: fc.constantFrom('flatMean' as const, 'groupMean' as const, 'weighted' as const),
    rollupBy: fc.constantFrom('item' as const, 'responsible' as const, { taxonomy: 'decree-767' }),
    scheme: fc.constantFrom(...SCHEMES),
  })
  .map(({ rows, ...rules }): Plan => {
    const indicators = rows.map((row: GivenIndicator, at) =>
      anIndicator({
        id: `ind:${at}`,
        ...row,
        activity: {
          id: `act:${at}`,
          name: `Actividad ${at}`,
          ...row.activity,
          start: row.start ?? null,
          end: row.end ?? null,
        },
      }),
    );
    return aPlan({ title: 'Plan 2023', entityName: 'Entidad 9', indicators, ...rules });
  });
const contexts = fc
  .tuple(plans, fc.constantFrom('2023-03-31' as const, '2023-06-30' as const, '2023-12-31' as const))
  .map(([plan, cut]) => reportContext(plan, cut, findingsOf(plan)));

describe('the numbers of the narrative reports', () => {
  it('are all figures with a name, or what somebody wrote: our own words have none', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const document of documentsOf(context)) {
          for (const one of inlinesOf(document)) if (typeof one === 'string') expect(one).not.toMatch(/\d/);
          for (const { of } of figuresOf(document)) expect(of).not.toBe('');
        }
      }),
      RUNS,
    );
  });

  it('are one number for one name, throughout the documents of a plan', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const known = new Map<string, Figure>();
        for (const figure of documentsOf(context).flatMap(figuresOf)) {
          expect(known.get(figure.of) ?? figure).toEqual(figure);
          known.set(figure.of, figure);
        }
      }),
      RUNS,
    );
  });

  it('of rows and groups are those that the domain computes', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const { plan, evaluation, rows, facts } = context;
        const expected = new Map<string, number | null>([['plan/attainment', facts.overall.value]]);
        for (const { indicator, raw } of rows) expected.set(`row/${indicator.id}/attainment`, raw);
        const method = methodInGroup(plan);
        for (const group of groupsBy(plan, 'item'))
          expected.set(
            `group/item/${group.id}/attainment`,
            aggregate({ plan, evaluation, method, rows: group.rows }).value,
          );
        for (const { of, value } of documentsOf(context).flatMap(figuresOf))
          if (expected.has(of)) expect(value).toBe(expected.get(of));
      }),
      RUNS,
    );
  });

  it('stand in tables whose rows fill their columns', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const { blocks } of documentsOf(context))
          for (const block of blocks) {
            if (block.k !== 'table') continue;
            const filled = block.rows.map(() => new Array<number>(block.columns.length).fill(0));
            for (const [at, row] of placedCells(block).entries())
              for (const { column, rows, columns } of row)
                for (let down = at; down < at + rows; down++)
                  for (let across = column; across < column + columns; across++) filled[down]![across]! += 1;
            expect(filled.flat().every((times) => times === 1)).toBe(true);
          }
      }),
      RUNS,
    );
  });

  it('never are 0 % where nothing applies', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const { of, value, text } of documentsOf(context).flatMap(figuresOf))
          if (of.endsWith('/attainment') && value === null) expect(text).toBe('no aplica');
      }),
      RUNS,
    );
  });
});
