import { nowTime, today } from '../../commands/clock';
import { keepSessionPlace } from '../../commands/keepSessionPlace';
import { openSession } from '../../commands/openSession';
import type { IsoDay } from '../../domain/isoDay';
import { agendaOf } from '../../domain/meetings/agenda';
import type { AgendaPoint } from '../../domain/meetings/agenda';
import { pointId } from '../../domain/meetings/ids';
import { seriesOf, sessionOf } from '../../domain/meetings/model';
import type { WorkshopSeries, WorkshopSession } from '../../domain/meetings/model';
import { periodToReportIn } from '../../domain/meetings/period';
import { attentionOrder, SessionPlace } from '../../state/meetings.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import { pointTitle } from '../../text/agenda';
import { minutesBetween } from './minutesBetween';
import { follow, seenOf, write } from './follow';

const TICK_MS = 15_000;

/** A session as it goes: its agenda, the point that is talked about, and the ways on and back. */
export class SessionRun {
  isClosing = $state(false);
  isAskingDay = $state(false);
  readonly id: string;
  readonly #copy: string;
  readonly #place: SessionPlace;
  #clock = $state(nowTime());
  readonly #ticking: ReturnType<typeof setInterval>;
  #session = $derived.by(() => openPlan.plan && sessionOf(openPlan.plan.meetings, this.id));
  #agenda = $derived.by((): readonly AgendaPoint[] => {
    const session = this.#session;
    return openPlan.plan && session ? agendaOf(openPlan.plan, session, today(), attentionOrder.rows) : [];
  });

  constructor(copy: string, id: string) {
    this.id = id;
    this.#copy = copy;
    this.#place = new SessionPlace(id);
    this.#ticking = setInterval(() => (this.#clock = nowTime()), TICK_MS);
  }

  get session(): WorkshopSession | null {
    return this.#session;
  }

  get series(): WorkshopSeries | null {
    const session = this.#session;
    return openPlan.plan && session ? seriesOf(openPlan.plan.meetings, session) : null;
  }

  get agenda(): readonly AgendaPoint[] {
    return this.#agenda;
  }

  /** The place of the point that is talked about. */
  get at(): number {
    return Math.max(
      0,
      this.#agenda.findIndex(({ key }) => key === this.#place.key),
    );
  }

  get point(): AgendaPoint | undefined {
    return this.#agenda[this.at];
  }

  get next(): AgendaPoint | undefined {
    return this.#agenda[this.at + 1];
  }

  /** Minutes since it began; null for one that is written down on another day. */
  get spent(): number | null {
    const { day, start } = this.#session ?? {};
    return day === today() && start ? minutesBetween(start, this.#clock) : null;
  }

  show(key: string): void {
    this.#place.show(key);
    void keepSessionPlace(this.id, key);
  }

  /** What was talked about is done; after the last point the session closes. */
  goOn(): void {
    const { point, next } = this;
    if (!point) return;
    if (!point.isDone)
      void write(this.#copy, this.id, [openPlan.edit(pointId(this.id, point.key), 'isDone', true)]);
    if (next) this.show(next.key);
    else this.isClosing = true;
  }

  /** Looks at the next point; says nothing of this one. */
  goForward(): void {
    if (this.next) this.show(this.next.key);
  }

  goBack(): void {
    const before = this.#agenda[this.at - 1];
    if (before) this.show(before.key);
  }

  /** Opens it now, unless it was meant for another day: then somebody says which. */
  start(): void {
    const day = this.#session?.day ?? null;
    if (day !== null && day !== today()) this.isAskingDay = true;
    else void this.open(today());
  }

  async open(day: IsoDay): Promise<void> {
    const [session, plan] = [this.#session, openPlan.plan];
    this.isAskingDay = false;
    if (!session || !plan) return;
    const period = periodToReportIn(plan.periods, day)?.id ?? null;
    const series = this.series;
    const titleOf = (point: AgendaPoint) => pointTitle(point, plan, series);
    const opening = openSession(this.#copy, session, this.#agenda, { day, period, titleOf }, seenOf);
    // What was read while it was prepared leaves the page far down: the first point is at its top.
    if (await follow(opening, `open ${session.id}`)) window.scrollTo({ top: 0, behavior: 'instant' });
  }

  leave(): void {
    clearInterval(this.#ticking);
    this.#place.close();
  }
}
