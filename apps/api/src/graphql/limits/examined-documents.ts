import { createHash } from 'node:crypto';
import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { documentBreach, textBreach } from './document-limits.js';
import { LIMITS, type Breach } from './limits.js';

/** What is known of a document by its text alone. */
export interface Examined {
  readonly breach: Breach | null;
  /** Null: it breaks a limit, or is no GraphQL; the parser says so better. */
  readonly document: DocumentNode | null;
}

const AT_MOST = 500;
/** Longer texts are examined anew each time, so that the memory has a bound: 500 of these. */
const KEPT_BYTES = 16_384;

/** Examines documents, and those that come again once. */
export class ExaminedDocuments {
  /** The oldest first. */
  private readonly known = new Map<string, Examined>();

  examine(text: string): Examined {
    if (text.length > KEPT_BYTES) return examined(text);
    const key = createHash('sha256').update(text).digest('base64');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const result = examined(text);
    const [oldest] = this.known.keys();
    if (this.known.size >= AT_MOST && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, result);
    return result;
  }
}

function examined(text: string): Examined {
  const tooLong = textBreach(text);
  if (tooLong !== null) return { breach: tooLong, document: null };
  try {
    const document = parse(text, { maxTokens: LIMITS.TOKENS, noLocation: true });
    const breach = documentBreach(document);
    return { breach, document: breach === null ? document : null };
  } catch (error) {
    if (error instanceof GraphQLError) return { breach: null, document: null };
    throw error;
  }
}
