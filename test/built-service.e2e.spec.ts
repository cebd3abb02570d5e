import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const run = promisify(execFile);

/** Of the machine that runs the test, not of the one that starts a service for the first time. */
const UNSET = { DATABASE_URL: undefined, NODE_ENV: undefined, REFLEXBOGEN_TOKEN: undefined };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** What is built and what users start, in processes of their own: the other specs run the sources, compiled by another compiler. */
describe('the service as it is built', () => {
  let folder: string;
  let service: ChildProcess;
  let url: string;
  let output = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-built-'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    service = spawn(process.execPath, [at('apps/api/dist/main.js')], {
      env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data'), ...UNSET },
    });
    for (const stream of [service.stdout, service.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const ready = await fetch(`${url}/health/ready`).catch(() => null);
      if (ready?.ok) return;
      if (service.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the service did not get ready:\n${output}`);
  }, 120_000);
  afterAll(async () => {
    const gone = new Promise((resolve) => service.once('exit', resolve));
    if (service.exitCode === null) {
      service.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const reflexbogen = async (...args: string[]): Promise<string> => {
    const { stdout } = await run(process.execPath, [at('apps/cli/bin/reflexbogen.js'), ...args], {
      cwd: folder,
      env: {
        ...process.env,
        REFLEXBOGEN_URL: `${url}/graphql`,
        REFLEXBOGEN_TOKEN: '',
        LANG: 'en_GB.UTF-8',
        LC_ALL: '',
      },
    });
    return stdout;
  };

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
    expect(output).toContain('Increased in 8 of 15 municipalities compared with 2017');
    expect(service.exitCode).toBeNull();
  });
});
