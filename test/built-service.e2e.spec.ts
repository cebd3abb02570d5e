import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reflexbogen as run, startBuiltService, type BuiltService } from './harness/built-service.js';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What is built and what users start, in processes of their own: the other specs run the sources, compiled by another compiler. */
describe('the service as it is built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-built-'));
  let service: BuiltService;

  beforeAll(async () => {
    service = await startBuiltService(join(folder, 'data'));
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const reflexbogen = (...args: string[]): Promise<string> =>
    run(args, { cwd: folder, REFLEXBOGEN_URL: `${service.url}/graphql` });

  it('takes a package and gives it back', async () => {
    expect(await reflexbogen('import', at('test/fixtures/merged-units'))).toContain('merged-units');
    await reflexbogen('export', 'merged-units', 'out');
    expect(readFileSync(join(folder, 'out/municipalities.csv'), 'utf8')).toContain('Neustadt');
    expect(await reflexbogen('compare', 'merged-units', '2017', '2018')).toContain('Housing');
  });

  it('takes a questionnaire and gives it back', async () => {
    await reflexbogen('questionnaire', 'export', 'reflection-sheet', '2018', 'sheet.yaml');
    expect(await reflexbogen('questionnaire', 'import', 'reflection-sheet', '2019', 'sheet.yaml')).toBe(
      'reflection-sheet 2019: draft saved as version 2\n',
    );
    expect(await reflexbogen('diff', 'reflection-sheet', '2018', '2019')).toContain('No difference.');
    expect(await reflexbogen('types', 'integration-2021', '2018')).toContain('export type QuestionCode');
  });

  it('writes a data file and a report', async () => {
    await reflexbogen('export', 'integration-2021', 'data.csv', '--format', 'long-csv');
    expect(readFileSync(join(folder, 'data.csv'), 'utf8').split('\n').length).toBeGreaterThan(100);
    await reflexbogen('report', 'integration-2021', '2017', '2018', '--out', 'report');
    expect(readFileSync(join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  it('has printed one figure of the reference study, and is still there', () => {
    expect(service.output()).toContain('Increased in 8 of 15 municipalities compared with 2017');
    expect(service.hasEnded()).toBe(false);
  });
});
