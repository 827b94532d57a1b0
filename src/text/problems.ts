import type { FileNature, Problem, ProblemCode, UnusableChoice } from '../domain/problem';
import { exchangeSentences } from './exchangeProblems';
import { closedWords } from './sealed';
import { count, formatDay, formatNumber } from './format';
import type { Teller, Told } from './told';

const NATURE: Readonly<Record<FileNature, string>> = {
  image: 'una imagen',
  pdf: 'un PDF',
  word: 'un documento de Word',
  office: 'un archivo de Office o comprimido',
  program: 'un programa',
  web: 'una página web',
  text: 'solo texto',
  unknown: 'otra cosa',
};

const UNUSABLE_CHOICES: Readonly<Record<UnusableChoice, (file: string) => string>> = {
  sheet: (file) => `«${file}» no tiene la hoja que se eligió.`,
  headerRows: (file) => `En «${file}», las filas que se eligieron como encabezado no tienen ningún texto.`,
  columns: (file) => `Las columnas que se eligieron no son de la hoja de «${file}».`,
  lastRow: (file) => `La última fila que se eligió en «${file}» no deja ninguna bajo el encabezado.`,
  planYear: () => 'La vigencia que se eligió no es un año entre 2000 y 2100.',
};

/** How the table of what is no spreadsheet comes in all the same. */
const FROM_NATURE: Readonly<Partial<Record<FileNature, string>>> = {
  image: 'De una imagen no se lee la tabla: pida la matriz en Excel.',
  pdf: 'Seleccione la tabla en el PDF, cópiela y péguela aquí, o pida la matriz en Excel.',
  word: 'Ábralo en Word, copie la tabla y péguela aquí.',
};
const FROM_ANY = 'Cargue la matriz en formato .xlsx, tal como la lleva la entidad.';

