import type { Provenance } from '../generated/operations.js';
import type { AnswerContent, KeptSheet } from '../queue/answer-store.js';
import type { RuleVerdict, UnmetRule } from './sheet-rules.js';
import type { SheetAnswerView, SheetData, SheetProgressView, SheetSnapshot } from './sheet-snapshot.js';

/** An answer as the service has it. */
export interface StandingAnswer {
  readonly value: AnswerContent;
  readonly comment: string | null;
  readonly provenance: Provenance;
  readonly revision: number;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
}

/** What the service has, with what is not there yet on top. Views that have not changed stay the same objects. */
export function answersOf(
  standing: ReadonlyMap<string, StandingAnswer>,
  { drafts, batch }: KeptSheet,
  before: ReadonlyMap<string, SheetAnswerView>,
): ReadonlyMap<string, SheetAnswerView> {
  const sending = new Map(batch?.answers.map((answer) => [answer.question, answer]));
  const views = new Map<string, SheetAnswerView>();
  for (const question of new Set([...standing.keys(), ...sending.keys(), ...drafts.keys()])) {
    const there = standing.get(question);
    const sent = sending.get(question);
    const draft = drafts.get(question);
    const latest = draft ?? sent;
    const view: SheetAnswerView = {
      value: latest === undefined ? (there?.value ?? null) : (latest.value ?? null),
      comment: firstGiven(draft?.comment, sent?.comment, there?.comment),
      provenance: (latest === undefined ? there?.provenance : latest.provenance) ?? 'TYPED',
      state:
        draft?.conflict !== undefined
          ? 'CONFLICT'
          : draft?.refusal !== undefined
            ? 'REFUSED'
            : draft !== undefined
              ? 'WAITING'
              : sent !== undefined
                ? 'SENDING'
                : 'SAVED',
      revision: there?.revision ?? 0,
      savedBy: there?.savedBy ?? null,
      savedAt: there?.savedAt ?? null,
      conflict: draft?.conflict ?? null,
      refusal: draft?.refusal ?? null,
    };
    views.set(question, reused(view, before.get(question)));
  }
  return reusedMap(views, before);
}

const firstGiven = (...comments: readonly (string | null | undefined)[]): string | null =>
  comments.find((comment) => comment !== undefined) ?? null;

/** What is asked, by the rules where there are any, else as the service said when the sheet was loaded. */
export function verdictOf(
  sheet: SheetData | null,
  answers: ReadonlyMap<string, SheetAnswerView>,
  evaluate: ((answers: ReadonlyMap<string, SheetAnswerView>) => RuleVerdict) | null,
): RuleVerdict {
  if (evaluate !== null) return evaluate(answers);
  const visible = new Set<string>();
  const required = new Set<string>();
  for (const { questions } of sheet?.sections ?? [])
    for (const { question, visible: isVisible, required: isRequired } of questions) {
      if (isVisible) visible.add(question.code);
      if (isVisible && isRequired) required.add(question.code);
    }
  return { visible, required, unmet: [] };
}

/** How far a sheet is, what is not sent yet included. */
export function progressOf(
  { visible, required }: RuleVerdict,
  answers: ReadonlyMap<string, SheetAnswerView>,
): SheetProgressView {
  const isAnswered = (code: string): boolean => (answers.get(code)?.value ?? null) !== null;
  return {
    answered: [...visible].filter(isAnswered).length,
    total: visible.size,
    required: required.size,
    requiredAnswered: [...required].filter(isAnswered).length,
  };
}

/** The snapshot before, where the next one says the same; else the next one, made of the same parts where these say the same. */
export function snapshotAfter(before: SheetSnapshot, next: SheetSnapshot): SheetSnapshot {
  return reused(
    {
      ...next,
      visible: reusedSet(next.visible, before.visible),
      required: reusedSet(next.required, before.required),
      unmet: reusedList<UnmetRule>(next.unmet, before.unmet),
      progress: reused(next.progress, before.progress),
    },
    before,
  );
}

const reusedList = <T>(next: readonly T[], before: readonly T[]): readonly T[] =>
  JSON.stringify(next) === JSON.stringify(before) ? before : next;

const reusedSet = <T>(next: ReadonlySet<T>, before: ReadonlySet<T>): ReadonlySet<T> =>
  next.size === before.size && [...next].every((one) => before.has(one)) ? before : next;

const reusedMap = <T>(next: ReadonlyMap<string, T>, before: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  next.size === before.size && [...next].every(([code, view]) => before.get(code) === view) ? before : next;

/** Values are compared by what they say, everything else by identity. */
function reused<T extends object>(next: T, before: T | undefined): T {
  if (before === undefined) return next;
  const isSame = (Object.keys(next) as (keyof T)[]).every(
    (key) =>
      next[key] === before[key] || (key === 'value' && JSON.stringify(next[key]) === JSON.stringify(before[key])),
  );
  return isSame ? before : next;
}
