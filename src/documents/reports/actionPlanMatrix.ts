import type { Block, Cell, Document, DocumentColumn, DocumentTable, Words } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { matrixWords as words, stageWords, tableWords } from '../../text/reportTables';
import { methodNotes, missingBlocks } from './basis';
import type { ReportContext } from './context';
import { quote, yearFigure } from './figures';
import { fixedPassage, heading, note, paragraph, reportDocument } from './frame';
import { joined, reaching, runsOf } from './inline';
import { periodCell, periodColumns, remarksOf, resultCell, targetWords, totalRow } from './periodCells';
import { dayWords, saidWords } from './rowCells';

/** The action plan as its official matrix, with a row for each indicator (domain.md A5). */
export function actionPlanMatrixReport(context: ReportContext): Document {
  const blocks: readonly Block[] = [
    heading(1, words.title),
    fixedPassage('process', words.process),
    { k: 'facts', rows: headOf(context) },
    context.rows.length === 0 ? paragraph(tableWords.withoutRows) : matrixOf(context),
    note(tableWords.dashes),
    ...methodNotes(context),
    ...missingBlocks(context, 2),
  ];
  return reportDocument(context, 'actionPlanMatrix', {
    blocks,
    paper: { size: 'oficio', isLandscape: true },
  });
}

function headOf({ plan }: ReportContext): readonly (readonly [string, Words])[] {
  return [
    [words.policy, saidWords(plan.policy)],
    [words.objective, saidWords(plan.objective)],
    [words.year, [yearFigure(plan.planYear)]],
  ];
}

/** Columns before those of the periods, each as wide as its longest word; the last of them is the target. */
const BEFORE: readonly DocumentColumn[] = [
  { label: words.item, share: 5 },
  { label: words.criterion, share: 11 },
  { label: words.stage, share: 7 },
  { label: words.activity, share: 11 },
  { label: words.deliverable, share: 11 },
  { label: words.indicator, share: 11 },
  { label: words.targetText, share: 11 },
  { label: words.start, share: 8 },
  { label: words.end, share: 8 },
  { label: words.responsible, share: 11 },
  { label: words.target, share: 8, isNumber: true },
];
const TARGET = BEFORE.length - 1;
const PERIOD_SHARE = 3;

function matrixOf(context: ReportContext): DocumentTable {
  const { plan, rows } = context;
  const columns = [
    ...BEFORE,
    ...periodColumns(plan, words.byPeriod, PERIOD_SHARE),
    { label: words.result, share: 8.5, isNumber: true },
    { label: words.remarks, share: 14 },
  ];
  const items = runsOf(rows, ({ indicator }) => indicator.item.id);
  const activities = runsOf(rows, ({ indicator }) => indicator.activity.id);
  const body = rows.map((row, place) =>
    rowOf(context, row, { item: items[place] ?? 1, activity: activities[place] ?? 1 }),
  );
  return {
    k: 'table',
    caption: words.caption,
    columns,
    rows: [...body, totalRow(context, TARGET + 1 + plan.periods.length)],
  };
}

/** How far down the cells of a row's item and activity reach. */
interface Runs {
  readonly item: number;
  readonly activity: number;
}

function rowOf(context: ReportContext, row: IndicatorFigure, runs: Runs): readonly Cell[] {
  const { plan } = context;
  const { item, activity, deliverable, name, targetText, start, end } = row.indicator;
  const { phvaStage, responsibleParties } = activity;
  const parties = responsibleParties.map((party) => [quote(party.name)]);
  return [
    ...reaching([quote(item.number)], runs.item),
    ...reaching([quote(item.differentialCriterion)], runs.item),
    ...reaching(phvaStage === null ? '' : stageWords(phvaStage), runs.activity),
    ...reaching([quote(activity.name)], runs.activity),
    [quote(deliverable)],
    [quote(name)],
    [quote(targetText)],
    dayWords(start),
    dayWords(end),
    ...reaching(joined(parties, tableWords.list), runs.activity),
    targetWords(row),
    ...plan.periods.map((period) => periodCell(context, row, period)),
    resultCell(row, { target: TARGET, periods: plan.periods.map((_, place) => TARGET + 1 + place) }),
    remarksOf(context, row),
  ];
}
