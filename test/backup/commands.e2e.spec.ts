import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reflexbogen, startBuiltService } from '../harness/built-service.js';

const FIGURE = 'Increased in 8 of 15 municipalities compared with 2017';

/** As an operator does it, with the service running, and then with the machine gone. */
describe('reflexbogen backup and restore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-operator-'));
  const data = join(folder, 'data');
  const archive = join(folder, 'archive');

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const command = (dataDir: string, ...args: string[]): Promise<string> =>
    reflexbogen(args, { cwd: folder, DATA_DIR: dataDir });

  it('bring a running service back: as it was copied, and as it was at an instant', async () => {
    const service = await startBuiltService(data, { WAL_ARCHIVE_DIR: archive });
    let before: Date;
    try {
      expect(await command(data, 'backup', 'copy')).toMatch(/^copy: \d+ tables, [\d,]+ rows as of .*, 2 keys\n$/);
      expect(await command(data, 'backup', 'base', '--base')).toContain('base: base backup');
      await sleep(50);
      before = new Date();
      await sleep(50);
      const token = { cwd: folder, REFLEXBOGEN_URL: `${service.url}/graphql` };
      await reflexbogen(['freeze', 'take', 'integration-2021', 'later'], token);
    } finally {
      await service.stop(); // the last segment of the log is archived when the server ends
    }

    await command(join(folder, 'restored'), 'restore', 'copy');
    const restored = await startBuiltService(join(folder, 'restored'));
    try {
      await restored.says(FIGURE);
    } finally {
      await restored.stop();
    }
    expect(readFileSync(join(folder, 'restored/audit.key'))).toEqual(readFileSync(join(data, 'audit.key')));

    const freezesAt = async (name: string, ...to: string[]): Promise<string> => {
      const dataDir = join(folder, name);
      await command(dataDir, 'restore', 'base', '--wal', archive, ...to);
      const recovered = await startBuiltService(dataDir);
      try {
        await recovered.says(FIGURE);
        return await reflexbogen(['freeze', 'list', 'integration-2021'], {
          cwd: folder,
          REFLEXBOGEN_URL: `${recovered.url}/graphql`,
        });
      } finally {
        await recovered.stop();
      }
    };
    expect(await freezesAt('before', '--to', before.toISOString())).not.toContain('later');
    expect(await freezesAt('end')).toContain('later');
  }, 300_000);

  it('refuse what they cannot do, in one line, and leave nothing behind', async () => {
    const message = async (...args: string[]): Promise<string> =>
      command(join(folder, 'nothing'), ...args).then(
        () => 'done',
        (error: { readonly stderr: string; readonly code: number }) => `${error.code} ${error.stderr}`,
      );

    expect(await message('backup', 'other')).toMatch(/^1 reflexbogen: .*nothing holds no database; set DATA_DIR/);
    expect(await message('backup', 'other', '--base')).toContain('while the service runs on it');
    expect(await message('restore', 'nowhere')).toContain('nowhere holds no manifest.json');
    expect(await message('restore', 'base', '--wal', archive, '--to', 'yesterday')).toContain(
      '--to is "yesterday"; expected an instant with its zone',
    );
    expect(readdirSync(folder)).not.toContain('other');
  }, 60_000);
});
