import type { Verdict } from './question-set.js';

/**
 * Whether last round's answer is shown to the municipality beside a question.
 * - NONE: never
 * - SHOW: beside the question; the default
 * - SHOW_AFTER: once there is an answer of its own (independent interviewing)
 * - CONFIRM: beside the question, to be confirmed in one act (dependent interviewing)
 */
export const PRIOR_POLICIES = ['NONE', 'SHOW', 'SHOW_AFTER', 'CONFIRM'] as const;
export type PriorPolicy = (typeof PRIOR_POLICIES)[number];

/** What a question is asked under that states no policy. */
export const DEFAULT_PRIOR: PriorPolicy = 'SHOW';

/** @param verdict how the two wordings compare; null where the question was not asked before */
export function priorShown(
  policy: PriorPolicy,
  { verdict, hasOwnAnswer }: { readonly verdict: Verdict | null; readonly hasOwnAnswer: boolean },
): boolean {
  if (verdict === null || verdict === 'BREAK' || policy === 'NONE') return false;
  return policy !== 'SHOW_AFTER' || hasOwnAnswer;
}

/** Whether last round's answer may be confirmed as this round's: where the question asks for that, on the same scale. */
export const mayConfirm = (policy: PriorPolicy, verdict: Verdict | null): boolean =>
  policy === 'CONFIRM' && isSameScale(verdict);

/** Whether it may be taken over without a look at each: not where the municipality is to answer by itself first. */
export const mayCarryOver = (policy: PriorPolicy, verdict: Verdict | null): boolean =>
  (policy === 'CONFIRM' || policy === 'SHOW') && isSameScale(verdict);

const isSameScale = (verdict: Verdict | null): boolean =>
  verdict === 'IDENTICAL' || verdict === 'EDITORIAL' || verdict === 'COMPARABLE';
