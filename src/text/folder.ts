import type { IsoDay } from '../domain/isoDay';
import { count, formatInstant } from './format';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long ago something was, as one says it: "hace un momento", "hace 2 min", "hace 3 h"; older than that, its day. */
export function ago(at: string, nowMs: number, today: IsoDay): string {
  const passed = nowMs - Date.parse(at);
  if (passed < MINUTE_MS) return 'hace un momento';
  if (passed < HOUR_MS) return `hace ${Math.floor(passed / MINUTE_MS)}\u00a0min`;
  if (passed < 12 * HOUR_MS) return `hace ${Math.floor(passed / HOUR_MS)}\u00a0h`;
  return formatInstant(at, today);
}

interface Arrived {
  readonly at: string;
  readonly from: readonly { readonly person: string; readonly changes: number }[];
}

interface LastExchange {
  readonly lastAt: string | null;
  readonly arrived: Arrived | null;
}

/** "Último intercambio hace 2 min: llegaron 14 cambios del equipo de Ana." */
export function lastExchange({ lastAt, arrived }: LastExchange, nowMs: number, today: IsoDay): string {
  if (lastAt === null) return 'Todavía no se ha intercambiado nada.';
  const last = `Último intercambio ${ago(lastAt, nowMs, today)}`;
  if (arrived === null) return `${last}: todavía no ha llegado nada.`;
  if (arrived.at === lastAt) return `${last}: ${whatCame(arrived)}.`;
  return `${last}: nada nuevo. Lo último, ${ago(arrived.at, nowMs, today)}: ${whatCame(arrived)}.`;
}

function whatCame({ from }: Arrived): string {
  const byPerson = new Map<string, number>();
  for (const { person, changes } of from) byPerson.set(person, (byPerson.get(person) ?? 0) + changes);
  const parts = [...byPerson].map(
    ([person, changes]) =>
      `${count(changes, 'cambio', 'cambios')} ${person ? `del equipo de ${person}` : 'de otro equipo'}`,
  );
  const isOne = byPerson.size === 1 && [...byPerson.values()][0] === 1;
  return `${isOne ? 'llegó' : 'llegaron'} ${new Intl.ListFormat('es-CO').format(parts)}`;
}

/** Words of the shared folder. */
export const folder = {
  title: 'Carpeta compartida',
  text: 'Si los equipos tienen una carpeta que OneDrive, Drive, Nextcloud o Syncthing copia entre ellos, elíjala aquí. Mientras Bitácora esté abierta, este equipo deja allí su archivo y lee los de los demás.',
  unsupported:
    'Este navegador no deja que una página use una carpeta. Entregue y reciba por archivo, aquí mismo; en un computador, Chrome y Edge sí lo permiten.',
  choose: 'Elegir carpeta',
  chooseOther: 'Elegir otra carpeta',
  now: 'Intercambiar ahora',
  exchanging: 'Intercambiando…',
  written: (when: string) => `Lo de este equipo quedó en la carpeta ${when}.`,
  notWritten: 'Lo de este equipo todavía no está en la carpeta.',
  askAgain: 'El navegador pide el permiso otra vez para usar la carpeta.',
  allow: 'Volver a dar permiso',
  denied: 'Sin permiso no se intercambia. Nada se perdió: lo de este equipo sigue aquí.',
  waiting: (n: number) =>
    n === 1
      ? '1 archivo espera su revisión'
      : `${count(n, 'archivo espera', 'archivos esperan')} su revisión`,
  review: (name: string) => `Revisar «${name}»`,
  reviewing: 'Revisando el archivo…',
  unread: {
    empty: (name: string) => `«${name}» está vacío todavía. Se mira de nuevo en el próximo intercambio.`,
    unreadable: (name: string) =>
      `«${name}» todavía no se puede leer completo. Se intenta de nuevo en el próximo intercambio.`,
    newer: (name: string) =>
      `«${name}» se hizo con una versión más nueva de Bitácora. Se lee cuando actualice esta.`,
  },
  ruleTitle: 'Qué se une solo y qué espera',
  rule: 'Lo que llega sin nada que decidir se une solo, después de guardar una copia de lo que hay. Espera su revisión lo que trae diferencias por decidir, cambios de un corte ya cerrado, algo alterado, un reloj desajustado, o cambios escritos en otro equipo con la identidad de este.',
  ruleFiles:
    'Cada equipo escribe solo su archivo y nadie borra nada. Va la copia ligera: las fotos y los archivos se entregan aparte.',
  leave: 'Dejar de usar esta carpeta',
  leaveText: 'Los archivos que están en la carpeta se quedan allí.',
} as const;
