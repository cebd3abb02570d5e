import { ViewerDocument } from '@reflexbogen/client';
import * as rules from '@reflexbogen/client/rules';
import { createLive } from '@reflexbogen/client/live';
import { indexedDbStore, openSheetSession, type SheetSession, type SheetSnapshot } from '@reflexbogen/client/sheet';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { client } from '../service/client.js';
import type { Viewer } from '../session/session.js';

const live = createLive({ url: new URL('/graphql', location.origin).href });
const store = indexedDbStore();

/** The person as the browser knows one: what is typed is kept for this person alone. */
export const ownerOf = ({ name, municipality, studies, roles }: Viewer): string =>
  JSON.stringify([name, municipality ?? null, studies ?? null, roles]);

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
      store,
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
    return () => {
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
