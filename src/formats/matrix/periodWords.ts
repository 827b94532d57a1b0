import { compareKey } from '../cells';
import { namedParts } from '../namedParts';

/** What a column says of one period. */
export type PeriodAspect = 'value' | 'planned' | 'remark' | 'delayCause' | 'evidence';

/** What a header says of a period, in pieces of its compare key; the first aspect that is named stands. */
const ASPECTS: readonly (readonly [PeriodAspect, string])[] = [
  ['evidence', 'evidencias?|soportes?|verificacion'],
  ['delayCause', 'causas?|atraso'],
  ['remark', 'observacion(?:es)?|comentarios?|cualitativ[oa]|analisis|justificacion|descripcion|desarrollo'],
  [
    'planned',
    'programad[oa]s?|programacion|prog|planead[oa]s?|proyectad[oa]s?|previst[oa]s?|esperad[oa]s?|metas?',
  ],
  [
    'value',
    'resultados?|avances?|reportes?|valorreportado|reportad[oa]s?|seguimiento|monitoreo|medicion|ejecutad[oa]s?|ejecucion|ejec|logrado|logros?|alcanzad[oa]s?|cumplid[oa]s?|cumplimiento|real',
  ],
];
const WHOLE_ASPECTS = ASPECTS.map(([aspect, words]) => [aspect, new RegExp(`^(?:${words})$`)] as const);
const NOTES: readonly PeriodAspect[] = ['evidence', 'delayCause', 'remark'];
// AVANCE PROGRAMADO is a programme, and META ALCANZADA what was done.
const QUALIFYING = /^(?:(?:program|plane|proyect|esper|ejecut|logr|alcanz)ad|previst|cumplid)[oa]s?$/;
const FILLERS = 'del|de|el|la|en|por|vigencia|ano|indicador|fisic[oa]|cuantitativ[oa]|porcentaje';
const YEAR = '20\\d\\d';
const PIECE = [YEAR, ...ASPECTS.map(([, words]) => words), FILLERS].join('|');
const ORDINALS: readonly (readonly [number, string])[] = [
  [1, 'primero?|i'],
  [2, 'segundo|ii'],
  [3, 'tercero?|iii'],
  [4, 'cuarto|iv'],
  [5, 'quinto|v'],
  [6, 'sexto|vi'],
];
const NUMBER = `\\d{1,3}(?:er|ro|do|to)?|${ORDINALS.map(([, words]) => words).join('|')}`;
/** Before a number in digits, TRIMESTRE No. 1; before a letter it may begin a month, as in NOV. */
const NUMBERED = '(?:(?:numero|nro|num|no|n)(?=\\d))?';
/** The months of each span, its words, and its letters, which go with digits only: "TI" is no first quarter. */
const SPANS: readonly (readonly [number, string, string])[] = [
  [3, 'trimestrales|trimestral|trimestres|trimestre|trim|tri', 'tq'],
  [2, 'bimestrales|bimestral|bimestres|bimestre|bim', 'b'],
  [4, 'cuatrimestrales|cuatrimestral|cuatrimestres|cuatrimestre|cuatrim', 'c'],
  [6, 'semestrales|semestral|semestres|semestre|sem', 's'],
  [1, 'mensuales|mensual|meses|mes', ''],
  [0, 'periodos|periodo', ''],
];
const SPAN = SPANS.map(([, words]) => words).join('|');
/** After a number more than one are a count: 6 MESES is no June. */
const ONE_SPAN = SPAN.split('|')
  .filter((word) => word === 'mes' || !word.endsWith('s'))
  .join('|');
/** What may stand over the name of a month. */
const MONTHLY = SPANS.filter(([months]) => months <= 1)
  .map(([, words]) => words)
  .join('|');
