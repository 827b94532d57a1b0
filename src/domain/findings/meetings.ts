import type { Indicator, Plan } from '../model';
import { reportIn } from '../model';
import type { Finding } from './finding';

/** Fewer actas than sessions of one series were reported in a period: "7 reuniones, 2 actas". */
export function fewerMinutesThanSessions({ indicators, periods }: Plan): readonly Finding[] {
  return indicators
    .filter(({ counts }) => counts?.what === 'minutes')
    .flatMap((minutes) => {
      const sessions = indicators.find(
        ({ counts }) => counts?.what === 'sessions' && counts.series === minutes.counts?.series,
      );
      return sessions ? fewerReported(minutes, sessions, periods) : [];
    });
}

function fewerReported(
  minutes: Indicator,
  sessions: Indicator,
  periods: Plan['periods'],
): readonly Finding[] {
  return periods.flatMap(({ id }): readonly Finding[] => {
    const [left, held] = [reportIn(minutes, id), reportIn(sessions, id)];
    if (left.k !== 'value' || held.k !== 'value' || left.v >= held.v) return [];
    return [
      { code: 'fewerMinutesThanSessions', entity: minutes.id, period: id, sessions: held.v, minutes: left.v },
    ];
  });
}
