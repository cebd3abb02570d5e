import { isSame } from './check-study.js';
import { Dice } from './random-panels.js';
import { randomStudy, type RandomStudy } from './random-study.js';
import { shrunk } from './shrink-study.js';

export const CASES = 10_000;

/** What a change makes of a study's figures: as they are, and as they ought to be; null where a study does not allow it. */
export type Change = (
  study: RandomStudy,
  dice: Dice,
) => { readonly actual: unknown; readonly expected: unknown } | null;

/**
 * Applies a change to random studies until `CASES` of them allowed it.
 * @returns how many did
 * @throws Error that names the smallest study of the first seed at which figures differ
 */
export function checkChange(first: number, change: Change): number {
  const differs = (study: RandomStudy): boolean => {
    const figures = change(study, new Dice(study.seed));
    return figures !== null && !isSame(figures.actual, figures.expected);
  };
  let checked = 0;
  for (let seed = first; checked < CASES && seed < first + 10 * CASES; seed += 1) {
    const study = randomStudy(seed);
    const figures = change(study, new Dice(seed));
    if (figures === null) continue;
    if (!isSame(figures.actual, figures.expected)) {
      const asDifference = (each: RandomStudy) =>
        differs(each) ? [{ figure: 'figures', domain: null, oracle: null }] : [];
      const smallest = shrunk(study, asDifference);
      const { actual, expected } = change(smallest, new Dice(seed)) ?? figures;
      throw new Error(`seed ${seed}\nactual ${JSON.stringify(actual)}\nexpected ${JSON.stringify(expected)}`);
    }
    checked += 1;
  }
  return checked;
}
