import { prepareQuestionSet, type Question, type Scale } from '@reflexbogen/domain';
import fc from 'fast-check';
import { aDocument, aQuestion, aScale } from '../../../domain/src/question-set/document.builder.js';
import { arbitraryScale } from '../questionnaire/questionnaire.builder.js';
import { choicesIn } from './answer-choices.js';
import { MISLEADING } from './sheet-file.builder.js';

const questionOf = (scale: Scale, type: 'SCALE' | 'MULTI_CHOICE' = 'SCALE'): Question => {
  const [question] = prepareQuestionSet(
    'q',
    aDocument([aQuestion({ type })], { scales: [{ ...scale, code: 'challenge' }] }),
  ).questions;
  if (question === undefined) throw new Error('There is no question.');
  return question;
};
const codesFor = (question: Question, text: string, locale = 'de'): readonly string[] =>
  choicesIn(locale)(question)
    .find(text)
    .map(({ code }) => code);
const misleading = (code: string): Question => MISLEADING.byCode.get(code) as Question;

describe('choices', () => {
  it('are labelled in the language asked for, missing codes behind, archived levels never', () => {
    const question = questionOf(
      aScale({
        levels: [
          { code: '1', label: { de: 'klein\n und\tfein ', en: 'small' } },
          { code: '2', label: { de: 'mittel', en: 'medium' }, archived: true },
          { code: 'big', label: { de: 'groß', en: 'big' } },
        ],
      }),
    );
    const entries = (locale: string) => choicesIn(locale)(question).all.map(({ entry }) => entry);

    expect(entries('de-AT')).toEqual(['1 – klein und fein', 'big – groß', "dk – don't know"]);
    expect(entries('en')).toEqual(['1 – small', 'big', "dk – don't know"]);
  });

  it('of MULTI_CHOICE, NUMBER and TEXT are the missing codes, for TEXT as codes alone', () => {
    const entries = (question: Question) => choicesIn('de')(question).all.map(({ entry }) => entry);

    expect(entries(questionOf(aScale(), 'MULTI_CHOICE'))).toEqual(["dk – don't know"]);
    expect(entries(misleading('3-4'))).toEqual(['1,5 – true', '1,234 – true', '1e5 – true', 'five – 5', 'ja – true']);
    expect(entries(misleading('words'))).toEqual(['1,5', '1,234', '1e5', 'five', 'ja']);
  });

  it('are codes alone where two entries, or an entry and a code, would be the same', () => {
    expect(choicesIn('de')(misleading('clash')).all.map(({ entry }) => entry)).toEqual([
      'a',
      'a – b',
      'A',
      'true',
      'x  y',
    ]);
    // The entry of yes would be "ja", which is a missing code of this question.
    expect(choicesIn('de')(misleading('boolean')).all.map(({ entry }) => entry)).toEqual([
      ...['false', 'true', '1,5', '1,234', '1e5', 'five', 'ja'],
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['1 – 3', ['1']],
    [' 2 ', ['2']],
    ['1', ['1', '3', '01']],
    ['3', ['3', '1']],
    ['01', ['01']],
    ['=X - +Y', ['=x']],
    ['@Z', ['-']],
    ['-', ['-']],
    ['mar1', ['1/2']],
    ['4', []],
    ['', []],
    ['constructor', []],
  ])('%j can mean %j', (text, codes) => expect(codesFor(misleading('1e5'), text)).toEqual(codes));

  it.each<[string, readonly string[]]>([
    ['a', ['a']],
    ['A', ['A']],
    ['c', ['a – b', 'A']],
    ['x y', ['x  y']],
  ])('%j can mean %j where entries are codes', (text, codes) =>
    expect(codesFor(misleading('clash'), text)).toEqual(codes),
  );

  it('every entry chooses exactly its own, in every scale', () => {
    fc.assert(
      fc.property(arbitraryScale('challenge'), fc.constantFrom('de', 'en'), (scale, locale) => {
        const { all, find } = choicesIn(locale)(questionOf(scale));

        for (const choice of all) expect(find(choice.entry)).toEqual([choice]);
      }),
    );
  });
});
