import fc from 'fast-check';
import { aLevel, aQuestion, aQuestionSet, aScale } from '../question-set/document.builder.js';
import type { QuestionDefinition, QuestionSet } from '../question-set/question-set.js';
import { longestCommonSubsequence } from './common-subsequence.js';
import { editDistance, proposeVerdict } from './propose-verdict.js';
import { diffQuestionSets } from './question-set-diff.js';
import { diffToMarkdown, diffToText } from './render-diff.js';
import { wordDiff } from './word-diff.js';

const question = (code: string, more: Partial<QuestionDefinition> = {}) => aQuestion({ code, ...more });
const setOf = (questions: readonly QuestionDefinition[], more: Parameters<typeof aQuestionSet>[1] = {}): QuestionSet =>
  aQuestionSet(questions, more);
const LATER = { year: 2019 };
const diffOf = (from: QuestionSet, to: QuestionSet) => diffQuestionSets(from, to, { history: [from] });

describe('wordDiff', () => {
  it('shows what stayed, what went and what came', () => {
    expect(wordDiff('Fehlende Akzeptanz der Bevölkerung', 'Fehlende Akzeptanz in der Bevölkerung')).toEqual([
      { op: 'EQUAL', text: 'Fehlende Akzeptanz ' },
      { op: 'ADDED', text: 'in ' },
      { op: 'EQUAL', text: 'der Bevölkerung' },
    ]);
  });

  it('holds both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'Ämter', ' ', 'ß', '\n', ',', 'b b', '')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const runs = wordDiff(from, to);
        const side = (op: string) => runs.filter((run) => run.op === 'EQUAL' || run.op === op).map((run) => run.text);
        expect(side('REMOVED').join('')).toBe(from);
        expect(side('ADDED').join('')).toBe(to);
      }),
    );
  });

  it.each([
    ['Cyrillic', 'Сколько жильё нужно?', 'Сколько жилья нужно?', 'жильё', 'жилья'],
    ['Arabic', 'كم مسكن يلزم؟', 'كم منزل يلزم؟', 'مسكن', 'منزل'],
    ['decomposed accents', 'die Ha\u0308user', 'die Ha\u0308usern', 'Ha\u0308user', 'Ha\u0308usern'],
    ['beyond the basic plane', 'ja 😀', 'ja 😁', '😀', '😁'],
  ])('takes words whole: %s', (_, from, to, removed, added) => {
    const runs = wordDiff(from, to).filter(({ op }) => op !== 'EQUAL');
    expect(runs).toEqual([
      { op: 'REMOVED', text: removed },
      { op: 'ADDED', text: added },
    ]);
  });

  it('gives no two runs of one kind in succession, and none that is empty', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, words, (from, to) => {
        const runs = wordDiff(from, to);
        expect(runs.every(({ text }) => text !== '')).toBe(true);
        expect(runs.every(({ op }, index) => op !== runs[index - 1]?.op)).toBe(true);
      }),
    );
  });

  it('gives up on texts that have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordDiff(long('a'), long('b'))).toHaveLength(2);
  });
});

describe('longestCommonSubsequence', () => {
  it('is in order in both lists, and no longer one exists', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(fc.shuffledSubarray(items), fc.shuffledSubarray(items), (a, b) => {
        const found = longestCommonSubsequence(a, b);
        const longest = subsets(a).filter((part) => isWithin(part, b));
        expect(isWithin(found, a) && isWithin(found, b)).toBe(true);
        expect(found.length).toBe(Math.max(0, ...longest.map((part) => part.length)));
      }),
    );
  });
});

const subsets = (items: readonly string[]): readonly (readonly string[])[] =>
  items.reduce<string[][]>((all, item) => [...all, ...all.map((part) => [...part, item])], [[]]);
const isWithin = (part: readonly string[], list: readonly string[]): boolean => {
  let at = 0;
  for (const item of list) if (item === part[at]) at += 1;
  return at === part.length;
};

