import type { Report, TargetUnit } from '../domain/report';
import { activity } from './activity';
import { fieldValueWords } from './conflicts';
import { amount } from './explanation';
import { REPORT } from './words';

/** The ways to the history of the whole plan. */
export const historyLinks = {
  title: 'Historia del plan',
  text: 'Cada cambio: qué era, qué quedó, quién, cuándo, en qué equipo y por qué. También el plan como estaba un día.',
  all: 'Toda la historia',
  ofActivity: 'Toda la historia de la actividad',
} as const;

/** A recorded value of a field in words, whatever it is: a report, a text, a number in the indicator's unit. */
export function valueWords(field: string, value: unknown, unit: TargetUnit): string {
  if (value === undefined || value === null) return REPORT.notReported.name.toLowerCase();
  if (value === '') return '—';
  if (typeof value === 'string') return quotedUnlessTold(value, fieldValueWords(field, value, unit));
  if (isReport(value)) return reportWords(value, unit);
  return fieldValueWords(field, value, unit);
}

/** A day or a word of ours reads as such; what a person wrote is quoted. */
function quotedUnlessTold(written: string, told: string): string {
  return told === written ? `«${written}»` : told;
}

/** A report in words: "5", "50 %", "no aplica". */
export function reportWords(report: Report, unit: TargetUnit): string {
  return report.k === 'value' ? amount(report.v, unit) : REPORT[report.k].name.toLowerCase();
}

/** Where a change came from: who, on which device, by which way. */
export function sourceWords(facts: {
  readonly who: string;
  readonly device: string;
  readonly isThisDevice: boolean;
  readonly why: string;
}): string {
  const where = facts.isThisDevice ? activity.thisDevice : activity.device(facts.device);
  return [facts.who || activity.noName, where, wayWords(facts.why)].filter(Boolean).join(' · ');
}

/** By which way a change came, or the reason that somebody gave; empty where there is none. */
export function wayWords(why: string): string {
  return HOW[why] ?? (why ? `«${why}»` : '');
}

const HOW: Readonly<Record<string, string>> = {
  import: activity.imported,
  resolve: 'diferencia decidida',
  draft: 'recuperado al abrir',
  undo: 'al deshacer',
  restore: 'valor restaurado',
};

function isReport(value: unknown): value is Report {
  const kind = (value as { k?: unknown } | null)?.k;
  return typeof kind === 'string' && kind in REPORT;
}
