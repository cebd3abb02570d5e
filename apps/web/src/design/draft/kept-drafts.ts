import type { Kept, KeptPlace } from './kept-draft.js';

const DATABASE = 'reflexbogen-design';
const STORE = 'drafts';

/**
 * In IndexedDB, flushed to the disk before an edit counts as kept. A tab holds a lock as long as it lives: what lies under a key
 * that nobody holds is of a tab that was closed or crashed.
 */
export function keptInBrowser<T extends Kept>(owner: string, place: string): KeptPlace<T> {
  const prefix = `${owner} ${place} `;
  let key = `${prefix}${crypto.randomUUID()}`;
  let release: (() => void) | null = null;
  let isClosed = false;

  /** @returns whether the lock is ours, until it is released */
  const hold = (name: string): Promise<boolean> =>
    new Promise((resolve, reject) => {
      navigator.locks
        .request(`${DATABASE} ${name}`, { ifAvailable: true }, (lock) => {
          if (lock === null || isClosed) return resolve(false);
          resolve(true);
          return new Promise<void>((done) => (release = done));
        })
        .catch(reject);
    });

  return {
    open: async () => {
      const left = await entriesFrom<T>(prefix);
      left.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
      for (const [name, work] of left)
        if (await hold(name)) {
          key = name;
          return work;
        }
      await hold(key);
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
