import {
  clusterPlan,
  ClusterError,
  contentHashes,
  distributeCluster,
  planCluster,
  readTableFacts,
} from '@reflexbogen/persistence';
import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { CITUS_STAND_IN } from './citus-stand-in.js';
import { connected } from '../harness/connected.js';

const STUDY = new URL('../../studies/integration-2021/', import.meta.url).pathname;

/** References between tables that are both in shards. */
const SHARD_REFERENCES = `SELECT f.conrelid::regclass || ' ' || pg_get_constraintdef(f.oid) AS text FROM pg_constraint f
  WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND EXISTS (SELECT 1 FROM pg_attribute a
    WHERE a.attrelid = f.conrelid AND a.attname = 'municipality_id' AND a.attnotnull) ORDER BY 1`;
const textsOf = (url: string, sql: string): Promise<readonly string[]> =>
  connected(url, async (client) => (await client.query<{ text: string }>(sql)).rows.map(({ text }) => text));

describe('the plan for the schema of this version', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('has no obstacle, and a place for every table', async () => {
    const { obstacles, tables } = await planCluster(database.ownerUrl);

    expect(obstacles).toEqual([]);
    const of = (placement: string) => tables.filter((table) => table.placement === placement).map(({ name }) => name);
    expect(of('DISTRIBUTED')).toEqual(
      expect.arrayContaining([
        'public.municipality',
        'public.response',
        'public.answer',
        'public.submission',
        'public.sheet_event',
      ]),
    );
    expect(of('REFERENCE')).toEqual(
      expect.arrayContaining(['public.study', 'public.round', 'public.question_revision']),
    );
    expect(of('LOCAL')).toEqual(expect.arrayContaining(['pgboss.job', 'public.mail', 'public.person_role']));
  });

  it('distributes every table that must name a municipality', async () => {
    const facts = await connected(database.ownerUrl, readTableFacts);
    const { tables } = clusterPlan(facts);
    const named = await textsOf(
      database.ownerUrl,
      `SELECT 'public.' || c.relname AS text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
       WHERE a.attname = 'municipality_id' AND a.attnotnull AND c.relnamespace = 'public'::regnamespace`,
    );
    const distributed = tables.filter(({ placement }) => placement === 'DISTRIBUTED').map(({ name }) => name);
    expect([...named, 'public.municipality'].sort()).toEqual([...distributed].sort());
  });

  it('is refused where there is no Citus', async () => {
    await expect(distributeCluster(database.ownerUrl)).rejects.toThrow(ClusterError);
  });
});

describe('distributing, with a stand-in that refuses what Citus refuses', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    expect(await api.importPath(STUDY)).toMatchObject({ status: 'SUCCEEDED' });
  }, 60_000);
  afterAll(() => api.stop());

  it('undoes everything where a step is refused', async () => {
    const url = api.ownerUrl;
    await connected(url, async (client) => {
      await client.query(CITUS_STAND_IN);
      // What no plan can know: another index of somebody's own.
      await client.query(
        'CREATE UNIQUE INDEX of_somebody ON submission (round_id, municipality_id) WHERE number > 1000000',
      );
      await client.query(
        `CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no more of this'; END $$;
         CREATE EVENT TRIGGER somebody ON ddl_command_end WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION refuse()`,
      );
    });
    const before = await textsOf(url, SHARD_REFERENCES);
    await expect(distributeCluster(url)).rejects.toThrow('no more of this');
    expect(await textsOf(url, SHARD_REFERENCES)).toEqual(before);
    await connected(url, (client) => client.query('DROP EVENT TRIGGER somebody'));
  });

  it('keeps every row and every reference within a municipality, once, and the service goes on', async () => {
    const url = api.ownerUrl;
    const contents = () => connected(url, async (client) => (await contentHashes(client)).get('public.submission'));
    const [before, references] = [await contents(), await textsOf(url, SHARD_REFERENCES)];
    const steps: string[] = [];

    expect(await distributeCluster(url, ({ sql }) => steps.push(sql))).toBe(true);

    expect(await contents()).toBe(before);
    expect(await textsOf(url, SHARD_REFERENCES)).toEqual(references);
    expect(references.length).toBeGreaterThan(10);
    expect(steps.length).toBeGreaterThan(30);
    expect(await distributeCluster(url, ({ sql }) => steps.push(sql))).toBe(false);
    const token = await api.token(Role.ANALYST);
    const { data } = await api.query<{ comparison: { deltas: readonly { tally: { increased: number } }[] } }>(
      '{ comparison(study: "integration-2021", from: "2017", to: "2018", questions: ["change.acceptance"]) { deltas { tally { increased } } } }',
      {},
      token,
    );
    expect(data.comparison.deltas[0]?.tally.increased).toBe(8);
  });

  it('has row level security off on distributed tables alone', async () => {
    const on = await textsOf(api.ownerUrl, `SELECT relname AS text FROM pg_class WHERE relrowsecurity ORDER BY 1`);
    expect(on).toEqual(['mail', 'person_role']);
  });

  it('still refuses to change a submission: by grants, where triggers are gone', async () => {
    await expect(api.dataSource.query("UPDATE submission SET receipt = ''")).rejects.toMatchObject({ code: '42501' });
  });
});

const citus = process.env['TEST_CITUS_URL'];
const onCluster = citus === undefined ? describe.skip : describe;
/** Skipped, and counted as such, where TEST_CITUS_URL does not name the coordinator of a cluster with an empty database. */
onCluster(`on the cluster of TEST_CITUS_URL${citus === undefined ? ' (not set: there is no Citus here)' : ''}`, () => {
  it('distributes the schema', async () => {
    expect(await distributeCluster(citus ?? '')).toBe(true);
  });
});
