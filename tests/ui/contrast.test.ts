import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colours = ReadonlyMap<string, string>;

// By its path from the root, where the tests run: as a module Vitest would give it empty.
const css = readFileSync('src/ui/theme/tokens.css', 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split('@media (prefers-color-scheme: dark)');

function coloursIn(block: string): [string, string][] {
  return [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]);
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of WCAG 2.1 between two tokens of a scheme. */
function contrast(colours: Colours, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = colours.get(name);
    if (!hex) throw new Error(`no colour --${name}`);
    return luminance(hex);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const schemes: [string, Colours][] = [
  ['light', new Map(coloursIn(lightBlock))],
  ['dark', new Map([...coloursIn(lightBlock), ...coloursIn(darkBlock)])],
];
const tones = ['behind', 'critical', 'progress', 'finished', 'waiting'];
const grounds = ['ground', 'surface', 'raised'];

const textPairs = [
  ...grounds.flatMap((ground) => ['ink', 'muted', 'accent', ...tones].map((text) => [text, ground])),
  ...tones.flatMap((tone) => [
    [tone, `${tone}-soft`],
    ['on-fill', `${tone}-fill`],
    ['ink', `${tone}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink', 'track'],
  ...['paper', 'paper-soft'].flatMap((ground) => ['paper-ink', 'paper-muted'].map((text) => [text, ground])),
] as [string, string][];

const graphicPairs = [
  ...tones.flatMap((tone) => ['surface', 'track'].map((ground) => [`${tone}-fill`, ground])),
  ...grounds.map((ground) => ['line-strong', ground]),
  ['accent', 'track'],
  ['paper-line', 'paper'],
] as [string, string][];

describe.each(schemes)('contrast in the %s scheme', (_, colours) => {
  test.each(textPairs)('text %s on %s holds 4.5:1', (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(graphicPairs)('graphic %s on %s holds 3:1', (graphic, ground) => {
    expect(contrast(colours, graphic, ground)).toBeGreaterThanOrEqual(3);
  });
});
