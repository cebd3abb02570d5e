import { createPanelFixture, type PanelFixture } from '@reflexbogen/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startMailServer, type Decision, type MailServer } from './harness/mail-server.js';
import { createMailWorker, mailTo, QUICK_JOBS } from './harness/mail-worker.js';

/** `FAULTS=complete` kills 200 workers, CI a dozen. */
const KILLS = process.env['FAULTS'] === 'complete' ? 200 : 12;
const MAILS_PER_KILL = 6;
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 2 ** 31);
const WORKER = fileURLToPath(new URL('./fixtures/mail-worker-process.mjs', import.meta.url));

/**
 * Where a worker is killed: at any time; while the server has the whole mail and has not said so; or when it has just
 * said so and the worker cannot have stored it yet.
 */
type Moment = 'ANY' | 'BEFORE_OK' | 'AFTER_OK';
const MOMENTS: readonly Moment[] = ['BEFORE_OK', 'AFTER_OK', 'ANY'];

/** mulberry32: the same moments for the same seed, as far as processes repeat at all. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('workers that are killed while they send mails', () => {
  const random = randomOf(SEED);
  let fixture: PanelFixture;
  let owner: Client;
  let server: MailServer;
  let worker: ChildProcess | null = null;
  let errors = '';

  beforeAll(async () => {
    fixture = await createPanelFixture();
    owner = new Client({ connectionString: fixture.database.ownerUrl });
    await owner.connect();
    server = await startMailServer();
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await server.stop();
    await owner.end();
    await fixture.close();
  });

  async function startWorker(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [WORKER], {
      env: {
        ...process.env,
        MAIL_WORKER: JSON.stringify({
          url: fixture.database.appUrl,
          settings: QUICK_JOBS,
          configuration: mailTo(server.port),
        }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    worker = child;
    const gone = once(child, 'exit').then(() => 'gone' as const);
    if ((await Promise.race([once(child.stdout, 'data'), gone])) === 'gone')
      throw new Error(`the worker ended by itself:\n${errors}`);
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null) throw new Error(`the worker ended by itself:\n${errors}`);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    worker = null;
  }

  /** Kills the worker at such a moment, or after three seconds in which it did not come. */
  async function killAt(moment: Moment, child: ChildProcess): Promise<boolean> {
    if (moment === 'ANY') {
      await sleep(random() * 600);
      await kill(child);
      return true;
    }
    // Not always at the first mail.
    let toCome = Math.floor(random() * 4);
    const met = new Promise<boolean>((resolve) => {
      const strike = (): Promise<void> | null => {
        if (toCome-- !== 0) return null;
        return kill(child).then(() => resolve(true));
      };
      const deadline = setTimeout(() => {
        toCome = -1;
        void kill(child).then(() => resolve(false));
      }, 3_000);
      server.decide = async (): Promise<Decision> => {
        await sleep(random() * 30);
        if (moment === 'BEFORE_OK') await strike()?.finally(() => clearTimeout(deadline));
        return 'TAKE';
      };
      server.onTaken = () => {
        if (moment === 'AFTER_OK') void strike()?.finally(() => clearTimeout(deadline));
      };
    });
    const hit = await met;
    server.onTaken = () => undefined;
    return hit;
  }

  it(
    `each mail is sent once in effect, over ${KILLS} kills`,
    async () => {
      const { mails } = createMailWorker(fixture.dataSource, mailTo(server.port));
      const addresses = new Map<string, string>();
      const enqueue = async (round: number): Promise<void> => {
        for (let at = 0; at < MAILS_PER_KILL; at += 1) {
          const address = `p${round}-${at}@stadt.example`;
          const { rows } = await owner.query<{ id: string }>(
            `INSERT INTO person (name, email) VALUES ('Anna', $1) RETURNING id`,
            [address],
          );
          const wish = {
            studyId: fixture.studyId,
            municipalityId: fixture.municipalityIds[0],
            roundId: fixture.roundId,
            personId: rows[0]?.id ?? '',
            kind: 'INVITATION',
            dedupeKey: `kills:${address}`,
            data: {},
            secret: null,
          } as const;
          // Asked for twice, as a repeated request does.
          for (const expected of ['QUEUED', 'ALREADY_THERE']) {
            const { id, outcome } = await fixture.dataSource.transaction((manager) => mails.enqueue(wish, manager));
            expect(outcome).toBe(expected);
            addresses.set(address, id);
          }
        }
      };

      const hits = { ANY: 0, BEFORE_OK: 0, AFTER_OK: 0 };
      for (let round = 0; round < KILLS; round += 1) {
        await enqueue(round);
        const moment = MOMENTS[round % MOMENTS.length] ?? 'ANY';
        if (await killAt(moment, await startWorker())) hits[moment] += 1;
      }
      server.decide = () => 'TAKE';
      const last = await startWorker();
      const open = async (): Promise<number> => {
        const { rows } = await owner.query<{ open: number }>(
          `SELECT count(*)::integer AS open FROM mail WHERE status = 'QUEUED'`,
        );
        return rows[0]?.open ?? 0;
      };
      for (let attempt = 0; attempt < 600 && (await open()) > 0; attempt += 1) {
        // The pauses double with each kill, to a quarter of an hour: the test does not wait for them to pass.
        await owner.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry' AND start_after > now()`);
        await sleep(200);
      }
      await kill(last);

      const byAddress = new Map<string, string[]>();
      for (const { to, messageId } of server.delivered) byAddress.set(to, [...(byAddress.get(to) ?? []), messageId]);
      const twice = [...byAddress.values()].filter((ids) => ids.length > 1).length;
      process.stdout.write(
        `${addresses.size} mails over ${KILLS} kills (seed ${SEED}; before OK ${hits.BEFORE_OK}, after OK ${hits.AFTER_OK}, any ${hits.ANY}): ` +
          `${twice} delivered more than once, all under one Message-ID; ${server.delivered.length} deliveries\n`,
      );
      const { rows } = await owner.query<{ status: string; count: number }>(
        'SELECT status, count(*)::integer AS count FROM mail GROUP BY status',
      );
      expect(rows).toEqual([{ status: 'SENT', count: addresses.size }]);
      expect(new Map([...byAddress].map(([address, ids]) => [address, [...new Set(ids)]]))).toEqual(
        new Map([...addresses].map(([address, id]) => [address, [`<${id}@institut.example>`]])),
      );
      // A worker killed before it heard of the OK leaves a mail that goes out again: else nothing was put to the test.
      expect(hits.BEFORE_OK).toBeGreaterThan(0);
      expect(twice).toBeGreaterThan(0);
    },
    120_000 + KILLS * 20_000,
  );
});
