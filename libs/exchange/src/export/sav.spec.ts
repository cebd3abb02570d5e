import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MISSING_KINDS, type Cell, type Dataset, type Variable } from './dataset.js';
import { aDataset, aVariable, someTable } from './haven-dataset.builder.js';
import { readSav } from '../../../../test/fixtures/read-sav.js';
import { writeSav } from './sav.js';
import { missingCodeOf } from './wide-columns.js';

async function bytesOf(dataset: Dataset): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSav(dataset)) chunks.push(chunk);
  for (const chunk of chunks.slice(0, -1)) expect(chunk).toHaveLength(65_536);
  return Buffer.concat(chunks);
}

function expected(variable: Variable, cell: Cell): number | string {
  if (typeof cell === 'string') return cell.replace(/ +$/, '');
  return typeof cell === 'number' ? cell : (missingCodeOf(variable, cell.missing) ?? '');
}

describe('writeSav', () => {
  it('gives back whatever a data set holds', async () => {
    await fc.assert(
      fc.asyncProperty(someTable, async ({ variables, cells }) => {
        const file = readSav(await bytesOf(aDataset(variables, cells)));

        expect(file.cases).toBe(cells.length);
        expect(file.rows.map((row) => row.slice(6))).toEqual(
          cells.map((row) => row.map((cell, index) => expected(variables[index]!, cell))),
        );
      }),
      { numRuns: 150 },
    );
  });

  it.each([1, 8, 9, 252, 255, 256, 504, 505, 510, 3000, 32_767])('keeps a text of %i bytes whole', async (length) => {
    const text = `${'y'.repeat(length - 1)}z`;
    const file = readSav(
      await bytesOf(
        aDataset([aVariable({ name: 't', type: 'TEXT' }), aVariable({ name: 'n', type: 'NUMBER' })], [[text, 7]]),
      ),
    );

    expect(file.rows[0]?.slice(6)).toEqual([text, 7]);
  });

  it('cuts a text beyond 32,767 bytes at a character', async () => {
    const file = readSav(await bytesOf(aDataset([aVariable({ name: 't', type: 'TEXT' })], [['ü'.repeat(20_000)]])));

    expect(file.rows[0]?.[6]).toBe('ü'.repeat(16_383));
  });

  it('names the study and the columns', async () => {
    const file = readSav(await bytesOf(aDataset([aVariable({ name: 'year', type: 'NUMBER' })], [])));

    expect(file.fileLabel).toBe('Größen & Grenzen');
    expect(file.names).toEqual([
      ...['municipality', 'municipality_name', 'official_key', 'round', 'year', 'submitted_at', 'year_2'],
    ]);
  });

  it.each(MISSING_KINDS)('refuses a number that is the code of %s, naming variable and municipality', async (kind) => {
    const variable = aVariable({ name: 'amount', type: 'NUMBER' });
    const dataset = aDataset([variable], [[missingCodeOf(variable, kind)!]]);

    await expect(bytesOf(dataset)).rejects.toThrow(/amount of K1 in 2018/);
  });

  it('refuses rows that are not as many as announced', async () => {
    const dataset = { ...aDataset([aVariable({ name: 'a', type: 'NUMBER' })], [[1]]), rowCount: 2 };

    await expect(bytesOf(dataset)).rejects.toThrow('1 rows came where 2 were announced.');
  });

  it('gives equal bytes for equal snapshots', async () => {
    const dataset = aDataset([aVariable({ name: 'a', type: 'TEXT' })], [['ä']]);

    expect((await bytesOf(dataset)).equals(await bytesOf(dataset))).toBe(true);
  });
});
