import type { DeviceName } from '../domain/devices';
import { formatBytes } from './bytes';
import { broughtWords } from './brought';
import type { Brought } from './brought';
import { deviceWords } from './devices';
import { count, formatNumber } from './format';

/** Words of Compartir and of the differences between tablets. */
export const share = {
  title: 'Compartir',
  saveTitle: 'Entregar una copia',
  saveText:
    'Un solo archivo con el plan y toda su historia. Quien lo abra verá las mismas cifras; al unirlo no se pierde lo suyo.',
  ofToday: 'Está mirando el plan como estaba: el archivo lleva el de hoy, completo.',
  kindTitle: 'Qué lleva',
  light: 'Ligera (sin archivos)',
  lightText: 'Cabe en un mensaje. Las fotos y los archivos se quedan en este equipo.',
  withEvidence: (n: number, bytes: number) =>
    `Con evidencias (${count(n, 'archivo', 'archivos')}, ${formatBytes(bytes)})`,
  withEvidenceText: 'El plan y sus archivos en un solo paquete .zip, que Bitácora abre tal cual.',
  notHere: (n: number) =>
    n === 1
      ? '1 archivo falta en este equipo y no va.'
      : `${count(n, 'archivo', 'archivos')} faltan en este equipo y no van.`,
  save: 'Entregar copia',
  preparing: 'Preparando la copia…',
  onlyHere: (n: number) =>
    n === 0
      ? 'Todo lo de este equipo ya salió en una copia.'
      : `${count(n, 'cambio', 'cambios')} solo en este equipo.`,
  lastCopy: (when: string) => `Última copia: ${when}`,
  never: 'De este plan todavía no ha salido ninguna copia.',
  delivered: {
    shared: 'Copia entregada.',
    downloaded: 'Copia descargada en este equipo. Envíela por correo, mensajería o memoria USB.',
    folder: 'Copia guardada en la carpeta.',
    cancelled: 'No se entregó nada.',
  },
  receiveTitle: 'Recibir una copia',
  receiveText: 'Se muestra lo que trae antes de unirla, y se guarda una copia de lo que hay.',
  csvTitle: 'Tabla para Excel',
  csvText: 'El plan con sus resultados en un archivo .csv que Excel abre y que Bitácora vuelve a leer.',
  csv: 'Descargar CSV',
  csvDone: 'La tabla está en las descargas.',
  previewTitle: 'Antes de unir',
  from: (who: string, device: DeviceName, when: string) =>
    `La entregó ${who || deviceWords(device)}, ${when}`,
  isNewPlan: 'Este plan no está en este equipo: se abre completo.',
  intoPlan: (title: string) => `Se une a «${title}», que ya está en este equipo.`,
  added: (n: number) => count(n, 'cambio nuevo', 'cambios nuevos'),
  known: (n: number) => `${formatNumber(n)} ya ${n === 1 ? 'conocido' : 'conocidos'}`,
  conflicting: (n: number) => count(n, 'diferencia por decidir', 'diferencias por decidir'),
  quarantined: (n: number) =>
    `${count(n, 'cambio alterado', 'cambios alterados')}: se ${n === 1 ? 'guarda' : 'guardan'} aparte y no ${n === 1 ? 'cuenta' : 'cuentan'}`,
  files: (n: number, bytes: number) => `${count(n, 'archivo', 'archivos')}, ${formatBytes(bytes)}`,
  filesKnown: (n: number) => `${count(n, 'archivo', 'archivos')} ya en este equipo`,
  filesAltered: (n: number) =>
    n === 1
      ? '1 archivo llegó alterado: no se guarda, y queda como «Falta en este equipo».'
      : `${count(n, 'archivo llegó alterado', 'archivos llegaron alterados')}: no se guardan, y quedan como «Falta en este equipo».`,
  deviceCopied: 'Otro equipo escribe con la identidad de este: este equipo recibe una nueva.',
  nothingNew: 'No trae nada que este equipo no tenga.',
  merge: 'Unir',
  openPlan: 'Abrir el plan',
  opened: 'El plan quedó completo en este equipo.',
  auditFindings: (n: number) => count(n, 'hallazgo de auditoría', 'hallazgos de auditoría'),
  merged: (what: Brought) => `Unido: ${broughtWords(what)}.`,
  nothingLost: 'Nada se pierde: lo no elegido queda en la historia.',
  leave: 'Dejar como está',
  conflictsTitle: 'Diferencias',
  conflictsEmpty: 'No hay diferencias por decidir.',
  conflictsText:
    'Dos personas escribieron lo mismo sin verse. Decida qué queda; lo demás sigue en la historia.',
  conflictOf: (ordinal: number, total: number) => `${formatNumber(ordinal)} de ${formatNumber(total)}`,
  settled: 'Diferencia decidida. Lo que no quedó sigue en la historia.',
  otherValue: 'Otro valor',
  otherValueTitle: 'Escribir otro valor',
  record: 'Registrar',
  thisDevice: 'En este equipo',
  inDevice: (device: DeviceName) => `En ${deviceWords(device)}`,
} as const;
