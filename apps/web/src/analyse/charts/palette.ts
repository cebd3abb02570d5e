import type { ChartModel } from './chart-model.js';

/**
 * Apart in hue for colour-blind readers, and far apart in lightness: a third each, so that grey paper tells them apart too
 * (a browser test turns pictures grey and looks).
 */
export const CHANGE_FILLS = { increased: '#8a3b0a', decreased: '#74aee0', unchanged: '#e8ebf0' } as const;
export const OUTLINE = '#5b6472';

/** Light to dark; what lies between two stops is mixed. */
const STOPS = ['#eef3fa', '#c3d7ee', '#8db4dc', '#4f86bf', '#235a97', '#0d3a6b'].map(channelsOf);

/** @param place 0 is the lightest, 1 the darkest */
export function shadeAt(place: number): string {
  const at = Math.min(1, Math.max(0, place)) * (STOPS.length - 1);
  const lower = STOPS[Math.floor(at)] ?? [0, 0, 0];
  const upper = STOPS[Math.ceil(at)] ?? lower;
  const mixed = lower.map((channel, index) => Math.round(channel + ((upper[index] ?? channel) - channel) * (at % 1)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** One shade a level, lightest first. */
export const shadesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => shadeAt(count === 1 ? 0.5 : index / (count - 1)));

/** Black or white, whichever is read better on a fill (WCAG's relative luminance). */
export function inkOn(fill: string): string {
  const [red = 0, green = 0, blue = 0] = channelsOf(fill).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#1a1a1a' : '#ffffff';
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

export interface LegendEntry {
  readonly label: string;
  readonly fill: string;
}

/** What the fills of a chart mean; empty where the picture says it itself. */
export function legendOf(chart: ChartModel): readonly LegendEntry[] {
  if (chart.kind === 'levels') {
    const shades = shadesOf(chart.levels.length);
    return chart.levels.map(({ label }, index) => ({ label, fill: shades[index] ?? OUTLINE }));
  }
  if (chart.kind === 'change' || chart.kind === 'multiples')
    return (['decreased', 'unchanged', 'increased'] as const).map((kind) => ({
      label: chart.words[kind],
      fill: CHANGE_FILLS[kind],
    }));
  return [];
}
