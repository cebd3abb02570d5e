import { contentHashOf, prepareQuestionSet } from '@reflexbogen/domain';
import fc from 'fast-check';
import {
  aDocument,
  aQuestion,
  aScale,
  EVERY_SCALE,
  EVERY_TYPE,
  everyTypeSet,
} from '../../../domain/src/question-set/document.builder.js';
import { zipOf } from '../xlsform/xlsform.builder.js';
import { readSheetFile } from './read-sheet-file.js';
import {
  ANSWERS_PART,
  aSheetContent,
  edited,
  editedCsv,
  IDENTITY_PART,
  letterOf,
  partsIn,
  setCell,
  withCell,
} from './sheet-file.builder.js';
import type { ReadSheet, SheetFileContent, SheetFileFault } from './sheet-file.js';
import { MAX_SHEET_FILE_FAULTS } from './sheet-file.js';
import { writeSheetFile } from './write-sheet-file.js';

const set = everyTypeSet();
const content = aSheetContent(set);
const text = (words: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
const number = (value: string): string => `<c><v>${value}</v></c>`;
const read = (bytes: Uint8Array, expected: SheetFileContent = content): Promise<ReadSheet> =>
  readSheetFile(bytes, expected);
const valueOf = (sheet: ReadSheet, question: string): unknown =>
  sheet.answers.find((answer) => answer.question === question)?.value;
const only = (sheet: ReadSheet): SheetFileFault => {
  expect(sheet.faults).toHaveLength(1);
  return sheet.faults[0] as SheetFileFault;
};

/** Row of a question, or of one of its options, in the sheet of `everyTypeSet`. */
const ROW = {
  level: 2,
  place: 3,
  topics: 4,
  option1: 5,
  option2: 6,
  staff: 10,
  budget: 11,
  coordinator: 12,
  remark: 13,
};
const answerCell = (row: number): string => `${letterOf('answer')}${row}`;

describe('readSheetFile reads what people type into a workbook', () => {
  it.each<[string, keyof typeof ROW, string, unknown]>([
    ['a code', 'level', text('4'), { kind: 'LEVEL', level: '4' }],
    ['a code as a number', 'level', number('4'), { kind: 'LEVEL', level: '4' }],
    ['a label', 'level', text(' Level  4 '), { kind: 'LEVEL', level: '4' }],
    ['an entry with another dash', 'level', text('4 - level 4'), { kind: 'LEVEL', level: '4' }],
    ['a missing code', 'level', text('dk'), { kind: 'MISSING', missing: 'dk' }],
    ['a missing label', 'topics', text("Don't Know"), { kind: 'MISSING', missing: 'dk' }],
    ['a yes', 'coordinator', text('Ja'), { kind: 'BOOLEAN', boolean: true }],
    ['a truth of the spreadsheet', 'coordinator', '<c t="b"><v>0</v></c>', { kind: 'BOOLEAN', boolean: false }],
    ['a truth in German', 'coordinator', text('WAHR'), { kind: 'BOOLEAN', boolean: true }],
    ['a number', 'budget', number('1234.5'), { kind: 'NUMBER', number: 1234.5 }],
    ['a number as Excel stores it', 'budget', number('0.10000000000000001'), { kind: 'NUMBER', number: 0.1 }],
    ['a number with an exponent', 'budget', number('1E-2'), { kind: 'NUMBER', number: 0.01 }],
    ['a number stored as text', 'budget', text('12'), { kind: 'NUMBER', number: 12 }],
    ['a number with a decimal comma', 'budget', text(' -1,50 '), { kind: 'NUMBER', number: -1.5 }],
    ['a number with a point', 'budget', text('1.5'), { kind: 'NUMBER', number: 1.5 }],
    ['a number with a minus of its own', 'budget', text('\u22125'), { kind: 'NUMBER', number: -5 }],
    ['three decimals in German', 'staff', text('1,234'), { kind: 'NUMBER', number: 1.234 }],
    ['a missing code for a number', 'staff', text('dk'), { kind: 'MISSING', missing: 'dk' }],
    ['a number in a text', 'remark', number('2018'), { kind: 'TEXT', text: '2018' }],
    ['lines of a text', 'remark', text('a_x000D_\nb'), { kind: 'TEXT', text: 'a\nb' }],
    ['a text that joins texts', 'remark', '<c t="str"><f>"a"&amp;1</f><v>b</v></c>', { kind: 'TEXT', text: 'a1' }],
    ['such a text, whatever is stored for it', 'staff', '<c><f>"1,5"</f><v>7</v></c>', { kind: 'NUMBER', number: 1.5 }],
    ['a blank', 'level', text(' \u00a0\n'), null],
    ['nothing', 'remark', '<c/>', null],
    ['a mark', 'option2', text('X '), { kind: 'LEVELS', levels: ['2'] }],
  ])('%s', async (_, row, cell, value) => {
    const sheet = await read(await withCell(content, answerCell(ROW[row]), cell));

    expect(sheet.faults).toEqual([]);
    expect(valueOf(sheet, row.startsWith('option') ? 'topics' : row)).toEqual(value);
  });

  it('rows in any order, empty rows behind them, columns that were moved or deleted', async () => {
    const lines = (await partsIn(await writeSheetFile(content))).get(ANSWERS_PART) ?? '';
    const column = lines.match(/<c r="D\d+".*?(?:<\/c>|\/>)/gs) ?? [];
    const bytes = await edited(content, (parts) => {
      let xml = parts.get(ANSWERS_PART) ?? '';
      for (const cell of column) xml = xml.replace(cell, '');
      const rows = xml.match(/<row .*?<\/row>/gs) ?? [];
      const [header = '', ...rest] = rows.map((row) => row.replaceAll(/ r="[A-Z]*\d+"/g, ''));
      const addressed = (row: string, index: number): string => {
        let letter = 0;
        // The answer first, then what stood before it.
        const cells = row.match(/<c.*?(?:<\/c>|\/>)/gs) ?? [];
        const moved = [...cells.slice(5, 6), ...cells.slice(0, 5), ...cells.slice(6)];
        return `<row r="${index}">${moved.map((cell) => cell.replace('<c', `<c r="${'ABCDEFG'[letter++]}${index}"`)).join('')}</row>`;
      };
      const written = [header, ...rest.reverse()].map((row, index) => addressed(row, index + 1)).join('');
      parts.set(
        ANSWERS_PART,
        `<worksheet><sheetData>${written}<row r="40"><c r="A40" s="4"/>${text(' ')}</row></sheetData></worksheet>`,
      );
    });
    const sheet = await read(bytes);

    expect(column.length).toBeGreaterThan(10);
    expect(sheet.faults).toEqual([]);
    expect(sheet.answers.map(({ question }) => question)).toEqual(set.questions.map(({ code }) => code));
  });

  it('names questions whose rows were deleted, and a file without comments', async () => {
    const bytes = await edited(content, (parts) => {
      const xml = parts.get(ANSWERS_PART) ?? '';
      parts.set(
        ANSWERS_PART,
        xml.replaceAll(/<row r="(3|4|5|6|7|8|9)">.*?<\/row>/gs, '').replaceAll(/<c r="H\d+".*?(<\/c>|\/>)/gs, ''),
      );
    });
    const sheet = await read(bytes);

    expect(sheet.faults).toEqual([]);
    expect(sheet.absent).toEqual(['place', 'topics']);
    expect(sheet.answers.map(({ comment }) => comment)).toEqual(sheet.answers.map(() => undefined));
  });

  it('as a spreadsheet saves it, with shared texts', async () => {
    const filled = { ...content, answers: new Map([['remark', { kind: 'TEXT', text: ' a\n<_x000A_> ' } as const]]) };
    const bytes = await edited(filled, (parts) => {
      const texts: string[] = [];
      for (const [name, xml] of parts)
        if (name.startsWith('xl/worksheets/'))
          parts.set(
            name,
            xml.replaceAll(
              / t="inlineStr"><is>(.*?)<\/is>/gs,
              (_, words: string) => ` t="s"><v>${texts.push(words) - 1}</v>`,
            ),
          );
      parts.set('xl/sharedStrings.xml', `<sst>${texts.map((words) => `<si>${words}</si>`).join('')}</sst>`);
    });
    const sheet = await read(bytes);

    expect((await partsIn(bytes)).get(ANSWERS_PART)).not.toContain('inlineStr');
    expect(sheet).toEqual(await read(await writeSheetFile(filled)));
    expect(valueOf(sheet, 'remark')).toEqual({ kind: 'TEXT', text: ' a\n<_x000A_> ' });
  });

  it('lists sheets of other names, which it does not read', async () => {
    const bytes = await edited(content, (parts) => {
      const book = parts.get('xl/workbook.xml') ?? '';
      parts.set(
        'xl/workbook.xml',
        book.replace('</sheets>', '<sheet name="Notizen" sheetId="9" r:id="rId3"/></sheets>'),
      );
    });

    expect((await read(bytes)).ignored).toEqual([{ what: 'sheet Notizen', why: expect.any(String) }]);
  });
});

describe('readSheetFile refuses in a workbook, at its place,', () => {
  it.each<[string, keyof typeof ROW, string, string, RegExp]>([
    ['an unknown answer', 'level', text('6'), 'UNKNOWN_LEVEL', /"6" is no answer to level/],
    ['several answers', 'level', text('1|2'), 'UNKNOWN_LEVEL', /no answer/],
    ['a number below the smallest', 'budget', number('-1001'), 'OUT_OF_RANGE', /out of range/],
    ['too many decimals', 'budget', number('1.125'), 'TOO_PRECISE', /at most 2 decimals/],
    ['what float64 makes of 0.1 + 0.2', 'staff', number('0.30000000000000004'), 'TOO_PRECISE', /15 significant/],
    ['a number beyond 15 digits', 'staff', number('1e300'), 'TOO_PRECISE', /below 1e15/],
    ['words for a number', 'budget', text('about 5'), 'NOT_A_NUMBER', /no number/],
    ['a number with blanks', 'budget', text('1 000'), 'NOT_A_NUMBER', /thousands/],
    ['thousands and a comma', 'budget', text('1.234,50'), 'NOT_A_NUMBER', /thousands/],
    ['a point that may mean thousands', 'staff', text('1.234'), 'AMBIGUOUS', /"1.234" can mean 1234 or 1,234 in staff/],
    ['an exponent as text', 'staff', text('1,2E+11'), 'NOT_A_NUMBER', /exponent/],
    ['a formula', 'budget', '<c><f>A1*2</f><v>4</v></c>', 'FORMULA', /the formula A1\*2/],
    ['an error', 'budget', '<c t="e"><v>#DIV/0!</v></c>', 'FORMULA', /#DIV\/0!/],
    ['a date of ISO 8601', 'remark', '<c t="d"><v>2026-05-01</v></c>', 'DATE', /turned into a date/],
    ['a control character', 'remark', text('a_x0007_'), 'FORBIDDEN_CHARACTER', /control/],
    ['a text that turns around', 'remark', text('a\u202eb'), 'FORBIDDEN_CHARACTER', /direction/],
    ['a text without end', 'remark', text('a'.repeat(10_001)), 'TOO_LONG', /10001 characters/],
    ['options in the row of the question', 'topics', text('1|2'), 'UNKNOWN_LEVEL', /no answer to topics/],
    ['another mark than x', 'option1', text('nein'), 'UNKNOWN_LEVEL', /whether option 1 of topics is chosen/],
    ['a formula for a mark', 'option1', '<c><f>A1*2</f></c>', 'FORMULA', /the formula/],
  ])('%s', async (_, row, cell, code, message) => {
    const fault = only(await read(await withCell(content, answerCell(ROW[row]), cell)));

    expect(fault).toMatchObject({ code, sheet: 'Bogen', row: ROW[row], column: letterOf('answer') });
    expect(fault.message).toMatch(message);
    expect(fault.expected).not.toBe('');
  });

  it.each<[string, number, string]>([
    ['a built-in date', 14, ''],
    ['a time', 46, ''],
    ['a date format of its own', 164, '<numFmt numFmtId="164" formatCode="[$-407]d/\\ mmmm;@"/>'],
    ['hours beyond a day', 164, '<numFmt numFmtId="164" formatCode="[hh]"/>'],
  ])('a text that became %s', async (_, id, formats) => {
    const bytes = await edited(content, (parts) => {
      const styles = parts.get('xl/styles.xml') ?? '';
      parts.set(
        'xl/styles.xml',
        styles
          .replace('<fonts', `<numFmts count="1">${formats}</numFmts><fonts`)
          .replace('</cellXfs>', `<xf numFmtId="${id}"/></cellXfs>`),
      );
      for (const row of [ROW.level, ROW.budget, ROW.remark])
        setCell(parts, answerCell(row), '<c s="6"><v>46143</v></c>');
      setCell(parts, `${letterOf('comment')}${ROW.level}`, '<c s="6"><v>46143</v></c>');
      setCell(parts, `${letterOf('option')}${ROW.place}`, '<c s="6"><v>46143</v></c>');
    });
    const { faults, answers } = await read(bytes);

    expect(faults.map(({ code, row, column }) => [code, row, column]).sort()).toEqual([
      ['DATE', ROW.budget, 'G'],
      ['DATE', ROW.remark, 'G'],
      ['DATE', ROW.level, 'G'],
      ['DATE', ROW.level, 'H'],
      ['DATE', ROW.place, 'C'],
    ]);
    expect(answers.map(({ question }) => question)).not.toContain('remark');
  });

  it.each<[string, string]>([
    ['currency', '#,##0.00 "Stück d"'],
    ['a colour', '[Red]0.00'],
    ['a literal', '0\\d_h'],
    ['the general one', 'General'],
  ])('no number in a format that shows %s', async (_, format) => {
    const bytes = await edited(content, (parts) => {
      const styles = parts.get('xl/styles.xml') ?? '';
      parts.set(
        'xl/styles.xml',
        styles
          .replace('<fonts', `<numFmts count="1"><numFmt numFmtId="164" formatCode='${format}'/></numFmts><fonts`)
          .replace('</cellXfs>', '<xf numFmtId="164"/></cellXfs>'),
      );
      setCell(parts, answerCell(ROW.budget), '<c s="6"><v>5</v></c>');
    });
    const sheet = await read(bytes);

    expect(sheet.faults).toEqual([]);
    expect(valueOf(sheet, 'budget')).toEqual({ kind: 'NUMBER', number: 5 });
  });

  it.each<[string, string, string, readonly string[], RegExp]>([
    ['an unknown question', 'B2', text('levle'), ['UNKNOWN_QUESTION B2'], /asks no "levle"/],
    ['a grid instead of its cells', 'B2', text('impact'), ['UNKNOWN_QUESTION B2'], /asks no "impact"/],
    ['a question of a prototype', 'B2', text('__proto__'), ['UNKNOWN_QUESTION B2'], /__proto__/],
    ['a row without question', 'B2', '<c/>', ['MISSING_CODE B2'], /names no question/],
    ['a formula for a code', 'B2', '<c><f>A1*2</f></c>', ['FORMULA B2'], /The code of the question holds/],
    [
      'a question twice',
      'B2',
      text('place'),
      ['DUPLICATE_ROW B3', 'CHANGED_CELL F2', 'CHANGED_CELL E2'],
      /place stands in row 2 already/,
    ],
    ['an option of another question', 'C3', text('1'), ['UNKNOWN_OPTION C3'], /place has no option "1"/],
    ['a heading of its own', 'E1', text('Notiz'), ['UNKNOWN_COLUMN E1'], /"Notiz" is no part of the sheet/],
    ['a heading twice', 'D1', text('answer'), ['DUPLICATE_COLUMN G1'], /answer stands there twice/],
    ['a formula for a heading', 'D1', '<c><f>A1*2</f></c>', ['FORMULA D1'], /heading holds/],
    ['a comment on an option', 'H5', text('why'), ['MISPLACED_COMMENT H5'], /would be lost/],
    ['a formula for a comment', 'H2', '<c><f>A1*2</f></c>', ['FORMULA H2'], /comment on level holds/],
    ['an endless comment', 'H2', text('a'.repeat(10_001)), ['TOO_LONG H2'], /10001/],
    [
      'an answer written over the wording',
      'D2',
      text('very big'),
      ['CHANGED_CELL D2'],
      /"very big" stands where "Housing"/,
    ],
    ['an answer written over what is allowed', 'F13', text('see comment'), ['CHANGED_CELL F13'], /see comment/],
    ['a formula over what is asked', 'A2', '<c><f>A1*2</f></c>', ['CHANGED_CELL A2'], /the formula A1\*2 stands/],
  ])('%s', async (_, place, cell, faults, message) => {
    const sheet = await read(await withCell(content, place, cell));

    expect(sheet.faults.map(({ code, column, row }) => `${code} ${column}${row}`).sort()).toEqual([...faults].sort());
    expect(sheet.faults.map((fault) => fault.message).join('\n')).toMatch(message);
    expect(new Set(sheet.faults.map((fault) => fault.sheet))).toEqual(new Set(['Bogen']));
  });

  it('content in a column without heading, once per column', async () => {
    const bytes = await edited(content, (parts) => {
      const xml = parts.get(ANSWERS_PART) ?? '';
      parts.set(
        ANSWERS_PART,
        xml
          .replaceAll(/<\/row><row r="(3|4)">/g, '<c r="K$1">@</c></row><row r="$1">')
          .replaceAll(/<c r="K(\d)">@<\/c>/g, (_, next: string) =>
            text('note').replace('<c', `<c r="K${Number(next) - 1}"`),
          ),
      );
    });

    expect(only(await read(bytes))).toMatchObject({ code: 'UNKNOWN_COLUMN', row: 2, column: 'K' });
  });

  it('columns that it cannot do without', async () => {
    const bytes = await edited(content, (parts) => {
      for (const place of ['B1', 'C1', 'G1']) setCell(parts, place, '<c/>', ANSWERS_PART);
    });

    expect((await read(bytes)).faults.map(({ code, message }) => [code, message])).toEqual([
      ['MISSING_COLUMN', 'There is no column question.'],
      ['MISSING_COLUMN', 'There is no column answer.'],
      ['MISSING_COLUMN', 'There is no column option.'],
    ]);
  });

  it.each([
    ['an option', 5, /lacks its rows of 1:/],
    ['the question itself', 4, /lacks its rows of the question itself:/],
  ])('a MULTI_CHOICE question without the row of %s', async (_, row, message) => {
    const bytes = await edited(content, (parts) => {
      const xml = parts.get(ANSWERS_PART) ?? '';
      parts.set(ANSWERS_PART, xml.replace(new RegExp(`<row r="${row}">.*?</row>`, 's'), ''));
    });
    const sheet = await read(bytes);

    expect(only(sheet)).toMatchObject({ code: 'MISSING_ROW', message: expect.stringMatching(message) });
    expect(sheet.answers.map(({ question }) => question)).not.toContain('topics');
    expect(sheet.absent).toEqual([]);
  });

  it('a missing code beside options that are marked', async () => {
    const bytes = await edited(content, (parts) => {
      setCell(parts, answerCell(ROW.topics), text('dk'));
      setCell(parts, answerCell(ROW.option1), text('x'));
    });

    expect(only(await read(bytes))).toMatchObject({ code: 'AMBIGUOUS', row: ROW.topics });
  });

  it('a bare number where it is the code of one level and the label of another', async () => {
    const levels = ['1', '2', '3'].map((code) => ({ code, label: { de: String(4 - Number(code)) } }));
    const grades = prepareQuestionSet(
      'grades',
      aDocument([aQuestion({ code: 'grade' })], { scales: [aScale({ levels, boxes: {} })] }),
    );
    const graded = aSheetContent(grades);
    const typed = async (cell: string) => read(await withCell(graded, 'G2', cell), graded);

    expect(only(await typed(number('1')))).toMatchObject({
      code: 'AMBIGUOUS',
      message: '"1" can mean 1 (3) or 3 (1) in grade.',
    });
    expect(valueOf(await typed(number('2')), 'grade')).toEqual({ kind: 'LEVEL', level: '2' });
    expect(valueOf(await typed(text('1 – 3')), 'grade')).toEqual({ kind: 'LEVEL', level: '1' });
  });

  it('a thousand faults and says that there are more', async () => {
    const bytes = await edited(content, (parts) => {
      const rows = Array.from(
        { length: 1500 },
        (_, index) => `<row r="${index + 100}"><c r="B${index + 100}"><v>1</v></c></row>`,
      );
      parts.set(ANSWERS_PART, (parts.get(ANSWERS_PART) ?? '').replace('</sheetData>', `${rows.join('')}</sheetData>`));
    });
    const { faults } = await read(bytes);

    expect(faults).toHaveLength(MAX_SHEET_FILE_FAULTS);
    expect(faults.at(-2)?.code).toBe('UNKNOWN_QUESTION');
    expect(faults.at(-1)?.code).toBe('MORE_FAULTS');
  });
});

describe('a file of something else is not read, and both are named:', () => {
  const reworded = prepareQuestionSet('2018-1', { ...aDocument(EVERY_TYPE.slice(1), { scales: EVERY_SCALE }) });
  const cases: readonly [string, Partial<SheetFileContent>, string, RegExp][] = [
    [
      'another municipality',
      { municipality: { code: '05334002', name: 'Aachen' } },
      'OTHER_MUNICIPALITY',
      /"05334002" and was uploaded for "05315000" \(=Köln\)/,
    ],
    [
      'another round',
      { round: { code: '2017', year: 2017 } },
      'OTHER_ROUND',
      /"2017" and was uploaded to round "2018"/,
    ],
    ['another study', { study: 'other' }, 'OTHER_STUDY', /"other" and was uploaded to "integration-2021"/],
    [
      'another revision',
      { questionSet: prepareQuestionSet('r', { ...set.document, revision: 2 }) },
      'OTHER_QUESTION_SET',
      /set "2018.2", and the round asks "2018.1"/,
    ],
    [
      'other content of the revision',
      { questionSet: reworded },
      'OTHER_QUESTION_SET',
      /other content of question set 2018.1: "sha256:[0-9a-f]{64}" instead of/,
    ],
  ];

  it.each(
    cases.flatMap(([name, ...rest]) => (['XLSX', 'CSV'] as const).map((format) => [name, format, ...rest] as const)),
  )('%s, %s', async (_, format, more, code, message) => {
    const sheet = await read(await writeSheetFile({ ...content, ...more, format }));

    expect(only(sheet)).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(only(sheet).row).toBeGreaterThan(0);
    expect(sheet).toMatchObject({ format, answers: [], absent: [] });
  });

  it('names a content hash as the question set has it', async () => {
    const sheet = await read(await writeSheetFile({ ...content, questionSet: reworded }));

    expect(only(sheet).message).toContain(contentHashOf(reworded.document));
    expect(only(sheet).message).toContain(contentHashOf(set.document));
  });

  it.each<[string, string, string, readonly string[]]>([
    ['an empty entry', 'B4', '<c/>', ['NO_IDENTITY: The entry municipality holds nothing.']],
    [
      'a formula for an entry',
      'B4',
      '<c><f>A1*2</f></c>',
      ['NO_IDENTITY: The entry municipality holds the formula A1*2.'],
    ],
    [
      'an entry twice',
      'A5',
      text('municipality'),
      ['NO_IDENTITY: The entry municipality stands there twice.', 'NO_IDENTITY: The file does not say its round.'],
    ],
    ['no language', 'B8', text('de de'), ['NO_IDENTITY: "de de" is no language tag.']],
  ])('%s', async (_, place, cell, faults) => {
    const sheet = await read(await withCell(content, place, cell, IDENTITY_PART));

    expect(sheet.faults.map(({ code, message }) => `${code}: ${message}`)).toEqual(faults);
    expect(sheet.answers).toEqual([]);
  });

  it('another version of the layout, of which nothing else is compared', async () => {
    const bytes = await edited({ ...content, study: 'other' }, (parts) =>
      setCell(parts, 'B2', text('reflexbogen-sheet/2'), IDENTITY_PART),
    );

    expect(only(await read(bytes))).toMatchObject({
      code: 'UNKNOWN_VERSION',
      message: 'The file has the layout "reflexbogen-sheet/2".',
      sheet: 'Angaben',
      row: 2,
      column: 'B',
    });
  });

  it('a workbook or CSV that is no sheet of ours', async () => {
    const workbook = await edited(content, (parts) => {
      parts.set('xl/workbook.xml', (parts.get('xl/workbook.xml') ?? '').replace('name="Angaben"', 'name="Tabelle1"'));
    });
    const both = await edited(content, (parts) => {
      const book = parts.get('xl/workbook.xml') ?? '';
      parts.set('xl/workbook.xml', book.replace('name="Lists"', 'name="Sheet"'));
    });
    const csv = await read(Buffer.from('question;answer\nlevel;4\n'));

    expect(only(await read(workbook))).toMatchObject({
      code: 'NO_SHEET',
      message: expect.stringMatching(/Bogen, Tabelle1, Lists/),
    });
    expect(only(await read(both))).toMatchObject({
      code: 'NO_SHEET',
      message: 'The workbook has the sheets Bogen and Sheet.',
      expected: 'exactly one sheet Bogen or Sheet',
    });
    expect(csv.faults.map(({ code }) => code)).toEqual(Array.from({ length: 7 }, () => 'NO_IDENTITY'));
  });
});

describe('readSheetFile reads CSV as spreadsheets save it', () => {
  const lineOf = (lines: readonly string[], code: string): number =>
    lines.findIndex((line) => line.split(';')[1] === code);
  const typed = (code: string, answer: string, more: Partial<SheetFileContent> = {}) =>
    editedCsv({ ...content, ...more }, (lines) =>
      lines.map((line, index) =>
        index === lineOf(lines, code) ? line.replace(/[^;]*;([^;]*)$/, `${answer};$1`) : line,
      ),
    );

  it.each<[string, string, string, Partial<SheetFileContent>, unknown]>([
    ['a decimal comma', 'budget', '1234,5', {}, { kind: 'NUMBER', number: 1234.5 }],
    ['a decimal comma in quotes', 'budget', '"-1,50"', {}, { kind: 'NUMBER', number: -1.5 }],
    ['a decimal comma in an English file', 'budget', '1,5', { locale: 'en' }, { kind: 'NUMBER', number: 1.5 }],
    ['three decimals in German', 'staff', '1,234', {}, { kind: 'NUMBER', number: 1.234 }],
    ['three decimals in English', 'staff', '1.234', { locale: 'en' }, { kind: 'NUMBER', number: 1.234 }],
    ['a code', 'level', '4', {}, { kind: 'LEVEL', level: '4' }],
    ['a truth', 'coordinator', 'FALSCH', {}, { kind: 'BOOLEAN', boolean: false }],
    ['a text of several lines', 'remark', '"a;\r\n""b"""', {}, { kind: 'TEXT', text: 'a;\n"b"' }],
    ['an apostrophe of its own', 'remark', "'tis", {}, { kind: 'TEXT', text: "'tis" }],
  ])('%s', async (_, code, answer, more, value) => {
    const sheet = await read(await typed(code, answer, more));

    expect(sheet.faults).toEqual([]);
    expect(valueOf(sheet, code)).toEqual(value);
  });

  it.each<[string, string, string, Partial<SheetFileContent>, string]>([
    ['thousands in German', 'staff', '1.234', {}, 'AMBIGUOUS'],
    ['thousands in English', 'staff', '1,234', { locale: 'en' }, 'AMBIGUOUS'],
    ['a number that became a date', 'budget', '01. Mai', {}, 'NOT_A_NUMBER'],
    ['a number cut by the width of its column', 'staff', '1,23457E+11', {}, 'NOT_A_NUMBER'],
    ['an unknown level', 'level', 'big', {}, 'UNKNOWN_LEVEL'],
  ])('and refuses %s', async (_, code, answer, more, fault) => {
    const bytes = await typed(code, answer, more);
    const lines = Buffer.from(bytes).toString('utf-8').split('\r\n');

    expect(only(await read(bytes))).toMatchObject({
      code: fault,
      sheet: null,
      row: lineOf(lines, code) + 1,
      column: 'G',
    });
  });

  it('without byte-order mark, with line feeds alone, empty lines and rows of nothing', async () => {
    const whole = Buffer.from(await writeSheetFile({ ...content, format: 'CSV' })).toString('utf-8');
    const bytes = Buffer.from(`${whole.slice(1).replaceAll('\r\n', '\n')};;;;;;;\n\n; ;;;;;;\n`);

    expect(await read(bytes)).toEqual(await read(Buffer.from(whole)));
  });

  it('with commas and every field in quotes', async () => {
    const whole = Buffer.from(await writeSheetFile({ ...content, locale: 'en', format: 'CSV' })).toString('utf-8');
    const commas = whole
      .slice(1)
      .replaceAll(
        /("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/g,
        (_, field: string, end: string) => `${field.startsWith('"') ? field : `"${field}"`}${end === ';' ? ',' : end}`,
      );

    expect(commas).toMatch(/^"section","question",/);
    expect(await read(Buffer.from(commas))).toEqual(await read(Buffer.from(whole)));
  });

  it.each<[string, (lines: readonly string[]) => readonly string[], object]>([
    [
      'a line with a field too much',
      (lines) => lines.map((line, index) => (index === 9 ? `${line};note` : line)),
      { row: 10, message: expect.stringMatching(/9 fields/) },
    ],
    ['a quote that is never closed', (lines) => [...lines, '"'], { message: expect.stringMatching(/never closed/) }],
    [
      'too many columns',
      ([header = '', ...lines]) => [header + ';'.repeat(300), ...lines],
      { row: 1, expected: 'at most 200 columns' },
    ],
  ])('and refuses %s', async (_, edit, fault) => {
    const sheet = await read(await editedCsv(content, edit));

    expect(only(sheet)).toMatchObject({ code: 'UNREADABLE', ...fault });
    expect(sheet).toMatchObject({ answers: [], absent: [] });
  });

  it('and refuses more rows than a sheet has', async () => {
    const bytes = await editedCsv(content, (lines) => [
      ...lines.slice(0, -1),
      ...Array.from({ length: 20_001 }, () => ';level;;;;;;'),
    ]);
    const { faults } = await read(bytes);

    expect(faults.map(({ code }) => code)).toContain('TOO_MANY_ROWS');
    expect(faults).toHaveLength(MAX_SHEET_FILE_FAULTS);
  });

  it('but lines of nothing are no rows', async () => {
    const bytes = await editedCsv(content, (lines) => [
      ...lines.slice(0, -1),
      ...Array.from({ length: 20_001 }, () => ';;;;;;; '),
    ]);

    expect((await read(bytes)).faults).toEqual([]);
  });
});

describe('readSheetFile refuses files', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp, RegExp]>([
    ['of nothing', () => new Uint8Array(), /is empty/, /header/],
    [
      'of old Excel, or with a password',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /old .xls workbook, or one with a password/,
      /xlsx/,
    ],
    ['that are no UTF-8', () => Buffer.from('section;question;änder', 'latin1'), /not UTF-8/, /CSV UTF-8/],
    ['above 10 MB', () => new Uint8Array(10_000_001), /10000001 bytes/, /at most 10000000 bytes/],
    [
      'that break off',
      async () => (await writeSheetFile(content)).slice(0, 900),
      /cannot be read as a workbook/,
      /complete/,
    ],
    [
      'that unpack to far more than their size',
      () => edited(content, (parts) => parts.set('xl/bomb.xml', ' '.repeat(30_000_000))),
      /unpacks to more than 200 times/,
      /200/,
    ],
    [
      'that unpack to more than 40 MB',
      () =>
        edited(content, (parts) => ['a', 'b'].forEach((name) => parts.set(`xl/${name}.xml`, ' '.repeat(21_000_000)))),
      /unpacks to more than/,
      /./,
    ],
    [
      'with a sheet of a million rows',
      () =>
        edited(content, (parts) =>
          parts.set(
            ANSWERS_PART,
            (parts.get(ANSWERS_PART) ?? '').replace(
              '</sheetData>',
              '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
            ),
          ),
        ),
      /row 1048576/,
      /at most 20000 rows/,
    ],
    [
      'with entities',
      () => edited(content, (parts) => parts.set('xl/styles.xml', '<!DOCTYPE x [<!ENTITY a "a">]><styleSheet/>')),
      /document type/,
      /xlsx/,
    ],
    [
      'with broken styles',
      () => edited(content, (parts) => parts.set('xl/styles.xml', '<styleSheet>')),
      /no XML/,
      /xlsx/,
    ],
    ['with macros', () => edited(content, (parts) => parts.set('xl/vbaProject.bin', 'x')), /macros/, /without macros/],
    ['that are zips of something else', () => zipOf(new Map([['a.txt', 'a']])), /lacks its part/, /complete/],
  ])('%s', async (_, bytes, message, expected) => {
    const sheet = await read(await bytes());

    expect(only(sheet)).toMatchObject({
      code: 'UNREADABLE',
      message: expect.stringMatching(message),
      expected: expect.stringMatching(expected),
    });
    expect(sheet.answers).toEqual([]);
  });

  it('of any bytes without throwing', async () => {
    const good = await Promise.all((['XLSX', 'CSV'] as const).map((format) => writeSheetFile({ ...content, format })));
    const broken = fc
      .tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }))
      .map(([bytes, changes]) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, byte] of changes) copy[at % copy.length] = byte;
        return copy;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        const sheet = await read(bytes);

        expect(sheet.faults.length + sheet.answers.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
