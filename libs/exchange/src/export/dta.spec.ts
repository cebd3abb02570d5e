import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MISSING_KINDS, type Cell, type Dataset, type Variable } from './dataset.js';
import { writeDta } from './dta.js';
import { aDataset, aVariable, someTable } from './haven-dataset.builder.js';

async function bytesOf(dataset: Dataset): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeDta(dataset)) chunks.push(chunk);
  for (const chunk of chunks.slice(0, -1)) expect(chunk).toHaveLength(65_536);
  return Buffer.concat(chunks);
}

interface DtaFile {
  readonly names: readonly string[];
  readonly types: readonly number[];
  readonly rows: readonly (readonly (number | string)[])[];
}

const SECTIONS = [
  ...['stata_dta', 'map', 'variable_types', 'varnames', 'sortlist', 'formats', 'value_label_names', 'variable_labels'],
  ...['characteristics', 'data', 'strls', 'value_labels', '/stata_dta'],
];

/** A reader of its own, by the format's description; missing values come as `.a` to `.f`. */
function readDta(bytes: Buffer): DtaFile {
  const after = (tag: string): number => bytes.indexOf(`<${tag}>`, 0, 'latin1') + tag.length + 2;
  const map = Array.from({ length: 14 }, (_, index) => Number(bytes.readBigUInt64LE(after('map') + 8 * index)));
  SECTIONS.forEach((name, index) => {
    expect(bytes.toString('latin1', map[index], map[index]! + name.length + 2)).toBe(`<${name}>`);
  });
  expect(map[13]).toBe(bytes.length);
  const start = (name: string): number => map[SECTIONS.indexOf(name)]! + name.length + 2;
  const text = (at: number, width: number): string => bytes.toString('utf8', at, at + width).split('\0')[0]!;

  const count = bytes.readUInt16LE(after('K'));
  const each = <T>(read: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => read(index));
  const types = each((index) => bytes.readUInt16LE(start('variable_types') + 2 * index));
  const names = each((index) => text(start('varnames') + 129 * index, 129));
  const long = new Map<string, string>();
  for (let at = start('strls'); bytes.toString('latin1', at, at + 3) === 'GSO';) {
    const length = bytes.readUInt32LE(at + 16);
    const key = `${bytes.readUInt32LE(at + 3)} ${bytes.readBigUInt64LE(at + 7)}`;
    expect([bytes[at + 15], bytes[at + 19 + length]]).toEqual([130, 0]);
    long.set(key, bytes.toString('utf8', at + 20, at + 19 + length));
    at += 20 + length;
  }
  const missing = (letter: number): string => `.${'abcdef'[letter - 1] ?? '?'}`;
  let at = start('data');
  const cell = (type: number): number | string => {
    if (type <= 2045) return text((at += type) - type, type);
    if (type === 32_768) {
      at += 8;
      const key = `${bytes.readUInt16LE(at - 8)} ${bytes.readUIntLE(at - 6, 6)}`;
      return key === '0 0' ? '' : (long.get(key) ?? 'lost');
    }
    if (type === 65_530) {
      const value = bytes.readInt8(at++);
      return value > 100 ? missing(value - 101) : value;
    }
    if (type === 65_529) {
      const value = bytes.readInt16LE((at += 2) - 2);
      return value > 32_740 ? missing(value - 32_741) : value;
    }
    const value = bytes.readDoubleLE((at += 8) - 8);
    return value >= 2 ** 1023 ? missing(bytes.readUInt8(at - 3)) : value;
  };
  const rows = Array.from({ length: Number(bytes.readBigUInt64LE(after('N'))) }, () => types.map(cell));
  expect(bytes.toString('latin1', at, at + 7)).toBe('</data>');
  return { names, types, rows };
}

function expected(variable: Variable, cell: Cell): number | string {
  if (typeof cell !== 'object') return cell;
  return variable.type === 'TEXT' ? '' : `.${'abcdef'[MISSING_KINDS.indexOf(cell.missing)]}`;
}

describe('writeDta', () => {
  it('gives back whatever a data set holds', async () => {
    await fc.assert(
      fc.asyncProperty(someTable, async ({ variables, cells }) => {
        const file = readDta(await bytesOf(aDataset(variables, cells)));

        expect(file.rows.map((row) => row.slice(6))).toEqual(
          cells.map((row) => row.map((cell, index) => expected(variables[index]!, cell))),
        );
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [1, 1],
    [2045, 2045],
    [2046, 32_768],
    [100_000, 32_768],
  ])('keeps a text of %i bytes whole, as type %i', async (length, type) => {
    const text = `${'y'.repeat(length - 1)}z`;
    const file = readDta(await bytesOf(aDataset([aVariable({ name: 't', type: 'TEXT' })], [[text], ['']])));

    expect(file.rows.map((row) => row[6])).toEqual([text, '']);
    expect(file.types[6]).toBe(type);
  });

  it.each([
    [100, 65_530],
    [101, 65_529],
    [9999, 65_529],
  ])('stores levels up to %i as type %i', async (value, type) => {
    const levels = [{ code: 'a', value, label: { de: 'a' } }];
    const file = readDta(await bytesOf(aDataset([aVariable({ name: 'l', type: 'LEVEL', levels })], [[value]])));

    expect([file.types[6], file.rows[0]?.[6]]).toEqual([type, value]);
  });

  it('refuses a number beyond the range of Stata, naming variable and municipality', async () => {
    const dataset = aDataset([aVariable({ name: 'amount', type: 'NUMBER' })], [[2 ** 1023]]);

    await expect(bytesOf(dataset)).rejects.toThrow(/amount of K1 in 2018/);
  });

  it('refuses rows that are not as many as announced', async () => {
    const dataset = { ...aDataset([aVariable({ name: 'a', type: 'NUMBER' })], [[1]]), rowCount: 2 };

    await expect(bytesOf(dataset)).rejects.toThrow('1 rows came where 2 were announced.');
  });
});
