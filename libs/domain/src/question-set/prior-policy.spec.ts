import { mayCarryOver, mayConfirm, PRIOR_POLICIES, priorShown } from './prior-policy.js';
import type { Verdict } from './question-set.js';

const VERDICTS: readonly (Verdict | null)[] = ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED', 'BREAK', null];

describe('the policy for prior answers', () => {
  it.each([
    ['NONE', [], []],
    ['SHOW', ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED'], ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED']],
    ['SHOW_AFTER', [], ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED']],
    [
      'CONFIRM',
      ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED'],
      ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED'],
    ],
  ] as const)('%s shows before and after an own answer', (policy, before, after) => {
    const shown = (hasOwnAnswer: boolean) =>
      VERDICTS.filter((verdict) => priorShown(policy, { verdict, hasOwnAnswer }));
    expect([shown(false), shown(true)]).toEqual([before, after]);
  });

  it('confirms under CONFIRM, carries over under SHOW and CONFIRM, and never onto another scale', () => {
    const same = ['IDENTICAL', 'EDITORIAL', 'COMPARABLE'];
    const allowed = (may: typeof mayConfirm) =>
      PRIOR_POLICIES.map((policy) => [policy, VERDICTS.filter((verdict) => may(policy, verdict))]);
    expect(allowed(mayConfirm)).toEqual([
      ['NONE', []],
      ['SHOW', []],
      ['SHOW_AFTER', []],
      ['CONFIRM', same],
    ]);
    expect(allowed(mayCarryOver)).toEqual([
      ['NONE', []],
      ['SHOW', same],
      ['SHOW_AFTER', []],
      ['CONFIRM', same],
    ]);
  });
});
