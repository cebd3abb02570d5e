import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { copyOut } from './copy-out.js';
import { createDataSource } from './data-source.js';
import { Deadline, DeadlineError } from './deadline.js';
import { asOperation, Operation } from './operation.js';
import { SharedWork } from './shared-work.js';

const GATE = 4_712;
/** Longer than the spec takes: what ends before does so by its deadline. */
const LONG = { statementMs: 60_000, lockMs: 60_000, idleMs: 60_000 };
/** TypeORM puts an error of its own around it. */
const LATE = /has run for longer than/;

/**
 * Deadlines and work that several wait for, on a server that really has something to do. Nobody waits for time here: a deadline
 * passes when the spec says so. Broken on purpose: without `look()` in `join`'s follower the statement stays on the server; without
 * waiting for `cancels` in `Deadline.watch` others are hit; without `DECIDES` the COMMIT fails.
 */
describe('work that several wait for', () => {
  let database: TestDatabase;
  /** One connection: whatever is left on it hits the next one. */
  let dataSource: DataSource;
  let outside: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({
      url: database.appUrl,
      poolSize: 1,
      seesAll: true,
      timeouts: LONG,
    }).initialize();
    outside = new Client({ connectionString: database.ownerUrl });
    await outside.connect();
  });
  beforeEach(() => outside.query('SELECT pg_advisory_lock($1)', [GATE]));
  afterEach(() => outside.query('SELECT pg_advisory_unlock_all()'));
  afterAll(async () => {
    await outside.end();
    await dataSource.destroy();
    await database.drop();
  });

  const operation = (deadline: Deadline | null): Operation => {
    const made = new Operation(true);
    made.deadline = deadline;
    return made;
  };
  const passedGate = () => dataSource.query<{ is: string }[]>(`SELECT pg_advisory_lock_shared(${GATE})::text AS is`);
  const waiting = async (): Promise<number> => {
    const { rows } = await outside.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM pg_locks
       WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows[0]?.count ?? -1;
  };
  const until = async (count: number): Promise<void> => {
    for (let look = 0; look < 2_000; look += 1) {
      if ((await waiting()) === count) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`never ${count} wait`);
  };

  it('goes on while one of them has time, and is cancelled on the server with the last one', async () => {
    const [first, second] = [new Deadline(Infinity), new Deadline(Infinity)];
    const work = asOperation(operation(first), () => new SharedWork(passedGate));
    const waits = [first, second].map((deadline) => asOperation(operation(deadline), () => work.wait()));
    await until(1);

    first.pass();
    await expect(waits[0]).rejects.toThrow(DeadlineError);
    expect([work.isOver, await waiting()]).toEqual([false, 1]);

    second.pass();
    expect(work.isOver).toBe(true);
    await expect(waits[1]).rejects.toThrow(DeadlineError);
    await expect(work.outcome).rejects.toThrow(LATE);
    // The gate is still shut: nobody else has ended it. The one connection is as good as new.
    expect(await waiting()).toBe(0);
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is there for whoever has time, however many have left', async () => {
    const [gone, patient] = [new Deadline(Infinity), new Deadline(Infinity)];
    const work = asOperation(operation(gone), () => new SharedWork(passedGate));
    const left = asOperation(operation(gone), () => work.wait());
    const stays = asOperation(operation(patient), () => work.wait());
    await until(1);

    gone.pass();
    await expect(left).rejects.toThrow(DeadlineError);
    await outside.query('SELECT pg_advisory_unlock_all()');

    expect(await stays).toEqual([{ is: '' }]);
    await dataSource.query(`SELECT pg_advisory_unlock_all()`);
  });

  it.each([
    ['nobody with a deadline', null],
    ['somebody who goes on after the answer', 'LIFTED'],
  ])('has no end where %s waits', async (_name, kind) => {
    const [lifted, passing] = [new Deadline(Infinity), new Deadline(Infinity)];
    lifted.lift();
    const endless = operation(kind === null ? null : lifted);
    const work = asOperation(operation(passing), () => new SharedWork(passedGate));
    const stays = asOperation(endless, () => work.wait());
    await until(1);

    passing.pass();

    expect([work.isOver, await waiting()]).toEqual([false, 1]);
    await outside.query('SELECT pg_advisory_unlock_all()');
    expect(await stays).toEqual([{ is: '' }]);
    await dataSource.query(`SELECT pg_advisory_unlock_all()`);
  });

  it('sends nothing where nobody has time left from the beginning', async () => {
    const late = new Deadline(Infinity);
    late.pass();
    const work = asOperation(operation(late), () => new SharedWork(passedGate));

    await expect(asOperation(operation(late), () => work.wait())).rejects.toThrow(DeadlineError);
    await expect(work.outcome).rejects.toThrow(LATE);
    expect(work.isOver).toBe(true);
  });

  it('ends reading by COPY as well, and says whose fault it was', async () => {
    const deadline = new Deadline(Infinity);
    const read = asOperation(operation(deadline), () =>
      copyOut(dataSource, `SELECT pg_advisory_lock_shared(${GATE})::text`),
    );
    read.catch(() => undefined); // looked at below
    await until(1);

    deadline.pass();

    await expect(read).rejects.toThrow(DeadlineError);
    expect(await waiting()).toBe(0);
    expect(await copyOut(dataSource, 'SELECT 1')).toHaveLength(1);
  });

  it('never hits whoever has the connection next', async () => {
    for (let round = 0; round < 30; round += 1) {
      const deadline = new Deadline(Infinity);
      const hit = asOperation(operation(deadline), () => dataSource.query('SELECT 1')).catch((error: unknown) => error);
      // Just when its answer may be on the way.
      await new Promise((resolve) => setImmediate(resolve));
      deadline.pass();
      await hit;

      expect(await dataSource.query('SELECT 2 AS two, pg_sleep(0.003)')).toMatchObject([{ two: 2 }]);
    }
  });

  it('carries out what has been decided: a COMMIT under way is not cancelled, and none is sent too late', async () => {
    await outside.query(`
      CREATE TABLE decided (id integer PRIMARY KEY);
      GRANT ALL ON decided TO PUBLIC;
      CREATE FUNCTION wait_at_the_end() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER at_the_end AFTER INSERT ON decided DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.id = 1) EXECUTE FUNCTION wait_at_the_end()`);
    const deadline = new Deadline(Infinity);
    const written = asOperation(operation(deadline), () =>
      dataSource.transaction((manager) => manager.query('INSERT INTO decided VALUES (1)')),
    );
    await until(1);
    deadline.pass();
    await outside.query('SELECT pg_advisory_unlock_all()');
    await written;

    const late = new Deadline(Infinity);
    await expect(
      asOperation(operation(late), () =>
        dataSource.transaction(async (manager) => {
          await manager.query('INSERT INTO decided VALUES (2)');
          late.pass();
        }),
      ),
    ).rejects.toThrow(LATE);

    expect((await outside.query('SELECT id FROM decided')).rows).toEqual([{ id: 1 }]);
  });
});
