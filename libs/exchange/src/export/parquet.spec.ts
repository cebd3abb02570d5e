import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { buffer } from 'node:stream/consumers';
import { anyDataset, aRow, aVariable, dataset, rowsOf } from './dataset.builder.js';
import { writeParquet } from './parquet.js';
import { wideNames } from './wide-csv-columns.js';
import { writeWideCsv } from './wide-csv.js';
import { writeXlsx } from './xlsx.js';

const bytesOf = async (chunks: AsyncIterable<Uint8Array>): Promise<ArrayBuffer> => {
  const { buffer: bytes, byteOffset, length } = await buffer(chunks);
  return bytes.slice(byteOffset, byteOffset + length);
};

describe('the Parquet file', () => {
  it('gives every cell back, over several row groups', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (data) => {
        const file = await bytesOf(writeParquet(data, { rowGroupSize: 3 }));
        const read = await parquetReadObjects({ file });
        const rows = await rowsOf(data);
        const names = wideNames(data);
        expect(read).toHaveLength(rows.length);
        rows.forEach((row, index) =>
          data.variables.forEach((variable, position) => {
            const cell = row.cells[position]!;
            const isMissing = typeof cell === 'object';
            let expected: unknown = isMissing ? null : cell;
            if (!isMissing && variable.type === 'LEVEL')
              expected = variable.levels.find(({ value }) => value === cell)?.code;
            if (!isMissing && variable.type === 'BOOLEAN') expected = cell === 1;
            expect(read[index]![names.variables[position]!.value]).toBe(expected);
            expect(typeof read[index]![names.variables[position]!.missing]).toBe(isMissing ? 'string' : 'object');
            expect(read[index]!.submitted_at).toEqual(row.submittedAt);
          }),
        );
        const metadata = parquetMetadata(file);
        expect(metadata.row_groups).toHaveLength(Math.ceil(rows.length / 3));
        expect(JSON.parse(metadata.key_value_metadata![0]!.value!).variables).toEqual(data.variables);
      }),
      { numRuns: 50 },
    );
  });
});

describe.each([
  ['wide CSV', (data: ReturnType<typeof dataset>) => writeWideCsv(data)],
  ['workbook', (data: ReturnType<typeof dataset>) => writeXlsx(data)],
  ['Parquet file', (data: ReturnType<typeof dataset>) => writeParquet(data)],
])('200,000 rows of 20 columns as %s', (_, write) => {
  it('leave before all rows are read, and the reading ends where the reader stops', async () => {
    const variables = Array.from({ length: 20 }, (_, index) => aVariable({ name: `n${index}`, type: 'NUMBER' }));
    let given = 0;
    const many = function* () {
      for (; given < 200_000; given += 1) yield aRow(variables.map((__, index) => given * 20 + index));
    };

    let bytes = 0;
    for await (const chunk of write(dataset({ variables, rows: many, rowCount: 200_000 }))) {
      bytes += chunk.length;
      if (bytes > 200_000) break;
    }

    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(100_000);
  });
});