describe('diffQuestionSets', () => {
  it('is empty for a set and itself', () => {
    const set = setOf([question('a'), question('b')]);
    const diff = diffOf(set, setOf([question('a'), question('b')], LATER));
    expect(diff).toMatchObject({ added: [], removed: [], moved: [], changed: [], unchanged: 2 });
    expect(diff.sections).toEqual({ added: [], removed: [], retitled: [] });
  });

  it('moves nothing when a question is inserted or dropped', () => {
    const from = setOf(['a', 'b', 'c', 'd'].map((code) => question(code)));
    const to = setOf(
      ['a', 'new', 'c', 'd'].map((code) => question(code)),
      LATER,
    );
    expect(diffOf(from, to)).toMatchObject({
      added: [{ code: 'new' }],
      removed: [{ code: 'b' }],
      moved: [],
      unchanged: 3,
    });
  });

  it('names the one that moved, not those that it passed', () => {
    const from = setOf(['a', 'b', 'c', 'd'].map((code) => question(code)));
    const to = setOf(
      ['d', 'a', 'b', 'c'].map((code) => question(code)),
      LATER,
    );
    expect(diffOf(from, to).moved).toEqual([
      { code: 'd', fromSection: 'main', toSection: 'main', fromPosition: 3, toPosition: 0 },
    ]);
  });

  const scale = aScale();
  it.each([
    ['TEXT', { text: { de: 'Wohnung', en: 'Housing' } }, {}],
    ['TRANSLATION', { text: { de: 'Housing', en: 'Dwelling' } }, {}],
    ['TRANSLATION', { text: { de: 'Housing' } }, {}],
    ['HELP', { help: { de: 'Hilfe' } }, {}],
    ['RULES', { visibleIf: 'true' }, {}],
    ['RULES', { valid: { rule: 'true', message: { de: 'so' } } }, {}],
    ['REQUIRED', { required: true }, {}],
    ['MODULE', { module: 'core' }, {}],
    ['REPORTS_CHANGE', { reportsChangeOf: { question: 'b', since: 2017 } }, {}],
    ['POLARITY', { polarity: 'NEUTRAL' }, {}],
    ['LEVELS', {}, { levels: scale.levels.slice(0, 4) }],
    ['LEVEL_ORDER', {}, { levels: scale.levels.toReversed() }],
    ['LEVEL_LABELS', {}, { levels: scale.levels.with(0, aLevel('1', { label: { de: 'nie', en: 'level 1' } })) }],
    ['LEVELS_ARCHIVED', {}, { levels: scale.levels.with(0, aLevel('1', { archived: true })) }],
    ['MISSING_CODES', {}, { missing: [] }],
    ['MISSING_CODES', {}, { missing: scale.missing.map((code) => ({ ...code, kind: 'REFUSED' as const })) }],
    ['REPORTS_CHANGE', {}, { levels: scale.levels.with(0, aLevel('1', { direction: 'INCREASED' })) }],
    ['TRANSLATION', { text: { de: 'Housing', en: 'Housing', fr: 'Logement' } }, {}],
    ['BOXES', {}, { boxes: {} }],
    ['ORDERED', {}, { ordered: false }],
  ] as const)('calls it %s', (aspect, more, scaleMore) => {
    const from = setOf([question('a')]);
    const to = setOf([question('a', more)], { ...LATER, scales: [aScale(scaleMore)] });
    expect(diffOf(from, to).changed).toMatchObject([{ code: 'a', aspects: [aspect] }]);
  });

  it.each([
    ['UNIT', { unit: { de: 'Stellen' } }],
    ['RANGE', { min: 1 }],
    ['RANGE', { tolerance: { percent: 1 } }],
    ['TYPE', { type: 'TEXT' }],
  ] as const)('calls it %s', (aspect, more) => {
    const from = setOf([question('n', { type: 'NUMBER' })]);
    const to = setOf([question('n', { type: 'NUMBER', ...more })], LATER);
    expect(diffOf(from, to).changed).toMatchObject([{ code: 'n', aspects: [aspect] }]);
  });

  it('calls the message of a check a rule', () => {
    const checked = (message: string) => question('a', { valid: { rule: 'true', message: { de: message } } });
    expect(diffOf(setOf([checked('so')]), setOf([checked('anders')], LATER)).changed).toMatchObject([
      { code: 'a', aspects: ['RULES'], texts: [{ field: 'valid.message', from: 'so', to: 'anders' }] },
    ]);
  });

  it('tells which series break, by the verdict and for want of one', () => {
    const from = setOf(['a', 'b', 'c', 'd'].map((code) => question(code)));
    const since = (verdict: 'EDITORIAL' | 'BREAK') => ({ since: { year: 2018, revision: 1, verdict } });
    const text = { de: 'anders', en: 'other' };
    const to = setOf(
      [
        question('a', { text, ...since('EDITORIAL') }),
        question('b', { text, ...since('BREAK') }),
        question('c', { text }),
        question('d', { required: true }),
      ],
      LATER,
    );
    expect(diffOf(from, to).changed.map(({ code, verdict, breaksSeries }) => [code, verdict, breaksSeries])).toEqual([
      ['a', 'EDITORIAL', false],
      ['b', 'BREAK', true],
      ['c', 'BREAK', true],
      ['d', 'IDENTICAL', false],
    ]);
  });

  it('names a question that stands in the next section, although none changed its place', () => {
    const sections = (...first: readonly string[]) =>
      ['one', 'two'].map((code, index) => ({
        code,
        title: { de: code },
        questions: ['a', 'b', 'c']
          .filter((each) => first.includes(each) === (index === 0))
          .map((each) => question(each)),
      }));
    const from = setOf([], { sections: sections('a', 'b') });
    expect(diffOf(from, setOf([], { ...LATER, sections: sections('a') })).moved).toEqual([
      { code: 'b', fromSection: 'one', toSection: 'two', fromPosition: 1, toPosition: 1 },
    ]);
  });

  it('breaks the series of a question that became a grid, or was one', () => {
    const axis = [{ code: 'x', text: { de: 'x' } }];
    const [one, grid] = [question('g'), question('g', { type: 'GRID', rows: axis, columns: axis })];
    for (const [before, after] of [
      [one, grid],
      [grid, one],
    ] as const)
      expect(diffOf(setOf([before]), setOf([after], LATER)).changed).toMatchObject([
        { code: 'g', aspects: ['TYPE', 'GRID'], verdict: null, breaksSeries: true },
      ]);
  });

  it('names a series that breaks although the question reads the same', () => {
    const [first, between] = [
      setOf([question('stated'), question('back'), question('same')]),
      setOf([question('stated'), question('back', { text: { de: 'anders', en: 'other' } }), question('same')], {
        year: 2019,
      }),
    ];
    const last = setOf(
      [
        question('stated', { since: { year: 2019, verdict: 'BREAK', note: 'asked on paper until then' } }),
        question('back'),
        question('same'),
      ],
      { year: 2020 },
    );
    const history = [first, between, last];
    const diff = diffQuestionSets(first, last, { history });
    expect(diff).toMatchObject({ changed: [], unchanged: 3, brokenUnchanged: ['stated', 'back'] });
    expect(diffQuestionSets(last, first, { history }).brokenUnchanged).toEqual(['stated', 'back']);
    expect(diffQuestionSets(first, between, { history }).brokenUnchanged).toEqual([]);
    expect(diffQuestionSets(between, last, { history }).brokenUnchanged).toEqual(['stated']);
  });

  it('compares a grid as it is written', () => {
    const axis = (...codes: string[]) => codes.map((code) => ({ code, text: { de: code } }));
    const grid = (...rows: string[]) =>
      question('g', { type: 'GRID', rows: axis(...rows), columns: axis('short', 'long') });
    const diff = diffOf(setOf([grid('labour')]), setOf([grid('labour', 'school')], LATER));
    expect(diff.changed).toMatchObject([{ code: 'g', aspects: ['GRID'], verdict: 'IDENTICAL', breaksSeries: false }]);
  });
});

