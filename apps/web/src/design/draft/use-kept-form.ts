import { useEffect, useRef, useState } from 'react';
import { formKeeper, type FormKeeper, type KeptForm } from './form-keeper.js';
import { keptInBrowser } from './kept-drafts.js';
import { useOwner } from './owner.js';

export interface FilledForm<T> {
  readonly value: T;
  /** Changes some fields. */
  readonly fill: (change: Partial<T>) => void;
  /** It was sent, or is given up: nothing of it is kept. */
  readonly clear: () => void;
  /** When what came back from a closed tab was written; null where nothing did. */
  readonly restoredAt: string | null;
  /** Whether the browser has what stands in the form. */
  readonly isKept: boolean;
  /** Whether somebody has filled in something. */
  readonly isFilled: boolean;
}

interface State<T> {
  /** Null: as it is empty. */
  readonly filled: T | null;
  readonly restoredAt: string | null;
  readonly isKept: boolean;
}

/**
 * A form that goes by a button, kept in this browser as drafts are: under the person, until it is sent.
 * @param place names the form among all of the workspace
 * @param empty as it is before anybody has filled it in
 * @returns null until the browser has said what it kept
 */
export function useKeptForm<T extends object>(place: string, empty: T): FilledForm<T> | null {
  const owner = useOwner();
  const [state, setState] = useState<State<T> | null>(null);
  const keeper = useRef<FormKeeper<T> | null>(null);
  useEffect(() => {
    let isGone = false;
    const kept = keptInBrowser<KeptForm<T>>(owner, `form ${place}`);
    const own = formKeeper(kept);
    kept.open().then(
      (left) => {
        if (isGone) return;
        keeper.current = own;
        setState({ filled: left?.value ?? null, restoredAt: left?.at ?? null, isKept: true });
      },
      // A browser that keeps nothing: the form works, and says so.
      () => {
        if (!isGone) setState({ filled: null, restoredAt: null, isKept: false });
      },
    );
    return () => {
      isGone = true;
      keeper.current = null;
      setState(null);
      own.close();
    };
  }, [owner, place]);
  if (state === null) return null;
  const keep = (form: KeptForm<T> | null): void => {
    keeper.current?.keep(form).then(
      () => setState((now) => now && { ...now, isKept: true }),
      () => setState((now) => now && { ...now, isKept: false }),
    );
  };
  const value = state.filled ?? empty;
  return {
    value,
    restoredAt: state.restoredAt,
    isKept: state.isKept,
    isFilled: state.filled !== null,
    fill: (change) => {
      const filled = { ...value, ...change };
      setState((now) => now && { ...now, filled });
      keep({ value: filled, at: new Date().toISOString() });
    },
    clear: () => {
      setState((now) => now && { ...now, filled: null, restoredAt: null });
      keep(null);
    },
  };
}
