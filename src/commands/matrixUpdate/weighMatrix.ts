import type { Chance } from '../../domain/order';
import { kindOf } from '../../domain/entities';
import { textOf } from '../../domain/fields';
import { groupBy } from '../../domain/groupBy';
import type { FileMark } from '../../domain/report';
import type { MatrixReading, MatrixRow } from '../../formats/matrix/reading';
import { wasDeletedWith } from '../../log/deletes';
import type { LogState } from '../../log/state';
import { entitiesOf } from '../matrixEntities';
import type { MatrixChoices } from '../matrixEntities';
import { namesAnItemOnly } from '../matrixIds';
import { wayBack } from '../save';
import type { FieldEdit } from '../save';
import { citationDifferences, citationsIn, evidenceIndex } from './citations';
import type { Difference } from './changes';
import { isKnown, placeOf } from './comparison';
import type { Comparison } from './comparison';
import { inPeriodsOf } from './directPeriods';
import { headDifferences, standingHead } from './headDifferences';
import { matchRows } from './matchRows';
import type { Matching, MatchedBy, SaidMatches } from './matchRows';
import { activityDifferences, editsOfNew, indicatorDifferences, itemDifferences } from './partDifferences';
import { placeRows } from './placeRows';
import { placesOfNew } from './positions';
import { reportDifferences } from './reportDifferences';
import { saidFields } from './saidFields';
import { standingOf, standingValue } from './standing';
import type { Standing } from './standing';

/** What decides how a matrix is compared with a plan. */
export interface Weighing extends Pick<MatrixChoices, 'cut' | 'zerosAfterCut'> {
  readonly matches: SaidMatches;
  /** The rows of which what was deleted comes back. */
  readonly restore: readonly number[];
}

/** A row that is not written: what it may be is not settled, or it is of something that was taken out. */
export type Waiting = 'unsure' | 'removed';

export interface WeighedRow {
  readonly row: MatrixRow;
  readonly indicator: string;
  readonly matchedBy: MatchedBy | null;
  readonly waiting: Waiting | null;
  readonly isNew: boolean;
  readonly isRestored: boolean;
  readonly differences: readonly Difference[];
  /** What it makes that the plan does not have, and what comes back. */
  readonly made: readonly FieldEdit[];
}

export interface Weighed {
  readonly comparison: Comparison;
  readonly matching: Matching;
  readonly rows: readonly WeighedRow[];
  readonly head: readonly Difference[];
  /** The indicators of the plan that no row is, or may be. */
  readonly missing: readonly string[];
}

/** Compares a matrix, as settled, with a plan as it stands. Nothing is written, and nothing is left out. */
export function weighMatrix(
  plan: { readonly id: string; readonly log: LogState },
  asRead: MatrixReading,
  weighing: Weighing,
  chance: Chance,
  source: FileMark | null = null,
): Weighed {
  const standing = standingOf(plan.log);
  const { calendar, periods } = standingHead(standing);
  const { reading, takesCalendar } = inPeriodsOf(calendar, asRead, { cut: weighing.cut, standing });
  const said = saidFields(reading, weighing.cut);
  const matching = matchRows(reading.rows, standing, weighing.matches, said);
  const places = placeRows(plan.id, reading.rows, standing, { matching, said });
  const bare: Comparison = {
    planId: plan.id,
    reading,
    cut: weighing.cut,
    standing,
    made: entitiesOf(plan.id, reading, asImported(reading, weighing), places, source),
    places,
    said,
    rowsOf: groupBy(reading.rows, ({ sourceRow }) => places.get(sourceRow)?.activity ?? ''),
    restored: new Set(),
    planPeriods: new Set(periods.map(({ id }) => id)),
    takesCalendar: takesCalendar || said.isOwn,
  };
  const comparison = { ...bare, restored: restoredBy(bare, matching, weighing) };
  return {
    comparison,
    matching,
    rows: weighRows(comparison, matching, weighing, chance),
    head: headDifferences(comparison),
    missing: missingFrom(comparison, matching),
  };
}

/** What the plan says of itself is compared apart, so that no name chosen here stands in it. */
function asImported({ facts }: MatrixReading, { cut, zerosAfterCut }: Weighing): MatrixChoices {
  const { title, entityName, rollupMethod } = facts;
  const settled = { repairs: [], isExample: false, rollupMethod: rollupMethod ?? 'flatMean' } as const;
  return { title, entityName, cut, zerosAfterCut, ...settled };
}

function waitingOf(
  { standing }: Comparison,
  { matched, proposed }: Matching,
  { restore }: Weighing,
  { sourceRow }: MatrixRow,
): Waiting | null {
  if (proposed.has(sourceRow)) return 'unsure';
  const indicator = standing.indicators.get(matched.get(sourceRow)?.indicatorId ?? '');
  return indicator?.isDeleted && !restore.includes(sourceRow) ? 'removed' : null;
}

/** What comes back: what rows are said to bring back, and what new rows and those hang from. */
function restoredBy(comparison: Comparison, matching: Matching, weighing: Weighing): ReadonlySet<string> {
  const { standing, reading } = comparison;
  const isGone = (id: string) => standing.deleted.has(id);
  const back = new Set<string>();
  for (const row of reading.rows) {
    const { item, activity, indicator } = placeOf(comparison, row);
    const isThere = isKnown(comparison, indicator) && !isGone(indicator);
    if (isThere || waitingOf(comparison, matching, weighing, row) !== null) continue;
    for (const id of [item, activity, indicator].filter(isGone)) back.add(id);
    for (const id of wentWith(standing, indicator)) back.add(id);
  }
  return back;
}

