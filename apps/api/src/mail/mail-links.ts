import { wellFormed } from './messages/plain-text.js';

const encoded = (text: string): string => encodeURIComponent(wellFormed(text));

/** Where the sheet of a round is answered. */
export const sheetLink = (publicUrl: string, study: string, round: string): string =>
  `${publicUrl}/sheet/${encoded(study)}/${encoded(round)}`;

/**
 * Where a one-time secret is handed in. It stands behind the #, which browsers do not send: neither a proxy's log nor
 * a scanner that opens every link in a mail gets it or uses it up.
 */
export const signInLink = (publicUrl: string, secret: string): string => `${publicUrl}/auth/link#${encoded(secret)}`;
