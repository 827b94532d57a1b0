import { count, formatNumber } from './format';

/** Words of the differences that are many, and of those that were decided. */
export const inbox = {
  filters: 'Buscar entre las diferencias',
  search: 'Buscar por actividad, persona o valor',
  anySession: 'Todas las mesas',
  sessionLabel: 'Mesa en que se escribió',
  anyPerson: 'Todas las personas',
  personLabel: 'Quién lo escribió',
  anyActivity: 'Todas las actividades',
  activityLabel: 'Actividad',
  found: (shown: number, total: number) =>
    shown === total
      ? count(total, 'diferencia', 'diferencias')
      : `${formatNumber(shown)} de ${count(total, 'diferencia', 'diferencias')}`,
  noneFound: 'Ninguna diferencia responde a esa búsqueda.',
  seeAll: 'Ver todas',
  more: (n: number) => (n === 1 ? 'Mostrar 1 más' : `Mostrar ${formatNumber(n)} más`),
  bulk: 'Decidir varias a la vez',
  bulkTitle: 'Decidir varias a la vez',
  bulkText:
    'Elija quién gana. Se muestra cada decisión antes de escribirla, y todas juntas se pueden deshacer: queda entonces el valor que se veía, y los demás siguen en «Ya decididas».',
  ruleLabel: 'Quién gana',
  noRule: 'Elija…',
  rule: {
    session: (name: string) => `Gana lo escrito en ${name}`,
    person: (name: string) => `Gana lo que escribió ${name}`,
    device: (name: string) => `Gana lo escrito ${name.charAt(0).toLocaleLowerCase('es')}${name.slice(1)}`,
    latest: 'Gana lo más reciente',
  },
  decides: (n: number) => (n === 1 ? 'Decide 1' : `Decide ${formatNumber(n)}`),
  leaves: (n: number) => (n === 0 ? 'no deja ninguna por decidir' : `deja ${formatNumber(n)} por decidir`),
  choices: 'Qué queda en cada una',
  choice: (title: string, value: string) => `${title}: queda ${value}`,
  deletionsApart:
    'Lo borrado y a la vez editado no se decide en grupo, salvo que usted lo marque una por una.',
  closedApart: (n: number) =>
    n === 1
      ? '1 es de un corte cerrado: se pedirá la razón. Sin razón queda por decidir.'
      : `${formatNumber(n)} son de un corte cerrado: se pedirá la razón. Sin razón quedan por decidir.`,
  tickAll: 'Marcar todas',
  untickAll: 'Quitar todas las marcas',
  settle: (n: number) => (n === 1 ? 'Decidir 1' : `Decidir ${formatNumber(n)}`),
  nothingTicked: 'Marque al menos una.',
  settled: (n: number) => (n === 1 ? '1 diferencia decidida.' : `${formatNumber(n)} diferencias decididas.`),
  undone: (n: number) =>
    n === 1
      ? 'Deshecho: quedó el valor que se veía antes de decidir. Los demás siguen en «Ya decididas».'
      : `Deshechas ${formatNumber(n)} decisiones: quedó en cada una el valor que se veía antes. Los demás siguen en «Ya decididas».`,
  leftClosed: (n: number) =>
    n === 1
      ? 'Quedó 1 por decidir: es de un corte cerrado y necesita su razón.'
      : `Quedaron ${formatNumber(n)} por decidir: son de un corte cerrado y necesitan su razón.`,
  decidedTitle: 'Ya decididas',
  decidedNone: 'Todavía no se ha decidido ninguna.',
  reading: 'Leyendo la historia…',
  stayed: 'Quedó',
  decidedBy: (who: string, when: string) => `Decidió ${who}, ${when}`,
  reason: (why: string) => `Razón: «${why}»`,
  lost: 'No quedó',
  back: 'Volver a este valor',
  isStanding: 'Es el valor de ahora.',
  restored: 'Volvió el otro valor. El que estaba sigue en la historia.',
  mark: 'decidido entre dos',
  markOf: (label: string) => `${label}: decidido entre dos. Ver la decisión`,
} as const;
