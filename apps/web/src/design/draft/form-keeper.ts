import type { Kept, KeptPlace } from './kept-draft.js';

/** What somebody has filled in and not sent. */
export interface KeptForm<T> extends Kept {
  readonly value: T;
}

export interface FormKeeper<T> {
  /** Null: nothing is left to be sent. @throws what the browser has against keeping it */
  readonly keep: (form: KeptForm<T> | null) => Promise<void>;
  readonly close: () => void;
}

/** Writes what was said last: what is said while it writes waits, and is written together. */
export function formKeeper<T>(place: Pick<KeptPlace<KeptForm<T>>, 'keep' | 'close'>): FormKeeper<T> {
  let next: { readonly form: KeptForm<T> | null } | null = null;
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    try {
      while (next !== null) {
        const { form } = next;
        next = null;
        await place.keep(form);
      }
    } finally {
      writing = null;
    }
  };
  return {
    keep: (form) => {
      next = { form };
      return (writing ??= write());
    },
    // What is being written is written; the place is given back after that, also where it could not be.
    close: () => void Promise.allSettled([writing]).then(place.close),
  };
}
