import type { Block, Document, DocumentTable, Words } from '../../domain/document';
import { evaluate } from '../../domain/evaluate';
import type { Evaluation } from '../../domain/evaluate';
import { figureOf } from '../../domain/figure';
import type { IndicatorFigure } from '../../domain/figure';
import type { ReportingPeriod } from '../../domain/calendar';
import type { Plan } from '../../domain/model';
import { planTableOf } from '../../domain/planTable';
import { elementName } from '../../text/groupings';
import { FORMULA, sheetWords as words, tableWords } from '../../text/reportTables';
import { bandRange } from '../../text/ruleWords';
import { TAXONOMY_NAME } from '../../text/taxonomies';
import { ACCUMULATION, bandName, EVIDENCE_STATUS, PHVA_STAGE } from '../../text/words';
import { excludedBlocks, methodNotes } from './basis';
import type { ReportContext } from './context';
import { atCut, periodFigure, quote, rowFigure, ruleFigure } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { joined } from './inline';
import { rowName } from './names';
import { periodCell, remarkLines, targetWords } from './periodCells';
import { classWords, dayWords, saidWords, stateWords } from './rowCells';

/** The sheet of one indicator, or of all: how it is measured and what was reported (domain.md B, hoja de vida). */
export function indicatorSheetReport(context: ReportContext, only: string | null = null): Document {
  const rows = context.rows.filter(({ indicator }) => only === null || indicator.id === only);
  const ends = endsOf(context);
  const nothing = only === null ? tableWords.withoutRows : words.notFound;
  const blocks: readonly Block[] = [
    heading(1, words.title),
    ...(rows.length === 0 ? [paragraph(nothing)] : rows.flatMap((row) => sheetOf(context, row, ends))),
    note(tableWords.dashes),
    ...methodNotes(context),
    ...excludedBlocks(context),
  ];
  return reportDocument(context, 'indicatorSheet', { blocks });
}

/** The plan at the end of a period that counts, or at the cut where the period goes on beyond it. */
interface PeriodEnd {
  readonly period: ReportingPeriod;
  readonly evaluation: Evaluation;
}

function endsOf({ plan, cut }: ReportContext): readonly PeriodEnd[] {
  const table = planTableOf(plan);
  return plan.periods
    .filter(({ start }) => start <= cut)
    .map((period) => ({ period, evaluation: evaluate(table, period.end < cut ? period.end : cut) }));
}

function sheetOf(context: ReportContext, row: IndicatorFigure, ends: readonly PeriodEnd[]): readonly Block[] {
  const remarks = remarkLines(context, row);
  return [
    heading(2, [rowName(context, row)]),
    { k: 'facts', rows: [...measureOf(context.plan, row), ...standingOf(context.plan, row)] },
    heading(3, words.series),
    seriesOf(context, row, ends),
    heading(3, words.evidence),
    evidenceOf(context, row),
    heading(3, words.said),
    remarks.length === 0
      ? paragraph(words.noRemarks)
      : { k: 'list', isNumbered: false, items: remarks.map((text) => ({ text })) },
  ];
}

type Facts = readonly (readonly [string, Words])[];

/** What it is, whose it is, and how it is measured. */
function measureOf(plan: Plan, row: IndicatorFigure): Facts {
  const { indicator } = row;
  const { activity, item, accumulation } = indicator;
  return [
    [words.name, saidWords(indicator.name)],
    [words.activity, saidWords(activity.name)],
    [words.item, saidWords(item.number)],
    [words.criterion, saidWords(item.differentialCriterion)],
    [words.deliverable, saidWords(indicator.deliverable)],
    [words.targetText, saidWords(indicator.targetText)],
    [words.unit, saidWords(indicator.unitOfMeasure)],
    [words.accumulation, ACCUMULATION[accumulation].name],
    [words.formula, FORMULA[accumulation]],
    [words.target, targetWords(row)],
    [words.baseline, [rowFigure.baseline(row)]],
    [words.source, saidWords(indicator.baselineSource)],
    [words.start, dayWords(indicator.start)],
    [words.end, dayWords(indicator.end)],
    [words.responsible, listed(activity.responsibleParties.map(({ name }) => name))],
    [words.stage, activity.phvaStage === null ? tableWords.none : PHVA_STAGE[activity.phvaStage]],
    [words.elements, elementsOf(row)],
    [words.weight, [rowFigure.weight(row)]],
    ...(activity.budget === null ? [] : [[words.budget, [rowFigure.budget(row)]] as const]),
    ...(activity.executed === null ? [] : [[words.executed, [rowFigure.executed(row)]] as const]),
    [words.ranges, rangesOf(plan)],
  ];
}

