import type { Figure, Quote } from '../domain/document';
import { agree, counted, namedWithRest, say, sentences } from './say';
import type { Part } from './say';

/** Words of the follow-up of a PETI (domain.md A3). */
export const petiWords = {
  objectives: 'Objetivos',
  scope: 'Alcance',
  norms: 'Marco normativo',
  methodology: 'Metodología',
  development: 'Desarrollo del plan de acción',
  tableCaption: 'Cumplimiento por dominio e iniciativa',
  domain: 'Dominio',
  initiative: 'Iniciativa',
  account: 'Desarrollo de la actividad',
  over: 'Porcentaje de cumplimiento',
  ofInitiative: 'Iniciativa',
  ofDomain: 'Dominio',
  total: 'NIVEL DE CUMPLIMIENTO DEL PLAN',
  analysis: 'Análisis por dominio',
} as const;

export interface GroupStory {
  readonly name: Quote;
  readonly attainment: Figure;
  /** How many initiatives it has that count, and how many of them are finished. */
  readonly n: Figure;
  readonly finished: Figure;
  /** What weighs most in what it lacks, with what each has come to; empty where it lacks nothing. */
  readonly heaviest: SomeRows & { readonly attainment: Figure | null };
}

/** Initiatives by their names, and how many more there are. */
export interface SomeRows {
  readonly names: readonly Quote[];
  readonly rest: Figure;
  /** How many with the rest. */
  readonly n: number;
}

/** How a domain goes, as one would read it aloud. */
export function analysisWords(story: GroupStory): Part {
  const { name, attainment, n, finished } = story;
  if (attainment.value === null)
    return say`${name} no aplica: ninguna de sus iniciativas entra en el promedio.`;
  return sentences(say`${name} alcanza ${attainment}.`, finishedOf(n, finished), heaviestWords(story));
}

function finishedOf(n: Figure, finished: Figure): Part {
  if (n.value === 1)
    return finished.value === 1
      ? 'Su única iniciativa está finalizada.'
      : 'Su única iniciativa no está finalizada.';
  if (finished.value === n.value) return say`Sus ${n} iniciativas están finalizadas.`;
  if (finished.value === 0) return say`Ninguna de sus ${n} iniciativas está finalizada.`;
  return say`${finished} de sus ${n} iniciativas ${agree(finished, 'está finalizada', 'están finalizadas')}.`;
}

function heaviestWords({ heaviest, n }: GroupStory): Part {
  const { names, rest, attainment } = heaviest;
  if (heaviest.n === 0 || n.value === 1) return '';
  const reached = attainment === null ? '' : say`, con ${attainment}`;
  if (heaviest.n === n.value) return say`Todas pesan lo mismo en la brecha${reached}.`;
  if (heaviest.n === 1) return say`La que más pesa en la brecha es ${namedWithRest(names, rest)}${reached}.`;
  const each = attainment === null ? '' : say`${reached} cada una`;
  return say`Las que más pesan en la brecha son ${namedWithRest(names, rest)}${each}.`;
}

/** What to do about a domain that is not finished: begin what has not moved and complete what has. */
export function domainRecommendation(given: {
  readonly name: Quote;
  readonly attainment: Figure;
  readonly begin: SomeRows;
  readonly complete: SomeRows;
}): Part {
  const { name, attainment, begin, complete } = given;
  const first = begin.n === 0 ? '' : say`iniciar ${namedWithRest(begin.names, begin.rest)}`;
  const then = complete.n === 0 ? '' : say`completar ${namedWithRest(complete.names, complete.rest)}`;
  const what = say`${first}${begin.n > 0 && complete.n > 0 ? '; ' : ''}${then}`;
  return say`${name}, en ${attainment}: ${what}, con responsable y fecha.`;
}

/** What begins after the cut is to be made ready. */
export function awaitRecommendation(name: Quote, attainment: Figure): Part {
  return say`${name}, en ${attainment}: empieza después del corte; preparar su inicio.`;
}

/** What is done is to be kept. */
export function keepRecommendation(name: Quote, attainment: Figure): Part {
  return say`${name}, en ${attainment}: mantener lo logrado y sus soportes.`;
}

/** How many domains the figure is of, for who reads the table for the first time. */
export function compositionWords(groups: Figure, rows: Figure): Part {
  return say`El plan tiene ${counted(rows, 'iniciativa', 'iniciativas')} en ${counted(groups, 'dominio', 'dominios')}.`;
}
