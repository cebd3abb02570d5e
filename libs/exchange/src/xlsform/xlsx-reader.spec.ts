import { deflateRawSync } from 'node:zlib';
import { aForm, aWorkbook, partsOf, zipOf, type SheetOf } from './xlsform.builder.js';
import { XLSX_LIMITS } from './xlsx-parts.js';
import { readXlsx } from './xlsx-reader.js';
import { UnreadableXlsxError, type XlsformFault } from './xlsform-fault.js';

const SURVEY = new Set(['survey']);
const refusal = async (bytes: Uint8Array, limits = XLSX_LIMITS): Promise<XlsformFault> => {
  try {
    await readXlsx(bytes, SURVEY, limits);
  } catch (error) {
    if (error instanceof UnreadableXlsxError) return error.fault;
    throw error;
  }
  throw new Error('it was read');
};
const parts = (): Map<string, string> => partsOf({ survey: [['type']] });
const withPart = (name: string, content: string): Promise<Uint8Array> => zipOf(parts().set(name, content));
const withSheet = (rows: string): Promise<Uint8Array> =>
  withPart('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`);
const cellsOf = async (bytes: Uint8Array): Promise<readonly unknown[]> =>
  ((await readXlsx(bytes, SURVEY))[0]?.rows ?? []).map(({ number, cells }) => [number, ...cells]);

describe('readXlsx refuses', () => {
  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['what is no zip', () => Promise.resolve(Buffer.from('type,name')), /cannot be read as a workbook/],
    ['half a file', async () => (await aForm([['type']])).slice(0, 900), /cannot be read as a workbook/],
    ['macros', () => withPart('xl/vbaProject.bin', 'x'), /macros/],
    [
      'a macro-enabled kind',
      () =>
        withPart('[Content_Types].xml', '<Types ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'),
      /macros/,
    ],
    ['links to other workbooks', () => withPart('xl/externalLinks/externalLink1.xml', '<x/>'), /links to another/],
    [
      'sheets that stand elsewhere',
      () =>
        withPart(
          'xl/_rels/workbook.xml.rels',
          '<Relationships><Relationship Id="rId1" Target="http://x.invalid/" TargetMode="External"/></Relationships>',
        ),
      /outside itself/,
    ],
    [
      'document types',
      () =>
        withPart(
          'xl/worksheets/sheet1.xml',
          '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>',
        ),
      /document type/,
    ],
    ['entities', () => withSheet('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>'), /no XML/],
    ['broken XML', () => withSheet('<row>'), /no XML/],
    [
      'a workbook without its sheet',
      () => {
        const some = parts();
        some.delete('xl/worksheets/sheet1.xml');
        return zipOf(some);
      },
      /lacks its part/,
    ],
  ])('%s', async (_, bytes, message) => {
    expect((await refusal(await bytes())).message).toMatch(message);
  });

  it('a part whose checksum is wrong', async () => {
    const bytes = Buffer.from(await aForm([['type']]));
    // The checksum of the first part, in the directory at the end.
    const directory = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bytes.writeUInt32LE(0, directory + 16);

    expect((await refusal(bytes)).message).toMatch(/checksum/);
  });

  it('bombs: a part that unpacks to 200 times its size, and too much in sum', async () => {
    const bomb = await withPart('xl/bomb.xml', ' '.repeat(5_000_000));

    expect(deflateRawSync(Buffer.alloc(5_000_000, ' ')).length * 200).toBeLessThan(5_000_000);
    expect((await refusal(bomb)).message).toMatch(/200 times/);
    expect((await refusal(bomb, { ...XLSX_LIMITS, unpackedBytes: 1_000_000 })).message).toMatch(/unpacks to more than/);
    expect((await refusal(bomb, { ...XLSX_LIMITS, fileBytes: 1000 })).message).toMatch(/bytes/);
    expect((await refusal(bomb, { ...XLSX_LIMITS, parts: 3 })).message).toMatch(/more than 3 parts/);
  });

  it('content beyond 20,000 rows or 200 columns, at its place', async () => {
    const cell = '<is><t>x</t></is>';

    expect(
      await refusal(await withSheet(`<row r="20001"><c r="B20001" t="inlineStr">${cell}</c></row>`)),
    ).toMatchObject({
      sheet: 'survey',
      row: 20_001,
      column: 'B',
      expected: 'at most 20000 rows',
    });
    expect(await refusal(await withSheet(`<row r="1"><c r="GS1" t="inlineStr">${cell}</c></row>`))).toMatchObject({
      column: 'GS',
      expected: 'at most 200 columns',
    });
    expect(await cellsOf(await withSheet(`<row r="20000"><c r="GR20000" t="inlineStr">${cell}</c></row>`))).toEqual([
      [20_000, [199, { text: 'x' }]],
    ]);
  });

  it('a million rows, without reading them into memory', async () => {
    const rows: SheetOf = Array.from({ length: 20_001 }, () => ['text']);

    expect((await refusal(await aWorkbook({ survey: rows }))).row).toBe(20_001);
    expect(await cellsOf(await withSheet('<row r="1048576"/>'))).toEqual([]);
  });
});

