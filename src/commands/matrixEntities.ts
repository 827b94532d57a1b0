import type { Calendar } from '../domain/calendar';
import { groupingText } from '../domain/grouping';
import type { IsoDay } from '../domain/isoDay';
import type { RollupMethod } from '../domain/model';
import type { FileMark } from '../domain/report';
import type { MatrixField } from '../formats/matrix/columns';
import { decimalText } from '../formats/numbers';
import type { MatrixReading, MatrixRow } from '../formats/matrix/reading';
import { shortHash } from '../log/hash';
import type { Json } from '../log/json';
import { partyId } from './changePlan';
import {
  activityPlace,
  idInFile,
  importedId,
  importedIndicatorId,
  namesAnItemOnly,
  ownId,
  sourceKeyOf,
} from './matrixIds';
import type { RowPlaces } from './matrixIds';
import { annexNamesOf, key, put, putAll, putReports } from './matrixReports';
import type { Entities } from './matrixReports';
import { putReadingNotes } from './readingNotes';

/** What a person decides before a matrix is loaded. */
export interface MatrixChoices {
  readonly title: string;
  readonly entityName: string;
  readonly cut: IsoDay;
  readonly rollupMethod: RollupMethod;
  /** What a zero in a period that begins after the cut means. */
  readonly zerosAfterCut: 'notReported' | 'zero';
  /** The ids of the repairs that were accepted. */
  readonly repairs: readonly string[];
  readonly isExample: boolean;
}

/** Entities as the log will hold them, id by id, so that preview and import cannot differ. */
export type EntityFields = ReadonlyMap<string, ReadonlyMap<string, Json>>;

const NO_PLACES: RowPlaces = new Map();

/** Turns what was read from a matrix, as settled, into the entities of a plan (merge.md 1 for their ids). */
export function entitiesOf(
  planId: string,
  reading: MatrixReading,
  choices: MatrixChoices,
  places: RowPlaces = NO_PLACES,
  source: FileMark | null = null,
): EntityFields {
  const entities: Entities = new Map();
  const ids = { itemIds: new Map(), activityIds: new Map(), indicatorIds: new Map() };
  const leavesItemsBlank = reading.rows.some(({ inherited }) => inherited.itemNumber !== undefined);
  const context: Context = {
    planId,
    reading,
    choices,
    entities,
    leavesItemsBlank,
    places,
    sourceKeys: new Map(),
    annexNames: annexNamesOf(reading),
    annexIds: new Map(),
    partyIds: new Map(),
    ...ids,
  };
  putPlan(context);
  reading.rows.forEach((row, order) => putRow(context, row, order));
  putReadingNotes(entities, planId, reading, context.indicatorIds);
  putLayout(context, source);
  return entities;
}

/**
 * The shape of the file and what it called the plan, whatever a person made of that; which row each indicator came
 * in, and the file itself, so that the same matrix can be filled in and go back.
 */
function putLayout({ planId, reading, entities, indicatorIds }: Context, source: FileMark | null): void {
  const { file, sheet, facts, layout } = reading;
  const id = `layout:${shortHash(`${planId}|${file}|${sheet}`)}`;
  for (const [part, value] of Object.entries(layout)) put(entities, id, part, value as Json);
  put(entities, id, 'rows', Object.fromEntries([...indicatorIds].map(([row, of]) => [of, row])));
  if (source) putAll(entities, id, { sha256: source.sha256, size: source.size });
  putAll(entities, id, { saidTitle: facts.title || null, saidEntityName: facts.entityName || null });
}

/** Turns one row after another into entities; what rows share is made by the first of them. */
interface Context {
  readonly planId: string;
  readonly reading: MatrixReading;
  readonly choices: MatrixChoices;
  readonly entities: Entities;
  /** A file that prints the item on every row repeats nothing. */
  readonly leavesItemsBlank: boolean;
  readonly places: RowPlaces;
  readonly sourceKeys: Map<string, number>;
  readonly annexNames: ReadonlyMap<string, string>;
  readonly annexIds: Map<string, string>;
  /** By the name of the party. */
  readonly partyIds: Map<string, string>;
  readonly itemIds: Map<number, string>;
  readonly activityIds: Map<number, string>;
  /** By the row of the file. */
  readonly indicatorIds: Map<number, string>;
}

