import fc from 'fast-check';
import { benjaminiHochberg, holm } from './adjust.js';
import { changeSummary } from './change-summary.js';
import { marginalHomogeneity, mcnemarTest, signTest } from './paired-tests.js';
import { clopperPearsonInterval, wilsonInterval } from './proportion.js';
import { cochranQ, friedman } from './series-tests.js';
import { signedRankTest, type ChangeCount } from './signed-rank.js';
import { betaI, chiSquareTail, gammaQ, logGamma, normalTwoSided } from './special-functions.js';

/** Values of R 4.2.2, the call beside each. */
describe('reference values', () => {
  it('Wilson: prop.test(8, 15, correct = FALSE)', () => {
    const interval = wilsonInterval(8, 15)!;
    expect(interval.estimate).toBe(8 / 15);
    expect(interval.low).toBeCloseTo(0.301169800254984, 9);
    expect(interval.high).toBeCloseTo(0.751904646342626, 9);
  });

  it('Clopper–Pearson: binom.test(8, 15)', () => {
    const interval = clopperPearsonInterval(8, 15)!;
    expect(interval.low).toBeCloseTo(0.265861347277397, 9);
    expect(interval.high).toBeCloseTo(0.787333270480692, 9);
  });

  it('sign test: binom.test(8, 10), and 5,487 against 654, where p underflows and its logarithm does not', () => {
    expect(signTest(8, 2).pValue).toBeCloseTo(0.109375, 12);
    const far = signTest(5487, 654);
    expect(far.pValue).toBe(0);
    // pbinom(654, 6141, 0.5, log.p = TRUE) / log(10) + log10(2)
    expect(far.log10PValue).toBeCloseTo(-945.594039269503, 6);
  });

  it('McNemar: mcnemar.test(matrix(c(10, 5, 12, 20), 2), correct = FALSE)', () => {
    const test = mcnemarTest(12, 5);
    expect(test.chiSquared).toBeCloseTo(2.882352941176, 11);
    expect(test.pValue).toBeCloseTo(0.0895550744136, 11);
  });

  it('p.adjust(c(.01, .04, .03, .005), "holm" and "BH"), a null between them', () => {
    const near = (values: readonly (number | null)[]) => values.map((value) => value && Math.round(value * 1e9) / 1e9);
    expect(near(holm([0.01, 0.04, null, 0.03, 0.005]))).toEqual([0.03, 0.06, null, 0.06, 0.02]);
    expect(near(benjaminiHochberg([0.01, 0.04, null, 0.03, 0.005]))).toEqual([0.02, 0.04, null, 0.04, 0.02]);
  });

  it('quantile(x) and sd(x) of c(1, 2, 2, 4, 7)', () => {
    const counts = [
      { value: 7, count: 1 },
      { value: 2, count: 2 },
      { value: 1, count: 1 },
      { value: 4, count: 1 },
    ];
    const { standardDeviation, ...summary } = changeSummary(counts);
    expect(summary).toEqual({ n: 5, mean: 3.2, median: 2, lowerQuartile: 2, upperQuartile: 4, minimum: 1, maximum: 7 });
    expect(standardDeviation).toBeCloseTo(2.38746727726266, 12);
  });

  it('friedman.test, with ties', () => {
    const rows = [
      [1, 2, 3],
      [2, 2, 3],
      [1, 3, 2],
      [4, 4, 4],
      [1, 2, 2],
    ];
    const test = friedman(
      rows.map((values) => ({ values, count: 1 })),
      3,
    );
    expect(test).toMatchObject({ n: 5, degreesOfFreedom: 2 });
    expect(test.chiSquared).toBeCloseTo(5.571428571429, 11);
    expect(test.pValue).toBeCloseTo(0.061685012568, 11);
  });

  it('pchisq(10.5, 4, lower.tail = FALSE)', () => {
    expect(chiSquareTail(10.5, 4)).toBeCloseTo(0.0327969899948837, 14);
  });
});

describe('traps', () => {
  it('nobody to compare, nobody who changed', () => {
    expect([wilsonInterval(0, 0), clopperPearsonInterval(0, 0)]).toEqual([null, null]);
    expect(signTest(0, 0)).toEqual({ increased: 0, decreased: 0, pValue: 1, log10PValue: 0 });
    expect(mcnemarTest(0, 0)).toEqual({ chiSquared: null, pValue: 1, pValueExact: 1 });
    expect(marginalHomogeneity(3, () => 0)).toEqual({ chiSquared: 0, degreesOfFreedom: 0, pValue: 1 });
    expect(signedRankTest([{ value: 0, count: 9 }], 'PRATT')).toMatchObject({ changed: 0, z: null, pValue: 1 });
    expect(changeSummary([])).toMatchObject({ n: 0, mean: null, median: null });
    expect(cochranQ([{ values: [1, 1, 1], count: 4 }], 3)).toMatchObject({ chiSquared: 0, pValue: 1 });
    expect(friedman([], 3)).toMatchObject({ n: 0, chiSquared: 0, pValue: 1 });
  });

  it('McNemar with as many there as back', () => {
    expect(mcnemarTest(7, 7)).toEqual({ chiSquared: 0, pValue: 1, pValueExact: 1 });
  });

  it('all changes in one direction, a panel of one', () => {
    expect(signTest(10, 0).pValue).toBeCloseTo(2 / 1024, 15);
    expect(signTest(1, 0).pValue).toBe(1);
    expect(wilsonInterval(1, 1)).toMatchObject({ estimate: 1, high: 1 });
    expect(clopperPearsonInterval(0, 1)).toMatchObject({ low: 0, high: expect.closeTo(0.975, 12) as number });
    expect(changeSummary([{ value: 2, count: 1 }])).toMatchObject({ mean: 2, median: 2, standardDeviation: null });
  });

  it('levels nobody chose take no degree of freedom; groups of levels between which nobody moves are tests of their own', () => {
    const table = [
      [1, 4, 0, 0, 0],
      [2, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 3, 1],
      [0, 0, 0, 6, 2],
    ];
    const test = marginalHomogeneity(5, (i, j) => table[i]![j]!);
    expect(test.degreesOfFreedom).toBe(2);
    expect(test.chiSquared).toBeCloseTo((4 - 2) ** 2 / 6 + (1 - 6) ** 2 / 7, 12);
  });
});

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

