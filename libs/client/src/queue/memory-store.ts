import { isNothing, keyOf, NOTHING_KEPT, type AnswerStore, type KeptSheet } from './answer-store.js';

/** For programs and tests: lasts as long as the object. Sessions that share it are like tabs of one browser. */
export function memoryStore(): AnswerStore {
  const sheets = new Map<string, KeptSheet>();
  const watchers = new Map<string, Set<() => void>>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    read: (of) => Promise.resolve(sheets.get(keyOf(of)) ?? NOTHING_KEPT),
    update: (of, change) => {
      const key = keyOf(of);
      const kept = change(sheets.get(key) ?? NOTHING_KEPT);
      if (isNothing(kept)) sheets.delete(key);
      else sheets.set(key, kept);
      for (const tell of watchers.get(key) ?? []) queueMicrotask(tell);
      return Promise.resolve(kept);
    },
    watch: (of, listener) => {
      const key = keyOf(of);
      const listeners = watchers.get(key) ?? new Set();
      watchers.set(key, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    exclusively: (of, act) => {
      const key = keyOf(of);
      const turn = (turns.get(key) ?? Promise.resolve()).then(act, act);
      turns.set(key, turn);
      return turn;
    },
  };
}
