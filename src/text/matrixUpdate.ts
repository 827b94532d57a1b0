import type { PeriodId } from '../domain/calendar';
import { count, daysOfPeriod, formatNumber } from './format';

/** Why a difference is shown and not written. */
export const holdWords = {
  blank: 'Vacío en la matriz: se conserva lo que tiene el plan.',
  conflict: 'Dos personas escribieron valores distintos: decida primero cuál queda.',
  closed: 'El corte está cerrado: escriba por qué llega después y se guardará con esa razón.',
  otherPeriod: 'El plan no tiene ese período de reporte.',
  unchangedInFile: 'La matriz dice lo mismo que la última vez; se cambió en Bitácora después.',
  removed: 'Se quitó del plan.',
  left: 'Usted decidió dejarlo como está.',
} as const;

/** Why a matrix is taken for one of a plan that is on this device. */
export const loadedBecause = {
  sameFile: 'Este mismo archivo ya se cargó en el plan.',
  ourIds: 'El archivo salió de este plan: trae sus códigos.',
  samePlan: 'Es de la misma entidad y vigencia, y se llama igual o es de la misma política.',
  sameRows: 'La mayoría de sus filas ya están en el plan.',
} as const;

/** What an update would write. */
interface ToWrite {
  readonly changes: number;
  readonly newRows: number;
  readonly restoredRows: number;
  /** With what the app keeps of the file. */
  readonly edits: number;
}

/** What confirming an update writes, before it is done. */
export function toWrite({ changes, newRows, restoredRows, edits }: ToWrite): string {
  const said = [
    changes > 0 ? count(changes, 'cambio', 'cambios') : '',
    newRows > 0 ? count(newRows, 'fila nueva', 'filas nuevas') : '',
    restoredRows > 0 ? count(restoredRows, 'fila que vuelve', 'filas que vuelven') : '',
  ].filter(Boolean);
  if (said.length > 0) return `Se escribirá: ${new Intl.ListFormat('es-CO').format(said)}.`;
  return edits > 0
    ? 'Ningún dato cambia: solo se guardará a qué indicador corresponde cada fila.'
    : NOTHING_TO_WRITE;
}

export const NOTHING_TO_WRITE = 'La matriz y el plan dicen lo mismo: no hay nada que escribir.';

/** Words of the screen that updates a plan with a newer matrix. */
export const update = {
  title: (plan: string) => `Lo que cambiaría en «${plan}»`,
  comparing: 'Comparando con el plan…',
  notCompared: 'No se pudo comparar con el plan: inténtelo otra vez.',
  act: 'Actualizar el plan',
  done: 'El plan quedó actualizado con la matriz.',
  fates: {
    same: (n: number) => count(n, 'fila igual', 'filas iguales'),
    changed: (n: number) => count(n, 'fila cambia', 'filas cambian'),
    new: (n: number) => count(n, 'fila nueva', 'filas nuevas'),
    restored: (n: number) => count(n, 'fila vuelve', 'filas vuelven'),
    unsure: (n: number) => `${formatNumber(n)} por confirmar`,
    removed: (n: number) => count(n, 'fila se había quitado', 'filas se habían quitado'),
    held: (n: number) => count(n, 'fila queda como está', 'filas quedan como están'),
  },
  missing: (n: number) => count(n, 'indicador no está', 'indicadores no están') + ' en la matriz',
  missingNote: 'No se tocan: para quitarlos, vaya a Editar el plan.',
  ofPlan: 'Datos del plan',
  newRow: 'Nueva: se agrega al plan.',
  copiedRow: 'Trae el identificador de otra fila, como pasa al copiarla en Excel: entra como nueva.',
  restoredRow: 'Vuelve lo que se había quitado.',
  row: (row: number) => `Fila ${row}`,
  before: 'antes',
  after: 'después',
  write: (what: string) => `Escribir: ${what}`,
  unsureAsk: (row: number) => `Fila ${row}: ¿es la misma que ya está en el plan?`,
  inFile: (words: string) => `En la matriz: ${words}`,
  inPlan: (words: string, percent: string) => `En el plan: ${words} (se parecen ${percent})`,
  isSame: 'Sí, es la misma',
  isNew: 'No, es nueva',
  isLater: 'Dejarla por ahora',
  isLaterExplained: 'No se escribe nada de esta fila.',
  unsureAskAll: (n: number) =>
    `${formatNumber(n)} filas se parecen a las del plan: responda por todas, o una por una`,
  areSame: 'Todas son las mismas',
  areSameExplained: 'Cada una es la del plan que más se le parece.',
  areNew: 'Todas son nuevas',
  areLater: 'Dejarlas todas por ahora',
  removedAsk: (row: number) => `Fila ${row}: se había quitado del plan. ¿Vuelve?`,
  comesBack: 'Sí, vuelve con su historia',
  staysOut: 'No, sigue quitada',
  removedAskAll: (n: number) =>
    `${formatNumber(n)} filas se habían quitado del plan: responda por todas, o una por una`,
  comeBack: 'Todas vuelven con su historia',
  stayOut: 'Todas siguen quitadas',
  blanksAsk: (n: number) =>
    `${count(n, 'celda vacía', 'celdas vacías')} en la matriz donde el plan tiene un dato`,
  blanks: { keep: 'Conservar lo del plan', clear: 'Dejar vacío como en la matriz' },
  blanksExplained: {
    keep: 'Una celda vacía no borra nada.',
    clear: 'Lo borrado queda en la historia.',
  },
  lateAsk: (n: number) =>
    `${count(n, 'cambio es', 'cambios son')} de un período cerrado: ¿por qué se ${n === 1 ? 'escribe' : 'escriben'}?`,
  lateHint: 'Sin un motivo no se escriben; lo demás sí. La cifra sellada no cambia.',
  period: (id: PeriodId) => daysOfPeriod(id),
  existing: {
    title: 'Este plan ya está en este equipo',
    open: 'Abrir el plan',
    update: 'Actualizarlo con esta matriz',
    another: 'Cargarla como otro plan',
    undecided: 'Diga arriba si actualiza el plan que ya está o la carga como otro.',
  },
  fromPlan: 'Actualizar con la matriz',
  fromPlanText:
    'Cargue la matriz que editaron en Excel: se ve qué cambia, campo por campo, antes de escribir nada.',
  otherWay: 'Cargarla como otro plan',
} as const;
