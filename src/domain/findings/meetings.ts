import type { Indicator, Plan, SessionCount } from '../model';
import { reportIn } from '../model';
import type { Finding } from './finding';

/** Fewer actas than sessions were reported in a period: "7 reuniones, 2 actas". */
export function fewerMinutesThanSessions({ indicators, periods }: Plan): readonly Finding[] {
  const minutes = thatCounts(indicators, 'minutes');
  const sessions = thatCounts(indicators, 'sessions');
  if (!minutes || !sessions) return [];
  return periods.flatMap(({ id }): readonly Finding[] => {
    const [left, held] = [reportIn(minutes, id), reportIn(sessions, id)];
    if (left.k !== 'value' || held.k !== 'value' || left.v >= held.v) return [];
    return [
      { code: 'fewerMinutesThanSessions', entity: minutes.id, period: id, sessions: held.v, minutes: left.v },
    ];
  });
}

function thatCounts(indicators: readonly Indicator[], what: SessionCount['what']): Indicator | undefined {
  return indicators.find(({ counts }) => counts?.what === what);
}
