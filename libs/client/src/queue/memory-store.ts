import {
  forgetting,
  isNothing,
  isOf,
  keyOf,
  NOTHING_KEPT,
  waitingIn,
  type AnswerStore,
  type KeptSheet,
} from './answer-store.js';

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
    waiting: (owner) => {
      const own = [...sheets].filter(([key]) => isOf(owner, key));
      return Promise.resolve(own.reduce((sum, [, kept]) => sum + waitingIn(kept), 0));
    },
    forget: (owner, what) => {
      for (const [key, before] of sheets) {
        if (!isOf(owner, key)) continue;
        const kept = forgetting(what)(before);
        if (isNothing(kept)) sheets.delete(key);
        else sheets.set(key, kept);
      }
      return Promise.resolve();
    },
  };
}
