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

/** What a point of an agenda is called: what was removed since it was opened keeps the title that it had then. */
export function pointTitle(
  { key, title }: Pick<AgendaPoint, 'key' | 'title'>,
  plan: Plan,
  series: WorkshopSeries | null,
): string {
  if (TITLES[key]) return TITLES[key];
  const row = isAbout(key, 'ind') ? plan.indicators.findIndex(({ id }) => id === key) : -1;
  const name = row < 0 ? series?.topics.find(({ id }) => id === key)?.name : indicatorTitle(plan, row);
  return name || title || WITHOUT_TITLE;
}
