import type { Question } from '../question-set/question-set.js';
import { aQuestion, aRound, aSet } from '../comparison/comparison.builders.js';
import { compareRounds } from '../comparison/compare-rounds.js';
import { STATE_REASONS } from '../comparison/state-map.js';
import { groupingOf, groupsOf } from '../comparison/delta.js';
import type { Delta } from '../comparison/delta.js';
import { distributionOf } from '../comparison/level-share.js';
import { protectDelta, protectDistribution, protectGroups } from './protect.js';
import { suppressionPlan, suppressionPlanSteps } from './suppression-plan.js';
import type { ReleaseInput, SuppressionPlan } from './suppression.types.js';

type Answers = readonly (string | readonly (number | null)[])[];

/** One question in rounds from 2017 on; attributes as one letter a municipality. */
function aRelease(
  answers: Answers,
  attributes: Readonly<Record<string, string>> = {},
  questions: readonly Question[] = answers.map(() => aQuestion('q')),
): ReleaseInput {
  const sets = questions.map((question, round) => aSet(2017 + round, [question]));
  return {
    rounds: sets.map((set, round) => aRound(set, { q: answers[round]! })),
    history: sets,
    groupings: new Map(Object.entries(attributes).map(([code, letters]) => [code, groupingOf(letters.split(''))])),
  };
}

const policy = { smallestBase: 3, breakdowns: ['a', 'b'] };
const PAIR = ['2017', '2018'] as const;

function deltaIn({ rounds, history }: ReleaseInput): Delta {
  const compared = compareRounds({ from: rounds[0]!, to: rounds[1]!, history });
  if (!compared.ok) throw new Error(compared.errors[0]?.message);
  return compared.value.deltas[0]!;
}

/** Groups withheld and shown of a breakdown of 2017 to 2018. */
function withheldIn(release: ReleaseInput, plan: SuppressionPlan, attribute: string): string {
  const delta = deltaIn(release);
  return protectGroups(plan, delta, PAIR, attribute, groupsOf(delta, release.groupings.get(attribute)!))
    .filter(({ figures }) => figures === 'WITHHELD')
    .map(({ value }) => value ?? '')
    .join('');
}

const total = (release: ReleaseInput, plan: SuppressionPlan) => protectDelta(plan, deltaIn(release), PAIR);

