import type { Block, Document, DocumentBar, Figure, Passage, Words } from '../../domain/document';
import { unverifiedProgress } from '../../domain/classStanding';
import { POLICY_CHARTS } from '../../domain/policyCharts';
import { SEMESTER_INTRODUCTION } from '../../text/reportPassages';
import { REPORT_NAME } from '../../text/reports';
import { narrative } from '../../text/reportWords';
import { semesterRecommendation as advice, semesterWords as words } from '../../text/reportWordsSemester';
import { sentences } from '../../text/say';
import type { Part } from '../../text/say';
import { methodNote, missingBlocks, moneyBlocks, schemeNote, standingWords } from './basis';
import type { ReportContext } from './context';
import { countFigure, countOf, dayFigure, periodFigure, planFigure, quote, yearFigure } from './figures';
import { cutPassage, fixedPassage, heading, reportDocument } from './frame';
import { rowName } from './names';
import { classBlocks, conclusionBlocks } from './semesterClasses';
import { chartBlocks } from './semesterCharts';
import { managementBlocks } from './semesterManagement';
import { signatureBlocks } from './signatures';

/** How many are named where a recommendation says where to begin. */
const MOST_NAMED = 3;

/** The semester report of the policy, in the order of Cali's (domain.md A1). */
export function semesterDocument(context: ReportContext): Document {
  return reportDocument(context, 'semester', {
    blocks: [
      ...openingOf(context),
      ...introduction(),
      ...resultOf(context),
      ...POLICY_CHARTS.flatMap((chart) => chartBlocks(context, chart)),
      ...managementBlocks(context),
      ...classBlocks(context),
      ...conclusionBlocks(context),
      ...recommendationsOf(context),
      ...signatureBlocks(context.formOf('semester')),
      heading(2, words.basis),
      methodNote(context),
      schemeNote(context),
      ...missingBlocks(context),
    ],
  });
}

function openingOf(context: ReportContext): readonly Block[] {
  const { plan, facts, cut } = context;
  const period = facts.period === null ? null : periodFigure.name(context.plan, facts.period);
  const given: readonly (readonly [string, Words])[] = [
    [narrative.entity, plan.entityName === '' ? '' : [quote(plan.entityName)]],
    [narrative.plan, planTitle(context)],
    [narrative.cut, [dayFigure(cut)]],
  ];
  return [
    heading(1, sentences(words.title(REPORT_NAME.semester.name, period))),
    { k: 'facts', rows: given.filter(([, text]) => text !== '') },
  ];
}

function planTitle({ plan }: ReportContext): Words {
  return plan.title === '' ? [yearFigure(plan.planYear)] : [quote(plan.title)];
}

function introduction(): readonly Block[] {
  return [
    heading(2, words.introduction),
    ...SEMESTER_INTRODUCTION.map(({ key, text }) => fixedPassage(key, sentences(text))),
  ];
}

function resultOf(context: ReportContext): readonly Block[] {
  const expected = planFigure.expected(context);
  const bars = [
    bar(narrative.progress, planFigure.attainment(context)),
    bar(narrative.verified, planFigure.verified(context)),
    ...(expected.value === null ? [] : [bar(narrative.expected, expected)]),
  ];
  return [
    heading(2, words.result),
    cutPassage(context, 'result', standingWords(context)),
    {
      k: 'bars',
      caption: words.workPlan,
      full: 100,
      bars,
      labels: { name: words.element, value: narrative.progress },
    },
    ...moneyBlocks(context),
  ];
}

function bar(name: string, figure: Figure): DocumentBar {
  return { name, length: figure.value, text: [figure] };
}

function recommendationsOf(context: ReportContext): readonly Block[] {
  const { rows, facts, cut } = context;
  const unverified = countFigure('unverified', unverifiedProgress(rows).length);
  const behind = countFigure('attention', facts.attention.length);
  const worst = facts.attention.slice(0, MOST_NAMED).map((row) => rowName(context, row));
  const ofCut = (key: string, text: Part): Passage => ({
    key: `recommendation/${key}@${cut}`,
    text: sentences(text),
  });
  const items = [
    ofCut('supports', advice.supports(unverified)),
    ofCut('causes', advice.causes(behind, worst)),
    ...(facts.missing.length === 0 ? [] : [ofCut('missing', advice.missing(countOf.missing(context)))]),
    { key: 'recommendation/share', text: advice.share },
    { key: 'recommendation/takePart', text: advice.takePart },
  ];
  return [heading(2, narrative.recommendations), { k: 'list', isNumbered: true, items }];
}
