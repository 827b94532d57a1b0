import type { Figure, Quote } from '../domain/document';
import type { PolicyChart } from '../domain/policyCharts';
import { agree, counted, listed, named, say, sentences } from './say';
import type { Part } from './say';

/** Words of the semester report (domain.md A1). */
export const semesterWords = {
  title: (name: string, period: Figure | null): Part => (period === null ? name : say`${name}: ${period}`),
  introduction: 'Introducción',
  result: 'Resultado',
  workPlan: 'Plan de trabajo',
  element: 'Elemento',
  outside: (n: Figure): Part =>
    say`${counted(n, 'actividad no lleva', 'actividades no llevan')} ninguno de estos elementos.`,
  management: 'Gestión por responsable',
  pendingBars: 'Actividades pendientes de cada responsable',
  pending: 'Pendientes',
  running: 'En ejecución',
  finished: 'Finalizadas o cercanas',
  all: 'Todas',
  managementNote:
    'Pendiente es sin ningún avance; finalizada o cercana, de la clase finalizada; en ejecución, lo demás. Una actividad compartida se cuenta en cada responsable.',
  classes: 'Clasificación de actividades según avance',
  band: (name: Part, from: Figure, to: Figure): Part => say`${name}: de ${from} a ${to}`,
  noneInBand: 'Ninguna actividad está en esta clase.',
  notStarted: 'Sin iniciar',
  notStartedNote: 'Empiezan después del corte: cuentan en el promedio y no tienen clase.',
  conclusions: 'Conclusiones y observaciones',
  basis: 'Método y alcance de los datos',
} as const;

/** The chart of a decree whose enablers stand among its other elements. */
export const ENABLERS_OF_767 = 'Por habilitador (Decreto 767)';

/** What is said where no activity carries an element of a chart. */
export const UNTAGGED: Readonly<Record<PolicyChart, string>> = {
  elements: 'Ninguna actividad del plan dice a qué componente o elemento de la política apunta.',
  enablers: 'Ninguna actividad del plan dice a qué habilitador apunta.',
  ends: 'Ninguna actividad del plan dice a qué propósito o línea de acción apunta.',
};

/** What each chart is of. */
export const POLICY_CHART: Readonly<Record<PolicyChart, string>> = {
  elements: 'Avance por componente o elemento',
  enablers: 'Avance por habilitador',
  ends: 'Avance por propósito o línea de acción',
};

export interface NamedFigure {
  readonly name: Quote;
  readonly figure: Figure;
}

/** Who goes best and who goes worst, by their names. */
export function extremesWords(given: {
  readonly best: readonly NamedFigure[];
  readonly worst: readonly NamedFigure[];
  readonly areAlike: boolean;
}): Part {
  const { best, worst, areAlike } = given;
  const [first] = best;
  const [last] = worst;
  if (!first || !last) return '';
  if (areAlike && best.length === 1)
    return say`El plan solo apunta a ${first.name}, que va en ${first.figure}.`;
  if (areAlike) return say`${listed(namesOf(best))} van igual, en ${first.figure}.`;
  return sentences(
    best.length === 1
      ? say`El mejor desempeño es de ${first.name}, con ${first.figure}.`
      : say`Los mejores desempeños son de ${listed(namesOf(best))}, con ${first.figure}.`,
    worst.length === 1
      ? say`El más bajo es ${last.name}, con ${last.figure}.`
      : say`Los más bajos son ${listed(namesOf(worst))}, con ${last.figure}.`,
  );
}

function namesOf(given: readonly NamedFigure[]): readonly Quote[] {
  return given.map(({ name }) => name);
}

/** Who has most pending. */
export function mostPendingWords(who: readonly Quote[], n: Figure): Part {
  if (who.length === 0) return 'Ninguna actividad tiene responsable.';
  if (n.value === 0) return 'Ningún responsable tiene actividades pendientes.';
  const many = counted(n, 'actividad', 'actividades');
  return who.length === 1
    ? say`${who[0] ?? ''} es quien más tiene pendiente: ${many} sin avance.`
    : say`${listed(who)} son quienes más tienen pendiente: ${many} sin avance cada uno.`;
}

interface Share {
  readonly n: Figure;
  readonly of: Figure;
  readonly share: Figure;
}

/** How much of the plan is under way. */
export function runningWords({ n, of, share }: Share): Part {
  if (n.value === 0) return 'Ninguna actividad está en ejecución.';
  return say`${n} de ${counted(of, 'actividad', 'actividades')}, el ${share}, ${agree(n, 'está', 'están')} en ejecución.`;
}

