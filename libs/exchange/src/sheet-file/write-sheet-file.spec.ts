import { prepareQuestionSet, type AnswerValue, type QuestionSet } from '@reflexbogen/domain';
import {
  aDocument,
  aLevel,
  aQuestion,
  aQuestionSet,
  aScale,
  everyTypeSet,
} from '../../../domain/src/question-set/document.builder.js';
import { MAX_VALIDATION, sheetEnd } from '../export/xlsx-xml.js';
import { ANSWERS_PART, aSheetContent, HOSTILE_TEXTS, MISLEADING, partsIn } from './sheet-file.builder.js';
import { SHEET_COLUMNS } from './sheet-file.js';
import { writeSheetFile } from './write-sheet-file.js';

const LISTS_PART = 'xl/worksheets/sheet3.xml';
const csvOf = async (content: Parameters<typeof writeSheetFile>[0]): Promise<string> =>
  Buffer.from(await writeSheetFile({ ...content, format: 'CSV' })).toString('utf-8');
/** The fields of every line, unquoted. */
const fieldsOf = (csv: string): readonly (readonly string[])[] =>
  [...csv.slice(1).matchAll(/((?:(?:"(?:[^"]|"")*"|[^;\r\n"]*)(?:;|(?=\r\n)))+)\r\n/g)].map(([, line = '']) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)]
      .map(([, field = '']) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
      .slice(0, SHEET_COLUMNS.length),
  );
const validationsIn = (xml: string): readonly { readonly area: string; readonly is: string }[] =>
  [...xml.matchAll(/<dataValidation ([^>]*) sqref="([^"]*)">(.*?)<\/dataValidation>/g)].map(
    ([, attributes = '', area = '', formulas = '']) => ({
      area,
      is: [
        /type="(\w+)"/.exec(attributes)?.[1],
        /operator="(\w+)"/.exec(attributes)?.[1] ?? '',
        ...[...formulas.matchAll(/<formula\d>(.*?)<\/formula\d>/g)].map(([, formula]) => formula),
        attributes.includes('showErrorMessage="1"') ? 'only' : 'also others',
      ].join(' '),
    }),
  );

