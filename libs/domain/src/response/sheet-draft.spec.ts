import fc from 'fast-check';
import type { AnswerValue } from '../answer/answer-value.js';
import { canonicalOf, parseCanonical } from '../answer/check-answer.js';
import { aQuestion, aQuestionSet, everyTypeSet } from '../question-set/document.builder.js';
import { aSheetOf } from './any-sheet.builder.js';
import { sheetWriterOf } from './sheet-draft.js';
import { encodeSubmission } from './submission-codec.js';
import { layoutOf } from './submission-layout.js';

const set = everyTypeSet();
const layout = layoutOf(set);
const LINES: readonly (readonly [string, string])[] = [
  ['level', '4'],
  ['place', 'p299'],
  ['topics', '5|1'],
  ['staff', 'no-comment'],
  ['budget', '12.50'],
  ['coordinator', 'true'],
  ['remark', 'a note'],
  ['impact.labour.long', 'dk'],
  ['impact.school.long', ''],
];

describe('sheetWriterOf', () => {
  it('writes line by line what encodeSubmission writes at once', () => {
    const writer = sheetWriterOf(layout);
    const draft = writer.open();
    const answers = new Map<string, AnswerValue>();
    for (const [code, text] of LINES) {
      const parsed = parseCanonical(set.byCode.get(code)!, text);
      if (text !== '' && parsed.ok) answers.set(code, parsed.value);

      expect(writer.write(draft, code, text, code === 'level' ? 'said so' : '')).toBe('WRITTEN');
    }

    const { submission, hiddenAnswers } = writer.close(draft);

    expect(hiddenAnswers).toEqual([]);
    expect(submission).toEqual(encodeSubmission(layout, answers, new Set(), new Map([['level', 'said so']])));
    expect(submission.answered).toBe(8);
  });

  it('does so for any sheet, whatever is left out', () => {
    fc.assert(
      fc.property(aSheetOf(set), (answers) => {
        const writer = sheetWriterOf(layout);
        const draft = writer.open();
        for (const [code, value] of answers)
          expect(writer.write(draft, code, canonicalOf(set.byCode.get(code)!, value))).toBe('WRITTEN');

        expect(writer.close(draft).submission).toEqual(encodeSubmission(layout, answers, new Set()));
      }),
    );
  });

  it('has nothing beside the vector where the set asks for nothing of the kind, and keeps lines of comments as lines', () => {
    const plain = layoutOf(aQuestionSet([aQuestion({ code: 'q' })]));
    const writer = sheetWriterOf(plain);
    const draft = writer.open();

    writer.write(draft, 'q', '', 'one\r\ntwo');

    expect(writer.close(draft).submission).toEqual(
      encodeSubmission(plain, new Map(), new Set(), new Map([['q', 'one\ntwo']])),
    );
  });

  it.each(LINES)('refuses a second line for %s', (code, text) => {
    const writer = sheetWriterOf(layout);
    const draft = writer.open();
    writer.write(draft, code, text);

    expect(writer.write(draft, code, '')).toBe('DUPLICATE');
    expect(writer.write(draft, code, text)).toBe('DUPLICATE');
  });

  it.each([
    ['level', '6', 'UNKNOWN_LEVEL'],
    ['budget', '1,5', 'NOT_A_NUMBER'],
    ['remark', '\u0000', 'FORBIDDEN_CHARACTER'],
  ])('names the fault in %s = %j', (code, text, fault) => {
    const writer = sheetWriterOf(layout);

    expect(writer.write(writer.open(), code, text)).toMatchObject([{ code: fault }]);
  });

  it('knows questions of its set only, and checks comments', () => {
    const writer = sheetWriterOf(layout);

    expect(writer.write(writer.open(), 'impact', '4')).toBe('UNKNOWN_QUESTION');
    expect(writer.write(writer.open(), 'level', '4', 'a\u202eb')).toMatchObject([{ code: 'FORBIDDEN_CHARACTER' }]);
  });

  it.each([
    ['another text stays', [['note', 'as it is']]],
    ['no text is left', []],
  ] as const)('takes answers to hidden questions out and names them: %s', (_, others) => {
    const ruled = aQuestionSet([
      aQuestion({ code: 'has', type: 'BOOLEAN' }),
      aQuestion({ code: 'posts', type: 'NUMBER', visibleIf: "answer('has')" }),
      aQuestion({ code: 'why', type: 'TEXT', visibleIf: "answered('posts')" }),
      aQuestion({ code: 'note', type: 'TEXT' }),
    ]);
    const writer = sheetWriterOf(layoutOf(ruled));
    const draft = writer.open();
    for (const [code, text] of [['has', 'false'], ['posts', '3'], ['why', 'because'], ...others] as const)
      writer.write(draft, code, text);

    const { submission, hiddenAnswers } = writer.close(draft);

    expect(hiddenAnswers).toEqual(['posts', 'why']);
    expect(submission).toEqual(
      encodeSubmission(
        layoutOf(ruled),
        new Map<string, AnswerValue>([
          ['has', { kind: 'BOOLEAN', boolean: false }],
          ...others.map(([code, text]) => [code, { kind: 'TEXT', text }] as const),
        ]),
        new Set(['posts', 'why']),
      ),
    );
  });
});
