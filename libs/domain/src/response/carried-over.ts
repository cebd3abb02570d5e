import type { ColumnSource } from './columns.js';
import { CARRIED_OVER, NO_ANSWER } from './answer-state.js';
import { provenanceAt } from './provenance.js';
import { readSlot, reasonIn, writeSlot, type SubmissionLayout } from './submission-layout.js';

/**
 * A submission without the answers that were carried over from the round before: in their place stands CARRIED_OVER, which
 * figures exclude under that reason. Whatever was left empty or not asked stays what it was.
 * @param layout of the set the submission answered
 * @param provenance as stored with it; null = everything was typed
 * @returns the source itself where nothing was carried over
 */
export function withoutCarriedOver<Source extends ColumnSource>(
  source: Source,
  layout: SubmissionLayout,
  provenance: Uint8Array | null,
): Source {
  if (provenance === null) return source;
  // A copy even of a Buffer, whose slice is none.
  const vector = Uint8Array.from(source.vector);
  const numbers = source.numbers?.slice() ?? null;
  let isMasked = false;
  for (const question of layout.questionSet.questions) {
    if (provenanceAt(provenance, question.position) !== 'CARRIED_OVER') continue;
    for (const position of layout.slotsOf.get(question.code) ?? []) {
      const slot = layout.slots[position];
      if (slot === undefined) continue;
      const reason = reasonIn(readSlot(vector, slot), slot);
      if (reason !== null && reason >= NO_ANSWER) continue;
      isMasked = true;
      writeSlot(vector, slot, CARRIED_OVER, true);
    }
    const index = layout.numberIndex.get(question.code);
    if (numbers !== null && index !== undefined) numbers[index] = NaN;
  }
  return isMasked ? { ...source, vector, numbers } : source;
}
