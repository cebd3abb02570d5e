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

const STORE = 'sheets';

/**
 * Survives a closed tab and a crashed browser: IndexedDB, flushed to the disk before an update counts as done.
 * Tabs tell each other by BroadcastChannel and take turns by Web Locks, where the browser has them.
 * @param name of the database; tabs of one name share it
 */
export function indexedDbStore(name = 'reflexbogen'): AnswerStore {
  let opened: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> =>
    (opened ??= open(name, () => (opened = null)).catch((error: unknown) => {
      opened = null;
      throw error;
    }));

  const listeners = new Map<string, Set<() => void>>();
  const hear = ({ data }: MessageEvent<unknown>): void => {
    for (const listener of listeners.get(String(data)) ?? []) listener();
  };
  let channel: BroadcastChannel | null | undefined;
  const tabs = (): BroadcastChannel | null => {
    if (channel === undefined) {
      channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
      channel?.addEventListener('message', hear);
      // In Node an open channel would keep the process alive.
      (channel as { unref?: () => void } | null)?.unref?.();
    }
    return channel;
  };

  return {
    read: async (of) => {
      const transaction = (await database()).transaction(STORE, 'readonly');
      const reading = transaction.objectStore(STORE).get(keyOf(of)) as IDBRequest<KeptSheet | undefined>;
      return (await done(reading)) ?? NOTHING_KEPT;
    },
    update: async (of, change) => {
      const key = keyOf(of);
      const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' });
      const kept = await new Promise<KeptSheet>((resolve, reject) => {
        const sheets = transaction.objectStore(STORE);
        const reading = sheets.get(key) as IDBRequest<KeptSheet | undefined>;
        let result = NOTHING_KEPT;
        reading.onsuccess = () => {
          try {
            result = change(reading.result ?? NOTHING_KEPT);
            if (isNothing(result)) sheets.delete(key);
            else sheets.put(result, key);
          } catch (error) {
            transaction.abort();
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => reject(transaction.error ?? new Error('The browser has not kept the answer.'));
      });
      tabs()?.postMessage(key);
      return kept;
    },
    watch: (of, listener) => {
      const key = keyOf(of);
      const known = listeners.get(key) ?? new Set();
      listeners.set(key, known.add(listener));
      tabs();
      return () => void known.delete(listener);
    },
    exclusively: async (of, act) => {
      const locks = (globalThis.navigator as Navigator | undefined)?.locks;
      return locks === undefined ? act() : locks.request(`${name} ${keyOf(of)}`, act);
    },
    waiting: async (owner) => {
      const sheets = (await database()).transaction(STORE, 'readonly').objectStore(STORE);
      const [keys, kept] = await Promise.all([
        done(sheets.getAllKeys()) as Promise<string[]>,
        done(sheets.getAll()) as Promise<KeptSheet[]>,
      ]);
      return kept.reduce((sum, sheet, index) => sum + (isOf(owner, keys[index] ?? '') ? waitingIn(sheet) : 0), 0);
    },
    forget: (owner, what) =>
      database().then(
        (opened) =>
          new Promise<void>((resolve, reject) => {
            const transaction = opened.transaction(STORE, 'readwrite', { durability: 'strict' });
            const walking = transaction.objectStore(STORE).openCursor();
            walking.onsuccess = () => {
              const cursor = walking.result;
              if (cursor === null) return;
              if (typeof cursor.key === 'string' && isOf(owner, cursor.key)) {
                const kept = forgetting(what)(cursor.value as KeptSheet);
                if (isNothing(kept)) cursor.delete();
                else cursor.update(kept);
              }
              cursor.continue();
            };
            transaction.oncomplete = () => resolve();
            transaction.onabort = () =>
              reject(transaction.error ?? new Error('The browser has not forgotten the answers.'));
          }),
      ),
  };
}

function open(name: string, lost: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
  return done(request).then((database) => {
    database.onclose = lost; // Safari closes by itself at times
    database.onversionchange = () => {
      database.close();
      lost();
    };
    return database;
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser gives no access to what it keeps.'));
  });
