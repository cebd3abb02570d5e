import { differencesIn } from './check-study.js';
import { randomStudy } from './random-study.js';

/** As many as mutation testing asks for each mutant; the five parts beside this check a hundred thousand. */
const STUDIES = Number(process.env['ORACLE_STUDIES'] ?? 100);

describe('comparison and oracle, a few', () => {
  it(`agree on every figure of ${STUDIES} random studies`, () => {
    const coverage = new Map<string, number>();
    for (let seed = 0; seed < STUDIES; seed += 1)
      expect({ seed, differences: differencesIn(randomStudy(seed), coverage) }).toEqual({ seed, differences: [] });

    for (const kind of ['INCREASED', 'DECREASED', 'UNCHANGED', 'NOT_COMPARABLE'])
      expect(coverage.get(`outcome ${kind}`)).toBeGreaterThan(STUDIES / 10);
  });
});
