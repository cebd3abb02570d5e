import { ALL_RULES } from '../../libs/domain/src/suppression/index.js';
import type { SuppressionRules } from '../../libs/domain/src/suppression/index.js';
import { attack } from './attack.js';

/** `npm run test:complete` attacks a thousand. */
const STUDIES = process.env['TESTS'] === 'complete' ? 1000 : 400;
/** Of the targets that an exchange of two sheets settles, a linear program decides one in so many as well. */
const SAMPLED = 151;

describe('an attacker who may ask everything a protected analyst may', () => {
  it(`recovers nothing from ${STUDIES} random studies`, () => {
    const recovered: string[] = [];
    const tried = { targets: 0, solved: 0, facts: 0 };
    for (let seed = 0; seed < STUDIES; seed += 1) {
      const result = attack(seed, ALL_RULES, (position) => position % SAMPLED === seed % SAMPLED);
      tried.targets += result.targets;
      tried.solved += result.solved;
      tried.facts += result.facts.length;
      for (const { what, key, release, rounds, states } of result.recovered)
        recovered.push(
          `study ${seed}, ${result.study.kind} ${key}: ${what}: ${rounds.join('-')} ${states.join(' ')} of release ${release}`,
        );
    }

    expect(recovered).toEqual([]);
    // An attack on nothing would prove nothing.
    expect(tried.facts).toBeGreaterThan(5 * STUDIES);
    expect(tried.targets).toBeGreaterThan(100 * STUDIES);
    expect(tried.solved).toBeGreaterThan(STUDIES);
  }, 900_000);

  it.each<[keyof SuppressionRules, number]>([
    ['base', 47],
    ['unanimity', 3],
    ['complement', 7],
    ['crossing', 7],
    ['rounds', 5],
    ['releases', 5],
    ['oneSided', 5],
    ['dependence', 107],
  ])('recovers something without the rule "%s"', (rule, seed) => {
    const none = () => false;

    expect(attack(seed, { ...ALL_RULES, [rule]: false }, none, 1).recovered).toHaveLength(1);
    expect(attack(seed, ALL_RULES, none, 1).recovered).toEqual([]);
  });
});
