import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FindingGroup, FindingLine } from '../../../src/ui/matrix/findingGroups';
import { lookThrough } from '../../../src/ui/matrix/findingSearch';

const LINES = 5000;
/** What a slow device has time to look at before somebody sees that it stands still. */
const MOST_AT_ONCE = 500;
let asked: (() => void)[] = [];
let looked = 0;
let told: (readonly FindingGroup[])[] = [];

beforeEach(() => {
  [asked, looked, told] = [[], 0, []];
  let now = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => asked.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (at: number) => (asked[at - 1] = () => undefined));
  // So slow that no frame has room for two things.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 40));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function frame(): void {
  for (const paint of asked.splice(0)) paint();
  vi.runAllTimers();
}

function untilStill(): void {
  while (asked.length > 0) frame();
}

/** A line that counts how often it is looked at. */
function line(at: number, text: string): FindingLine {
  return {
    place: `Fila ${at}`,
    get text() {
      looked += 1;
      return text;
    },
    repair: null,
  };
}

function aGroup(title: string, textOf: (at: number) => string): FindingGroup {
  return { title, lines: Array.from({ length: LINES }, (_, at) => line(at, textOf(at))) };
}

const placesOf = (groups: readonly FindingGroup[] | undefined) =>
  groups?.map(({ title, lines }) => [title, lines.map(({ place }) => place)]);

test('finds the lines that hold every word, in their kinds and their order', () => {
  const dates = aGroup('Fecha al revés', (at) => (at % 1000 === 7 ? 'Termina en León' : 'Termina en mayo'));
  const targets = aGroup('Sin meta', () => 'No tiene meta.');
  const tell = (found: readonly FindingGroup[]) => told.push(found);
  lookThrough([dates, targets], '  LEON fecha', tell);
  untilStill();
  expect(placesOf(told.at(-1))).toEqual([
    ['Fecha al revés', ['Fila 7', 'Fila 1007', 'Fila 2007', 'Fila 3007', 'Fila 4007']],
  ]);
});

test('looks at a few lines in each frame, and says that there is none only after the last', () => {
  lookThrough([aGroup('Sin meta', () => 'No tiene meta.')], 'presupuesto', (found) => told.push(found));
  while (asked.length > 0) {
    const before = looked;
    expect(told).toEqual([]);
    frame();
    expect(looked - before).toBeLessThanOrEqual(MOST_AT_ONCE);
  }
  expect([looked, told]).toEqual([LINES, [[]]]);
});

test('what is stopped looks no further and tells nothing more', () => {
  const stop = lookThrough([aGroup('Sin meta', () => 'No tiene meta.')], 'meta', (found) => told.push(found));
  frame();
  expect(told.length).toBe(1);
  const before = looked;
  stop();
  untilStill();
  expect([looked, told.length]).toEqual([before, 1]);
});

test('of no findings it finds none', () => {
  lookThrough([], 'meta', (found) => told.push(found));
  untilStill();
  expect(told).toEqual([[]]);
});
