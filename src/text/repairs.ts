import { listOf, short } from './findings';
import { amount } from './explanation';
import { count, formatPercent, formatShortDay } from './format';
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
  readonly target?: number | null;
  readonly targetUnit?: TargetUnit;
  readonly start?: IsoDay | null;
  readonly end?: IsoDay | null;
  readonly stated?: StatedValue | null;
}

/** A repair, as far as its words go. */
export interface RepairFacts {
  readonly place: Place;
  readonly changes: readonly { readonly values: Repaired }[];
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
      `Columna ${place.column} (${short(place.header)}): ${count(changes.length, 'fecha se puede leer', 'fechas se pueden leer')} de dos maneras`,
    askAll: (n) => `${count(n, 'columna tiene', 'columnas tienen')} fechas que se pueden leer de dos maneras`,
    leave: 'El día va primero',
    leaveExplained: (facts) => dateRead(facts, swapDay),
    accept: 'El mes va primero',
    acceptExplained: (facts) => dateRead(facts, (day) => day),
    acceptAllExplained: 'En todas, el primer número es el mes.',
  },
} as const satisfies Readonly<Record<string, RepairWords>>;

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
