import type { DeviceName } from '../domain/devices';
import type { IsoDay } from '../domain/isoDay';
import type { Percent } from '../domain/percent';
import { ofDevice } from './devices';
import { count, formatDay, formatNumber } from './format';
import { sealedWords } from './sealed';

/** Words of Cortes. */
export const cuts = {
  title: 'Cortes',
  intro:
    'Cerrar un período sella lo que se sabía ese día. Lo que llegue después lleva su razón y queda al lado, como rectificación.',
  periods: 'Períodos',
  open: 'Abierto',
  closed: 'Cerrado',
  rectified: 'Rectificado',
  close: 'Cerrar corte',
  closeOf: (period: string) => `Cerrar el corte: ${period}`,
  see: 'Ver el corte',
  compare: 'Comparar cortes',
  closedBy: (day: IsoDay, who: string, when: string) =>
    `Corte al ${formatDay(day)} · lo cerró ${who || 'alguien sin nombre'}, ${when}`,
  sealedTitle: 'Cifras selladas',
  sealed: 'Sellado',
  now: 'Hoy',
  difference: 'Diferencia',
  overall: 'Avance del plan',
  expected: 'Esperado',
  lag: 'Frente a lo esperado',
  verified: 'Verificado con evidencia',
  classes: 'Clases',
  indicators: 'Indicadores',
  n: (n: number) => count(n, 'indicador en el promedio', 'indicadores en el promedio'),
  method: 'Cómo se promedió',
  missing: (rows: number) =>
    rows === 0 ? 'Sin reportes pendientes' : count(rows, 'indicador sin reporte', 'indicadores sin reporte'),
  conflicts: (n: number) =>
    n === 0 ? 'Sin diferencias por decidir' : count(n, 'diferencia por decidir', 'diferencias por decidir'),
  findings: (n: number) =>
    n === 0 ? 'Sin hallazgos por revisar' : count(n, 'hallazgo por revisar', 'hallazgos por revisar'),
  waiting: (rows: number) =>
    rows === 1
      ? '1 indicador tiene algo escrito sin registrar en este período; no entra en el corte:'
      : `${count(rows, 'indicador tiene', 'indicadores tienen')} algo escrito sin registrar en este período; no entra en el corte:`,
  waitingInClosed: (n: number) =>
    `${count(n, 'valor sin registrar', 'valores sin registrar')} en períodos cerrados.`,
  seeWaiting: 'Ver',
  whatIsMissing: 'Qué falta',
  notBlocked: 'Lo que falta no impide cerrar: queda escrito en el corte.',
  date: 'Fecha del corte',
  dateHint: 'Un día del período. Las cifras son las de ese día.',
  dateOutside: 'Elija un día del período.',
  name: 'Su nombre',
  nameHint: 'Un corte lleva el nombre de quien lo cierra. Queda también como nombre de este equipo.',
  nameMissing: 'Escriba su nombre.',
  confirm: 'Cerrar y sellar',
  confirmNote:
    'Después, todo cambio de este período necesita una razón. El corte se puede reabrir, y también eso queda en la historia.',
  toldClosed: (day: IsoDay, sealed: Percent | null) =>
    `Corte al ${formatDay(day)} cerrado, ${sealedWords(sealed)}.`,
  check: 'Comprobar el sello',
  checking: 'Comprobando…',
  sealMark: (seal: string, n: number) => `Sello ${seal} sobre ${count(n, 'cambio', 'cambios')}`,
  intact: 'El sello está intacto: ningún cambio sellado se tocó.',
  sealMissing: (n: number) =>
    `${n === 1 ? 'Falta' : 'Faltan'} en este equipo ${count(n, 'cambio sellado', 'cambios sellados')}. Abra una copia que ${n === 1 ? 'lo traiga' : 'los traiga'}:`,
  damagedOutside: (n: number) =>
    n === 1
      ? 'Además, este equipo guarda 1 cambio dañado que no se reconoce entre los sellados: puede ser el que falta, o uno posterior.'
      : `Además, este equipo guarda ${count(n, 'cambio dañado', 'cambios dañados')} que no se reconocen entre los sellados: pueden ser los que faltan, u otros posteriores.`,
  sealAltered: (n: number) =>
    n === 0
      ? 'El sello no corresponde a los cambios que dice sellar: el corte fue alterado.'
      : `${count(n, 'cambio sellado fue alterado', 'cambios sellados fueron alterados')} en este equipo:`,
  sealOfCut: 'El corte que se ve no es el que se escribió al cerrarlo:',
  sealOfFigures:
    'Ningún cambio sellado se tocó, pero las cifras selladas no salen de ellos: el corte se escribió con otras cifras, o con otra versión de la aplicación.',
  wayOutAltered: 'Pida a otro equipo su copia del plan y ábrala aquí: trae los cambios como se escribieron.',
  change: (number: number, device: DeviceName) => `cambio ${formatNumber(number)} ${ofDevice(device)}`,
  rectifications: 'Rectificaciones',
  noRectification: 'Las cifras de ese día siguen siendo las selladas.',
  rectifiedTable: 'Lo sellado y lo de hoy, a la misma fecha',
  reason: 'Quién, cuándo y por qué',
  row: 'Indicador',
  reopen: 'Reabrir el período',
  reopenNote:
    'El período vuelve a recibir reportes sin razón. El corte que estaba sellado queda en la historia, con quién lo reabrió y por qué.',
  reopenReason: '¿Por qué se reabre?',
  reasonMissing: 'Escriba la razón.',
  toldReopened: 'Período reabierto.',
  history: 'Historia del corte',
  noHistory: 'Este período nunca se ha cerrado.',
  historyClosed: (day: IsoDay, sealed: Percent | null) =>
    `cerrado al ${formatDay(day)}, ${sealedWords(sealed)}`,
  historyReopened: 'reabierto',
  from: 'Desde',
  to: 'Hasta',
  today: (day: IsoDay) => `Hoy, al ${formatDay(day)}`,
  compareNeedsOne: 'Para comparar hace falta por lo menos un corte cerrado.',
  movesTable: 'Qué se movió y cuánto',
  noMoves: 'Ningún indicador se movió.',
  points: 'Puntos del avance',
  otherMethod:
    'Los dos cortes se promediaron de manera distinta: la diferencia no se reparte entre indicadores.',
  rest: (points: string) => `Por indicadores que entraron o salieron del promedio: ${points}.`,
  came: 'entró al plan',
  went: 'salió del plan',
  outOfMean: 'fuera del promedio',
  otherDates: 'cambiaron sus fechas o su ritmo',
  reportMoved: (period: string, before: string, after: string) => `${period}: ${before} → ${after}`,
  verifiedMoved: (before: string, after: string) => `verificado con evidencia: ${before} → ${after}`,
  overallMoved: (of: string, before: string, after: string, by: string) =>
    `${of}: ${before} → ${after} (${by})`,
  target: (before: string, after: string) => `meta: ${before} → ${after}`,
  begun: 'ya empezó su plazo',
  notFound: 'Ese período no tiene un corte cerrado.',
  late: (n: number) =>
    n === 1
      ? '1 cambio toca un período cerrado: al unir se acepta como extemporáneo y queda como rectificación.'
      : `${count(n, 'cambio toca', 'cambios tocan')} períodos cerrados: al unir se aceptan como extemporáneos y quedan como rectificación.`,
  lateReason: '¿Por qué llega después del cierre?',
  lateHint: 'Queda con el cambio, su nombre y la fecha. La cifra sellada no cambia.',
  lateDecrease: 'Además, el valor baja.',
  lateMissing: 'Escriba primero por qué llega después del cierre.',
  recordLate: 'Guardar con esta razón',
} as const;
