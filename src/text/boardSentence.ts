import type { BoardFacts } from '../domain/board';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import { count, formatDay, formatDayMonth, formatGap, formatNumber, formatPercent } from './format';

/** A run of the sentence; `figure` is a percentage that can be asked why. */
export interface SentencePart {
  readonly text: string;
  readonly kind: 'plain' | 'strong' | 'figure';
}

/** What a person would say aloud of where the plan stands, as one sentence with its figures marked. */
export function boardSentence(facts: BoardFacts, cut: IsoDay, isMine: boolean): readonly SentencePart[] {
  const { value } = facts.overall;
  if (value === null) return [plain(isMine ? NO_FIGURE : noFigureWords(facts))];
  return [
    plain(isMine ? 'Lo mío va en ' : 'El plan va en '),
    { text: formatPercent(value), kind: 'figure' },
    ...lagParts(facts, cut),
    ...criticalParts(facts),
  ];
}

const NO_FIGURE = 'Todavía no hay con qué calcular el avance.';

/** Of a plan that has activities and measures none of them, what makes them count is said. */
function noFigureWords({ size, unmeasured }: BoardFacts): string {
  if (size > 0 || unmeasured === 0) return NO_FIGURE;
  const none =
    unmeasured === 1
      ? 'La actividad del plan no tiene indicador'
      : `Ninguna de las ${formatNumber(unmeasured)} actividades del plan tiene indicador`;
  return `${none}: todavía no hay con qué calcular el avance. Agréguelo desde «Actividades», en «Editar el plan».`;
}

/** The same sentence as plain text, with its plan and its cut, for a message or an e-mail. */
export function boardSummary(plan: Plan, facts: BoardFacts, cut: IsoDay, isMine: boolean): string {
  const said = boardSentence(facts, cut, isMine)
    .map(({ text }) => text)
    .join('');
  const { value, alternatives } = facts.overall;
  const figures =
    value === null
      ? ''
      : ` Reportado ${formatPercent(value)}; verificado con evidencia ${formatPercent(alternatives.verified.value ?? 0)}.`;
  const place = [plan.title, plan.entityName].filter(Boolean).join(', ');
  return `${place}. Corte ${formatDay(cut)}. ${said}${figures}`;
}

/** How many are overdue, for a card: "3 vencidas"; of what has no dates nobody can say it. */
export function overdueWords({ states, dated, undated }: Dating): string {
  if (dated === 0 && undated > 0) return 'sin fechas';
  const overdue = count(states.overdue, 'vencida', 'vencidas');
  return undated === 0 ? overdue : `${overdue}, ${formatNumber(undated)} sin fechas`;
}

/** What is said where none is known to be behind. */
export function noneBehindWords({ dated, undated }: Dating): string {
  if (undated === 0) return 'Ninguna va atrasada.';
  return dated === 0
    ? 'Sin fechas no se puede decir cuáles van atrasadas.'
    : 'De las que tienen fechas, ninguna va atrasada.';
}

type Dating = Pick<BoardFacts, 'states' | 'dated' | 'undated'>;

function lagParts({ overall, dated }: BoardFacts, cut: IsoDay): readonly SentencePart[] {
  const lag = overall.lag.value;
  if (lag === null) {
    const also = dated === 0 ? ', ni qué va atrasado o vencido' : '';
    return [plain(`. Sin fechas no se puede decir cuánto se esperaba${also}.`)];
  }
  const day = formatDayMonth(cut);
  if (Math.abs(lag) < 0.05) return [plain(`: justo lo esperado al ${day}.`)];
  const side = lag < 0 ? 'por debajo' : 'por encima';
  return [plain(': está '), strong(`${formatGap(lag)} ${side}`), plain(` de lo esperado al ${day}.`)];
}

function criticalParts({ classes, critical, states, dated }: BoardFacts): readonly SentencePart[] {
  if (dated === 0) {
    const all = classes.critical;
    return [
      plain(' '),
      strong(all === 0 ? 'Ninguna crítica' : count(all, 'crítica', 'críticas')),
      plain('.'),
    ];
  }
  const overdue = states.overdue === 0 ? 'ninguna vencida' : count(states.overdue, 'vencida', 'vencidas');
  if (classes.critical === 0) {
    return [plain(states.overdue === 0 ? ' Ninguna crítica.' : ` Ninguna crítica; ${overdue}.`)];
  }
  return [...paceOfCritical(classes.critical, critical), plain(`; ${overdue}.`)];
}

/** "De 7 críticas, 5 van atrasadas", "Las 8 críticas van atrasadas", "La única crítica va atrasada". */
function paceOfCritical(all: number, { behind, none }: BoardFacts['critical']): readonly SentencePart[] {
  const critical = count(all, 'crítica', 'críticas');
  if (all === 1) return [plain(' '), strong(`La única crítica ${paceOfOne(behind, none)}`)];
  if (behind === all) return [plain(' '), strong(`Las ${critical} van atrasadas`)];
  if (none === all) return [plain(' '), strong(`Las ${critical} no tienen fechas`)];
  const late = behind === 0 ? 'ninguna va atrasada' : howMany(behind, 'va atrasada', 'van atrasadas');
  const undated = none === 0 ? '' : ` y ${howMany(none, 'no tiene fechas', 'no tienen fechas')}`;
  return [plain(' De '), strong(`${critical}, ${late}${undated}`)];
}

function paceOfOne(behind: number, none: number): string {
  if (none === 1) return 'no tiene fechas';
  return behind === 1 ? 'va atrasada' : 'no va atrasada';
}

function howMany(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

function plain(text: string): SentencePart {
  return { text, kind: 'plain' };
}

function strong(text: string): SentencePart {
  return { text, kind: 'strong' };
}
