import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Viewer } from '../../session/session.js';
import { draftService } from './draft-service.js';
import { openDraft, type DraftSession, type DraftSnapshot } from './draft-session.js';
import { keptInBrowser } from './kept-drafts.js';

/** The person as the browser knows one: what is written is kept for this person alone. */
const ownerOf = ({ name, studies, roles }: Viewer): string => JSON.stringify([name, studies ?? null, roles]);

export interface Opening {
  /** Undefined while it loads, null where there is no such set. */
  readonly session: DraftSession | null | undefined;
  readonly error: unknown;
}

/** The session of one question set for as long as its pages are open. */
export function useDraftSession(id: string, viewer: Viewer): Opening {
  const [opening, setOpening] = useState<Opening>({ session: undefined, error: null });
  const owner = ownerOf(viewer);
  useEffect(() => {
    let isGone = false;
    let opened: DraftSession | null = null;
    const kept = keptInBrowser(owner, id);
    openDraft(id, draftService, kept).then(
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
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', refresh);
      setOpening({ session: undefined, error: null });
      if (opened === null) kept.close();
      else opened.close();
    };
  }, [id, owner]);
  return opening;
}

export const useDraft = (session: DraftSession): DraftSnapshot =>
  useSyncExternalStore(session.subscribe, session.getSnapshot);
