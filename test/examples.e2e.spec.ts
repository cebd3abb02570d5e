import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CompareDocument, createClient } from '@reflexbogen/client';
import { Role } from './harness/api.js';
import { describeInBrowser, startSite, type Site } from './harness/site.js';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const run = promisify(execFile);
const pair = { study: 'integration-2021', from: '2017', to: '2018', locale: 'de' };

/** `npm ci --prefix examples` installs the frameworks; without them, or without a browser, these specs count as skipped. */
const describeExamples = existsSync(at('examples/node_modules/vite')) ? describeInBrowser : describe.skip;

/**
 * Each example is type-checked, built, opened in Chromium and asks a service that runs trusted documents only.
 * Seen red: `sentences` for `sentence` in the template of each fails its check.
 */
describeExamples('the examples', () => {
  let site: Site;
  let env: NodeJS.ProcessEnv;
  let sentences: readonly string[];
  let server: ChildProcess | null = null;

  beforeAll(async () => {
    site = await startSite({ trustedDocuments: { isRequired: true, manifests: [] } });
    await site.api.importPath(at('studies/integration-2021'));
    const token = await site.api.token(Role.ANALYST, { study: pair.study });
    const url = `${site.api.url}/graphql`;
    env = { ...process.env, REFLEXBOGEN_URL: url, REFLEXBOGEN_TOKEN: token };
    const { comparison } = await createClient({ url, token }).request(CompareDocument, pair);
    sentences = comparison?.deltas.map(({ sentence }) => sentence) ?? [];
  }, 120_000);
  afterAll(() => site.stop());
  afterEach(async () => {
    if (server === null || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server?.once('exit', resolve));
    server.kill();
    await gone;
  });

  const script = (name: string, task: string) =>
    run('npm', ['run', '--silent', task], { cwd: at(`examples/${name}`), env });

  /** Serves what was built as its developer would look at it. @returns its address */
  async function serve(name: string): Promise<string> {
    const port = await freePort();
    const url = `http://localhost:${port}/`;
    server = spawn(
      process.execPath,
      [at('examples/node_modules/vite/bin/vite.js'), 'preview', '--port', String(port), '--strictPort'],
      { cwd: at(`examples/${name}`), env, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    while (!(await fetch(url).catch(() => null))?.ok) {
      if (server.exitCode !== null) throw new Error(`${name} is not served`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return url;
  }

  it('node: type-checked and run', async () => {
    await script('node', 'check');
    const { stdout } = await script('node', 'start');
    expect(sentences.length).toBeGreaterThan(80);
    expect(stdout.trim().split('\n')).toHaveLength(sentences.length);
    expect(stdout).toMatch(/: \d+ of \d+\n/);
  }, 120_000);

  it.each(['react', 'react-query', 'vue', 'svelte', 'angular'])(
    '%s: type-checked, built and opened',
    async (name) => {
      await script(name, 'check');
      await script(name, 'build');
      const url = await serve(name);

      const page = await site.browser.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(url)) problems.push(`request to ${request.url()}`);
      });
      await page.goto(url);
      await page.getByRole('heading', { level: 1 }).waitFor();

      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('bei 15 Kommunen');
      expect(await page.getByRole('listitem').allInnerTexts()).toEqual(sentences);
      expect(problems).toEqual([]);
      await page.close();
    },
    180_000,
  );
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
