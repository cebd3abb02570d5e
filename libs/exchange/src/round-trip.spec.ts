import { contentHashOf } from '@reflexbogen/domain';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { A_STUDY, aSource } from './package.builder.js';
import { openPackage, type PackageSource } from './package-source.js';
import { readPackage, type ReadPackage } from './read-package.js';
import { writePackage } from './write-package.js';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');

async function readAll(source: PackageSource): Promise<ReadPackage> {
  const read = await readPackage(source);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

const written = (read: ReadPackage): Promise<Buffer> =>
  buffer(
    writePackage({
      study: read.study,
      municipalities: read.municipalities,
      submissions: Readable.from(
        (function* () {
          for (const submission of read.submissions) {
            const round = read.study.rounds[submission.roundIndex]!;
            const { year, revision } = round.questionSet;
            yield {
              ...submission,
              municipality: read.municipalities[submission.municipalityIndex]!.code,
              round: round.code,
              questionSet: read.questionSets.find((set) => set.year === year && set.revision === revision)!,
            };
          }
        })(),
      ),
    }),
  );

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('"', ',', ';', '\n', '|', '=', 'ü', '😀', ' ', 'a'),
      fc.string({ minLength: 1, maxLength: 1, unit: fc.constantFrom(...'xyz0.-') }),
    ),
    maxLength: 20,
  })
  .filter((value) => value.trim() !== '' && value !== 'dk');
const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  '2017/scale': fc.constantFrom('01', '2', 'much', 'dk', ''),
  '2017/number': fc.integer({ min: -5000, max: 9_000_000 }).map((thousandths) => String(thousandths / 1000)),
  '2017/boolean': fc.constantFrom('true', 'false', ''),
  '2017/choice': fc.constantFrom('red', 'blue', ''),
  '2017/several': fc.constantFrom('red', 'blue', 'red|blue', ''),
  '2017/constructor': fc.oneof(text, fc.constant('')),
  '2017/grid.r1.c1': fc.constantFrom('01', '2', 'much', 'dk', ''),
  '2017/grid.r2.c1': fc.constantFrom('01', '2', 'much', 'dk', ''),
  '2018/scale': fc.constantFrom('small', 'big', ''),
  '2018/reported': fc.constantFrom('down', 'same', 'up', ''),
};
const keys = Object.keys(values);
const sheet = fc.record(
  Object.fromEntries(keys.map((key) => [key, fc.tuple(values[key]!, fc.oneof(fc.constant(''), text))])),
  { requiredKeys: [] },
);
const panel = fc.uniqueArray(
  fc.record({
    code: text.filter((code) => code === code.trim()),
    name: text,
    type: fc.constantFrom('city', 'town', ''),
    typeIn2018: fc.constantFrom('city', 'town', ''),
    other: fc.oneof(text, fc.constant('')),
    memberTo: fc.constantFrom('', '2017', '2018'),
    sheet,
  }),
  { minLength: 1, maxLength: 5, selector: ({ code }) => code },
);

describe('a package', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'reflexbogen-round-trip-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const reopened = async (bytes: Buffer): Promise<ReadPackage> => {
    const path = join(folder, 'package.zip');
    writeFileSync(path, bytes);
    const source = await openPackage(path);
    try {
      return await readAll(source);
    } finally {
      source.close();
    }
  };

  it('comes back the same from its export, and its export byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(panel, fc.integer({ min: 1, max: 200 }), async (members, chunk) => {
        const first = await readAll(
          aSource(
            {
              'study.yaml': A_STUDY,
              'municipalities.csv': csv([
                ['code', 'name', 'officialKey', 'type', 'type@2018', 'constructor', 'memberTo', 'leftBecause'],
                ...members.map((member) => [
                  member.code,
                  member.name,
                  '',
                  member.type,
                  member.typeIn2018,
                  member.other,
                  member.memberTo,
                  member.memberTo === '' ? '' : 'MERGED',
                ]),
              ]),
              'answers.csv': csv([
                ['municipality', 'round', 'question', 'value', 'comment'],
                ...members.flatMap(({ code, sheet: answers }) =>
                  Object.entries(answers).map(([key, answer]) => {
                    const [round = '', question = ''] = key.split('/');
                    return [code, round, question, ...(answer ?? ['', ''])];
                  }),
                ),
              ]),
            },
            chunk,
          ),
        );

        const bytes = await written(first);
        const second = await reopened(bytes);

        expect(second.submissions).toEqual(first.submissions);
        expect(second.municipalities).toEqual(first.municipalities);
        expect(second.answers).toBe(first.answers);
        expect(second.study.questionSets.map(contentHashOf)).toEqual(first.study.questionSets.map(contentHashOf));
        expect({ ...second.study, questionSets: [] }).toEqual({ ...first.study, questionSets: [] });
        expect((await written(second)).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a sheet handed in without a single answer', async () => {
    const first = await readAll(
      aSource({
        'study.yaml': A_STUDY,
        'municipalities.csv': 'code,name\na,A\nb,B\n',
        'answers.csv': 'municipality,round,question,value\na,2017,boolean,\n',
      }),
    );

    const second = await reopened(await written(first));

    expect(second.submissions).toHaveLength(1);
    expect(second.submissions).toEqual(first.submissions);
  });

  it('keeps scales that no question uses, and the order in which a set has them', async () => {
    const first = await readAll(aSource({ 'study.yaml': A_STUDY, 'municipalities.csv': 'code,name\na,A\n' }));
    const sets = first.study.questionSets.map((set, index) =>
      index === 0 ? set : { ...set, scales: [...first.study.questionSets[0]!.scales.slice(1), ...set.scales] },
    );

    const second = await reopened(await written({ ...first, study: { ...first.study, questionSets: sets } }));

    expect(second.study.questionSets.map(contentHashOf)).toEqual(
      sets
        .map((set) => ({ ...set, scales: [...new Map(set.scales.map((scale) => [scale.code, scale])).values()] }))
        .map(contentHashOf),
    );
  });
});
