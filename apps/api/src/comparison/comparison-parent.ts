import type {
  ChangeSummary,
  DeltaOrder,
  IntervalMethod,
  RoundColumns,
  RoundInfo,
  ShareInterval,
  SignedRankTest,
  ZeroHandling,
} from '@reflexbogen/domain';
import type { PageArgs } from '../graphql/page.js';
import type { RoundSide } from '../municipality/municipality-filter.input.js';
import type { DeltaMunicipalitiesArgs } from './comparison.args.js';
import type {
  CrossedGroupModel,
  DeltaGroupModel,
  DeltaModel,
  DeltaMunicipalityConnection,
  DisagreementConnection,
  LevelCountModel,
  LevelShareModel,
  TextPairConnection,
} from './comparison.model.js';
import type { DeltaStatisticsModel } from './statistics.model.js';

/** Parent of the schema's Comparison. */
export interface ComparisonParent {
  readonly from: RoundInfo;
  readonly to: RoundInfo;
  readonly panelSize: number;
  readonly deltasInOrder: (order: DeltaOrder) => readonly DeltaParent[];
  readonly agreements: () => readonly AgreementParent[];
  readonly texts: (question: string, page: PageArgs) => Promise<TextPairConnection>;
}

/** Parent of the schema's Delta: its plain fields, and what it can work out when asked. */
export interface DeltaParent extends DeltaModel {
  readonly levelShare: (round: RoundSide, box: string) => LevelShareModel | null;
  readonly distribution: (round: RoundSide) => readonly LevelCountModel[];
  readonly groups: (attribute: string, at: RoundSide) => readonly DeltaGroupModel[];
  readonly crossedGroups: (attributes: readonly string[], at: RoundSide) => readonly CrossedGroupModel[];
  readonly municipalities: (args: DeltaMunicipalitiesArgs) => Promise<DeltaMunicipalityConnection>;
  readonly sentence: (locale: string) => string;
  readonly change: () => ChangeSummary | null;
  readonly statistics: () => DeltaStatisticsParent | null;
}

/** Parent of the schema's DeltaStatistics. */
export interface DeltaStatisticsParent extends DeltaStatisticsModel {
  readonly shareIncreased: (method: IntervalMethod) => ShareInterval | null;
  readonly signedRank: (zeros: ZeroHandling) => SignedRankTest | null;
}

/** Parent of the schema's Agreement. */
export interface AgreementParent {
  readonly computed: DeltaParent;
  readonly reported: DeltaParent;
  readonly comparable: number | null;
  readonly agree: number | null;
  readonly disagreements: (page: PageArgs) => DisagreementConnection;
}

/** One side of a comparison: the round and its columns. */
export interface ComparedRound {
  readonly round: RoundInfo;
  readonly columns: RoundColumns;
}