describe('a workbook', () => {
  it('offers in each cell what the question takes, out of the hidden lists', async () => {
    const set = aQuestionSet(
      [
        aQuestion({ code: 'a' }),
        aQuestion({ code: 'b' }),
        aQuestion({ code: 'several', type: 'MULTI_CHOICE' }),
        aQuestion({ code: 'staff', type: 'NUMBER', scale: 'missing-only' }),
        aQuestion({ code: 'budget', type: 'NUMBER', min: -0.5, max: 10 }),
        aQuestion({ code: 'posts', type: 'NUMBER', min: 0, decimals: 0 }),
        aQuestion({ code: 'most', type: 'NUMBER', max: 0.0000001 }),
        aQuestion({ code: 'any', type: 'NUMBER' }),
        aQuestion({ code: 'yes', type: 'BOOLEAN' }),
        aQuestion({ code: 'words', type: 'TEXT' }),
        aQuestion({ code: 'c' }),
      ],
      { scales: [aScale(), aScale({ code: 'missing-only', levels: [], boxes: {} })] },
    );
    const parts = await partsIn(await writeSheetFile(aSheetContent(set)));
    const list = [...(parts.get(LISTS_PART) ?? '').matchAll(/<t xml:space="preserve">(.*?)<\/t>/g)].map(
      ([, entry]) => entry,
    );

    expect(validationsIn(parts.get(ANSWERS_PART) ?? '')).toEqual([
      { area: 'G2:G3 G17', is: 'list  Lists!$A$1:$A$6 only' },
      { area: 'G4', is: 'list  Lists!$A$7:$A$7 only' },
      { area: 'G5:G9', is: 'list  Lists!$A$8:$A$8 only' },
      { area: 'G10', is: 'list  Lists!$A$7:$A$7 also others' },
      { area: 'G11', is: 'decimal between -0.5 10 only' },
      { area: 'G12', is: 'whole greaterThanOrEqual 0 only' },
      { area: 'G13', is: 'decimal lessThanOrEqual 0.0000001 only' },
      { area: 'G14', is: 'decimal greaterThanOrEqual -999999999999999 only' },
      { area: 'G15', is: 'list  Lists!$A$9:$A$10 only' },
      { area: 'G16', is: 'textLength lessThanOrEqual 10000 only' },
      { area: 'H2:H4 H10:H17', is: 'textLength lessThanOrEqual 10000 only' },
    ]);
    expect(list).toEqual([
      ...['1', '2', '3', '4', '5'].map((code) => `${code} – level ${code}`),
      "dk – don't know",
      "dk – don't know",
      'x',
      'nein',
      'ja',
    ]);
  });

  it.each(['de', 'en'])('has parts that Excel opens, in %s', async (locale) => {
    const parts = await partsIn(await writeSheetFile(aSheetContent(MISLEADING, { locale })));
    const book = parts.get('xl/workbook.xml') ?? '';
    const names = [...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name);
    const styles = parts.get('xl/styles.xml') ?? '';
    const formats = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf /g)].length;
    const answers = parts.get(ANSWERS_PART) ?? '';

    expect(names).toEqual(locale === 'de' ? ['Bogen', 'Angaben', 'Lists'] : ['Sheet', 'About', 'Lists']);
    // Excel: at most 31 characters, none of []:*?/\, no apostrophe at the ends, not "History".
    for (const name of names) expect(name).toMatch(/^(?!History$)[^[\]:*?/\\']{1,31}$/);
    expect([...book.matchAll(/state="hidden"/g)]).toHaveLength(1);
    expect(book).toMatch(/name="Lists" sheetId="3" state="hidden"/);
    for (const element of ['fonts', 'fills', 'borders', 'cellXfs']) {
      const [, count = '', content = ''] =
        new RegExp(`<${element} count="(\\d+)">(.*?)</${element}>`).exec(styles) ?? [];
      const item = { fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf' }[element] ?? '';
      expect([...content.matchAll(new RegExp(`<${item}[ >]`, 'g'))]).toHaveLength(Number(count));
    }
    for (const [name, xml] of parts) {
      if (!name.startsWith('xl/worksheets/')) continue;
      for (const [, style] of xml.matchAll(/<c [^>]*s="(\d+)"/g)) expect(Number(style)).toBeLessThan(formats);
      // The order of elements that the schema of a worksheet asks for.
      const order = [...xml.matchAll(/<(sheetViews|cols|sheetData|dataValidations)[ >]/g)].map(
        ([, element]) => element,
      );
      expect(order).toEqual(['sheetViews', 'cols', 'sheetData', 'dataValidations'].slice(0, order.length));
      expect(xml).toMatch(/state="frozen"/);
    }
    for (const { is } of validationsIn(answers)) expect(is.length).toBeLessThan(MAX_VALIDATION.formula);
    expect(Number(/<dataValidations count="(\d+)"/.exec(answers)?.[1])).toBe(validationsIn(answers).length);
    for (const [, title = '', message = ''] of answers.matchAll(/errorTitle="([^"]*)" error="([^"]*)"/g)) {
      expect(title.length).toBeLessThanOrEqual(MAX_VALIDATION.title);
      expect(message.length).toBeLessThanOrEqual(MAX_VALIDATION.message);
    }
  });

  it('keeps spreadsheets from converting what is typed: cells of answers and comments are of the format Text', async () => {
    const parts = await partsIn(await writeSheetFile(aSheetContent(MISLEADING)));
    const formats = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf numFmtId="(\d+)"[^>]* xfId=/g)].map(
      ([, id]) => id,
    );
    const formatOf = (place: string) =>
      formats[Number(new RegExp(`<c r="${place}" s="(\\d+)"`).exec(parts.get(ANSWERS_PART) ?? '')?.[1])];

    expect(['B2', 'G2', 'H2', 'G13', 'H13'].map(formatOf)).toEqual(['49', '49', '49', '49', '49']);
    // A number is typed as one.
    expect(formatOf('G11')).toBe('0');
  });

  it('holds texts as texts, numbers as numbers, and formulas nowhere', async () => {
    for (const text of HOSTILE_TEXTS) {
      const content = aSheetContent(everyTypeSet(), {
        answers: new Map<string, AnswerValue>([
          ['remark', { kind: 'TEXT', text }],
          ['staff', { kind: 'NUMBER', number: -1.5 }],
        ]),
        comments: new Map([['level', text]]),
      });
      for (const [name, xml] of await partsIn(await writeSheetFile(content))) {
        if (!name.startsWith('xl/worksheets/')) continue;
        expect(xml).not.toMatch(/<f[ >/]/);
        for (const [, type, cell] of xml.matchAll(/<c r="\w+"(?: s="\d+")?(?: t="(\w+)")?>(.*?)<\/c>/gs))
          if (type !== 'inlineStr') expect(cell).toBe('<v>-1.5</v>');
      }
      expect((await partsIn(await writeSheetFile(content))).get(ANSWERS_PART)).toMatch(
        /<c r="G10" s="5"><v>-1.5<\/v><\/c>/,
      );
    }
  });

  it('shows no cell beyond 32,767 characters, and cuts wordings only', async () => {
    const long = { de: 'ä'.repeat(10_000) };
    const set = aQuestionSet([
      aQuestion({
        code: 'g',
        type: 'GRID',
        text: long,
        help: long,
        rows: [{ code: 'r', text: long }],
        columns: [
          { code: 'c', text: long },
          { code: 'd', text: { de: 'd' } },
        ],
      }),
    ]);
    const parts = await partsIn(await writeSheetFile(aSheetContent(set)));
    const texts = [...(parts.get(ANSWERS_PART) ?? '').matchAll(/<t xml:space="preserve">(.*?)<\/t>/gs)].map(
      ([, text = '']) => text,
    );

    expect(Math.max(...texts.map(({ length }) => length))).toBe(32_767);
    expect(texts.filter((text) => text.endsWith('…'))).toHaveLength(1);
    // The help of a grid is said once.
    expect(texts.filter((text) => text.endsWith('– d'))).toHaveLength(1);
  });
});

