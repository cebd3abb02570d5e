import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BackupError,
  clusterOf,
  contentHashes,
  passwordFileOf,
  prepareDatabase,
  recover,
  startEmbeddedServer,
  writeBaseBackup,
  type EmbeddedServer,
} from '@reflexbogen/persistence';
import type { Client } from 'pg';
import { connected } from '../harness/connected.js';

const INSTANTS = 5;
const STEPS = 30;

const hashOf = async (client: Client): Promise<string> => JSON.stringify([...(await contentHashes(client))]);

/** What was in the database at an instant. */
interface Mark {
  readonly at: Date;
  readonly contents: string;
}

/** Writes on, and marks after each act when that was and what was there. Nobody writes between the act and the mark. */
async function writeOn(client: Client): Promise<readonly Mark[]> {
  const marks: Mark[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    await client.query(`INSERT INTO template (slug, title) VALUES ($1, '{"de": "Vorlage"}')`, [`template-${step}`]);
    await client.query('INSERT INTO question (template_id, code) SELECT id, $1 FROM template WHERE slug = $2', [
      `q${step}`,
      `template-${step}`,
    ]);
    const contents = await hashOf(client);
    const { rows } = await client.query<{ at: Date }>(
      "SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' AS at",
    );
    if (rows[0] !== undefined) marks.push({ at: rows[0].at, contents });
    // The instant itself lies before whatever comes next.
    await client.query('SELECT pg_sleep(0.005)');
    // A segment of the log now and then is finished, as in a long day.
    if (step % 7 === 0) await client.query('SELECT pg_switch_wal()');
  }
  await client.query('SELECT pg_switch_wal()');
  return marks;
}

const untilArchived = (client: Client): Promise<unknown> =>
  client.query(`DO $$ BEGIN
    PERFORM pg_switch_wal();
    WHILE (SELECT last_archived_wal IS NULL OR last_archived_wal < pg_walfile_name(pg_current_wal_lsn() - 1) FROM pg_stat_archiver) LOOP
      PERFORM pg_stat_clear_snapshot(), pg_sleep(0.05);
    END LOOP;
  END $$`);

describe('recovery to an instant', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'reflexbogen-recovery-'));
  const dataDir = join(scratch, 'data');
  const archive = join(scratch, 'archive');
  const base = join(scratch, 'base');
  let marks: readonly Mark[] = [];
  let server: EmbeddedServer;

  beforeAll(async () => {
    server = await startEmbeddedServer({ dataDir, archive });
    await prepareDatabase({ ownerUrl: server.ownerUrl, appPassword: server.appPassword });
    writeFileSync(join(dataDir, 'audit.key'), 'the key');
    await connected(server.ownerUrl, async (client) => {
      const busy = writeBaseBackup({
        ownerUrl: server.ownerUrl,
        cluster: clusterOf(dataDir),
        folder: base,
        files: [passwordFileOf(dataDir), join(dataDir, 'audit.key')],
        waitForArchive: true,
      });
      // While the files are copied: whatever is torn there, the log mends.
      await client.query(`INSERT INTO template (slug, title) VALUES ('during-the-copy', '{"de": "Vorlage"}')`);
      await busy;
      marks = await writeOn(client);
      await untilArchived(client);
    });
  }, 180_000);

  afterAll(async () => {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it(`is what was there, at ${INSTANTS} instants picked at random`, async () => {
    // PostgreSQL knows that it has reached an instant by a transaction after it: the last one has none.
    const picked = marks
      .slice(0, -1)
      .sort(() => Math.random() - 0.5)
      .slice(0, INSTANTS);
    for (const [index, { at, contents }] of picked.entries()) {
      const recovered = await recover({ base, archive, dataDir: join(scratch, `recovered-${index}`), to: at });
      try {
        await connected(recovered.ownerUrl, async (client) => {
          expect({ at, contents: await hashOf(client) }).toEqual({ at, contents });
          // It goes on from there.
          await client.query(`INSERT INTO template (slug, title) VALUES ('afterwards', '{"de": "Vorlage"}')`);
        });
      } finally {
        await recovered.stop();
      }
    }
  }, 180_000);

  it('is everything that was archived where no instant is named', async () => {
    const recovered = await recover({ base, archive, dataDir: join(scratch, 'all'), to: null });
    try {
      expect(await connected(recovered.ownerUrl, hashOf)).toBe(marks.at(-1)?.contents);
    } finally {
      await recovered.stop();
    }
  });

  it('says so where the log does not reach as far, where the folder is taken, and where the base is none', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await expect(recover({ base, archive, dataDir: join(scratch, 'later'), to: later })).rejects.toThrow(
      'recovery ended before configured recovery target was reached',
    );
    await expect(recover({ base, archive, dataDir, to: null })).rejects.toThrow(BackupError);
    await expect(recover({ base: archive, archive, dataDir: join(scratch, 'none'), to: null })).rejects.toThrow(
      'backup_label',
    );
  }, 180_000);
});
