import { canonicalOf, checkAnswer, prepareQuestionSet, type QuestionSet } from '@reflexbogen/domain';
import fc from 'fast-check';
import { everyTypeSet } from '../../../domain/src/question-set/document.builder.js';
import { arbitraryQuestionnaire } from '../questionnaire/questionnaire.builder.js';
import { readSheetFile } from './read-sheet-file.js';
import { sheetDifferences, type StoredAnswer } from './sheet-differences.js';
import { arbitraryFilling, aSheetContent, HOSTILE_TEXTS, MISLEADING } from './sheet-file.builder.js';
import type { SheetFileContent, SheetFileFormat } from './sheet-file.js';
import { writeSheetFile } from './write-sheet-file.js';

const FORMATS: readonly SheetFileFormat[] = ['XLSX', 'CSV'];
const LOCALES = ['de', 'en', 'de-AT', 'fr'];

const storedOf = ({ questionSet, answers, comments }: SheetFileContent): ReadonlyMap<string, StoredAnswer> =>
  new Map(
    questionSet.questions.map(({ code }) => [
      code,
      { value: answers.get(code) ?? null, comment: comments.get(code) ?? null },
    ]),
  );

async function expectBack(content: SheetFileContent): Promise<void> {
  const { questionSet, answers, comments } = content;
  const read = await readSheetFile(await writeSheetFile(content), content);

  expect(read.faults).toEqual([]);
  expect(read).toMatchObject({ format: content.format, absent: [], ignored: [] });
  expect(read.answers).toEqual(
    questionSet.questions.map(({ code }) => ({
      question: code,
      value: answers.get(code) ?? null,
      comment: comments.get(code) ?? null,
    })),
  );
  for (const emptyDeletes of [false, true])
    expect(sheetDifferences(questionSet, storedOf(content), read, { emptyDeletes })).toEqual([]);
}

const questionSets: readonly (readonly [string, fc.Arbitrary<QuestionSet>])[] = [
  ['every type', fc.constant(everyTypeSet())],
  ['misleading codes and labels', fc.constant(MISLEADING)],
  ['random sets', arbitraryQuestionnaire.map(({ document }) => prepareQuestionSet('random', document))],
];

describe.each(FORMATS)('%s gives every answer and comment back', (format) => {
  it.each(questionSets)('%s', async (_, questionSet) => {
    const content = questionSet.chain((set) =>
      fc
        .tuple(arbitraryFilling(set), fc.constantFrom(...LOCALES))
        .map(([filling, locale]) => aSheetContent(set, { ...filling, locale, format })),
    );

    await fc.assert(fc.asyncProperty(content, expectBack), { numRuns: 60 });
  });

  it.each(HOSTILE_TEXTS)('the text and comment %j', async (text) => {
    const words = MISLEADING.questions.at(-1);
    if (words?.type !== 'TEXT') throw new Error('The last question is no text.');
    const checked = checkAnswer(words, { kind: 'TEXT', text });
    if (!checked.ok) throw new Error(checked.errors[0]?.message);

    await expectBack(
      aSheetContent(MISLEADING, {
        format,
        answers: new Map([['words', checked.value]]),
        comments: new Map([['words', text]]),
      }),
    );
  });

  it('texts as long as may be, and numbers at their limits', async () => {
    const set = everyTypeSet();
    const long = `${'ä"\n=1;😀'.repeat(2000).slice(0, 9998)}zz`;
    for (const number of [0, -0.000000001, 1e-9, 999_999_999_999_999, -999_999_999_999_999, 123456.789012345])
      await expectBack(
        aSheetContent(set, {
          format,
          locale: number < 0 ? 'de' : 'en',
          answers: new Map([
            ['staff', { kind: 'NUMBER', number }],
            ['remark', { kind: 'TEXT', text: long }],
          ]),
          comments: new Map([['staff', long]]),
        }),
      );
  });

  it('the same bytes for the same content', async () => {
    const content = aSheetContent(MISLEADING, { format });

    expect(Buffer.from(await writeSheetFile(content)).equals(await writeSheetFile(content))).toBe(true);
  });

  it('a text of blanks alone as an empty cell, which changes nothing', async () => {
    const content = aSheetContent(MISLEADING, {
      format,
      answers: new Map([['words', { kind: 'TEXT', text: ' \n' }]]),
      comments: new Map([['words', ' ']]),
    });
    const read = await readSheetFile(await writeSheetFile(content), content);

    expect(read.answers.at(-1)).toEqual({ question: 'words', value: null, comment: null });
    expect(sheetDifferences(MISLEADING, storedOf(content), read, { emptyDeletes: true })).toEqual([]);
  });
});

it('a misleading set is answered in every way that there is', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryFilling(MISLEADING), ({ answers }) => {
      for (const [code, value] of answers) {
        const question = MISLEADING.byCode.get(code);
        if (question !== undefined) seen.add(`${code} ${value.kind} ${canonicalOf(question, value).slice(0, 4)}`);
      }
    }),
    { numRuns: 500 },
  );
  const kinds = new Set([...seen].map((one) => one.split(' ').slice(0, 2).join(' ')));

  expect([...kinds].sort()).toEqual([
    '1e5 LEVEL',
    '1e5 MISSING',
    '3-4 MISSING',
    '3-4 NUMBER',
    'boolean BOOLEAN',
    'boolean MISSING',
    'clash LEVEL',
    'several LEVELS',
    'several MISSING',
    'words MISSING',
    'words TEXT',
  ]);
});