const LETTER = SPANS.map(([, , letter]) => letter).join('');
const MONTHS: readonly string[] = [
  'enero|ene|jan',
  'febrero|feb',
  'marzo|mar',
  'abril|abr|apr',
  'mayo|may',
  'junio|jun',
  'julio|jul',
  'agosto|ago|aug',
  'septiembre|setiembre|sept|sep|set',
  'octubre|oct',
  'noviembre|nov',
  'diciembre|dic|dec',
];
const MONTH = MONTHS.join('|');
const MONTH_AT_END = new RegExp(`(${MONTH})$`);
/** The ways to say which period it is, one of them in each header. */
const PLACES = [
  `(?:(?:${MONTHLY})(?<over>(?:${PIECE})*))?(?<month>${MONTH})`,
  `(?:(?<overMonths>${SPAN})(?<among>(?:${PIECE})*))?(?<from>${MONTH})a?(?<to>${MONTH})`,
  `(?<span>${SPAN})(?<between>(?:${PIECE})*)${NUMBERED}(?<after>${NUMBER})(?:(?<first>${MONTH})a?(?<last>${MONTH}))?`,
  `(?<number>${NUMBER})(?<spanAfter>${ONE_SPAN})(?:(?<firstAfter>${MONTH})a?(?<lastAfter>${MONTH}))?`,
  `(?<letter>[${LETTER}])(?<digit>\\d)`,
  `(?<digitBefore>\\d)(?<letterAfter>[${LETTER}])`,
];
const SHAPE = new RegExp(`^(?<before>(?:${PIECE})*)(?:${PLACES.join('|')})(?<rest>(?:${PIECE})*)$`);
// Roman numbers and digits one by one: a text of many has no more than one way to be taken apart.
const WRITTEN_ORDINAL = ORDINALS.map(([, words]) => words.replace(/\|[iv]+$/, '')).join('|');
const KNOWN = `${PIECE}|${SPAN}|${MONTH}|${WRITTEN_ORDINAL}|los|las|\\d(?:er|ro|do|to)?|[iv]`;
const ALL_KNOWN = new RegExp(`^(?:${KNOWN})*$`);
const EACH_KNOWN = new RegExp(KNOWN, 'g');
// Every one of these headers has a digit, an ordinal or a month in it; most other texts are told apart by their length.
const LONGEST = 60;

const ORDINAL = '(?:0?[1-9]|1[0-2]|i{1,3}|iv|vi?)[º°ª]?';
/** Two places of periods side by side, before any sign is dropped: I-II, 1/2, I y II. */
const SEVERAL = new RegExp(
  `(?<![\\p{L}\\p{N}])${ORDINAL}(?:\\s*[-–—/,;&+]\\s*|\\s+(?:y|e|a|al)\\s+)${ORDINAL}(?![\\p{L}\\p{N}])`,
  'iu',
);

const JANUARY = /(?<!\p{L})en(?=\.?\s*[-–—/]\s*\p{L}|\.?\s+a\s+\p{L})/iu;

/** The initials of a year's months, which mean months only all together. */
export const MONTH_INITIALS = 'efmamjjasond';

export const MONTH_NAMES: readonly string[] = MONTHS.map((words) => words.split('|')[0] ?? '');

/** A part of a header that says an aspect in one letter, under a period. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['p', 'programado'],
  ['e', 'ejecutado'],
]);

/** What the key of a header says of a period. */
export interface PeriodWords {
  readonly aspect: PeriodAspect;
  readonly year: number | null;
  readonly monthsPerPeriod: number;
  readonly ordinal: number;
}

/** Takes a compare key apart; null for one that says anything else, or more, or what does not go together. */
export function periodWords(key: string): PeriodWords | null {
  const part = key.length > LONGEST ? null : namedParts(SHAPE, key);
  const place = part && placeIn(part);
  if (!place) return null;
  const said = ['before', 'over', 'among', 'between', 'rest'].map(part).join('');
  const year = /20\d\d/.exec(said)?.[0];
  const { aspect } = aspectAmong(said.match(EACH_KNOWN) ?? []);
  return { aspect: aspect ?? 'value', year: year ? Number(year) : null, ...place };
}

type Place = Pick<PeriodWords, 'monthsPerPeriod' | 'ordinal'>;

function placeIn(part: (name: string) => string): Place | null {
  const said = (...names: readonly string[]) => names.map(part).find((text) => text !== '') ?? '';
  const month = part('month');
  if (month) return { monthsPerPeriod: 1, ordinal: placeOfMonth(month) };
  if (part('from')) return within(part('overMonths'), placeOfMonths(part('from'), part('to')));
  const place: Place = {
    monthsPerPeriod: monthsOf(said('span', 'spanAfter', 'letter', 'letterAfter')),
    ordinal: ordinalOf(said('after', 'number', 'digit', 'digitBefore')),
  };
  const first = said('first', 'firstAfter');
  if (first === '') return place;
  const months = placeOfMonths(first, said('last', 'lastAfter'));
  const isSame = months?.monthsPerPeriod === place.monthsPerPeriod && months.ordinal === place.ordinal;
  return isSame ? place : null;
}

