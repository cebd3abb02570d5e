import {
  asOperation,
  asService,
  copyOut,
  createDataSource,
  Deadline,
  municipalityId,
  MunicipalityRepository,
  Operation,
  type RowScope,
  withRows,
} from '@reflexbogen/persistence';
import { createPanelFixture, sampleMunicipality, type PanelFixture } from '@reflexbogen/testing';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { figures, patience, size } from '../faults/harness/sizes.js';

const REQUESTS = size(1_000, 20_000);
const MUNICIPALITIES = 50;
/** At work at once, on two connections. */
const TOGETHER = 20;
const NOBODY = '00000000-0000-4000-8000-00000000000a';

const SETTINGS = ['reach', 'actors', 'municipalities', 'sheets', 'figures', 'studies'];
const LEFT_OVER = `SELECT ${SETTINGS.map((name) => `current_setting('reflexbogen.${name}', true)`).join(' || ')} AS settings`;

/** INSERT, DELETE, SELECT and UPDATE, as pg_policy has them. */
const COMMANDS = ['a', 'd', 'r', 'w'];

describe('row level security', () => {
  let fixture: PanelFixture;
  let pool: DataSource;
  let owner: pg.Client;
  let ids: readonly string[];

  beforeAll(async () => {
    fixture = await createPanelFixture();
    const codes = Array.from({ length: MUNICIPALITIES }, (_, index) => `m${index}`);
    ids = codes.map((code) => municipalityId(fixture.studyId, code));
    await fixture.dataSource.transaction((manager) =>
      new MunicipalityRepository(fixture.dataSource).insertMany(
        fixture.studyId,
        codes.map((code) => sampleMunicipality(code)),
        manager,
        10,
      ),
    );
    owner = new pg.Client({ connectionString: fixture.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `INSERT INTO response (municipality_id, round_id, question_set_id, status)
       SELECT m.id, r.id, r.question_set_id, 'DRAFT' FROM unnest($1::uuid[]) AS m (id), round r`,
      [ids],
    );
    pool = await createDataSource({ url: fixture.database.appUrl, poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await pool.destroy();
    await owner.end();
    await fixture.dataSource.destroy();
    await fixture.database.drop();
  });

  const scopeOf = (id: string): RowScope => ({ actors: [NOBODY], municipalities: [id], reach: 'NONE', studies: [] });

  it('is enabled and forced on every table with rows of municipalities, with a policy for each command', async () => {
    const { rows } = await owner.query<{ name: string; enabled: boolean; forced: boolean; commands: string[] }>(
      `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
         (SELECT array_agg(p.polcmd::text ORDER BY p.polcmd::text) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) AS commands
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id' AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(13);
    expect(rows).toEqual(rows.map(({ name }) => ({ name, enabled: true, forced: true, commands: COMMANDS })));
  });

  it('looks nothing up: distributed tables refuse policies with sub-selects', async () => {
    const { rows } = await owner.query<{ text: string }>(
      `SELECT coalesce(qual, '') || coalesce(with_check, '') AS text FROM pg_policies`,
    );
    expect(rows.filter(({ text }) => /select/i.test(text))).toEqual([]);
  });

  it('the application role owns nothing and bypasses nothing', async () => {
    const { rows } = await owner.query(
      `SELECT rolsuper OR rolbypassrls AS bypasses, (SELECT count(*)::integer FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = 'reflexbogen_app'`,
    );
    expect(rows).toEqual([{ bypasses: false, owned: 0 }]);
  });

  it('shows nothing and takes nothing outside of every scope', async () => {
    expect(await pool.query('SELECT 1 FROM response')).toEqual([]);
    expect(await pool.query(`UPDATE response SET status = 'SUBMITTED' RETURNING 1`)).toEqual([[], 0]);
    await expect(
      pool.query(
        `INSERT INTO response (municipality_id, round_id, question_set_id, status) SELECT $1, id, question_set_id, 'DRAFT' FROM round`,
        [fixture.municipalityIds[0]],
      ),
    ).rejects.toThrow('row-level security');
    expect(await pool.transaction((manager) => manager.query('SELECT 1 FROM response'))).toEqual([]);
    expect(await asService(() => pool.query('SELECT 1 FROM response'))).toHaveLength(MUNICIPALITIES);
  });

  it('lets nobody write in the name of somebody else', async () => {
    const [id] = ids;
    const remember = (actor: string) =>
      withRows(scopeOf(id ?? ''), () =>
        pool.query(
          `INSERT INTO idempotency_key (municipality_id, actor, key, payload_hash, result) VALUES ($1, $2, gen_random_uuid(), '', '{}')`,
          [id, actor],
        ),
      );
    await remember(NOBODY);
    await expect(remember(fixture.personId)).rejects.toThrow('row-level security');
  });

  /** What a request does; gives the municipalities of the rows that it saw. */
  const REQUEST_KINDS: readonly ((id: string) => Promise<readonly { id: string }[]>)[] = [
    () => pool.query('SELECT municipality_id AS id FROM response'),
    () =>
      pool.transaction(async (manager) => [
        ...(await manager.query<{ id: string }[]>('SELECT municipality_id AS id FROM response FOR UPDATE')),
        ...(
          await manager.query<[{ id: string }[], number]>(
            'UPDATE response SET version = version + 1 RETURNING municipality_id AS id',
          )
        )[0],
      ]),
    () =>
      pool.transaction(async (manager) => {
        await manager.query('SELECT 1 / 0');
        return [];
      }),
    () => pool.query('SELECT 1 / 0 FROM response'),
    () =>
      pool.transaction(async (manager) => {
        await manager.query(`SET LOCAL statement_timeout = 2`);
        await manager.query('SELECT pg_sleep(1) FROM response');
        return [];
      }),
    () => pool.query('SELECT pg_sleep(0.002), municipality_id AS id FROM response'),
    (id) => {
      const operation = new Operation(true);
      operation.rows = scopeOf(id);
      operation.deadline = new Deadline(2);
      return asOperation(operation, () => pool.query('SELECT pg_sleep(1), municipality_id AS id FROM response'));
    },
    async () => (await copyOut(pool, 'SELECT municipality_id::text FROM response')).map(([id]) => ({ id: String(id) })),
  ];
  const EXPECTED =
    /division by zero|statement timeout|canceling statement due to user request|has run for longer than 2 ms/;

  /**
   * Broken on purpose: with settings that outlive their transaction (`set_config(…, false)`, row-scope.ts) 59 foreign rows are seen, with a
   * policy dropped the last test of this file sees them.
   */
  it(
    `keeps ${MUNICIPALITIES} municipalities apart on two connections (${REQUESTS} requests with errors, timeouts and cancels)`,
    async () => {
      let [started, foreign, wrong, failed, left] = [0, 0, 0, 0, 0];
      let isOver = false;
      const cancelling = (async () => {
        while (!isOver) {
          await owner.query(
            `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep(0.002)%' AND state = 'active' LIMIT 1`,
          );
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      const worker = async (): Promise<void> => {
        for (let request = started++; request < REQUESTS; request = started++) {
          const id = ids[(request * 7) % ids.length] ?? '';
          const kind = REQUEST_KINDS[(request * 11) % REQUEST_KINDS.length] ?? REQUEST_KINDS[0];
          try {
            const rows = (await withRows(scopeOf(id), () => kind?.(id))) ?? [];
            foreign += rows.filter((row) => row.id !== id).length;
            if (rows.length === 0) wrong += 1;
          } catch (error) {
            failed += 1;
            if (!EXPECTED.test(String(error))) throw error;
          }
          const bare = await pool.query<{ settings: string | null }[]>(LEFT_OVER);
          if (bare[0]?.settings) left += 1;
          if (request % 10 === 0) foreign += (await pool.query<unknown[]>('SELECT 1 FROM response')).length;
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, worker));
      isOver = true;
      await cancelling;
      figures('rows of municipalities on two connections', {
        requests: REQUESTS,
        'failed on purpose': failed,
        'foreign rows': foreign,
        'settings left over': left,
      });
      expect({ foreign, wrong, left }).toEqual({ foreign: 0, wrong: 0, left: 0 });
      expect(failed).toBeGreaterThan(REQUESTS / 4);
    },
    patience(180, 1_800),
  );

  it('is what keeps them apart: without its policies the same statement shows everything', async () => {
    const seen = () => withRows(scopeOf(ids[0] ?? ''), () => pool.query<unknown[]>('SELECT 1 FROM response'));
    expect(await seen()).toHaveLength(1);
    await owner.query('ALTER TABLE response DISABLE ROW LEVEL SECURITY');
    try {
      expect(await seen()).toHaveLength(MUNICIPALITIES);
    } finally {
      await owner.query('ALTER TABLE response ENABLE ROW LEVEL SECURITY');
    }
  });
});
