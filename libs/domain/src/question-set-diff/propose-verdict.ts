import { isSameMeasurement } from '../question-set/check-predecessors.js';
import { canonicalJson } from '../question-set/content-hash.js';
import type { Question, Verdict } from '../question-set/question-set.js';
import { localize } from '../text/localized-text.js';

/** Share of letters that may differ for a rewording to count as a correction of its spelling. */
export const EDITORIAL_DISTANCE = 0.15;

/** What a computer would say of a change. It is shown to the designer and never applied by itself. */
export interface VerdictProposal {
  readonly verdict: Verdict;
  /** RECODED only. */
  readonly recode?: Readonly<Record<string, string>>;
  readonly reason:
    | 'SAME'
    | 'TYPE_CHANGED'
    | 'UNIT_CHANGED'
    | 'LABELS_EDITED'
    | 'TEXT_EDITED'
    | 'TEXT_REWRITTEN'
    | 'LEVELS_MAPPED'
    | 'LEVELS_CHANGED';
}

/**
 * Edit distance of two texts over the length of the longer one.
 * @returns 0 (equal) to 1; texts beyond 2000 characters are compared by their first 2000
 * Source: Levenshtein, V. I. (1966), Soviet Physics Doklady 10
 */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a].slice(0, 2000), [...b].slice(0, 2000)];
  const longer = Math.max(from.length, to.length);
  if (longer === 0) return 0;
  let row = Uint32Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = new Uint32Array(to.length + 1);
    next[0] = i;
    for (let j = 1; j <= to.length; j += 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1));
    row = next;
  }
  return row[to.length]! / longer;
}

/** Earlier levels that are found again: by code, else by an equal label. */
function levelMap(from: Question, to: Question): Readonly<Record<string, string>> {
  const map: Record<string, string> = {};
  for (const level of from.scale.levels) {
    const found =
      to.scale.levels.find(
        ({ code, label }) => code === level.code && canonicalJson(label) === canonicalJson(level.label),
      ) ??
      to.scale.levels.find(({ label }) => canonicalJson(label) === canonicalJson(level.label)) ??
      to.scale.levels.find(({ code }) => code === level.code);
    if (found !== undefined) map[level.code] = found.code;
  }
  return map;
}

const labelsOf = ({ scale }: Question, locale: string): string =>
  scale.levels.map(({ label }) => localize(label, locale)).join('\n');

/**
 * Proposes how two wordings of a question compare: by equality of measurement, of unit and type, by the levels that are
 * found again, and by how far the texts differ.
 * @param locale language in which texts are compared
 * @returns a proposal for every pair of questions. Total: never throws.
 */
export function proposeVerdict(from: Question, to: Question, locale = 'de'): VerdictProposal {
  if (isSameMeasurement(from, to)) return { verdict: 'IDENTICAL', reason: 'SAME' };
  if (from.type !== to.type || from.scale.ordered !== to.scale.ordered)
    return { verdict: 'BREAK', reason: 'TYPE_CHANGED' };
  if (canonicalJson(from.unit ?? {}) !== canonicalJson(to.unit ?? {}))
    return { verdict: 'BREAK', reason: 'UNIT_CHANGED' };
  const codes = (question: Question): string => question.scale.levels.map(({ code }) => code).join('\n');
  if (codes(from) !== codes(to)) {
    const recode = levelMap(from, to);
    return Object.keys(recode).length === 0
      ? { verdict: 'BREAK', reason: 'LEVELS_CHANGED' }
      : { verdict: 'RECODED', recode, reason: 'LEVELS_MAPPED' };
  }
  const distance = editDistance(localize(from.text, locale), localize(to.text, locale));
  if (distance > EDITORIAL_DISTANCE) return { verdict: 'COMPARABLE', reason: 'TEXT_REWRITTEN' };
  if (editDistance(labelsOf(from, locale), labelsOf(to, locale)) > EDITORIAL_DISTANCE)
    return { verdict: 'COMPARABLE', reason: 'LABELS_EDITED' };
  return { verdict: 'EDITORIAL', reason: 'TEXT_EDITED' };
}
