import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '../libs/testing/src/index.js';
import { reflexbogen, startBuiltService, type BuiltService } from './harness/built-service.js';

/** Node itself (94 MiB) and the libraries of Debian that it needs: an upper bound; a base of the same packages had 117 MiB. */
const BASE_MIB = 145;
const LIMIT_MIB = 250;

/**
 * What the Dockerfile copies into the image, put together by the same script and started. Seen red without libphonenumber-js/max
 * and without ajv, which nothing but the start asks for.
 */
describe('the contents of the image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-image-'));
  const tree = join(folder, 'image');
  let sizes = '';
  let database: TestDatabase;
  let service: BuiltService | null = null;

  beforeAll(async () => {
    const script = fileURLToPath(new URL('../scripts/image-tree.mjs', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, tree], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    sizes = stdout;
    database = await createTestDatabase();
    service = await startBuiltService(
      join(folder, 'data'),
      { DATABASE_URL: database.ownerUrl },
      join(tree, 'apps/api/dist/main.js'),
    );
  }, 240_000);
  afterAll(async () => {
    await service?.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('stay below 250 MB together with the base image', () => {
    const total = Number(/([\d.]+) MiB {2}altogether/.exec(sizes)?.[1]);
    process.stdout.write(`image: ${total} MiB of ours, at most ${BASE_MIB} MiB of the base\n`);
    expect(total).toBeGreaterThan(20);
    expect((total + BASE_MIB) * 1.048576).toBeLessThan(LIMIT_MIB);
  });

  it('are whole: service, command and web app work', async () => {
    const url = service?.url ?? '';
    const command = join(tree, 'apps/cli/bin/reflexbogen.js');
    const run = (...args: string[]) =>
      reflexbogen(
        args,
        {
          cwd: folder,
          REFLEXBOGEN_URL: `${url}/graphql`,
          DATABASE_URL: database.ownerUrl,
          DATA_DIR: join(folder, 'data'),
        },
        command,
      );
    expect(await (await fetch(`${url}/`)).text()).toContain('/assets/');
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
    expect(await run('compare', 'integration-2021', '2017', '2018')).toContain('15');
    await run('export', 'integration-2021', 'data.xlsx', '--format', 'xlsx');
    expect(readFileSync(join(folder, 'data.xlsx')).subarray(0, 2).toString()).toBe('PK');
    await run('report', 'integration-2021', '2017', '2018', '--out', 'report');
    expect(readFileSync(join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await run('doctor')).toContain('every migration of this version is there');
  }, 120_000);
});
