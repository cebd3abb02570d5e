import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import WebSocket from 'ws';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { CALLERS, STATES, WHEN, WHO, type Caller, type State } from './expectation.js';
import { formerCallers } from './former-callers.js';
import { operationsOf, VARIABLES, type Operation, type World } from './operations.js';

/** Stands in what belongs to the municipality; nobody who may not see it may read it anywhere. */
const CANARY = 'Kanarienvogel';
const FRESH = 200;
/** Drafts of the round that is closed before anybody acts on them. */
const LATE_SHEETS = 4;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** What payloads say of things that are not there for somebody. */
const UNSEEN = new Set([
  ...[
    'NOT_FOUND',
    'NO_SUCH_PERSON',
    'NO_SUCH_TOKEN',
    'UNKNOWN_STUDY',
    'UNKNOWN_FREEZE',
    'UNKNOWN_JOB',
    'UNKNOWN_MAIL',
    'UNKNOWN_PERSON',
  ],
]);

/** The letter of an answer. */
function letterOf(operation: string, { data, errors }: Answer): string {
  const code = errors?.[0]?.extensions.code;
  if (code === 'UNAUTHENTICATED') return 'u';
  if (code === 'FORBIDDEN') return '-';
  if (code === 'NOT_FOUND') return '0';
  if (code !== undefined) return `?${code}: ${errors?.[0]?.message ?? ''}`;
  const value = data?.[operation];
  if (value === null || value === undefined) return '0';
  const first = (value as { errors?: readonly { code: string }[] }).errors?.[0];
  return UNSEEN.has(first?.code ?? '') ? '0' : '+';
}

const errorsIn = (operation: string, { data }: Answer): readonly { code: string; message: string }[] =>
  (data?.[operation] as { errors?: readonly { code: string; message: string }[] } | null | undefined)?.errors ?? [];

