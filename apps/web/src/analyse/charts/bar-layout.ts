import { linesOf } from './text-lines.js';

const LINE = 18;
const BAR = 24;
const GAP = 10;
const HEADING_GAP = 10;

export interface BarText {
  readonly text: string;
  /** Lower edge of the letters, pixels from the top. */
  readonly y: number;
  readonly isHeading: boolean;
}

export interface BarPlace {
  readonly top: number;
  readonly bottom: number;
}

/** Bars below each other, each below its label, in pixels: at 320 px there is no room for labels beside bars. */
export function placesOf(
  bars: readonly { readonly label: string; readonly heading: string | null }[],
  width: number,
): { readonly places: readonly BarPlace[]; readonly texts: readonly BarText[]; readonly height: number } {
  const texts: BarText[] = [];
  let y = 0;
  const places = bars.map(({ label, heading }) => {
    if (heading !== null) {
      y += y === 0 ? 0 : HEADING_GAP;
      for (const text of linesOf(heading, width)) texts.push({ text, y: (y += LINE) - 5, isHeading: true });
    }
    for (const text of linesOf(label, width)) texts.push({ text, y: (y += LINE) - 5, isHeading: false });
    const place = { top: y, bottom: y + BAR };
    y += BAR + GAP;
    return place;
  });
  return { places, texts, height: Math.max(y - GAP + 1, 1) };
}
