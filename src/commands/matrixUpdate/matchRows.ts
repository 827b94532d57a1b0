import { activityNumberOf } from '../../formats/matrix/identity';
import type { MatrixRow } from '../../formats/matrix/reading';
import { dayOf, textOf } from '../../domain/fields';
import { groupBy } from '../../domain/groupBy';
import { idInFile, sourceKeyOf } from '../matrixIds';
import { carriedIds } from './carriedIds';
import { activitiesByName, activitiesById, firstIndicators } from './matchActivities';
import type { SaidFields } from './saidFields';
import { likenesses } from './likeness';
import type { Described } from './likeness';
import { standingValue } from './standing';
import type { Standing, StandingIndicator } from './standing';

/** How it is known that a row is an indicator of the plan. */
export type MatchedBy = 'person' | 'id' | 'sourceKey' | 'words';

export interface Match {
  readonly indicatorId: string;
  readonly by: MatchedBy;
}

/** What a row is likely to be; nobody said so yet. */
export interface Proposal {
  readonly indicatorId: string;
  /** From 0 to 1. */
  readonly score: number;
}

/** By the row of the file. */
export interface Matching {
  readonly matched: ReadonlyMap<number, Match>;
  readonly proposed: ReadonlyMap<number, Proposal>;
  /** Rows that carry an id which is another row's: they were copied in the spreadsheet. */
  readonly copied: ReadonlySet<number>;
  /** The activities of the plan that rows are by our id of them. */
  readonly activities: ReadonlyMap<number, string>;
  readonly sourceKeys: ReadonlyMap<number, string>;
}

/** What a person said of a row: an indicator's id, or that it is a new one. */
export type SaidMatches = Readonly<Record<number, string>>;

/** As a person says that a row is none of the plan's. */
export const NEW_ROW = 'new';

/**
 * Finds which indicator each row is: as a person says, by our id, by the words of the file when it was loaded, by
 * the words of the plan now, and then by the same words of what was deleted. A list of activities is matched by these
 * too: what it says of one is said of its first indicator. What is left is only proposed.
 */
export function matchRows(
  all: readonly MatrixRow[],
  standing: Standing,
  said: SaidMatches,
  fields: Pick<SaidFields, 'isOfActivities' | 'says'>,
): Matching {
  const { isOfActivities } = fields;
  const rows = all.filter(({ isIndicator }) => isIndicator);
  const known = new Map<string, number>();
  const sourceKeys = new Map(rows.map((row) => [row.sourceRow, sourceKeyOf(known, row)]));
  const claims = new Claims();
  for (const row of rows) claims.match(row, knownId(said[row.sourceRow], standing), 'person');
  const open = rows.filter(({ sourceRow }) => said[sourceRow] !== NEW_ROW);
  const byId = activitiesById(all, standing);
  const copied = new Set([
    ...matchIds(open, standing, { claims, sourceKeys, fields }),
    ...(isOfActivities ? byId.copied : []),
  ]);
  const first = isOfActivities ? firstIndicators(standing) : NONE;
  for (const row of open) claims.match(row, first.get(byId.idOf.get(row.sourceRow) ?? ''), 'id');
  matchWords(open, standing, { claims, sourceKeys });
  const named = isOfActivities ? activitiesByName(all, standing) : NONE;
  for (const row of open) claims.match(row, first.get(named.get(row.sourceRow) ?? ''), 'words');
  const left = open.filter(({ sourceRow }) => !claims.matched.has(sourceRow) && !copied.has(sourceRow));
  return {
    matched: claims.matched,
    copied,
    activities: byId.idOf,
    sourceKeys,
    proposed: proposals(left, standing, claims.taken),
  };
}

const NONE: ReadonlyMap<unknown, string> = new Map();

/** Each row is one indicator, and each indicator one row: the first that claims it. */
class Claims {
  readonly matched = new Map<number, Match>();
  readonly taken = new Set<string>();

  match({ sourceRow }: MatrixRow, indicatorId: string | undefined, by: MatchedBy): void {
    if (indicatorId === undefined || this.matched.has(sourceRow) || this.taken.has(indicatorId)) return;
    this.matched.set(sourceRow, { indicatorId, by });
    this.taken.add(indicatorId);
  }
}

