import { createHash } from 'node:crypto';
import { canonicalJson } from '@reflexbogen/domain';

/** What an act asks for, to tell whether a key is repeated for the same: SHA-256 in hex of its canonical JSON. */
export const payloadHashOf = (payload: Parameters<typeof canonicalJson>[0]): string =>
  createHash('sha256').update(canonicalJson(payload)).digest('hex');
