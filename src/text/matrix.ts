import type { IsoDay } from '../domain/isoDay';
import { count, formatDay, formatNumber } from './format';

/** What of a matrix comes in: activities without an indicator are counted apart, since nothing measures them yet. */
interface ComingIn {
  readonly indicators: number;
  readonly unmeasured: number;
}

const indicatorsOf = (n: number) => count(n, 'indicador', 'indicadores');
const activitiesOf = (n: number) => count(n, 'actividad', 'actividades');
const unmeasuredOf = (n: number) => `${activitiesOf(n)} sin indicador`;
const measuresNothing = (n: number) => `todavía no ${n === 1 ? 'mide' : 'miden'} nada`;

function loadWords({ indicators, unmeasured }: ComingIn): string {
  if (unmeasured === 0) return `Cargar ${formatNumber(indicators)}`;
  const activities = activitiesOf(unmeasured);
  return indicators === 0 ? `Cargar ${activities}` : `Cargar ${indicatorsOf(indicators)} y ${activities}`;
}

function loadedWords({ indicators, unmeasured }: ComingIn): string {
  const [one, many, n] =
    indicators === 0 && unmeasured > 0
      ? ['Quedó cargada', 'Quedaron cargadas', unmeasured]
      : ['Quedó cargado', 'Quedaron cargados', indicators];
  const loaded = n === 1 ? one : many;
  if (unmeasured === 0) return `${loaded} ${indicatorsOf(indicators)}.`;
  const activities = unmeasuredOf(unmeasured);
  return indicators === 0
    ? `${loaded} ${activities}: ${measuresNothing(unmeasured)}.`
    : `${loaded} ${indicatorsOf(indicators)}, y ${activities}, que ${measuresNothing(unmeasured)}.`;
}

function comingIn({ indicators, unmeasured }: ComingIn): string {
  if (unmeasured === 0) return indicatorsOf(indicators);
  return indicators === 0
    ? unmeasuredOf(unmeasured)
    : `${indicatorsOf(indicators)}, ${unmeasuredOf(unmeasured)}`;
}

/** Words of the screen that reviews a matrix before anything is written. */
export const matrix = {
  title: 'Revisar antes de cargar',
  place: (file: string, sheet: string, first: number, last: number) =>
    `${file} · hoja «${sheet}» · filas ${first} a ${last}`,
  summary: (counts: ComingIn & { readonly items: number }, columns: number) =>
    `${comingIn(counts)}, ${count(counts.items, 'ítem', 'ítems')}, ${count(columns, 'columna reconocida', 'columnas reconocidas')}`,
  rowsTable: 'Filas que se van a cargar',
  confidence: { sure: 'seguro', likely: 'probable', none: 'se guarda aparte' },
  kept: 'Se guarda tal como está',
  lookingForPlan: 'Buscando si el plan ya está en este equipo…',
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
  load: loadWords,
  loadWithoutZeros: (counts: ComingIn) => `${loadWords(counts)}, ceros como sin reporte`,
  loadWithZeros: (counts: ComingIn) => `${loadWords(counts)}, con los ceros`,
  nothingYet: 'Nada se ha escrito todavía.',
  loading: 'Cargando…',
  loaded: loadedWords,
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
