import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import type { QuestionDefinition, Since } from '../question-set/question-set.js';
import { checkEditorial } from './check-editorial.js';

const live = aQuestionSet(['a', 'b'].map((code) => aQuestion({ code })));
const since = (verdict: Since['verdict']): { since: Since } => ({ since: { year: 2018, revision: 1, verdict } });
const corrected = (
  more: Partial<QuestionDefinition>,
  questions: readonly QuestionDefinition[] = [aQuestion({ code: 'b' })],
) => {
  const set = aQuestionSet([aQuestion({ code: 'a', ...more }), ...questions], { revision: 2 });
  return checkEditorial(live, set, [live, set]).map(({ question }) => question);
};

describe('checkEditorial', () => {
  it('takes corrected wordings that are stated to be EDITORIAL', () => {
    expect(corrected({ text: { de: 'Wohnung', en: 'Housing' }, ...since('EDITORIAL') })).toEqual([]);
    expect(corrected({ help: { de: 'Hilfe' }, ...since('IDENTICAL') })).toEqual([]);
    expect(corrected({})).toEqual([]);
  });

  it.each<[string, Partial<QuestionDefinition>]>([
    ['a change without verdict', { text: { de: 'anders' } }],
    ['a change that is only COMPARABLE', { text: { de: 'anders' }, ...since('COMPARABLE') }],
    ['a rule', { visibleIf: "answered('b')", ...since('EDITORIAL') }],
    ['what is required', { required: true, ...since('EDITORIAL') }],
    ['another scale', { scale: 'other', ...since('EDITORIAL') }],
  ])('refuses %s', (_, more) => {
    expect(corrected(more)).toEqual(['a']);
  });

  it('refuses what came, went and moved', () => {
    expect(corrected({}, [aQuestion({ code: 'b' }), aQuestion({ code: 'c' })])).toEqual(['c']);
    expect(corrected({}, [])).toEqual(['b']);
    const turned = aQuestionSet(
      ['b', 'a'].map((code) => aQuestion({ code })),
      { revision: 2 },
    );
    expect(checkEditorial(live, turned, [live, turned])).toHaveLength(1);
  });
});
