import { kindOf } from '../domain/entities';
import { mesas } from './mesas';
import { settings } from './settings';

/** What the fields of a plan are called where a change of one is told. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  report: 'Valor reportado',
  remark: 'Observación',
  delayCause: 'Causa del atraso',
  planned: 'Programado',
  name: 'Nombre',
  title: 'Nombre del plan',
  entityName: 'Entidad',
  policy: 'Política',
  objective: 'Objetivo',
  planYear: 'Vigencia',
  calendar: 'Períodos de reporte',
  scheme: 'Rangos de las clases',
  rollupMethod: 'Cómo se promedia',
  rollupBy: 'Grupos del promedio',
  paceTolerance: 'Tolerancia del ritmo',
  dueSoonDays: 'Aviso de vencimiento',
  number: 'Número',
  differentialCriterion: 'Criterio',
  item: 'Ítem',
  activity: 'Actividad',
  phvaStage: 'Ciclo PHVA',
  start: 'Fecha de inicio',
  end: 'Fecha final',
  blockedBy: 'Qué espera',
  budget: 'Presupuesto',
  executed: 'Ejecutado',
  deliverable: 'Producto',
  targetText: 'Descripción de la meta',
  target: 'Meta',
  targetUnit: 'Unidad de la meta',
  unitOfMeasure: 'Unidad de medida',
  accumulation: 'Cómo se acumula',
  baseline: 'Línea base',
  baselineSource: 'Fuente de la línea base',
  weight: 'Peso',
  statedValue: 'Resultado impreso',
  statedFor: 'Corte del resultado impreso',
  responsible: 'Responsables',
  tags: 'Etiquetas',
  evidence: 'Evidencias',
  review: 'Revisión de un hallazgo',
  file: 'Archivo de la evidencia',
  verification: 'Verificación',
  nit: settings.nit,
  minutesCode: settings.minutesCode,
  minutesVersion: settings.minutesVersion,
  logo: settings.logo,
  counts: 'Reuniones que cuenta',
  day: mesas.day,
  place: mesas.place,
  nextMeeting: mesas.nextMeeting,
  department: mesas.department,
  period: mesas.period,
  state: 'Estado de la sesión',
  correction: mesas.correctReason,
  discussion: mesas.discussion,
  isDone: mesas.done,
  isRemoved: 'Quitado del orden del día',
  what: mesas.what,
  who: mesas.who,
  due: mesas.due,
  about: 'Punto del que sale',
  outcome: 'Cómo se cerró',
  session: 'Sesión',
  series: 'Serie',
  kind: 'Clase de sesiones',
  guide: mesas.guide,
  signature: 'Firma',
  isSuppressed: mesas.strokesRemoved,
  signed: 'Huella que firmó',
  frozen: 'Acta cerrada',
  closed: 'Cierre del corte',
  closedFor: 'Cierre de la vigencia',
  from: 'De dónde viene',
  _deleted: 'Borrado y a la vez editado',
};

/** Those that one kind of thing calls otherwise. */
const NAMES_BY_KIND: Readonly<Record<string, string>> = {
  'mtg.start': mesas.start,
  'mtg.end': mesas.end,
  'ser.start': mesas.from,
  'ser.end': mesas.to,
  'pnt.title': mesas.pointTitle,
  'att.role': mesas.attendance,
  'per.role': mesas.personRole,
};

/** A column of the file that nobody recognised goes by its header. */
const COLUMN = 'extra/';

/** The name of a field as a person calls it in what it belongs to; a field of another version goes by its own. */
export function fieldWords(field: string, entityId = ''): string {
  if (field.startsWith(COLUMN)) return field.slice(COLUMN.length);
  return NAMES_BY_KIND[`${kindOf(entityId)}.${field}`] ?? FIELD_NAMES[field] ?? `Campo «${field}»`;
}
