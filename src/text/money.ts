import type { Activity } from '../domain/model';
import type { Money } from '../domain/money';
import type { Explained } from './explanation';
import { count, formatPercent, formatPesos } from './format';

/** Words of the money that stands beside physical progress (domain.md A6.14). */
export const money = {
  title: 'Avance físico y financiero',
  physical: 'Físico',
  physicalMeans: 'Lo logrado de las metas.',
  financial: 'Financiero',
  budget: 'Presupuesto',
  executed: 'Ejecutado',
  noPercent: 'Ninguna actividad dice a la vez su presupuesto y lo ejecutado.',
  more: 'Con todo lo que se dice',
  incomplete: (n: number) => count(n, 'actividad incompleta no cuenta', 'actividades incompletas no cuentan'),
} as const;

/** "$ 315.000.000 de $ 630.000.000"; only what is said. */
export function executedOf({ executed, budget }: Pick<Money, 'executed' | 'budget'>): string {
  if (budget === null) return executed === null ? '' : `${formatPesos(executed)} sin presupuesto`;
  return executed === null
    ? `de ${formatPesos(budget)}`
    : `${formatPesos(executed)} de ${formatPesos(budget)}`;
}

/** What the percent is of: "De 3 actividades". */
export function moneyBasis({ n }: Money): string {
  return `De ${count(n, 'actividad', 'actividades')}`;
}

/** Why an activity with money is not in the percent. */
export function incompleteReason({ budget }: Activity): string {
  if (budget === null) return 'No dice su presupuesto.';
  return budget === 0 ? 'Su presupuesto es cero.' : 'No dice lo ejecutado.';
}

/** Why the financial percent is what it is. */
export function explainMoney(subject: string, found: Money): Explained {
  const { percent, n, divided, incomplete, budget, executed } = found;
  const all = [
    { name: money.budget, amount: budget },
    { name: money.executed, amount: executed },
  ];
  return {
    subject: `${subject}, avance financiero`,
    figure: percent === null ? '—' : formatPercent(percent),
    inWords:
      percent === null
        ? money.noPercent
        : `Lo ejecutado se divide entre el presupuesto, en pesos, de ${basisWords(n)} los dos. El plan lleva un solo ejecutado, así que no cambia con el corte, y nunca entra en el avance físico.`,
    inNumbers:
      percent === null
        ? ''
        : `${formatPesos(divided.executed)} ÷ ${formatPesos(divided.budget)} = ${formatPercent(percent)}`,
    contributions: [],
    exclusions: incomplete.map((one) => ({ id: one.id, name: one.name, reason: incompleteReason(one) })),
    alternatives:
      incomplete.length === 0
        ? []
        : all.flatMap(({ name, amount }) => (amount === null ? [] : [{ name, text: formatPesos(amount) }])),
  };
}

function basisWords(n: number): string {
  return n === 1
    ? 'la única actividad que dice'
    : `las ${count(n, 'actividad que dice', 'actividades que dicen')}`;
}
