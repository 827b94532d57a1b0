import { MATRIX_FIELDS, PERIOD_ASPECTS } from './matrixFields';
import { count, formatNumber } from './format';

// What a way out cannot keep. The facts' own types live in another room, so each sentence says what it needs; the
// screen that joins both makes the compiler ask for every code.

type Field = keyof typeof MATRIX_FIELDS;
type Aspect = keyof typeof PERIOD_ASPECTS;
type SourceFormat = 'xls' | 'xlsb' | 'ods' | 'text';

const FORMATS: Readonly<Record<SourceFormat, string>> = {
  xls: 'un libro de Excel antiguo (.xls)',
  xlsb: 'un libro binario de Excel (.xlsb)',
  ods: 'una hoja de LibreOffice (.ods)',
  text: 'un texto en columnas',
};

/** Words of the ways for a plan to leave as a matrix. */
export const matrixOut = {
  title: 'Matriz de Excel',
  text: 'El plan con lo reportado, en su misma matriz o en una de las conocidas. El resultado queda como fórmula, y al cargarla de nuevo se reconoce cada fila.',
  same: (file: string) => `En la misma matriz: ${file}`,
  standard: {
    actionPlan: 'Matriz del plan de acción',
    petiFollowUp: 'Seguimiento del PETI',
    portfolio: 'Portafolio de proyectos',
  },
  preparing: 'Preparando la matriz…',
  beforeSaving: 'Antes de guardar',
  lostTitle: 'Esto no queda en la matriz, o queda como estaba:',
  nothingLost: 'Todo lo del plan que cabe en una matriz va en esta.',
  save: 'Guardar matriz',
  done: 'La matriz está en las descargas.',
  asCsv: 'Guardar como CSV',
  templateTitle: 'Matrices vacías',
  templateText:
    'Para repartir: traen listas, instrucciones y las fórmulas del resultado, y se reconocen al cargarlas.',
  template: {
    actionPlan: 'Plan de acción vacío',
    petiFollowUp: 'Seguimiento del PETI vacío',
  },
  templateName: {
    actionPlan: (year: number) => `Matriz del plan de acción ${year}`,
    petiFollowUp: (year: number) => `Seguimiento del PETI ${year}`,
  },
} as const;

/** A sentence for each thing that is lost or left as it is, in the order in which it matters to a person. */
export const LOST_FACTS = {
  fieldsWithoutColumn: ({ fields }: { readonly fields: readonly Field[] }) =>
    `No hay columna para: ${named(fields.map((field) => MATRIX_FIELDS[field]))}.`,
  otherColumns: ({ headers }: { readonly headers: readonly string[] }) =>
    `No va lo que se guardó aparte de ${named(headers.map((header) => `«${header}»`))}.`,
  periodsWithoutColumn: ({ periods }: { readonly periods: readonly unknown[] }) =>
    `No hay columna para los resultados de ${count(periods.length, 'período', 'períodos')}.`,
  notesWithoutColumn: ({ aspect, indicators }: { readonly aspect: Aspect; readonly indicators: number }) =>
    `${PERIOD_ASPECTS[aspect]} por período: no cabe en ${count(indicators, 'fila', 'filas')}.`,
  ownAccumulation: ({ indicators }: { readonly indicators: number }) =>
    `No queda escrito cómo se ${indicators === 1 ? 'acumula' : 'acumulan'} ${count(indicators, 'indicador que no se suma', 'indicadores que no se suman')}.`,
  partiesJoined: ({ activities }: { readonly activities: number }) =>
    `Los responsables de ${count(activities, 'actividad', 'actividades')} quedan juntos en una celda, separados por punto y coma.`,
  evidenceFiles: ({ files }: { readonly files: number }) =>
    `${count(files, 'archivo de evidencia no va', 'archivos de evidencia no van')} dentro de la matriz.`,
  rowsWithoutIndicator: ({ rows }: { readonly rows: number }) =>
    `${count(rows, 'actividad o ítem sin indicador no tiene', 'actividades o ítems sin indicador no tienen')} fila.`,
  tooManyRows: ({ rows, most }: { readonly rows: number; readonly most: number }) =>
    `La matriz tiene ${count(rows, 'fila', 'filas')}; al volver a cargarla se leen ${formatNumber(most)}.`,
  removedRowsKept: ({ rows }: { readonly rows: readonly number[] }) =>
    `${rowsNamed(rows)}: lo que se quitó del plan sigue en el archivo, tal como estaba.`,
  shiftedRowsKept: ({ rows }: { readonly rows: readonly number[] }) =>
    `${rowsNamed(rows)}: sus celdas están corridas y no se leyeron; ${agreeing(rows, 'queda tal como estaba', 'quedan tal como estaban')}.`,
  coveredCells: ({ cells }: { readonly cells: readonly string[] }) =>
    `No se pudo escribir en ${named(cells)}: ${agreeing(cells, 'está', 'están')} debajo de una celda combinada.`,
  formulasReplaced: ({ cells }: { readonly cells: readonly string[] }) =>
    `Había una fórmula y ahora hay un dato en ${named(cells)}.`,
  wordsReplaced: ({ cells }: { readonly cells: readonly string[] }) =>
    `Queda solo el número, para que la hoja pueda calcular con él, en ${named(cells)}: ${agreeing(cells, 'tenía', 'tenían')} también palabras.`,
  formulasOfTheirOwn: ({ cells }: { readonly cells: readonly string[] }) =>
    `La fórmula del archivo calcula de otra manera que el plan en ${named(cells)}; se deja la del archivo.`,
  totalsAsFigures: ({ cells }: { readonly cells: readonly string[] }) =>
    `El total está escrito como cifra y queda como estaba en ${named(cells)}, aunque hay datos nuevos en su columna. Revíselo en la hoja de cálculo.`,
  resultsAsFigures: ({ cells }: { readonly cells: readonly string[] }) =>
    `El resultado queda como cifra, sin fórmula, en ${named(cells)}: hay datos que la hoja no tiene, o que están escritos como texto. Si cambia alguno, actualice también el resultado.`,
  leftAsWritten: ({ headers }: { readonly headers: readonly string[] }) =>
    `${agreeing(headers, 'Queda como estaba', 'Quedan como estaban')} en el archivo: ${named(headers.map((header) => `«${header}»`))}.`,
  otherSheets: ({ names }: { readonly names: readonly string[] }) =>
    `El archivo original no está en este equipo, y no van sus otras hojas: ${named(names.map((name) => `«${name}»`))}.`,
  looks: () => 'Colores, letras y comentarios del archivo original no van.',
  rowsBelow: () => 'No van los totales, las firmas ni las notas que había debajo de la tabla.',
  otherFormat: ({ from }: { readonly from: SourceFormat }) =>
    `La matriz llegó como ${FORMATS[from]} y sale como .xlsx: lo que no se puede leer de ella (dibujos, colores, otras fórmulas) no va.`,
} as const;