describe('CSV', () => {
  it('starts with a byte-order mark, is headed with codes, and has as many fields in every line', async () => {
    const csv = await csvOf(aSheetContent(MISLEADING));
    const fields = fieldsOf(csv);

    expect(
      csv.startsWith('\ufeffsection;question;option;text;type;allowed;answer;comment\r\n#format;reflexbogen-sheet/1;'),
    ).toBe(true);
    expect(csv).toContain("#municipality;'05315000;;Kommune: =Köln;;;;\r\n");
    expect(new Set(fields.map(({ length }) => length))).toEqual(new Set([8]));
    expect(fields).toHaveLength(1 + 7 + 6 + 6);
  });

  it.each(HOSTILE_TEXTS)('runs and converts nothing of %j', async (text) => {
    const content = aSheetContent(MISLEADING, {
      answers: new Map<string, AnswerValue>([
        ['words', { kind: 'TEXT', text }],
        ['3-4', { kind: 'NUMBER', number: -1234.5 }],
      ]),
      comments: new Map([['words', text]]),
    });
    const fields = fieldsOf(await csvOf(content));

    expect(fields.filter(([, code]) => code === "'3-4").map((line) => line[6])).toEqual(['-1234,5']);
    for (const line of fields)
      for (const field of line) {
        if (field === '-1234,5') continue;
        expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(field).not.toMatch(/^\s*(\d+[./-]\d*.*|0\d+|\d+e\d+|true|wahr|mar\d|\d{16,})$/i);
      }
  });

  it('writes decimals in the language of the file, and otherwise where a missing code reads like one', async () => {
    const numbers = async (
      number: number,
      locale: string,
      set: QuestionSet,
      code: string,
    ): Promise<string | undefined> => {
      const answers = new Map([[code, { kind: 'NUMBER', number } as const]]);
      return fieldsOf(await csvOf(aSheetContent(set, { locale, answers }))).find((line) =>
        line[1]?.endsWith(code),
      )?.[6];
    };

    expect(await numbers(1234.5, 'de-AT', everyTypeSet(), 'staff')).toBe('1234,5');
    expect(await numbers(1234.5, 'en-GB', everyTypeSet(), 'staff')).toBe('1234.5');
    expect(await numbers(1.5, 'de', MISLEADING, '3-4')).toBe('1.5');
    // "1,234" is a missing code here, and "1.234" may mean thousands.
    expect(await numbers(1.234, 'de', MISLEADING, '3-4')).toBe('1,2340');
    expect(await numbers(1.234, 'en', MISLEADING, '3-4')).toBe('1.234');
  });

  it('refuses a number that missing codes leave no way to write', async () => {
    const codes = ['1,234', '1,2340'].map((code) => ({ code, kind: 'REFUSED' as const, label: { de: code } }));
    const set = aQuestionSet([aQuestion({ code: 'n', type: 'NUMBER', scale: 'codes' })], {
      scales: [aScale({ code: 'codes', levels: [], boxes: {}, missing: codes })],
    });
    const answers = new Map([['n', { kind: 'NUMBER', number: 1.234 } as const]]);

    await expect(csvOf(aSheetContent(set, { answers }))).rejects.toThrow(/"1.234" to n cannot be written/);
  });
});

