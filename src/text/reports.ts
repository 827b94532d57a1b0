import type { Figure, Quote, Words } from '../domain/document';
import type { ReportKind } from '../domain/reportForms';
import { say } from './say';

/** The official documents by their names (domain.md F7). */
export const REPORT_NAME: Readonly<Record<ReportKind, { readonly name: string; readonly means: string }>> = {
  semester: {
    name: 'Informe semestral de la Política de Gobierno Digital',
    means: 'Avance, cinco gráficos, listas por clase, conclusiones, recomendaciones y firmas.',
  },
  petiFollowUp: {
    name: 'Informe de seguimiento y avance del PETI',
    means: 'Objetivos, método, tabla por dominios, análisis y recomendaciones.',
  },
  actionPlanMatrix: {
    name: 'Plan de acción',
    means: 'La matriz de 17 columnas, acostada, con el resultado calculado.',
  },
  petiTool: {
    name: 'Herramienta de seguimiento del PETI',
    means: 'Actividad, indicador, meta y medición por períodos.',
  },
  onePage: { name: 'Resumen de una página', means: 'Para el comité: dónde va el plan y qué pide decisión.' },
  byResponsible: {
    name: 'Gestión por responsable',
    means: 'Lo pendiente, en ejecución y finalizado de cada uno.',
  },
  indicatorSheet: {
    name: 'Ficha del indicador',
    means: 'Cómo se mide cada indicador y qué se ha reportado.',
  },
  commitments: {
    name: 'Estado de compromisos',
    means: 'Los compromisos de las mesas: abiertos, vencidos y cerrados.',
  },
  auditTrail: {
    name: 'Traza de auditoría',
    means: 'Una muestra con quién, cuándo, antes, después, motivo y huella.',
  },
  elementProgress: {
    name: 'Informe trimestral por elemento',
    means: 'El avance de cada elemento de la política en el período.',
  },
  elementBaseline: { name: 'Línea base por elemento', means: 'De dónde parte cada elemento de la política.' },
  explanation: {
    name: 'Explicación del resultado',
    means: 'De dónde sale el porcentaje, fila por fila: un anexo.',
  },
};

/** Words that every report has. */
export const reportWords = {
  notApplicable: 'no aplica',
  none: '—',
  nit: (nit: string) => `NIT ${nit}`,
  code: (code: string) => `Código: ${code}`,
  version: (version: string) => `Versión: ${version}`,
  approvedOn: (day: string) => `Aprobación: ${day}`,
  page: 'Página',
  of: 'de',
  asOf: (when: Quote): Words =>
    say`Así estaba el plan el ${when}, por el reloj de cada equipo: no es como está hoy.`,
} as const;

/** What a report says of the cut that it is of, once that was closed. */
export const cutSealWords = {
  closed: (sealed: Figure, seal: Quote): Words =>
    say`Corte cerrado y sellado en ${sealed}. ${cutSealWords.seal(seal)}`,
  rectified: (sealed: Figure, now: Figure, difference: Figure): Words =>
    say`Rectificación: este corte se cerró y selló en ${sealed}; con lo reportado después del cierre va en ${now} (${difference}).`,
  seal: (seal: Quote): Words => say`Sello: ${seal}.`,
};
