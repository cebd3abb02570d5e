import { emptyLedger, hasSmallAtom, withPublished } from './ledger.js';
import { ALL_RULES } from './suppression.types.js';
import type { SuppressionRules } from './suppression.types.js';

describe('hasSmallAtom', () => {
  /** A ledger whose figures tell apart the municipalities with different labels; those with 0 are in no figure. */
  const ledgerOf = (...labels: readonly number[]) =>
    withPublished(emptyLedger(labels.length), [
      { release: 0, view: ['2017', '2018'], attribute: null, labels: [Uint8Array.from(labels)] },
    ]);
  const judge = (rules: SuppressionRules = ALL_RULES) => ({ changes: [], rules, smallestBase: 3, size: 6 });

  it.each([
    { name: 'nobody told apart', ledger: emptyLedger(6), expected: false },
    { name: 'few who are in no figure', ledger: ledgerOf(0, 1, 1, 1, 1, 1), expected: false },
    { name: 'as many as a base needs', ledger: ledgerOf(1, 1, 1, 2, 2, 2), expected: false },
    { name: 'one too few', ledger: ledgerOf(1, 1, 1, 1, 2, 2), expected: true },
    { name: 'too few everywhere', ledger: ledgerOf(1, 1, 2, 2, 3, 3), expected: true },
  ])('with $name is $expected', ({ ledger, expected }) => {
    expect(hasSmallAtom(ledger, judge())).toBe(expected);
  });

  it.each(['base', 'crossing', 'complement', 'rounds', 'releases'] as const)(
    'decides nothing where %s does not count',
    (rule) => {
      expect(hasSmallAtom(ledgerOf(1, 1, 1, 1, 2, 2), judge({ ...ALL_RULES, [rule]: false }))).toBe(false);
    },
  );
});
