import { Readable } from 'node:stream';
import fc from 'fast-check';
import { MAX_RECORD, readCsv, type CsvPlace } from './csv-reader.js';
import { FaultCollector } from './package-fault.js';

interface Reading {
  readonly records: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** Where each field of each record starts. */
  readonly places: readonly (readonly CsvPlace[])[];
  readonly faults: readonly (readonly [string, number | null, number | null])[];
}

async function read(content: string | Buffer, chunk = 1 << 16): Promise<Reading> {
  const bytes = Buffer.from(content as string);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
  const [records, lines, places]: [string[][], number[], CsvPlace[][]] = [[], [], []];
  const faults = new FaultCollector();
  await readCsv('a.csv', Readable.from(chunks), faults, {
    header: (fields) => {
      records.push([...fields]);
      return true;
    },
    record: (fields, line, placeOf) => {
      records.push([...fields]);
      lines.push(line);
      places.push(fields.map((_field, index) => placeOf(index)));
    },
  });
  return { records, lines, places, faults: faults.faults.map(({ code, line, column }) => [code, line, column]) };
}

describe('readCsv', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', [['1', '2']]],
    ['semicolons by the header', 'a;b\n1,5;2\n', [['1,5', '2']]],
    ['CRLF', 'a,b\r\n1,2\r\n', [['1', '2']]],
    ['no line end at the end', 'a,b\n1,2', [['1', '2']]],
    ['a byte-order mark', '\ufeffa,b\n1,2\n', [['1', '2']]],
    ['empty fields', 'a,b\n,\n', [['', '']]],
    ['quoted fields', 'a,b\n"1,""x""",2\n', [['1,"x"', '2']]],
    ['an empty quoted field at the end', 'a,b\n1,""\n', [['1', '']]],
    ['a quoted field over lines', 'a,b\n"1\n\r\n2",3\n', [['1\n\r\n2', '3']]],
    ['empty lines between records', 'a,b\n\n1,2\n\n', [['1', '2']]],
    ['a byte-order mark inside', 'a,b\n\ufeff1,2\n', [['\ufeff1', '2']]],
  ])('reads %s, whatever the chunks', async (_name, text, expected) => {
    for (const chunk of [1, 2, 3, 7, 1 << 16]) {
      const { records, faults } = await read(text, chunk);

      expect(faults).toEqual([]);
      expect(records).toEqual([['a', 'b'], ...expected]);
    }
  });

  it('counts lines and columns over quoted line breaks, whatever the chunks', async () => {
    for (const chunk of [1, 2, 5, 1 << 16]) {
      const { lines, places } = await read('a,b,c\n"1\n""x""\n2",3,4\n5,6,7\n', chunk);

      expect(lines).toEqual([2, 5]);
      expect(places).toEqual([
        [
          { line: 2, column: 1 },
          { line: 4, column: 4 },
          { line: 4, column: 6 },
        ],
        [
          { line: 5, column: 1 },
          { line: 5, column: 3 },
          { line: 5, column: 5 },
        ],
      ]);
    }
  });

  it.each([
    ['an empty file', '', [['EMPTY_FILE', null, null]]],
    ['a quote never closed, at its opening', 'a,b\n1,2\n3,"4\n5,6\n', [['QUOTE_NOT_CLOSED', 3, 3]]],
    ['a quote inside a field', 'a,b\n1,2"\n', [['STRAY_QUOTE', 2, 4]]],
    ['text after a closing quote, in the line it stands in', 'a,b\n"1\n2"x,3\n', [['STRAY_QUOTE', 3, 3]]],
    ['a field too many', 'a,b\n1,2,3\n', [['FIELD_COUNT', 2, 5]]],
    ['a field too few', 'a,b\n1\n', [['FIELD_COUNT', 2, 2]]],
    [
      'every fault of form',
      'a,b\n1\n1,2"\n3,4\n',
      [
        ['FIELD_COUNT', 2, 2],
        ['STRAY_QUOTE', 3, 4],
      ],
    ],
    ['a NUL', 'a,b\n1,\0\n', [['NUL', 2, 3]]],
    ['latin-1', Buffer.from('a,b\nn,M\u00fcnchen\n', 'latin1'), [['NOT_UTF8', 2, 4]]],
    [
      'a fault before bytes that are no UTF-8',
      Buffer.from('a,b\n1\nx,\u00fc\n', 'latin1'),
      [
        ['FIELD_COUNT', 2, 2],
        ['NOT_UTF8', 3, 3],
      ],
    ],
    ['a character cut at the end', Buffer.from('a,b\n1,ü').subarray(0, -1), [['NOT_UTF8', 2, 3]]],
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), [['NOT_UTF8', 1, 1]]],
  ])('locates %s, whatever the chunks', async (_name, content, expected) => {
    for (const chunk of [1, 2, 3, 1 << 16]) expect((await read(content, chunk)).faults).toEqual(expected);
  });

  it('refuses a line without end before it is in memory', async () => {
    let handed = 0;
    const faults = new FaultCollector();
    const endless = function* () {
      yield Buffer.from('a,b\n');
      for (;;) {
        handed += 1;
        yield Buffer.alloc(1 << 16, 'x');
      }
    };
    await readCsv('a.csv', Readable.from(endless()), faults, { header: () => true, record: () => undefined });

    expect(faults.faults).toMatchObject([{ code: 'LINE_TOO_LONG', line: 2, column: null }]);
    expect(handed).toBeLessThan((4 * MAX_RECORD) / (1 << 16));
  });

  it('reads a quoted field of many quoted lines once, not once per line', async () => {
    const lines = '""\n'.repeat(300_000);
    const started = performance.now();
    const { records, faults } = await read(`a,b\n"${lines}",2\n`, 1 << 14);

    expect(faults).toEqual([]);
    expect(records[1]?.[0]).toHaveLength(600_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('says where a stream breaks off', async () => {
    const faults = new FaultCollector();
    const broken = function* () {
      yield Buffer.from('a,b\n1,2\n');
      throw new Error('checksum');
    };
    await readCsv('a.csv', Readable.from(broken()), faults, { header: () => true, record: () => undefined });

    expect(faults.faults).toMatchObject([{ code: 'UNREADABLE', file: 'a.csv', line: 3 }]);
  });

  it('reads back any records that are quoted by the rules', async () => {
    const field = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r\n', 'ü', '😀', ' ', 'a'), maxLength: 12 }),
    );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, ending, chunk) => {
          const clean = rows.map((row) => row.map((text) => text.replaceAll('\0', '')));
          const text = [['a', 'b'].join(delimiter), ...clean.map((row) => row.map(quoted).join(delimiter))].join(
            ending,
          );

          const { records, faults } = await read(text, chunk);

          expect(faults).toEqual([]);
          expect(records.slice(1)).toEqual(clean);
        },
      ),
    );
  });
});