/** A code without a sentence does not compile. */
const sentences: { readonly [Code in ProblemCode]: Teller<Code> } = {
  fileEmpty: ({ file }) => ({
    what: `El archivo «${file}» está vacío: no tiene ni un byte.`,
    wayOut: 'Pida que se lo envíen de nuevo. Aquí no cambió nada.',
  }),
  fileUnreadable: ({ file }) => ({
    what: `El archivo «${file}» está dañado o incompleto y no se puede leer.`,
    wayOut: 'Ábralo en Excel, guárdelo otra vez como .xlsx y cárguelo de nuevo. Aquí no cambió nada.',
  }),
  fileTooLarge: ({ file, maxMegabytes }) => ({
    what: `El archivo «${file}» pasa de ${formatNumber(maxMegabytes)} MB.`,
    wayOut: 'Quítele imágenes u hojas que no sean del plan y cárguelo de nuevo. Aquí no cambió nada.',
  }),
  fileIncomplete: ({ file }) => ({
    what: `El archivo «${file}» llegó incompleto: le falta el final.`,
    wayOut: 'Descárguelo otra vez, o pida que se lo envíen de nuevo. Aquí no cambió nada.',
  }),
  fileBlank: ({ file }) => ({
    what: `El archivo «${file}» no tiene ni una celda escrita.`,
    wayOut: 'Compruebe que sea el archivo de la matriz y cárguelo de nuevo. Aquí no cambió nada.',
  }),
  fileUnpacksTooLarge: ({ file, maxMegabytes }) => ({
    what: `El archivo «${file}» ocupa poco, pero abierto pasa de ${formatNumber(maxMegabytes)} MB.`,
    wayOut: 'Deje en el archivo solo la hoja del plan y cárguelo de nuevo. Aquí no cambió nada.',
  }),
  fileTooManyCells: ({ file, maxCells }) => ({
    what: `El archivo «${file}» tiene más de ${formatNumber(maxCells)} celdas.`,
    wayOut: 'Copie la tabla del plan a un libro nuevo y cárguelo. Aquí no cambió nada.',
  }),
  fileIsWebPage: ({ file }) => ({
    what: `«${file}» no es un libro de Excel: es una página web, aunque se llame así.`,
    wayOut: 'Ábrala en Excel y guárdela como .xlsx, o copie la tabla y péguela aquí. Aquí no cambió nada.',
  }),
  fileUnknownKind: ({ file, is }) => ({
    what:
      is === 'unknown'
        ? `«${file}» no es una hoja de cálculo.`
        : `«${file}» no es una hoja de cálculo: es ${NATURE[is]}.`,
    wayOut: `${FROM_NATURE[is] ?? FROM_ANY} Aquí no cambió nada.`,
  }),
  fileEncrypted: ({ file }) => ({
    what: `El archivo «${file}» está protegido con contraseña.`,
    wayOut: 'Ábralo en Excel, quítele la contraseña, guárdelo y cárguelo de nuevo. Aquí no cambió nada.',
  }),
  fileTookTooLong: ({ file }) => ({
    what: `Leer «${file}» tardaba demasiado y se detuvo.`,
    wayOut: 'Deje en el archivo solo la hoja del plan y cárguelo de nuevo. Aquí no cambió nada.',
  }),
  nothingPasted: () => ({
    what: 'En lo que pegó no hay texto ni tabla.',
    wayOut:
      'Seleccione la tabla entera en Excel, Word o el PDF, cópiela y péguela de nuevo. Aquí no cambió nada.',
  }),
  notPicture: ({ file }) => ({
    what: `«${file}» no es una imagen que se pueda mostrar.`,
    wayOut: 'Elija una imagen PNG o JPG.',
  }),
  matrixNotFound: ({ file, missing }) => ({
    what: `En «${file}» no se encontró la tabla del plan: faltan las columnas ${list(missing)}.`,
    wayOut: 'Revise que los encabezados estén escritos en una fila sobre los datos. Aquí no cambió nada.',
  }),
  matrixWithoutRows: ({ file, sheet }) => ({
    what: `La tabla de la hoja «${sheet}» de «${file}» tiene encabezados, pero ninguna fila.`,
    wayOut: 'Revise que sea la hoja con las actividades. Aquí no cambió nada.',
  }),
  choiceUnusable: ({ file, choice }) => ({
    what: UNUSABLE_CHOICES[choice](file),
    wayOut: 'Elija otra vez, o quite lo elegido para que la tabla se busque sola. Aquí no cambió nada.',
  }),
  ...exchangeSentences,
  evidenceTooLarge: ({ file, maxMegabytes }) => ({
    what: `«${file}» pasa de ${formatNumber(maxMegabytes)} MB y no se adjuntó.`,
    wayOut: 'Redúzcalo o divídalo y adjúntelo otra vez; el original guárdelo donde está.',
  }),
  evidenceMisnamed: ({ file, claims, is }) => ({
    what: `«${file}» dice ser ${NATURE[claims]}, pero por dentro es ${NATURE[is]}. No se adjuntó.`,
    wayOut: 'Pida el archivo original, o adjúntelo con su extensión verdadera.',
  }),
  evidenceUnreadable: ({ file }) => ({
    what: `«${file}» está dañado o no llegó completo, y no se adjuntó.`,
    wayOut: 'Ábralo en este equipo para comprobarlo, o tome la foto otra vez.',
  }),
  saveFailed: ({ detail }) => ({
    what: `No se pudo guardar. El navegador dijo: ${detail}.`,
    wayOut: 'Lo que escribió sigue en pantalla. Exporte una copia ahora y vuelva a intentarlo.',
  }),
  storageFull: () => ({
    what: 'No se pudo guardar: este equipo se quedó sin espacio.',
    wayOut: 'Lo que escribió sigue en pantalla. Exporte una copia ahora y libere espacio en el equipo.',
  }),
  storageVanished: () => ({
    what: 'Aquí había planes guardados y el navegador los borró.',
    wayOut: 'Abra la última copia que entregó o recibió. Instale la aplicación para que no vuelva a pasar.',
  }),
  otherTabBlocks: () => ({
    what: 'Otra pestaña de Bitácora está abierta con una versión anterior.',
    wayOut: 'Cierre la otra pestaña; esta sigue sola.',
  }),
  newerVersionOpen: () => ({
    what: 'Bitácora se actualizó en otra pestaña.',
    wayOut: 'Recargue esta página para seguir. Lo guardado está completo.',
  }),
  storedByNewer: () => ({
    what: 'Lo guardado en este equipo es de una versión más nueva de Bitácora que la de esta página.',
    wayOut:
      'Nada se ha cambiado ni borrado. Conéctese a la red, cierre las demás pestañas de Bitácora y recargue para traer la versión nueva.',
  }),
  planNotFound: () => ({
    what: 'Ese plan no está en este equipo.',
    wayOut: 'Vuelva a Inicio, o abra la copia que le entregaron.',
  }),
  copyNeeded: ({ changes }) => ({
    what:
      changes > 0
        ? changes === 1
          ? 'Hay 1 cambio que solo está en este equipo.'
          : `Hay ${count(changes, 'cambio', 'cambios')} que solo están en este equipo.`
        : 'De este plan no se ha sacado ninguna copia.',
    wayOut: 'Guarde una copia en Compartir; después podrá quitar el plan.',
  }),
  copyNotKept: () => ({
    what: 'La copia no quedó bien guardada: al leerla de vuelta no era igual.',
    wayOut:
      'Nada cambió. Guarde una copia fuera de este equipo y libere espacio antes de intentarlo otra vez.',
  }),
  copyGone: () => ({
    what: 'Esa copia ya no está en este equipo.',
    wayOut: 'Elija otra de la lista. Aquí no cambió nada.',
  }),
  fileNotReadBack: ({ file }) => ({
    what: `«${file}» no quedó bien guardado: al leerlo de vuelta no era igual.`,
    wayOut: 'Guárdelo otra vez, en otra carpeta si se repite. Lo de este equipo está completo.',
  }),
  nameNeeded: (facts) => ({
    what: `${{ verification: 'Verificar lleva el nombre de quien verifica', review: 'Una revisión lleva el nombre de quien revisa', attendance: 'El listado lleva el nombre de cada persona', closing: 'Un corte lleva el nombre de quien lo cierra', audit: 'Un hallazgo lleva el nombre de quien lo escribe' }[facts.for]}, y no hay ninguno.`,
    wayOut:
      facts.for === 'attendance'
        ? 'Escriba el nombre y agréguela de nuevo.'
        : 'Escriba su nombre en Ajustes y vuelva a hacerlo.',
  }),
  closedPeriod: ({ date, sealed }) => ({
    what: closedWords(date, sealed),
    wayOut: 'Escriba por qué llega después del cierre y guárdelo con esa razón.',
  }),
  planChangedSince: () => ({
    what: 'El plan cambió después de compararlo con la matriz: no se escribió nada.',
    wayOut: 'Ya se comparó otra vez. Mire lo que se escribirá y actualice.',
  }),
  cutClosed: ({ date }) => ({
    what: `El período ya se cerró con corte al ${formatDay(date)}.`,
    wayOut: 'Para cerrarlo otra vez, reábralo primero y diga la razón.',
  }),
  cutOutsidePeriod: () => ({
    what: 'La fecha del corte no cae en el período que se cierra.',
    wayOut: 'Elija un día entre el inicio y el fin del período.',
  }),
  typingNotSaved: () => ({
    what: 'Hay algo escrito que no se ha podido guardar, y quedaría fuera del corte.',
    wayOut: 'Vuelva a donde lo escribía, corríjalo o responda lo que se pregunta, y cierre después.',
  }),
  planYearClosed: ({ year }) => ({
    what: `Este plan quedó cerrado al abrir la vigencia ${year}, y no se escribe en él.`,
    wayOut: `Escriba en el plan de ${year}, o reabra este en Ajustes con su razón.`,
  }),
  readOnlyView: () => ({
    what: 'Está viendo el plan como estaba antes, y lo que ya pasó no se cambia.',
    wayOut: 'Toque «Volver a hoy» y hágalo allí. Aquí no cambió nada.',
  }),
  auditedCopy: () => ({
    what: 'Esta copia está en auditoría: se mira y no se cambia.',
    wayOut: 'Escriba lo que encontró como hallazgo, en Auditoría. Aquí no cambió nada.',
  }),
  findingEmpty: () => ({
    what: 'El hallazgo no dice nada.',
    wayOut: 'Escriba lo que encontró y guárdelo de nuevo.',
  }),
  reasonNeeded: () => ({
    what: 'Hace falta la razón.',
    wayOut: 'Escríbala y vuelva a intentarlo.',
  }),
  dayNeeded: () => ({
    what: 'La sesión no tiene fecha, y su acta la necesita.',
    wayOut: 'Escríbala en los datos de la sesión y ciérrela de nuevo.',
  }),
  endBeforeStart: ({ start, end }) => ({
    what: `La sesión no puede terminar a las ${end}: empezó a las ${start}.`,
    wayOut: 'Corrija la hora de inicio o la de fin y ciérrela de nuevo.',
  }),
  unexpected: ({ detail }) => ({
    what: `Algo falló en la aplicación: ${detail}.`,
    wayOut: 'Lo guardado está completo. Recargue la página; si se repite, avise con este texto.',
  }),
};

/** Tells a problem in Spanish: what happened, where, and what to do. */
export function tell(problem: Problem): Told {
  const teller = sentences[problem.code] as (facts: Problem) => Told;
  return teller(problem);
}

function list(words: readonly string[]): string {
  return new Intl.ListFormat('es-CO').format(words.map((word) => `«${word}»`));
}