/** What rows are matched by. */
interface Matched {
  readonly claims: Claims;
  readonly sourceKeys: ReadonlyMap<number, string>;
}

/** Gives the rows that carry an id which is another one's. */
function matchIds(
  rows: readonly MatrixRow[],
  standing: Standing,
  { claims, sourceKeys, fields }: Matched & { readonly fields: Pick<SaidFields, 'says'> },
): readonly number[] {
  const idIn = (row: MatrixRow) => knownId(idInFile(row) ?? undefined, standing) ?? null;
  const open = rows.filter(({ sourceRow }) => !claims.matched.has(sourceRow));
  const isSaid = WORDS.map(([kind, field]) => fields.says(kind, field));
  const says = ({ sourceRow }: MatrixRow, words: string) => {
    const [own, other] = [(sourceKeys.get(sourceRow) ?? '').split('|'), words.split('|')];
    return isSaid.every((isTold, at) => !isTold || own[at] === other[at]);
  };
  const { idOf } = carriedIds(open, idIn, (all, id) => {
    const known = standing.indicators.get(id);
    const keys = known ? KEYS.map(([, keyOf]) => keyOf(known)) : [];
    return keys.flatMap((words) => all.find((row) => says(row, words)) ?? [])[0];
  });
  for (const row of open) claims.match(row, idOf.get(row.sourceRow), 'id');
  const isCopied = (row: MatrixRow) => idIn(row) !== null && !claims.matched.has(row.sourceRow);
  return open.filter(isCopied).map(({ sourceRow }) => sourceRow);
}

/** The words of a key, in their order: what a file has no column for tells no row from another. */
const WORDS = [
  ['itm', 'number'],
  ['act', 'name'],
  ['ind', 'deliverable'],
  ['ind', 'name'],
] as const;

function matchWords(
  rows: readonly MatrixRow[],
  { indicators }: Standing,
  { claims, sourceKeys }: Matched,
): void {
  const all = [...indicators.values()];
  for (const isDeleted of [false, true]) {
    for (const [by, keyOf] of KEYS) {
      const there = all.filter(({ id, isDeleted: isGone }) => isGone === isDeleted && !claims.taken.has(id));
      const byKey = groupBy(there, keyOf);
      for (const row of rows.filter(({ sourceRow }) => !claims.matched.has(sourceRow))) {
        const same = byKey.get(sourceKeys.get(row.sourceRow) ?? '') ?? [];
        claims.match(row, same.find(({ id }) => !claims.taken.has(id))?.id, by);
      }
    }
  }
}

const KEYS: readonly (readonly [MatchedBy, (one: StandingIndicator) => string])[] = [
  ['sourceKey', ({ sourceKey }) => sourceKey],
  ['words', ({ wordsKey }) => wordsKey],
];

function knownId(id: string | undefined, { indicators }: Standing): string | undefined {
  return id !== undefined && indicators.has(id) ? id : undefined;
}

function proposals(
  rows: readonly MatrixRow[],
  standing: Standing,
  taken: ReadonlySet<string>,
): ReadonlyMap<number, Proposal> {
  const free = [...standing.indicators.values()].filter(({ id, isDeleted }) => !isDeleted && !taken.has(id));
  const pairs = likenesses(
    rows.map(described),
    free.map((one) => describedIn(standing, one)),
  );
  return new Map(
    pairs.flatMap(({ row, indicator, score }) => {
      const [from, to] = [rows[row], free[indicator]];
      return from && to ? [[from.sourceRow, { indicatorId: to.id, score }] as const] : [];
    }),
  );
}

function described(row: MatrixRow): Described {
  const { activityName, deliverable, indicatorName, activityNumber, start, end } = row;
  return { texts: [activityName, deliverable, indicatorName], number: activityNumber, start, end };
}

function describedIn(standing: Standing, { id, parent, deliverable, name }: StandingIndicator): Described {
  const activity = textOf(standingValue(standing, parent, 'name'));
  const day = (field: 'start' | 'end') =>
    dayOf(standingValue(standing, id, field)) ?? dayOf(standingValue(standing, parent, field));
  return {
    texts: [activity, deliverable, name],
    number: textOf(standingValue(standing, parent, 'number')) || activityNumberOf(activity),
    start: day('start'),
    end: day('end'),
  };
}
