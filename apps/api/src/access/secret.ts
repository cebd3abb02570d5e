import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as 43 characters that fit into a header, a cookie and an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whether a text has the shape of such a secret: anything else need not be looked up. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is stored of a secret. It is long and random, so that a slow hash would add nothing. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares two hashes in a time that does not depend on where they differ. */
export const isSameHash = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
