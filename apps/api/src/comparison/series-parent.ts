import type { LevelShareModel, SeriesModel, SeriesPointModel } from './comparison.model.js';

/** Parent of the schema's Series. */
export interface SeriesParent extends Omit<SeriesModel, 'points'> {
  readonly points: readonly SeriesPointParent[];
}

/** Parent of the schema's SeriesPoint. */
export interface SeriesPointParent extends SeriesPointModel {
  readonly levelShare: (box: string) => LevelShareModel | null;
}