describe('writeSheetFile refuses', () => {
  const set = everyTypeSet();
  it.each<[string, Partial<Parameters<typeof writeSheetFile>[0]>, RegExp]>([
    [
      'an answer to no question',
      { answers: new Map([['x', { kind: 'TEXT', text: 'a' }]]) },
      /lacks "x", which has an answer/,
    ],
    [
      'an answer that does not fit',
      { answers: new Map([['level', { kind: 'LEVEL', level: '9' }]]) },
      /does not fit: "9"/,
    ],
    ['a comment on no question', { comments: new Map([['x', 'a']]) }, /lacks "x", which has a comment/],
    ['an endless comment', { comments: new Map([['level', 'a'.repeat(10_001)]]) }, /comment on level does not fit/],
    ['a language that is none', { locale: 'de;en' }, /"de;en" is no language tag/],
  ])('%s', async (_, more, message) => {
    const write = writeSheetFile(aSheetContent(set, more));

    await expect(write).rejects.toThrow(RangeError);
    await expect(write).rejects.toThrow(message);
  });

  it('sheets that would not be read back for their size', async () => {
    const long = { de: 'ab'.repeat(5000) };
    const questions = Array.from({ length: 1200 }, (_, index) =>
      aQuestion({ code: `q${index}`, text: long, help: long }),
    );
    const large = prepareQuestionSet('large', aDocument(questions));

    await expect(writeSheetFile(aSheetContent(large))).rejects.toThrow(/larger than any that is read back/);
    await expect(writeSheetFile(aSheetContent(large, { format: 'CSV' }))).rejects.toThrow(
      /larger than any that is read back/,
    );
  });

  it('data validations longer than Excel takes', () => {
    const list = { areas: ['G2'], type: 'list' as const };

    expect(() => sheetEnd([{ ...list, formulas: ['x'.repeat(256)] }])).toThrow(RangeError);
    expect(() => sheetEnd([{ ...list, formulas: ['x'], error: { title: 'x'.repeat(33), message: '' } }])).toThrow(
      RangeError,
    );
    expect(() => sheetEnd([{ ...list, formulas: ['x'], error: { title: '', message: 'x'.repeat(226) } }])).toThrow(
      RangeError,
    );
    expect(sheetEnd([])).toBe('</sheetData></worksheet>');
  });
});

it('entries are cut where labels are long, and still choose one thing', async () => {
  const label = (end: string) => ({ de: `${'lang '.repeat(100)}${end}` });
  const set = aQuestionSet([aQuestion({ code: 'a' })], {
    scales: [aScale({ levels: [aLevel('1', { label: label('a') }), aLevel('2', { label: label('b') })], boxes: {} })],
  });
  const parts = await partsIn(await writeSheetFile(aSheetContent(set)));

  expect(parts.get(LISTS_PART)).toMatch(/>1 – (lang ){39}lang…<.*>2 – (lang ){39}lang…</s);
});
