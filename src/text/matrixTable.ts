import { short } from './findings';
import { count, formatNumber } from './format';

/** Words of what a person says of a table that the reader took otherwise. */
export const matrixTable = {
  title: (sheet: string, first: number, last: number) =>
    `Tabla leída: hoja «${sheet}», filas ${first} a ${last}`,
  found: 'Tablas del archivo',
  foundName: (
    sheet: string,
    [firstColumn, lastColumn]: readonly [string, string],
    [first, last]: readonly [number, number],
  ) => `Hoja «${sheet}», columnas ${firstColumn} a ${lastColumn}, filas ${first} a ${last}`,
  foundFacts: (known: number, rows: number, isHidden: boolean) =>
    [
      count(known, 'columna conocida', 'columnas conocidas'),
      `${count(rows, 'fila', 'filas')} con datos`,
      ...(isHidden ? ['está en una hoja oculta'] : []),
    ].join(' · '),
  where: 'Dónde está la tabla',
  whereHint: 'Como en Excel: filas por número, columnas por letra.',
  headerFirst: 'Encabezado, de la fila',
  headerLast: 'a la fila',
  firstColumn: 'Desde la columna',
  lastColumn: 'hasta la columna',
  lastRow: 'Última fila de la tabla',
  notRow: 'Escriba el número de una fila, como 9.',
  notColumn: 'Escriba la letra de una columna, como B o AA.',
  read: 'Leer así',
  asFound: 'Volver a lo que se encontró',
  rereading: 'Leyendo otra vez…',
  readingAnother: 'Leyendo el otro archivo…',
  readAgain: 'La tabla se leyó otra vez.',
  readAgainLosing: (lost: readonly { readonly letter: string; readonly header: string }[]) => {
    const names = lost.map(({ letter, header }) => (header ? `${letter} «${short(header)}»` : letter));
    const columns = new Intl.ListFormat('es-CO').format(names);
    return lost.length === 1
      ? `La tabla se leyó otra vez: la columna ${columns} dejó de leerse y se guarda tal como está.`
      : `La tabla se leyó otra vez: las columnas ${columns} dejaron de leerse y se guardan tal como están.`;
  },
  planYear: '¿De qué año es el plan?',
  planYearHint: 'El archivo no lo dice.',
  planYearMissing: 'El archivo no dice de qué año es el plan: escríbalo para seguir.',
  planYearWrong: 'Escriba un año, como 2024.',
  setAside: (n: number) => `Filas que no se cargan: ${formatNumber(n)}`,
  rowNumber: (row: number) => `Fila ${row}`,
  reasons: {
    total: 'es un total',
    planTotal: 'es el total del plan',
    note: 'es una nota o una firma',
    section: 'es el título de las filas de abajo, su criterio',
    repeatedHeader: 'es el encabezado repetido',
    otherTable: 'empieza otra tabla',
    continuation: 'sigue el texto de la fila de arriba',
    person: 'usted la dejó por fuera',
  },
  include: 'Cargarla',
  leaveOutRow: (row: number) => `Dejar por fuera la fila ${row}`,
  leave: 'Quitar',
  meaning: (letter: string, header: string) =>
    `Columna ${letter}, ${header || 'sin encabezado'}: se lee como`,
  groups: {
    what: 'Qué se hace',
    measured: 'Qué se mide',
    who: 'Quién y cuándo',
    results: 'Resultado y observaciones',
    money: 'Dinero',
    ids: 'De Bitácora',
    value: 'Resultado de un período',
    planned: 'Programado de un período',
    remark: 'Observación de un período',
    delayCause: 'Causa de un período',
    evidence: 'Evidencia de un período',
  },
  span: { 1: 'Mes', 3: 'Trimestre', 6: 'Semestre' },
  remembered: (n: number) =>
    `${count(n, 'columna se leyó', 'columnas se leyeron')} como usted lo dijo la vez pasada.`,
  filter: 'Buscar en los hallazgos',
  filterHint: 'Fila, columna o texto',
  kind: 'Clase de hallazgo',
  allKinds: (n: number) => `Todas (${formatNumber(n)})`,
  ofKind: (title: string, n: number) => `${title} (${formatNumber(n)})`,
  noneFound: 'Ningún hallazgo con esas palabras.',
  fix: 'Corregir',
  fixSafe: (n: number) => `Corregir todo lo seguro (${formatNumber(n)})`,
  fixSafeNote: 'Lo que el mismo archivo demuestra. Lo demás se decide uno por uno.',
  allSafeFixed: 'Todo lo seguro está corregido.',
  unrecognised: '¿Cuál es la tabla?',
  unrecognisedText:
    'No se reconocieron sus encabezados. Diga en qué fila están y qué es cada columna. Basta con la actividad: los períodos y lo demás se dicen después, al revisar.',
  otherTableText:
    'Si la tabla es otra, diga en qué fila están sus encabezados y qué es cada columna; basta con la actividad.',
  sheet: 'Hoja',
  headerAt: 'Fila del encabezado',
  sampleTable: (sheet: string) => `Primeras filas de la hoja «${sheet}»`,
  row: 'Fila',
  hidden: 'oculta',
  needsActivity: 'Diga qué columna es la actividad.',
} as const;

/** Words of bringing a table in: a file, or what was copied. */
export const bring = {
  pasteTitle: 'O pegue la tabla',
  pasteText: 'Cópiela de Excel, de Word o de un PDF y péguela aquí.',
  pasteLabel: 'Tabla copiada',
  pasteHint: 'Ctrl + V, o toque y «Pegar»',
  pasteRead: 'Leer lo pegado',
  pasteEmpty: 'Todavía no hay nada pegado.',
  steps: {
    opening: 'Abriendo el archivo…',
    understanding: 'Reconociendo la tabla…',
  },
  progress: 'Lectura de la matriz',
  cancel: 'Cancelar la lectura',
  cancelled: 'La lectura se canceló. Nada cambió.',
} as const;
