import { diffArrays } from 'diff';

/** A run of words that stayed, went or came. */
export interface WordChange {
  readonly op: 'EQUAL' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

/** Words that may differ before two texts count as altogether different: keeps the comparison of long texts short. */
const MAX_CHANGED_WORDS = 400;

/** Words of any script with their accents, runs of blanks, and everything else character by character. */
const WORDS = /[\p{L}\p{M}\p{N}_\u00ad]+|[^\S\r\n]+|\r\n|[^]/gu;

const wordsOf = (text: string): readonly string[] => text.match(WORDS) ?? [];

/** Length of the equal beginning, at most up to where one of the lists ends. */
function equalFrom(start: (index: number) => boolean, length: number): number {
  let count = 0;
  while (count < length && start(count)) count += 1;
  return count;
}

const present = (changes: readonly WordChange[]): readonly WordChange[] => changes.filter(({ text }) => text !== '');

/**
 * Compares two texts word by word.
 * @returns runs in reading order, no two of one kind in succession, none empty; EQUAL and REMOVED together are `from`, EQUAL
 *   and ADDED together are `to`. Where more than 400 words differ, what lies between the equal beginning and the equal end is
 *   given as one removal and one addition. Total: never throws.
 * Source: Myers, E. W. (1986), An O(ND) difference algorithm and its variations, Algorithmica 1
 */
export function wordDiff(from: string, to: string): readonly WordChange[] {
  if (from === to) return present([{ op: 'EQUAL', text: from }]);
  const [before, after] = [wordsOf(from), wordsOf(to)];
  const shorter = Math.min(before.length, after.length);
  const head = equalFrom((index) => before[index] === after[index], shorter);
  const tail = equalFrom((index) => before.at(-1 - index) === after.at(-1 - index), shorter - head);
  const [went, came] = [before, after].map((words) => words.slice(head, words.length - tail)) as [string[], string[]];
  const changes: WordChange[] = [{ op: 'EQUAL', text: before.slice(0, head).join('') }];
  const runs = went.length > 0 && came.length > 0 ? diffArrays(went, came, { maxEditLength: MAX_CHANGED_WORDS }) : null;
  if (runs === null || runs === undefined)
    changes.push({ op: 'REMOVED', text: went.join('') }, { op: 'ADDED', text: came.join('') });
  else
    for (const { added, removed, value } of runs)
      changes.push({ op: added ? 'ADDED' : removed ? 'REMOVED' : 'EQUAL', text: value.join('') });
  changes.push({ op: 'EQUAL', text: before.slice(before.length - tail).join('') });
  // After the equal beginning and before the equal end comes a difference: no two runs of one kind meet.
  return present(changes);
}
