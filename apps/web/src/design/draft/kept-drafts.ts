import type { Kept, KeptPlace } from './kept-draft.js';

const DATABASE = 'reflexbogen-design';
const STORE = 'drafts';
/** Longest wait for a tab that is being closed; a busy machine takes its time. */
const LAST_BREATH_MS = 5_000;

/**
 * In IndexedDB, flushed to the disk before an edit counts as kept. A tab holds a lock as long as it lives: what lies under a key
 * that nobody holds is of a tab that was closed or crashed.
 */
export function keptInBrowser<T extends Kept>(owner: string, place: string): KeptPlace<T> {
  const prefix = `${owner} ${place} `;
  let key = `${prefix}${crypto.randomUUID()}`;
  let release: (() => void) | null = null;
  let isClosed = false;

  /** Answers tabs that ask whether this one lives. */
  let answering: BroadcastChannel | null = null;

  /** @returns whether the lock is ours, until it is released */
  const hold = (name: string, options: LockOptions): Promise<boolean> =>
    new Promise((resolve, reject) => {
      navigator.locks
        .request(`${DATABASE} ${name}`, options, (lock) => {
          if (lock === null || isClosed) return resolve(false);
          resolve(true);
          return new Promise<void>((done) => (release = done));
        })
        .catch((error: unknown) => (options.signal?.aborted === true ? resolve(false) : reject(error as Error)));
    });

  /** Takes the lock of a tab that is no more, or is just being closed: that one says nothing, and one that lives says so at once. */
  const inherit = async (name: string): Promise<boolean> => {
    if (await hold(name, { ifAvailable: true })) return true;
    const alive = new AbortController();
    const timer = setTimeout(() => alive.abort(), LAST_BREATH_MS);
    const channel = new BroadcastChannel(DATABASE);
    channel.onmessage = ({ data }) => {
      if (data === `held ${name}`) alive.abort();
    };
    channel.postMessage(`asked ${name}`);
    try {
      return await hold(name, { signal: alive.signal });
    } finally {
      clearTimeout(timer);
      channel.close();
    }
  };

  const answer = (): void => {
    if (isClosed) return;
    const channel = new BroadcastChannel(DATABASE);
    channel.onmessage = ({ data }) => {
      if (data === `asked ${key}`) channel.postMessage(`held ${key}`);
    };
    answering = channel;
  };

  return {
    open: async () => {
      const left = await entriesFrom<T>(prefix);
      left.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
      for (const [name] of left)
        if (await inherit(name)) {
          key = name;
          answer();
          // What that tab wrote last may have come after the list was read.
          return await entryAt<T>(name);
        }
      await hold(key, { ifAvailable: true });
      answer();
      return null;
    },
    keep: async (work) => {
      const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' });
      const drafts = transaction.objectStore(STORE);
      if (work === null) drafts.delete(key);
      else drafts.put(work, key);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('The browser has not kept the draft.'));
      });
    },
    close: () => {
      isClosed = true;
      answering?.close();
      release?.();
    },
  };
}

async function entriesFrom<T>(prefix: string): Promise<[string, T][]> {
  const drafts = (await database()).transaction(STORE, 'readonly').objectStore(STORE);
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = await Promise.all([
    done(drafts.getAllKeys(range)),
    done(drafts.getAll(range) as IDBRequest<T[]>),
  ]);
  return values.map((work, index) => [keys[index] as string, work]);
}

async function entryAt<T>(key: string): Promise<T | null> {
  const drafts = (await database()).transaction(STORE, 'readonly').objectStore(STORE);
  return (await done(drafts.get(key) as IDBRequest<T | undefined>)) ?? null;
}

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  const forget = (): void => void (opened = null);
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      request.result.onclose = forget;
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      resolve(request.result);
    };
    request.onerror = () => {
      forget();
      reject(request.error ?? new Error('The browser gives no access to what it keeps.'));
    };
  });
  return opened;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser gives no access to what it keeps.'));
  });
