import { measurementId } from '../domain/entities';
import type { ReportingPeriod } from '../domain/calendar';
import type { IsoDay } from '../domain/isoDay';
import type { Report } from '../domain/report';
import type { CitedAnnex, MatrixReading, MatrixRow } from '../formats/matrix/reading';
import { shortHash } from '../log/hash';
import type { Json } from '../log/json';

/** Entities being made, id by id. */
export type Entities = Map<string, Map<string, Json>>;

interface Reports {
  readonly planId: string;
  readonly reading: MatrixReading;
  readonly choices: { readonly cut: IsoDay; readonly zerosAfterCut: 'notReported' | 'zero' };
  readonly entities: Entities;
  /** By their numbers, for those that have one. */
  readonly annexNames: ReadonlyMap<string, string>;
  readonly annexIds: Map<string, string>;
}

/** What each numbered annex is called; of two with one number, the first stands. */
export function annexNamesOf({ annexes }: Pick<MatrixReading, 'annexes'>): ReadonlyMap<string, string> {
  const numbered = annexes.filter(({ number }) => number !== '');
  return new Map(numbered.map(({ number, name }) => [number, name] as const).toReversed());
}

/** What a row reports in each period, what it says of it, and the annexes it cites. */
export function putReports(context: Reports, row: MatrixRow, indicatorId: string): void {
  const { reading, choices, entities } = context;
  const cutPeriod = periodOfCut(reading, choices.cut);
  reading.periods.forEach((period, index) => {
    const id = measurementId(indicatorId, period.id);
    const report = row.values[index] ?? null;
    if (report && !isEmptyAfterCut(report, period, choices)) put(entities, id, 'report', { ...report });
    putAll(entities, id, { planned: row.planned[index] ?? null });
    putNotes(entities, id, row.notes[index]);
    for (const annex of row.notes[index]?.evidence ?? []) putAnnex(context, annex, id);
    // What a row says as a whole was said at the cut it was reported for.
    if (period === cutPeriod) putRowWords(context, row, id);
  });
}

/** The period in which a row says what it says as a whole: that of the cut it was reported for. */
export function periodOfCut(
  { periods }: Pick<MatrixReading, 'periods'>,
  cut: IsoDay,
): ReportingPeriod | undefined {
  return periods.findLast(({ start }) => start <= cut) ?? periods[0];
}

/** Sets the fields that hold something. */
export function putAll(entities: Entities, id: string, fields: Readonly<Record<string, Json>>): void {
  for (const [field, value] of Object.entries(fields)) if (value !== null) put(entities, id, field, value);
}

export function put(entities: Entities, id: string, field: string, value: Json): void {
  const fields = entities.get(id) ?? new Map<string, Json>();
  entities.set(id, fields.set(field, value));
}

/** Words as they are compared: no accents, capitals, punctuation or double spaces. */
export function key(...parts: readonly string[]): string {
  return parts.map(keyOf).join('|');
}

const ASCII = /^[\0-\x7f]*$/;

// Latin letters beyond these are signs, as the one of `Nº`; those of other alphabets are all that a name has.
const NO_WORD = /(?:[^a-z0-9\p{L}]|(?![a-z])\p{Script=Latin})+/gu;
const NO_NAME = /^[\s.\u2010-\u2015_-]*$/;

function keyOf(text: string): string {
  const isPlain = ASCII.test(text);
  const plain = (isPlain ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
  const words = plain.replace(isPlain ? /[^a-z0-9]+/g : NO_WORD, ' ').trim();
  // What is written in signs alone is told by them, and never taken for the same as all else that is.
  return words === '' && !NO_NAME.test(text) ? text.normalize('NFC').trim().replaceAll('|', '/') : words;
}

function putNotes(entities: Entities, id: string, note: MatrixRow['notes'][number] | undefined): void {
  putAll(entities, id, { remark: note?.remark || null, delayCause: note?.delayCause || null });
}

function putRowWords(context: Reports, row: MatrixRow, measurement: string): void {
  if (row.remark) put(context.entities, measurement, 'remark', row.remark);
  for (const annex of row.citedAnnexes) putAnnex(context, annex, measurement);
}

function putAnnex(
  { planId, entities, annexNames, annexIds }: Reports,
  annex: CitedAnnex,
  measurement: string,
): void {
  const { number, name } = annex;
  const id = annexIdOf(annexIds, planId, number || key(name));
  putAll(entities, id, { name: annexNames.get(number) ?? name, number: number || null });
  put(entities, id, `serves/${measurement}`, true);
}

function annexIdOf(known: Map<string, string>, planId: string, words: string): string {
  const id = known.get(words) ?? `evi:${shortHash(`${planId}|annex|${words}`)}`;
  known.set(words, id);
  return id;
}

function isEmptyAfterCut(
  report: Report,
  period: ReportingPeriod,
  { cut, zerosAfterCut }: Reports['choices'],
): boolean {
  return zerosAfterCut === 'notReported' && period.start > cut && report.k === 'value' && report.v === 0;
}
