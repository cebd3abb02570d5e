import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import pg from 'pg';
import type { Actor } from '../../apps/api/src/access/actor.js';
import { RowScopes } from '../../apps/api/src/access/row-scopes.js';
import { SessionEnds } from '../../apps/api/src/access/session-ends.js';
import { VerifiedActors } from '../../apps/api/src/graphql/verified-actors.js';
import { CALLERS, STATES, WHO, type Caller, type State } from '../authorisation/expectation.js';
import { operationsOf, VARIABLES, type Operation, type World } from '../authorisation/operations.js';
import { figures, isComplete, patience } from '../faults/harness/sizes.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { listenTo, type Listener } from './harness/listener.js';

/** Stands in rows of the municipality, and in no name. */
const CANARY = 'Kanarienvogel';
const LOOKED_AT: readonly State[] = isComplete ? STATES : ['DRAFT'];
/** Nobody of the municipality or of the staff of its study. */
const FOREIGN = CALLERS.filter(
  (caller) => caller === 'nobody' || caller === 'neighbour' || caller.endsWith('elsewhere'),
);
/** Objects below what an operation gives: answers of questions of sections of a sheet. */
const DEPTH = 4;
const UNKNOWN = '00000000-0000-4000-8000-00000000000b';

/**
 * The authorisation matrix with the application's own rules switched off: it takes everybody for somebody with every role in
 * every study; RowScopes alone knows who it is, as it does in the service. What is left is the database.
 */