describe('readXlsx reads', () => {
  it('texts, numbers, booleans, escapes and cells without addresses', async () => {
    const bytes = await aWorkbook({
      survey: [
        ['=1+1', 12, true, null, 'a\n_x0041_ <&> 😀'],
        [0.1, -2e-7, '+49', '@x', '-'],
      ],
    });

    expect(await cellsOf(bytes)).toEqual([
      [1, [0, { text: '=1+1' }], [1, { text: '12' }], [2, { text: 'TRUE' }], [4, { text: 'a\n_x0041_ <&> 😀' }]],
      [2, [0, { text: '0.1' }], [1, { text: '-2e-7' }], [2, { text: '+49' }], [3, { text: '@x' }], [4, { text: '-' }]],
    ]);
    expect(
      await cellsOf(await withSheet('<row><c><v>1</v></c><c/><c t="str"><v>x</v></c></row><row><c><v>2</v></c></row>')),
    ).toEqual([
      [1, [0, { text: '1' }], [2, { text: 'x' }]],
      [2, [0, { text: '2' }]],
    ]);
  });

  it.each([
    ['<f>A1</f>', { text: 'seven' }],
    ['<f>"a ""b"" "&amp;$A$1&amp;2</f>', { text: 'a "b" seven2' }],
    ['<f>TRUE()</f>', { text: 'TRUE' }],
    ['<f>A9</f>', { text: '' }],
    ['<f>B1</f>', { refused: 'the formula B1' }],
    ['<f>NOW()</f>', { refused: 'the formula NOW()' }],
    ['<f>Other!A1</f>', { refused: 'the formula Other!A1' }],
    ["<f>'[1]x'!A1</f>", { refused: "the formula '[1]x'!A1" }],
    ['<f>A1:A2</f>', { refused: 'the formula A1:A2' }],
    ['<f>HYPERLINK("http://x.invalid")</f>', { refused: 'the formula HYPERLINK("http://x.invalid")' }],
    ['<f>1+1</f>', { refused: 'the formula 1+1' }],
  ])('a formula %s computed anew, never as stored', async (formula, value) => {
    const row = `<row r="1"><c r="A1" t="str"><v>seven</v></c><c r="B1" t="str">${formula}<v>stored</v></c></row>`;

    expect((await cellsOf(await withSheet(row)))[0]).toEqual([1, [0, { text: 'seven' }], [1, value]]);
  });

  it('formulas that name each other without end, each once', async () => {
    const names = (letter: string): string => Array.from({ length: 200 }, () => `${letter}1`).join('&amp;');
    const cells = [...'ABCDEFGHIJKLMNOPQRST'].map(
      (letter, index, all) => `<c r="${letter}1"><f>${names(all[index + 1] ?? 'Z')}</f></c>`,
    );
    const circle = '<row r="2"><c r="A2"><f>B2</f></c><c r="B2"><f>A2</f></c></row>';

    expect(await cellsOf(await withSheet(`<row r="1">${cells.join('')}</row>${circle}`))).toEqual([
      [1, ...cells.map((_, index) => [index, { text: '' }])],
      [2, [0, { refused: 'the formula B2' }], [1, { refused: 'the formula A2' }]],
    ]);
  });

  it('shared formulas, moved', async () => {
    const rows = [1, 2]
      .map(
        (row) =>
          `<row r="${row}"><c r="A${row}" t="str"><v>a${row}</v></c><c r="B${row}" t="str">${
            row === 1 ? '<f t="shared" ref="B1:B2" si="0">A1&amp;A$1</f>' : '<f t="shared" si="0"/>'
          }<v>stored</v></c></row>`,
      )
      .join('');

    expect((await cellsOf(await withSheet(rows)))[1]).toEqual([2, [0, { text: 'a2' }], [1, { text: 'a2a1' }]]);
  });
});