/** The reports that were taken out with an indicator. */
function wentWith({ entities, deleted, measurements }: Standing, indicator: string): readonly string[] {
  const gone = entities.get(indicator);
  if (!gone || !deleted.has(indicator)) return [];
  return (measurements.get(indicator) ?? []).filter((id) => {
    const report = entities.get(id);
    return report && deleted.has(id) && wasDeletedWith(report, gone);
  });
}

function weighRows(
  comparison: Comparison,
  matching: Matching,
  weighing: Weighing,
  chance: Chance,
): readonly WeighedRow[] {
  const { reading } = comparison;
  const waiting = new Map(
    reading.rows.map((row) => [row.sourceRow, waitingOf(comparison, matching, weighing, row)]),
  );
  const settled = reading.rows.filter(({ sourceRow }) => !waiting.get(sourceRow));
  const places = placesOfNew(comparison, settled, chance);
  const sources = { cited: citationsIn(comparison), evidence: evidenceIndex(comparison) };
  const seen = new Set<string>();
  const isFirst = (id: string): boolean => {
    if (id === '' || seen.has(id)) return false;
    seen.add(id);
    return true;
  };
  return reading.rows.map((row): WeighedRow => {
    const { indicator } = placeOf(comparison, row);
    const match = matching.matched.get(row.sourceRow);
    const state = waiting.get(row.sourceRow) ?? null;
    const facts = { row, indicator, matchedBy: match?.by ?? null, waiting: state };
    if (state) return { ...facts, isNew: false, isRestored: false, differences: [], made: [] };
    const parts = partsOf(comparison, row).filter(isFirst);
    const made = parts.filter((id) => !isKnown(comparison, id));
    const known = parts.filter((id) => isKnown(comparison, id));
    return {
      ...facts,
      isNew: made.includes(indicator) || (!row.isIndicator && made.length > 0),
      isRestored: comparison.restored.has(indicator),
      differences: [
        ...known.flatMap((id) => partDifferences(comparison, id, row)),
        ...(row.isIndicator ? reportDifferences(comparison, row) : []),
        ...(row.isIndicator ? citationDifferences(comparison, row, sources) : []),
      ],
      made: [
        ...made.flatMap((id) => makingOf(comparison, id, places.get(id) ?? '')),
        ...comingBack(comparison, parts),
      ],
    };
  });
}

function partsOf(comparison: Comparison, row: MatrixRow): readonly string[] {
  const { item, activity, indicator } = placeOf(comparison, row);
  if (namesAnItemOnly(row)) return [item];
  return row.isIndicator ? [item, activity, indicator] : [item, activity];
}

function partDifferences(comparison: Comparison, id: string, row: MatrixRow): readonly Difference[] {
  if (kindOf(id) === 'itm') return itemDifferences(comparison, id);
  return kindOf(id) === 'act' ? activityDifferences(comparison, id) : indicatorDifferences(comparison, row);
}

/** A new part with everything that the matrix says of it; those who answer are the plan's own where it knows them. */
function makingOf(comparison: Comparison, id: string, pos: string): readonly FieldEdit[] {
  const edits = editsOfNew(comparison, id, pos);
  if (kindOf(id) !== 'act') return edits;
  const answering = activityDifferences(comparison, id).filter(({ field }) => field === 'responsible');
  return [
    ...edits.filter(({ field }) => !field.startsWith('resp/')),
    ...answering.flatMap((difference) => difference.edits),
  ];
}

function comingBack(comparison: Comparison, parts: readonly string[]): readonly FieldEdit[] {
  const { standing, restored } = comparison;
  if (restored.size === 0) return [];
  const reports = parts.flatMap((id) => standing.measurements.get(id) ?? []);
  return [...parts, ...reports].flatMap((id) => {
    const known = standing.entities.get(id);
    return known && restored.has(id) ? [wayBack(id, known)] : [];
  });
}

function missingFrom(
  { standing, said, rowsOf }: Comparison,
  { matched, proposed }: Matching,
): readonly string[] {
  // A list of activities has no row for each indicator: none is missing where its activity stands in it.
  const isListed = (activity: string) => said.isOfActivities && rowsOf.has(activity);
  const found = new Set([...matched.values(), ...proposed.values()].map(({ indicatorId }) => indicatorId));
  return [...standing.indicators.values()]
    .filter(({ id, parent, isDeleted }) => !isDeleted && !found.has(id) && !isListed(parent))
    .map(({ id }) => id);
}

/** The words by which a person knows an indicator of the plan. */
export interface PartWords {
  readonly item: string;
  readonly activity: string;
  readonly deliverable: string;
  readonly indicator: string;
}

export function standingWords({ standing }: Comparison, indicator: string): PartWords {
  const { indicators, activities } = standing;
  const activity = indicators.get(indicator)?.parent ?? '';
  const text = (id: string, field: string) => textOf(standingValue(standing, id, field));
  return {
    item: text(activities.get(activity)?.parent ?? '', 'number'),
    activity: text(activity, 'name'),
    deliverable: text(indicator, 'deliverable'),
    indicator: text(indicator, 'name'),
  };
}
