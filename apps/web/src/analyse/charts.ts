import * as Plot from '@observablehq/plot';

export type Chart = (width: number) => SVGSVGElement;

/** Fit for colour-blind readers, and apart in lightness, so that grey paper tells them apart too. */
const DECREASED = '#2c6db2';
const UNCHANGED = '#d4d8e0';
const INCREASED = '#b8500c';
const SEQUENCE = ['#eef3fa', '#c3d7ee', '#8db4dc', '#4f86bf', '#235a97', '#0d3a6b', '#06264a'];
const FONT = '13px "Fira Sans", system-ui, sans-serif';

/** Plot writes its rules into a style element, which our pages' policy does not let through: the few that count are here. */
function finished(plot: Element, label: string): SVGSVGElement {
  const svg = plot instanceof SVGSVGElement ? plot : plot.querySelector('svg');
  if (svg === null) throw new Error('Plot made no picture');
  svg.querySelectorAll('style').forEach((style) => style.remove());
  svg.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'));
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('fill', 'currentColor');
  svg.setAttribute('font', FONT);
  svg.style.font = FONT;
  svg.style.overflow = 'visible';
  svg.style.maxWidth = '100%';
  svg.style.height = 'auto';
  svg.style.display = 'block';
  return svg;
}

export interface ChangeRow {
  readonly key: string;
  readonly label: string;
  readonly increased: number;
  readonly decreased: number;
  readonly unchanged: number;
}

export interface ChangeWords {
  readonly increased: string;
  readonly decreased: string;
  readonly unchanged: string;
}

/** Diverging stacked bars around the middle of what did not change; the label of each row stands above its bar. */
export function changeChart(rows: readonly ChangeRow[], words: ChangeWords, label: string): Chart {
  const parts = rows.flatMap(({ key, increased, decreased, unchanged }) => [
    { key, from: -unchanged / 2 - decreased, to: -unchanged / 2, count: decreased, kind: words.decreased },
    { key, from: -unchanged / 2, to: unchanged / 2, count: unchanged, kind: words.unchanged },
    { key, from: unchanged / 2, to: unchanged / 2 + increased, count: increased, kind: words.increased },
  ]);
  const most = Math.max(1, ...parts.map(({ from, to }) => Math.max(Math.abs(from), Math.abs(to))));
  return (width) =>
    finished(
      Plot.plot({
        width,
        height: rows.length * 48 + 50,
        marginLeft: 4,
        marginRight: 4,
        marginTop: 46,
        marginBottom: 4,
        x: { axis: null, domain: [-most, most] },
        y: { axis: null, domain: rows.map(({ key }) => key), paddingInner: 0.5, paddingOuter: 0.1 },
        marks: [
          Plot.barX(parts, {
            x1: 'from',
            x2: 'to',
            y: 'key',
            fill: ({ kind }: { kind: string }) =>
              kind === words.increased ? INCREASED : kind === words.decreased ? DECREASED : UNCHANGED,
          }),
          Plot.text(
            parts.filter(({ count }) => count > 0),
            {
              x: (part: { from: number; to: number }) => (part.from + part.to) / 2,
              y: 'key',
              text: ({ count }: { count: number }) => String(count),
              fill: ({ kind }: { kind: string }) => (kind === words.unchanged ? '#1a1a1a' : '#ffffff'),
              fontWeight: 600,
              fontSize: 13,
            },
          ),
          Plot.text(rows, {
            y: 'key',
            text: ({ label: own, increased, decreased, unchanged }: ChangeRow) =>
              `${shortened(own, width)} (n = ${increased + decreased + unchanged})`,
            frameAnchor: 'left',
            textAnchor: 'start',
            dy: -23,
            fontSize: 13,
          }),
          Plot.text([words.decreased], {
            frameAnchor: 'top-left',
            dy: -40,

            fontWeight: 600,
            fontSize: 13,
            text: (text: string) => `◀ ${text}`,
          }),
          Plot.text([words.unchanged], { frameAnchor: 'top', dy: -40, fontSize: 13, text: (text: string) => text }),
          Plot.text([words.increased], {
            frameAnchor: 'top-right',
            dy: -40,

            fontWeight: 600,
            fontSize: 13,
            text: (text: string) => `${text} ▶`,
          }),
        ],
      }),
      label,
    );
}

