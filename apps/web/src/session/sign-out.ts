import { queryClient } from '../service/query-client.js';
import { forgetHere } from './kept-here.js';
import type { Viewer } from './session.js';

/**
 * Ends the session here and leads to where the provider ends its own. Nothing of a sheet stays in this browser, but for what
 * waits to be sent where somebody wants it to.
 * @param what SENT: what waits stays in this browser for its owner; ALL: it is given up
 */
export async function signOut(viewer: Viewer, what: 'SENT' | 'ALL'): Promise<void> {
  const answer = await fetch('/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'x-reflexbogen-csrf': '1' },
  });
  const { location: next } = (await answer.json()) as { readonly location?: string };
  await forgetHere(viewer, what);
  queryClient.clear();
  location.assign(next ?? '/');
}
