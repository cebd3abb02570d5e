import * as Plot from '@observablehq/plot';
import { baseOf, type ChangeCounts, type TileChart } from './chart-model.js';
import { drawn, FONT_SIZE, type Drawing } from './frame.js';
import { LAENDER } from './laender.js';
import { inkOn, OUTLINE, shadeAt } from './palette.js';

const WIDEST = 420;

interface Tile {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** Undefined: no municipality; null: withheld. */
  readonly counts: ChangeCounts | null | undefined;
}

/** A tile a Land with how many of how many increased; Länder without a comparable municipality are left empty. */
export function drawTiles({ values }: TileChart, label: string): Drawing {
  const tiles = [...LAENDER].map(([code, [x, y]]): Tile => ({ code, x, y, counts: values.get(code) }));
  const fillOf = ({ counts }: Tile): string =>
    !counts || baseOf(counts) === 0 ? 'none' : shadeAt(counts.increased / baseOf(counts));
  const textOf = ({ counts }: Tile): string =>
    counts === null ? '·' : counts === undefined ? '–' : `${counts.increased}/${baseOf(counts)}`;
  return (width) =>
    drawn(
      {
        width: Math.min(width, WIDEST),
        height: (Math.min(width, WIDEST) * 6) / 5,
        margin: 1,
        x: { axis: null, domain: [0, 1, 2, 3, 4], padding: 0.06, type: 'band' },
        y: { axis: null, domain: [0, 1, 2, 3, 4, 5], padding: 0.06, type: 'band' },
        marks: [
          Plot.cell(tiles, { x: 'x', y: 'y', fill: fillOf, stroke: OUTLINE, strokeDasharray: '3,3' }),
          Plot.text(tiles, {
            x: 'x',
            y: 'y',
            text: (tile: Tile) => `${tile.code.toUpperCase()}\n${textOf(tile)}`,
            fill: (tile: Tile) => (fillOf(tile) === 'none' ? 'currentColor' : inkOn(fillOf(tile))),
            fontWeight: 600,
            fontSize: FONT_SIZE + 1,
          }),
        ],
      },
      label,
    );
}
