import * as Plot from '@observablehq/plot';
import { baseOf, type MultiplesChart } from './chart-model.js';
import { drawn, FONT_SIZE, type Drawing } from './frame.js';
import { CHANGE_FILLS, OUTLINE } from './palette.js';
import { linesOf } from './text-lines.js';

const PANEL = { width: 130, bars: 84, head: 56 };
const KINDS = ['decreased', 'unchanged', 'increased'] as const;

/** A small picture a group, all on one scale, so that heights compare; as many beside each other as fit. */
export function drawMultiples({ panels, words }: MultiplesChart, label: string): Drawing {
  const most = Math.max(
    1,
    ...panels.flatMap(({ counts }) => (counts === null ? [] : KINDS.map((kind) => counts[kind]))),
  );
  return (width) => {
    const columns = Math.max(1, Math.min(panels.length, Math.floor(width / PANEL.width)));
    const placed = panels.map((panel, index) => ({
      ...panel,
      column: index % columns,
      row: Math.floor(index / columns),
      text: [
        ...linesOf(panel.label, width / columns - 8, 2),
        panel.counts === null ? `· ${words.withheld}` : `n = ${baseOf(panel.counts)}`,
      ].join('\n'),
    }));
    const bars = placed.flatMap(({ counts, column, row }) =>
      counts === null ? [] : KINDS.map((kind) => ({ column, row, kind, count: counts[kind] })),
    );
    const rows = Math.ceil(panels.length / columns);
    const space = most * (PANEL.head / PANEL.bars);
    return drawn(
      {
        width,
        height: rows * (PANEL.bars + PANEL.head + 12),
        marginLeft: 1,
        marginRight: 1,
        marginTop: 1,
        marginBottom: 1,
        fx: { axis: null, domain: Array.from({ length: columns }, (_, index) => index), padding: 0.08 },
        fy: { axis: null, domain: Array.from({ length: rows }, (_, index) => index), padding: 0.08 },
        x: { axis: null, domain: [...KINDS], padding: 0.15 },
        y: { axis: null, domain: [0, most + space] },
        marks: [
          Plot.ruleY(placed, { fx: 'column', fy: 'row', y: () => 0, stroke: OUTLINE }),
          Plot.barY(bars, {
            fx: 'column',
            fy: 'row',
            x: 'kind',
            y: 'count',
            fill: ({ kind }: { kind: (typeof KINDS)[number] }) => CHANGE_FILLS[kind],
            stroke: OUTLINE,
            strokeWidth: 0.5,
          }),
          Plot.text(bars, {
            fx: 'column',
            fy: 'row',
            x: 'kind',
            y: 'count',
            dy: -8,
            text: ({ count }: { count: number }) => String(count),
            fontWeight: 600,
            fontSize: FONT_SIZE,
          }),
          Plot.text(placed, {
            fx: 'column',
            fy: 'row',
            text: 'text',
            frameAnchor: 'top-left',
            fontSize: FONT_SIZE,
            lineHeight: 1.25,
          }),
        ],
      },
      label,
    );
  };
}
