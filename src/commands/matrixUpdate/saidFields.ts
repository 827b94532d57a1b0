import type { IsoDay } from '../../domain/isoDay';
import type { MatrixField } from '../../formats/matrix/columns';
import { isOfActivities } from '../../formats/matrix/header';
import type { PeriodAspect } from '../../formats/matrix/periods';
import type { MatrixReading } from '../../formats/matrix/reading';
import { periodOfCut } from '../matrixReports';

type PartKind = 'itm' | 'act' | 'ind';

/** The columns in which a matrix says each field of a part of the plan: without any of them it says nothing of it. */
const COLUMNS: Readonly<Record<PartKind, Readonly<Record<string, readonly MatrixField[]>>>> = {
  itm: { number: ['itemNumber'], differentialCriterion: ['criterion'], statedValue: ['itemStated'] },
  act: {
    number: ['activityNumber', 'activity'],
    name: ['activity'],
    phvaStage: ['phvaStage'],
    start: ['start'],
    end: ['end'],
    budget: ['budget'],
    executed: ['executed'],
    responsible: ['responsible', 'responsibleList'],
    tags: ['tags'],
    blockedBy: ['activityBlockedBy'],
  },
  ind: {
    name: ['indicatorName'],
    deliverable: ['deliverable'],
    targetText: ['targetText', 'target'],
    target: ['target'],
    targetUnit: ['target'],
    unitOfMeasure: ['unitOfMeasure'],
    baseline: ['baseline'],
    baselineSource: ['baselineSource'],
    weight: ['weight'],
    accumulation: ['accumulation'],
    statedValue: ['stated'],
    start: ['start'],
    end: ['end'],
    blockedBy: ['indicatorBlockedBy'],
  },
};

/** A blank in the column is no blank of these: they are read off another text as well, or have a value of their own. */
const NEVER_BLANK: Readonly<Record<string, MatrixField>> = {
  number: 'activityNumber',
  targetText: 'targetText',
};

/** What a matrix has columns for. */
export interface SaidFields {
  /** Our own table, which says all that the plan has. */
  readonly isOwn: boolean;
  readonly says: (kind: PartKind, field: string) => boolean;
  /** True where the file tells the items apart; without that it says nothing of where an activity stands. */
  readonly saysItems: boolean;
  /** True for a list of activities: it says nothing of which indicators they have. */
  readonly isOfActivities: boolean;
  /** True where a blank cell is what is missing of the field. */
  readonly canBeBlank: (kind: PartKind, field: string) => boolean;
  readonly saysPeriod: (aspect: PeriodAspect, index: number) => boolean;
  readonly hasColumn: (field: MatrixField) => boolean;
  /** The headers under which unknown columns are kept. */
  readonly extras: ReadonlySet<string>;
  readonly fieldsOf: (kind: PartKind) => readonly string[];
}

/** Of percents of one cut, only the period of that cut is said. */
export function saidFields(reading: MatrixReading, cut: IsoDay): SaidFields {
  const { columns, rows, isDirect } = reading;
  const ofCut = isDirect ? reading.periods.findIndex((period) => period === periodOfCut(reading, cut)) : -1;
  const isOwn = rows.some(({ own }) => own !== null);
  const fields = columns.flatMap(({ field }) => (field ? [field] : []));
  // In a matrix that left with our ids the result is what its formulas, which are ours, compute: nobody states it.
  const isBack = !isOwn && fields.includes('indicatorId');
  const known = new Set(isBack ? fields.filter((field) => field !== 'stated') : fields);
  const periods = new Set(
    columns.flatMap(({ period }) => (period ? [`${period.aspect} ${period.index}`] : [])),
  );
  const unknown = columns.filter(({ field, period }) => field === null && period === null);
  const columnsOf = (kind: PartKind, field: string): readonly MatrixField[] => {
    if (isOwn && kind === 'act' && field === 'start') return ['activityStart'];
    if (isOwn && kind === 'act' && field === 'end') return ['activityEnd'];
    return COLUMNS[kind][field] ?? [];
  };
  const says: SaidFields['says'] = (kind, field) => columnsOf(kind, field).some((one) => known.has(one));
  const fieldsOf = (kind: PartKind) => Object.keys(COLUMNS[kind]).filter((field) => says(kind, field));
  return {
    isOwn,
    says,
    isOfActivities: !isOwn && isOfActivities(columns),
    saysItems: fieldsOf('itm').some((field) => field !== 'statedValue'),
    canBeBlank: (kind, field) => {
      const column = kind === 'itm' ? undefined : NEVER_BLANK[field];
      return says(kind, field) && (column === undefined || known.has(column));
    },
    saysPeriod: (aspect, index) =>
      periods.has(`${aspect} ${index}`) || (aspect === 'value' && index === ofCut),
    hasColumn: (field) => known.has(field),
    extras: new Set(
      unknown.flatMap(({ header, letter }) => [header || letter, `${header || letter} (${letter})`]),
    ),
    fieldsOf,
  };
}
