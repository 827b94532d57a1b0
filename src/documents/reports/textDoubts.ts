import { passagesOf, plainText, wideCell } from '../../domain/document';
import type { Block, Document, Figure, Passage, Words } from '../../domain/document';
import { groupingText } from '../../domain/grouping';
import { groupsBy } from '../../domain/groups';
import type { Plan } from '../../domain/model';
import { groupingChoices } from '../../domain/rollupChoices';
import { textDoubts } from '../../domain/textDoubts';
import type { EditedText, TextDoubt, TextSubject } from '../../domain/textDoubts';
import { groupName } from '../../text/explanation';
import type { ReportContext } from './context';
import { groupFigureName, groupFigures, planFigure, rowFigure } from './figures';
import { groupQuote, rowName } from './names';

/** What the texts that people wrote in a document say, and its figures do not (domain.md J8). */
export function textDoubtsOf(context: ReportContext, document: Document): readonly TextDoubt[] {
  const edited = document.blocks.flatMap(passagesOf).flatMap(editedText);
  if (edited.length === 0) return [];
  const figures = document.blocks.flatMap(wordsOf).flatMap(figuresIn);
  const { plan, cut } = context;
  return textDoubts(edited, {
    figures,
    plan,
    subjects: [planSubject(context), ...groupSubjects(context, figures), ...rowSubjects(context)],
    names: namesIn(plan),
    years: new Set([
      plan.planYear,
      ...[...plan.periods.flatMap(({ start, end }) => [start, end]), cut].map((day) =>
        Number(day.slice(0, 4)),
      ),
    ]),
  });
}

function editedText({ key, text, original }: Passage): readonly EditedText[] {
  if (key === undefined || original === undefined) return [];
  return [{ key, text: plainText(text), original: figuresIn(original) }];
}

function planSubject(context: ReportContext): TextSubject {
  return { of: 'plan', names: [], attainment: planFigure.attainment(context), n: planFigure.n(context) };
}

/** The groups whose figures the document prints. */
function groupSubjects(context: ReportContext, figures: readonly Figure[]): readonly TextSubject[] {
  const printed = figures.map(({ of }) => of).filter((of) => of.startsWith('group/'));
  return groupingChoices(context.plan)
    .filter((by) => printed.some((of) => of.startsWith(`group/${groupingText(by)}/`)))
    .flatMap((by) => groupsBy(context.plan, by).map((group) => ({ by, group })))
    .map(({ by, group }) => {
      const { attainment, n } = groupFigures(context, by, group);
      const names = [groupQuote(group).text, groupName(group)];
      return { of: groupFigureName(by, group), names, attainment, n };
    })
    .filter(({ of }) => printed.some((one) => one.startsWith(`${of}/`)));
}

function rowSubjects(context: ReportContext): readonly TextSubject[] {
  return context.rows.map((row) => ({
    of: `row/${row.indicator.id}`,
    names: [rowName(context, row).text],
    attainment: rowFigure.attainment(row),
    n: null,
  }));
}

/** The texts of the plan that a number may be part of. */
function namesIn(plan: Plan): readonly string[] {
  const ofRows = plan.indicators.flatMap(({ name, deliverable, targetText, activity, item, reports }) => [
    name,
    deliverable,
    targetText,
    activity.name,
    item.differentialCriterion,
    ...activity.responsibleParties.map((party) => party.name),
    ...[...reports.values()].flatMap(({ evidence }) => evidence.map((one) => one.name)),
  ]);
  return [...new Set([plan.title, plan.entityName, plan.policy, ...ofRows])].filter((name) => name !== '');
}

/** All that a block says, what stood in the place of an edited text too. */
function wordsOf(block: Block): readonly Words[] {
  switch (block.k) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'list':
      return passagesOf(block).flatMap(({ text, original }) => [text, original ?? '']);
    case 'facts':
      return block.rows.map(([, text]) => text);
    case 'table':
      return block.rows.flat().map((cell) => wideCell(cell).text);
    case 'bars':
      return block.bars.flatMap(({ name, text }) => [name, text]);
    case 'signatures':
      return [];
  }
}

function figuresIn(words: Words): readonly Figure[] {
  if (typeof words === 'string') return [];
  return words.flatMap((one) => (typeof one !== 'string' && one.k === 'figure' ? [one] : []));
}
