import type { ReportingPeriod } from '../domain/calendar';
import type { CommitmentState } from '../domain/meetings/words';
import type { MinutesFacts, MinutesProgress } from '../domain/meetings/minutes';
import type { Minutes } from '../domain/meetings/model';
import type { AttendanceRole, ClockTime, SessionKind } from '../domain/meetings/words';
import { amount } from './explanation';
import { formatPercent, ownPeriodName } from './format';

/** Words of an acta on paper, in the order of GTC 185 (domain.md B). */
export const minutesWords = {
  page: 'Página',
  of: 'de',
  nit: (nit: string) => `NIT ${nit}`,
  formCode: (code: string) => `Código: ${code}`,
  formVersion: (version: string) => `Versión: ${version}`,
  day: 'Fecha',
  hours: 'Hora',
  place: 'Lugar',
  department: 'Dependencia',
  series: 'Serie de mesas',
  plan: 'Plan',
  objective: 'Objetivo',
  name: 'Nombre',
  position: 'Cargo',
  signature: 'Firma de asistencia',
  agenda: 'Orden del día',
  withoutPoints: 'Sin puntos.',
  discussion: 'Desarrollo',
  nothingWritten: 'Sin anotaciones.',
  remark: 'Observación',
  delayCause: 'Causa del atraso',
  evidence: 'Evidencia',
  reviewed: 'Compromisos revisados',
  state: 'Estado',
  commitments: 'Compromisos',
  commitment: 'Compromiso',
  who: 'Responsable',
  due: 'Fecha de entrega',
  about: 'Punto',
  withoutDue: 'Sin fecha',
  nextMeeting: 'Convocatoria',
  signatures: 'Firmas',
  nobodySigned: 'Nadie la ha firmado todavía.',
  annexes: 'Anexos',
  annex: 'Anexo',
  fingerprint: 'Huella SHA-256',
  onlyCited: 'Citado, sin archivo',
  none: 'Ninguno.',
  signatureOf: (name: string) => `Firma de ${name}`,
  signatureElsewhere: 'Firma dibujada; su imagen no está en este equipo',
  onPaper: 'Firma en físico',
  suppressed: 'Firma suprimida',
  ofAnotherVersion: 'Firmó otra versión; esta no',
  writtenBy: (name: string) => `Transcriptor: ${name}`,
  drawnNotice:
    'Las firmas dibujadas en pantalla dejan constancia de quién firmó; no son firmas digitales certificadas en los términos de la Ley 527 de 1999.',
  versionFingerprint: (version: number, sha256: string) =>
    `Huella SHA-256 de la versión ${version}: ${sha256}`,
} as const;

export const DOCUMENT_NAME: Readonly<Record<SessionKind, string>> = {
  workshop: 'Acta de reunión',
  awareness: 'Registro de sensibilización',
};

const FILE_WORD: Readonly<Record<SessionKind, string>> = {
  workshop: 'Acta',
  awareness: 'Sensibilización',
};

export const PEOPLE: Readonly<Record<AttendanceRole, string>> = {
  attendee: 'Asistentes',
  guest: 'Invitados',
  absentee: 'Ausentes',
};

export const COMMITMENT_STATE: Readonly<Record<CommitmentState, string>> = {
  open: 'Pendiente',
  overdue: 'Vencido',
  fulfilled: 'Cumplido',
  justified: 'Cerrado con justificación',
};

/** "ACTA DE REUNIÓN N.º 8". */
export function minutesHeading({ kind, number }: MinutesFacts): string {
  const name = DOCUMENT_NAME[kind].toUpperCase();
  return number === '' ? name : `${name} N.º\u00a0${number}`;
}

/** The name of its file: "Acta 8 - Secretaría de Hacienda - 2023-04-10", and its version after the first. */
export function minutesTitle({ facts, version }: Minutes): string {
  const { kind, number, department, day } = facts;
  const name = [FILE_WORD[kind], number].filter(Boolean).join(' ');
  return [name, department, day, version > 1 ? `versión ${version}` : ''].filter(Boolean).join(' - ');
}

/** What a corrected acta says of itself. */
export function replacedBecause({ version, reason }: Minutes): string {
  const why = reason.trim();
  return why === ''
    ? `Versión ${version}. Reemplaza la anterior.`
    : `Versión ${version}. Reemplaza la anterior: ${asSentence(why)}`;
}

/** "9:05 a 11:15", or the one that is known. */
export function hoursWords({ start, end }: Pick<MinutesFacts, 'start' | 'end'>): string {
  if (start !== null && end !== null) return `${clockWords(start)} a ${clockWords(end)}`;
  if (start !== null) return `desde las ${clockWords(start)}`;
  return end === null ? '' : `hasta las ${clockWords(end)}`;
}

/** What was reported of an indicator and what it did to its result, in sentences. */
export function progressWords(progress: MinutesProgress): string {
  return [reportedWords(progress), resultWords(progress)].filter(Boolean).join(' ');
}

function reportedWords({
  period,
  report,
  isSaidHere,
  unit,
  unitName,
  target,
  after,
}: MinutesProgress): string {
  const when = periodWords(period);
  switch (report.k) {
    case 'value': {
      const measure = unitName === '' ? '' : ` (${unitName})`;
      const aim = target === null ? '' : `, de una meta de ${amount(target, unit)}`;
      const said = isSaidHere ? 'se reportó' : 'ya estaba reportado';
      return `En ${when} ${said} ${amount(report.v, unit)}${measure}${aim}.`;
    }
    case 'notReported':
      return after !== null && after >= 100 ? 'Ya está cumplido.' : `En ${when} no se reportó resultado.`;
    case 'notScheduled':
      return `En ${when} no había nada programado.`;
    case 'notApplicable':
      return `En ${when} no aplica.`;
  }
}

function resultWords({ before, after, isSaidHere }: MinutesProgress): string {
  if (after === null) return before === null ? '' : `El resultado era ${formatPercent(before)}.`;
  const now = formatPercent(after);
  if (before === null || !isSaidHere) return `El resultado ${isSaidHere ? 'queda' : 'está'} en ${now}.`;
  const then = formatPercent(before);
  return then === now ? `El resultado se mantiene en ${now}.` : `El resultado pasó de ${then} a ${now}.`;
}

/** "el 2.º trimestre de 2023", "marzo de 2023", "el período 1 abr a 30 sep 2023". */
function periodWords(period: ReportingPeriod): string {
  const name = ownPeriodName(period);
  if (/^\d{4}$|^[a-z]+ de \d{4}$/.test(name)) return name;
  return name.includes(' a ') ? `el período ${name}` : `el ${name}`;
}

function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** Hours of one digit are read without their zero. */
function clockWords(time: ClockTime): string {
  return time.replace(/^0/, '');
}
