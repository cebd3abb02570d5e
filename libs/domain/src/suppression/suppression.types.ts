import type { RoundColumns } from '../comparison/comparison.types.js';
import type { Grouping } from '../comparison/delta.js';
import type { QuestionSet } from '../question-set/question-set.js';

/** What a study allows those who may not see single answers. */
export interface SuppressionPolicy {
  /** Fewest municipalities behind any figure, at least 1; 3 is usual. */
  readonly smallestBase: number;
  /** Codes of the attributes by which figures may be broken down, the most important first. */
  readonly breakdowns: readonly string[];
}

/** The pinned state of a study that is released: everything that any released figure is counted from. */
export interface ReleaseInput {
  /**
   * In order of time. Every release of a study follows one panel order: a municipality unknown at the time of an earlier
   * release is NOT_IN_PANEL there.
   */
  readonly rounds: readonly RoundColumns[];
  /** Published question sets: the way from one revision to another. */
  readonly history: readonly QuestionSet[];
  /** By attribute code; one value a municipality for the whole release. */
  readonly groupings: ReadonlyMap<string, Grouping>;
}

/** A breakdown of one column. */
export interface BreakdownPlan {
  /** Values of the groups that are withheld; together they are safe, each for itself is not. */
  readonly joined: readonly (string | null)[];
  /** Positions in `SuppressionPlan.views`, ascending. */
  readonly views: readonly number[];
}

/** What may be shown of one question or option. */
export interface ColumnPlan {
  /** Positions in `SuppressionPlan.views` of what may be shown in total, ascending. */
  readonly views: readonly number[];
  /** By attribute code. An attribute that is not in it is withheld as a whole. */
  readonly breakdowns: Readonly<Record<string, BreakdownPlan>>;
}

/**
 * What may be shown of a release. Plain JSON, stored with the release: later releases are planned against it.
 * A *view* is a pair of rounds (a comparison) or a single one (a distribution), as round codes in order of time.
 */
export interface SuppressionPlan {
  readonly smallestBase: number;
  readonly views: readonly (readonly string[])[];
  /** By columnKey(question, option). What is not in it is withheld. */
  readonly columns: Readonly<Record<string, ColumnPlan>>;
}

/** An earlier release and what was shown of it. */
export interface EarlierRelease {
  readonly release: ReleaseInput;
  readonly plan: SuppressionPlan;
}

/** Switches for the tests that show what each rule is good for. Everything is on otherwise. */
export interface SuppressionRules {
  /** No figure on fewer than `smallestBase` municipalities. */
  readonly base: boolean;
  /** No figure that says the same of all its municipalities. */
  readonly unanimity: boolean;
  /** What is left of a total when the groups shown are taken from it is safe itself. */
  readonly complement: boolean;
  /** Groups of one attribute are safe within the groups of another. */
  readonly crossing: boolean;
  /** Figures of different rounds are about different municipalities: those who make the difference are safe themselves. */
  readonly rounds: boolean;
  /** The same for releases. */
  readonly releases: boolean;
  /** Answers of those who responded in one of the two rounds only do not show in a comparison. */
  readonly oneSided: boolean;
  /** Answers on which another question's visibility depends are safe wherever that question is shown. */
  readonly dependence: boolean;
}

export const ALL_RULES: SuppressionRules = {
  base: true,
  unanimity: true,
  complement: true,
  crossing: true,
  rounds: true,
  releases: true,
  oneSided: true,
  dependence: true,
};
