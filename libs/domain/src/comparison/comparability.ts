import { isSameMeasurement } from '../question-set/check-predecessors.js';
import { VERDICTS } from '../question-set/question-set.js';
import type { Question, QuestionSet, Verdict } from '../question-set/question-set.js';
import type { Comparability } from './comparison.types.js';

const IDENTICAL: Comparability = { verdict: 'IDENTICAL', notes: [] };

const weaker = (a: Verdict, b: Verdict): Verdict => (VERDICTS.indexOf(a) < VERDICTS.indexOf(b) ? b : a);

const isBefore = (a: QuestionSet, b: QuestionSet): boolean =>
  a.year < b.year || (a.year === b.year && a.revision < b.revision);

const known = new WeakMap<Question, WeakMap<Question, Verdict>>();

/**
 * The verdict where the designer gave none: same type, text, unit and levels mean IDENTICAL, anything else is BREAK, as is a
 * level question that became a report of change or the reverse. The service never guesses in favour of a number.
 */
export function defaultVerdict(from: Question, to: Question): Verdict {
  if (from === to) return 'IDENTICAL';
  const verdicts = known.get(to) ?? new WeakMap<Question, Verdict>();
  known.set(to, verdicts);
  const earlier = verdicts.get(from);
  // Stryker disable next-line ConditionalExpression: made anew, the result is the same
  if (earlier !== undefined) return earlier;
  const asksTheSame =
    isSameMeasurement(from, to) && (from.reportsChangeOf === undefined) === (to.reportsChangeOf === undefined);
  const verdict = asksTheSame ? 'IDENTICAL' : 'BREAK';
  verdicts.set(from, verdict);
  return verdict;
}

/** Level codes of one step: earlier code to later code. Codes that either scale lacks are left out. */
function stepMap(
  from: Question,
  to: Question,
  recode: Readonly<Record<string, string>> | undefined,
): Map<string, string> {
  const targets = new Set(to.scale.levels.map(({ code }) => code));
  const map = new Map<string, string>();
  for (const { code } of from.scale.levels) {
    const target = recode === undefined ? code : Object.hasOwn(recode, code) ? recode[code] : undefined;
    if (target !== undefined && targets.has(target)) map.set(code, target);
  }
  return map;
}

function compose(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): Map<string, string> {
  const composed = new Map<string, string>();
  for (const [code, between] of first) {
    const target = second.get(between);
    if (target !== undefined) composed.set(code, target);
  }
  return composed;
}

const sameMap = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([code, target]) => b.get(code) === target);

interface Step {
  readonly predecessor: QuestionSet;
  readonly verdict: Verdict;
  readonly levels: ReadonlyMap<string, string>;
  readonly note?: string;
}

/** One step back from a question: to the set its `since` names, or to the last earlier one that asks it. */
function stepBack(question: Question, set: QuestionSet, past: readonly QuestionSet[]): Step | null {
  const { since, code } = question;
  const candidates = past.filter(
    (earlier) =>
      isBefore(earlier, set) &&
      (since === undefined ? earlier.byCode.has(code) : earlier.year === since.year) &&
      (since?.revision === undefined || earlier.revision === since.revision),
  );
  const predecessor = candidates.at(-1);
  const asked = predecessor?.byCode.get(code);
  if (predecessor === undefined || asked === undefined) return null;
  const stated = since?.verdict ?? defaultVerdict(asked, question);
  const verdict = asked.type === question.type ? stated : 'BREAK';
  const recode = verdict === 'RECODED' ? since?.recode : undefined;
  return {
    predecessor,
    verdict,
    levels: stepMap(asked, question, recode),
    ...(since?.note === undefined ? {} : { note: since.note }),
  };
}

/**
 * How one question compares between two question sets.
 *
 * Walks back from the later set, step by step, to the earlier one: to the set that `since` names (without a revision the
 * last of that year), or without `since` to the last earlier set that asks the question. The weakest verdict of the way
 * holds, recodes are composed, and a level that drops out on the way is not comparable. Where the way does not lead to the
 * earlier set, both questions are compared directly by the default rule. A question whose type changed is a BREAK whatever
 * its verdict says.
 * @param history the template's published sets, any order; `from` and `to` need not be among them. Must not change: what
 *   was found is kept with the list
 * @returns null where one of the sets lacks the question. Total: never throws; ends, since every step goes back in time.
 * Source: docs/methodology.md#comparability
 */
export function comparabilityOf(
  code: string,
  from: QuestionSet,
  to: QuestionSet,
  history: readonly QuestionSet[],
): Comparability | null {
  const way = wayOf(from, to, history);
  let comparability = way.byCode.get(code);
  // Stryker disable next-line ConditionalExpression: made anew, the result is the same
  if (comparability === undefined) {
    comparability = newComparability(code, from, to, way.past);
    way.byCode.set(code, comparability);
  }
  return comparability;
}

/** What is known about the way between two sets: published sets never change, nor does a list of them. */
interface Way {
  readonly past: readonly QuestionSet[];
  readonly byCode: Map<string, Comparability | null>;
}

const ways = new WeakMap<readonly QuestionSet[], WeakMap<QuestionSet, WeakMap<QuestionSet, Way>>>();

function wayOf(from: QuestionSet, to: QuestionSet, history: readonly QuestionSet[]): Way {
  let byFrom = ways.get(history);
  // Stryker disable next-line ConditionalExpression: made anew, the result is the same
  if (byFrom === undefined) ways.set(history, (byFrom = new WeakMap()));
  let byTo = byFrom.get(from);
  // Stryker disable next-line ConditionalExpression: made anew, the result is the same
  if (byTo === undefined) byFrom.set(from, (byTo = new WeakMap()));
  let way = byTo.get(to);
  // Stryker disable next-line ConditionalExpression: made anew, the result is the same
  if (way === undefined) {
    const past = [...history.filter(({ id }) => id !== from.id), from].sort(
      (a, b) => a.year - b.year || a.revision - b.revision,
    );
    byTo.set(to, (way = { past, byCode: new Map() }));
  }
  return way;
}

function newComparability(
  code: string,
  from: QuestionSet,
  to: QuestionSet,
  past: readonly QuestionSet[],
): Comparability | null {
  const earlier = from.byCode.get(code);
  const later = to.byCode.get(code);
  if (earlier === undefined || later === undefined) return null;
  if (from.id === to.id) return IDENTICAL;
  return chainOf(later, from, to, past) ?? { verdict: defaultVerdict(earlier, later), notes: [] };
}

function chainOf(
  later: Question,
  from: QuestionSet,
  to: QuestionSet,
  past: readonly QuestionSet[],
): Comparability | null {
  let set = to;
  let question = later;
  let verdict: Verdict = 'IDENTICAL';
  let levels: ReadonlyMap<string, string> = new Map(later.scale.levels.map(({ code }) => [code, code]));
  const notes: string[] = [];
  while (set.id !== from.id) {
    const step = stepBack(question, set, past);
    if (step === null) return null;
    set = step.predecessor;
    // stepBack returns only sets that ask the question.
    question = set.byCode.get(later.code)!;
    verdict = weaker(verdict, step.verdict);
    levels = compose(step.levels, levels);
    if (step.note !== undefined) notes.unshift(step.note);
  }
  // Levels that carry over by equal code need no map, whatever the verdict.
  if (verdict === 'BREAK' || sameMap(levels, stepMap(question, later, undefined))) return { verdict, notes };
  return { verdict, recode: levels, notes };
}
