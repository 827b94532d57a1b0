import type { Figure, Quote } from '../domain/document';
import { counted, listed, named, say } from './say';
import type { Part } from './say';

/** Words of the summary for the committee. */
export const onePageWords = {
  standing: 'Avance',
  classes: 'Actividades por clase',
  withoutClass: 'Sin iniciar',
  leftOut: 'Por fuera del promedio',
  urgent: 'Lo más urgente',
  urgentWithoutDates: 'Lo menos avanzado',
  nothingUrgent: 'Ninguna actividad va atrasada.',
  allDone: 'No queda ninguna actividad por completar.',
  state: 'Estado',
  lag: 'Frente a lo esperado',
  decisions: 'Qué pide decisión',
  noDecisions: 'Nada está vencido, atrasado ni detenido: a este corte nada pide decisión del comité.',
} as const;

/** What the committee is asked to decide, one thing to a line. */
export const decisionWords = {
  overdue: (n: Figure, worst: readonly Quote[]): Part =>
    say`${counted(n, 'actividad vencida', 'actividades vencidas')}: fijar nueva fecha o plan de acción, empezando por ${listed(worst.map(named))}.`,
  behind: (n: Figure, worst: readonly Quote[]): Part =>
    say`${counted(n, 'actividad atrasada', 'actividades atrasadas')} que todavía ${n.value === 1 ? 'tiene' : 'tienen'} plazo: pedir la causa y el plan para recuperarlas, empezando por ${listed(worst.map(named))}.`,
  waiting: (name: Quote, cause: Quote): Part =>
    say`${named(name)} espera por algo externo: ${cause}. Decidir quién lo gestiona.`,
  noTarget: (n: Figure): Part =>
    say`${counted(n, 'actividad no tiene', 'actividades no tienen')} con qué medirse: aprobar su meta o su línea base.`,
  undated: (n: Figure): Part =>
    say`${counted(n, 'actividad no tiene', 'actividades no tienen')} fechas: aprobar el cronograma.`,
} as const;

/** What is missing, counted. */
export const missingCount = {
  reports: (n: Figure): Part => say`${counted(n, 'actividad debe', 'actividades deben')} su reporte.`,
  zeros: (n: Figure): Part => say`${counted(n, 'cero no dice', 'ceros no dicen')} su causa.`,
  unverified: (n: Figure): Part =>
    say`${counted(n, 'actividad con avance', 'actividades con avance')} sin evidencia verificada.`,
  findings: (n: Figure): Part => say`${counted(n, 'hallazgo del plan', 'hallazgos del plan')} sin revisar.`,
} as const;
