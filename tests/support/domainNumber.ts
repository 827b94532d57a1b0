// What the domain says for the name of a figure: the report's numbers are held against it.
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import type { Evaluation } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { IndicatorFigure } from '../../src/domain/figure';
import { groupingText } from '../../src/domain/grouping';
import { allRows, groupsBy } from '../../src/domain/groups';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan } from '../../src/domain/model';
import { moneyOf } from '../../src/domain/money';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, methodInGroup } from '../../src/domain/rollup';
import type { Aggregate } from '../../src/domain/rollup';
import { groupingsOf } from '../../src/domain/planGroupings';
import { groupingChoices } from '../../src/domain/rollupChoices';
import { rowAccount } from '../../src/domain/rowAccount';
import { auditPopulation, auditSample } from '../../src/domain/auditTrail';
import type { SampleRule } from '../../src/domain/auditTrail';
import { findingsOf } from '../../src/domain/findings';
import { commitmentsNamed, outsideOf } from './domainCounts';
import type { ToldOf } from './domainCounts';

/** Answers each name with its number, or null where it has none; undefined for a name that it does not know. */
export type Oracle = (of: string) => number | null | undefined;

/** What a document is made with, besides the plan and its cut. */
export type Chosen = ToldOf & SampleRule & { readonly everSaid: readonly string[] };

interface Scope {
  readonly name: string;
  readonly rows: readonly number[];
  readonly isPlan: boolean;
}

/** The numbers of a plan at a cut by their names. */
export function oracleOf(plan: Plan, cut: IsoDay, chosen: Chosen): Oracle {
  const evaluation = evaluate(planTableOf(plan), cut);
  const rows = allRows(plan).map((row) => figureOf(evaluation, row));
  const scopes = scopesOf(plan);
  const facts = boardFacts(plan, evaluation);
  const ofWhole = (of: string) => {
    const scope = scopeOf(scopes, of);
    return scope && ofScope(plan, evaluation, scope, of.slice(scope.name.length + 1));
  };
  const byKind: Readonly<Record<string, Oracle>> = {
    at: (of) => oracleOf(plan, partsOf(of)[1] as IsoDay, chosen)(partsOf(of).slice(2).join('/')),
    row: (of) => ofRow(rows, of),
    year: (of) => Number(partsOf(of)[1]),
    day: () => null,
    period: () => null,
    instant: () => null,
    rule: () => null,
    band: (of) => ofBand(plan, of),
    sealed: (of) => ofSealed(plan, cut, of),
    stage: (of) => shareOf(rows, partsOf(of)[1] ?? ''),
    count: (of) => countOf(plan, evaluation, { rows, scopes, facts, chosen }, of.slice('count/'.length)),
  };
  return (of) => (byKind[partsOf(of)[0] ?? ''] ?? ofWhole)(of);
}

function partsOf(of: string): readonly string[] {
  return of.split('/');
}

function scopesOf(plan: Plan): readonly Scope[] {
  const groups = [...groupingChoices(plan), ...groupingsOf(plan)].flatMap((by) =>
    groupsBy(plan, by).map(({ id, rows }) => ({
      name: `group/${groupingText(by)}/${id}`,
      rows,
      isPlan: false,
    })),
  );
  const parties = groupsBy(plan, 'responsible').map(({ id, rows }) => ({
    name: `responsible/${id}`,
    rows,
    isPlan: false,
  }));
  const whole = [{ name: 'plan', rows: allRows(plan), isPlan: true }];
  // The longest name first: one group's may begin as another's.
  return [...groups, ...parties, ...whole].sort((a, b) => b.name.length - a.name.length);
}

function scopeOf(scopes: readonly Scope[], of: string): Scope | undefined {
  return scopes.find(({ name }) => of.startsWith(`${name}/`));
}

function ofRow(rows: readonly IndicatorFigure[], of: string): number | null | undefined {
  const row = rows
    .filter(({ indicator }) => of.startsWith(`row/${indicator.id}/`))
    .sort((a, b) => b.indicator.id.length - a.indicator.id.length)[0];
  if (!row) return undefined;
  const { indicator } = row;
  const [what = '', period = ''] = of.slice(`row/${indicator.id}/`.length).split('/');
  const said = [...indicator.reports].find(([id]) => id === period)?.[1];
  const answers: Readonly<Record<string, number | null>> = {
    attainment: row.raw,
    capped: row.capped,
    expected: row.expected,
    verified: row.verified,
    lag: row.lag,
    gap: row.lag,
    target: indicator.target,
    baseline: indicator.baseline,
    accumulated: row.accumulated,
    weight: indicator.weight,
    budget: indicator.activity.budget,
    executed: indicator.activity.executed,
    daysToEnd: row.daysToEnd,
    value: said?.report.k === 'value' ? said.report.v : null,
    planned: said?.planned ?? null,
  };
  return answers[what];
}