const shortened = (text: string, width: number): string => {
  const most = Math.floor(width / 7.2) - 9;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};

export interface LevelRow {
  readonly row: string;
  readonly level: string;
  readonly count: number;
}

/** Stacked bars of whole rows, one shade a level from light to dark, counts in the fields. @param breaks rows before which a line is drawn */
export function levelChart(
  rows: readonly string[],
  levels: readonly string[],
  counts: readonly LevelRow[],
  label: string,
  breaks: readonly string[] = [],
): Chart {
  const shades = shadesOf(levels.length);
  const parts = rows.flatMap((row) => {
    const total = counts.filter((one) => one.row === row).reduce((sum, { count }) => sum + count, 0);
    let start = 0;
    return levels.map((level, index) => {
      const count = counts.find((one) => one.row === row && one.level === level)?.count ?? 0;
      const share = total === 0 ? 0 : count / total;
      const part = { row, level, count, from: start, to: start + share, index };
      start += share;
      return part;
    });
  });
  return (width) =>
    finished(
      Plot.plot({
        width,
        height: rows.length * 40 + 10,
        marginLeft: 64,
        marginRight: 4,
        marginTop: 4,
        marginBottom: 4,
        x: { axis: null, domain: [0, 1] },
        y: { domain: rows, label: null, tickSize: 0, paddingInner: 0.25 },
        marks: [
          Plot.barX(parts, {
            x1: 'from',
            x2: 'to',
            y: 'row',
            fill: ({ index }: { index: number }) => shades[index] ?? UNCHANGED,
            stroke: '#5b6472',
            strokeWidth: 0.5,
          }),
          Plot.text(
            parts.filter(({ from, to, count }) => count > 0 && (to - from) * width > 16),
            {
              x: (part: { from: number; to: number }) => (part.from + part.to) / 2,
              y: 'row',
              text: ({ count }: { count: number }) => String(count),
              fill: ({ index }: { index: number }) => (isDark(shades[index] ?? '') ? '#ffffff' : '#1a1a1a'),
              fontWeight: 600,
              fontSize: 13,
            },
          ),
          Plot.axisY({ label: null, tickSize: 0, fontSize: 13 }),
          ...(breaks.length === 0
            ? []
            : [
                Plot.tickY(breaks, {
                  y: (row: string) => row,
                  dy: -18,
                  stroke: 'currentColor',
                  strokeWidth: 2,
                  strokeDasharray: '5,4',
                }),
              ]),
        ],
      }),
      label,
    );
}

/** The shades that a legend shows, lightest first. */
export const shadesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const place = count === 1 ? 3 : Math.round((index * (SEQUENCE.length - 2)) / (count - 1));
    return SEQUENCE[Math.min(place, SEQUENCE.length - 1)] ?? UNCHANGED;
  });

const isDark = (colour: string): boolean => SEQUENCE.indexOf(colour) >= 3;

