import type { SheetData, SheetQueryData } from './sheet-snapshot.js';
import type { StandingAnswer } from './sheet-view.js';

/** Which sheet, as whom, in which language. */
export interface ShelfPlace {
  /** Identity of the person, as for the answers that wait. */
  readonly owner: string;
  readonly study: string;
  readonly round: string;
  /** Null: one's own. */
  readonly municipality: string | null;
  readonly locale: string;
}

/** A sheet as it was loaded last, with the answers that stood at the service then. */
export interface ShelvedSheet {
  readonly sheet: SheetData;
  readonly queries: readonly SheetQueryData[];
  readonly standing: ReadonlyMap<string, StandingAnswer>;
  /** When it was kept, ISO 8601 by the clock of the computer. */
  readonly keptAt: string;
}

/**
 * Sheets as they were loaded last, so that they open without a line. What is typed lies in the answer store, never here.
 * Of one person at a time: whoever keeps a sheet removes everybody else's.
 */
export interface SheetShelf {
  keep(place: ShelfPlace, sheet: ShelvedSheet): Promise<void>;
  /** @returns null where none is kept, or only one that is too old */
  take(place: ShelfPlace): Promise<ShelvedSheet | null>;
  /** What could be opened, each place once for its language. */
  list(owner: string): Promise<readonly ShelfPlace[]>;
  /** Removes one sheet in each language, e.g. since it is not the person's any more. */
  drop(place: ShelfPlace): Promise<void>;
  /** Removes everything of everybody, e.g. on signing out. */
  clear(): Promise<void>;
}

const STORE = 'sheets';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A shelf in IndexedDB, in a database of its own.
 * @param days after which a sheet counts as too old and is removed
 */
export function indexedDbShelf(name = 'reflexbogen-sheets', days = 14): SheetShelf {
  const keyOf = ({ owner, study, round, municipality, locale }: ShelfPlace): string[] => [
    owner,
    study,
    round,
    municipality ?? '',
    locale,
  ];
  const isFresh = ({ keptAt }: ShelvedSheet): boolean => Date.now() - Date.parse(keptAt) < days * DAY_MS;
  const within = async <T>(mode: IDBTransactionMode, act: (sheets: IDBObjectStore) => Promise<T>): Promise<T> => {
    const database = await open(name);
    try {
      const transaction = database.transaction(STORE, mode);
      const ended = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('The browser has not kept the sheet.'));
      });
      const [result] = await Promise.all([act(transaction.objectStore(STORE)), ended]);
      return result;
    } finally {
      database.close();
    }
  };
  const keysOf = async (sheets: IDBObjectStore): Promise<readonly string[][]> =>
    (await done(sheets.getAllKeys())) as string[][];

  return {
    keep: (place, sheet) =>
      within('readwrite', async (sheets) => {
        for (const key of await keysOf(sheets)) if (key[0] !== place.owner) sheets.delete(key);
        sheets.put(sheet, keyOf(place));
      }),
    take: (place) =>
      within('readwrite', async (sheets) => {
        const kept = (await done(sheets.get(keyOf(place)))) as ShelvedSheet | undefined;
        if (kept === undefined || isFresh(kept)) return kept ?? null;
        sheets.delete(keyOf(place));
        return null;
      }),
    list: (wanted) =>
      within('readonly', async (sheets) => {
        const keys = await keysOf(sheets);
        const kept = (await done(sheets.getAll())) as readonly ShelvedSheet[];
        return keys.flatMap(([owner = '', study = '', round = '', municipality = '', locale = ''], index) => {
          const sheet = kept[index];
          return owner === wanted && sheet !== undefined && isFresh(sheet)
            ? [{ owner, study, round, municipality: municipality === '' ? null : municipality, locale }]
            : [];
        });
      }),
    drop: (place) =>
      within('readwrite', async (sheets) => {
        const gone = keyOf(place).slice(0, 4);
        for (const key of await keysOf(sheets))
          if (gone.every((part, index) => part === key[index])) sheets.delete(key);
      }),
    clear: () =>
      within('readwrite', (sheets) => {
        sheets.clear();
        return Promise.resolve();
      }),
  };
}

/** Opened for one act and closed after it: nothing stands in the way of whoever wants to remove the database. */
function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
  return done(request);
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser gives no access to what it keeps.'));
  });
