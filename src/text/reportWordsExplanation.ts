import type { Figure } from '../domain/document';
import type { ExclusionReason } from '../domain/codes';
import type { RollupMethod } from '../domain/model';
import { counted, named, say, sentences } from './say';
import type { Part } from './say';
import { EXCLUSION_REASON, ROLLUP_METHOD } from './words';

/** Words of the annex that explains a result. */
export const explanationWords = {
  subject: (name: Part, cut: Figure): Part => say`${name}, al ${cut}`,
  thePlan: 'El plan',
  method: 'Método',
  contributions: 'De dónde sale',
  name: 'Indicador',
  group: 'Grupo',
  result: 'Resultado',
  weight: 'Peso',
  points: 'Aporta',
  exclusions: 'Por fuera del promedio',
  noExclusions: 'Ninguno se dejó por fuera.',
  alternatives: 'Con otros métodos',
  way: 'Método',
  figure: 'Resultado',
  verified: 'Solo lo verificado con evidencia',
  withoutNotStarted: 'Sin lo que no ha iniciado',
} as const;

/** The method in words. */
export function methodMeaning(method: RollupMethod, by: Part, n: Figure): Part {
  return sentences(
    say`${wayWords(method, by, n)}.`,
    ROLLUP_METHOD[method].means,
    'Lo que pasa de su meta cuenta como la meta.',
  );
}

/** The division itself. */
export function divisionWords(sum: Figure, divisor: Figure, value: Figure): Part {
  return say`${sum} ÷ ${divisor} = ${value}`;
}

export function exclusionWords(name: Part, reason: ExclusionReason): Part {
  return say`${named(name)}: ${EXCLUSION_REASON[reason].means}`;
}

/** A way to reckon, and what it is of. */
export function wayWords(method: RollupMethod, by: Part, n: Figure): Part {
  const terms =
    method === 'groupMean'
      ? say`${counted(n, 'grupo', 'grupos')} (${by})`
      : counted(n, 'indicador', 'indicadores');
  return say`${ROLLUP_METHOD[method].name}: ${terms}`;
}
