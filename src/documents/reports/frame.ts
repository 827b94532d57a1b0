import type { Block, Document, Paper, Words } from '../../domain/document';
import type { ReportForm, ReportKind } from '../../domain/reportForms';
import { formatDay, formatInstant } from '../../text/format';
import { REPORT_NAME, reportWords as words } from '../../text/reports';
import type { ReportContext } from './context';
import { quote } from './figures';
import { sealedBlocks } from './sealedCut';

/** A report on its paper: whose it is, what it is, and the facts of its form. */
export function reportDocument(
  context: ReportContext,
  kind: ReportKind,
  { blocks, paper = UPRIGHT }: { readonly blocks: readonly Block[]; readonly paper?: Paper },
): Document {
  const { plan, cut, formOf } = context;
  const documentName = REPORT_NAME[kind].name;
  const facts = formFacts(formOf(kind));
  return {
    title: [documentName, plan.entityName, cut].filter(Boolean).join(' - '),
    paper,
    letterhead: {
      entityName: plan.entityName,
      entityFacts: plan.nit === '' ? [] : [words.nit(plan.nit)],
      documentName,
      logo: plan.logo,
      facts,
    },
    foot: { text: facts.join(' · '), page: words.page, of: words.of },
    blocks: underTitle(blocks, [
      ...asOfBlocks(context),
      ...(kind === 'commitments' ? [] : sealedBlocks(context)),
    ]),
  };
}

/** A plan that is looked back at is not the one of today, and paper outlives the screen that said so. */
function asOfBlocks({ asOf }: ReportContext): readonly Block[] {
  return asOf === null
    ? []
    : [{ k: 'paragraph', text: words.asOf(quote(formatInstant(asOf))), manner: 'boxed' }];
}

/** What one reads before all else stands right under the title. */
function underTitle(blocks: readonly Block[], first: readonly Block[]): readonly Block[] {
  const title = blocks.findIndex((block) => block.k === 'heading' && block.level === 1);
  return blocks.toSpliced(title + 1, 0, ...first);
}

const UPRIGHT: Paper = { size: 'letter', isLandscape: false };

function formFacts({ code, version, approvedOn }: ReportForm): readonly string[] {
  return [
    code && words.code(code),
    version && words.version(version),
    approvedOn === null ? '' : words.approvedOn(formatDay(approvedOn)),
  ].filter((fact) => fact !== '');
}

export function heading(level: 1 | 2 | 3, text: Words): Block {
  return { k: 'heading', level, text };
}

export function paragraph(text: Words): Block {
  return { k: 'paragraph', text };
}

/** What one looks up and does not read: the method under a table. */
export function note(text: Words): Block {
  return { k: 'paragraph', text, manner: 'quiet' };
}

/** A text of ours that the entity may make its own; it stays so in every period. */
export function fixedPassage(key: string, text: Words): Block {
  return { k: 'paragraph', text, key };
}

/** A text made from the numbers of a cut: what a person writes in its place is of that cut alone. */
export function cutPassage({ cut }: ReportContext, key: string, text: Words): Block {
  return { k: 'paragraph', text, key: `${key}@${cut}` };
}