/** How much of it is finished or near, and what is left, which has not begun to move. */
export function finishedWords({ n, of, share }: Share, pending: Share): Part {
  const rest =
    pending.n.value === 0
      ? 'No queda ninguna sin avance.'
      : say`Sin avance ${agree(pending.n, 'queda', 'quedan')} ${pending.n}, el ${pending.share}.`;
  if (n.value === 0) return sentences('Ninguna actividad está finalizada o cerca de estarlo.', rest);
  return sentences(
    say`${n} de ${counted(of, 'actividad', 'actividades')}, el ${share}, ${agree(n, 'está finalizada o cerca', 'están finalizadas o cerca')} de estarlo.`,
    rest,
  );
}

/** The block of the critical ones: those out of date ask for plans of action. */
export function criticalConclusion(given: {
  readonly n: Figure;
  readonly overdue: Figure;
  readonly behind: Figure;
  readonly undated: Figure;
}): Part {
  const { n, overdue, behind, undated } = given;
  return sentences(
    say`Hay ${counted(n, 'actividad crítica', 'actividades críticas')}.`,
    overdue.value === 0
      ? ''
      : say`${overdue} ${agree(overdue, 'está', 'están')} por fuera de su fecha de cumplimiento: se requiere un plan de acción con responsable y fecha para ${agree(overdue, 'recuperarla', 'recuperar cada una')}.`,
    behind.value === 0
      ? ''
      : say`${behind} ${agree(behind, 'va atrasada', 'van atrasadas')} y todavía ${agree(behind, 'tiene', 'tienen')} plazo: se requiere un plan de acción antes de que ${agree(behind, 'venza', 'venzan')}.`,
    overdue.value === 0 && behind.value === 0 ? onTimeWords(n, undated) : '',
    undated.value === 0 ? '' : say`${undated} no ${agree(undated, 'tiene', 'tienen')} fecha: se debe fijar.`,
  );
}

function onTimeWords(n: Figure, undated: Figure): string {
  if (undated.value === n.value)
    return 'Sin fechas no se sabe si están a tiempo: conviene reforzarlas antes de que se atrasen.';
  return undated.value === 0
    ? 'Ninguna va atrasada: conviene reforzarlas para que sigan así.'
    : 'Ninguna de las que tienen fecha va atrasada: conviene reforzarlas para que sigan así.';
}

/** The block of those under way: complete what is pending and look at the dates. */
export function inProgressConclusion(given: {
  readonly n: Figure;
  readonly overdue: Figure;
  readonly dueSoon: Figure;
}): Part {
  const { n, overdue, dueSoon } = given;
  return sentences(
    say`Hay ${counted(n, 'actividad', 'actividades')} en proceso: se debe completar lo que ${agree(n, 'le', 'les')} falta para ${agree(n, 'darla por finalizada', 'darlas por finalizadas')}.`,
    overdue.value === 0
      ? ''
      : say`${overdue} ya ${agree(overdue, 'pasó', 'pasaron')} de su fecha: se debe revisar el cronograma.`,
    dueSoon.value === 0
      ? ''
      : say`${dueSoon} ${agree(dueSoon, 'está', 'están')} por vencer: se deben revisar ahora sus fechas.`,
    overdue.value === 0 && dueSoon.value === 0
      ? 'Conviene revisar las fechas del cronograma para cerrarlas a tiempo.'
      : '',
  );
}

/** The block of the finished ones, which need not be whole. */
export function finishedConclusion({
  n,
  incomplete,
}: {
  readonly n: Figure;
  readonly incomplete: Figure;
}): Part {
  const all = say`Hay ${counted(n, 'actividad finalizada', 'actividades finalizadas')}.`;
  if (incomplete.value === 0)
    return sentences(all, agree(n, 'Está completa', 'Están completas') + ': se debe mantener el resultado.');
  return sentences(
    all,
    say`A ${incomplete} todavía ${agree(incomplete, 'le', 'les')} falta un tramo: se debe mantener el trabajo hasta completar la meta.`,
  );
}

/** The general recommendations, in the order of domain.md A1. */
export const semesterRecommendation = {
  supports: (n: Figure): Part =>
    n.value === 0
      ? 'Mantener al día los soportes: todo lo reportado tiene evidencia verificada.'
      : say`Revisar los soportes de ${counted(n, 'actividad que reporta', 'actividades que reportan')} avance sin evidencia verificada, para que el porcentaje sea el real.`,
  causes: (n: Figure, worst: readonly Part[]): Part =>
    n.value === 0
      ? 'Seguir las fechas del cronograma para que ninguna actividad se atrase.'
      : say`Revisar las causas de atraso de ${counted(n, 'actividad', 'actividades')} y corregirlas, empezando por ${listed(worst.map(named))}.`,
  missing: (n: Figure): Part =>
    say`Completar el reporte de ${counted(n, 'actividad que lo debe', 'actividades que lo deben')} a este corte.`,
  share: 'Socializar el avance de la política con las áreas y los equipos que lo hacen posible.',
  takePart:
    'Mantener la participación de las dependencias en las mesas de trabajo y en las convocatorias de la política.',
} as const;