describe('properties', () => {
  const small = fc.integer({ min: 0, max: 10 });

  it('the sign test is the sum of the binomial distribution, and the same both ways', () => {
    fc.assert(
      fc.property(small, small, (increased, decreased) => {
        const n = increased + decreased;
        let tail = 0;
        for (let k = 0; k <= Math.min(increased, decreased); k += 1) tail += choose(n, k) / 2 ** n;
        const { pValue, log10PValue } = signTest(increased, decreased);
        expect(pValue).toBeCloseTo(Math.min(1, 2 * tail), 12);
        expect(10 ** log10PValue).toBeCloseTo(pValue, 12);
        expect(signTest(decreased, increased).pValue).toBe(pValue);
      }),
    );
  });

  it('Stuart–Maxwell of two levels is McNemar, and of a transposed table the same', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 16, maxLength: 16 }), (cells) => {
        const [b, c] = [cells[1]!, cells[2]!];
        const two = marginalHomogeneity(2, (i, j) => cells[2 * i + j]!);
        expect(two.chiSquared).toBeCloseTo(mcnemarTest(b, c).chiSquared ?? 0, 9);
        expect(two.pValue).toBeCloseTo(mcnemarTest(b, c).pValue, 9);
        const there = marginalHomogeneity(4, (i, j) => cells[4 * i + j]!);
        const back = marginalHomogeneity(4, (i, j) => cells[4 * j + i]!);
        expect(back.chiSquared).toBeCloseTo(there.chiSquared, 6);
        expect(back.degreesOfFreedom).toBe(there.degreesOfFreedom);
      }),
    );
  });

  it('the exact signed rank test is the count over all sign patterns', () => {
    const change = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), fc.constantFrom('PRATT', 'WILCOXON'), (changes, zeros) => {
        const { pValueExact } = signedRankTest(
          changes.map((value): ChangeCount => ({ value, count: 1 })),
          zeros,
        );
        expect(pValueExact).toBeCloseTo(byBruteForce(changes, zeros), 12);
      }),
    );
  });

  it('a summary depends on the histogram alone, however it was put together', () => {
    const entry = fc.record({
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      count: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ value }) => value }), (histogram) => {
        expect(changeSummary(histogram.toReversed())).toEqual(changeSummary(histogram));
      }),
    );
  });

  it('adjusted p values are in order, not below the given ones, not above 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
        for (const adjust of [holm, benjaminiHochberg]) {
          const adjusted = adjust(pValues);
          pValues.forEach((p, index) => {
            expect(adjusted[index]).toBeGreaterThanOrEqual(p);
            expect(adjusted[index]).toBeLessThanOrEqual(1);
            pValues.forEach((other, place) => {
              if (p < other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[place]!);
            });
          });
        }
      }),
    );
  });

  it('an interval holds its estimate', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (k, more) => {
        for (const interval of [wilsonInterval(k, k + more), clopperPearsonInterval(k, k + more)]) {
          if (interval === null) continue;
          expect(interval.low).toBeLessThanOrEqual(interval.estimate);
          expect(interval.high).toBeGreaterThanOrEqual(interval.estimate);
        }
      }),
    );
  });

  it('the special functions hold their identities', () => {
    const positive = fc.double({ min: 0.05, max: 50, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, x) => {
        expect(logGamma(a + 1)).toBeCloseTo(Math.log(a) + logGamma(a), 9);
        expect(betaI(a, b, x) + betaI(b, a, 1 - x)).toBeCloseTo(1, 9);
        expect(gammaQ(1, a)).toBeCloseTo(Math.exp(-a), 12);
      }),
    );
    expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 12);
  });
});

/** p of the signed rank test by going through every pattern of signs. */
function byBruteForce(changes: readonly number[], zeros: string): number {
  const ranked = zeros === 'PRATT' ? changes : changes.filter((change) => change !== 0);
  const rankOf = (size: number): number => {
    const below = ranked.filter((other) => Math.abs(other) < size).length;
    const equal = ranked.filter((other) => Math.abs(other) === size).length;
    return below + (equal + 1) / 2;
  };
  const moved = changes.filter((change) => change !== 0);
  const ranks = moved.map((change) => rankOf(Math.abs(change)));
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const observed = ranks.reduce((sum, rank, index) => sum + (moved[index]! > 0 ? rank : 0), 0);
  let far = 0;
  for (let pattern = 0; pattern < 2 ** ranks.length; pattern += 1) {
    const positive = ranks.reduce((sum, rank, index) => sum + ((pattern >> index) & 1 ? rank : 0), 0);
    if (Math.abs(positive - total / 2) >= Math.abs(observed - total / 2) - 1e-9) far += 1;
  }
  return far / 2 ** ranks.length;
}
