import { createHash } from 'node:crypto';
import type { QuestionSetDocument } from './question-set.js';

/** JSON with keys in code point order and without what is undefined, so that equal content has equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 in hex over the canonical JSON of a document: equal for equal content, whatever the order of keys. Scales by code. */
export function contentHashOf(document: QuestionSetDocument): string {
  const scales = [...document.scales].sort((a, b) => (a.code < b.code ? -1 : 1));
  return createHash('sha256')
    .update(canonicalJson({ ...document, scales }))
    .digest('hex');
}
