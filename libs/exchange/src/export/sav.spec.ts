import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MISSING_KINDS, type Cell, type Dataset, type Variable } from './dataset.js';
import { aDataset, aVariable, someTable } from './haven-dataset.builder.js';
import { writeSav } from './sav.js';
import { missingCodeOf } from './wide-columns.js';

async function bytesOf(dataset: Dataset): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSav(dataset)) chunks.push(chunk);
  for (const chunk of chunks.slice(0, -1)) expect(chunk).toHaveLength(65_536);
  return Buffer.concat(chunks);
}

interface SavFile {
  readonly cases: number;
  readonly fileLabel: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** A reader of its own, by the format's description: records one by one, then the bytecodes. */
function readSav(bytes: Buffer): SavFile {
  expect(bytes.toString('latin1', 0, 4)).toBe('$FL2');
  let at = 176;
  const int = (): number => bytes.readInt32LE((at += 4) - 4);
  const slots: { width: number; name: string }[] = [];
  const long = new Map<string, string>();
  const veryLong = new Map<string, number>();
  for (let type = int(); type !== 999; type = int()) {
    if (type === 2) {
      const [width, hasLabel, missing] = [int(), int(), int()];
      at += 8;
      slots.push({ width, name: bytes.toString('latin1', at, (at += 8)).trim() });
      if (hasLabel === 1) {
        const length = int();
        at += 4 * Math.ceil(length / 4);
      }
      at += 8 * Math.abs(missing);
    } else if (type === 3) {
      for (let left = int(); left > 0; left -= 1) at += 8 + 8 * Math.ceil((bytes[at + 8]! + 1) / 8);
    } else if (type === 4) {
      const count = int();
      at += 4 * count;
    } else {
      expect(type).toBe(7);
      const [subtype, size, count] = [int(), int(), int()];
      const content = bytes.toString('utf8', at, (at += size * count));
      const pairs = content
        .split('\t')
        .filter(Boolean)
        .map((pair) => pair.replace('\0', '').split('='));
      if (subtype === 13) for (const [key, value] of pairs) long.set(key!, value!);
      if (subtype === 14) for (const [key, value] of pairs) veryLong.set(key!, Number(value));
    }
  }
  int();
  expect(bytes.readInt32LE(68)).toBe(slots.length);

  const octets: (number | Buffer)[] = [];
  while (at < bytes.length) {
    const codes = bytes.subarray(at, (at += 8));
    for (const code of codes) {
      if (code === 0) continue;
      if (code === 253) octets.push(bytes.subarray(at, (at += 8)));
      else octets.push(code === 254 ? Buffer.alloc(8, ' ') : code === 255 ? Number.NaN : code - 100);
    }
  }
  const names: string[] = [];
  const rows: (number | string)[][] = [];
  for (let start = 0; start < octets.length; start += slots.length) {
    const row: (number | string)[] = [];
    for (let slot = 0; slot < slots.length;) {
      const { width, name } = slots[slot]!;
      if (width === 0) {
        const octet = octets[start + slot]!;
        row.push(typeof octet === 'number' ? octet : octet.readDoubleLE());
        slot += 1;
        continue;
      }
      const whole = veryLong.get(name) ?? width;
      const parts: Buffer[] = [];
      for (let segment = 0; segment < (whole > 255 ? Math.ceil(whole / 252) : 1); segment += 1) {
        const own = Math.ceil(slots[slot]!.width / 8);
        const joined = Buffer.concat(octets.slice(start + slot, start + slot + own) as Buffer[]);
        parts.push(joined.subarray(0, Math.min(255, joined.length)));
        slot += own;
      }
      row.push(Buffer.concat(parts).subarray(0, whole).toString('utf8').replace(/ +$/, ''));
    }
    rows.push(row);
  }
  for (const { name, width } of slots) if (width >= 0 && long.has(name)) names.push(long.get(name)!);
  return { cases: bytes.readInt32LE(80), fileLabel: bytes.toString('utf8', 109, 173).trim(), names, rows };
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
