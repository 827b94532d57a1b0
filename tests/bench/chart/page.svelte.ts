// The chart of the app, as it is shipped, with as many points as the bench asks for and nothing else on the page.
import { flushSync, mount } from 'svelte';
import Chart from '../../../src/ui/shared/Chart.svelte';
import type { ChartPoint, ChartSeries } from '../../../src/ui/shared/shapes';
import '../../../src/ui/theme/tokens.css';
import '../../../src/ui/theme/base.css';

/** Two lines of so many: 5,000 points. */
const POINTS = 2500;
const LINES = [
  { id: 'expected', name: 'Esperado', stroke: 'dashed', mark: 'dot', tone: 'ink' },
  { id: 'real', name: 'Real', stroke: 'thick', mark: 'circle', tone: 'accent' },
] as const;

const points: readonly ChartPoint[] = Array.from({ length: POINTS }, (_, at) => ({
  id: `p${at}`,
  at,
  name: `Corte ${at}`,
  label: at % 500 === 0 ? `C${at}` : '',
}));

/** Two lines that climb and shake. */
function linesOf(shake: number): readonly ChartSeries[] {
  return LINES.map((line, which) => ({
    ...line,
    values: points.map(({ at }) => (at / POINTS) * 80 + 10 + 8 * Math.sin(at * (0.11 + which) + shake)),
  }));
}

let series = $state.raw(linesOf(0));
const others = [1, 2].map(linesOf);
const target = document.querySelector('main');
if (target) {
  mount(Chart, {
    target,
    props: {
      name: 'Corte a corte',
      description: 'Dos líneas que suben.',
      points,
      get series() {
        return series;
      },
    },
  });
}

/** What the bench calls: other values, which were there before, in the same chart. */
Object.assign(window, {
  redraw: (turn: number): void => {
    series = others[turn % others.length] ?? series;
    flushSync();
  },
});