/** A place whose length the word over it, if there is one, does not deny. */
function within(word: string, place: Place | null): Place | null {
  const months = monthsOf(word);
  return months === 0 || months === place?.monthsPerPeriod ? place : null;
}

/** The place of a period that goes from one month to another; null for what no calendar has. */
function placeOfMonths(first: string, last: string): Place | null {
  const [from, to] = [placeOfMonth(first), placeOfMonth(last)];
  const monthsPerPeriod = to - from + 1;
  const isPart = SPANS.some(([months, , letter]) => letter !== '' && months === monthsPerPeriod);
  const isWhole = isPart && (from - 1) % monthsPerPeriod === 0;
  return isWhole ? { monthsPerPeriod, ordinal: to / monthsPerPeriod } : null;
}

/** The aspect of a header that says nothing else, as EJECUTADO; null for any other. */
export function bareAspect(header: string): PeriodAspect | null {
  const key = compareKey(header);
  return wordAspect(LETTERS.get(key) ?? key);
}

/** A period with a letter before or behind it, P T1 or T1 (E), its two parts; null for any other header. */
export function lettered(header: string): { readonly letter: string; readonly rest: string } | null {
  if (header.length > LONGEST) return null;
  const [, before, after] = /^([pe])[.\s]+(.+)$/is.exec(header) ?? [];
  if (before && after) return { letter: before.toLowerCase(), rest: after };
  const [, rest, letter] = /^(.+?)[.\s]*[.\s(]([pe])[.)]*$/is.exec(header) ?? [];
  return rest && letter ? { letter: letter.toLowerCase(), rest } : null;
}

/** The aspect that one word names, as a compare key; null for any other. */
function wordAspect(word: string): PeriodAspect | null {
  return WHOLE_ASPECTS.find(([, words]) => words.test(word))?.[0] ?? null;
}

/** The words of a compare key that are of periods and of nothing else; null where there are others. */
export function knownPieces(key: string): readonly string[] | null {
  return key.length <= LONGEST && ALL_KNOWN.test(key) ? (key.match(EACH_KNOWN) ?? []) : null;
}

/** The word for a letter that stands under a period; any other part as it is. */
export function spelledOut(part: string): string {
  return LETTERS.get(compareKey(part)) ?? part;
}

/** What several words say together. */
export interface SaidAspect {
  /** Null where no word names one. */
  readonly aspect: PeriodAspect | null;
  /** True where they name both what was programmed and what was done, as AVANCE DE LA META. */
  readonly isBoth: boolean;
}

/** A note of any kind stands; of two figures the one that qualifies the other, else the first. */
export function aspectAmong(words: readonly string[]): SaidAspect {
  const aspects = words.flatMap((word) => wordAspect(word) ?? []);
  const isBoth = aspects.includes('planned') && aspects.includes('value');
  const note = NOTES.find((aspect) => aspects.includes(aspect));
  const qualifying = isBoth ? words.find((word) => QUALIFYING.test(word)) : undefined;
  const figure = qualifying === undefined ? aspects[0] : wordAspect(qualifying);
  return { aspect: note ?? figure ?? null, isBoth };
}

function placeOfMonth(word: string): number {
  return MONTHS.findIndex((words) => words.split('|').includes(word)) + 1;
}

/** A header with EN, before another month, spelled as the January that it is there. */
export function withJanuary(header: string): string {
  return header.replace(JANUARY, 'ene');
}

/** True for a header of more than one period: in its compare key I-II would be III. */
export function namesSeveral(header: string): boolean {
  return SEVERAL.test(header);
}

/** The month, from 1, that a compare key ends with; 0 for any other key. */
export function monthAtEnd(key: string): number {
  return placeOfMonth(MONTH_AT_END.exec(key)?.[1] ?? '');
}

/** The months of a period by one of its words, or by its letter; 0 for PERIODO and any other word. */
export function monthsOf(word: string): number {
  const isOf = ([, words, letters]: (typeof SPANS)[number]) =>
    words.split('|').includes(word) || [...letters].includes(word);
  return SPANS.find(isOf)?.[0] ?? 0;
}

function ordinalOf(word: string): number {
  const named = ORDINALS.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0];
  return named ?? Number.parseInt(word, 10);
}