/** A heat map of counts; rows before, columns after. */
export function transitionChart(
  levels: readonly { readonly code: string; readonly label: string }[],
  transitions: readonly { readonly from: string; readonly to: string; readonly count: number }[],
  label: string,
): Chart {
  const most = Math.max(1, ...transitions.map(({ count }) => count));
  const labelOf = (code: string): string => levels.find((level) => level.code === code)?.label ?? code;
  const cells = transitions
    .filter(({ from, to }) => levels.some(({ code }) => code === from) && levels.some(({ code }) => code === to))
    .map((cell) => ({ ...cell, from: labelOf(cell.from), to: labelOf(cell.to) }));
  const domain = levels.map((level) => level.label);
  return (width) => {
    const side = Math.min(width, 560);
    return finished(
      Plot.plot({
        width: side,
        height: levels.length * 44 + 60,
        marginLeft: Math.min(130, side / 3),
        marginTop: 46,
        marginRight: 4,
        marginBottom: 4,
        x: { domain, axis: 'top', label: null, tickSize: 0, padding: 0.04 },
        y: { domain, label: null, tickSize: 0, padding: 0.04 },
        marks: [
          Plot.cell(
            domain.flatMap((from) => domain.map((to) => ({ from, to }))),
            { x: 'to', y: 'from', fill: 'none', stroke: '#8a93a1', strokeWidth: 0.75 },
          ),
          Plot.cell(cells, {
            x: 'to',
            y: 'from',
            fill: ({ count }: { count: number }) =>
              SEQUENCE[Math.min(SEQUENCE.length - 2, Math.ceil((count / most) * 5))] ?? UNCHANGED,
          }),
          Plot.text(cells, {
            x: 'to',
            y: 'from',
            text: ({ count }: { count: number }) => String(count),
            fill: ({ count }: { count: number }) => (Math.ceil((count / most) * 5) >= 3 ? '#ffffff' : '#1a1a1a'),
            fontWeight: 600,
            fontSize: 14,
          }),
          Plot.axisX({
            anchor: 'top',
            label: null,
            tickSize: 0,
            fontSize: 12,
            ...(side < 480 ? { tickRotate: -30 } : { lineWidth: 7 }),
          }),
          Plot.axisY({ label: null, tickSize: 0, fontSize: 12, lineWidth: 10 }),
        ],
      }),
      label,
    );
  };
}

/** Where each Land stands in a grid that resembles the map. */
const TILES: Readonly<Record<string, readonly [number, number]>> = {
  sh: [2, 0],
  hh: [2, 1],
  mv: [3, 0],
  hb: [1, 1],
  ni: [1, 2],
  be: [4, 1],
  bb: [4, 2],
  st: [3, 2],
  nw: [0, 3],
  he: [1, 3],
  th: [2, 3],
  sn: [3, 3],
  rp: [0, 4],
  sl: [0, 5],
  bw: [1, 5],
  by: [2, 4],
};

/** A tile a Land with how many of how many increased; Länder without a municipality are left empty. */
export function tileChart(
  values: ReadonlyMap<string, { readonly increased: number; readonly comparable: number }>,
  label: string,
): Chart {
  const tiles = Object.entries(TILES).map(([code, [x, y]]) => ({ code, x, y, value: values.get(code) ?? null }));
  return (width) =>
    finished(
      Plot.plot({
        width: Math.min(width, 420),
        height: (Math.min(width, 420) * 6) / 5,
        margin: 4,
        x: { axis: null, domain: [0, 1, 2, 3, 4], padding: 0.06, type: 'band' },
        y: { axis: null, domain: [0, 1, 2, 3, 4, 5], padding: 0.06, type: 'band' },
        marks: [
          Plot.cell(tiles, {
            x: 'x',
            y: 'y',
            fill: ({ value }: (typeof tiles)[number]) =>
              value === null || value.comparable === 0
                ? 'none'
                : (SEQUENCE[Math.round((value.increased / value.comparable) * 5)] ?? UNCHANGED),
            stroke: '#5b6472',
            strokeDasharray: '3,3',
          }),
          Plot.text(tiles, {
            x: 'x',
            y: 'y',
            text: ({ code, value }: (typeof tiles)[number]) =>
              `${code.toUpperCase()}\n${value === null ? '–' : `${value.increased}/${value.comparable}`}`,
            fill: ({ value }: (typeof tiles)[number]) =>
              value === null || value.comparable === 0
                ? 'currentColor'
                : value.increased / value.comparable >= 0.5
                  ? '#ffffff'
                  : '#1a1a1a',
            fontWeight: 600,
            fontSize: 14,
          }),
        ],
      }),
      label,
    );
}