function ofSealed(plan: Plan, cut: IsoDay, of: string): number | null | undefined {
  const sealed = plan.cuts.find(({ date }) => date === cut)?.frozen.overall.value ?? null;
  const now = boardFacts(plan, evaluate(planTableOf(plan), cut)).overall.value;
  if (of === 'sealed/attainment') return sealed;
  if (of === 'sealed/difference')
    return sealed === null || now === null ? null : Number((now - sealed).toFixed(9));
  return undefined;
}

function ofBand({ scheme }: Plan, of: string): number | undefined {
  for (const { id, from, to } of scheme.bands) {
    if (of === `band/${id}/from`) return from;
    if (of === `band/${id}/to`) return to;
  }
  return undefined;
}

function ofScope(
  plan: Plan,
  evaluation: Evaluation,
  { rows, isPlan }: Scope,
  what: string,
): number | null | undefined {
  const method = isPlan ? plan.rollupMethod : methodInGroup(plan);
  const rolled = aggregate({ plan, evaluation, method, ...(isPlan ? {} : { rows }) });
  const { expected, lag, alternatives } = rolled;
  const money = moneyOf(plan, isPlan ? undefined : rows);
  const [first = '', ...rest] = what.split('/');
  const answers: Readonly<Record<string, () => number | null | undefined>> = {
    attainment: () => rolled.value,
    expected: () => expected.value,
    verified: () => alternatives.verified.value,
    withoutNotStarted: () => alternatives.withoutNotStarted.value,
    lag: () => lag.value,
    gap: () => lag.value,
    // Read to the cent.
    sum: () => Math.round(rolled.sum * 100) / 100,
    divisor: () => rolled.divisor,
    baseline: () => plan.baseline?.percent ?? null,
    budget: () => money.budget,
    executed: () => money.executed,
    financial: () => money.percent,
    contribution: () => contributionIn(rolled, what),
    method: () => wayIn(rolled, rest.join('/'))?.value,
    move: () => {
      const before = evaluate(planTableOf(plan), rest[0] as IsoDay);
      const then = aggregate({ plan, evaluation: before, method, rows }).value;
      return rolled.value === null || then === null ? null : Number((rolled.value - then).toFixed(9));
    },
  };
  return answers[first]?.();
}

function contributionIn({ contributions }: Aggregate, what: string): number | undefined {
  const term = contributions.find((one) =>
    what.startsWith(`contribution/${one.of === 'indicator' ? one.indicator.id : one.group.id}/`),
  );
  return term?.[what.slice(what.lastIndexOf('/') + 1) as 'value' | 'weight' | 'points'];
}

function wayIn({ alternatives }: Aggregate, name: string) {
  return alternatives.methods.find(({ method, by }) => `${method}/${groupingText(by)}` === name);
}

interface Known {
  readonly rows: readonly IndicatorFigure[];
  readonly scopes: readonly Scope[];
  readonly facts: ReturnType<typeof boardFacts>;
  readonly chosen: Chosen;
}

/** Of those with a percent, how many hundredths are in a state; null where nobody has one. */
function shareOf(rows: readonly IndicatorFigure[], state: string): number | null {
  const managed = rows.filter(isManaged);
  const some = managed.filter((row) => IN_STATE[state]?.(row));
  return managed.length === 0 ? null : Number(((100 * some.length) / managed.length).toFixed(9));
}

function countOf(plan: Plan, evaluation: Evaluation, known: Known, of: string): number | undefined {
  const scope = scopeOf(known.scopes, of);
  return scope
    ? countInScope(plan, evaluation, scope, of.slice(scope.name.length + 1))
    : countInPlan(plan, evaluation, known, of);
}

