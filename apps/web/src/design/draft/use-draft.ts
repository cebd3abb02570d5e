import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  openDraft,
  type DraftService,
  type DraftSession,
  type DraftSnapshot,
  type StoredDraft,
} from './draft-session.js';
import type { KeptDraft } from './kept-draft.js';
import { keptInBrowser } from './kept-drafts.js';
import { useOwner } from './owner.js';

const SIGNS_OF_WORK = ['pointerdown', 'keydown'] as const;

export interface Opening<S extends StoredDraft> {
  /** Undefined while it loads, null where there is no such draft. */
  readonly session: DraftSession<S> | null | undefined;
  readonly error: unknown;
}

/**
 * The session of one draft for as long as its pages are open.
 * @param service the same object as long as the id is
 * @param place under which the browser keeps it, beside the person
 */
export function useDraftSession<S extends StoredDraft>(
  id: string,
  service: DraftService<S>,
  place: string = id,
): Opening<S> {
  const [opening, setOpening] = useState<Opening<S>>({ session: undefined, error: null });
  const owner = useOwner();
  useEffect(() => {
    let isGone = false;
    let opened: DraftSession<S> | null = null;
    const kept = keptInBrowser<KeptDraft>(owner, place);
    openDraft(id, service, kept).then(
      (session) => {
        if (isGone) return session === null ? kept.close() : session.close();
        opened = session;
        setOpening({ session, error: null });
      },
      (error: unknown) => {
        if (!isGone) setOpening({ session: undefined, error });
      },
    );
    const refresh = (): void => {
      // What others have saved is looked for when somebody comes back to the page; a page without a line stays as it is.
      if (document.visibilityState === 'visible') opened?.refresh().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', refresh);
    // Who clicks or types is about to edit; who only reads loads no checks.
    const prepare = (): void => void opened?.prepare();
    for (const sign of SIGNS_OF_WORK) document.addEventListener(sign, prepare, { passive: true });
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', refresh);
      for (const sign of SIGNS_OF_WORK) document.removeEventListener(sign, prepare);
      setOpening({ session: undefined, error: null });
      if (opened === null) kept.close();
      else opened.close();
    };
  }, [id, service, place, owner]);
  return opening;
}

export const useDraft = <S extends StoredDraft>(session: DraftSession<S>): DraftSnapshot<S> =>
  useSyncExternalStore(session.subscribe, session.getSnapshot);
