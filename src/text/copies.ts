import type { DeviceName } from '../domain/devices';
import type { SafetyAdvice } from '../domain/safety';
import { formatBytes } from './bytes';
import { ofDevice } from './devices';
import { count, formatNumber, ofInstant } from './format';

type Saved = 'verified' | 'shared' | 'downloaded' | 'cancelled' | 'folder';
type Reason = 'import' | 'merge' | 'recovery' | 'removal' | 'asked';

/** Words of Copias y seguridad. */
export const copies = {
  title: 'Copias y seguridad',
  linkText: 'Las copias de este plan, su verificación y cómo volver a una anterior.',
  healthTitle: 'Cómo está lo guardado',
  fine: 'Todo en orden. No hay nada que hacer.',
  advice: {
    recover: 'Hay cambios dañados en este equipo. Verifique el plan y recupérelos.',
    copyOutside: 'Hay cambios que llevan días solo en este equipo. Saque una copia.',
    freeSpace: 'Queda poco espacio. Saque una copia y libere espacio en el equipo.',
    keepStorage: 'El navegador podría borrar lo guardado. Pídale que lo conserve.',
    check: 'Hace más de 30 días que no se verifica este plan. Cuando pueda, verifíquelo.',
    none: '',
  } satisfies Readonly<Record<SafetyAdvice, string>>,
  adviceAction: {
    recover: 'Ir a la verificación',
    copyOutside: 'Entregar una copia',
    freeSpace: 'Entregar una copia',
    keepStorage: 'Pedir que se conserve',
    check: 'Verificar ahora',
    none: '',
  } satisfies Readonly<Record<SafetyAdvice, string>>,
  allOutside: (when: string) => `Todo lo de este equipo ya salió. Última copia fuera: ${when}.`,
  onlyHere: (n: number, since: string) =>
    `${count(n, 'cambio', 'cambios')} solo en este equipo desde la última copia: ${since}.`,
  neverOutside: (n: number) =>
    n === 0
      ? 'De este plan no ha salido ninguna copia desde aquí, y aquí no se ha escrito nada.'
      : `${count(n, 'cambio', 'cambios')} solo en este equipo: de este plan no ha salido ninguna copia.`,
  persistent: 'El navegador se comprometió a no borrar lo guardado.',
  notPersistent: 'El navegador no se ha comprometido a conservar lo guardado.',
  persistUnknown: 'Este navegador no dice si conserva lo guardado.',
  space: (used: string, left: string) => `Usa ${used}; quedan ${left}.`,
  spaceUnknown: 'Este navegador no dice cuánto espacio queda.',
  neverChecked: 'Este plan no se ha verificado todavía.',
  checkedFine: (when: string) => `Última verificación: ${when}, todo bien.`,
  checkedBad: (when: string, n: number) =>
    `Última verificación: ${when}, ${count(n, 'cosa dañada', 'cosas dañadas')}.`,
  privateMode: 'En una ventana privada o de incógnito todo se borra al cerrarla.',

  listTitle: 'Copias en este equipo',
  listText:
    'Se hacen solas antes de unir, importar o actualizar. Sirven para volver atrás; si se pierde el equipo, se pierden con él.',
  none: 'Todavía no hay ninguna.',
  makeNow: 'Hacer una copia ahora',
  making: 'Haciendo y comprobando la copia…',
  made: (n: number) => `Copia hecha y comprobada: ${count(n, 'cambio', 'cambios')}.`,
  madeDamaged: (n: number) =>
    `Copia hecha, con ${count(n, 'cambio', 'cambios')} que ya estaban dañados: verifique el plan.`,
  reason: {
    import: 'Antes de actualizar con una matriz',
    merge: 'Antes de unir',
    recovery: 'Antes de recuperar lo dañado',
    removal: 'Al quitar el plan',
    asked: 'Hecha a pedido',
  } satisfies Readonly<Record<Reason, string>>,
  facts: (n: number | null, bytes: number) =>
    [...(n === null ? [] : [count(n, 'cambio', 'cambios')]), formatBytes(bytes)].join(' · '),
  open: 'Abrir al lado',
  opening: 'Abriendo la copia…',
  saveOut: 'Guardar fuera',
  forget: 'Borrar',
  forgetTitle: '¿Borrar esta copia?',
  forgetText: 'Se borra de este equipo y no se puede recuperar. El plan no cambia.',
  forgotten: 'La copia se borró.',
  saved: {
    verified: 'Guardada donde eligió, y comprobada al leerla de vuelta.',
    shared: 'Entregada. Lo que llegó del otro lado solo se sabe al abrirla allá.',
    folder: 'Guardada en la carpeta que eligió. Ábrala una vez para estar seguro.',
    downloaded: 'Descargada. El navegador no deja comprobarla: ábrala una vez para estar seguro.',
    cancelled: 'No se guardó nada.',
  } satisfies Readonly<Record<Saved, string>>,

  checkTitle: 'Verificar el plan',
  checkText:
    'Comprueba uno por uno los cambios y archivos guardados, y que lo que se ve sea lo que ellos dicen. No cambia nada de lo escrito.',
  check: 'Verificar',
  checking: 'Verificando…',
  progress: (done: number, total: number) => `${formatNumber(done)} de ${formatNumber(total)}`,
  stop: 'Dejar para después',
  sound: (lines: number) =>
    lines === 1
      ? 'Todo bien: 1 cambio está como se escribió, y lo que se ve es lo que dice.'
      : `Todo bien: ${count(lines, 'cambio está', 'cambios están')} como se escribieron, y lo que se ve es lo que dicen.`,
  rebuilt:
    'Lo que se veía no coincidía con los cambios guardados, y se rehízo a partir de ellos. No se perdió nada.',
  damagedFrom: (device: DeviceName | null, n: number) =>
    `${count(n, 'cambio dañado', 'cambios dañados')} ${device ? ofDevice(device) : 'de un equipo que no se alcanza a leer'}.`,
  lost: (n: number) => `${count(n, 'cambio guardado ya no está', 'cambios guardados ya no están')}.`,
  damagedText:
    'No se borró nada, y lo que se ve sigue como estaba. Se puede recuperar de las copias de este equipo; y lo que otro equipo tenga se recupera solo al unir un archivo de él.',
  recover: 'Recuperar de las copias',
  recovered: 'Se recuperó todo: los cambios dañados están otra vez como se escribieron.',
  notRecovered:
    'Las copias de este equipo no lo tienen. Pida a otro equipo que le entregue el plan, y únalo.',
  openLast: 'Abrir al lado la última copia',
  gaps: (n: number) =>
    n === 1
      ? 'De otro equipo faltan cambios que aún no llegan; vendrán en otra copia. No es un daño.'
      : `De otros equipos faltan cambios que aún no llegan (${formatNumber(n)} tramos); vendrán en otras copias. No es un daño.`,
  forks: 'Dos equipos escribieron con la misma identidad. Los cambios de ambos están; no es un daño.',
  quarantined: (n: number) =>
    `${count(n, 'cambio llegó alterado', 'cambios llegaron alterados')} y no ${n === 1 ? 'cuenta: está' : 'cuentan: están'} aparte.`,
  filesFine: (n: number) => `${count(n, 'archivo del plan', 'archivos del plan')} sin daño.`,
  filesMissing: (n: number) =>
    `${count(n, 'archivo está', 'archivos están')} solo en otro equipo, como siempre.`,
  filesAltered: (n: number) =>
    `${count(n, 'archivo del plan está dañado', 'archivos del plan están dañados')}: se ${n === 1 ? 'repone' : 'reponen'} al recibir una copia con evidencias de quien ${n === 1 ? 'lo' : 'los'} tenga.`,

  restoreTitle: 'Restaurar desde un archivo',
  restoreText:
    'Abre una copia guardada fuera, al lado del plan. El plan que lleva no cambia: mire, compare y decida.',
  restoreFile: 'Elegir el archivo',
  restored: (n: number) => `Restaurada al lado: ${count(n, 'cambio', 'cambios')}.`,
  restoredAside: (n: number) => `${count(n, 'cambio no se pudo', 'cambios no se pudieron')} comprobar.`,

  besideTitle: 'Esta es una copia restaurada',
  besideText: (when: string) =>
    `Es el plan como estaba en una copia ${ofInstant(when)}. Lo que escriba aquí no llega solo al plan que lleva.`,
  unite: 'Unir lo que falta en el plan que lleva',
  uniteTitle: 'Antes de unir',
  uniteAdds: (n: number) =>
    n === 0
      ? 'El plan que lleva ya tiene todo lo de esta copia.'
      : `${count(n, 'cambio pasa', 'cambios pasan')} al plan que lleva.`,
  uniteConflicts: (n: number) => `${count(n, 'diferencia queda', 'diferencias quedan')} por decidir.`,
  uniteKnown: (n: number) => `${count(n, 'cambio ya estaba', 'cambios ya estaban')}.`,
  uniteKeeps: 'Antes se hace una copia del plan que lleva. Esta copia restaurada se queda como está.',
  united: (n: number) => `Unido: ${count(n, 'cambio nuevo', 'cambios nuevos')} en el plan que lleva.`,
  uniteNow: 'Unir',
  close: 'Cerrar',
  besideRemove: 'Si deja de necesitarla, quítela en Inicio. Si quita la otra, esta pasa a ser la que lleva.',

  lastTitle: 'De planes que quitó',
  lastText: 'Una última copia de cada plan que se quitó de este equipo, por si fue sin querer.',
  bring: 'Volver a abrir',
} as const;
