import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPaint, inTurn } from '../../../src/ui/shared/frames';

/** Milliseconds of a draw that takes a frame for itself. */
const SLOW_MS = 40;
let now = 0;
let asked: (() => void)[] = [];
let drawn: string[] = [];

beforeEach(() => {
  [now, asked, drawn] = [0, [], []];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => asked.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (at: number) => (asked[at - 1] = () => undefined));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Paints a frame, and does what waited for it. */
function frame(): void {
  for (const paint of asked.splice(0)) paint();
  vi.runAllTimers();
}

function draw(name: string, takesMs = 0): () => void {
  return inTurn(() => {
    drawn.push(name);
    now += takesMs;
  });
}

test('nothing is done before what stands there has been painted, and what was taken back never', () => {
  afterPaint(() => drawn.push('after'));
  const takeBack = afterPaint(() => drawn.push('taken back'));
  expect(drawn).toEqual([]);
  takeBack();
  frame();
  expect(drawn).toEqual(['after']);
});

test('what is quick shares a frame, in the order in which it was asked for', () => {
  for (const name of ['first', 'second', 'third']) draw(name);
  expect(drawn).toEqual([]);
  frame();
  expect(drawn).toEqual(['first', 'second', 'third']);
});

test('what is slow has a frame for itself', () => {
  for (const name of ['first', 'second']) draw(name, SLOW_MS);
  frame();
  expect(drawn).toEqual(['first']);
  frame();
  expect(drawn).toEqual(['first', 'second']);
});

test('what is taken back holds up nothing, and what is asked for meanwhile is drawn too', () => {
  draw('first', SLOW_MS);
  const takeBack = draw('second', SLOW_MS);
  frame();
  takeBack();
  draw('third');
  frame();
  frame();
  expect(drawn).toEqual(['first', 'third']);
});

test('one that fails stops none of those that wait, nor those that are asked for later', () => {
  inTurn(() => {
    throw new Error('cannot be drawn');
  });
  draw('second');
  expect(frame).toThrow('cannot be drawn');
  frame();
  draw('third');
  frame();
  expect(drawn).toEqual(['second', 'third']);
});
