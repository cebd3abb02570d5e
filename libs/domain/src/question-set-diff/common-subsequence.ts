/**
 * The longest sequence of distinct items that stands in both lists in the same order: what has not moved.
 * @param a distinct items
 * @param b the same items, in any order
 * @returns in order; of several equally long ones, one. O(n log n). Total: never throws.
 * Source: longest increasing subsequence by patience sorting, Fredman, M. L. (1975), Discrete Mathematics 11
 */
export function longestCommonSubsequence(a: readonly string[], b: readonly string[]): readonly string[] {
  const positionIn = new Map(a.map((item, position) => [item, position]));
  const kept = b.filter((item) => positionIn.has(item));
  const positions = kept.map((item) => positionIn.get(item) ?? 0);
  const tails: number[] = [];
  const previous = new Int32Array(kept.length).fill(-1);
  for (let index = 0; index < positions.length; index += 1) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (positions[tails[middle]!]! < positions[index]!) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1]!;
    tails[low] = index;
  }
  const sequence: string[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) sequence.unshift(kept[index]!);
  return sequence;
}
