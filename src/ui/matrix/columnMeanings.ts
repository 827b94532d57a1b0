import { MATRIX_FIELDS, PERIOD_ASPECTS } from '../../text/matrixFields';
import { shortPeriodName } from '../../text/format';
import { matrix } from '../../text/matrix';
import { matrixTable } from '../../text/matrixTable';
import type {
  ColumnMeaning,
  MatrixColumn,
  MatrixField,
  PeriodAspect,
  PeriodHeader,
  Reading,
} from './reading';

/** What a column may be said to be, as a native list shows it: groups of choices, each known by its text. */
export interface MeaningGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What a person said of columns, by their letters. */
type Meanings = Readonly<Record<string, ColumnMeaning>>;

type Group = keyof typeof matrixTable.groups;

const FIELDS: readonly (readonly [Group, readonly MatrixField[]])[] = [
  ['what', ['activity', 'activityNumber', 'itemNumber', 'criterion', 'phvaStage']],
  [
    'measured',
    [
      'deliverable',
      'indicatorName',
      'target',
      'targetText',
      'unitOfMeasure',
      'baseline',
      'baselineSource',
      'weight',
    ],
  ],
  ['who', ['responsible', 'start', 'end']],
  ['results', ['stated', 'direct', 'itemStated', 'remark']],
  ['money', ['budget', 'executed']],
];
const ASPECTS: readonly PeriodAspect[] = ['value', 'planned', 'remark', 'delayCause', 'evidence'];
const SPANS = [3, 6, 1] as const;

/** What a column was read as, in the shape in which a person says it. */
export function meaningOf(
  { field, period }: MatrixColumn,
  reading: Pick<Reading, 'calendar'>,
): ColumnMeaning {
  if (field) return { field };
  return period ? { period: periodHeader(reading.calendar, period.index, period.aspect) } : 'keep';
}

/** All that a column may be said to be; a field that only our own files have is offered where it is what was read. */
export function meaningGroups(reading: Reading, column: MatrixColumn): readonly MeaningGroup[] {
  const known = FIELDS.flatMap(([, fields]) => fields);
  const own = column.field && !known.includes(column.field) ? [column.field] : [];
  return [
    { label: '', options: [{ value: meaningText('keep'), label: matrix.kept }] },
    ...FIELDS.map(([group, fields]) => fieldGroup(group, fields)),
    ...(own.length > 0 ? [fieldGroup('ids', own)] : []),
    ...ASPECTS.map((aspect) => ({
      label: matrixTable.groups[aspect],
      options: periodOptions(reading, aspect),
    })),
  ];
}

/**
 * What was said of the columns, and now of one more: who said the same of another one has changed their mind. A period
 * without a year is that of the plan's.
 */
export function alsoSaid(
  said: Meanings,
  letter: string,
  meaning: ColumnMeaning,
  { facts: { planYear } }: { readonly facts: Pick<Reading['facts'], 'planYear'> },
): Meanings {
  const same = meantIn(planYear, meaning);
  const isSame = (other: ColumnMeaning) => other !== 'keep' && meantIn(planYear, other) === same;
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, other]) => !isSame(other))),
    [letter]: meaning,
  };
}

/** The columns that were read as something and are only kept since another one took it, and nobody said so of them. */
export function lostMeanings(
  before: Pick<Reading, 'columns'>,
  after: Pick<Reading, 'columns'>,
  said: Meanings,
): readonly MatrixColumn[] {
  const isMeant = ({ field, period }: MatrixColumn) => field !== null || period !== null;
  const meant = new Map(before.columns.filter(isMeant).map(({ letter, header }) => [letter, header]));
  return after.columns.filter(
    (column) =>
      !isMeant(column) && said[column.letter] !== 'keep' && meant.get(column.letter) === column.header,
  );
}

/** A meaning as the value of a list, and back. */
export function meaningText(meaning: ColumnMeaning): string {
  return JSON.stringify(meaning);
}

export function meaningFrom(text: string): ColumnMeaning {
  return JSON.parse(text) as ColumnMeaning;
}

/** The same for two that mean the same in a plan of a year. */
function meantIn(planYear: number, meaning: ColumnMeaning): string {
  if (meaning === 'keep') return meaning;
  if ('field' in meaning) return meaning.field;
  const { aspect, year, monthsPerPeriod, ordinal } = meaning.period;
  return [aspect, year ?? planYear, monthsPerPeriod, ordinal].join(' ');
}

function fieldGroup(group: Group, fields: readonly MatrixField[]): MeaningGroup {
  return {
    label: matrixTable.groups[group],
    options: fields.map((field) => ({ value: meaningText({ field }), label: MATRIX_FIELDS[field] })),
  };
}

/** The periods of the calendar that was read; without any in the table, those that a year can have. */
function periodOptions(reading: Reading, aspect: PeriodAspect): MeaningGroup['options'] {
  if (reading.columns.some(({ period }) => period))
    return reading.periods.map((period, index) =>
      option(
        periodHeader(reading.calendar, index, aspect),
        named(shortPeriodName(period, reading.calendar), aspect),
      ),
    );
  return SPANS.flatMap((months) =>
    Array.from({ length: 12 / months }, (_, at) =>
      option(
        { aspect, year: null, monthsPerPeriod: months, ordinal: at + 1 },
        named(`${matrixTable.span[months]} ${at + 1}`, aspect),
      ),
    ),
  );
}

/** A closed list shows the choice without its group: what is programmed must not look like what was done. */
function named(period: string, aspect: PeriodAspect): string {
  return `${period}: ${PERIOD_ASPECTS[aspect]}`;
}

function option(period: PeriodHeader, label: string): MeaningGroup['options'][number] {
  return { value: meaningText({ period }), label };
}

/** The header that a period of a calendar of whole years would have. */
function periodHeader(
  { start, monthsPerPeriod }: Reading['calendar'],
  index: number,
  aspect: PeriodAspect,
): PeriodHeader {
  const perYear = 12 / monthsPerPeriod;
  const year = Number(start.slice(0, 4)) + Math.floor(index / perYear);
  return { aspect, year, monthsPerPeriod, ordinal: (index % perYear) + 1 };
}
