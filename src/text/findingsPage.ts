import { count, formatNumber } from './format';

/** Words of Hallazgos. */
export const findingsPage = {
  title: 'Hallazgos',
  summary: (open: number, reviewed: number) => {
    const rest = reviewed === 0 ? '' : ` ${count(reviewed, 'ya está revisado', 'ya están revisados')}.`;
    if (open === 0) return `Nada por revisar.${rest}`;
    return `Hay ${count(open, 'hallazgo', 'hallazgos')} por revisar.${rest}`;
  },
  note: 'Son avisos para corregir o explicar: ninguno cambia los datos por su cuenta.',
  show: 'Cuáles ver',
  filters: {
    open: 'Por revisar',
    reviewed: 'Revisados',
    all: 'Todos',
  },
  withCount: (name: string, n: number) => `${name}: ${formatNumber(n)}`,
  kind: 'Clase de hallazgo',
  everyKind: 'Todas las clases',
  ofPlan: 'En el plan',
  ofFile: (files: readonly string[]) =>
    files.length === 1 ? `De la lectura de «${files[0]}»` : 'De la lectura del archivo',
  counts: (open: number, reviewed: number) =>
    [
      open > 0 ? `${formatNumber(open)} por revisar` : '',
      reviewed > 0 ? count(reviewed, 'revisado', 'revisados') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  wholePlan: 'Todo el plan',
  wholeFile: 'Todo el archivo',
  removedRow: (name: string) => (name ? `Quitado del plan: ${name}` : 'Un indicador que se quitó del plan'),
  withoutName: 'Fila sin nombre',
  item: (label: string) => (label ? `Ítem ${label}` : 'Ítem sin número'),
  moreRows: (n: number) => `Ver ${formatNumber(n)} más`,
  whatToDo: 'Qué hacer:',
  review: 'Marcar como revisado',
  reopen: 'Volver a abrir',
  reviewedBy: (who: string, when: string) => `Revisado por ${who || 'alguien sin nombre'}, ${when}`,
  because: (reason: string) => `«${reason}»`,
  showMore: (n: number) => `Ver más (${formatNumber(n)})`,
  noneOpen: 'Todo está revisado',
  noneOpenText: 'Si un dato del plan cambia, su hallazgo vuelve a aparecer aquí.',
  noteStays: 'Una duda de la lectura no vuelve: es del archivo, que no cambia.',
  noneOpenOfKind: 'De esta clase todo está revisado',
  openOfOthers: (n: number) =>
    `${n === 1 ? 'Queda' : 'Quedan'} ${formatNumber(n)} por revisar de otras clases.`,
  noneReviewed: 'Todavía no se ha revisado ninguno',
  noneReviewedOfKind: 'De esta clase no se ha revisado ninguno',
  noneReviewedText: 'Al marcar un hallazgo como revisado queda aquí, con su razón, quién lo revisó y cuándo.',
  noneAtAll: 'Nada raro en este plan',
  noneAtAllText: 'No hay números repetidos, metas sin llenar, ceros sin causa ni otra cosa que revisar.',
  seeOthers: 'Ver todos',
  reason: 'Razón',
  reasonHint: 'Queda con el hallazgo y con su nombre.',
  reasons: ['Así está en el documento aprobado', 'Se corrigió en la fuente', 'No corresponde'],
  reasonsTitle: 'Razones frecuentes',
  reasonMissing: 'Escriba o elija una razón.',
  name: 'Su nombre',
  nameHint: 'Una revisión lleva el nombre de quien la hace. Queda también como nombre de este equipo.',
  nameMissing: 'Escriba su nombre.',
  told: { reviewed: 'Hallazgo revisado.', reopened: 'Hallazgo por revisar otra vez.' },
  repairs: {
    zeroLooksUnreported: {
      act: (n: number) => `Dejar sin reporte (${formatNumber(n)})`,
      told: (n: number) => `${count(n, 'cero quedó', 'ceros quedaron')} sin reporte.`,
    },
    cumulativeByNature: {
      act: () => 'Contar solo el último',
      told: () => 'Ahora cuenta solo el último valor.',
    },
    strayReports: {
      act: () => 'Devolver al plan',
      told: () => 'El indicador volvió al plan con sus reportes.',
    },
  },
} as const;

/** Why a list of findings is empty: how many there are in the whole plan, and which of them are looked at. */
interface EmptyList {
  readonly open: number;
  readonly reviewed: number;
  readonly shown: 'open' | 'reviewed' | 'all';
  readonly isOfOneKind: boolean;
  /** The file of the plan left doubts too: other facts do not open those again. */
  readonly hasNotes: boolean;
}

/** What is said where there is nothing to list. */
export function emptyListWords({ open, reviewed, shown, isOfOneKind, hasNotes }: EmptyList): {
  readonly title: string;
  readonly text: string;
} {
  if (open + reviewed === 0) return { title: findingsPage.noneAtAll, text: findingsPage.noneAtAllText };
  if (shown === 'reviewed') {
    const title = isOfOneKind ? findingsPage.noneReviewedOfKind : findingsPage.noneReviewed;
    return { title, text: findingsPage.noneReviewedText };
  }
  if (open > 0) return { title: findingsPage.noneOpenOfKind, text: findingsPage.openOfOthers(open) };
  const text = [findingsPage.noneOpenText, ...(hasNotes ? [findingsPage.noteStays] : [])].join(' ');
  return { title: findingsPage.noneOpen, text };
}
