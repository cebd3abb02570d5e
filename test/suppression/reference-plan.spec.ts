import { ALL_RULES, suppressionPlan } from '../../libs/domain/src/suppression/index.js';
import type { EarlierRelease, SuppressionRules } from '../../libs/domain/src/suppression/index.js';
import { randomStudy } from './random-releases.js';
import { referencePlan } from './reference-plan.js';

/** Each in up to three releases. Mutation testing takes fewer: every mutant that survives sees all of them. */
const STUDIES = Number(process.env['REFERENCE_STUDIES'] ?? 40);

describe('suppression plan and reference', () => {
  it(`agree on all that is shown of ${STUDIES} random studies`, () => {
    const seen = { releases: 0, shown: 0, withheld: 0, brokenDown: 0, joined: 0 };
    for (let seed = 0; seed < STUDIES; seed += 1) {
      const { policy, releases } = randomStudy(seed);
      const earlier: EarlierRelease[] = [];
      for (const release of releases) {
        const plan = suppressionPlan(policy, release, earlier);

        expect({ seed, plan }).toEqual({ seed, plan: referencePlan(policy, release, earlier) });
        earlier.push({ release, plan });
        seen.releases += 1;
        for (const { views, breakdowns } of Object.values(plan.columns)) {
          seen.shown += views.length;
          seen.withheld += plan.views.length - views.length;
          for (const { joined } of Object.values(breakdowns)) {
            seen.brokenDown += 1;
            seen.joined += joined.length;
          }
        }
      }
    }

    // Plans of nothing would agree as well.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(STUDIES / 4);
  }, 300_000);

  /** What each rule is good for is shown by plans without it (attack.spec.ts): they must be what they say. */
  it.each<keyof SuppressionRules>(['base', 'unanimity', 'complement', 'crossing', 'rounds', 'releases', 'dependence'])(
    'agree without the rule "%s"',
    (rule) => {
      const rules = { ...ALL_RULES, [rule]: false };
      for (let seed = 0; seed < STUDIES / 4; seed += 1) {
        const { policy, releases } = randomStudy(seed);
        const earlier: EarlierRelease[] = [];
        for (const release of releases) {
          const plan = suppressionPlan(policy, release, earlier, rules);

          expect({ seed, plan }).toEqual({ seed, plan: referencePlan(policy, release, earlier, rules) });
          earlier.push({ release, plan });
        }
      }
    },
  );
});
