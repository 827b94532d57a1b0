import { listOf, short } from './findings';
import { amount } from './explanation';
import { count, formatNumber, formatPercent, formatShortDay } from './format';
import { isIsoDay } from '../domain/isoDay';
import type { IsoDay } from '../domain/isoDay';
import type { StatedValue } from '../domain/model';
import type { TargetUnit } from '../domain/report';

// What a person is asked about a matrix before it is loaded. As with findings, each sentence says what it needs.

interface Place {
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly text: string;
}
interface Repaired {
  readonly activityNumber?: string;
  readonly activityName?: string;
  readonly itemNumber?: string;
  readonly criterion?: string;
  readonly responsible?: readonly string[];
  readonly unitOfMeasure?: string;
  readonly target?: number | null;
  readonly targetUnit?: TargetUnit;
  readonly start?: IsoDay | null;
  readonly end?: IsoDay | null;
  readonly stated?: StatedValue | null;
}

/** A repair, as far as its words go. */
export interface RepairFacts {
  readonly place: Place;
  readonly changes: readonly {
    readonly values: Repaired;
    readonly inPeriods?: readonly { readonly read: number }[];
  }[];
  readonly readings?: { readonly read: number; readonly other: number };
}

interface RepairWords {
  readonly ask: (facts: RepairFacts) => string;
  readonly askAll: (n: number) => string;
  readonly leave: string;
  readonly leaveExplained: (facts: RepairFacts) => string;
  readonly accept: string;
  readonly acceptExplained: (facts: RepairFacts) => string;
  readonly acceptAllExplained: string;
}

const HUNDRED = 100;

/** The words of the questions as a whole. */
export const repairs = {
  title: 'Por decidir',
  note: 'Nada de esto se cambia si usted no lo elige.',
} as const;

