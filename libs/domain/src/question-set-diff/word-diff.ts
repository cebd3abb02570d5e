import { diffWordsWithSpace } from 'diff';

/** A run of words that stayed, went or came. */
export interface WordChange {
  readonly op: 'EQUAL' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

/** Words that may differ before two texts count as altogether different: keeps the comparison of long texts short. */
const MAX_CHANGED_WORDS = 400;

/**
 * Compares two texts word by word.
 * @returns runs in reading order; EQUAL and REMOVED together are `from`, EQUAL and ADDED together are `to`. Texts with more
 *   than 400 changed words are given as one removal and one addition. Total: never throws.
 * Source: Myers, E. W. (1986), An O(ND) difference algorithm and its variations, Algorithmica 1
 */
export function wordDiff(from: string, to: string): readonly WordChange[] {
  if (from === to) return from === '' ? [] : [{ op: 'EQUAL', text: from }];
  const runs = diffWordsWithSpace(from, to, { maxEditLength: MAX_CHANGED_WORDS });
  if (runs === undefined)
    return [
      { op: 'REMOVED' as const, text: from },
      { op: 'ADDED' as const, text: to },
    ].filter(({ text }) => text !== '');
  return runs.map(({ added, removed, value }) => ({
    op: added ? 'ADDED' : removed ? 'REMOVED' : 'EQUAL',
    text: value,
  }));
}
