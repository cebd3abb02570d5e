/** What can be undone and done again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last edit was of: the next one of the same is one step with it. */
  readonly of: string | null;
}

const MOST_STEPS = 200;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], of: null });

/** @param of names what is typed into, so that a word is one step and not eight; null = a step of its own */
export function edited<T>(history: History<T>, present: T, of: string | null = null): History<T> {
  if (present === history.present) return history;
  const isSameStep = of !== null && of === history.of;
  return {
    past: isSameStep ? history.past : [...history.past, history.present].slice(-MOST_STEPS),
    present,
    future: [],
    of,
  };
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], of: null };
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future, of: null };
}

/** What is typed next is a step of its own, also into the same field: as after saving. */
export const stepEnded = <T>(history: History<T>): History<T> =>
  history.of === null ? history : { ...history, of: null };

/** The present is another now (somebody else's edits came in): what went before is of a document that is no more. */
export const rebased = <T>(history: History<T>, present: T): History<T> =>
  present === history.present ? history : historyOf(present);