function putPlan({ reading, choices, entities }: Context): void {
  const { facts, calendar } = reading;
  putAll(entities, 'plan', {
    title: choices.title,
    entityName: choices.entityName,
    policy: facts.policy,
    objective: facts.objective,
    planYear: facts.planYear,
    calendar: calendarJson(calendar),
    rollupMethod: choices.rollupMethod,
    rollupBy: facts.rollupBy && groupingText(facts.rollupBy),
    scheme: facts.scheme && { ...facts.scheme, bands: facts.scheme.bands.map((band) => ({ ...band })) },
    baseline: facts.baseline && { ...facts.baseline },
    isExample: choices.isExample || null,
    paceTolerance: facts.paceTolerance,
    dueSoonDays: facts.dueSoonDays,
    statedValue: facts.stated && { ...facts.stated },
    statedFor: statedFor(reading, choices.cut),
  });
}

/**
 * Printed results come of all the results beside them, also where a person looks at the plan at an earlier cut; at
 * a later one, what stands in the periods up to it was reported too.
 */
function statedFor({ facts, rows, calendar, proposedCut }: MatrixReading, chosen: IsoDay): Json {
  const isPrinted = facts.stated !== null || rows.some(({ stated, itemStated }) => stated ?? itemStated);
  if (!isPrinted) return null;
  const cut = facts.statedAt ?? (proposedCut !== null && proposedCut > chosen ? proposedCut : chosen);
  return { cut, calendar: calendarJson(calendar) };
}

function calendarJson(calendar: Calendar): Json {
  return { ...calendar, ...(calendar.cuts ? { cuts: [...calendar.cuts] } : {}) };
}

function putRow(context: Context, row: MatrixRow, order: number): void {
  const pos = position(order);
  const item = putItem(context, row, pos);
  if (namesAnItemOnly(row)) return;
  const activity = putActivity(context, row, item, pos);
  const indicator = row.isIndicator ? putIndicator(context, row, activity, pos) : null;
  putMoney(context, row, activity, indicator);
}

function putItem({ planId, entities, itemIds, places }: Context, row: MatrixRow, pos: string): string {
  const made = () => {
    const words = key(row.itemNumber, row.criterion);
    return idOf(itemIds, row.itemIndex, () => importedId('itm', planId, words, row.itemIndex));
  };
  const id = places.get(row.sourceRow)?.item ?? ownId('itm', row.own?.itemId) ?? made();
  if (!entities.has(id)) {
    putAll(entities, id, { number: row.itemNumber, differentialCriterion: row.criterion, pos });
  }
  // Printed on any row of the item; the first one stands.
  if (row.itemStated && !entities.get(id)?.has('statedValue')) {
    put(entities, id, 'statedValue', { ...row.itemStated });
  }
  return id;
}

function putActivity(context: Context, row: MatrixRow, item: string, pos: string): string {
  const { planId, entities, partyIds } = context;
  const id = activityIdOf(context, row);
  if (entities.has(id)) return id;
  const { start, end } = activityDays(row);
  const { activityNumber: number, activityName: name, phvaStage } = row;
  const blockedBy = row.own?.activityBlockedBy || null;
  putAll(entities, id, { item, number, name, phvaStage, start, end, blockedBy, pos });
  for (const party of row.responsible) {
    const partyEntity = partyIds.get(party) ?? partyId(planId, party);
    partyIds.set(party, partyEntity);
    put(entities, partyEntity, 'name', party);
    put(entities, id, `resp/${partyEntity}`, true);
  }
  for (const { taxonomy, element } of row.own?.tags ?? [])
    put(entities, id, `tag/${taxonomy}/${element}`, true);
  return id;
}

