import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const SCHEMA = readFileSync(at('schema.graphql'), 'utf8');

/** A schema with one thing changed; that it is there to change is part of the test. */
const changed = (from: string, to: string, text = SCHEMA): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('npm run schema:check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-schema-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const check = (before: string, after: string, ...more: string[]): { code: number | null; lines: string[] } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...[at('scripts/schema-check.mjs'), '--today', '2026-11-30'],
        ...['--against', file('before.graphql', before), '--schema', file('after.graphql', after), ...more],
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    return { code: status, lines: stdout.trim().split('\n') };
  };

  it('finds nothing where nothing has changed', () => {
    const { code, lines } = check(SCHEMA, SCHEMA);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/: 0 breaking, .* 0 of \d\d documents broken$/);
  });

  it.each<[string, [string, string], string, string]>([
    [
      'a field that is gone',
      ['  increased: Int\n', '  risen: Int\n'],
      'breaking: Tally.increased: ',
      'breaks Compare (libs/client/operations/compare.graphql)',
    ],
    [
      'a field that may now be null, which no validation notices',
      ['  comparable: Int!\n', '  comparable: Int\n'],
      'breaking: Tally.comparable: ',
      'breaks Compare (libs/client/operations/compare.graphql)',
    ],
    [
      'an input that must now have more',
      ['input SaveAnswersInput {\n', 'input SaveAnswersInput {\n  device: String!\n'],
      'breaking: SaveAnswersInput.device: ',
      'breaks SaveAnswers (libs/client/operations/respond.graphql)',
    ],
    [
      'an enum value that is gone',
      ['  """The difference of the answers of two rounds."""\n  COMPUTED\n', ''],
      'breaking: Basis.COMPUTED: ',
      'breaks Compare (libs/client/operations/compare.graphql)',
    ],
  ])('names %s, and whom it breaks', (_name, [from, to], change, document) => {
    const { code, lines } = check(SCHEMA, changed(from, to));

    expect(code).toBe(1);
    const place = lines.findIndex((line) => line.startsWith(change));
    const next = lines.findIndex((line, index) => index > place && !line.startsWith('  '));
    expect(place).toBeGreaterThanOrEqual(0);
    expect(lines.slice(place, next).map((line) => line.trim())).toContain(document);
    expect(lines.slice(place, next).join()).not.toContain('Viewer (');
  });

  it('lets pass what may surprise alone: a value more', () => {
    const { code, lines } = check(SCHEMA, changed('enum Basis {\n', 'enum Basis {\n  GUESSED\n'));
    expect(code).toBe(0);
    expect(lines).toContain('  may surprise Compare (libs/client/operations/compare.graphql)');
  });

  describe('what was announced', () => {
    const announcing = (reason: string) =>
      changed('  excluded: Int!\n', `  excluded: Int!\n  left: Int @deprecated(reason: "${reason}")\n`);

    it.each([
      ['after its month', 'Use excluded. Removed after 2026-10.', 0, 'announced'],
      ['in its month', 'Use excluded. Removed after 2026-11.', 1, 'breaking'],
      ['without a month', 'gone soon', 1, 'breaking'],
    ])('may go %s', (_name, reason, code, kind) => {
      const outcome = check(announcing(reason), SCHEMA);
      expect([outcome.code, outcome.lines[0]?.split(':')[0]]).toEqual([code, kind]);
    });

    it.each([
      ['with half a year to go', 'Use excluded. Removed after 2027-05.', 0],
      ['with less', 'Use excluded. Removed after 2027-04.', 1],
      ['without saying when', 'Use excluded.', 1],
      ['without a way out', 'Removed after 2027-05.', 1],
    ])('is announced %s', (_name, reason, code) => {
      const outcome = check(SCHEMA, announcing(reason));
      expect(outcome.code).toBe(code);
      expect(outcome.lines.some((line) => line.startsWith('deprecation: Tally.left'))).toBe(code === 1);
    });
  });

  it('checks documents of others as well: a folder, a file, a manifest', () => {
    const own = 'query Own { studies { slug } }';
    const after = changed('  studies: [Study!]!\n', '  allStudies: [Study!]!\n');
    const { lines } = check(
      SCHEMA,
      after,
      ...[
        '--documents',
        file('own.graphql', own),
        '--documents',
        file('own.json', JSON.stringify({ a: `${own} # b` })),
      ],
    );
    expect(lines.filter((line) => line.startsWith('  breaks Own ('))).toHaveLength(1);
    // Operations of our own clients that ask for it as well.
    const theirs = lines.filter((line) => line.startsWith('  Cannot query field "studies" on type "Query".'));
    expect(theirs.length).toBeGreaterThanOrEqual(2);
  });
});
