import { aQuestion, aRound, aSet } from '../comparison/comparison.builders.js';
import type { Question } from '../question-set/question-set.js';
import { linkedColumns } from './linked-columns.js';
import { ALL_RULES } from './suppression.types.js';
import type { ReleaseInput } from './suppression.types.js';

const aRelease = (...questions: readonly Question[]): ReleaseInput => {
  const set = aSet(2017, questions);
  return { rounds: [aRound(set, { [questions[0]?.code ?? '']: '01' })], history: [set], groupings: new Map() };
};
const q = aQuestion('q');
const other = aQuestion('other');
const shownIf = (code: string, condition: string) => aQuestion(code, { visibleIf: `answer("${condition}") == "a"` });

describe('linkedColumns', () => {
  it.each<[string, ReleaseInput, readonly ReleaseInput[], readonly (readonly string[])[]]>([
    ['questions that do not tell of each other are planned apart', aRelease(q, other), [], [['q'], ['other']]],
    [
      'options share their reasons',
      aRelease(other, aQuestion('m', { type: 'MULTI_CHOICE' })),
      [],
      [['other'], ['m|a', 'm|b', 'm|c']],
    ],
    ['a condition of being shown', aRelease(q, other, shownIf('p', 'q')), [], [['q', 'p'], ['other']]],
    [
      'a condition of being required',
      aRelease(q, aQuestion('p', { requiredIf: 'answer("q") == "a"' })),
      [],
      [['q', 'p']],
    ],
    [
      'conditions of conditions, and two that have one in common',
      aRelease(q, shownIf('p', 'q'), shownIf('r', 'p'), shownIf('s', 'q')),
      [],
      [['q', 'p', 'r', 's']],
    ],
    ['what an earlier release asked so', aRelease(q, aQuestion('p')), [aRelease(q, shownIf('p', 'q'))], [['q', 'p']]],
    ['texts are no figures', aRelease(q, aQuestion('t', { type: 'TEXT' })), [], [['q']]],
    [
      'a rule that cannot be read hides nothing',
      aRelease(q, aQuestion('p', { visibleIf: 'answer(' })),
      [],
      [['q'], ['p']],
    ],
  ])('%s', (_, release, earlier, linked) => {
    expect(linkedColumns(release, earlier, ALL_RULES)).toEqual(linked);
  });

  it('links nothing without the rule of dependence', () => {
    expect(linkedColumns(aRelease(q, shownIf('p', 'q')), [], { ...ALL_RULES, dependence: false })).toEqual([
      ['q'],
      ['p'],
    ]);
  });
});
