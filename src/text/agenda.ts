import { isAbout } from '../domain/meetings/agenda';
import type { AgendaPoint } from '../domain/meetings/agenda';
import { POINT } from '../domain/meetings/ids';
import type { WorkshopSeries } from '../domain/meetings/model';
import type { Plan } from '../domain/model';
import { indicatorTitle } from './explanation';

const TITLES: Readonly<Record<string, string>> = {
  [POINT.commitments]: 'Compromisos anteriores',
  [POINT.other]: 'Proposiciones y varios',
};
const WITHOUT_TITLE = 'Punto sin título';

/** What a point of an agenda is called. */
export function pointTitle(
  { key, title }: Pick<AgendaPoint, 'key' | 'title'>,
  plan: Plan,
  series: WorkshopSeries | null,
): string {
  if (TITLES[key]) return TITLES[key];
  if (isAbout(key, 'ind')) return indicatorName(key, plan) || title || WITHOUT_TITLE;
  const topic = series?.topics.find(({ id }) => id === key);
  return topic?.name || title || WITHOUT_TITLE;
}

function indicatorName(key: string, plan: Plan): string {
  const row = plan.indicators.findIndex(({ id }) => id === key);
  return row < 0 ? '' : indicatorTitle(plan, row);
}
