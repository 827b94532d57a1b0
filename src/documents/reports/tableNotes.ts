import type { Block, Cell, Words } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { indicatorTitle } from '../../text/explanation';
import { tableWords as words } from '../../text/reportTables';
import { schemeWords } from '../../text/ruleWords';
import { methodWords } from '../../text/rules';
import { EXCLUSION_REASON } from '../../text/words';
import type { ReportContext } from './context';
import { countOf, dayFigure, periodFigure, planFigure, quote, ruleFigure } from './figures';
import { heading, note, paragraph } from './frame';
import { joined } from './inline';

/** How the figures of a table were made: the cut, the method with its N, the classes, and what is verified. */
export function methodNotes(context: ReportContext): readonly Block[] {
  const { plan, cut, facts } = context;
  const method = methodWords(plan.rollupMethod, plan.rollupBy);
  const said: Words = [
    ...[words.cut, dayFigure(cut), words.stop],
    ...[words.method, ruleFigure('rollup', method), words.over, planFigure.n(context), words.stop],
    ...[words.reported, planFigure.attainment(context), words.stop],
    ...[words.verified, planFigure.verified(context), words.stop],
    ...[words.scheme, ruleFigure('scheme', schemeWords(plan.scheme)), words.end],
  ];
  if (facts.overall.exclusions.length === 0) return [note(said), note(words.noneExcluded)];
  return [
    note(said),
    note([words.excludedCount, countOf.excluded(context), words.end]),
    {
      k: 'list',
      isNumbered: false,
      items: facts.overall.exclusions.map(({ row, reason }) => ({
        text: [titleOf(context, row), words.colon, EXCLUSION_REASON[reason].means],
      })),
    },
  ];
}

/** The last row of a table of indicators: what the plan comes to by its own method, after so many columns. */
export function totalRow(context: ReportContext, before: number): readonly Cell[] {
  const { plan } = context;
  const method = ruleFigure('rollup', methodWords(plan.rollupMethod, plan.rollupBy));
  const name = [words.total, words.part, method, words.over, planFigure.n(context)];
  return [
    { k: 'cell', text: name, columns: before, isTotal: true },
    {
      k: 'cell',
      text: [planFigure.attainment(context)],
      isTotal: true,
      isMeanAbove: plan.rollupMethod === 'flatMean',
    },
    { k: 'cell', text: [words.verified, planFigure.verified(context)], isTotal: true },
  ];
}

/** What the plan owes at the cut: reports by row, and activities that nothing measures. */
export function missingBlocks(context: ReportContext): readonly Block[] {
  const { plan, facts } = context;
  const measured = new Set(plan.indicators.map(({ activity }) => activity.id));
  const bare = plan.activities.filter(({ id }) => !measured.has(id));
  return [
    heading(2, words.missing),
    facts.missing.length === 0
      ? paragraph(words.noneMissing)
      : listOf(facts.missing.map((row) => missingWords(context, row))),
    ...(bare.length === 0 ? [] : [paragraph(words.withoutIndicator), listOf(bare.map(activityWords))]),
  ];
}

/** The name of a row, which the plan gives. */
export function titleOf({ plan }: ReportContext, row: number) {
  return quote(indicatorTitle(plan, row) || words.none);
}

function missingWords(context: ReportContext, row: IndicatorFigure): Words {
  const periods = row.missing.map((period) => [periodFigure.short(context.plan, period)]);
  return [titleOf(context, row.index), words.missingPeriods, ...joined(periods, words.list)];
}

function activityWords({ number, name }: { readonly number: string; readonly name: string }): Words {
  return [quote(name || number || words.none)];
}

function listOf(items: readonly Words[]): Block {
  return { k: 'list', isNumbered: false, items: items.map((text) => ({ text })) };
}