describe('suppressionPlan', () => {
  it.each<[string, Answers, boolean]>([
    ['mixed answers and changes', ['012012', '110221'], true],
    ['too few', ['01', '10'], false],
    ['too few with a valid answer', ['01dd--', '10d-d-'], false],
    ['one level in the earlier round', ['111111', '012012'], false],
    ['one level in the later round', ['012012', '111111'], false],
    ['one direction', ['010101', '121212'], false],
    ['no change at all', ['012012', '012012'], false],
    ['one reason', ['dddddd', '012012'], false],
  ])('%s', (_, answers, isShown) => {
    const release = aRelease(answers);

    expect(total(release, suppressionPlan(policy, release, [])) !== 'WITHHELD').toBe(isShown);
  });

  it('withholds a group that is too small together with another, so that it is not what is left', () => {
    const release = aRelease(['012012012012', '110221021201'], { a: 'xxxxxyyyyyzz' });

    expect(withheldIn(release, suppressionPlan(policy, release, []), 'a')).toBe('xz');
  });

  it('withholds of a second attribute what would single out members of the first', () => {
    const release = aRelease(['012012012012', '110221021201'], { a: 'xxxxxxyyyyyy', b: 'uuuuuvvvvvvv' });
    const plan = suppressionPlan(policy, release, []);

    expect(withheldIn(release, plan, 'a')).toBe('');
    expect(withheldIn(release, plan, 'b')).toBe('uv');
  });

  it('withholds a release that differs from the one before by one response', () => {
    const before = aRelease(['012012012', '11022102 ']);
    const after = aRelease(['012012012', '110221021']);
    const plan = suppressionPlan(policy, before, []);

    expect(total(before, plan)).not.toBe('WITHHELD');
    expect(total(after, suppressionPlan(policy, after, []))).not.toBe('WITHHELD');
    expect(total(after, suppressionPlan(policy, after, [{ release: before, plan }]))).toBe('WITHHELD');
    expect(total(before, suppressionPlan(policy, before, [{ release: before, plan }]))).not.toBe('WITHHELD');
  });

  it('withholds a release in which one corrected its answer', () => {
    const before = aRelease(['012012012', '110221021']);
    const after = aRelease(['012012012', '110221020']);

    expect(
      total(after, suppressionPlan(policy, after, [{ release: before, plan: suppressionPlan(policy, before, []) }])),
    ).toBe('WITHHELD');
  });

  it('withholds a distribution from which a comparison would leave one', () => {
    const release = aRelease(['012012012', '11022102 ']);
    const plan = suppressionPlan(policy, release, []);
    const of = (round: number) => {
      const { code, columns } = release.rounds[round]!;
      return protectDistribution(plan, columns.get('q')!, code, distributionOf(columns.get('q')!));
    };

    expect(of(0)).toBe('WITHHELD');
    expect(of(1)).toMatchObject({ answered: 8 });
  });

  it('withholds one of two distributions from which a unanimous change could be read', () => {
    const release = aRelease(['001001001', '122122212']);
    const plan = suppressionPlan(policy, release, []);
    const shown = release.rounds.filter(
      ({ code, columns }) =>
        protectDistribution(plan, columns.get('q')!, code, distributionOf(columns.get('q')!)) !== 'WITHHELD',
    );

    expect(total(release, plan)).toBe('WITHHELD');
    expect(shown.map(({ code }) => code)).toEqual(['2018']);
  });

  it('takes equal numbers for one answer', () => {
    const question = aQuestion('q', { type: 'NUMBER' });
    const ask = (numbers: readonly number[]) => {
      const release = aRelease([[1, 2, 3, 4, 5], numbers], {}, [question, question]);
      return total(release, suppressionPlan(policy, release, []));
    };

    expect(ask([5, 4, 3, 2, 1])).toMatchObject({ tally: { increased: 2, decreased: 2, unchanged: 1 } });
    expect(ask([3, 3, 3, 3, 3])).toBe('WITHHELD');
  });

  it('hides the answers of those who responded once, and leaves the counts', () => {
    const release = aRelease(['0120120', '110221 ']);
    const delta = deltaIn(release);
    const seen = protectDelta(suppressionPlan(policy, release, []), delta, PAIR);
    if (seen === 'WITHHELD' || seen.table === null) throw new Error('withheld');
    const size = 3 + STATE_REASONS.length;

    expect(seen.tally).toEqual(delta.tally);
    expect(seen.table.counts[0 * size + 5]).toBe(0);
    expect(seen.table.counts[(size - 1) * size + 5]).toBe(1);
    expect(seen.table.total).toBe(7);
  });

  it('shows of revisions that do not compare who responded, and nothing else', () => {
    const later = aQuestion('q', { text: { de: 'anders', en: 'otherwise' } });
    const release = aRelease(['012d12', '11022 '], {}, [aQuestion('q'), later]);
    const seen = total(release, suppressionPlan(policy, release, []));

    expect(seen).toMatchObject({
      tally: {
        comparable: 0,
        exclusions: [
          { reason: 'NO_RESPONSE_TO', count: 1 },
          { reason: 'NOT_COMPARABLE', count: 5 },
        ],
      },
    });
  });

  it('withholds what the plan does not know: a question, a release with other rounds, an attribute', () => {
    const release = aRelease(['012012', '110221'], { c: 'xxxyyy' });
    const plan = suppressionPlan(policy, release, []);

    expect(protectDelta(plan, deltaIn(release), ['2018', '2017'])).toBe('WITHHELD');
    expect(protectDelta({ ...plan, columns: {} }, deltaIn(release), PAIR)).toBe('WITHHELD');
    expect(protectDelta(plan, deltaIn(release), PAIR, { attribute: 'c', value: 'x' })).toBe('WITHHELD');
  });

  it('refuses a smallest base that protects nobody and releases of different panels', () => {
    const release = aRelease(['012012', '110221']);
    const other = aRelease(['01201', '11022']);

    for (const smallestBase of [0, -1, 2.5, NaN])
      expect(() => suppressionPlan({ ...policy, smallestBase }, release, [])).toThrow(
        new RangeError(`a smallest base of ${smallestBase} protects nobody`),
      );
    expect(suppressionPlan({ ...policy, smallestBase: 1 }, release, []).smallestBase).toBe(1);
    expect(() =>
      suppressionPlan(policy, release, [{ release: other, plan: suppressionPlan(policy, other, []) }]),
    ).toThrow(new RangeError('all releases of a study follow one panel order'));
    const nothing: ReleaseInput = { rounds: [], history: [], groupings: new Map() };
    expect(
      suppressionPlan(policy, release, [{ release: nothing, plan: suppressionPlan(policy, nothing, []) }]),
    ).toEqual(suppressionPlan(policy, release, []));
  });

  it('refuses an earlier plan that names views which it does not have', () => {
    const release = aRelease(['012012', '110221']);
    const plan = { ...suppressionPlan(policy, release, []), views: [] };

    expect(() => suppressionPlan(policy, release, [{ release, plan }])).toThrow(
      new RangeError('a suppression plan names view 0, which it does not have'),
    );
  });

  it('says how far it is, question by question', () => {
    const set = aSet(2017, [aQuestion('q'), aQuestion('p')]);
    const release = { rounds: [aRound(set, { q: '012012' })], history: [set], groupings: new Map() };

    expect([...suppressionPlanSteps(policy, release, [])]).toEqual([0, 0.5]);
  });

  it('survives being stored as JSON', () => {
    const release = aRelease(['012012012012', '110221021201'], { a: 'xxxxxyyyyyzz' });
    const plan = suppressionPlan(policy, release, []);

    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
