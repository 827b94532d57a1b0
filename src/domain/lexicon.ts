import type { Percent } from './percent';

// How people write of results, numbers, days and norms in the texts that this product reads.

/** A percent of achievement, with its number: "40 % de cumplimiento". */
export const NAMED_PERCENT = /(\d+(?:[.,]\d+)?)\s*%\s*(?:de\s+)?(?:cumplimiento|avance|ejecución)/giu;

const DENIED = String.raw`(?<!(?<!\p{L})(?:no\s+hay|sin|ning[uú]na?|evitar|evitando)\s+(?:\p{L}+\s+)?)`;
const RESULT = String.raw`(?:avances?|cumplimientos?|ejecución)`;
const LACKS = [
  String.raw`falta\s+de\s+${RESULT}`,
  String.raw`incumpl(?:imientos?|id[oa]s?|ió|ieron|en?)`,
  String.raw`no\s+(?:se\s+)?(?:h(?:a|an|abía|abían)\s+)?(?:cumpl(?:id[oa]s?|ió|ieron|en?)|(?:avanz|ejecut)(?:ad[oa]s?|ó|aron|an?))`,
  String.raw`no\s+(?:se\s+)?(?:hay|hubo|ha\s+habido|(?:present|registr|report|muestr|evidenci)(?:ó|aron|an?)|tienen?|tuvo)\s+(?:ningún\s+|ninguna\s+)?${RESULT}`,
  String.raw`(?:sin|ning[uú]na?)\s+(?:ningún\s+|ninguna\s+)?${RESULT}`,
  String.raw`${RESULT}\s+(?:(?:es|son|fue|sigue|continúa|está)\s+)?(?:nul[oa]s?|inexistentes?|en\s+cero)`,
  String.raw`nul[oa]s?\s+${RESULT}`,
].join('|');
/** "Sin avances por reportar", "no hay avance adicional": of what else there could be. */
const MORE = String.raw`\s+(?:adicional|pendiente|nuevo|por\s)`;

/** Words that say that nothing was achieved, unless it is their lack that is spoken of. */
export const LACK = new RegExp(
  // What it begins with is looked at first: most words of a long remark begin with none of these.
  String.raw`(?<!\p{L})(?=falta|incum|no\s|sin\s|ning|avance|cumplim|ejecuci|nul)${DENIED}(?:${LACKS})(?!\p{L})(?!${MORE})`,
  'giu',
);

/** From here on a row is finished in the words of domain.md A3. */
export const FINISHED: Percent = 81;

const MONTH =
  '(?:ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|may(?:o)?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:t|tiembre)?|set(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)';
const OF = String.raw`\s+(?:de\s+|del\s+)?`;
const DAYS = [
  String.raw`\d{1,2}(?:\.?[º°])?${OF}${MONTH}\.?(?:${OF}\d{4})?`,
  String.raw`${MONTH}\.?${OF}\d{4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}[/-]\d{1,2}[/-]\d{2,4}`,
  String.raw`\d{1,2}:\d{2}`,
  String.raw`(?:vigencias?|años?)\s+(?:de\s+)?\d{4}`,
  // A percent is a result, whatever stands before it.
  String.raw`(?:19|20)\d{2}\s*(?:[-–—/]|al?|y)\s*(?:19|20)?\d{2}(?!\d|\s*%)`,
  String.raw`(?:en|de|del|desde|al?|hasta|entre|para)\s+(?:19|20)\d{2}(?![\d.,]\d|\d|\s*%)`,
].join('|');
const NORM =
  '(?:ley(?:es)?|decretos?|resoluci(?:ón|on|ones)|acuerdos?|circular(?:es)?|art[ií]culos?|conpes|ordenanzas?|directivas?|actas?|iso|ntc|gtc)';
const NUMBER_OF_NORM = String.raw`\s*(?:n[.o]*[º°]?\s*|n[uú]m(?:ero|\.)?\s*|estatutaria\s+|externa\s+)?[\d][\d./-]*`;
const NORMS = String.raw`${NORM}${NUMBER_OF_NORM}(?:\s+(?:de|del)\s+\d{4})?`;
const PART_OF_A_PAPER = String.raw`(?:anexos?|tablas?|figuras?|gr[áa]fic[oa]s?|p[áa]ginas?|cap[íi]tulos?|numeral(?:es)?|literal(?:es)?|secci[óo]n|versi[óo]n)\s+(?:n[.o]*[º°]?\s*)?\d[\d.]*`;
const ORDINAL = String.raw`\d+\s?\.?(?:[º°ª]|er\b|ro\b|do\b)`;
const POINT_OF_A_LIST = String.raw`(?<=^|\n)\s*\d+[.)-]\s`;

