import { count } from './format';

/** What becomes of a row of a matrix that updates a plan. */
export const rowFates = {
  same: 'Igual',
  changed: 'Cambia',
  new: 'Nueva',
  restored: 'Vuelve al plan',
  unsure: 'Por confirmar',
  removed: 'Se quitó del plan',
  held: 'No se escribe',
  missing: 'No está en la matriz',
} as const;

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

/** How a row was found in the plan. */
export const matchedBy = {
  id: 'por su código',
  sourceKey: 'por su texto, como se cargó',
  words: 'por su texto, como está en el plan',
  person: 'porque usted lo confirmó',
} as const;

/** What confirming an update writes, before it is done. */
export function toWrite(changes: number, newRows: number): string {
  if (changes + newRows === 0) return 'La matriz y el plan dicen lo mismo: no hay nada que escribir.';
  const said = [
    changes > 0 ? count(changes, 'cambio', 'cambios') : '',
    newRows > 0 ? count(newRows, 'fila nueva', 'filas nuevas') : '',
  ];
  return `Se escribirá: ${said.filter(Boolean).join(' y ')}.`;
}
