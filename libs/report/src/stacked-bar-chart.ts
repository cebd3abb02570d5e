import type { Bar, Chart } from './report-model.js';
import { escaped, linesOf, textWidth } from './text-layout.js';

export interface ChartOptions {
  readonly title: string;
  readonly description: string;
  /** Words for a bar that is withheld. */
  readonly withheld: string;
  /** Colour of labels: `currentColor` where the page decides, a fixed one on paper. */
  readonly ink?: string;
  /** Font family; the page's own without it. */
  readonly font?: string;
}

const WIDTH = 520;
const LABEL = 15;
const LINE = 19;
const BAR = 22;
const GAP = 12;
const SWATCH = 14;

/**
 * Horizontal stacked bars as an SVG of its own: a bar per question, its label above it, the number of municipalities in each
 * part. All bars share one scale, so that a shorter bar shows a smaller base. No script, nothing loaded; readable from
 * 320 pixels on, in grey as well, since each part carries its number and the order of parts is that of the legend.
 * @returns text of an `<svg>` element
 */
export function stackedBarChart({ segments, bars }: Chart, options: ChartOptions): string {
  const ink = options.ink ?? 'currentColor';
  const most = Math.max(1, ...bars.map(({ counts }) => (counts ?? []).reduce((sum, count) => sum + count, 0)));
  const parts: string[] = [];
  let y = legend(segments, ink, parts) + GAP;
  for (const bar of bars) {
    for (const line of linesOf(bar.label, WIDTH, LABEL)) {
      y += LINE;
      parts.push(`<text x="0" y="${y - 5}" font-size="${LABEL}" fill="${ink}">${escaped(line)}</text>`);
    }
    parts.push(barOf(bar, { segments, bars }, y, WIDTH / most, ink, options.withheld));
    y += BAR + GAP;
  }
  const font = options.font === undefined ? '' : ` font-family="${escaped(options.font)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img"${font}>` +
    `<title>${escaped(options.title)}</title><desc>${escaped(options.description)}</desc>${parts.join('')}</svg>`
  );
}

/** Draws the legend, wrapped. @returns its height */
function legend(segments: Chart['segments'], ink: string, parts: string[]): number {
  let x = 0;
  let y = 0;
  for (const { label, fill } of segments) {
    const width = SWATCH + 6 + textWidth(label, LABEL) + 18;
    if (x > 0 && x + width > WIDTH) {
      x = 0;
      y += LINE + 2;
    }
    parts.push(
      `<rect x="${x}" y="${y + 2}" width="${SWATCH}" height="${SWATCH}" fill="${fill}" stroke="#767676" stroke-width="0.75"/>`,
      `<text x="${x + SWATCH + 6}" y="${y + 14}" font-size="${LABEL}" fill="${ink}">${escaped(label)}</text>`,
    );
    x += width;
  }
  return y + LINE;
}

function barOf({ counts }: Bar, { segments }: Chart, y: number, unit: number, ink: string, withheld: string): string {
  if (counts === null)
    return `<text x="0" y="${y + 16}" font-size="${LABEL}" fill="${ink}">· ${escaped(withheld)}</text>`;
  let x = 0;
  return counts
    .map((count, index) => {
      const segment = segments[index];
      if (count === 0 || segment === undefined) return '';
      const width = count * unit;
      const left = x;
      x += width;
      const number =
        width >= textWidth(String(count), LABEL) + 2
          ? `<text x="${round(left + width / 2)}" y="${y + 16}" font-size="${LABEL}" font-weight="bold" text-anchor="middle" fill="${segment.ink}">${count}</text>`
          : '';
      return `<rect x="${round(left)}" y="${y}" width="${round(width)}" height="${BAR}" fill="${segment.fill}" stroke="#767676" stroke-width="0.75"/>${number}`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
