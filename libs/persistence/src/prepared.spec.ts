import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import { prepared } from './prepared.js';
import { asService } from './row-scope.js';
import { ScopedClient } from './scoped-client.js';

describe('prepared statements', () => {
  let database: TestDatabase;
  let client: ScopedClient;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    client = new ScopedClient(database.appUrl);
    await client.connect();
  });
  afterEach(() => client.end());

  it('are parsed once on a connection, with and without rows in sight', async () => {
    const text = prepared('SELECT $1::integer + 1 AS next');
    const run = async (): Promise<void> => {
      for (const value of [1, 2, 3]) expect((await client.query(text, [value])).rows).toEqual([{ next: value + 1 }]);
    };
    await asService(run);
    await run();
    await asService(run);
    const { rows } = await client.query(
      'SELECT name, (generic_plans + custom_plans)::integer AS runs FROM pg_prepared_statements WHERE statement = $1',
      [text],
    );
    // The first one made the scope, too, and went without a name.
    expect(rows).toEqual([{ name: expect.stringMatching(/^reflexbogen-\d+$/) as unknown, runs: 8 }]);
  });

  // Seen red with a name for the statement that makes the first scope: its Parse was taken for done when the scope's was.
  it.each([
    ['with', asService],
    ['without', <T>(work: () => T) => work()],
  ])('that cannot be parsed are refused each time, %s rows in sight', async (_, within) => {
    const text = prepared('SELECT nothing FROM nowhere_yet WHERE id = $1');
    for (const turn of [1, 2])
      await expect(within(() => client.query(text, [turn]))).rejects.toThrow('relation "nowhere_yet" does not exist');
  });

  it('have fixed texts: one that varies is found out', () => {
    expect(() => {
      for (let number = 0; number < 300; number += 1) prepared(`SELECT ${number}`);
    }).toThrow('must not vary');
  });
});
