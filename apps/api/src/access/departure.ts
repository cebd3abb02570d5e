import type { Departure } from './web-sign-in.service.js';

const LONGEST_PATH = 500;

/** A departure as a cookie's value. It is the browser's own: what it shows is worth nothing to anybody else. */
export const departureText = (departure: Departure): string =>
  Buffer.from(JSON.stringify(departure)).toString('base64url');

/** @returns null for anything that we have not written */
export function departureFrom(text: string | undefined): Departure | null {
  const value = parsed(Buffer.from(text ?? '', 'base64url').toString('utf8'));
  if (typeof value !== 'object' || value === null) return null;
  const { state, nonce, verifier, returnTo } = value as Record<string, unknown>;
  if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return null;
  return { state, nonce, verifier, returnTo: localPath(returnTo) };
}

/**
 * A path of this service, whatever was asked for: a sign-in must not lead anywhere else.
 * @returns `/` for other origins, odd spellings of them, and anything longer than 500 characters
 */
export function localPath(asked: unknown): string {
  // `//host`, `/\host` and control characters between them lead to other hosts in some browser.
  if (typeof asked !== 'string' || asked.length > LONGEST_PATH || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked))
    return '/';
  const url = new URL(asked, 'http://here.invalid');
  return url.origin === 'http://here.invalid' ? `${url.pathname}${url.search}${url.hash}`.replace(/^\/{2,}/, '/') : '/';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // not one of ours
  }
}
