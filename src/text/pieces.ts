import type { Band, ProgressClass } from '../domain/bands';
import type { Percent } from '../domain/percent';
import type { ExclusionReason, Pace, ScheduleState } from '../domain/codes';
import { count, formatPercent, formatNumber } from './format';
import { bandForms, EXCLUSION_REASON, PACE, PROGRESS_CLASS, SCHEDULE_STATE } from './words';
import type { Forms } from './words';

export const APP = 'Bitácora';

/** Words of the shared components: what they say whatever screen they stand on. */
export const PIECES = {
  back: 'Volver',
  cancel: 'Cancelar',
  close: 'Cerrar',
  dismiss: 'Quitar el aviso',
  skip: 'Ir al contenido',
  places: 'Lugares',
  why: '¿por qué?',
  progress: 'Avance',
  real: 'real',
  expected: 'esperado',
  withoutClass: 'Sin clase',
  withoutData: 'Sin dato',
  notNumber: 'Escriba un número, como 5 o 2,5.',
  classes: 'Indicadores por clase',
  contribution: 'Lo que más baja el promedio',
  contributionCaption: 'Resultado y aporte de cada indicador, de menor a mayor',
  result: 'Result.',
  share: 'Aporta',
  fewer: 'Ver menos',
  excluded: 'Por fuera del cálculo',
  otherMethods: 'Cada forma de calcularlo',
  provisional: 'Provisional',
  provisionalMeaning: 'Es el que se ve mientras se decide.',
  otherValue: 'Otro valor',
  later: 'Después',
  atCut: 'Corte',
  offline: 'Sin red',
  exportNow: 'Exportar ahora',
} as const;

export type SaveState = 'saved' | 'saving' | 'failed';

export const SAVE_STATE: Readonly<Record<SaveState, string>> = {
  saved: 'Guardado',
  saving: 'Guardando…',
  failed: 'No se pudo guardar',
};

/** The three fields that say how an indicator stands at a cut, never mixed (domain.md A6.4). */
export interface Standing {
  readonly progressClass: ProgressClass | null;
  /** The name of its band, where the bands of the plan say more than the class. */
  readonly bandName?: string;
  readonly scheduleState: ScheduleState | null;
  readonly pace: Pace | null;
  readonly exclusion?: ExclusionReason | null;
}

/** "Crítica, atrasada", "En proceso, al día", "Crítica, vencida", "Sin iniciar", "Finalizada". */
export function standingWords(standing: Standing): string {
  const { progressClass, bandName, scheduleState, pace, exclusion } = standing;
  if (exclusion) return EXCLUSION_REASON[exclusion].name;
  if (scheduleState === 'notStarted') return SCHEDULE_STATE.notStarted.one;
  if (!progressClass) return PIECES.withoutClass;
  const name = bandName ?? PROGRESS_CLASS[progressClass].one;
  if (scheduleState === 'overdue') return `${name}, ${SCHEDULE_STATE.overdue.one.toLowerCase()}`;
  if (!pace || (progressClass === 'finished' && pace !== 'behind')) return name;
  return `${name}, ${PACE[pace].one.toLowerCase()}`;
}

/** A percent as the name of the button that explains it: "40,9 %, ¿por qué?". */
export function askWhy(text: string): string {
  return `${text}, ${PIECES.why}`;
}

/** What a progress bar says when it is not seen: "40,9 % real, 51,7 % esperado". */
export function barInWords(real: Percent, expected: Percent | null): string {
  const said = `${formatPercent(real)} ${PIECES.real}`;
  return expected === null ? said : `${said}, ${formatPercent(expected)} ${PIECES.expected}`;
}

/** The parts of the class strip: the three classes, and what has not started. */
export type ClassPart = ProgressClass | 'notStarted';

/** How a part of the strip follows its number: "7 críticas", "1 finalizada", "2 sin iniciar". */
export function countedPart(part: ClassPart): Forms {
  return inSentence(part === 'notStarted' ? SCHEDULE_STATE.notStarted : PROGRESS_CLASS[part]);
}

/** The same of a band: "3 bajas", "2 en nivel 3"; a person's own words begin as those do. */
export function countedBand(band: Band): Forms {
  if (band.label) return ownForms(band.label);
  const { one, many } = inSentence(bandForms(band));
  return one.startsWith('nivel') ? { one: `en ${one}`, many: `en ${many}` } : { one, many };
}

/** Only the capital of its beginning goes, and that of a name in capitals does not. */
function ownForms(label: string): Forms {
  const isName = /^\p{Lu}\p{Lu}/u.test(label);
  const words = isName ? label : `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
  return { one: words, many: words };
}

function inSentence({ one, many }: Forms): Forms {
  return { one: one.toLowerCase(), many: many.toLowerCase() };
}

/** How many of a class are behind: "5 atrasadas". */
export function behindCount(howMany: number): string {
  return count(howMany, PACE.behind.one.toLowerCase(), PACE.behind.many.toLowerCase());
}

/** The rest of a class that has some behind: "2 al día". An early one is on time too. */
export function onTimeCount(howMany: number): string {
  return count(howMany, PACE.onTrack.one.toLowerCase(), PACE.onTrack.many.toLowerCase());
}

/** "Restar 1" and "Sumar 1". */
export function stepWords(step: number): { readonly less: string; readonly more: string } {
  return { less: `Restar ${formatNumber(step)}`, more: `Sumar ${formatNumber(step)}` };
}

/** "Ver los 12". */
export function seeAll(howMany: number): string {
  return `Ver los ${formatNumber(howMany)}`;
}

/** "Ver 50 más (faltan 1.250)": how many come, and how many there are still to see. */
export function seeMore(coming: number, left: number): string {
  return `Ver ${formatNumber(coming)} más${coming < left ? ` (faltan ${formatNumber(left)})` : ''}`;
}

/**
 * "Queda 6", "Queda «Seis mesas»"; a long text is cut, for the whole of it stands above the button. Of texts that
 * begin alike it says the word where they part: "Queda «…DAFP: muy bajo…»".
 */
export function keepWords(value: string, others: readonly string[] = []): string {
  const longest = 18;
  if (!/\p{L}/u.test(value)) return `Queda ${value}`;
  const shared = Math.max(0, ...others.map((other) => sharedStart(value, other)));
  const from = shared < longest || value.length <= longest ? 0 : value.lastIndexOf(' ', shared - 1) + 1;
  const own = value.slice(from);
  const cut = own.length <= longest ? own : `${own.slice(0, longest).trimEnd()}…`;
  return `Queda «${from > 0 ? '…' : ''}${cut}»`;
}

/** How many letters two texts begin with alike. */
function sharedStart(one: string, other: string): number {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place++;
  return place;
}

/** What has not left this tablet: "3 cambios solo aquí". */
export function onlyHere(changes: number): string {
  return `${count(changes, 'cambio', 'cambios')} solo aquí`;
}

/** "1 de 2". */
export function position(ordinal: number, total: number): string {
  return `${formatNumber(ordinal)} de ${formatNumber(total)}`;
}
