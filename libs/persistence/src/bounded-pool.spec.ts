import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import { BoundedPool, boundsOf, DatabaseBusyError } from './bounded-pool.js';
import { asOperation, Operation } from './operation.js';

const BOUNDS = { reserve: 1, waitingReads: 1, waitingOthers: 2, acquireMs: 60_000 };

describe('a pool whose queues have ends', () => {
  let database: TestDatabase;
  let pool: BoundedPool;

  beforeAll(async () => (database = await createTestDatabase()));
  beforeEach(() => (pool = new BoundedPool({ connectionString: database.appUrl, max: 2, bounds: BOUNDS })));
  afterEach(() => pool.end());
  afterAll(() => database.drop());

  const read = () => asOperation(new Operation(true), () => pool.connect());
  const busy = (work: Promise<unknown>) => expect(work).rejects.toThrow(DatabaseBusyError);

  it('keeps a reserve from reads, in the order in which they came', async () => {
    const first = await read();
    const second = read();
    await busy(read());
    const save = await pool.connect();
    first.release();
    (await second).release();
    save.release();
    (await read()).release();
  });

  it('refuses others too where too many wait', async () => {
    const taken = await Promise.all([pool.connect(), pool.connect()]);
    const waiting = [pool.connect(), pool.connect()];
    await busy(pool.connect());
    for (const client of taken) client.release();
    for (const client of await Promise.all(waiting)) client.release();
  });

  it.each([true, false])('refuses what has waited too long (a read: %s)', async (isRead) => {
    const impatient = new BoundedPool({
      connectionString: database.appUrl,
      max: 1,
      bounds: { ...BOUNDS, reserve: 0, acquireMs: 2_500 },
    });
    const connect = () => asOperation(new Operation(isRead), () => impatient.connect());
    const taken = await connect();
    await busy(connect());
    taken.release();
    (await connect()).release();
    await impatient.end();
  });

  it('gives the place of a read back whose connection failed', async () => {
    const nowhere = new BoundedPool({
      connectionString: 'postgres://nobody@127.0.0.1:1/nothing',
      max: 2,
      bounds: { ...BOUNDS, waitingReads: 0 },
    });
    for (let turn = 0; turn < 3; turn += 1)
      await expect(asOperation(new Operation(true), () => nowhere.connect())).rejects.toThrow('ECONNREFUSED');
    await nowhere.end();
  });

  it.each([
    [1, 0],
    [2, 1],
    [10, 3],
  ])('of %s connections reads leave %s', (connections, reserve) => expect(boundsOf(connections).reserve).toBe(reserve));
});
