import type { AuditKind } from '../domain/auditFindings';
import type { DeviceName } from '../domain/devices';
import { ofDevice } from './devices';
import { count, formatNumber } from './format';

/** Words of Auditoría: a plan that is looked at without merging it, and what is found in it. */
export const audit = {
  title: 'Auditoría',
  goHome: 'Inicio',
  notAudited: 'Este plan no está en auditoría',
  notAuditedText: 'Se audita una copia que se abre aparte, desde Inicio, con «Auditar una copia».',
  check: 'Comprobación',
  checking: 'Comprobando la huella de cada cambio…',
  from: (file: string, who: string) => (who ? `De «${file}», que entregó ${who}.` : `De «${file}».`),
  integrity: (n: number, altered: number) => {
    const intact = n === 1 ? 'íntegro' : altered === 0 ? 'todos íntegros' : 'íntegros';
    return `${count(n, 'cambio', 'cambios')}, ${intact}; ${count(altered, 'alterado', 'alterados')}.`;
  },
  noGaps: 'No falta ninguno.',
  cameAltered: (n: number) =>
    n === 1
      ? '1 llegó así: no coincide con su huella, está aparte y no cuenta en ninguna cifra.'
      : `${formatNumber(n)} llegaron así: no coinciden con su huella, están aparte y no cuentan en ninguna cifra.`,
  gap: (device: DeviceName, from: number, to: number) =>
    from === to
      ? `Falta el cambio ${formatNumber(from)} ${ofDevice(device)}.`
      : `Faltan los cambios ${formatNumber(from)} a ${formatNumber(to)} ${ofDevice(device)}.`,
  sample: 'Muestra',
  sampleText:
    'De lo reportado hasta el corte, también de lo que se borró. La misma semilla da la misma muestra.',
  population: (drawn: number, of: number) =>
    `${formatNumber(drawn)} de ${count(of, 'registro', 'registros')}`,
  seed: 'Semilla',
  size: 'Cuántos registros',
  another: 'Otra muestra',
  trail: 'Ver la traza: quién, cuándo, soporte y huella',
  trailText: 'Se imprime o se guarda en PDF, Word, Excel o CSV.',
  emptySample: 'A este corte no hay nada reportado.',
  reading: 'Leyendo la historia…',
  drawn: 'Registros de la muestra',
  evidence: (n: number) => (n === 0 ? 'sin soporte' : count(n, 'soporte', 'soportes')),
  see: 'Ver',
  write: 'Escribir hallazgo',
  writeOfPlan: 'Escribir un hallazgo del plan',
  findings: 'Hallazgos de la auditoría',
  none: 'Todavía no hay ninguno.',
  kind: 'Clase',
  kinds: { finding: 'Hallazgo', recommendation: 'Recomendación' } satisfies Record<AuditKind, string>,
  text: 'Qué encontró',
  textHint: 'El criterio, lo que encontró y con qué se ve.',
  textMissing: 'Escriba lo que encontró.',
  name: 'Su nombre',
  nameHint: 'Un hallazgo lleva el nombre de quien lo escribe. Queda también como nombre de este equipo.',
  nameMissing: 'Escriba su nombre.',
  save: 'Guardar',
  edit: 'Corregir',
  withdraw: 'Retirar',
  saved: 'Hallazgo guardado.',
  changed: 'Hallazgo corregido.',
  withdrawn: 'Hallazgo retirado.',
  wholePlan: 'Todo el plan',
  inSample: (seed: string, size: number) =>
    `En la muestra de semilla «${seed}», ${count(size, 'registro', 'registros')}`,
  writtenBy: (who: string, when: string) => `${who || 'Sin nombre'}, ${when}`,
  handOver: 'Entregar hallazgos',
  handOverText:
    'Un archivo con lo que usted escribió y nada más. En la entidad se abre con «Abrir una copia» y queda en Hallazgos.',
  nothingToHandOver: 'Escriba primero un hallazgo.',
  preparing: 'Preparando el archivo…',
  delivered: {
    shared: 'Hallazgos entregados.',
    downloaded: 'Hallazgos descargados en este equipo.',
    folder: 'Hallazgos guardados en la carpeta.',
    cancelled: 'No se entregó nada.',
  },
  ofAudit: 'De auditoría',
  answer: 'Respuesta',
  answerHint: 'Lo que la entidad responde: qué se corrigió, o por qué queda así.',
  answerNow: 'Responder',
  answerAgain: 'Cambiar la respuesta',
  answerMissing: 'Escriba la respuesta.',
  answered: 'Respuesta guardada.',
} as const;
