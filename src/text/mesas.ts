import type { CommitmentState } from '../domain/meetings/words';
import type { AttendanceRole, SessionKind, SessionState } from '../domain/meetings/words';
import type { IsoDay } from '../domain/isoDay';
import { count, formatDay, formatDayMonth, formatNumber, formatPercent } from './format';

/** Words of Mesas: series, sessions, agenda, attendance and closing. */
export const mesas = {
  title: 'Mesas',
  intro:
    'La reunión escribe su acta: el orden del día se prepara solo, los avances quedan en el plan y los compromisos vuelven hasta que se cierran.',
  none: 'Todavía no hay mesas',
  noneText:
    'Planee una serie: elija las dependencias y las fechas, y cada una queda con su sesión preparada y su orden del día.',
  planSeries: 'Planear una serie',
  commitments: 'Compromisos',
  kind: {
    workshop: 'Mesa: termina en un acta',
    awareness: 'Sensibilización: asistencia, tema y foto',
  } satisfies Record<SessionKind, string>,
  kindLabel: 'Qué clase de sesiones',
  kindShort: { workshop: 'Mesa', awareness: 'Sensibilización' } satisfies Record<SessionKind, string>,
  sessionName: (kind: SessionKind, number: string, department: string) =>
    [`${kind === 'workshop' ? 'Mesa' : 'Sensibilización'}${number ? ` ${number}` : ''}`, department]
      .filter(Boolean)
      .join(' · '),
  state: { prepared: 'Preparada', open: 'Abierta', closed: 'Cerrada' } satisfies Record<SessionState, string>,
  // planning
  seriesName: 'Nombre de la serie',
  seriesNameValue: (year: number) => `Mesas de transformación digital ${year}`,
  awarenessNameValue: (year: number) => `Sensibilización en Gobierno Digital ${year}`,
  objective: 'Objetivo',
  objectiveValue:
    'Hacer seguimiento al plan de acción de la Política de Gobierno Digital y acordar compromisos.',
  from: 'Desde',
  to: 'Hasta',
  place: 'Lugar',
  departments: 'Dependencias',
  departmentsHint:
    'Marque las que tendrán sesión ahora. Las demás quedan en la serie y se cuentan como «sin mesa».',
  addDepartment: 'Agregar otra dependencia',
  add: 'Agregar',
  all: 'Marcar todas',
  noneOfThem: 'Desmarcar todas',
  topics: 'Temas que se tratan con todas',
  topicsHint:
    'La mayoría de las dependencias no responde por ninguna fila del plan: con estos temas su orden del día nunca queda vacío.',
  policyTopics: 'Elementos y productos de la política (Decreto 767 de 2022)',
  noTopics: 'Ninguno: solo las filas del plan',
  create: (sessions: number) => `Crear la serie con ${count(sessions, 'sesión', 'sesiones')}`,
  nameMissing: 'Escriba el nombre de la serie.',
  datesMissing: 'Escriba desde y hasta cuándo.',
  endsBefore: 'La serie no puede terminar antes de empezar.',
  noWorkingDay: 'Entre esas fechas no hay ningún día hábil.',
  proposed: (sessions: number, first: IsoDay, last: IsoDay) =>
    sessions === 1
      ? `Una sesión, el ${formatDay(first)}.`
      : `${formatNumber(sessions)} sesiones en días hábiles, del ${formatDay(first)} al ${formatDay(last)}. Cada fecha se puede cambiar.`,
  countsMinutes: 'Indicador que cuenta las actas de esta serie',
  countsSessions: 'Indicador que cuenta las sesiones de esta serie',
  countsHint: 'Al cerrar una sesión se propone su valor del período; nadie lo digita.',
  countsNone: 'Ninguno',
  editSeries: 'Editar la serie',
  changedSeries: 'Cambió la serie',
  removeNamed: (name: string) => `Quitar ${name}`,
  addTopic: 'Agregar un tema',
  removeSeries: 'Quitar la serie',
  strays: 'Serie quitada',
  straysHint:
    'La serie de estas sesiones ya no está: alguien la quitó mientras otra persona las agregaba, o falta recibirla.',
  bringSeriesBack: 'Devolver la serie',
  seriesBack: 'La serie volvió',
  // a series
  coverage: (without: number) =>
    without === 0
      ? 'Todas las dependencias tienen sesión'
      : `${count(without, 'dependencia', 'dependencias')} sin mesa`,
  pace: (remaining: number, weeks: number | null) => {
    if (remaining === 0) return 'Todas las sesiones están cerradas';
    const left = `${remaining === 1 ? 'Falta' : 'Faltan'} ${formatNumber(remaining)}`;
    return weeks === null
      ? left
      : weeks === 0
        ? `${left} y el plazo ya pasó`
        : `${left} en ${count(weeks, 'semana', 'semanas')}`;
  },
  closedOf: (closed: number, planned: number) =>
    `${formatNumber(closed)} de ${formatNumber(planned)} cerradas`,
  addSession: 'Agregar una sesión',
  addSessionFor: (name: string) => `Preparar la sesión de ${name}`,
  seriesCalendar: 'Calendario (.ics)',
  calendarDone: 'El calendario está en las descargas.',
  repeatedNumber: 'número repetido',
  withoutDay: 'Sin fecha',
  noDepartment: 'Sin dependencia',
  today: 'hoy',
  // a session
  number: 'Número',
  department: 'Dependencia',
  day: 'Fecha',
  start: 'Hora de inicio',
  end: 'Hora de fin',
  period: 'Período que se reporta',
  noPeriod: 'Sin elegir',
  nextMeeting: 'Próxima reunión',
  nextMeetingHint: 'Fecha, hora y lugar.',
  sessionFacts: 'Datos de la sesión',
  agenda: 'Orden del día',
  agendaHint: 'Se prepara solo. Arrastre un punto por su agarre, o muévalo con las flechas.',
  move: (title: string) => `Mover «${title}»`,
  up: (title: string) => `Subir «${title}»`,
  down: (title: string) => `Bajar «${title}»`,
  movedTo: (title: string, place: number, all: number) =>
    `${title}: punto ${formatNumber(place)} de ${formatNumber(all)}`,
  takeOut: (title: string) => `Quitar «${title}» del orden del día`,
  bringBack: (title: string) => `Devolver «${title}»`,
  hasDiscussion: 'Ese punto ya tiene desarrollo escrito: para quitarlo, borre primero lo escrito.',
  takenOut: 'Puntos quitados',
  addPoint: 'Agregar un punto',
  pointTitle: 'Título del punto',
  open: 'Abrir la sesión',
  openNow: (day: IsoDay) => `Es hoy, ${formatDayMonth(day)}`,
  notYet: 'Todavía no',
  endBeforeStart: (start: string) => `No puede terminar antes de las ${start}, cuando empezó.`,
  openThen: (day: IsoDay) => `Fue el ${formatDayMonth(day)}`,
  whichDay: '¿Qué día es la sesión?',
  whichDayText: (planned: IsoDay) =>
    `Estaba prevista para el ${formatDay(planned)}. La fecha sale en el acta.`,
  removeSession: 'Quitar la sesión',
  sessionRemoved: 'Se quitó la sesión',
  removedAndWritten: 'Quitada y a la vez escrita',
  removedAndWrittenText:
    'Alguien quitó esta sesión mientras otra persona escribía en ella. Nada se perdió: devuélvala, o quítela otra vez si ya no va.',
  bringSessionBack: 'Devolver la sesión',
  sessionBack: 'La sesión volvió',
  notFound: 'Esa sesión no está en el plan.',
  seeAll: 'Ver las mesas',
  // open
  startedAt: (time: string, place: string) => [`Abierta a las ${time}`, place].filter(Boolean).join(' · '),
  pointOf: (place: number, all: number) => `${formatNumber(place)} de ${formatNumber(all)}`,
  minutes: (n: number) => `${formatNumber(n)} min`,
  previous: 'Anterior',
  next: 'Siguiente',
  nextIs: (title: string) => `Siguiente: ${title}`,
  project: 'Proyectar',
  close: 'Cerrar sesión',
  before: (period: string) => `En el ${period}:`,
  nothingBefore: 'Es el primer período: no hay nada anterior.',
  discussion: 'Desarrollo',
  discussionHint: 'Lo que se dijo y se decidió; sale en el acta.',
  guide: 'Qué se busca',
  countsItself: 'Este indicador se cuenta solo: al cerrar la sesión se propone su valor.',
  withoutPeriod: 'Elija en los datos de la sesión el período que se reporta.',
  goToFacts: 'Datos de la sesión',
  done: 'Tratado',
  changed: (before: string, after: string) =>
    before === after ? `${after} · sin cambios` : `${before} → ${after}`,
  missingReport: 'falta reportar',
  arrange: 'Ordenar y agregar puntos',
  target: (target: string) => `Meta ${target}`,
  reviewed: (closed: number, back: number) =>
    [
      closed > 0 ? count(closed, 'cumplido o justificado', 'cumplidos o justificados') : '',
      back > 0 ? `${formatNumber(back)} ${back === 1 ? 'vuelve' : 'vuelven'}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  endMissing: 'Escriba a qué hora terminó.',
  ready: 'Listo',
  edit: 'Editar',
  fulfilWith: 'Cumplido, con evidencia…',
  // commitments
  commitmentsToday: 'Compromisos de hoy',
  noCommitments: 'Ninguno todavía.',
  addCommitment: 'Compromiso',
  addCommitmentHere: 'Agregar un compromiso',
  what: 'Qué',
  who: 'Quién',
  due: 'Para cuándo',
  withoutWhat: 'Compromiso sin texto',
  removeCommitment: 'Quitar el compromiso',
  commitmentRemoved: 'Se quitó el compromiso',
  nobody: 'Sin responsable',
  withoutDue: 'Sin fecha',
  commitmentState: {
    open: 'Pendiente',
    overdue: 'Vencido',
    fulfilled: 'Cumplido',
    justified: 'Justificado',
  } satisfies Record<CommitmentState, string>,
  dueOn: (day: IsoDay) => `para el ${formatDayMonth(day)}`,
  dueOnLong: (day: IsoDay) => formatDay(day),
  fulfil: 'Cumplido',
  justify: 'Justificar',
  returns: 'Vuelve a la próxima',
  reopen: 'Volver a abrir',
  evidenceNeeded: 'Para darlo por cumplido adjunte su evidencia: una foto o un archivo.',
  justification: 'Por qué no se cumplió',
  justificationNeeded: 'Escriba la justificación.',
  confirmJustified: 'Cerrar con la justificación',
  noneToReview: 'No quedó ningún compromiso abierto de las sesiones anteriores.',
  from_: (session: string) => `De ${session}`,
  // attendance
  attendance: 'Asistencia',
  present: (signed: number, all: number) => `${formatNumber(signed)} de ${formatNumber(all)} firmaron`,
  attendanceRole: { attendee: 'Asistente', guest: 'Invitado', absentee: 'Ausente' } satisfies Record<
    AttendanceRole,
    string
  >,
  attendanceAs: 'Como',
  purpose:
    'Los datos se usan solo para dejar constancia de esta reunión en su acta (Ley 1581 de 2012). Se pide lo mínimo; no salen en los datos abiertos.',
  personName: 'Nombre',
  personRole: 'Cargo',
  personDepartment: 'Dependencia',
  addPerson: 'Agregar a la lista',
  known: 'De sesiones anteriores',
  removePerson: (name: string) => `Quitar a ${name} de la lista`,
  personRemoved: (name: string) => `Se quitó a ${name} de la lista`,
  signAttendance: (name: string) => `Firma de asistencia de ${name}`,
  sign: 'Firmar',
  signed: 'Firmó',
  signedOnPaper: 'Firmó en físico',
  signHere: 'Firme aquí con el dedo o el lápiz',
  clear: 'Borrar',
  keepSignature: 'Guardar la firma',
  onPaper: 'Firma en físico',
  emptySignature: 'Todavía no hay trazos.',
  notCertified:
    'Es una firma electrónica simple: deja constancia, pero no es una firma digital certificada (Ley 527 de 1999).',
  signMinutes: (name: string) => `Firma del acta de ${name}`,
  signMinutesHint: (version: number) => `Firma la versión ${version} del acta, la que se ve en pantalla.`,
  strokesRemoved: 'Trazos suprimidos',
  removeStrokes: 'Suprimir los trazos',
  removeStrokesTitle: '¿Suprimir los trazos de esta firma?',
  removeStrokesText:
    'La imagen se borra de este equipo y no vuelve. Queda escrito que firmó y la huella de los trazos.',
  otherVersionSigned: 'Firmó otra versión',
  // closing
  closeTitle: 'Cerrar la sesión',
  untreated: (n: number) =>
    n === 0
      ? 'Todos los puntos se trataron.'
      : `${count(n, 'punto', 'puntos')} sin tratar: salen en el acta como están.`,
  disputed: (n: number) =>
    `${count(n, 'diferencia', 'diferencias')} de esta sesión por decidir: el acta saldría con una sola de las dos versiones.`,
  decide: 'Decidir primero',
  unsigned: (n: number) =>
    n === 0
      ? 'Todos los asistentes firmaron.'
      : `${count(n, 'asistente', 'asistentes')} sin firma de asistencia.`,
  noAttendees: 'La lista de asistencia está vacía.',
  proposedCount: (title: string, period: string, value: number) =>
    `${title}: ${formatNumber(value)} en el ${period}`,
  proposedResult: (before: string, after: string) => `${before} → ${after}`,
  proposedTitle: 'La reunión cuenta sola',
  counted: 'La serie se contó',
  recordCounts: 'Registrar lo contado',
  closeAndWrite: 'Cerrar y generar el acta',
  // closed
  minutesTitle: 'Acta',
  version: (n: number, end = '') => `Versión ${formatNumber(n)}${end ? ` · ${end}` : ''}`,
  shareMinutes: 'Compartir el acta',
  printMinutes: 'Imprimir o guardar PDF',
  correct: 'Corregir el acta',
  correctTitle: '¿Qué hay que corregir?',
  correctText:
    'La versión que está no cambia. La sesión se vuelve a abrir, y al cerrarla sale otra versión con esta razón.',
  correctReason: 'Razón de la corrección',
  reasonMissing: 'Escriba la razón.',
  signatures: 'Firmas del acta',
  preparing: 'Preparando el acta…',
  delivered: 'El acta está en las descargas.',
  deliveredShared: 'Acta compartida.',
  onlyHere: (n: number) =>
    n === 0
      ? 'Todo lo de este equipo ya salió en una copia.'
      : `${count(n, 'cambio', 'cambios')} de esta sesión y de antes están solo en este equipo.`,
  handOver: 'Entregar los cambios',
  photos: 'Fotos y archivos de la sesión',
  photoText: 'Foto de la sesión',
  takePhoto: 'Tomar foto',
  attach: 'Adjuntar archivo',
  correcting: (reason: string) => `Se corrige el acta: ${reason}`,
  closedTwice: (n: number) =>
    `La sesión se cerró ${n === 2 ? 'en dos equipos' : `${formatNumber(n)} veces`}: hay ${count(n, 'acta', 'actas')} de la misma versión. Corrija el acta para dejar una sola; todas se conservan.`,
  laterTitle: 'Esta acta no tiene todo lo escrito',
  laterText: 'Se escribió en otro equipo, o después de cerrar. Para que salga en el acta, corríjala.',
  laterKind: { commitment: 'Compromiso', person: 'Asistencia' },
  seeVersion: (n: number) => `Ver la versión ${formatNumber(n)}`,
  leaveAsItWas: 'Dejar el acta como estaba',
  dayMissing: 'Escriba primero la fecha en los datos de la sesión.',
  citedMinutes: (number: string, department: string, day: IsoDay) =>
    [`Acta ${number}`.trim(), department, day].filter(Boolean).join(' - '),
  // projector
  projectorTitle: 'Proyección',
  percent: (percent: number | null) => (percent === null ? '—' : formatPercent(percent)),
  // list of commitments
  commitmentsTitle: 'Compromisos',
  commitmentsNone: 'Todavía no hay compromisos.',
  commitmentsNoneFound: 'Ninguno con ese filtro.',
  filterAll: 'Todos',
  filterOpen: 'Abiertos',
  filterOverdue: 'Vencidos',
  filterClosed: 'Cerrados',
  commitmentsFound: (n: number) => count(n, 'compromiso', 'compromisos'),
  commitmentsCalendar: 'Plazos al calendario (.ics)',
  searchCommitments: 'Buscar por texto o responsable',
} as const;
