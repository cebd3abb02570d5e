import { ReflexbogenError, UnreachableError } from '../errors.js';
import {
  NOTHING_KEPT,
  type AnswerStore,
  type Batch,
  type KeptChange,
  type KeptSheet,
  type SheetOwner,
} from './answer-store.js';
import { answered, cutting, isSendable, requestRefused, type SaveOutcome } from './kept-changes.js';
import { uuid } from './uuid.js';

export interface AnswerQueueOptions {
  readonly store: AnswerStore;
  readonly of: SheetOwner;
  /** Runs saveAnswers. @throws ReflexbogenError, UnreachableError */
  readonly send: (batch: Batch) => Promise<SaveOutcome>;
  /** Who is signed in; null = nobody. */
  readonly identify?: (() => Promise<string | null>) | undefined;
  /** Milliseconds. */
  readonly pause: number;
  readonly backoff: { readonly first: number; readonly longest: number };
  /** Something has changed: what is kept, or how sending goes. */
  readonly onChange: () => void;
  /** The service has answered to a batch. */
  readonly onOutcome: (outcome: SaveOutcome) => void;
}

/** How sending goes. */
export interface QueueState {
  readonly kept: KeptSheet;
  /** Changes that are not kept yet. */
  readonly unkept: number;
  readonly isOffline: boolean;
  readonly isSignedOut: boolean;
  /** Why the last attempt came to nothing; null = it did not. */
  readonly error: Error | null;
}

/** The unsent answers of one person at one sheet: kept before they are sent, sent until they are answered. */
export interface AnswerQueue {
  state(): QueueState;
  /** Shown at once, kept as soon as the store can, sent after a pause. */
  change(change: KeptChange): void;
  /** Reads what the last tab has left, and begins to send it. */
  open(): Promise<void>;
  /** Sends at once. Fulfilled when all is sent, or cannot be now. */
  flush(): Promise<void>;
  signOut(): void;
  resume(): Promise<void>;
  close(): void;
}

/** The request itself is at fault and would be refused for ever. */
const FINAL = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'TOO_LARGE']);
const FINAL_FOR_SHEET = new Set(['FORBIDDEN', 'NOT_FOUND']);

