import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../examples/other-languages/', import.meta.url));
const FILES = ['Reflexbogen.cs', 'Reflexbogen.kt', 'reflexbogen.dart'];

/** `npm ci --prefix examples` installs the parsers; without them these specs count as skipped. No compiler is asked. */
const describeParsed = existsSync(join(FOLDER, '../node_modules/tree-sitter-wasms')) ? describe : describe.skip;

describeParsed('types of the schema in other languages', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-languages-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = (...files: string[]): { code: number | null; faults: string } => {
    const { status, stderr } = spawnSync(process.execPath, [join(FOLDER, 'check-syntax.mjs'), ...files], {
      encoding: 'utf8',
    });
    return { code: status, faults: stderr };
  };

  it('are C#, Kotlin and Dart to a parser', () => {
    expect(check(...FILES.map((file) => join(FOLDER, file)))).toEqual({ code: 0, faults: '' });
  });

  it.each(FILES)('would be seen if they were not: %s without its first brace', (file) => {
    const broken = join(folder, file);
    writeFileSync(broken, readFileSync(join(FOLDER, file), 'utf8').replace(/[({]/, ''));
    const { code, faults } = check(broken);
    expect(code).toBe(1);
    expect(faults).toContain('not understood');
  });
});