/** The question for each thing that can be repaired. */
export const REPAIRS = {
  shiftedRow: {
    ask: ({ place }) => `Fila ${place.row}: sus celdas están corridas una columna a la izquierda`,
    askAll: (n) => `${count(n, 'fila está corrida', 'filas están corridas')} una columna a la izquierda`,
    leave: 'Dejar como está',
    leaveExplained: () => 'Lo que va a la derecha de la actividad no se lee.',
    accept: 'Mover a la derecha',
    acceptExplained: ({ changes }) =>
      `Queda con ${reads(changes[0]?.values ?? {})}. El producto es también el indicador.`,
    acceptAllExplained: 'En cada una, el producto es también el indicador.',
  },
  shiftedFurther: {
    ask: ({ place }) => `Fila ${place.row}: sus fechas y lo que les sigue están corridos a la izquierda`,
    askAll: (n) =>
      `${count(n, 'fila tiene', 'filas tienen')} sus fechas y lo que les sigue corridos a la izquierda`,
    leave: 'Dejar como está',
    leaveExplained: () => 'Lo que va a la derecha de la actividad no se lee.',
    accept: 'Mover a la derecha',
    acceptExplained: ({ changes }) =>
      `Queda con ${reads(changes[0]?.values ?? {})}. Los textos que van antes de las fechas quedan donde están.`,
    acceptAllExplained: 'En cada una, los textos que van antes de las fechas quedan donde están.',
  },
  shiftedRight: {
    ask: ({ place }) => `Fila ${place.row}: sus celdas están corridas a la derecha`,
    askAll: (n) => `${count(n, 'fila está corrida', 'filas están corridas')} a la derecha`,
    leave: 'Dejar como está',
    leaveExplained: () => 'Lo que va a la derecha de la actividad no se lee.',
    accept: 'Mover a la izquierda',
    acceptExplained: ({ changes }) => `Queda con ${reads(changes[0]?.values ?? {})}.`,
    acceptAllExplained: 'En cada una se quitan las celdas vacías que sobran.',
  },
  continuationRow: {
    ask: ({ place }) => `Fila ${place.row}: parece seguir el texto de la fila de arriba`,
    askAll: (n) => `${count(n, 'fila parece', 'filas parecen')} seguir el texto de la fila de arriba`,
    leave: 'Dejarla por fuera',
    leaveExplained: () => 'Su texto no se carga.',
    accept: 'Unir a la de arriba',
    acceptExplained: ({ place }) => `«${short(place.text)}» se agrega al final de ese texto.`,
    acceptAllExplained: 'El texto de cada una se agrega al final del de arriba.',
  },
  ambiguousDate: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'fecha se puede leer', 'fechas se pueden leer')} de dos maneras`,
    askAll: (n) => `${count(n, 'columna tiene', 'columnas tienen')} fechas que se pueden leer de dos maneras`,
    leave: 'El día va primero',
    leaveExplained: (facts) => dateRead(facts, swapDay),
    accept: 'El mes va primero',
    acceptExplained: (facts) => dateRead(facts, (day) => day),
    acceptAllExplained: 'En todas, el primer número es el mes.',
  },
  dayFirst: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'fecha se puede leer', 'fechas se pueden leer')} de dos maneras; otras de la columna traen el mes primero`,
    askAll: (n) =>
      `${count(n, 'columna trae', 'columnas traen')} el mes primero en unas fechas, y otras se pueden leer de dos maneras`,
    leave: 'El mes va primero',
    leaveExplained: (facts) => dateRead(facts, swapDay),
    accept: 'El día va primero',
    acceptExplained: (facts) => dateRead(facts, (day) => day),
    acceptAllExplained: 'En todas, el primer número es el día.',
  },
  ambiguousNumber: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'número se puede leer', 'números se pueden leer')} de dos maneras`,
    askAll: (n) =>
      `${count(n, 'columna tiene', 'columnas tienen')} números que se pueden leer de dos maneras`,
    leave: 'Como se leyó',
    leaveExplained: ({ place, readings }) => numberRead(place, readings?.read),
    accept: 'De la otra manera',
    acceptExplained: ({ place, readings }) => numberRead(place, readings?.other),
    acceptAllExplained: 'En todas, el signo que separa miles separa decimales, o al revés.',
  },
  plainInPercent: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'resultado no trae', 'resultados no traen')} el signo % de su meta`,
    askAll: (n) => `${count(n, 'columna tiene', 'columnas tienen')} resultados sin el signo % de su meta`,
    leave: 'Dejarlos como se leyeron',
    leaveExplained: ({ place, changes }) => percentRead(place, changes, HUNDRED),
    accept: 'Tomarlos como porcentaje',
    acceptExplained: ({ place, changes }) => percentRead(place, changes, 1),
    acceptAllExplained: 'En todas, el número es el porcentaje: 45 es 45 %.',
  },
  percentInCount: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'resultado está', 'resultados están')} en porcentaje y su meta se cuenta`,
    askAll: (n) =>
      `${count(n, 'columna tiene', 'columnas tienen')} en porcentaje resultados de metas que se cuentan`,
    leave: 'Dejarlos como se leyeron',
    leaveExplained: ({ place }) => `«${short(place.text)}» es esa fracción de una unidad.`,
    accept: 'Tomarlos como % de la meta',
    acceptExplained: ({ place, changes }) => partRead(place, changes),
    acceptAllExplained: 'En todas, cada porcentaje es esa parte de su meta.',
  },
  severalDays: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'celda tiene varias fechas', 'celdas tienen varias fechas')}`,
    askAll: (n) => `${count(n, 'columna tiene', 'columnas tienen')} celdas con varias fechas`,
    leave: 'La que abre o cierra el plazo',
    leaveExplained: () => 'En la de inicio queda la primera; en la final, la última.',
    accept: 'La otra',
    acceptExplained: (facts) => dateRead(facts, (day) => day),
    acceptAllExplained: 'En la de inicio queda la última; en la final, la primera.',
  },
  startAndEnd: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'celda tiene', 'celdas tienen')} el inicio y el fin juntos`,
    askAll: (n) => `${count(n, 'columna tiene', 'columnas tienen')} el inicio y el fin juntos`,
    leave: 'Dejar una sola fecha',
    leaveExplained: () => 'Queda la que dice el encabezado; la otra fecha queda vacía.',
    accept: 'Separar inicio y fin',
    acceptExplained: ({ place, changes }) =>
      `«${short(place.text)}» queda con ${reads(changes[0]?.values ?? {})}.`,
    acceptAllExplained: 'En cada una, la primera fecha es el inicio y la última, el fin.',
  },
  severalParties: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'celda nombra', 'celdas nombran')} varios responsables`,
    askAll: (n) => `${count(n, 'columna nombra', 'columnas nombran')} varios responsables en una celda`,
    leave: 'Dejarlos juntos',
    leaveExplained: ({ place }) => `«${short(place.text)}» es un solo responsable.`,
    accept: 'Separarlos',
    acceptExplained: ({ changes }) =>
      `El primero queda como ${listOf((changes[0]?.values.responsible ?? []).map((party) => `«${short(party)}»`))}.`,
    acceptAllExplained: 'Cada uno queda como un responsable.',
  },
  codeAndName: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'fila trae', 'filas traen')} el código y el nombre juntos`,
    askAll: (n) => `${count(n, 'columna trae', 'columnas traen')} el código y el nombre juntos`,
    leave: 'Dejarlos juntos',
    leaveExplained: ({ place }) => `«${short(place.text)}» queda como está.`,
    accept: 'Separarlos',
    acceptExplained: ({ changes }) => codeRead(changes[0]?.values ?? {}),
    acceptAllExplained: 'En cada una, el código queda como número y el resto como nombre.',
  },
  targetInWords: {
    ask: ({ place }) => `Fila ${place.row}: la meta dice «${short(place.text)}»`,
    askAll: (n) => `${count(n, 'meta está escrita', 'metas están escritas')} con palabras`,
    leave: 'Dejarla sin número',
    leaveExplained: () => 'El texto se guarda y la meta queda por escribir.',
    accept: 'Tomar su número',
    acceptExplained: ({ changes }) => targetRead(changes[0]?.values ?? {}),
    acceptAllExplained: 'En cada una, la meta es el número con que empieza.',
  },
  leaveBlank: {
    ask: ({ place, changes }) =>
      `${inColumn(place)}: ${count(changes.length, 'celda vacía', 'celdas vacías')}`,
    askAll: (n) => `${count(n, 'columna tiene', 'columnas tienen')} celdas vacías`,
    leave: 'Igual que arriba',
    leaveExplained: () => 'Cada una toma el dato de la fila de arriba.',
    accept: 'Vacías',
    acceptExplained: () => 'Quedan sin dato: lo escribe usted después.',
    acceptAllExplained: 'Quedan sin dato: lo escribe usted después.',
  },
} as const satisfies Readonly<Record<string, RepairWords>>;

/** "Columna C (FECHA DE INICIO)". */
function inColumn({ column, header }: Place): string {
  return header ? `Columna ${column} (${short(header)})` : `Columna ${column}`;
}

/** "«1.500» es 1.500". */
function numberRead({ text }: Place, read = Number.NaN): string {
  return Number.isNaN(read) ? '' : `«${short(text)}» es ${formatNumber(read)}.`;
}

/** "«45» es 45 %". */
function percentRead({ text }: Place, changes: RepairFacts['changes'], times: number): string {
  const read = changes[0]?.inPeriods?.[0]?.read;
  return read === undefined ? '' : `«${short(text)}» es ${amount(read * times, 'percent')}.`;
}

/** "«50%» es 5 de lo que la meta cuenta". */
function partRead({ text }: Place, changes: RepairFacts['changes']): string {
  const read = changes[0]?.inPeriods?.[0]?.read;
  return read === undefined ? '' : `«${short(text)}» es ${formatNumber(read)} de lo que la meta cuenta.`;
}

/** "Queda 010101 como número y «Implementación» como nombre." */
function codeRead({ activityNumber, activityName, itemNumber, criterion }: Repaired): string {
  const [number, name] = [activityNumber ?? itemNumber ?? '', activityName ?? criterion ?? ''];
  return `Queda ${number} como número y «${short(name)}» como nombre.`;
}

/** "La meta es 2 y su unidad, «Estrategias»." */
function targetRead({ target, targetUnit = 'count', unitOfMeasure = '' }: Repaired): string {
  const unit = unitOfMeasure ? ` y su unidad, «${short(unitOfMeasure)}»` : '';
  return typeof target === 'number' ? `La meta es ${amount(target, targetUnit)}${unit}.` : '';
}

/** "«12/01/24» es el 12 ene 2024". */
function dateRead({ place, changes }: RepairFacts, read: (day: IsoDay) => IsoDay | null): string {
  const { start, end } = changes[0]?.values ?? {};
  const day = start ?? end;
  const shown = day && read(day);
  return shown ? `«${short(place.text)}» es el ${formatShortDay(shown)}.` : '';
}

/** Day and month in each other's place. */
function swapDay(day: IsoDay): IsoDay | null {
  const [year, month, date] = day.split('-');
  const other = `${year}-${date}-${month}`;
  return isIsoDay(other) ? other : null;
}

/** "meta 4, del 1 ene 2023 al 31 dic 2023 y resultado 25 %". */
function reads({ target, targetUnit = 'count', start, end, stated }: Repaired): string {
  return listOf([
    ...(typeof target === 'number' ? [`meta ${amount(target, targetUnit)}`] : []),
    ...(start && end ? [`fechas del ${formatShortDay(start)} al ${formatShortDay(end)}`] : []),
    ...(stated ? [`resultado ${formatPercent(stated.percent)}`] : []),
  ]);
}
