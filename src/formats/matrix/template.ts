import { periodsOf, yearsOf } from '../../domain/calendar';
import type { Calendar } from '../../domain/calendar';
import type { PhvaStage } from '../../domain/model';
import { columnLetter } from '../grid';
import type { TableExtras, Validation } from '../xlsx/bookOfTable';
import type { MatrixField } from './columns';
import { BLANK_CELL } from './outCells';
import { preparedResult } from './outResult';
import { firstRowOf, standardColumns } from './outTable';
import type { OutTable, TableColumn } from './outTable';
import { STANDARD_LAYOUTS, TEMPLATE_SHEETS } from './standardLayouts';
import type { StandardKind } from './standardLayouts';
import { bandLabel, calendarCells } from './titleBand';
import { writeEmptyReport, writeStage } from './words';

/** The matrices that can be handed out empty: those that come back as a plan. */
export type TemplateKind = Exclude<StandardKind, 'portfolio'>;

/** What a template is for. */
export interface TemplateFacts {
  readonly planYear: number;
  /** Quarters where it is not said. */
  readonly monthsPerPeriod?: number;
  readonly entityName: string;
  readonly title: string;
  readonly policy: string;
  /** Who may be responsible; any text where there are none. */
  readonly departments: readonly string[];
  readonly rows: number;
  /** True where the headers are not to be written over. */
  readonly isProtected: boolean;
}

/** The words of a template that people read, and no program. */
export interface TemplateWords {
  readonly instructions: readonly string[];
  readonly day: RuleWords;
  readonly number: RuleWords;
  readonly report: RuleWords;
  readonly stage: RuleWords;
  readonly responsible: RuleWords;
}

/** What a person reads on entering a cell, and when what they wrote does not fit. */
export interface RuleWords {
  readonly title: string;
  readonly hint: string;
  readonly refusal: string;
}

/** An empty matrix with what its cells may hold, its instructions, and who may be responsible. */
export interface Template {
  readonly table: OutTable;
  readonly extras: TableExtras;
}

const STAGES: readonly PhvaStage[] = ['plan', 'do', 'check', 'act'];
const EMPTY_REPORTS = ['notApplicable', 'notScheduled', 'notReported'] as const;

/** Makes a matrix that is filled in by hand and comes back with nothing to ask about its columns or its year. */
export function templateOf(kind: TemplateKind, facts: TemplateFacts, words: TemplateWords): Template {
  const calendar = yearsOf(facts.planYear, facts.planYear, facts.monthsPerPeriod ?? 3);
  const periods = periodsOf(calendar);
  const columns = standardColumns({ periods, calendar }, kind).filter(({ isHidden }) => !isHidden);
  const band = bandOfTemplate(facts, calendar);
  const first = firstRowOf({ band });
  const rows = Array.from({ length: facts.rows }, (_, place) => emptyRow(columns, first + place));
  const last = first + facts.rows - 1;
  return {
    table: { sheet: STANDARD_LAYOUTS[kind].sheet, title: facts.title, band, columns, rows },
    extras: {
      validations: columns.flatMap((column, at) =>
        rulesFor(column, columnLetter(at), { first, last, facts, words }),
      ),
      pages: [{ name: TEMPLATE_SHEETS.instructions, lines: words.instructions }],
      lists: facts.departments.length > 0 ? [{ name: TEMPLATE_SHEETS.lists, lines: facts.departments }] : [],
      isProtected: facts.isProtected,
    },
  };
}

function bandOfTemplate(facts: TemplateFacts, calendar: Calendar): OutTable['band'] {
  const text = (of: string) => (of === '' ? BLANK_CELL : ({ k: 'text', text: of } as const));
  return [
    [bandLabel('entityName'), [text(facts.entityName)]],
    [bandLabel('title'), [text(facts.title)]],
    [bandLabel('policy'), [text(facts.policy)]],
    [bandLabel('objective'), [BLANK_CELL]],
    [
      bandLabel('planYear'),
      [{ k: 'number', value: Number(calendarCells(calendar)[0]?.slice(0, 4)), look: 'points' }],
    ],
  ];
}

function emptyRow(columns: readonly TableColumn[], row: number) {
  const periods = columns.flatMap(({ period }, at) => (period ? [at] : []));
  const target = columns.findIndex(({ field }) => field === 'target');
  return columns.map(({ field }) =>
    field === 'stated' ? preparedResult({ row, periods, target }, 0) : BLANK_CELL,
  );
}

interface RuleFrame {
  readonly first: number;
  readonly last: number;
  readonly facts: TemplateFacts;
  readonly words: TemplateWords;
}

type Rule = (cell: string, frame: RuleFrame) => Omit<Validation, 'range'>;

const RULES: Partial<Readonly<Record<MatrixField, Rule>>> = {
  phvaStage: (_, { words }) => ({ type: 'list', values: STAGES.map(writeStage), ...said(words.stage) }),
  start: (_, { words, facts }) => ({ ...daysOf(facts), ...said(words.day) }),
  end: (_, { words, facts }) => ({ ...daysOf(facts), ...said(words.day) }),
  target: (_, { words }) => ({
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    ...said(words.number),
  }),
};

/** What the cells of a column may hold; nothing for those that hold any text. */
function rulesFor({ field, period }: TableColumn, letter: string, frame: RuleFrame): readonly Validation[] {
  const { first, last, facts, words } = frame;
  const range = `${letter}${first}:${letter}${last}`;
  const cell = `${letter}${first}`;
  if (period) {
    const kinds = EMPTY_REPORTS.map((kind) => `${cell}="${writeEmptyReport(kind)}"`).join(',');
    return [{ type: 'custom', formula1: `OR(ISNUMBER(${cell}),${kinds})`, ...said(words.report), range }];
  }
  if (field === 'responsible' && facts.departments.length > 0) {
    const formula1 = `${TEMPLATE_SHEETS.lists}!$A$1:$A$${facts.departments.length}`;
    // Others may be responsible too: it is told, and stands.
    return [{ type: 'list', formula1, ...said(words.responsible), errorStyle: 'information', range }];
  }
  const rule = field && RULES[field];
  return rule ? [{ ...rule(cell, frame), range }] : [];
}

/** Work of a year may begin before it and end after it, and no day of a decade ago is meant. */
function daysOf({ planYear }: TemplateFacts) {
  return {
    type: 'date',
    operator: 'between',
    formula1: `DATE(${planYear - 5},1,1)`,
    formula2: `DATE(${planYear + 10},12,31)`,
  } as const;
}

function said({ title, hint, refusal }: RuleWords) {
  return {
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    inputTitle: title,
    inputMessage: hint,
    errorTitle: title,
    errorMessage: refusal,
    errorStyle: 'stop',
  } as const;
}
