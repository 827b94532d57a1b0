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
].join('|');
const NORM =
  '(?:ley(?:es)?|decretos?|resoluci(?:ón|on|ones)|acuerdos?|circular(?:es)?|art[ií]culos?|conpes|ordenanzas?|directivas?|actas?|iso|ntc|gtc)';
const NUMBER_OF_NORM = String.raw`\s*(?:n[.o]*[º°]?\s*|n[uú]m(?:ero|\.)?\s*|estatutaria\s+|externa\s+)?[\d][\d./-]*`;
const NORMS = String.raw`${NORM}${NUMBER_OF_NORM}(?:\s+(?:de|del)\s+\d{4})?`;
const ORDINAL = String.raw`\d+\s?\.?(?:[º°ª]|er\b|ro\b|do\b)`;
const POINT_OF_A_LIST = String.raw`(?<=^|\n)\s*\d+[.)-]\s`;

/** Days, hours, norms and places in a list: numbers that are of no result. */
export const OF_NO_RESULT = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${DAYS}|${NORMS}|${ORDINAL})|${POINT_OF_A_LIST}`,
  'giu',
);

/** A number as people write it, and whether it is a percent. */
export const WRITTEN_NUMBER =
  /(?<![\p{L}\d][.,]?)(\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\p{L}\d])(\s*(?:%|por ciento))?/giu;

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
