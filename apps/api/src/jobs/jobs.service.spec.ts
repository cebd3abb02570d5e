import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '@reflexbogen/persistence';
import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import { JobHandlerError, JobHandlers, JobPayloadError, noPayload, type JobContext } from './job-handlers.js';
import { JobSender } from './job-sender.js';
import { JOB_SETTINGS, type JobSettings } from './job-settings.js';
import { JobsService } from './jobs.service.js';

const QUICK: JobSettings = {
  leaseSeconds: 2,
  expirySeconds: 1,
  retryDelaySeconds: 1,
  retryLimit: 2,
  pollMs: 50,
  concurrency: 2,
  stopMs: 300,
};

interface Note {
  readonly text: string;
}

const noteOf = (payload: unknown): Note => {
  if (typeof payload === 'object' && payload !== null && 'text' in payload && typeof payload.text === 'string')
    return { text: payload.text };
  throw new JobPayloadError('expected a text');
};

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await met()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen within half a minute');
}

describe('JobsService', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let owner: DataSource;
  const services: JobsService[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.appUrl }).initialize();
    owner = await createDataSource({ url: database.ownerUrl, poolSize: 2 }).initialize();
  });
  afterEach(async () => {
    for (const service of services.splice(0)) await service.stop();
    await owner.query('TRUNCATE pgboss.job, pgboss.archive');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await owner.destroy();
    await database.drop();
  });

  interface Replica {
    readonly sender: JobSender;
    readonly service: JobsService;
    readonly send: (text: string, priority?: number) => Promise<void>;
  }

  async function replica(
    run: (note: Note, context: JobContext) => void | Promise<void>,
    more: { readonly settings?: Partial<JobSettings>; readonly tick?: () => void } = {},
  ): Promise<Replica> {
    const handlers = new JobHandlers();
    const settings = { ...QUICK, ...more.settings };
    handlers.register({
      name: 'take-note',
      queue: 'task',
      parse: noteOf,
      run: async (note, context) => await run(note, context),
    });
    if (more.tick !== undefined)
      handlers.register({
        name: 'tick',
        queue: 'task',
        everySeconds: 86_400,
        parse: noPayload,
        run: () => Promise.resolve(more.tick?.()),
      });
    const sender = new JobSender(dataSource, handlers, settings);
    const service = new JobsService(dataSource, handlers, sender, settings);
    services.push(service);
    await service.start();
    const send = (text: string, priority = 0): Promise<void> =>
      dataSource.transaction((manager) =>
        sender.send([{ handler: 'take-note', payload: { text }, priority }], manager),
      );
    return { sender, service, send };
  }

  const jobs = (
    queue: string,
  ): Promise<{ state: string; output: unknown; data: { handler: string }; retries: number }[]> =>
    owner.query(
      'SELECT state::text, output, data, retry_count AS retries FROM pgboss.job WHERE name = $1 ORDER BY created_on',
      [queue],
    );

  it('runs a job once its transaction has committed, and never without', async () => {
    const taken: string[] = [];
    const { sender, send } = await replica(({ text }) => void taken.push(text));

    const undone = dataSource.transaction(async (manager) => {
      await sender.send([{ handler: 'take-note', payload: { text: 'undone' } }], manager);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await send('done');

    await until(async () => (await jobs('task')).every(({ state }) => state === 'completed'));
    expect(taken).toEqual(['done']);
    expect(await jobs('task')).toHaveLength(1);
  });

  it('takes the urgent first', async () => {
    const taken: string[] = [];
    const sending = await replica(() => undefined);
    await sending.service.stop();
    await sending.send('first');
    await sending.send('urgent', 10);

    await replica(({ text }) => void taken.push(text), { settings: { concurrency: 1 } });

    await until(() => taken.length === 2);
    expect(taken).toEqual(['urgent', 'first']);
  });

  it('repeats what failed, with pauses, and gives it up after the last attempt', async () => {
    const attempts: number[] = [];
    const started: number[] = [];
    const { send } = await replica((_, { attempt }) => {
      attempts.push(attempt);
      started.push(Date.now());
      throw Object.assign(new Error('anna@example.org refused'), { code: 'E_REFUSED' });
    });

    await send('fails');

    await until(async () => (await jobs('dead')).length === 1);
    expect(attempts).toEqual([1, 2, 3]);
    const [first = 0, second = 0, third = 0] = started;
    expect(second - first).toBeGreaterThanOrEqual(900);
    expect(third - second).toBeGreaterThanOrEqual(1_800);
    expect(await jobs('dead')).toMatchObject([
      { state: 'created', output: { code: 'E_REFUSED' }, data: { handler: 'take-note', payload: { text: 'fails' } } },
    ]);
    expect(await jobs('task')).toMatchObject([{ state: 'failed', output: { code: 'E_REFUSED' } }]);
    expect(JSON.stringify([await jobs('task'), await jobs('dead')])).not.toContain('anna@');
  });

  it('does not lose a job whose payload or handler it does not know', async () => {
    const { sender } = await replica(() => undefined);

    await dataSource.transaction((manager) =>
      sender.send(
        [
          { handler: 'take-note', payload: { text: 7 } },
          { handler: 'of-tomorrow', payload: {} },
        ],
        manager,
      ),
    );

    await until(async () => (await jobs('task')).every(({ state }) => state === 'retry'));
    expect(new Map((await jobs('task')).map(({ data, output }) => [data.handler, output]))).toEqual(
      new Map([
        ['take-note', { code: 'JobPayloadError' }],
        ['of-tomorrow', { code: 'JobHandlerError' }],
      ]),
    );
  });

  it('takes up a job whose worker went without a word', async () => {
    const { sender } = await replica(() => undefined);
    await services.pop()?.stop();
    await dataSource.transaction((manager) =>
      sender.send([{ handler: 'take-note', payload: { text: 'lost' } }], manager),
    );
    // Another process takes it and dies: nothing more is heard of it.
    await owner.query(`UPDATE pgboss.job SET state = 'active', started_on = now() WHERE name = 'task'`);
    const taken: number[] = [];

    await replica((_, { attempt }) => void taken.push(attempt));

    await until(async () => (await jobs('task')).every(({ state }) => state === 'completed'));
    expect(taken).toEqual([2]);
  });

  it('tells a job to end before its lease does', async () => {
    let told = false;
    const { send } = await replica(async (_, { signal, attempt }) => {
      if (attempt > 1) return;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      told = true;
      throw new Error('told to end');
    });

    await send('slow');

    await until(async () => (await jobs('task')).every(({ state }) => state === 'completed'));
    expect(told).toBe(true);
    expect(await jobs('task')).toMatchObject([{ retries: 1 }]);
  });

  it('runs a scheduled job once in its period, whatever the number of replicas', async () => {
    let ticks = 0;
    const tick = (): void => void (ticks += 1);
    await Promise.all([1, 2, 3].map(() => replica(() => undefined, { tick })));

    await until(() => ticks > 0);
    await until(async () => (await jobs('task')).every(({ state }) => state === 'completed'));
    expect(ticks).toBe(1);
    expect(await jobs('task')).toHaveLength(1);
  });

  it('stops in good time: jobs in progress end or are told to, and what they leave is kept', async () => {
    const ended: string[] = [];
    const { service, send } = await replica(async ({ text }, { signal }) => {
      if (text === 'slow')
        await new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      ended.push(text);
    });
    await send('slow');
    await send('quick');
    await until(() => ended.length === 1);

    await service.stop();

    await send('later');
    expect(ended).toEqual(['quick']);
    expect((await jobs('task')).map(({ state }) => state).sort()).toEqual(['completed', 'created', 'retry']);
  });

  it('outlives a database that ends every connection', async () => {
    const taken: string[] = [];
    const { send } = await replica(async ({ text }) => {
      taken.push(text);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await send('before');
    await until(() => taken.length === 1);

    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reflexbogen_app' AND datname = current_database()`,
    );

    await until(() =>
      send('after').then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await jobs('task')).every(({ state }) => state === 'completed'));
    expect(new Set(taken)).toEqual(new Set(['before', 'after']));
  });
});

