import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { QuestionSetDocument } from './question-set.js';

export { canonicalJson };

/** SHA-256 in hex over the canonical JSON of a document: equal for equal content, whatever the order of keys. Scales by code. */
export function contentHashOf(document: QuestionSetDocument): string {
  const scales = [...document.scales].sort((a, b) => (a.code < b.code ? -1 : 1));
  return createHash('sha256')
    .update(canonicalJson({ ...document, scales }))
    .digest('hex');
}
