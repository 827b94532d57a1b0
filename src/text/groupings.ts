import type { Grouping, TaxonomyGrouping } from '../domain/model';
import { elementAt } from '../domain/taxonomies';
import { groupingText } from '../domain/grouping';
import { count } from './format';

/** What each known way of rolling up is called, by the text that the plan keeps of it. */
const GROUPING: Readonly<Record<string, string>> = {
  item: 'Por ítem',
  phva: 'Por ciclo PHVA',
  responsible: 'Por responsable',
  'taxonomy/decree-767': 'Por elemento (Decreto 767)',
  'taxonomy/decree-767/action-lines': 'Por línea de acción (Decreto 767)',
  'taxonomy/decree-767/driving-initiatives': 'Por iniciativa (Decreto 767)',
  'taxonomy/decree-1008/components': 'Por componente (Decreto 1008)',
  'taxonomy/decree-1008/enablers': 'Por habilitador (Decreto 1008)',
  'taxonomy/decree-1008/purposes': 'Por propósito (Decreto 1008)',
  'taxonomy/mrae-domains': 'Por dominio (MRAE)',
  'taxonomy/departments': 'Por dependencia',
};

/** "Por ítem", "Por habilitador (Decreto 1008)", "Dentro de Arquitectura TI"; a plan's own taxonomy by its name. */
export function groupingName(by: Grouping): string {
  return GROUPING[groupingText(by)] ?? (typeof by === 'string' ? by : ownName(by));
}

function ownName({ taxonomy, under }: TaxonomyGrouping): string {
  return under === undefined ? `Por ${plain(taxonomy)}` : `Dentro de ${elementName(taxonomy, under)}`;
}

/** The name of an element; of one that nobody knows, what its own taxonomy calls it. */
export function elementName(taxonomy: string, path: string): string {
  return elementAt(taxonomy, path)?.name ?? plain(path.slice(path.lastIndexOf('/') + 1));
}

/** What the plan does not target: never 0 % (domain.md A1). */
export function notTargeted(names: readonly string[]): string {
  return `No aplica: ${new Intl.ListFormat('es-CO').format(names)}.`;
}

/** Those that carry no element of the taxonomy. */
export function withoutElement(indicators: number): string {
  return `${count(indicators, 'indicador no lleva', 'indicadores no llevan')} ninguno de estos.`;
}

function plain(slug: string): string {
  return slug.replaceAll('-', ' ');
}