export function createAnswerQueue(options: AnswerQueueOptions): AnswerQueue {
  const { store, of, onChange } = options;
  let stored: KeptSheet = NOTHING_KEPT;
  /** Made on this page and not kept yet, in order. */
  let pending: readonly KeptChange[] = [];
  let shown: KeptSheet = NOTHING_KEPT;
  let storing: Promise<void> | null = null;
  let storeError: Error | null = null;
  let sendError: Error | null = null;
  let isOffline = globalThis.navigator?.onLine === false;
  let isSignedOut = false;
  let isClosed = false;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let draining: Promise<void> | null = null;
  let keepingAgain: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;

  const show = (): void => {
    shown = pending.reduce((kept, change) => change(kept), stored);
    onChange();
  };

  /** One step at a time, so that what the store says and what is pending never mix. */
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const turn = (storing ?? Promise.resolve()).then(act);
    storing = turn;
    return turn;
  };
  const persist = (): Promise<void> =>
    inTurn(async () => {
      if (pending.length === 0) return;
      const taken = pending;
      try {
        stored = await store.update(of, (kept) => taken.reduce((before, change) => change(before), kept));
        pending = pending.slice(taken.length);
        storeError = null;
        refusals = 0;
      } catch (error) {
        // A full disk, a private window: it stays pending, is sent all the same, and is tried again.
        storeError = error instanceof Error ? error : new Error(String(error));
        refusals += 1;
        keepAgain();
      }
      show();
    });
  /** Nobody need type on for what is there to be kept once there is room. */
  const keepAgain = (): void => {
    if (isClosed || keepingAgain !== undefined) return;
    keepingAgain = setTimeout(() => {
      keepingAgain = undefined;
      void persist();
    }, pauseAfter(refusals));
  };
  const refresh = (): Promise<void> =>
    inTurn(async () => {
      try {
        stored = await store.read(of);
      } catch (error) {
        storeError = error instanceof Error ? error : new Error(String(error));
      }
      if (!isClosed) show();
    });
  const apply = (change: KeptChange): Promise<void> => {
    pending = [...pending, change];
    show();
    return persist();
  };

  const isWaiting = (): boolean => shown.batch !== null || [...shown.drafts.values()].some(isSendable);
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const later = (ms: number): void => {
    cancel();
    if (!isClosed && !isSignedOut && isWaiting()) timer = setTimeout(() => void drain(), ms);
  };
  /** After a failure the pause that was begun goes on, whatever is typed. */
  const soon = (): void => {
    if (attempts === 0) later(options.pause);
    else if (timer === undefined) later(pauseAfter(attempts));
  };

  /** @returns whether to go on at once */
  const sendOne = async (): Promise<boolean> => {
    await persist();
    await refresh();
    if (isClosed || isSignedOut || !isWaiting()) return false;
    if (options.identify !== undefined) {
      const who = await options.identify();
      if (isClosed) return false;
      if (who !== of.owner) {
        isSignedOut = true;
        return false;
      }
    }
    // The key is kept before the first attempt, so that whoever repeats it repeats the same.
    await apply(cutting(uuid()));
    const { batch } = shown;
    if (batch === null) return false;
    try {
      const outcome = await options.send(batch);
      if (isClosed) return false;
      const isRepeatable = outcome.errors.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED');
      attempts = isRepeatable ? attempts + 1 : 0;
      const done = apply(answered(batch.idempotencyKey, outcome, new Date().toISOString()));
      options.onOutcome(outcome);
      await done;
      if (isRepeatable) later(pauseAfter(attempts));
      return !isRepeatable;
    } catch (error) {
      if (isClosed) return false;
      if (!(error instanceof ReflexbogenError)) throw error;
      const { code, message } = error;
      const ofSheet = FINAL_FOR_SHEET.has(code);
      if (!ofSheet && !FINAL.has(code)) throw error;
      await apply(requestRefused(batch.idempotencyKey, { code, message, of: ofSheet ? 'SHEET' : 'ANSWER' }));
      return true;
    }
  };
  const pauseAfter = (failures: number): number =>
    Math.min(options.backoff.longest, options.backoff.first * 2 ** Math.min(failures - 1, 20)) *
    (0.5 + Math.random() / 2);

  const drain = (): Promise<void> => {
    cancel();
    if (isClosed || isSignedOut) return draining ?? Promise.resolve();
    return (draining ??= drainOnce().finally(() => {
      draining = null;
      // What was typed while it came to its end.
      if (timer === undefined) soon();
    }));
  };
  const drainOnce = async (): Promise<void> => {
    try {
      let isMore = true;
      // A lock for each batch, not for all: tabs take turns, and none is waited for while it waits for a line.
      while (isMore) isMore = await store.exclusively(of, sendOne);
      isOffline = false;
      sendError = null;
    } catch (error) {
      attempts += 1;
      isOffline = error instanceof UnreachableError;
      isSignedOut ||= error instanceof ReflexbogenError && error.code === 'UNAUTHENTICATED';
      sendError = error instanceof Error ? error : new Error(String(error));
      later(pauseAfter(attempts));
    }
    if (!isClosed) onChange();
  };

  const online = (): void => {
    isOffline = false;
    onChange();
    void drain();
  };
  const offline = (): void => {
    isOffline = true;
    onChange();
  };
  globalThis.addEventListener?.('online', online);
  globalThis.addEventListener?.('offline', offline);
  const unwatch = store.watch(of, () => void refresh().then(soon));

  return {
    state: () => ({
      kept: shown,
      unkept: pending.length,
      isOffline,
      isSignedOut,
      error: sendError ?? storeError,
    }),
    change: (change) => {
      void apply(change);
      soon();
    },
    open: async () => {
      await refresh();
      later(0);
    },
    flush: async () => {
      // What was typed while the last attempt was on its way goes too.
      await draining;
      await drain();
    },
    signOut: () => {
      isSignedOut = true;
      cancel();
      onChange();
    },
    resume: async () => {
      isSignedOut = false;
      sendError = null;
      attempts = 0;
      onChange();
      await drain();
    },
    close: () => {
      isClosed = true;
      cancel();
      clearTimeout(keepingAgain);
      unwatch();
      globalThis.removeEventListener?.('online', online);
      globalThis.removeEventListener?.('offline', offline);
    },
  };
}
