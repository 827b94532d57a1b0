import type { ProgressClass } from '../bands';
import type { PeriodId } from '../calendar';
import { STATES } from '../codes';
import type { ExclusionReason, Pace, ScheduleState } from '../codes';
import { dayOf, keysOf, numberOf, oncePerEntity, textOf, wordIn } from '../fields';
import { groupingFrom } from '../grouping';
import type { RollupMethod } from '../model';
import { reportFrom } from '../readReport';
import { CLOSED, periodOfCut } from './closedCuts';
import type { ClosedCut, FrozenFigures, FrozenGroup, FrozenOverall, FrozenRow } from './model';

const CLASSES: readonly ProgressClass[] = ['critical', 'inProgress', 'finished'];
const SCHEDULE_STATES = STATES.filter((state) => state !== null);
const PACES: readonly Pace[] = ['behind', 'onTrack', 'ahead'];
const EXCLUSIONS: readonly ExclusionReason[] = ['noTarget', 'notApplicable', 'noBaseline', 'noWeight'];
const METHODS: readonly RollupMethod[] = ['flatMean', 'groupMean', 'weighted'];
const PERIOD = /^\d{8}-\d{8}$/;

/** The closed cut that an entity holds; null where it was opened again, and where what it holds is none. */
export const readCut = oncePerEntity((id, fields): ClosedCut | null => {
  const period = periodOfCut(id);
  return period && cutFrom(period, fields.get(CLOSED));
});

/** The closed cut of a period from what its register holds; null for what is none. */
export function cutFrom(period: PeriodId, value: unknown): ClosedCut | null {
  const keys = keysOf(value);
  const [date, n, seal] = [dayOf(keys['date']), numberOf(keys['n']), textOf(keys['seal'])];
  if (date === null || n === null || seal === '') return null;
  const [heads, without] = [textsOf(keys['heads']), textsOf(keys['without'])];
  return { period, date, heads, without, n, seal, frozen: readFrozenFigures(keys['frozen']) };
}

/** Figures that somebody froze. Another program may have written anything in them: what is missing gets a default. */
export function readFrozenFigures(value: unknown): FrozenFigures {
  const keys = keysOf(value);
  const groups = keysOf(keys['groups']);
  const scheme = keysOf(keys['scheme']);
  return {
    overall: overallFrom(keys['overall']),
    scheme: { id: textOf(scheme['id']), rounding: scheme['rounding'] === 'exact' ? 'exact' : 'halfUp' },
    classes: countsFrom(CLASSES, keys['classes']),
    states: countsFrom<ScheduleState>(SCHEDULE_STATES, keys['states']),
    missing: listOf(keys['missing'], (one) => {
      const { id, periods } = keysOf(one);
      return { id: textOf(id), periods: listOf(periods, periodFrom).filter((period) => period !== null) };
    }),
    rows: listOf(keys['rows'], rowFrom),
    groups: {
      item: listOf(groups['item'], groupFrom),
      phva: listOf(groups['phva'], groupFrom),
      responsible: listOf(groups['responsible'], groupFrom),
    },
  };
}

function overallFrom(value: unknown): FrozenOverall {
  const keys = keysOf(value);
  return {
    method: wordIn(METHODS, keys['method']) ?? 'flatMean',
    by: groupingOf(keys['by']),
    value: numberOf(keys['value']),
    n: numberOf(keys['n']) ?? 0,
    expected: numberOf(keys['expected']),
    lag: numberOf(keys['lag']),
    verified: numberOf(keys['verified']),
  };
}

/** As a text, or as the parts of a taxonomy: it is frozen as the plan held it. */
function groupingOf(value: unknown): FrozenOverall['by'] {
  const { taxonomy, under } = keysOf(value);
  if (typeof taxonomy !== 'string' || taxonomy === '') return groupingFrom(value) ?? 'item';
  return typeof under === 'string' ? { taxonomy, under } : { taxonomy };
}

function rowFrom(value: unknown): FrozenRow {
  const keys = keysOf(value);
  return {
    id: textOf(keys['id']),
    number: textOf(keys['number']),
    name: textOf(keys['name']),
    deliverable: textOf(keys['deliverable']),
    target: numberOf(keys['target']),
    targetUnit: keys['targetUnit'] === 'percent' ? 'percent' : 'count',
    raw: numberOf(keys['raw']),
    capped: numberOf(keys['capped']),
    verified: numberOf(keys['verified']),
    class: wordIn(CLASSES, keys['class']),
    state: wordIn(SCHEDULE_STATES, keys['state']),
    pace: wordIn(PACES, keys['pace']),
    lag: numberOf(keys['lag']),
    exclusion: wordIn(EXCLUSIONS, keys['exclusion']),
    points: numberOf(keys['points']) ?? 0,
    reports: listOf(keys['reports'], reportOf).filter((one) => one !== null),
  };
}

function reportOf(value: unknown): FrozenRow['reports'][number] | null {
  const keys = keysOf(value);
  const period = periodFrom(keys['period']);
  return period && { period, report: reportFrom(keys['report']) };
}

function groupFrom(value: unknown): FrozenGroup {
  const keys = keysOf(value);
  return {
    id: textOf(keys['id']),
    name: textOf(keys['name']),
    value: numberOf(keys['value']),
    n: numberOf(keys['n']) ?? 0,
  };
}

function periodFrom(value: unknown): PeriodId | null {
  return typeof value === 'string' && PERIOD.test(value) ? (value as PeriodId) : null;
}

function countsFrom<Word extends string>(
  words: readonly Word[],
  value: unknown,
): Readonly<Record<Word, number>> {
  const keys = keysOf(value);
  return Object.fromEntries(words.map((word) => [word, numberOf(keys[word]) ?? 0])) as Record<Word, number>;
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value, textOf).filter(Boolean);
}

function listOf<T>(value: unknown, read: (one: unknown) => T): readonly T[] {
  return Array.isArray(value) ? value.map(read) : [];
}
