import type { PackageFault } from './package-fault.js';
import { A_STUDY, aSource } from './package.builder.js';
import { readPackage } from './read-package.js';

const PANEL = 'code,name\na,A\nb,B\n';
const HEADER = 'municipality,round,question,value\n';

async function faultsOf(
  files: Record<string, string | Buffer>,
): Promise<{ faults: readonly PackageFault[]; count: number }> {
  const read = await readPackage(aSource({ 'study.yaml': A_STUDY, 'municipalities.csv': PANEL, ...files }));
  return read.ok ? { faults: [], count: 0 } : (read.errors[0] ?? { faults: [], count: 0 });
}
const placesOf = async (files: Record<string, string | Buffer>) =>
  (await faultsOf(files)).faults.map(({ code, file, line, column }) => [code, file, line, column]);
const changed = (from: string, to: string): { 'study.yaml': string } => {
  if (!A_STUDY.includes(from)) throw new Error(`nothing to change: ${from}`);
  return { 'study.yaml': A_STUDY.replace(from, to) };
};

describe('readPackage', () => {
  it('reads a package without answers', async () => {
    const read = await readPackage(aSource({ 'study.yaml': A_STUDY, 'municipalities.csv': PANEL }));

    expect(read).toMatchObject({ ok: true, value: { submissions: [], answers: 0, study: { slug: 'every-type' } } });
  });

  it('takes answers from several files, in any order of lines', async () => {
    const read = await readPackage(
      aSource({
        'study.yaml': A_STUDY,
        'municipalities.csv': PANEL,
        'answers/1.csv': `${HEADER}b,2017,boolean,true\na,2017,scale,2\n`,
        'answers/2.csv': `${HEADER}a,2017,boolean,false\n`,
      }),
    );

    expect(read.ok && read.value.answers).toBe(3);
    expect(
      read.ok && read.value.submissions.map((one) => [one.municipalityIndex, one.roundIndex, one.answered]),
    ).toEqual([
      [0, 0, 2],
      [1, 0, 1],
    ]);
  });

  it('keeps codes as they are written: 01 is not 1', async () => {
    const study = changed('code: "01", label', 'code: 01, label');

    expect(await placesOf({ ...study, 'answers.csv': `${HEADER}a,2017,scale,01\n` })).toEqual([]);
    expect(await placesOf({ ...study, 'answers.csv': `${HEADER}a,2017,scale,1\n` })).toEqual([
      ['UNKNOWN_LEVEL', 'answers.csv', 2, 14],
    ]);
  });

  it('reports the faults of all files at once, without those that only follow from others', async () => {
    const files = {
      'municipalities.csv': 'code,name\na,A\nb\n',
      'answers.csv': `${HEADER}b,2017,scale,2\nb,2017,scale,9\na,1999,scale,2\n`,
    };
    expect(await placesOf(files)).toEqual([
      ['FIELD_COUNT', 'municipalities.csv', 3, 2],
      ['UNKNOWN_LEVEL', 'answers.csv', 3, 14],
      ['UNKNOWN_ROUND', 'answers.csv', 4, 3],
    ]);
    expect(
      await placesOf({ ...files, ...changed('scale: colour, text: { en: Choice }', 'scale: x, text: { en: C }') }),
    ).toEqual([
      ['UNKNOWN_SCALE', 'study.yaml', 37, 50],
      ['FIELD_COUNT', 'municipalities.csv', 3, 2],
    ]);
  });

  it('reports a fault of a shared scale once', async () => {
    const study = changed('polarity: higher-is-worse', 'polarity: upside-down');

    expect(await placesOf(study)).toEqual([['UNKNOWN_VALUE', 'study.yaml', 17, 15]]);
  });

  it.each([
    [
      'a scale that no question uses',
      'code: change\n    levels:',
      'code: other\n    levels: []\n  - code: change\n    levels:',
      'EMPTY_SCALE',
      22,
    ],
    ['a scale given twice', 'code: colour, ordered', 'code: size, ordered', 'DUPLICATE_SCALE', 20],
    ['an empty title', 'title: { de: Alle Arten, en: Every type }', 'title: {}', 'MISSING_TEXT', 4],
    [
      'a control character',
      'title: { de: Alle Arten, en: Every type }',
      'title: { de: "a\\x07" }',
      'FORBIDDEN_CHARACTER',
      4,
    ],
    [
      'half of a character pair',
      'title: { de: Alle Arten, en: Every type }',
      'title: { de: "\\uD800" }',
      'FORBIDDEN_CHARACTER',
      4,
    ],
    ['a locale that is none', 'defaultLocale: en', 'defaultLocale: "???"', 'INVALID_TEXT', 6],
    ['an attribute named like a column', '{ code: constructor, label', '{ code: memberTo, label', 'RESERVED_CODE', 9],
    ['a key given twice', '  slug: every-type\n', '  slug: every-type\n  slug: x\n', 'BAD_YAML', 4],
    ['a second document', 'rounds:', '---\nrounds:', 'BAD_YAML', null],
  ])('refuses %s', async (_name, from, to, code, line) => {
    const { faults } = await faultsOf(changed(from, to));

    expect(faults.map((fault) => fault.code)).toContain(code);
    const fault = faults.find((one) => one.code === code);
    expect(fault?.file).toBe('study.yaml');
    if (line !== null) expect(fault?.line).toBe(line);
  });

  it.each([
    ['a round after the @ that is none', 'code,name,type@2018@x\na,A,city\n', ['UNKNOWN_ROUND', 1, 11]],
    ['a column given twice', 'code,name,name\na,A,A\n', ['DUPLICATE_COLUMN', 1, 11]],
    ['an empty code', 'code,name\n,A\n', ['INVALID_CODE', 2, 1]],
    ['a year that is none', 'code,name,memberFrom\na,A,17\n', ['INVALID_YEAR', 2, 5]],
    [
      'a membership that ends before it starts',
      'code,name,memberFrom,memberTo\na,A,2018,2017\n',
      ['INVALID_YEAR', 2, 10],
    ],
    ['an unknown cause', 'code,name,leftBecause\na,A,GONE\n', ['UNKNOWN_VALUE', 2, 5]],
    ['a control character', 'code,name\na,A\u0007\n', ['FORBIDDEN_CHARACTER', 2, 3]],
    [
      'a name over two lines, and a fault after it',
      'code,name,type\na,"A\nB",village\n',
      ['UNKNOWN_ATTRIBUTE_VALUE', 3, 4],
    ],
  ])('refuses %s in the panel', async (_name, municipalities, expected) => {
    const { faults } = await faultsOf({ 'municipalities.csv': municipalities });

    expect(faults.map(({ code, line, column }) => [code, line, column])).toContainEqual(expected);
  });

  it('lists a thousand faults and counts all', async () => {
    const { faults, count } = await faultsOf({ 'answers.csv': HEADER + 'a,2017,scale,9\n'.repeat(1500) });

    expect(faults).toHaveLength(1000);
    expect(count).toBe(1500);
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    const source = aSource(
      { 'study.yaml': A_STUDY, 'municipalities.csv': PANEL, 'answers.csv': `${HEADER}a,2017,scale,2\n` },
      10,
    );
    await readPackage(source, { onProgress: (read) => seen.push(read) });

    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(`${HEADER}a,2017,scale,2\n`.length);
  });
});