/** Days, hours, norms and places in a list: numbers that are of no result. */
export const OF_NO_RESULT = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${DAYS}|${NORMS}|${PART_OF_A_PAPER}|${ORDINAL})|${POINT_OF_A_LIST}`,
  'giu',
);

/** A number as people write it, and whether it is a percent. */
export const WRITTEN_NUMBER =
  /(?<![\p{L}\d][.,]?|\p{L}[-‐‑])(\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\p{L}\d])(\s*(?:%|por ciento))?/giu;

/** What makes a percent of the number that follows: "llegó a un porcentaje de 80". */
export const PERCENT_OF =
  /(?<!\p{L})porcentaje(?:\s+de\s+(?:avance|cumplimiento|ejecución))?\s+(?:(?:es|fue|está|queda|quedó|va|del?|en|al?)\s+)+$/iu;

/** The tens, as they are written out before "por ciento". */
export const TENS: ReadonlyMap<string, number> = new Map(
  [
    'diez',
    'veinte',
    'treinta',
    'cuarenta',
    'cincuenta',
    'sesenta',
    'setenta',
    'ochenta',
    'noventa',
    'cien',
  ].map((word, at) => [word, 10 * (at + 1)]),
);

/** A percent in words, with its tens and its units. */
export const PERCENT_IN_WORDS = new RegExp(
  String.raw`(?<!\p{L})(${[...TENS.keys()].join('|')})(?:\s+y\s+(uno?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?\s+por\s+ciento(?!\p{L})`,
  'giu',
);

/** The units that may follow tens. */
export const UNITS: readonly string[] = 'cero un dos tres cuatro cinco seis siete ocho nueve'.split(' ');

/** What stands before a number of what is not yet done, and after one. */
export const LACKING_BEFORE =
  /(?<!\p{L})(?:falta\p{L}*|restan?|qued\p{L}+|pendientes?)\s+(?:(?!\d)[\p{L}]+\s+){0,3}$/iu;
export const LACKING_AFTER =
  /^\s*(?:puntos\s+)?(?:restante|faltante|pendiente|por\s+(?:cumplir|ejecutar|completar|alcanzar))/iu;

/** A number of points between two results. */
export const IN_POINTS = /^\s*(?:puntos?|p\.\s?p\.)(?!\p{L})/iu;

/** What says that a number is a total, of more than what its clause names: "3 de las 11". */
export const OF_A_TOTAL = /(?:(?<!\p{L})de\s+(?:los|las)|\d\s+de)\s+$/iu;

/** The plan itself, and not one of those that are rows of it. Without accents, as the three that follow. */
export const THE_PLAN =
  /(?<!\p{L})(?:el|del|al|este) plan(?!\p{L})(?!\s+(?:de|del|para|estrat|institucional))/giu;

export const PETI = /(?<!\p{L})(?:(?:el|del|al)\s+)?peti(?![\p{L}\d])/giu;

/** The result of the plan as a whole. */
export const OVERALL =
  /(?<!\p{L})(?:cumplimiento|avance|resultado|porcentaje|ejecucion)\s+(?:general|total|global)(?!\p{L})/gu;

/** "El plan del Concejo", with the word that says whose. */
export const OF_THE_ENTITY = /(?<!\p{L})plan\s+(?:de\s+las?|de\s+los|del?)\s+([\p{L}\d]+)/gu;

/** Words that name nothing. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a al ante con de del e el en entre la las lo los o para por que se sin su sus u un una y es son va van'.split(
    ' ',
  ),
);

/** What may stand between a number and the name that it is of: "100 % en Gobierno", "80 % (Estrategia)". */
export const LEADS_TO_A_NAME = /^\s*(?:\(\s*)?(?:(?:en|de|del|para|el|la|los|las|va|está)\s+)*$/iu;

/** What joins names that one number is of. */
export const BETWEEN_NAMES = /^[\s,]*(?:(?:y|e|o|como|tanto|el|la|los|las)\s+)*$/iu;
