import * as Plot from '@observablehq/plot';
import type { TransitionChart } from './chart-model.js';
import { drawn, FONT_SIZE, type Drawing } from './frame.js';
import { inkOn, OUTLINE, shadeAt } from './palette.js';
import { widthOf } from './text-lines.js';

const WIDEST = 560;
const LONGEST_LABEL = 130;
const CELL = 42;

const shortened = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${text.slice(0, Math.max(1, Math.floor(width / widthOf('x')) - 1))}…`;

/** A heat map of counts; rows before, columns after. Column labels stand upright where they are wider than a column. */
export function drawTransitions({ levels, cells }: TransitionChart, label: string): Drawing {
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const shades = new Map(cells.map((cell) => [cell, shadeAt(cell.count / most)]));
  const fillOf = (cell: (typeof cells)[number]): string => shades.get(cell) ?? OUTLINE;
  const domain = levels.map(({ code }) => code);
  const longest = Math.max(...levels.map((level) => widthOf(level.label)));
  return (width) => {
    const side = Math.min(width, WIDEST);
    const marginLeft = Math.min(longest + 8, LONGEST_LABEL, side / 3);
    const column = (side - marginLeft) / levels.length;
    const isUpright = longest > column - 4;
    const marginTop = isUpright ? Math.min(longest, LONGEST_LABEL) + 8 : 26;
    return drawn(
      {
        width: side,
        height: levels.length * CELL + marginTop + 2,
        marginLeft,
        marginTop,
        marginRight: 1,
        marginBottom: 1,
        x: { domain, axis: null, padding: 0.04 },
        y: { domain, axis: null, padding: 0.04 },
        marks: [
          Plot.cell(
            domain.flatMap((from) => domain.map((to) => ({ from, to }))),
            // What did not change lies on the diagonal, which is drawn stronger.
            {
              x: 'to',
              y: 'from',
              fill: 'none',
              stroke: OUTLINE,
              strokeWidth: ({ from, to }) => (from === to ? 2 : 0.75),
            },
          ),
          Plot.cell(cells, { x: 'to', y: 'from', fill: fillOf, inset: 1 }),
          Plot.text(cells, {
            x: 'to',
            y: 'from',
            text: ({ count }: { count: number }) => String(count),
            fill: (cell: (typeof cells)[number]) => inkOn(fillOf(cell)),
            fontWeight: 600,
            fontSize: FONT_SIZE + 1,
          }),
          Plot.text(levels, {
            y: 'code',
            text: (level: { label: string }) => shortened(level.label, marginLeft - 6),
            frameAnchor: 'left',
            textAnchor: 'end',
            dx: -6,
            fontSize: FONT_SIZE,
          }),
          Plot.text(levels, {
            x: 'code',
            text: (level: { label: string }) => shortened(level.label, isUpright ? LONGEST_LABEL : column),
            frameAnchor: 'top',
            dy: -8,
            fontSize: FONT_SIZE,
            ...(isUpright ? { rotate: -90, textAnchor: 'start' as const } : { lineAnchor: 'bottom' as const }),
          }),
        ],
      },
      label,
    );
  };
}
