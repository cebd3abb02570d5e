/**
 * Who of the analysts sees single answers.
 * - `ANALYSTS`: every analyst of the study
 * - `GRANTED`: those whose token says so; everybody else sees released freezes and fixed breakdowns only
 */
export type SingleAnswersRule = 'ANALYSTS' | 'GRANTED';

/** A study's policy on who sees which figure. docs/methodology.md#who-sees-which-figure */
export interface DisclosurePolicy {
  /** Smallest number of municipalities that a figure for protected analysts may rest on, 2 to 100; default 3. */
  readonly smallestBase: number;
  /** Codes of the attributes by which protected analysts may break figures down, the most important first. */
  readonly breakdowns: readonly string[];
  readonly singleAnswers: SingleAnswersRule;
}

export const DEFAULT_DISCLOSURE_POLICY: DisclosurePolicy = {
  smallestBase: 3,
  breakdowns: [],
  singleAnswers: 'GRANTED',
};