describe('who may do what', () => {
  let api: TestApi;
  let study: OpenStudy;
  let operations: readonly Operation[];
  let base: World;
  let folder: string;
  let owner: pg.Client;
  let reviewer: string;
  let fresh = 0;
  /** Cells that were asked: state, operation, caller. */
  const cells = new Set<string>();
  const tokens = new Map<Caller, string>();
  const sheets = new Map<State, World>();
  const late: World[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    operations = operationsOf(api.app.get(GraphQLSchemaHost).schema);
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-matrix-'));
    cpSync(fileURLToPath(new URL('../fixtures/empty-study', import.meta.url)), folder, { recursive: true });
    const codes = [
      ...STATES.map((_, index) => `s${index}`),
      ...Array.from({ length: FRESH }, (_, index) => `m${index}`),
    ];
    writeFileSync(
      join(folder, 'municipalities.csv'),
      `code,name,officialKey\n${['a', 'b', ...codes].map((code) => `${code},${CANARY} ${code},`).join('\n')}\n`,
    );
    study = await openStudy(api, folder);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    await study.openRound(2031, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    reviewer = await api.token(Role.REVIEWER, { study: 'pilot', name: 'Runa Review' });
    const designer = await api.token(Role.DESIGNER, { study: 'pilot' });
    const drafted = await study.act<{ questionSet: { id: string } }>(
      'draftQuestionSet',
      'questionSet { id }',
      { template: 'pilot-sheet', year: 2032, basedOn: { year: 2031, revision: 1 } },
      designer,
    );
    const { rows } = await owner.query<{ id: string }>(
      `SELECT q.id FROM question_set q WHERE q.year = 2031 AND q.status = 'PUBLISHED'`,
    );
    base = {
      study: 'pilot',
      round: '2030',
      municipality: 'a',
      response: '',
      draft: drafted.questionSet.id,
      published: rows[0]?.id ?? '',
      person: await aPerson(),
      receipt: 'x',
      unique: () => `${CANARY} ${(fresh += 1)}`,
    };
    for (const [index, state] of STATES.entries()) sheets.set(state, await prepared(`s${index}`, state));
    for (let count = 0; count < LATE_SHEETS; count += 1) late.push(await prepared(`m${(fresh += 1)}`, 'LATE'));
    await study.act('closeRound', 'errors { message }', { study: 'pilot', round: '2031', reason: 'Matrix' }, reviewer);
    await study.act('takeFreeze', 'errors { message }', { study: 'pilot', name: 'f1' }, designer);
    for (const caller of CALLERS) if (caller !== 'nobody') tokens.set(caller, await tokenOf(caller, 's1'));
    // Whoever comes for the first time becomes a person: before the tables are looked at.
    const locals = await Promise.all(STATES.map((_, index) => tokenOf('respondent', `s${index}`)));
    for (const token of [...tokens.values(), ...locals]) await api.query('{ viewer { name } }', {}, token);
  }, 180_000);
  afterAll(async () => {
    process.stdout.write(`authorisation matrix: ${cells.size} cells\n`);
    await owner.end();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Somebody whom administrators of the study see, and nobody else. */
  async function aPerson(): Promise<string> {
    const { person } = await study.act<{ person: { id: string } }>(
      'savePerson',
      'person: account { id } errors { message }',
      { name: CANARY, email: 'canary@example.org', roles: [{ role: 'ANALYST', study: 'pilot' }] },
      await api.token(Role.ADMIN, { study: 'pilot' }),
    );
    return person.id;
  }

  /** A sheet that is in a state. */
  async function prepared(municipality: string, state: State): Promise<World> {
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
    return { ...base, round, municipality, response, receipt };
  }

  const ROLES = { admin: Role.ADMIN, designer: Role.DESIGNER, reviewer: Role.REVIEWER, analyst: Role.ANALYST };

  function tokenOf(caller: Exclude<Caller, 'nobody'>, municipality: string, signatory = true): Promise<string> {
    const [role = '', elsewhere] = caller.split(' ');
    const place = elsewhere === undefined ? 'pilot' : 'other';
    if (role === 'respondent' || role === 'neighbour')
      return api.token(Role.RESPONDENT, {
        study: place,
        municipality: role === 'neighbour' ? 'b' : municipality,
        name: `${caller} ${municipality} ${signatory}`,
        signatory,
      });
    return api.token(ROLES[role as keyof typeof ROLES], { study: place, name: caller });
  }

  /** @param meanwhile what gives a stream something to tell, once it is open */
  async function send(
    operation: Operation,
    world: World,
    token: string | undefined,
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Answer> {
    const variables = VARIABLES[operation.name]?.(world) ?? {};
    if (operation.kind !== 'subscription') return api.query(operation.document, variables, token);
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    try {
      const stream = client.iterate({ query: operation.document, variables });
      const [{ value }] = (await Promise.all([stream.next(), meanwhile()])) as [{ value: Answer }, unknown];
      await stream.return?.();
      return value;
    } catch (error) {
      // The socket is closed on who proves nothing: 4403.
      if ((error as { code?: number }).code === 4403)
        return { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] };
      if (Array.isArray(error)) return { errors: error as NonNullable<Answer['errors']> };
      throw error;
    } finally {
      await client.dispose();
    }
  }

  const expected = (operation: string, caller: Caller): string =>
    WHO[operation]?.replaceAll(' ', '')[CALLERS.indexOf(caller)] ?? '?';

  /** Every table but the one that a job writes to in its own time, and the one in which requests are counted, refused ones too. */
  async function contents(): Promise<readonly string[]> {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('audit_checkpoint', 'rate_budget') ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hash } = await owner.query<{ hash: string | null }>(
        `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS hash FROM ${name} t`,
      );
      found.push(`${name} ${hash[0]?.hash ?? ''}`);
    }
    return found;
  }

  it('is said of every root field of the schema, and of no other', () => {
    expect(Object.keys(WHO).sort()).toEqual(operations.map(({ name }) => name).sort());
    expect(Object.keys(VARIABLES).sort()).toEqual(operations.map(({ name }) => name).sort());
    for (const [operation, line] of Object.entries(WHO))
      expect([operation, line.replaceAll(' ', '').length]).toEqual([operation, CALLERS.length]);
  });

  it('refused is refused: nothing is written and nothing is said, in every state of the sheet', async () => {
    const before = await contents();
    const wrong: string[] = [];
    for (const state of STATES) {
      const world = sheets.get(state) ?? base;
      for (const operation of operations)
        for (const caller of CALLERS) {
          const letter = expected(operation.name, caller);
          if (letter === '+') continue;
          const token = caller === 'respondent' ? await tokenOf('respondent', world.municipality) : tokens.get(caller);
          const answer = await send(operation, world, token);
          cells.add(`${state} ${operation.name} ${caller}`);
          const found = letterOf(operation.name, answer);
          if (found !== letter)
            wrong.push(
              `${state} ${operation.name} ${caller}: expected ${letter}, is ${found} ${JSON.stringify(answer).slice(0, 150)}`,
            );
          if (JSON.stringify(answer).includes(CANARY)) wrong.push(`${state} ${operation.name} ${caller}: was told`);
        }
    }
    expect(wrong).toEqual([]);
    expect(await contents()).toEqual(before);
  }, 300_000);

  it.each(STATES)(
    'allowed is allowed, beside a sheet that is %s',
    async (state) => {
      const wrong: string[] = [];
      // Whom one administrator erases, the next state has to find.
      const world = { ...(sheets.get(state) ?? base), person: await aPerson() };
      for (const operation of operations)
        for (const caller of CALLERS) {
          if (expected(operation.name, caller) !== '+') continue;
          if (operation.name in WHEN) continue;
          // Of a sheet that nobody has touched there is nothing to tell: somebody begins.
          const isSilent = state === 'NOT_STARTED' && operation.name === 'sheetChanged';
          const at = isSilent ? await prepared(`m${(fresh += 1)}`, state) : world;
          const begin = () => study.save(at.response, [{ question: 'plan', value: { boolean: true } }], reviewer);
          const token = caller === 'respondent' ? await tokenOf('respondent', at.municipality) : tokens.get(caller);
          const answer = await send(operation, at, token, isSilent ? begin : undefined);
          cells.add(`${state} ${operation.name} ${caller}`);
          const found = letterOf(operation.name, answer);
          if (found !== '+')
            wrong.push(`${operation.name} ${caller}: expected +, is ${found} ${JSON.stringify(answer).slice(0, 150)}`);
          if (caller.endsWith('elsewhere') && JSON.stringify(answer).includes(CANARY))
            wrong.push(`${operation.name} ${caller}: was told`);
        }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('who may no longer is nobody: nothing is written, nothing is said', async () => {
    const former = await formerCallers(api, owner);
    const before = await contents();
    const wrong: string[] = [];
    for (const [index, operation] of operations.entries())
      for (const [at, [name, token]] of [...former].entries()) {
        const state = STATES[(index + at) % STATES.length] ?? 'DRAFT';
        const answer = await send(operation, sheets.get(state) ?? base, token);
        const found = letterOf(operation.name, answer);
        const letter = expected(operation.name, 'nobody');
        if (found !== letter)
          wrong.push(`${operation.name} ${name}: expected ${letter}, is ${found} ${JSON.stringify(answer)}`);
        if (JSON.stringify(answer).includes(CANARY)) wrong.push(`${operation.name} ${name}: was told`);
      }
    expect(wrong).toEqual([]);
    expect(await contents()).toEqual(before);
  }, 120_000);

  it.each([
    ['respondent', 'disclosure { smallestBase }'],
    ['analyst', 'rounds { questionSet { versions { version } } }'],
    ['analyst', 'rounds { questionSet { publicationErrors { code } } }'],
    ['analyst', 'rounds { questionSet { file(format: YAML) { __typename } } }'],
    ['analyst', 'rounds { questionSet { missingTranslations(locales: ["en"]) { key } } }'],
    ['respondent', 'rounds { questionSet { versions { version } } }'],
  ] as const)('a field that is for fewer than its object is refused by itself: %s, %s', async (caller, fields) => {
    const answer = await api.query(`{ study(slug: "pilot") { ${fields} } }`, {}, tokens.get(caller));
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('stands in docs/access.md as it stands here', () => {
    const said = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8');
    const width = Math.max(...Object.keys(WHO).map((name) => name.length));
    for (const [operation, line] of Object.entries(WHO))
      expect(said).toContain(`${operation.padEnd(width)}  ${line}\n`);
    for (const [operation, { signatory, colleague, staff }] of Object.entries(WHEN))
      expect(said).toContain(`${operation.padEnd(width)}  ${signatory}  ${colleague}  ${staff}\n`);
  });

  it.each(Object.keys(WHEN))(
    '%s goes in the states that it is for, and in no other',
    async (name) => {
      const operation = operations.find((one) => one.name === name);
      const line = WHEN[name];
      if (operation === undefined || line === undefined) throw new Error(`no operation ${name}`);
      const wrong: string[] = [];
      for (const [index, state] of STATES.entries())
        for (const [who, caller, signatory] of [
          ['signatory', 'respondent', true],
          ['colleague', 'respondent', false],
          ['staff', 'reviewer', false],
          ['staff', 'admin', false],
        ] as const) {
          const letter = line[who][index] ?? '?';
          const shared = sheets.get(state) ?? base;
          // An act that is done changes its sheet: it gets one of its own.
          const world =
            letter !== '+' || operation.kind === 'query'
              ? shared
              : ((state === 'LATE' ? late.pop() : null) ?? (await prepared(`m${(fresh += 1)}`, state)));
          const token = await tokenOf(caller, world.municipality, signatory);
          const answer = await send(operation, world, token);
          cells.add(`${state} ${name} ${caller}`);
          const found =
            letterOf(name, answer) === '+' ? (errorsIn(name, answer).length > 0 ? 'x' : '+') : letterOf(name, answer);
          if (found !== letter)
            wrong.push(
              `${state} ${who} (${caller}): expected ${letter}, is ${found} ${JSON.stringify(errorsIn(name, answer))}`,
            );
        }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  // Last: it counts what the tests before it have asked. Leaving one state out of a loop makes it red.
  it('has run every cell: operation, caller, state', () => {
    const all = STATES.flatMap((state) =>
      operations.flatMap(({ name }) => CALLERS.map((caller) => `${state} ${name} ${caller}`)),
    );
    expect(all.filter((cell) => !cells.has(cell))).toEqual([]);
  });
});
