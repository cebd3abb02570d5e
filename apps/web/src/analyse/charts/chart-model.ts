/** Counts of one row; null where they are withheld. */
export interface ChangeCounts {
  readonly increased: number;
  readonly decreased: number;
  readonly unchanged: number;
}

export interface ChangeWords {
  readonly increased: string;
  readonly decreased: string;
  readonly unchanged: string;
  readonly withheld: string;
}

export interface ChangeBar {
  readonly key: string;
  readonly label: string;
  /** Stands once above the rows that follow; null where there is none or it is the same as before. */
  readonly heading: string | null;
  readonly counts: ChangeCounts | null;
}

export interface LevelBar {
  readonly key: string;
  readonly label: string;
  readonly heading: string | null;
  /** One count a level, in scale order; null where they are withheld. */
  readonly counts: readonly number[] | null;
  /** Whether the row is not comparable with the one before: a line is drawn between them. */
  readonly isBreak: boolean;
}

export interface LevelName {
  readonly code: string;
  readonly label: string;
}

/** Diverging stacked bars around the middle of what did not change. */
export interface ChangeChart {
  readonly kind: 'change';
  readonly words: ChangeWords;
  readonly bars: readonly ChangeBar[];
}

/** Stacked bars of whole rows, one shade a level from light to dark. */
export interface LevelChart {
  readonly kind: 'levels';
  readonly levels: readonly LevelName[];
  readonly bars: readonly LevelBar[];
  /** Words beside the line of a break, and for rows that are withheld. */
  readonly words: { readonly notComparable: string; readonly withheld: string };
}

/** A heat map of counts; rows before, columns after. */
export interface TransitionChart {
  readonly kind: 'transitions';
  readonly levels: readonly LevelName[];
  readonly cells: readonly { readonly from: string; readonly to: string; readonly count: number }[];
}

/** A small picture a group, all on one scale. */
export interface MultiplesChart {
  readonly kind: 'multiples';
  readonly words: ChangeWords;
  readonly panels: readonly { readonly label: string; readonly counts: ChangeCounts | null }[];
}

/** A tile a Land in a grid that resembles the map. */
export interface TileChart {
  readonly kind: 'tiles';
  /** By code of the Land in lower case; Länder that are not there have no municipality. */
  readonly values: ReadonlyMap<string, ChangeCounts | null>;
}

/** What is drawn, as plain data: the library that draws it is loaded when the first picture is shown. */
export type ChartModel = ChangeChart | LevelChart | TransitionChart | MultiplesChart | TileChart;

export const baseOf = ({ increased, decreased, unchanged }: ChangeCounts): number => increased + decreased + unchanged;
