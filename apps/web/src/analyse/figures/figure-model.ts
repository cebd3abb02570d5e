import type { ChartModel } from '../charts/chart-model.js';

/** A table as it is shown: headings, then rows. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One picture with everything that belongs to it, as plain data. */
export interface FigureModel {
  /** Unique on its page and stable: anchor in the address, name of files, entry of a report. */
  readonly id: string;
  readonly title: string;
  /** What the picture says, in one sentence. */
  readonly sentence: string;
  /** How to read it. */
  readonly caption: string;
  readonly notes: readonly string[];
  readonly chart: ChartModel;
  readonly table: Table;
}
