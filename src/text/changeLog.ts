import { count, formatNumber } from './format';
import { elementName } from './groupings';

/** Words of Historia: every change of the plan, and the plan as it stood once. */
export const changeLogWords = {
  title: 'Historia',
  search: 'Buscar en la historia',
  searchHint: 'Un valor, un nombre, una razón',
  reading: (read: number, of: number) => `Leyendo la historia: ${formatNumber(read)} de ${formatNumber(of)}`,
  searching: 'Buscando…',
  found: (n: number, of: number) =>
    n === of ? count(n, 'cambio', 'cambios') : `${formatNumber(n)} de ${count(of, 'cambio', 'cambios')}`,
  none: 'Ningún cambio es así.',
  list: 'Cambios, del más nuevo al más viejo',
  filters: (n: number) => (n === 0 ? 'Filtros' : `Filtros: ${formatNumber(n)} en uso`),
  clear: 'Quitar los filtros',
  any: 'Todos',
  anyOf: {
    field: 'Todos los datos',
    activity: 'Todas las actividades',
    person: 'Todas las personas',
    session: 'Con mesa o sin ella',
    device: 'Todos los equipos',
    origin: 'De cualquier manera',
  },
  filter: {
    field: 'Dato',
    activity: 'Actividad',
    person: 'Persona',
    session: 'Mesa',
    device: 'Equipo',
    origin: 'Cómo llegó',
    from: 'Desde el día',
    to: 'Hasta el día',
  },
  origin: {
    person: 'Escrito por una persona',
    matrix: 'Leído de la matriz',
    resolve: 'Diferencia decidida',
    restore: 'Valor restaurado',
    undo: 'Al deshacer',
    draft: 'Recuperado al abrir',
  },
  thisDevice: 'Este equipo',
  nobody: 'Sin nombre',
  before: 'Antes',
  nothingBefore: 'Nada',
  after: 'Quedó',
  who: 'Quién',
  when: 'Cuándo',
  where: 'Equipo',
  session: 'Mesa',
  why: 'Por qué',
  way: 'Cómo llegó',
  mark: 'Huella del cambio',
  restore: 'Restaurar este valor',
  restoring: 'Restaurando…',
  restored: (what: string) => `Restaurado: ${what}`,
  isCurrent: 'Es el valor de hoy.',
  isGone: 'La fila de este valor ya no está en el plan.',
  notRestorable: 'Esto no se restaura desde la historia.',
  seeThen: 'Ver el plan en ese momento',
  looking: 'Armando el plan de entonces…',
  pastTitle: 'Ver el plan como estaba',
  pastText:
    'Con todo lo escrito hasta ese minuto según el reloj de cada equipo, haya llegado cuando haya llegado. Solo para mirar.',
  day: 'Día',
  time: 'Hora',
  look: 'Ver el plan de entonces',
  missingMoment: 'Escriba el día y la hora.',
  nothingThen: 'A esa hora todavía no había nada escrito en este plan.',
} as const;

/** What was added to a set of the plan, or taken from it; null for a field that is of no set. */
export function elementWords(
  field: string,
  value: unknown,
  titleOf: (entity: string) => string,
): { readonly label: string; readonly after: string } | null {
  const label = setName(field);
  if (label === null) return null;
  const [set = '', ...rest] = field.split('/');
  const [taxonomy = '', ...path] = rest;
  const element = rest.join('/');
  const name = set === 'tag' ? elementName(taxonomy, path.join('/')) : titleOf(element) || element;
  return { label, after: `${value === true ? 'se agregó' : 'se quitó'} «${name}»` };
}

/** What a set is called, by a field of it; null for a field that is of none. */
export function setName(field: string): string | null {
  return SETS[field.split('/')[0] ?? ''] ?? null;
}

const SETS: Readonly<Record<string, string>> = {
  resp: 'Responsables',
  tag: 'Elementos de la política',
  serves: 'Lo que soporta',
  covers: 'Dependencias de la serie',
  reopened: 'Actas reabiertas',
};
