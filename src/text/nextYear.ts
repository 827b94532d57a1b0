import type { IsoDay } from '../domain/isoDay';
import { count, formatDay, formatNumber, formatPercent } from './format';

/** Words of the next year of a plan, and of the plan that it goes on from. */
export const nextYear = {
  title: 'Vigencia siguiente',
  prepare: 'Preparar la vigencia siguiente',
  settingsTitle: 'Vigencia',
  settingsText: (year: number) =>
    `Al terminar el año, este plan pasa a ${year + 1} con lo que quedó sin terminar. El de ${year} queda cerrado, para consulta.`,
  intro: (year: number, next: number) =>
    `El plan de ${next} empieza con las reglas, los responsables y las actividades del de ${year}, un año después. Nada viene reportado.`,
  name: 'Nombre del plan nuevo',
  closingLabel: 'Resultados que quedan como línea base',
  closedCut: (day: IsoDay) => `Corte cerrado al ${formatDay(day)}`,
  yearEnd: (day: IsoDay) => `Al final de la vigencia, ${formatDay(day)}`,
  overall: (percent: number | null, year: number) =>
    percent === null
      ? `El plan de ${year} no tiene resultado en esa fecha.`
      : `El plan de ${year} llegó a ${formatPercent(percent)}: es la línea base del nuevo.`,
  baselineSource: (year: number) => `Resultado de la vigencia ${year}`,
  conflicts: (n: number) =>
    n === 1
      ? 'Hay 1 diferencia por decidir: pasa el valor que se ve hoy.'
      : `Hay ${formatNumber(n)} diferencias por decidir: pasan los valores que se ven hoy.`,
  activities: 'Actividades',
  activitiesText: 'Las que llegaron a su meta no pasan, salvo que usted las marque.',
  finished: (percent: number) => `terminada, ${formatPercent(percent)}`,
  unfinished: (percent: number | null) =>
    percent === null ? 'sin resultado' : `sin terminar, ${formatPercent(percent)}`,
  row: (name: string, standing: string) => `${name} (${standing})`,
  commitments: 'Compromisos abiertos',
  commitmentsNone: 'No hay compromisos abiertos.',
  commitment: (what: string, who: string, due: IsoDay | null) =>
    [what, who, due ? `para el ${formatDay(due)}` : ''].filter(Boolean).join(' · '),
  commitmentsText: 'Conservan su fecha y dicen de qué vigencia vienen.',
  series: 'Series de mesas',
  seriesNone: 'No hay series de mesas.',
  seriesText: 'Pasan con sus dependencias y temas. Las sesiones se programan de nuevo.',
  stays: 'No pasan',
  staysText: (sessions: number, evidence: number) =>
    [
      'los resultados, el presupuesto y lo ejecutado',
      sessions > 0 ? count(sessions, 'sesión', 'sesiones') : '',
      evidence > 0 ? count(evidence, 'evidencia', 'evidencias') : '',
    ]
      .filter(Boolean)
      .join(', ')
      .concat('. Siguen en el plan que se cierra.'),
  summary: (facts: { readonly activities: number; readonly indicators: number; readonly items: number }) =>
    [
      count(facts.items, 'ítem', 'ítems'),
      count(facts.activities, 'actividad', 'actividades'),
      count(facts.indicators, 'indicador', 'indicadores'),
    ].join(', '),
  create: (year: number) => `Crear el plan de ${year}`,
  nothingCarried: 'Marque al menos una actividad.',
  nameNeeded: 'Escriba el nombre del plan nuevo.',
  created: (year: number) => `El plan de ${year} está listo. El anterior quedó cerrado, para consulta.`,
  notLocked: (year: number) => `El plan de ${year} está listo, pero el anterior no se pudo cerrar.`,
  takenBack: (year: number) => `Se quitó el plan de ${year} y el anterior quedó abierto.`,
  alreadyClosed: (year: number) => `Este plan ya pasó a la vigencia ${year}.`,
  openNext: (year: number) => `Abrir el plan de ${year}`,
  closedFor: (year: number) => `cerrado al abrir la vigencia ${year}`,
  banner: (year: number) =>
    `Solo para consulta: este plan se cerró al abrir la vigencia ${year}. Lo que llegue de otros equipos se sigue uniendo.`,
  waiting: (n: number, year: number) =>
    `Este plan se cerró al abrir la vigencia ${year} con ${count(n, 'valor', 'valores')} sin registrar. Lo escrito se registra al reabrirlo.`,
  since: (day: IsoDay) => `Desde el ${formatDay(day)}.`,
  reopenSettings: 'Reabrir en Ajustes',
  reopen: 'Reabrir este plan',
  reopenText: 'Se podrá escribir en él otra vez. El plan nuevo no cambia.',
  reopenReason: 'Por qué se reabre',
  reasonNeeded: 'Escriba la razón.',
  reopened: 'El plan está abierto otra vez.',
  comesFrom: (year: number) => `viene de la vigencia ${year}`,
  ComesFrom: (year: number) => `Viene de la vigencia ${year}`,
} as const;
