import { prepareQuestionSet, type AnswerValue, type QuestionSet } from '@reflexbogen/domain';
import fc from 'fast-check';
import { everyTypeSet } from '../../../domain/src/question-set/document.builder.js';
import { readPdf } from '../../../../test/harness/read-pdf.js';
import { arbitraryQuestionnaire } from '../questionnaire/questionnaire.builder.js';
import { arbitraryFilling, MISLEADING } from '../sheet-file/sheet-file.builder.js';
import { printSheet } from './print-sheet.js';
import type { PrintedSheet } from './printed-sheet.js';

const text = (words: string) => ({ de: words, en: words });
const axis = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    code: `${name}${index}`,
    text: text(`${name.toUpperCase()} ${index}`),
  }));

const grid = (rows: number, columns: number): QuestionSet =>
  prepareQuestionSet('grid', {
    year: 2030,
    revision: 1,
    scales: [
      {
        code: 's',
        ordered: true,
        polarity: 'NEUTRAL',
        boxes: {},
        missing: [],
        levels: ['low', 'high'].map((code) => ({ code, label: text(`Label ${code}`) })),
      },
    ],
    sections: [
      {
        code: 'one',
        title: text('Section one'),
        questions: [
          {
            code: 'g',
            type: 'GRID',
            scale: 's',
            text: text('The grid'),
            required: false,
            rows: axis('r', rows),
            columns: axis('c', columns),
          },
        ],
      },
    ],
  });

const sheet = (questionSet: QuestionSet, more: Partial<PrintedSheet> = {}): PrintedSheet => ({
  study: 'pilot',
  title: 'Pilot',
  description: null,
  municipality: { code: 'a', name: 'Stadt A' },
  round: { code: '2030', year: 2030 },
  questionSet,
  opensAt: new Date('2030-01-01T00:00:00Z'),
  closesAt: new Date('2030-02-01T00:00:00Z'),
  answers: new Map(),
  comments: new Map(),
  previous: new Map(),
  receipt: null,
  locale: 'en',
  date: new Date('2030-01-15T00:00:00Z'),
  ...more,
});
const QUESTION_SETS = fc.oneof(
  fc.constant(everyTypeSet()),
  fc.constant(MISLEADING),
  arbitraryQuestionnaire.map(({ document }) => prepareQuestionSet('random', document)),
);
const high: AnswerValue = { kind: 'LEVEL', level: 'high' };

describe('printSheet', () => {
  it('prints a grid as a table with headings, its answers, and what was said on single cells', async () => {
    const questionSet = grid(2, 2);
    const cell = questionSet.byCode.get('g.r1.c0');
    if (cell === undefined) throw new Error('no cell');
    const { structure, text: all } = await readPdf(
      await printSheet(
        sheet(questionSet, {
          answers: new Map([['g.r0.c1', high]]),
          comments: new Map([['g.r1.c0', 'Remark 漢']]),
          previous: new Map([['g.r1.c0', { year: 2029, question: cell, value: high }]]),
        }),
      ),
    );
    expect(structure.filter(({ type }) => type === 'TH').map((head) => head.text)).toEqual([
      'C 0',
      'C 1',
      'R 0',
      'R 1',
    ]);
    expect(structure.filter(({ type }) => type === 'TD').map((data) => data.text)).toEqual([
      '',
      '',
      'Label high',
      '',
      '',
    ]);
    expect(all).toContain('R 1, C 0: Answered in 2029: Label high');
    // No sign of the typeface, and not lost.
    expect(all).toContain('R 1, C 0: Remark: Remark [U+6F22]');
  });

  it('divides a wide grid, and repeats the headings of a long one for the eye alone', async () => {
    const { structure, pages } = await readPdf(await printSheet(sheet(grid(60, 8))));
    expect(pages).toBeGreaterThan(2);
    expect(structure.filter(({ text: own }) => own === 'C 0')).toHaveLength(1);
    expect(structure.filter(({ text: own }) => own === 'C 7')).toHaveLength(1);
    expect(structure.filter(({ text: own }) => own === 'R 59')).toHaveLength(2);
  });

  it('gives the same bytes for the same sheet', async () => {
    const once = await printSheet(sheet(grid(2, 2)));
    expect(Buffer.from(await printSheet(sheet(grid(2, 2)))).equals(Buffer.from(once))).toBe(true);
  });

  it('has every question once, in order, and ticks what was chosen (random sets)', async () => {
    const filled = QUESTION_SETS.chain((questionSet) =>
      arbitraryFilling(questionSet).map((answers) => ({ questionSet, answers })),
    );
    await fc.assert(
      fc.asyncProperty(filled, async ({ questionSet, answers }) => {
        const { structure } = await readPdf(await printSheet(sheet(questionSet, { answers: answers.answers })));
        const asked = questionSet.document.sections.flatMap(({ questions }) => questions);
        expect(structure.filter(({ type }) => type === 'H3')).toHaveLength(asked.length);
        const chosen = questionSet.questions
          .filter(({ grid: place }) => place === undefined)
          .reduce((sum, { code }) => sum + ticksOf(answers.answers.get(code)), 0);
        expect(structure.filter(({ alt }) => alt === 'ticked')).toHaveLength(chosen);
      }),
      { numRuns: 25 },
    );
  });
});

const ticksOf = (value: AnswerValue | undefined): number =>
  value === undefined || value.kind === 'TEXT' || value.kind === 'NUMBER'
    ? 0
    : value.kind === 'LEVELS'
      ? value.levels.length
      : 1;
