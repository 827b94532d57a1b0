import type { Block, Cell, Document, DocumentTable, Passage, WideCell, Words } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { groupsBy } from '../../domain/groups';
import { rowAccount } from '../../domain/rowAccount';
import { PETI_METHODOLOGY, PETI_NORMS, PETI_OBJECTIVES, PETI_SCOPE } from '../../text/reportPassages';
import type { FixedPassage } from '../../text/reportPassages';
import { REPORT_NAME } from '../../text/reports';
import { ACCOUNT_GAP, accountWords, BY_DOMAIN, narrative } from '../../text/reportWords';
import { compositionWords, petiWords as words } from '../../text/reportWordsPeti';
import { say, sentences } from '../../text/say';
import { methodNote, missingBlocks, moneyBlocks, schemeNote, standingWords } from './basis';
import type { ReportContext } from './context';
import {
  countFigure,
  countOf,
  dayFigure,
  groupFigures,
  planFigure,
  quote,
  rowFigure,
  yearFigure,
} from './figures';
import type { GroupFigures } from './figures';
import { cutPassage, fixedPassage, heading, paragraph, reportDocument } from './frame';
import { groupingQuote, groupQuote, rowName } from './names';
import { analysisBlocks, recommendationItems } from './petiDomains';
import { signatureBlocks } from './signatures';

/** The follow-up of a PETI by domains, in the order of Cartago's (domain.md A3). */
export function petiFollowUpDocument(context: ReportContext): Document {
  const { plan } = context;
  const groups = groupsBy(plan, plan.rollupBy).map((group) => groupFigures(context, plan.rollupBy, group));
  return reportDocument(context, 'petiFollowUp', {
    blocks: [
      ...openingOf(context),
      ...fixedOf(words.objectives, PETI_OBJECTIVES),
      ...fixedOf(words.scope, PETI_SCOPE),
      ...fixedListOf(words.norms, PETI_NORMS, false),
      ...fixedListOf(words.methodology, PETI_METHODOLOGY, true),
      ...developmentOf(context, groups),
      ...analysisBlocks(context, groups),
      ...recommendationsOf(recommendationItems(context, groups)),
      ...signatureBlocks(context.formOf('petiFollowUp')),
    ],
  });
}

function openingOf(context: ReportContext): readonly Block[] {
  const { plan, cut } = context;
  const rows: readonly (readonly [string, Words])[] = [
    [narrative.entity, plan.entityName === '' ? '' : [quote(plan.entityName)]],
    [narrative.plan, plan.title === '' ? [yearFigure(plan.planYear)] : [quote(plan.title)]],
    [narrative.cut, [dayFigure(cut)]],
  ];
  return [
    heading(1, REPORT_NAME.petiFollowUp.name),
    { k: 'facts', rows: rows.filter(([, text]) => text !== '') },
  ];
}

function fixedOf(title: string, passages: readonly FixedPassage[]): readonly Block[] {
  return [heading(2, title), ...passages.map(({ key, text }) => fixedPassage(key, sentences(text)))];
}

function fixedListOf(
  title: string,
  passages: readonly FixedPassage[],
  isNumbered: boolean,
): readonly Block[] {
  const items = passages.map(({ key, text }) => ({ key, text: sentences(text) }));
  return [heading(2, title), { k: 'list', isNumbered, items }];
}

function developmentOf(context: ReportContext, groups: readonly GroupFigures[]): readonly Block[] {
  const { rollupBy } = context.plan;
  const by = rollupBy === 'item' ? BY_DOMAIN : groupingQuote(rollupBy);
  return [
    heading(2, words.development),
    cutPassage(context, 'result', standingWords(context)),
    paragraph(sentences(compositionWords(countFigure('groups', groups.length), countOf.rows(context)))),
    domainTable(context, groups),
    methodNote(context, by),
    schemeNote(context),
    ...moneyBlocks(context),
    ...missingBlocks(context),
  ];
}

/** The domains with their initiatives; a domain's name and figure reach down over all of them. */
function domainTable(context: ReportContext, groups: readonly GroupFigures[]): DocumentTable {
  const rows = groups.flatMap((figures) => rowsOfDomain(context, figures));
  return {
    k: 'table',
    caption: words.tableCaption,
    isCaptionHidden: true,
    columns: [
      { label: words.domain, share: 16 },
      { label: words.initiative, share: 28 },
      { label: words.account, share: 32 },
      { label: words.ofInitiative, share: 12, isNumber: true, over: words.over },
      { label: words.ofDomain, share: 12, isNumber: true, over: words.over },
    ],
    rows: [...rows, totalRow(context)],
  };
}

function rowsOfDomain(
  context: ReportContext,
  { group, attainment }: GroupFigures,
): readonly (readonly Cell[])[] {
  const reach = group.rows.length;
  const members = group.rows.flatMap((place) => context.rows[place] ?? []);
  return members.map((row, at): readonly Cell[] => {
    const cells: readonly Cell[] = [
      [rowName(context, row)],
      accountCell(context, row),
      [rowFigure.attainment(row)],
    ];
    if (at > 0) return cells;
    return [down([groupQuote(group)], reach), ...cells, down([attainment], reach)];
  });
}

function totalRow(context: ReportContext): readonly Cell[] {
  return [
    { k: 'cell', text: words.total, columns: 4, isTotal: true },
    { k: 'cell', text: [planFigure.attainment(context)], isTotal: true },
  ];
}

function down(text: Words, rows: number): WideCell {
  return { k: 'cell', text, rows };
}

function accountCell({ evaluation }: ReportContext, row: IndicatorFigure): Words {
  const account = rowAccount(evaluation, row);
  if (account.k !== 'said') return ACCOUNT_GAP[account.k];
  const { remark, delayCause, evidence } = account;
  return sentences(
    accountWords({
      remark: remark.trim() === '' ? null : quote(oneLine(remark)),
      delayCause: delayCause.trim() === '' ? null : quote(oneLine(delayCause)),
      evidence: evidence.map(({ number, name }) => say`${quote(name || number)}`),
    }),
  );
}

/** A cell has one paragraph. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function recommendationsOf(items: readonly Passage[]): readonly Block[] {
  if (items.length === 0) return [];
  return [heading(2, narrative.recommendations), { k: 'list', isNumbered: true, items }];
}
