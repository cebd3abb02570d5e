import * as Plot from '@observablehq/plot';
import { placesOf, type BarPlace, type BarText } from './bar-layout.js';
import { baseOf, type ChangeChart, type LevelChart } from './chart-model.js';
import { drawn, FONT_SIZE, type Drawing } from './frame.js';
import { CHANGE_FILLS, inkOn, OUTLINE, shadesOf } from './palette.js';
import { widthOf } from './text-lines.js';

interface Part extends BarPlace {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly fill: string;
}

interface Withheld extends BarPlace {
  readonly text: string;
}

/** Bars around the middle of what did not change; counts in the fields, label and base above. */
export function drawChange({ bars, words }: ChangeChart, label: string): Drawing {
  const labelled = bars.map((bar) => ({
    ...bar,
    label: bar.counts === null ? bar.label : `${bar.label} (n = ${baseOf(bar.counts)})`,
  }));
  const most = Math.max(
    1,
    ...bars.map(({ counts }) =>
      counts === null ? 0 : counts.unchanged / 2 + Math.max(counts.increased, counts.decreased),
    ),
  );
  return (width) => {
    const { places, texts, height } = placesOf(labelled, width);
    const parts = bars.flatMap(({ counts }, index): readonly Part[] => {
      const place = places[index];
      if (counts === null || place === undefined) return [];
      const { increased, decreased, unchanged } = counts;
      const half = unchanged / 2;
      return [
        { ...place, from: -half - decreased, to: -half, count: decreased, fill: CHANGE_FILLS.decreased },
        { ...place, from: -half, to: half, count: unchanged, fill: CHANGE_FILLS.unchanged },
        { ...place, from: half, to: half + increased, count: increased, fill: CHANGE_FILLS.increased },
      ];
    });
    const withheld = withheldOf(bars, places, words.withheld);
    return drawn(
      { ...frameOf(width, height, [-most, most]), marks: marksOf({ width, parts, texts, withheld, span: 2 * most }) },
      label,
    );
  };
}

/** Stacked bars of whole rows; a dashed line where a row is not comparable with the one before. */
export function drawLevels({ levels, bars, words }: LevelChart, label: string): Drawing {
  const shades = shadesOf(levels.length);
  const labelled = bars.map((bar) => ({
    ...bar,
    label: `${bar.label}${bar.counts === null ? '' : ` (n = ${sumOf(bar.counts)})`}${bar.isBreak ? ` – ${words.notComparable}` : ''}`,
  }));
  return (width) => {
    const { places, texts, height } = placesOf(labelled, width);
    const parts = bars.flatMap(({ counts }, index): readonly Part[] => {
      const place = places[index];
      if (counts === null || place === undefined) return [];
      const total = sumOf(counts);
      let start = 0;
      return counts.map((count, level) => {
        const from = start;
        start += total === 0 ? 0 : count / total;
        return { ...place, from, to: start, count, fill: shades[level] ?? OUTLINE };
      });
    });
    const breaks = bars.flatMap(({ isBreak }, index) => {
      const before = places[index - 1];
      return isBreak && before !== undefined ? [before.bottom + 5] : [];
    });
    return drawn(
      {
        ...frameOf(width, height, [0, 1]),
        marks: [
          ...marksOf({ width, parts, texts, withheld: withheldOf(bars, places, words.withheld), span: 1 }),
          Plot.ruleY(breaks, { stroke: 'currentColor', strokeWidth: 2, strokeDasharray: '6,4' }),
        ],
      },
      label,
    );
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const withheldOf = (
  bars: readonly { readonly counts: unknown }[],
  places: readonly BarPlace[],
  text: string,
): readonly Withheld[] =>
  bars.flatMap(({ counts }, index) => {
    const place = places[index];
    return counts === null && place !== undefined ? [{ ...place, text }] : [];
  });

/** Heights are pixels, computed beforehand: rows differ in how many lines their label takes. */
const frameOf = (width: number, height: number, domain: readonly [number, number]): Plot.PlotOptions => ({
  width,
  height,
  marginLeft: 1,
  marginRight: 1,
  marginTop: 0,
  marginBottom: 0,
  x: { axis: null, domain: [...domain] },
  y: { axis: null, type: 'identity' },
});

function marksOf({
  width,
  parts,
  texts,
  withheld,
  span,
}: {
  readonly width: number;
  readonly parts: readonly Part[];
  readonly texts: readonly BarText[];
  readonly withheld: readonly Withheld[];
  readonly span: number;
}): Plot.Markish[] {
  const middle = ({ top, bottom }: BarPlace): number => (top + bottom) / 2;
  return [
    Plot.rect(
      parts.filter(({ count }) => count > 0),
      { x1: 'from', x2: 'to', y1: 'top', y2: 'bottom', fill: 'fill', stroke: OUTLINE, strokeWidth: 0.5 },
    ),
    Plot.text(
      parts.filter(({ from, to, count }) => count > 0 && ((to - from) / span) * width > widthOf(String(count)) + 2),
      {
        x: ({ from, to }: Part) => (from + to) / 2,
        y: middle,
        text: ({ count }: Part) => String(count),
        fill: ({ fill }: Part) => inkOn(fill),
        fontWeight: 600,
        fontSize: FONT_SIZE,
      },
    ),
    Plot.text(withheld, {
      y: middle,
      text: ({ text }: Withheld) => `· ${text}`,
      frameAnchor: 'left',
      textAnchor: 'start',
      fontStyle: 'italic',
      fontSize: FONT_SIZE,
    }),
    ...[true, false].map((heading) =>
      Plot.text(
        texts.filter(({ isHeading }) => isHeading === heading),
        {
          y: 'y',
          text: 'text',
          frameAnchor: 'left',
          textAnchor: 'start',
          lineAnchor: 'bottom',
          fontWeight: heading ? 700 : 400,
          fontSize: FONT_SIZE,
        },
      ),
    ),
  ];
}
