import type { BoardFacts } from '../domain/board';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import { count, formatDay, formatDayMonth, formatGap, formatPercent } from './format';

/** A run of the sentence; `figure` is a percentage that can be asked why. */
export interface SentencePart {
  readonly text: string;
  readonly kind: 'plain' | 'strong' | 'figure';
}

/** What a person would say aloud of where the plan stands, as one sentence with its figures marked. */
export function boardSentence(facts: BoardFacts, cut: IsoDay, isMine: boolean): readonly SentencePart[] {
  const { value, lag } = facts.overall;
  if (value === null) return [plain('Todavía no hay con qué calcular el avance.')];
  return [
    plain(isMine ? 'Lo mío va en ' : 'El plan va en '),
    { text: formatPercent(value), kind: 'figure' },
    ...lagParts(lag.value, cut),
    ...criticalParts(facts),
  ];
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

function lagParts(lag: number | null, cut: IsoDay): readonly SentencePart[] {
  if (lag === null) return [plain('. Sin fechas no se puede decir cuánto se esperaba.')];
  const day = formatDayMonth(cut);
  if (Math.abs(lag) < 0.05) return [plain(`: justo lo esperado al ${day}.`)];
  const side = lag < 0 ? 'por debajo' : 'por encima';
  return [plain(': está '), strong(`${formatGap(lag)} ${side}`), plain(` de lo esperado al ${day}.`)];
}

function criticalParts({ classes, critical, states }: BoardFacts): readonly SentencePart[] {
  const overdue = states.overdue === 0 ? 'ninguna vencida' : count(states.overdue, 'vencida', 'vencidas');
  if (classes.critical === 0) {
    return [plain(states.overdue === 0 ? ' Ninguna crítica.' : ` Ninguna crítica; ${overdue}.`)];
  }
  return [...paceOfCritical(classes.critical, critical.behind), plain(`; ${overdue}.`)];
}

/** "De 7 críticas, 5 van atrasadas", "Las 8 críticas van atrasadas", "La única crítica va atrasada". */
function paceOfCritical(all: number, behind: number): readonly SentencePart[] {
  if (all === 1) return [plain(' '), strong(`La única crítica ${behind === 1 ? '' : 'no '}va atrasada`)];
  if (behind === all) return [plain(' '), strong(`Las ${count(all, 'crítica', 'críticas')} van atrasadas`)];
  const some =
    behind === 0 ? 'ninguna va atrasada' : `${behind} ${behind === 1 ? 'va atrasada' : 'van atrasadas'}`;
  return [plain(' De '), strong(`${count(all, 'crítica', 'críticas')}, ${some}`)];
}

function plain(text: string): SentencePart {
  return { text, kind: 'plain' };
}

function strong(text: string): SentencePart {
  return { text, kind: 'strong' };
}
