import { isSameMeasurement } from '../question-set/check-predecessors.js';
import { canonicalJson } from '../question-set/canonical-json.js';
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

/** Letters from the first difference to the last that are compared; more count as rewritten. Keeps a proposal short. */
const MAX_COMPARED = 2000;

const lettersOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

/**
 * Edit distance of two texts over the length of the longer one, in code points.
 * @param limit share above which it does not matter how far the texts differ
 * @returns 0 (equal) to 1; 1 for every distance above the limit, and where more than 2000 letters lie between the first and
 *   the last difference. Total: never throws.
 * Source: Levenshtein, V. I. (1966), Soviet Physics Doklady 10; band: Ukkonen, E. (1985), Information and Control 64
 */
export function editDistance(a: string, b: string, limit = 1): number {
  if (a === b) return 0;
  const [before, after] = [lettersOf(a), lettersOf(b)];
  const [shorter, longer] = [Math.min(before.length, after.length), Math.max(before.length, after.length)];
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [from, to] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (Math.max(from.length, to.length) > MAX_COMPARED) return 1;
  const most = Math.floor(limit * longer);
  const edits = boundedEdits(from, to, most);
  return edits > most ? 1 : edits / longer;
}

/** Edits that turn one list into the other; something above `most` where it takes more than that. */
function boundedEdits(from: readonly number[], to: readonly number[], most: number): number {
  const beyond = most + 1;
  let row = Uint32Array.from({ length: to.length + 1 }, (_, index) => index);
  let next = new Uint32Array(to.length + 1);
  for (let i = 1; i <= from.length; i += 1) {
    // Cells farther from the diagonal than `most` cannot be part of a way that short.
    const [first, last] = [Math.max(1, i - most), Math.min(to.length, i + most)];
    next.fill(beyond);
    if (i <= most) next[0] = i;
    let least = next[0]!;
    for (let j = first; j <= last; j += 1) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const edits = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
      next[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > most) return beyond;
    [row, next] = [next, row];
  }
  return row[to.length]!;
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
  const startsReporting = (from.reportsChangeOf === undefined) !== (to.reportsChangeOf === undefined);
  if (isSameMeasurement(from, to) && !startsReporting) return { verdict: 'IDENTICAL', reason: 'SAME' };
  if (from.type !== to.type || from.scale.ordered !== to.scale.ordered || startsReporting)
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
  const distance = editDistance(localize(from.text, locale), localize(to.text, locale), EDITORIAL_DISTANCE);
  if (distance > EDITORIAL_DISTANCE) return { verdict: 'COMPARABLE', reason: 'TEXT_REWRITTEN' };
  if (editDistance(labelsOf(from, locale), labelsOf(to, locale), EDITORIAL_DISTANCE) > EDITORIAL_DISTANCE)
    return { verdict: 'COMPARABLE', reason: 'LABELS_EDITED' };
  return { verdict: 'EDITORIAL', reason: 'TEXT_EDITED' };
}