/** Where it stands at the cut. */
function standingOf(plan: Plan, row: IndicatorFigure): Facts {
  return [
    [words.attainment, [rowFigure.attainment(row)]],
    [words.expected, [rowFigure.expected(row)]],
    [words.verified, [rowFigure.verified(row)]],
    [words.class, classWords(plan, row)],
    [words.state, stateWords(row)],
  ];
}

function elementsOf({ indicator }: IndicatorFigure): Words {
  const names = [...indicator.activity.tags].flatMap(([taxonomy, paths]) => {
    const elements = paths.map((path) => elementName(taxonomy, path));
    return elements.map(
      (name) => `${name} (${Object.hasOwn(TAXONOMY_NAME, taxonomy) ? TAXONOMY_NAME[taxonomy] : taxonomy})`,
    );
  });
  return listed(names);
}

function rangesOf({ scheme }: Plan): Words {
  const ranges = scheme.bands.map((band) => [
    quote(bandName(band)),
    tableWords.colon,
    ruleFigure(`band/${band.id}`, bandRange(band, scheme)),
  ]);
  return joined(ranges, tableWords.part);
}

function listed(names: readonly string[]): Words {
  const said = joined(
    names.map((name) => [quote(name)]),
    tableWords.list,
  );
  return said.length === 0 ? tableWords.none : said;
}

function seriesOf(context: ReportContext, row: IndicatorFigure, ends: readonly PeriodEnd[]): DocumentTable {
  const columns = [
    { label: words.period, share: 28 },
    ...[words.planned, words.reported, words.accumulated].map((label) => ({
      label,
      share: 18,
      isNumber: true,
    })),
    { label: words.class, share: 18 },
  ];
  const rows = context.plan.periods.map((period) => [
    [periodFigure.name(context.plan, period)],
    [rowFigure.planned(row, period.id)],
    periodCell(context, row, period),
    ...reachedBy(
      context.plan,
      row,
      ends.find((one) => one.period.id === period.id),
    ),
  ]);
  return { k: 'table', caption: words.series, isCaptionHidden: true, columns, rows };
}

function reachedBy(plan: Plan, { index }: IndicatorFigure, end: PeriodEnd | undefined): readonly Words[] {
  if (!end) return [tableWords.none, tableWords.none];
  const then = figureOf(end.evaluation, index);
  return [[atCut(end.evaluation.cut, rowFigure.attainment(then))], classWords(plan, then)];
}

/** Characters of a hash that tell a file from any other of a plan. */
const SHORT_HASH = 16;

function evidenceOf({ plan, cut }: ReportContext, { indicator }: IndicatorFigure): Block {
  const columns = [
    { label: words.period, share: 14 },
    { label: words.number, share: 10 },
    { label: words.evidenceName, share: 44 },
    { label: words.evidenceState, share: 12 },
    { label: words.hash, share: 20 },
  ];
  const rows = plan.periods
    .filter(({ start }) => start <= cut)
    .flatMap((period) =>
      (indicator.reports.get(period.id)?.evidence ?? []).map(({ number, name, status, file }) => [
        [periodFigure.short(plan, period)],
        saidWords(number),
        saidWords(name),
        EVIDENCE_STATUS[status].name,
        file === null ? words.onlyCited : [quote(file.sha256.slice(0, SHORT_HASH))],
      ]),
    );
  if (rows.length === 0) return paragraph(words.noEvidence);
  return { k: 'table', caption: words.evidence, isCaptionHidden: true, columns, rows };
}
