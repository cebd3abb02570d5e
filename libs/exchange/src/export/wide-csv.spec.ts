import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { anyDataset, aRow, aVariable, dataset, rowsOf } from './dataset.builder.js';
import type { Cell, Dataset, Variable } from './dataset.js';
import { writeLongCsv } from './long-csv.js';
import { wideNames } from './wide-csv-columns.js';
import { writeWideCsv } from './wide-csv.js';

const tableOf = async (chunks: AsyncIterable<Uint8Array>): Promise<string[][]> =>
  parse(await buffer(chunks), { relax_column_count: false });

const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);

const valueText = (variable: Variable, cell: Cell): string => {
  if (typeof cell === 'object') return '';
  if (variable.type === 'LEVEL') return variable.levels.find(({ value }) => value === cell)?.code ?? 'no such level';
  return variable.type === 'BOOLEAN' ? (cell === 1 ? 'true' : 'false') : String(cell);
};

const markOf = (cell: Cell): string => {
  if (typeof cell !== 'object') return '';
  return cell.code === 'dk' || cell.code === 'no_idea' ? `DONT_KNOW:${cell.code}` : cell.missing;
};

describe('the wide CSV', () => {
  it('gives every cell back, guarded or not', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, fc.boolean(), async (data, guardFormulas) => {
        const [header, ...lines] = await tableOf(writeWideCsv(data, { guardFormulas }));
        const rows = await rowsOf(data);
        const names = wideNames(data);
        expect(new Set(header).size).toBe(header?.length);
        expect(lines).toHaveLength(rows.length);
        rows.forEach((row, index) => {
          const read = lines[index]!.map((cell) => (guardFormulas ? unguarded(cell) : cell));
          const column = (name: string) => read[header!.indexOf(name)];
          expect(column('municipality_name')).toBe(row.municipality.name);
          expect(column(names.attributes[0]!)).toBe(row.attributes[0] ?? '');
          data.variables.forEach((variable, position) => {
            expect(column(names.variables[position]!.value)).toBe(valueText(variable, row.cells[position]!));
            expect(column(names.variables[position]!.missing)).toBe(markOf(row.cells[position]!));
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['-5', "'-5"],
    ["'quoted", "''quoted"],
    ['\tx', "'\tx"],
    ['plain', 'plain'],
  ])('guards the text %j', async (text, written) => {
    const lines = await tableOf(writeWideCsv(dataset({ rows: [aRow([text])] })));

    expect(lines[1]?.at(-2)).toBe(written);
  });

  it('never guards numbers and numeric codes', async () => {
    const variables = [
      aVariable({ name: 'n', type: 'NUMBER' }),
      aVariable({ name: 'l', type: 'LEVEL', levels: [{ code: '-1', value: 1, label: {} }] }),
    ];

    const lines = await tableOf(writeWideCsv(dataset({ variables, rows: [aRow([-2.5, 1])] })));

    expect(lines[1]?.slice(-4)).toEqual(['-2.5', '', '-1', '']);
  });
});

describe('the long CSV', () => {
  it('gives every cell and comment back', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (data: Dataset) => {
        const [header, ...lines] = await tableOf(writeLongCsv(data));
        const rows = await rowsOf(data);
        expect(lines).toHaveLength(rows.length * data.variables.length);
        rows.forEach((row, index) =>
          data.variables.forEach((variable, position) => {
            const cell = row.cells[position]!;
            const line = lines[index * data.variables.length + position]!;
            const column = (name: string) => unguarded(line[header!.indexOf(name)]!);
            expect(column('variable')).toBe(variable.name);
            expect(column('value')).toBe(valueText(variable, cell));
            expect(column('missing')).toBe(typeof cell === 'object' ? cell.missing : '');
            expect(column('missing_code')).toBe(typeof cell === 'object' ? cell.code : '');
            expect(column('comment')).toBe(row.comments.get(position) ?? '');
            if (variable.type === 'LEVEL' && typeof cell === 'number')
              expect(column('label')).toBe(variable.levels[cell - 1]!.label.en);
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('says how each answer came about, and what was said on sections', async () => {
    const row = {
      ...aRow([1, { missing: 'NO_ANSWER', code: 'no_answer' }, { missing: 'DONT_KNOW', code: 'dk' }]),
      sectionComments: new Map([['city', '=1']]),
      provenanceOf: () => 'CARRIED_OVER',
    };
    const variables = ['a', 'b', 'c'].map((name) => aVariable({ name, type: 'NUMBER' }));
    const [header, ...lines] = await tableOf(writeLongCsv(dataset({ variables, rows: [row] })));
    const column = (name: string) => lines.map((line) => line[header!.indexOf(name)]);

    expect(column('provenance')).toEqual(['CARRIED_OVER', '', 'CARRIED_OVER', '']);
    expect(column('type')).toEqual(['NUMBER', 'NUMBER', 'NUMBER', 'SECTION']);
    expect(column('question').at(-1)).toBe('city');
    expect(column('comment').at(-1)).toBe("'=1");
  });
});
