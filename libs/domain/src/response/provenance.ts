import type { QuestionSet } from '../question-set/question-set.js';

/** How an answer came about, in the order of the codes that are stored from 1 on. */
export const PROVENANCES = ['TYPED', 'CONFIRMED', 'CARRIED_OVER', 'IMPORTED'] as const;

/**
 * - TYPED: entered in this round
 * - CONFIRMED: last round's answer was shown, and confirmed one by one
 * - CARRIED_OVER: last round's answer was taken over without a look at each
 * - IMPORTED: read from a file
 */
export type Provenance = (typeof PROVENANCES)[number];

/**
 * Provenance of a submission's answers as it is stored.
 * @param provenance question code to provenance, of the questions with an answer
 * @returns null where everything was typed; one byte where all answers share another provenance; else a byte per question
 *   in set order, 0 = no answer
 */
export function encodeProvenance(
  questionSet: QuestionSet,
  provenance: ReadonlyMap<string, Provenance>,
): Uint8Array | null {
  const kinds = new Set(provenance.values());
  const [only] = kinds;
  if (only === undefined || (kinds.size === 1 && only === 'TYPED')) return null;
  if (kinds.size === 1) return Uint8Array.of(codeOf(only));
  return Uint8Array.from(questionSet.questions, ({ code }) => {
    const kind = provenance.get(code);
    return kind === undefined ? 0 : codeOf(kind);
  });
}

const codeOf = (kind: Provenance): number => PROVENANCES.indexOf(kind) + 1;

/** Provenance of the answer at a position of the set. Only asked where there is an answer. Inverse of `encodeProvenance`. */
export function provenanceAt(stored: Uint8Array | null, position: number): Provenance {
  if (stored === null) return 'TYPED';
  const code = stored.length === 1 ? stored[0] : stored[position];
  return PROVENANCES[(code ?? 1) - 1] ?? 'TYPED';
}
