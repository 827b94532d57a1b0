import type { Component } from 'svelte';
import type { LucideProps } from '@lucide/svelte';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import Circle from '@lucide/svelte/icons/circle';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Contrast from '@lucide/svelte/icons/contrast';
import TrendingDown from '@lucide/svelte/icons/trending-down';
import Triangle from '@lucide/svelte/icons/triangle';
import type { ProgressClass } from '../../domain/bands';
import type { ClassPart, Standing } from '../../text/pieces';

/** What a colour says; `behind` is the only red. The colours are the `tone-...` classes of theme/base.css. */
export type Tone = 'accent' | 'behind' | 'critical' | 'progress' | 'finished' | 'waiting';

export type Icon = Component<LucideProps>;

const TONE_OF_CLASS: Readonly<Record<ProgressClass, Tone>> = {
  critical: 'critical',
  inProgress: 'progress',
  finished: 'finished',
};

const ICON_OF_PART: Readonly<Record<ClassPart, Icon>> = {
  critical: Triangle,
  inProgress: Contrast,
  finished: CircleCheck,
  notStarted: Circle,
};

/** Red for what is behind or overdue; else the colour of the class, and grey where there is none. */
export function toneOf({ progressClass, scheduleState, pace }: Standing): Tone {
  if (scheduleState === 'overdue' || pace === 'behind') return 'behind';
  return progressClass && scheduleState !== 'notStarted' ? TONE_OF_CLASS[progressClass] : 'waiting';
}

/** The mark that says the same as the colour to who does not see it. */
export function iconOf({ progressClass, scheduleState, pace }: Standing): Icon {
  if (scheduleState === 'overdue') return CalendarX;
  if (pace === 'behind') return TrendingDown;
  return partIcon(progressClass && scheduleState !== 'notStarted' ? progressClass : 'notStarted');
}

export function partTone(part: ClassPart): Tone {
  return part === 'notStarted' ? 'waiting' : TONE_OF_CLASS[part];
}

export function partIcon(part: ClassPart): Icon {
  return ICON_OF_PART[part];
}
