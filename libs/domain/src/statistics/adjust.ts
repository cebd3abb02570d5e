/** Works on the defined p values only and leaves null where there was null. */
function adjusted(
  pValues: readonly (number | null)[],
  adjust: (sorted: readonly number[]) => readonly number[],
): readonly (number | null)[] {
  const defined = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const result: (number | null)[] = pValues.map(() => null);
  adjust(defined.map(({ p }) => p)).forEach((p, rank) => (result[defined[rank]!.index] = p));
  return result;
}

/**
 * Holm's step-down adjustment over the defined p values: the family-wise error.
 * @returns same length and order; null stays null and does not count. Source: Holm 1979; = R `p.adjust(p, "holm")`
 */
export const holm = (pValues: readonly (number | null)[]): readonly (number | null)[] =>
  adjusted(pValues, (sorted) => {
    let largest = 0;
    return sorted.map((p, rank) => (largest = Math.min(1, Math.max(largest, p * (sorted.length - rank)))));
  });

/**
 * Benjamini and Hochberg's step-up adjustment over the defined p values: the false discovery rate.
 * @returns same length and order; null stays null and does not count. Source: Benjamini & Hochberg 1995; = R `p.adjust(p, "BH")`
 */
export const benjaminiHochberg = (pValues: readonly (number | null)[]): readonly (number | null)[] =>
  adjusted(pValues, (sorted) => {
    let smallest = 1;
    const result = new Array<number>(sorted.length);
    for (let rank = sorted.length - 1; rank >= 0; rank -= 1) {
      smallest = Math.min(smallest, sorted[rank]! * (sorted.length / (rank + 1)));
      result[rank] = smallest;
    }
    return result;
  });