function countInScope(
  plan: Plan,
  evaluation: Evaluation,
  { name, rows, isPlan }: Scope,
  what: string,
): number | undefined {
  const method = isPlan ? plan.rollupMethod : methodInGroup(plan);
  const rolled = aggregate({ plan, evaluation, method, ...(isPlan ? {} : { rows }) });
  const money = moneyOf(plan, isPlan ? undefined : rows);
  const figures = rows.map((row) => figureOf(evaluation, row));
  const { reported, due } = boardFacts(plan, evaluation, rows);
  if (what.startsWith('method/')) return wayIn(rolled, what.slice('method/'.length, -'/n'.length))?.n;
  const answers: Readonly<Record<string, number>> = {
    n: rolled.n,
    excluded: rolled.exclusions.length,
    notStarted: rolled.alternatives.withoutNotStarted.leftOut,
    'financial/n': money.n,
    'financial/incomplete': money.incomplete.length,
    rows: rows.length,
    all: rows.length,
    reported,
    due,
    pending: figures.filter(isPending).length,
    managed: figures.filter(isManaged).length,
    inExecution: figures.filter(isInExecution).length,
    // Of a group its class; of somebody's work what is not pending besides.
    finished: figures.filter((row) =>
      name.startsWith('responsible/') ? isManaged(row) && isFinished(row) : row.progressClass === 'finished',
    ).length,
  };
  return answers[what];
}

/** With a percent: the others are in none of the three (domain.md X-02). */
function isManaged({ capped }: IndicatorFigure): boolean {
  return capped !== null;
}

function isPending({ capped }: IndicatorFigure): boolean {
  return capped === 0;
}

function isBehind({ pace, scheduleState }: IndicatorFigure): boolean {
  return pace === 'behind' && scheduleState !== 'overdue';
}

function isFinished(row: IndicatorFigure): boolean {
  return !isPending(row) && row.progressClass === 'finished';
}

const IN_STATE: Readonly<Record<string, (row: IndicatorFigure) => boolean>> = {
  managed: isManaged,
  pending: isPending,
  inExecution: isInExecution,
  finished: (row) => isManaged(row) && isFinished(row),
};

function isInExecution(row: IndicatorFigure): boolean {
  return isManaged(row) && !isPending(row) && !isFinished(row);
}

function countInPlan(
  plan: Plan,
  evaluation: Evaluation,
  { rows, scopes, facts, chosen }: Known,
  of: string,
): number | undefined {
  const [kind = '', ...rest] = of.split('/');
  const named = rest.join('/');
  const how = (test: (row: IndicatorFigure) => boolean) => rows.filter(test).length;
  const inClass = ({ progressClass }: IndicatorFigure) => progressClass === rest[0];
  if (kind === 'class' && rest.length === 2) {
    const narrowed: Readonly<Record<string, (row: IndicatorFigure) => boolean>> = {
      overdue: ({ scheduleState }) => scheduleState === 'overdue',
      behind: isBehind,
      undated: ({ scheduleState }) => scheduleState === null,
      dueSoon: ({ scheduleState }) => scheduleState === 'dueSoon',
      incomplete: ({ raw }) => raw !== null && raw < 100,
    };
    const narrow = narrowed[rest[1] ?? ''];
    return narrow && how((row) => inClass(row) && narrow(row));
  }
  const parties = scopes.filter(({ name }) => /^responsible\/./.test(name));
  const answers: Readonly<Record<string, () => number | undefined>> = {
    rows: () => rows.length,
    class: () => how(inClass),
    state: () => how(({ scheduleState }) => scheduleState === named),
    pace: () => how(({ pace }) => pace === named),
    band: () => how(({ bandId }) => bandId === named),
    missing: () => how(({ missing }) => missing.length > 0),
    excluded: () => facts.overall.exclusions.length,
    undated: () => facts.undated,
    attention: () => facts.attention.length,
    unmeasured: () => facts.noTarget + facts.noBaseline,
    stage: () => (IN_STATE[named] ? how(IN_STATE[named]) : undefined),
    behind: () => how(isBehind),
    groups: () => groupsBy(plan, plan.rollupBy).length,
    unverified: () => how(({ capped, verified }) => (capped ?? 0) > (verified ?? 0)),
    findings: () => findingsOf(plan).length,
    zerosWithoutCause: () => how((row) => rowAccount(evaluation, row).k === 'zeroWithoutCause'),
    audit: () => {
      const population = auditPopulation(plan, evaluation.cut, chosen.everSaid).length;
      return { population, sample: auditSample(plan, evaluation.cut, chosen).length }[named];
    },
    commitments: () => commitmentsNamed(plan, chosen, of),
    outside: () => outsideOf(plan, named),
    'responsible/most': () =>
      Math.max(0, ...parties.map((one) => one.rows.filter((row) => isPending(rows[row]!)).length)),
  };
  return (answers[of] ?? answers[kind])?.();
}
