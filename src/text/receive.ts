import type { DeviceName } from '../domain/devices';
import { deviceTitle, deviceWords, ofDevice, stretch } from './devices';
import { broughtWords } from './brought';
import type { Brought } from './brought';
import { count, formatNumber } from './format';

/** Words of Recibir, and of what is shown of a copy before it is merged. */
export const receive = {
  title: 'Recibir copias',
  lead: 'Elija, arrastre o pegue los archivos que le entregaron: uno o muchos, con cualquier nombre. Nada cambia hasta que usted diga «Unir».',
  pick: 'Elegir archivos',
  drop: 'Suelte aquí los archivos',
  pasteHint: 'También puede pegar un archivo, o su texto, con Ctrl + V.',
  pasted: 'pegado.json',
  looking: (n: number) => `Revisando ${count(n, 'archivo', 'archivos')}…`,
  merging: (done: number, all: number) =>
    `Uniendo ${formatNumber(Math.min(done + 1, all))} de ${formatNumber(all)}…`,
  newPlan: 'Este plan no está en este equipo: se abre completo.',
  upTo: (changes: number, files: number) =>
    `Hasta ${count(changes, 'cambio nuevo', 'cambios nuevos')} en ${count(files, 'archivo', 'archivos')}; lo que se repite cuenta una vez.`,
  mergeAll: (n: number) => (n === 1 ? 'Unir' : `Unir ${formatNumber(n)} archivos`),
  leaveAll: 'Dejar como está',
  left: 'No se unió nada.',
  merged: (what: Brought) => `Unido: ${broughtWords(what)}`,
  summary: (files: number, what: Brought) =>
    `Se unieron ${count(files, 'copia', 'copias')}: ${broughtWords(what)}.`,
  toDecide: 'Ver las diferencias por decidir',
  seeFindings: 'Ver los hallazgos de auditoría',
  openPlan: 'Abrir el plan',
  openRows: (party: string) => `Ver lo pendiente de ${party}`,
  failed: 'No se unirán',
  isMatrix: (file: string) => `«${file}» parece una matriz, no una copia de un plan.`,
  loadMatrix: 'Cargar matriz',
  receipt: 'Sirve de recibo: muestra qué tiene ya el equipo que la hizo.',
  areYouOf: (party: string) => `¿Usted es de ${party}?`,
  yesIAm: 'Sí, soy de ahí',
  isDelta: 'Solo lo que este equipo no había visto',
  unknownDevices: (devices: readonly DeviceName[]) =>
    devices.length === 1
      ? `Trae cambios de un equipo que aquí no se conocía: ${list(devices)}.`
      : `Trae cambios de ${formatNumber(devices.length)} equipos que aquí no se conocían: ${list(devices)}.`,
  gap: (device: DeviceName, from: number, to: number) =>
    from === to
      ? `Falta el cambio ${formatNumber(from)} ${ofDevice(device)}; llegará en otra copia.`
      : `Faltan los cambios ${formatNumber(from)} a ${formatNumber(to)} ${ofDevice(device)}; llegarán en otra copia.`,
  clockAhead: (device: DeviceName, byMs: number) =>
    `${deviceTitle(device)} tiene el reloj adelantado ${stretch(byMs)}. Sus cambios se unen igual.`,
  clockBackwards: (device: DeviceName, byMs: number) =>
    `El reloj ${ofDevice(device)} se atrasó ${stretch(byMs)} entre un cambio y otro. Sus cambios se unen igual.`,
  touchedTitle: (n: number) => `Qué cambia, por actividad (${formatNumber(n)})`,
  restOfPlan: 'Lo demás del plan',
  changes: (n: number) => count(n, 'cambio', 'cambios'),
  inConflict: (n: number) => `${formatNumber(n)} por decidir`,
  more: (n: number) => `Ver ${formatNumber(n)} más`,
} as const;

const MOST_NAMED = 3;

/** A few names; of many, how many more. */
function list(devices: readonly DeviceName[]): string {
  const named = devices.slice(0, MOST_NAMED).map(deviceWords);
  const rest = devices.length - named.length;
  const words = rest > 0 ? [...named, count(rest, 'más', 'más')] : named;
  return new Intl.ListFormat('es-CO').format(words);
}
