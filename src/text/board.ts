import type { Aggregate } from '../domain/rollup';
import { count, formatNumber } from './format';

/** Words of the board. */
export const board = {
  title: 'Tablero',
  noFigure: 'Todavía no hay con qué calcular el avance del plan.',
  reported: 'Reportado',
  verified: 'Verificado con evidencia',
  reportedOf: (reported: number, due: number) =>
    `${formatNumber(reported)} de ${count(due, 'reportada', 'reportadas')}`,
  needsAttention: 'Atrasadas',
  seeAll: (n: number) => (n === 1 ? 'Ver la atrasada' : `Ver las ${formatNumber(n)} atrasadas`),
  missing: 'Sin reportar',
  noneMissing: 'Todo lo que debía reportarse a este corte está reportado.',
  seeMissing: (n: number) => `Ver las ${formatNumber(n)}`,
  groupsTitle: 'Avance por grupos',
  groupsLabel: 'Ver el avance por',
  /** What a mean is the mean of, and what is left out of it: "5 indicadores, por peso · 1 por fuera". */
  meanOf: ({ method, n, exclusions }: Pick<Aggregate, 'method' | 'n' | 'exclusions'>) => {
    const terms = method === 'groupMean' ? count(n, 'grupo', 'grupos') : count(n, 'indicador', 'indicadores');
    const way = method === 'weighted' ? ', por peso' : '';
    const out = exclusions.length === 0 ? '' : ` · ${formatNumber(exclusions.length)} por fuera`;
    return `${terms}${way}${out}`;
  },
  withoutDates: 'sin fechas',
  expectedAt: (percent: string) => `esperado ${percent}`,
  why: '¿Por qué?',
  printWhy: 'Imprimir la explicación',
  thePlan: 'El plan',
  moreOfIt: 'De este indicador',
  expectedTitle: 'Esperado',
  reportedRows: 'En el período del corte',
  overdueTitle: 'Con plazo vencido',
  baseline: (percent: string, source: string) => `Línea base ${percent}${source ? `: ${source}` : ''}.`,
  leftOut: 'Por fuera del promedio',
  mine: 'Lo mío',
  wholePlan: 'Todo el plan',
  scopeLabel: 'Qué se muestra',
  copySummary: 'Copiar resumen',
  copied: 'El resumen está en el portapapeles.',
  cuts: 'Cortes',
  copyFailed: 'El navegador no dejó copiar. Selecciónelo a mano.',
} as const;
