import { createClient, IssueDevelopmentTokenDocument, type IssueDevelopmentTokenInput } from '@reflexbogen/client';
import { client } from '../service/client.js';
import { demanded } from '../service/refusal.js';

/** A token of the development issuer, which a laptop has. @throws Refusal where none is issued */
export async function developmentToken(input: IssueDevelopmentTokenInput): Promise<string> {
  const { issueDevelopmentToken } = await client.request(IssueDevelopmentTokenDocument, { input });
  return demanded(issueDevelopmentToken.token, issueDevelopmentToken.errors);
}

/** Signs the browser in as one of the personas: the token is exchanged for a cookie at once and kept nowhere. */
export async function signInAs(input: IssueDevelopmentTokenInput): Promise<void> {
  const token = await developmentToken(input);
  const answer = await fetch('/auth/development', {
    method: 'POST',
    redirect: 'manual',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  // The redirect to the start page is the good answer; the page goes on by itself.
  if (!answer.ok && answer.type !== 'opaqueredirect') throw new Error(`status ${answer.status}`);
}

/** A client that acts by a token instead of the session, to prepare what a persona needs. */
export const clientWithToken = (token: string) =>
  createClient({ url: new URL('/graphql', location.origin).href, token });