describe('proposeVerdict', () => {
  const of = (more: Partial<QuestionDefinition>, scaleMore: Parameters<typeof aScale>[0] = {}) =>
    setOf([question('a', more)], { ...LATER, scales: [aScale(scaleMore)] }).questions[0]!;
  const long = 'Fehlende Akzeptanz in der Bevölkerung';
  const before = of({ text: { de: long } });

  it.each([
    ['IDENTICAL', of({ text: { de: long } })],
    ['EDITORIAL', of({ text: { de: 'Fehlende Akzeptanz in der Bevolkerung' } })],
    ['COMPARABLE', of({ text: { de: 'Mangelnder Rückhalt bei den Menschen vor Ort' } })],
    ['BREAK', of({ text: { de: long }, type: 'CHOICE' })],
  ])('says %s', (verdict, after) => {
    expect(proposeVerdict(before, after)).toMatchObject({ verdict });
  });

  it('maps levels by code and label, and breaks where none is found again', () => {
    const levels = aScale().levels;
    expect(proposeVerdict(before, of({ text: { de: long } }, { levels: levels.slice(1), boxes: {} }))).toEqual({
      verdict: 'RECODED',
      recode: { '2': '2', '3': '3', '4': '4', '5': '5' },
      reason: 'LEVELS_MAPPED',
    });
    const strangers = of({ text: { de: long } }, { levels: [aLevel('x'), aLevel('y')], boxes: {} });
    expect(proposeVerdict(before, strangers)).toEqual({ verdict: 'BREAK', reason: 'LEVELS_CHANGED' });
  });

  it('measures by edits', () => {
    expect(editDistance('', '')).toBe(0);
    expect(editDistance('Haus', 'Maus')).toBe(0.25);
    expect(editDistance('abc', '')).toBe(1);
  });
});

describe('rendering', () => {
  const from = setOf([question('a'), question('gone'), question('m', { text: { de: 'Alt <b>*x*</b>' } })]);
  const to = setOf(
    [question('a', { required: true }), question('m', { text: { de: 'Neu <b>*x*</b>' } }), question('new')],
    LATER,
  );

  it('writes Markdown in which wordings cannot be markup', () => {
    expect(diffToMarkdown(diffOf(from, to), 'en')).toBe(
      [
        '# Question set 2018 (revision 1) → 2019 (revision 1)',
        '',
        '## Added (1)',
        '',
        '- `new` (main)',
        '',
        '## Removed (1)',
        '',
        '- `gone` (main)',
        '',
        '## Changed (2)',
        '',
        '- `a`: required [IDENTICAL]',
        '  - `required`: `false` → `true`',
        '- `m`: wording [BREAK, breaks the series]',
        '  - `text` (de): ~~Alt~~ **Neu**  \\<b\\>\\*x\\*\\</b\\>',
        '',
        '0 unchanged',
        '',
      ].join('\n'),
    );
  });

  it('writes for a terminal, in German, with and without colour', () => {
    expect(diffToText(diffOf(from, to), 'de')).toContain('text (de): [-Alt-]{+Neu+} <b>*x*</b>');
    expect(diffToText(diffOf(from, to), 'de', { colour: true })).toContain(
      '\u001b[31mAlt\u001b[0m\u001b[32mNeu\u001b[0m',
    );
    expect(diffToText(diffOf(from, from), 'de')).toContain('Kein Unterschied.');
  });
});
