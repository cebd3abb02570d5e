import { queryClient } from '../service/query-client.js';

/** Ends the session here and leads to where the provider ends its own. Unsent answers stay in this browser for their owner. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'x-reflexbogen-csrf': '1' },
  });
  const { location: next } = (await answer.json()) as { readonly location?: string };
  queryClient.clear();
  location.assign(next ?? '/');
}