describe('the database as the second wall', () => {
  let api: TestApi;
  let study: OpenStudy;
  let owner: pg.Client;
  let folder: string;
  let reviewer: string;
  let operations: readonly Operation[];
  let streams: readonly Operation[];
  let cells = 0;
  let foreign = 0;
  const worlds = new Map<State, World>();
  let live: World;

  beforeAll(async () => {
    api = await startTestApi();
    const all = operationsOf(api.app.get(GraphQLSchemaHost).schema, DEPTH);
    operations = all.filter(({ kind }) => kind !== 'subscription');
    streams = all.filter(({ kind }) => kind === 'subscription');
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-wall-'));
    cpSync(fileURLToPath(new URL('../fixtures/empty-study', import.meta.url)), folder, { recursive: true });
    const codes = ['a', 'b', 'live', ...STATES.map((_, index) => `s${index}`)];
    writeFileSync(
      join(folder, 'municipalities.csv'),
      `code,name,officialKey\n${codes.map((code) => `${code},Gemeinde ${code},`).join('\n')}\n`,
    );
    study = await openStudy(api, folder);
    for (const year of [2030, 2031])
      await study.openRound(year, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    reviewer = await api.token(Role.REVIEWER, { study: 'pilot', name: 'Runa Review' });
    owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ id: string }>(
      `SELECT id FROM question_set WHERE status = 'PUBLISHED' ORDER BY year`,
    );
    for (const state of LOOKED_AT)
      worlds.set(state, await prepared(`s${STATES.indexOf(state)}`, state, rows[0]?.id ?? ''));
    live = await prepared('live', 'DRAFT', rows[0]?.id ?? '');
    await study.act('closeRound', 'errors { message }', { study: 'pilot', round: '2031', reason: 'Matrix' }, reviewer);
    switchRulesOff();
  }, 180_000);
  afterAll(async () => {
    figures("the matrix with the application's rules off", { cells, 'foreign rows told or changed': foreign });
    await owner.end();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function prepared(municipality: string, state: State, published: string): Promise<World> {
    const round = state === 'LATE' ? '2031' : '2030';
    const { sheet } = await study.ask<{ sheet: { response: { id: string } } }>(
      `query ($municipality: String!, $round: String!) { sheet(study: "pilot", round: $round, municipality: $municipality) { response { id } } }`,
      { municipality, round },
      reviewer,
    );
    const response = sheet.response.id;
    let receipt = 'x';
    if (state !== 'NOT_STARTED')
      await study.save(response, [{ question: 'housing', value: { level: '2' }, comment: CANARY }], reviewer);
    if (state === 'SUBMITTED' || state === 'RETURNED' || state === 'ACCEPTED')
      receipt = (await study.submit(response, reviewer, 'Matrix')).response?.receipt ?? '';
    if (state === 'RETURNED')
      await study.act('returnResponse', 'errors { message }', { response, reason: 'Matrix' }, reviewer);
    if (state === 'ACCEPTED') await study.act('acceptResponse', 'errors { message }', { response }, reviewer);
    let count = 0;
    return {
      study: 'pilot',
      round,
      municipality,
      response,
      draft: published,
      published,
      person: UNKNOWN,
      receipt,
      unique: () => `Matrix ${(count += 1)}`,
    };
  }

  function switchRulesOff(): void {
    const truth = new Map<string, Actor>();
    const verified = api.app.get(VerifiedActors);
    const actorOf = verified.actorOf.bind(verified);
    verified.actorOf = async (proof) => {
      const actor = await actorOf(proof);
      if (actor !== null) truth.set(actor.id, actor);
      const known: Actor = actor ?? {
        id: UNKNOWN,
        name: 'nobody',
        roles: [],
        studies: [],
        municipality: null,
        department: null,
        signatory: false,
        singleAnswers: false,
        client: null,
      };
      return {
        ...known,
        roles: Object.values(Role),
        studies: null,
        department: null,
        signatory: true,
        singleAnswers: true,
      };
    };
    // Sockets of somebody whose rights are others than the token's are closed: that, too, is a rule of the application.
    api.app.get(SessionEnds).watch = () => () => undefined;
    const scopes = api.app.get(RowScopes);
    const of = scopes.of.bind(scopes);
    scopes.of = (actor) => of(actor === null ? null : (truth.get(actor.id) ?? null));
  }

  const ROLES = { admin: Role.ADMIN, designer: Role.DESIGNER, reviewer: Role.REVIEWER, analyst: Role.ANALYST };
  function tokenOf(caller: Caller, municipality: string): Promise<string | undefined> {
    if (caller === 'nobody') return Promise.resolve(undefined);
    const [role = '', elsewhere] = caller.split(' ');
    const place = elsewhere === undefined ? 'pilot' : 'other';
    if (role === 'respondent' || role === 'neighbour')
      return api.token(Role.RESPONDENT, {
        study: place,
        municipality: role === 'neighbour' ? 'b' : municipality,
        name: `${caller} ${municipality}`,
      });
    return api.token(ROLES[role as keyof typeof ROLES], { study: place, name: caller });
  }

  async function send(operation: Operation, world: World, token: string | undefined): Promise<string> {
    cells += 1;
    const { data, errors } = await api.query(operation.document, VARIABLES[operation.name]?.(world) ?? {}, token);
    return JSON.stringify({ data, errors });
  }

  /** Rows of the municipality, whatever table they are in. */
  async function rowsOf(municipality: string): Promise<readonly string[]> {
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ hash: string | null }>(
        `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS hash FROM ${name} t
         WHERE municipality_id = (SELECT id FROM municipality WHERE code = $1)`,
        [municipality],
      );
      found.push(`${name} ${rows[0]?.hash ?? ''}`);
    }
    return found;
  }

  it.each(LOOKED_AT)(
    'shows and writes no row of a municipality to anybody who is not of it (%s)',
    async (state) => {
      const world = worlds.get(state);
      if (world === undefined) throw new Error(`no sheet is ${state}`);
      const before = await rowsOf(world.municipality);
      const told: string[] = [];
      for (const caller of FOREIGN) {
        const token = await tokenOf(caller, world.municipality);
        for (const operation of operations)
          if ((await send(operation, world, token)).includes(CANARY)) told.push(`${operation.name} ${caller}`);
      }
      // Who designs or analyses sees what was handed in, and no working copy.
      if (state === 'DRAFT')
        for (const caller of ['designer', 'analyst'] as const) {
          const token = await tokenOf(caller, world.municipality);
          for (const operation of operations.filter(({ kind }) => kind === 'query'))
            if ((await send(operation, world, token)).includes(CANARY)) told.push(`${operation.name} ${caller}`);
        }
      const after = await rowsOf(world.municipality);
      foreign += told.length + after.filter((hash) => !before.includes(hash)).length;
      expect(told).toEqual([]);
      expect(after).toEqual(before);
    },
    patience(300, 1_200),
  );

  /** What makes a stream tell of the live sheet, who may read it, and how what it says then can be known. */
  const STREAMS: Readonly<
    Record<
      string,
      {
        readonly happen: (turn: number, own: string | undefined) => Promise<unknown>;
        readonly reader: 'own' | 'staff';
        readonly tells: RegExp;
      }
    >
  > = {
    sheetChanged: {
      happen: (turn, own) =>
        study.save(
          live.response,
          [{ question: 'remark', value: { text: 'x' }, comment: `${CANARY} ${turn}`, basedOnRevision: turn - 1 }],
          own ?? '',
        ),
      reader: 'own',
      tells: new RegExp(CANARY),
    },
    presenceChanged: {
      happen: async (turn) =>
        study.ask(
          'mutation ($response: ID!) { announcePresence(response: $response, section: "city") { seenAt } }',
          { response: live.response },
          await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'live', name: `${CANARY} ${turn}` }),
        ),
      reader: 'own',
      tells: new RegExp(CANARY),
    },
    completionChanged: {
      happen: (turn) =>
        turn === 1
          ? study.submit(live.response, reviewer, 'Matrix')
          : study.act('returnResponse', 'errors { message }', { response: live.response, reason: 'Matrix' }, reviewer),
      reader: 'staff',
      // A sheet that is not in sight counts nowhere, and so nobody is named behind a number.
      tells: /"code":"live"/,
    },
  };

  const listen = (operation: Operation, token: string | undefined): Listener => {
    cells += 1;
    return listenTo(api.url, operation.document, VARIABLES[operation.name]?.(live) ?? {}, token);
  };

  // Seen red with a stream whose rows were everybody's (sockets.ts): all three told all six of them.
  it('tells nobody else by a stream what happens at a sheet', async () => {
    const own = await tokenOf('respondent', live.municipality);
    const foreigners = await Promise.all(
      FOREIGN.map(async (caller) => [caller, await tokenOf(caller, 'live')] as const),
    );
    const told: string[] = [];
    for (const operation of streams) {
      const { happen, reader, tells } = STREAMS[operation.name] ?? { happen: null, reader: 'own', tells: /^/ };
      if (happen === null) throw new Error(`nothing is known of the stream ${operation.name}`);
      const listening = foreigners.map(([caller, token]) => [caller, listen(operation, token)] as const);
      const control = listen(operation, reader === 'own' ? own : reviewer);
      // Whoever may hears of two acts: by the second one the first has reached whoever hears at all.
      for (const turn of [1, 2]) {
        const before = control.told.length;
        await happen(turn, own);
        await control.heard(tells, before);
      }
      await control.leave();
      for (const [caller, stream] of listening) {
        await stream.leave();
        if (stream.told.some((message) => tells.test(message))) told.push(`${operation.name} ${caller}`);
      }
    }
    foreign += told.length;
    expect(told).toEqual([]);
  }, 60_000);

  it('runs every operation of the matrix, and shows the municipality its own', async () => {
    expect(operations.map(({ name }) => name).every((name) => name in WHO)).toBe(true);
    const world = worlds.get('DRAFT');
    if (world === undefined) throw new Error('no draft');
    const own = await tokenOf('respondent', world.municipality);
    for (const name of ['mySheet', 'sheetEvents', 'answerRevisions', 'sheet'])
      for (const operation of operations.filter((one) => one.name === name))
        expect([name, (await send(operation, world, name === 'sheet' ? reviewer : own)).includes(CANARY)]).toEqual([
          name,
          true,
        ]);
  });

  it('is what stands there: without its policies a neighbour reads the answers', async () => {
    const world = worlds.get('DRAFT');
    const events = operations.find(({ name }) => name === 'sheetEvents');
    if (world === undefined || events === undefined) throw new Error('no draft, or no events');
    const token = await tokenOf('neighbour', world.municipality);
    expect(await send(events, world, token)).not.toContain(CANARY);
    await owner.query(
      'ALTER TABLE sheet_event DISABLE ROW LEVEL SECURITY; ALTER TABLE response DISABLE ROW LEVEL SECURITY',
    );
    expect(await send(events, world, token)).toContain(CANARY);
  });
});