describe('JobHandlers', () => {
  const aHandler = { name: 'a', queue: 'task', parse: noPayload, run: () => Promise.resolve() } as const;

  it.each([
    ['an ill-formed name', { ...aHandler, name: 'Send Mail' }],
    ['too short a period', { ...aHandler, everySeconds: 59 }],
    ['too long a period', { ...aHandler, everySeconds: 86_401 }],
    ['a broken period', { ...aHandler, everySeconds: 90.5 }],
  ])('refuses %s', (_, handler) => {
    expect(() => new JobHandlers().register(handler)).toThrow(JobHandlerError);
  });

  it('refuses a name twice, and does not know others', () => {
    const handlers = new JobHandlers();
    handlers.register(aHandler);
    expect(() => handlers.register(aHandler)).toThrow(JobHandlerError);
    expect(() => handlers.get('b')).toThrow(JobHandlerError);
    expect(handlers.find('b')).toBeNull();
  });
});

describe('the schema of the queue', () => {
  /** Every table, column, constraint, index and function of a schema, but our own three queues. */
  const CONTENTS = `
    SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what
      FROM information_schema.columns WHERE table_schema = 'pgboss' AND table_name !~ '^j[0-9a-f]{56}$'
    UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || contype::text || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'pgboss'::regnamespace AND conrelid::regclass::text !~ 'pgboss.j[0-9a-f]{56}'
        AND contype <> 'n'
    UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'pgboss' AND tablename !~ '^j[0-9a-f]{56}$'
    UNION ALL SELECT 'function', proname || regexp_replace(prosrc, '\\s+', ' ', 'g') FROM pg_proc WHERE pronamespace = 'pgboss'::regnamespace
    UNION ALL SELECT 'type', enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = 'pgboss'::regnamespace
    ORDER BY 1, 2`;

  it('is the one that the library installs', async () => {
    const database = await createTestDatabase();
    const owner = await createDataSource({ url: database.ownerUrl, poolSize: 1 }).initialize();
    const contents = (): Promise<unknown[]> => owner.query(CONTENTS);
    const ours = await contents();
    const [{ version: ourVersion }] = await owner.query<[{ version: number }]>('SELECT version FROM pgboss.version');

    await owner.query('DROP SCHEMA pgboss CASCADE');
    await owner.query(PgBoss.getConstructionPlans('pgboss'));

    expect(ours.length).toBeGreaterThan(60);
    expect(ours).toEqual(await contents());
    expect(await owner.query('SELECT version FROM pgboss.version')).toEqual([{ version: ourVersion }]);
    await owner.destroy();
    await database.drop();
  });

  it('is refused where it is another', async () => {
    const database = await createTestDatabase();
    const owner = await createDataSource({ url: database.ownerUrl, poolSize: 1 }).initialize();
    await owner.query('UPDATE pgboss.version SET version = 23');
    const dataSource = await createDataSource({ url: database.appUrl }).initialize();
    const handlers = new JobHandlers();
    const service = new JobsService(dataSource, handlers, new JobSender(dataSource, handlers), JOB_SETTINGS);

    await expect(service.start()).rejects.toThrow('migrations');

    await service.stop();
    await dataSource.destroy();
    await owner.destroy();
    await database.drop();
  });
});
