import { createClient } from '@reflexbogen/client';

/**
 * The one client of the app. The session is a cookie that no script can read; the header says that a page of ours asks, and
 * which client (the audit names it).
 */
export const client = createClient({
  url: new URL('/graphql', location.origin).href,
  fetch: (input, init) =>
    fetch(input, {
      ...init,
      credentials: 'same-origin',
      headers: {
        ...(init?.headers as Record<string, string> | undefined),
        'x-reflexbogen-csrf': '1',
        'apollographql-client-name': 'reflexbogen-web',
      },
    }),
});
