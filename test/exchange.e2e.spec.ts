import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, exportStudy, importPackage, type Terminal } from '../apps/cli/src/commands.js';
import { explain } from '../apps/cli/src/program.js';
import { BROKEN_PACKAGES } from './fixtures/broken-packages.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const REFERENCE = fileURLToPath(new URL('../studies/integration-2021', import.meta.url));
const TABLES = [
  'template',
  'question',
  'question_set',
  'section',
  'scale',
  'level',
  'question_revision',
  'study',
  'attribute',
  'municipality',
  'round',
  'response',
  'answer',
  'submission',
];

describe('study packages through the command line', () => {
  let api: TestApi;
  let folder: string;
  beforeAll(async () => {
    api = await startTestApi();
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-exchange-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await api.stop();
  });

  const run = async (command: (terminal: Terminal) => Promise<number>) => {
    let [out, err] = ['', ''];
    const terminal: Terminal = {
      env: { REFLEXBOGEN_URL: `${api.url}/graphql` },
      out: (text) => (out += text),
      err: (text) => (err += text),
      progress: null,
      width: 120,
    };
    const code = await command(terminal).catch((error: unknown) => {
      err += `${explain(error)}\n`;
      return 1;
    });
    return { code, out, err };
  };
  const rows = async () =>
    Promise.all(
      TABLES.map(async (table) => [
        table,
        (await api.dataSource.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count,
      ]),
    );

  it('checks without writing in a dry run', async () => {
    const before = await rows();
    const { code, out } = await run((terminal) => importPackage(REFERENCE, true, terminal));
    expect({ code, out }).toEqual({
      code: 0,
      out: 'integration-2021: checked without fault, nothing written (15 municipalities, 30 submissions, 1252 answers)\n',
    });
    expect(await rows()).toEqual(before);
  });

  it('imports, and changes nothing when repeated', async () => {
    expect((await run((terminal) => importPackage(REFERENCE, false, terminal))).out).toMatch(
      /^integration-2021: imported/,
    );
    const before = await rows();
    expect((await run((terminal) => importPackage(REFERENCE, false, terminal))).out).toMatch(
      /was there already, nothing changed/,
    );
    expect(await rows()).toEqual(before);
  });

  it('prints the ranking with 8 of 15 for lack of acceptance and for housing', async () => {
    const { code, out } = await run((terminal) =>
      compare('integration-2021', '2017', '2018', { format: 'table', locale: 'en' }, terminal),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^8 of 15 .* reported +Lack of acceptance/m);
    expect(out).toMatch(/^8 of 15 .* reported +Housing supply/m);
  });

  it('prints as JSON what GraphQL answers', async () => {
    const { out } = await run((terminal) =>
      compare('integration-2021', '2017', '2018', { format: 'json', locale: 'en' }, terminal),
    );
    const document = readFileSync(new URL('../libs/client/operations/compare.graphql', import.meta.url), 'utf8');
    const { data } = await api.query<object>(
      document,
      { study: 'integration-2021', from: '2017', to: '2018' },
      await api.token(Role.ANALYST),
    );
    expect(JSON.parse(out)).toEqual(data);
  });

  it.each(['export', 'export.zip'])('exports to %s what imports again as the same study', async (target) => {
    const path = join(folder, target);
    expect((await run((terminal) => exportStudy('integration-2021', path, terminal))).code).toBe(0);
    expect((await run((terminal) => importPackage(path, false, terminal))).out).toMatch(
      /was there already, nothing changed/,
    );
  });

  it('refuses a package that contradicts what is stored', async () => {
    const { code, err } = await run((terminal) =>
      importPackage(fileURLToPath(new URL('./fixtures/contradicting-study', import.meta.url)), false, terminal),
    );
    expect(code).toBe(1);
    expect(err).toMatch(/study\.yaml: .*integration-2021.*\(expected /);
  });

  describe('broken packages', () => {
    it.each(BROKEN_PACKAGES.map((broken) => [broken.name, broken] as const))('%s', async (_name, broken) => {
      const place = mkdtempSync(join(folder, 'broken-'));
      const path = await broken.build(place);
      const before = await rows();

      const { code, out, err } = await run((terminal) => importPackage(path, false, terminal));

      expect({ code, out }).toEqual({ code: 1, out: '' });
      for (const part of broken.says) expect(err).toMatch(part);
      expect(err).toMatch(/expected/);
      expect(await rows()).toEqual(before);
      rmSync(place, { recursive: true, force: true });
    });

    it('are at least thirty kinds', () => {
      expect(new Set(BROKEN_PACKAGES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30);
    });
  });
});
