import { compareRounds } from '@reflexbogen/domain';
import type { Delta, Outcome, Question, Tally } from '@reflexbogen/domain';
import { domainRound } from './domain-study.js';
import { CASES, checkChange } from './metamorphic-cases.js';
import { figuresOf, keyOf, outcomesOf, roundsOf, selectionOf } from './metamorphic-figures.js';
import type { RandomStudy } from './random-study.js';
import { aSet } from './random-sets.js';
import { withSets } from './shrink-study.js';

const renamed = (question: Question): Question => ({
  ...question,
  scale: {
    ...question.scale,
    levels: question.scale.levels.map((level) => ({ ...level, label: { en: `the level of ${level.code}` } })),
  },
});

const levelsOf = ({ scale }: Question): string => scale.levels.map(({ code }) => code).join(' ');

/** Whether a delta may be read backwards: the same levels in the same order, and a bound that does not depend on the side. */
function isSymmetric(delta: Delta, a: Question | undefined, b: Question | undefined): boolean {
  if (a === undefined || b === undefined || delta.basis === 'REPORTED' || b.reportsChangeOf !== undefined) return false;
  const verdict = delta.comparability?.verdict;
  // A level that a scale in between lacks drops out on the way, whatever the verdict.
  if (delta.comparability?.recode !== undefined) return false;
  if (verdict !== 'IDENTICAL' && verdict !== 'EDITORIAL' && verdict !== 'COMPARABLE') return false;
  const isPercent = [a, b].some(({ tolerance }) => tolerance !== undefined && 'percent' in tolerance);
  const bound = ({ tolerance, decimals }: Question): string => JSON.stringify([tolerance, decimals]);
  if (isPercent || bound(a) !== bound(b)) return false;
  return a.type === b.type && levelsOf(a) === levelsOf(b) && a.scale.ordered === b.scale.ordered;
}

const MIRRORED: Readonly<Partial<Record<Outcome, Outcome>>> = {
  INCREASED: 'DECREASED',
  DECREASED: 'INCREASED',
  NO_RESPONSE_FROM: 'NO_RESPONSE_TO',
  NO_RESPONSE_TO: 'NO_RESPONSE_FROM',
};
const FROM_ITEM_ON: readonly Outcome[] = [
  'NOT_ASKED',
  'SKIPPED',
  'NO_ANSWER',
  'DONT_KNOW',
  'REFUSED',
  'NOT_APPLICABLE',
];

/** Counts of a tally by class. Where both rounds have a reason the earlier one's is named: these classes are one here. */
function classesOf({ increased, decreased, unchanged, changed, exclusions }: Tally, mirror: boolean) {
  const classes = new Map<string, number>();
  const add = (name: Outcome, count: number): void => {
    const own = mirror ? (MIRRORED[name] ?? name) : name;
    const shown = FROM_ITEM_ON.includes(own) ? 'ITEM' : own;
    classes.set(shown, (classes.get(shown) ?? 0) + count);
  };
  add('INCREASED', increased ?? 0);
  add('DECREASED', decreased ?? 0);
  add('UNCHANGED', unchanged);
  add('CHANGED', increased === null ? changed : 0);
  for (const { reason, count } of exclusions) add(reason, count);
  return [...classes].toSorted(([a], [b]) => a.localeCompare(b)).filter(([, count]) => count > 0);
}

/** The later round asks what the earlier one asked: otherwise hardly any pair can be read backwards. */
function onOneSet(study: RandomStudy): RandomStudy {
  const [{ questionSet }, later] = roundsOf(study);
  const handIns = later.handIns.filter((handIn) => handIn.questionSet.id === questionSet.id);
  const taken = later.questionSet.id === questionSet.id ? later.handIns : handIns;
  return {
    ...study,
    rounds: study.rounds.map((round) => (round === later ? { ...round, questionSet, handIns: taken } : round)),
  };
}

describe('figures of random studies', () => {
  it('do not depend on the labels of levels', () => {
    const checked = checkChange(5_000_000, (study) => ({
      actual: figuresOf(
        withSets(study, ({ year, revision, questions }) => aSet(year, revision, questions.map(renamed))),
      ),
      expected: figuresOf(study),
    }));

    expect(checked).toBe(CASES);
  }, 600_000);

  it('do not depend on the order of questions', () => {
    const checked = checkChange(6_000_000, (study, dice) => {
      const reordered = withSets(study, ({ year, revision, questions }) =>
        aSet(
          year,
          revision,
          dice.shuffled(questions).map((question, position) => ({ ...question, position })),
        ),
      );
      return {
        actual: [figuresOf(reordered), outcomesOf(reordered)],
        expected: [figuresOf(study), outcomesOf(study)],
      };
    });

    expect(checked).toBe(CASES);
  }, 600_000);

  it('are mirrored where the rounds are swapped and nothing was recoded', () => {
    let mirrored = 0;
    let directed = 0;
    const checked = checkChange(7_000_000, (random, dice) => {
      const study = dice.chance(0.7) ? onOneSet(random) : random;
      const [from, to] = roundsOf(study).map((round) => domainRound(study, round));
      if (from === undefined || to === undefined) return null;
      const { history } = study;
      const there = compareRounds({ from, to, history, ...selectionOf(study) });
      const back = compareRounds({ from: to, to: from, history, ...selectionOf(study) });
      if (!there.ok || !back.ok) return null;
      const pairs = there.value.deltas.flatMap((delta) => {
        const a = from.questionSet.byCode.get(delta.question.code);
        const b = to.questionSet.byCode.get(delta.question.code);
        const other = back.value.deltas.find((each) => keyOf(each) === keyOf(delta));
        // Backwards only the rule for questions without a verdict applies: it may break what a verdict holds together.
        const isBoth = other !== undefined && isSymmetric(delta, a, b) && isSymmetric(other, b, a);
        return isBoth ? [{ delta, other }] : [];
      });
      if (pairs.length === 0) return null;
      mirrored += pairs.length;
      directed += pairs.filter(({ delta: { tally } }) => tally.increased !== tally.decreased).length;
      return {
        actual: [back.value.panelSize, pairs.map(({ other }) => [keyOf(other), classesOf(other.tally, true)])],
        expected: [there.value.panelSize, pairs.map(({ delta }) => [keyOf(delta), classesOf(delta.tally, false)])],
      };
    });

    expect(checked).toBe(CASES);
    expect(mirrored).toBeGreaterThan(20_000);
    expect(directed).toBeGreaterThan(5000);
  }, 600_000);
});
