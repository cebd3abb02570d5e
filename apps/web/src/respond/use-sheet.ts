import { ViewerDocument } from '@reflexbogen/client';
import * as rules from '@reflexbogen/client/rules';
import { createLive } from '@reflexbogen/client/live';
import { openSheetSession, type SheetSession, type SheetSnapshot } from '@reflexbogen/client/sheet';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { client } from '../service/client.js';
import { answerStore, sheetShelf } from '../session/kept-here.js';
import { ownerOf } from '../session/owner.js';
import type { Viewer } from '../session/session.js';

const live = createLive({ url: new URL('/graphql', location.origin).href });

export interface SheetPlace {
  readonly study: string;
  readonly round: string;
  /** Null: one's own. */
  readonly municipality: string | null;
}

/** The session of one sheet for as long as its page is open; null before the first look. */
export function useSheet(
  { study, round, municipality }: SheetPlace,
  viewer: Viewer,
  locale: string,
): SheetSession | null {
  const [session, setSession] = useState<SheetSession | null>(null);
  const owner = ownerOf(viewer);
  useEffect(() => {
    const opened = openSheetSession({
      client,
      live,
      store: answerStore,
      shelf: sheetShelf,
      owner,
      identify: async () => {
        const { viewer: now } = await client.request(ViewerDocument, {});
        return now ? ownerOf(now) : null;
      },
      study,
      round,
      locale,
      rules,
      ...(municipality === null ? {} : { municipality }),
    });
    setSession(opened);
    const ends = [whenSeenAgain(opened), warnBeforeLoss(opened)];
    return () => {
      for (const end of ends) end();
      setSession(null);
      opened.close();
    };
  }, [study, round, municipality, owner, locale]);
  return session;
}

/** One part of the snapshot; the component is drawn anew only when that part is another. */
export function usePart<Part>(session: SheetSession, part: (snapshot: SheetSnapshot) => Part): Part {
  return useSyncExternalStore(session.subscribe, () => part(session.getSnapshot()));
}

/** Whoever comes back to the page, e.g. from signing in again or from a colleague, finds the sheet as it is now. */
function whenSeenAgain(session: SheetSession): () => void {
  const look = (): void => {
    if (document.visibilityState === 'hidden') return;
    const { signedOut, status } = session.getSnapshot();
    if (signedOut) void session.resume();
    else if (status === 'READY') void session.reload();
  };
  document.addEventListener('visibilitychange', look);
  globalThis.addEventListener('focus', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    globalThis.removeEventListener('focus', look);
  };
}

/** Where the browser keeps nothing (a full disk), closing the page asks first as long as something is only on it. */
function warnBeforeLoss(session: SheetSession): () => void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (session.getSnapshot().unkept > 0) event.preventDefault();
  };
  globalThis.addEventListener('beforeunload', warn);
  return () => globalThis.removeEventListener('beforeunload', warn);
}
