import type { ChartSeries } from './shapes';

/** What a chart is drawn with: the tokens of the scheme and the size of the text where it stands. */
export interface ChartLook {
  readonly tones: Readonly<Record<ChartSeries['tone'], string>>;
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly family: string;
  /** CSS pixels. */
  readonly fontSize: number;
}

export function lookOf(box: HTMLElement): ChartLook {
  const style = getComputedStyle(box);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    tones: { accent: token('--accent'), ink: token('--ink'), muted: token('--muted') },
    surface: token('--surface'),
    line: token('--line'),
    text: token('--muted'),
    family: style.fontFamily,
    fontSize: parseFloat(style.fontSize),
  };
}

/** Strokes that a black and white printer tells apart; CSS pixels. */
export const STROKES: Readonly<
  Record<ChartSeries['stroke'], { readonly width: number; readonly dash?: number[] }>
> = {
  thick: { width: 3 },
  dashed: { width: 1.5, dash: [6, 4] },
  dotted: { width: 2, dash: [2, 4] },
};

/** A word that stands beside a point of a line; device pixels. */
export interface EndLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly tone: ChartSeries['tone'];
  readonly align: 'left' | 'right';
}

/** The same labels, those that would cover one another moved down: they stand in the order of their points. */
export function apart(labels: readonly EndLabel[], lineHeight: number): readonly EndLabel[] {
  const placed: EndLabel[] = [];
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    const over = placed.findLast(
      ({ x, align }) => align === label.align && Math.abs(x - label.x) < lineHeight * 4,
    );
    placed.push({ ...label, y: Math.max(label.y, over === undefined ? -Infinity : over.y + lineHeight) });
  }
  return placed;
}

/** Every how many points a label fits under the chart, when each takes so much of the width; at least 1. */
export function labelStep(points: number, labelWidth: number, width: number): number {
  return Math.max(1, Math.ceil((points * labelWidth) / Math.max(1, width)));
}

/** A word with the surface behind it, so that a line that passes does not strike it out. */
export function writeOver(context: CanvasRenderingContext2D, label: EndLabel, look: ChartLook): void {
  const { text, x, y, align, tone } = label;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = look.fontSize / 2;
  context.strokeStyle = look.surface;
  context.strokeText(text, x, y);
  context.fillStyle = look.tones[tone];
  context.fillText(text, x, y);
}

/** Half the width of a mark; CSS pixels. */
const MARK_RADIUS: Readonly<Record<ChartSeries['mark'], number>> = { circle: 5, square: 4.5, dot: 3 };

/** The mark of a series at a point, edged with the surface; `scale` is how many pixels of the device one of CSS is. */
export function drawMark(
  context: CanvasRenderingContext2D,
  mark: ChartSeries['mark'],
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
): void {
  const radius = MARK_RADIUS[mark] * scale;
  context.beginPath();
  if (mark === 'square') context.rect(x - radius, y - radius, radius * 2, radius * 2);
  else context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
  context.stroke();
}