const MOST_NAMED = 8;

function named(all: readonly string[]): string {
  const rest = all.length - MOST_NAMED;
  return rest > 0 ? `${all.slice(0, MOST_NAMED).join(', ')} y ${formatNumber(rest)} más` : all.join(', ');
}

function agreeing(all: readonly unknown[], one: string, many: string): string {
  return all.length === 1 ? one : many;
}

function rowsNamed(rows: readonly number[]): string {
  return `${agreeing(rows, 'Fila', 'Filas')} ${named(rows.map(String))}`;
}

/** What people read in a matrix that is handed out empty. */
export const TEMPLATE_WORDS = {
  instructions: [
    'Cómo llenar esta matriz',
    'Escriba una fila por indicador. Si una actividad tiene varios indicadores, repita el ítem y la actividad en cada fila.',
    'No cambie los encabezados ni el orden de las columnas: por ellos se reconoce la matriz al cargarla.',
    'Escriba arriba la entidad, la política y el objetivo, al frente de cada nombre.',
    'Las fechas van con día, mes y año: 31/12/2026.',
    'La meta es un número (4) o un porcentaje (100%). Lo que describe la meta va en su propia columna.',
    'En cada período escriba lo que se logró en ese período. Déjelo vacío mientras no haya reporte; un cero es un resultado de cero.',
    'Si en un período no había nada que reportar, elija «no programado»; si el indicador no se mide, «no aplica».',
    'El resultado se calcula solo: la suma de los períodos sobre la meta.',
    'Al terminar, guarde el libro como .xlsx y cárguelo en Bitácora.',
  ],
  day: {
    title: 'Fecha',
    hint: 'Día, mes y año, como 31/12/2026.',
    refusal: 'Escriba una fecha con día, mes y año de la vigencia o cercana a ella.',
  },
  number: {
    title: 'Meta',
    hint: 'Un número, como 4, o un porcentaje, como 100%.',
    refusal: 'La meta es un número o un porcentaje. Lo demás va en la descripción de la meta.',
  },
  report: {
    title: 'Resultado del período',
    hint: 'Lo que se logró en el período. Vacío si aún no hay reporte.',
    refusal: 'Escriba un número, un porcentaje, «no aplica», «no programado» o «sin reporte».',
  },
  stage: {
    title: 'Ciclo PHVA',
    hint: 'Elija la etapa de la lista.',
    refusal: 'Elija una de las cuatro etapas: planear, hacer, verificar o actuar.',
  },
  responsible: {
    title: 'Responsable',
    hint: 'Elija la dependencia, o escriba otra.',
    refusal: 'No está en la lista de dependencias. ¿La deja así?',
  },
} as const;
