import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionPlanMatrixReport } from '../../../src/documents/reports/actionPlanMatrix';
import { auditTrailReport } from '../../../src/documents/reports/auditTrail';
import { NO_TRAIL } from '../../../src/domain/auditTrail';
import { byResponsibleReport } from '../../../src/documents/reports/byResponsible';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { elementBaselineReport } from '../../../src/documents/reports/elementBaseline';
import { elementProgressReport } from '../../../src/documents/reports/elementProgress';
import { indicatorSheetReport } from '../../../src/documents/reports/indicatorSheet';
import { petiToolReport } from '../../../src/documents/reports/petiTool';
import type { Document } from '../../../src/domain/document';
import { anyPlan } from '../../formats/anyPlan';
import { figuresOf, ownWordsOf } from './ownWords';

const BUILDERS: readonly ((context: ReportContext) => Document)[] = [
  actionPlanMatrixReport,
  petiToolReport,
  byResponsibleReport,
  elementProgressReport,
  elementBaselineReport,
  (context) => indicatorSheetReport(context),
  (context) => auditTrailReport(context, { seed: 'corte', size: 4, ...NO_TRAIL }),
];

const contexts = fc
  .tuple(anyPlan, fc.nat(40))
  .map(([plan, at]) => reportContext(plan, plan.periods[at % plan.periods.length]?.end ?? '2023-12-31', []));

test('one name is of one number in all tables of a plan at a cut', () => {
  fc.assert(
    fc.property(contexts, (context) => {
      const known = new Map<string, number | null>();
      for (const { of, value } of BUILDERS.flatMap((build) => figuresOf(build(context)))) {
        if (known.has(of)) expect([of, value]).toEqual([of, known.get(of)]);
        known.set(of, value);
      }
    }),
    { numRuns: 60 },
  );
});

test('every figure is named by what it is of, and no other number is written', () => {
  const isNamed = /^(?:at\/[\d-]+\/)?(?:day|instant|year|period|rule|band|count|plan|row|group)\//;
  fc.assert(
    fc.property(contexts, (context) => {
      for (const document of BUILDERS.map((build) => build(context))) {
        for (const { of } of figuresOf(document)) expect(of).toMatch(isNamed);
        expect(ownWordsOf(document).filter((text) => /\d/.test(text))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
