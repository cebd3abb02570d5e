/** Figures of one area, from the mutants as Stryker reports them. */

/**
 * @param mutants each with Stryker's `status`
 * @returns counts, and `score`: detected of all that could be, in percent; null where there is no mutant. Mutants that do not compile
 *   or that the source marks as equivalent are not counted; `ignored` says how many of the latter there are.
 */
export function figuresOf(mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const figures = {
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
    ignored: count('Ignored'),
    errors: count('RuntimeError'),
  };
  const detected = figures.killed + figures.timeout;
  const mutated = detected + figures.survived + figures.uncovered;
  return { ...figures, mutated, score: mutated === 0 ? null : (100 * detected) / mutated };
}

/**
 * Whether an area passes. Nothing mutated is no success: it means that the area is not where it was thought to be. Nor is a mutant
 * that could not be run, since nobody knows whether it would have been seen.
 */
export const passes = ({ score, errors }, atLeast) => score !== null && score >= atLeast && errors === 0;

/** One line an area. Percentages are cut, not rounded: 84.99 is not 85. */
export function table(areas) {
  const percent = (score) => (score === null ? '-' : (Math.floor(score * 10) / 10).toFixed(1));
  const rows = [
    ['area', 'mutants', 'killed', 'timeout', 'survived', 'uncovered', 'equivalent', '%'],
    ...areas.map(({ area, figures: { mutated, killed, timeout, survived, uncovered, ignored, score } }) =>
      [area, mutated, killed, timeout, survived, uncovered, ignored, percent(score)].map(String),
    ),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n');
}
