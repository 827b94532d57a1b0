import type { IsoDay } from '../domain/isoDay';
import { count, formatDay, formatNumber } from './format';

/** Words of the screen that reviews a matrix before anything is written. */
export const matrix = {
  title: 'Revisar antes de cargar',
  place: (file: string, sheet: string, first: number, last: number) =>
    `${file} · hoja «${sheet}» · filas ${first} a ${last}`,
  summary: (indicators: number, items: number, columns: number) =>
    `${count(indicators, 'indicador', 'indicadores')}, ${count(items, 'ítem', 'ítems')}, ${count(columns, 'columna reconocida', 'columnas reconocidas')}`,
  rowsTable: 'Filas que se van a cargar',
  confidence: { sure: 'seguro', likely: 'probable', none: 'se guarda aparte' },
  kept: 'Se guarda tal como está',
  findings: (n: number) => count(n, 'hallazgo', 'hallazgos'),
  noFindings: 'Nada raro en la matriz.',
  findingsNote: 'Nada se cambia por un hallazgo: son avisos para revisar.',
  planTitle: 'Nombre del plan',
  entityName: 'Entidad',
  cut: '¿A qué fecha está reportada la matriz?',
  cutHint: (cut: IsoDay) => `El último período con algún resultado termina el ${formatDay(cut)}.`,
  noCutHint: 'Ningún período tiene resultados.',
  directCutHint: 'Los porcentajes son los de esa fecha.',
  cutMissing: 'El archivo no dice a qué fecha está: escríbala para seguir.',
  notReckoned: 'No se pudo calcular lo que resulta: inténtelo otra vez.',
  tryAgain: 'Intentar otra vez',
  rollupMethod: 'Cómo se promedia el plan',
  rollupUnsaid: 'El archivo no dice cómo llega a su total. Se puede cambiar después.',
  zerosTitle: (periods: string) => `Los ceros de ${periods}`,
  zerosText: 'Están después del corte. Un cero escrito y un período sin reportar no son lo mismo.',
  zerosAs: { notReported: 'Cargarlos como «sin reporte»', zero: 'Dejarlos en cero' },
  load: (n: number) => `Cargar ${formatNumber(n)}`,
  loadWithoutZeros: (n: number) => `Cargar ${formatNumber(n)}, ceros como sin reporte`,
  loadWithZeros: (n: number) => `Cargar ${formatNumber(n)}, con los ceros`,
  nothingYet: 'Nada se ha escrito todavía.',
  loading: 'Cargando…',
  loaded: (n: number) => `Quedaron cargados ${count(n, 'indicador', 'indicadores')}.`,
  pickAnother: 'Elegir otro archivo',
  pick: 'Elegir archivo',
  proposedTitle: (policy: string, year: number) =>
    `Plan de acción ${policy} ${year}`.replace(/\s+/g, ' ').trim(),
  agree: (agreeing: number, stated: number) =>
    `coincide ${formatNumber(agreeing)} de ${formatNumber(stated)}`,
  heads: {
    item: 'Ítem',
    activity: 'Actividad',
    phva: 'PHVA',
    target: 'Meta',
    start: 'Inicio',
    end: 'Fin',
    result: 'Resultado',
    responsible: 'Responsable',
  },
  notReported: 'sin reporte',
  fromAbove: 'viene de la fila de arriba',
  rowsLabel: (rows: readonly (number | string)[]) =>
    rows.length === 1 ? `Fila ${rows[0]}` : `Filas ${rows.join(', ')}`,
} as const;
