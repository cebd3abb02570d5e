import { aDocument, aLevel, aQuestion, aQuestionSet, aScale } from '../question-set/document.builder.js';
import type { QuestionSetDocument } from '../question-set/question-set.js';
import { checkModules, composeModules, type ModuleRevision } from './module.js';

const core: ModuleRevision = {
  code: 'core',
  revision: 3,
  scales: [aScale()],
  sections: [
    {
      code: 'main',
      title: { de: 'Kern' },
      questions: [aQuestion({ code: 'a' }), aQuestion({ code: 'b', since: { year: 2001, verdict: 'BREAK' } })],
    },
  ],
};
const topic: ModuleRevision = {
  code: 'topic',
  revision: 1,
  scales: [aScale(), aScale({ code: 'own' })],
  sections: [
    { code: 'main', title: { de: 'Anders' }, questions: [aQuestion({ code: 'c' })] },
    { code: 'more', title: { de: 'Mehr' }, questions: [aQuestion({ code: 'd', scale: 'own' })] },
  ],
};
const IDENTITY = { year: 2019, revision: 1 };
const composed = (modules: readonly ModuleRevision[]): QuestionSetDocument => {
  const outcome = composeModules(IDENTITY, modules, null);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.value;
};

describe('composeModules', () => {
  it('puts sections of one code together and keeps every code', () => {
    const document = composed([core, topic]);
    expect(
      document.sections.map(({ code, title, questions }) => [
        code,
        title['de'],
        questions.map((each) => [each.code, each.module]),
      ]),
    ).toEqual([
      [
        'main',
        'Kern',
        [
          ['a', 'core'],
          ['b', 'core'],
          ['c', 'topic'],
        ],
      ],
      ['more', 'Mehr', [['d', 'topic']]],
    ]);
    expect(document.scales.map(({ code }) => code)).toEqual(['challenge', 'own']);
    expect(document.modules).toEqual([
      { code: 'core', revision: 3 },
      { code: 'topic', revision: 1 },
    ]);
    // A verdict of a module would speak of another year.
    expect(document.sections[0]?.questions.every(({ since }) => since === undefined)).toBe(true);
  });

  it('states IDENTICAL where the base asks the same, and nothing else', () => {
    const base = aQuestionSet([aQuestion({ code: 'a' }), aQuestion({ code: 'b', text: { de: 'anders' } })]);
    const outcome = composeModules(IDENTITY, [core, topic], base);
    expect(
      outcome.ok &&
        outcome.value.sections.flatMap(({ questions }) => questions.map((each) => [each.code, each.since?.verdict])),
    ).toEqual([
      ['a', 'IDENTICAL'],
      ['b', undefined],
      ['c', undefined],
      ['d', undefined],
    ]);
  });

  it('names every contradiction with its module', () => {
    const other = { ...topic, code: 'other', scales: [aScale({ levels: [aLevel('1')], boxes: {} })] };
    const outcome = composeModules(IDENTITY, [core, topic, other, core], null);
    expect(!outcome.ok && outcome.errors.map(({ code, path }) => [code, ...path])).toEqual([
      ['DUPLICATE_MODULE', 'modules', 3],
      ['SCALE_CONFLICT', 'modules', 2],
      ['DUPLICATE_QUESTION', 'modules', 2],
      ['DUPLICATE_QUESTION', 'modules', 2],
      ['DUPLICATE_QUESTION', 'modules', 3],
      ['DUPLICATE_QUESTION', 'modules', 3],
    ]);
  });
});

describe('checkModules', () => {
  const modules = [core, topic];
  const withQuestion = (more: object, at = 0): QuestionSetDocument => {
    const document = composed(modules);
    return {
      ...document,
      sections: document.sections.map((section, index) =>
        index === 0
          ? {
              ...section,
              questions: section.questions.map((each, position) => (position === at ? { ...each, ...more } : each)),
            }
          : section,
      ),
    };
  };
  const codes = (document: QuestionSetDocument, known: readonly ModuleRevision[] = modules) =>
    checkModules(document, known).map(({ code, path }) => [code, path.join('.')]);

  it('takes a set that asks what its modules ask, with verdicts of its own', () => {
    expect(codes(composed(modules))).toEqual([]);
    expect(codes(withQuestion({ since: { year: 2018, verdict: 'IDENTICAL' } }))).toEqual([]);
    expect(codes(aDocument())).toEqual([]);
  });

  it.each([
    ['another wording', { text: { de: 'x' } }],
    ['another rule', { required: true }],
    ['a question that the module lacks', { code: 'z' }],
  ])('finds %s', (_, more) => {
    expect(codes(withQuestion(more))).toEqual([['MODULE_DIFFERS', 'sections.0.questions.0.module']]);
  });

  it('finds a scale that is not that of the module', () => {
    const document = { ...composed(modules), scales: [aScale({ polarity: 'NEUTRAL' }), aScale({ code: 'own' })] };
    expect(codes(document).map(([code]) => code)).toEqual(['MODULE_DIFFERS', 'MODULE_DIFFERS', 'MODULE_DIFFERS']);
  });

  it('finds modules that do not exist, or that the set does not take', () => {
    expect(codes(composed(modules), [core])).toEqual([['UNKNOWN_MODULE', 'modules.1']]);
    expect(codes(withQuestion({ module: 'nowhere' }))).toEqual([['UNKNOWN_MODULE', 'sections.0.questions.0.module']]);
  });
});
