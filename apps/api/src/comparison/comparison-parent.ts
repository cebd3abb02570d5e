import type { DeltaOrder, RoundColumns } from '@reflexbogen/domain';
import type { RoundInfo } from '@reflexbogen/domain';
import type { RoundSide } from '../municipality/municipality-filter.input.js';
import type { DeltaMunicipalitiesArgs } from './comparison.args.js';
import type { DeltaGroupModel, DeltaModel, DeltaMunicipalityConnection, LevelShareModel } from './comparison.model.js';

/** Parent of the schema's Comparison. */
export interface ComparisonParent {
  readonly from: RoundInfo;
  readonly to: RoundInfo;
  readonly panelSize: number;
  readonly deltasInOrder: (order: DeltaOrder) => readonly DeltaParent[];
}

/** Parent of the schema's Delta: its plain fields, and what it can work out when asked. */
export interface DeltaParent extends DeltaModel {
  readonly levelShare: (round: RoundSide, box: string) => LevelShareModel | null;
  readonly groups: (attribute: string, at: RoundSide) => readonly DeltaGroupModel[];
  readonly municipalities: (args: DeltaMunicipalitiesArgs) => Promise<DeltaMunicipalityConnection>;
  readonly sentence: (locale: string) => string;
}

/** One side of a comparison: the round and its columns. */
export interface ComparedRound {
  readonly round: RoundInfo;
  readonly columns: RoundColumns;
}
