/** How two revisions of a question compare, step by step along the statements of the designers. */
import type { Question, QuestionSet, Verdict } from '@reflexbogen/domain';

const hasLevel = (question: Question, level: string): boolean =>
  question.scale.levels.some(({ code }) => code === level);

export interface OracleComparability {
  readonly verdict: Verdict;
  /** The later level that an earlier level means, or null. */
  readonly carry: (level: string) => string | null;
}

const order: readonly Verdict[] = ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED', 'BREAK'];

function looksTheSame(a: Question, b: Question): boolean {
  const face = (question: Question): string =>
    JSON.stringify([
      question.type,
      Object.entries(question.text).sort(),
      Object.entries(question.unit ?? {}).sort(),
      question.scale.ordered,
      question.scale.levels.map(({ code, label }) => [code, Object.entries(label).sort()]),
      question.reportsChangeOf !== undefined,
    ]);
  return face(a) === face(b);
}

interface Edge {
  readonly earlier: Question;
  readonly later: Question;
}

const before = (a: QuestionSet, b: QuestionSet): boolean =>
  a.year === b.year ? a.revision < b.revision : a.year < b.year;

/** The question sets on the way back from `to`, latest first, `to` included. */
function wayBack(code: string, to: QuestionSet, history: readonly QuestionSet[]): readonly QuestionSet[] {
  const question = to.byCode.get(code);
  if (question === undefined) return [];
  let next: QuestionSet | null = null;
  for (const set of history) {
    if (!before(set, to)) continue;
    const { since } = question;
    if (since === undefined && !set.byCode.has(code)) continue;
    if (since !== undefined && since.year !== set.year) continue;
    if (since?.revision !== undefined && since.revision !== set.revision) continue;
    if (next === null || before(next, set)) next = set;
  }
  return next === null || !next.byCode.has(code) ? [to] : [to, ...wayBack(code, next, history)];
}

export function oracleComparability(
  code: string,
  from: QuestionSet,
  to: QuestionSet,
  history: readonly QuestionSet[],
): OracleComparability {
  const earlier = from.byCode.get(code)!;
  const later = to.byCode.get(code)!;
  if (from.id === to.id) return { verdict: 'IDENTICAL', carry: (level) => level };
  const way = wayBack(code, to, history);
  const end = way.findIndex(({ id }) => id === from.id);
  if (end < 0) {
    const same = looksTheSame(earlier, later);
    return { verdict: same ? 'IDENTICAL' : 'BREAK', carry: (level) => (same && hasLevel(later, level) ? level : null) };
  }
  const questions = way.slice(0, end + 1).map((set) => set.byCode.get(code)!);
  const edges: Edge[] = questions.slice(1).map((question, index) => ({ earlier: question, later: questions[index]! }));
  edges.reverse();
  const verdicts = edges.map(({ earlier: a, later: b }): Verdict => {
    if (a.type !== b.type) return 'BREAK';
    return b.since?.verdict ?? (looksTheSame(a, b) ? 'IDENTICAL' : 'BREAK');
  });
  const verdict = order[Math.max(...verdicts.map((each) => order.indexOf(each)))]!;
  const recodes = edges.map(({ later: { since } }, index) =>
    verdicts[index] === 'RECODED' && since?.recode !== undefined ? new Map(Object.entries(since.recode)) : null,
  );
  const carry = (level: string): string | null => {
    if (verdict === 'BREAK') return null;
    let current = level;
    for (const [index, edge] of edges.entries()) {
      const recode = recodes[index] ?? null;
      const target = recode === null ? current : recode.get(current);
      if (target === undefined || !hasLevel(edge.later, target)) return null;
      current = target;
    }
    return current;
  };
  return { verdict, carry };
}
