import { suppressionPlan } from '../../libs/domain/src/suppression/index.js';
import type { EarlierRelease, SuppressionPlan, SuppressionRules } from '../../libs/domain/src/suppression/index.js';
import { Attacker } from './attacker.js';
import type { Attack } from './attacker.js';
import { Analyst } from './published-facts.js';
import type { Fact } from './published-facts.js';
import { randomStudy } from './random-releases.js';
import type { RandomStudy } from './random-releases.js';

/** Plans as a service would: each release against those before, stored as JSON in between. */
export function plansOf(study: RandomStudy, rules: SuppressionRules): readonly SuppressionPlan[] {
  const earlier: EarlierRelease[] = [];
  for (const release of study.releases) {
    const plan = suppressionPlan(study.policy, release, earlier, rules);
    earlier.push({ release, plan: JSON.parse(JSON.stringify(plan)) as SuppressionPlan });
  }
  return earlier.map(({ plan }) => plan);
}

export interface Attacked extends Attack {
  readonly study: RandomStudy;
  readonly facts: readonly Fact[];
}

/**
 * @param sample which of the targets that an exchange settles are put to a linear program as well
 * @param enough stop after so many successes
 */
export function attack(
  seed: number,
  rules: SuppressionRules,
  sample: (position: number) => boolean,
  enough?: number,
): Attacked {
  const study = randomStudy(seed);
  const { facts } = new Analyst(study, plansOf(study, rules), rules);
  return { study, facts, ...new Attacker(study, facts).run(sample, enough) };
}