function activityIdOf({ planId, activityIds, places }: Context, row: MatrixRow): string {
  const at = activityPlace(row);
  const made = () => idOf(activityIds, at, () => importedId('act', planId, key(row.activityName), at));
  return places.get(row.sourceRow)?.activity ?? ownId('act', row.own?.activityId) ?? made();
}

function activityDays(row: MatrixRow): { readonly start: IsoDay | null; readonly end: IsoDay | null } {
  return row.own
    ? { start: row.own.activityStart, end: row.own.activityEnd }
    : { start: row.start, end: row.end };
}

/** Of the rows of an activity the first amount stands; another one is kept with its indicator, as written. */
function putMoney(
  { entities, reading }: Context,
  row: MatrixRow,
  activity: string,
  indicator: string | null,
): void {
  for (const field of ['budget', 'executed'] as const) {
    const amount = row[field];
    const standing = entities.get(activity)?.get(field);
    if (amount === null || amount === standing) continue;
    if (standing === undefined) put(entities, activity, field, amount);
    else if (indicator) put(entities, indicator, `extra/${headerOf(reading, field)}`, decimalText(amount));
  }
}

function headerOf({ columns }: MatrixReading, field: MatrixField): string {
  return columns.find((column) => column.field === field)?.header ?? field;
}

/** Gives the indicator's id. */
function putIndicator(context: Context, row: MatrixRow, activity: string, pos: string): string {
  const { entities } = context;
  const { id, sourceKey } = indicatorIdOf(context, row);
  const { targetText, target, targetUnit, deliverable, sourceRow } = row;
  putAll(entities, id, {
    activity,
    name: row.indicatorName,
    deliverable,
    targetText,
    target,
    targetUnit,
    ...rarelySaid(row),
    accumulation: row.own?.accumulation ?? (context.reading.isDirect ? 'latest' : 'sum'),
    pos,
    statedValue: row.stated && { ...row.stated },
    printedItem: printedItem(context, row),
    remarkedAt: row.remark === '' ? null : context.choices.cut,
    ...ownDays(entities, activity, row),
    sourceKey,
    sourceRow,
  });
  context.indicatorIds.set(sourceRow, id);
  for (const [header, text] of Object.entries(row.extra)) put(entities, id, `extra/${header}`, text);
  putReports(context, row, id);
  return id;
}

function indicatorIdOf({ planId, entities, places, sourceKeys }: Context, row: MatrixRow) {
  const place = places.get(row.sourceRow);
  const sourceKey = place?.sourceKey ?? sourceKeyOf(sourceKeys, row);
  const own = place?.indicator ?? idInFile(row);
  // A row copied in a spreadsheet carries its original's id: only the first keeps it.
  const id = own && !entities.has(own) ? own : importedIndicatorId(planId, sourceKey);
  return { id, sourceKey };
}

/** What few matrices say of an indicator. */
function rarelySaid({
  unitOfMeasure,
  baseline,
  baselineSource,
  weight,
  own,
}: MatrixRow): Record<string, Json> {
  return {
    unitOfMeasure: unitOfMeasure || null,
    baseline,
    baselineSource: baselineSource || null,
    weight,
    blockedBy: own?.indicatorBlockedBy || null,
  };
}

/** The item number, where it stands on the row itself and not on every row. */
function printedItem({ leavesItemsBlank }: Context, row: MatrixRow): string | null {
  return leavesItemsBlank && !row.inherited.itemNumber ? row.itemNumber || null : null;
}

/** The days of a row, only where they are not its activity's. */
function ownDays(
  entities: Entities,
  activity: string,
  { start, end }: MatrixRow,
): Record<string, IsoDay | null> {
  const shared = entities.get(activity);
  return {
    start: start === (shared?.get('start') ?? null) ? null : start,
    end: end === (shared?.get('end') ?? null) ? null : end,
  };
}

/** The same id for all rows that stand at one place. */
function idOf(known: Map<number, string>, place: number, make: () => string): string {
  const id = known.get(place) ?? make();
  known.set(place, id);
  return id;
}

/** Places in a list, far enough apart in their text for others to come between. */
function position(order: number): string {
  return `n${order.toString(36).padStart(5, '0')}`;
}
