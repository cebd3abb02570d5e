import { arrives, bearer, eventually, startSignIn, type Answer, type SignInFixture } from './harness/sign-in.js';

const VIEWER = '{ viewer { name roles studies } }';
const CREATE = `mutation Create($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { token apiToken { id name roles access expiresAt lastUsedAt } errors { code message path } }
}`;
const REVOKE = `mutation Revoke($id: ID!) { revokeApiToken(input: { id: $id }) { apiToken { revokedAt } errors { code } } }`;
const MINE = '{ myApiTokens { id name lastUsedAt revokedAt } }';
const SAVE = `mutation Save($input: SavePersonInput!) { savePerson(input: $input) { account { id } errors { code } } }`;
const EXPORT = `mutation { exportStudy(input: { study: "nowhere" }) { downloadPath errors { code } } }`;
const FREEZE = `mutation { takeFreeze(input: { study: "nowhere", name: "x" }) { errors { code } } }`;

interface Created {
  readonly token: string | null;
  readonly apiToken: { readonly id: string; readonly roles: readonly string[] } | null;
  readonly errors: readonly { readonly code: string }[];
}

describe('personal tokens', () => {
  let fixture: SignInFixture;
  let admin: Record<string, string>;
  let personId: string;
  let owner: Record<string, string>;

  beforeAll(async () => {
    fixture = await startSignIn();
    admin = bearer(await fixture.provider.tokenFor('anna', { roles: ['ADMIN'] }));
  });
  afterAll(() => fixture.stop());

  /** A person of its own for every test, signed in by a link. */
  beforeEach(async () => {
    await fixture.sql('DELETE FROM sign_in_request');
    personId = await save({ name: 'Petra Pilot', email: `${crypto.randomUUID()}@neustadt.example`, roles: BOTH });
    const [row] = await fixture.sql('SELECT email FROM person WHERE id = $1', [personId]);
    const before = fixture.sent.length;
    await fixture.first.ask('mutation Ask($email: String!) { requestSignInLink(input: { email: $email }) { taken } }', {
      email: row?.['email'],
    });
    await arrives(
      () => Promise.resolve(fixture.sent.length),
      (length) => length > before,
    );
    const { data } = await fixture.first.ask(
      'mutation Redeem($secret: String!) { redeemSignInLink(input: { secret: $secret }) { token } }',
      { secret: fixture.sent.at(-1)?.secret },
    );
    owner = bearer((data?.['redeemSignInLink'] as { token: string }).token);
  });

  const BOTH = [{ role: 'DESIGNER' }, { role: 'ANALYST' }];

  async function save(input: object): Promise<string> {
    const { data } = await fixture.first.ask(SAVE, { input: { locale: 'de', ...input } }, admin);
    return (data?.['savePerson'] as { account: { id: string } }).account.id;
  }

  const created = ({ data }: Answer): Created => data?.['createApiToken'] as Created;
  const create = async (fields: object = {}, headers = owner): Promise<Created> =>
    created(
      await fixture.first.ask(
        CREATE,
        { input: { name: 'nightly export', roles: ['ANALYST'], access: 'READ', expiresInDays: 30, ...fields } },
        headers,
      ),
    );
  const viewerOf = async (token: string): Promise<unknown> =>
    (await fixture.second.ask(VIEWER, {}, bearer(token))).data?.['viewer'];

  it('are shown once, kept as a hash, and name their person on every replica', async () => {
    const { token, apiToken } = await create();
    expect(token).toMatch(/^rb_[0-9a-f]{32}_[\w-]{43}$/);
    expect(await viewerOf(token ?? '')).toEqual({ name: 'Petra Pilot', roles: ['ANALYST'], studies: null });
    expect(JSON.stringify(await fixture.sql('SELECT * FROM api_token'))).not.toContain(token?.split('_')[2]);
    const { data } = await fixture.first.ask(MINE, {}, owner);
    expect(data?.['myApiTokens']).toMatchObject([{ id: apiToken?.id, name: 'nightly export', revokedAt: null }]);
    expect(JSON.stringify(data)).not.toContain(token?.split('_')[2]);
  });

  it('grant some of the roles, and no others', async () => {
    const analyst = bearer((await create({ access: 'WRITE' })).token ?? '');
    expect((await fixture.first.ask('{ sharedScales { revision } }', {}, analyst)).codes).toEqual(['FORBIDDEN']);
    const designer = bearer((await create({ roles: ['DESIGNER'] })).token ?? '');
    expect((await fixture.first.ask('{ sharedScales { revision } }', {}, designer)).codes).toEqual([]);
  });

  it.each([
    ['a role that the person does not have', { roles: ['ANALYST', 'ADMIN'] }, 'NO_SUCH_ROLE'],
    ['a role of respondents', { roles: ['RESPONDENT'] }, 'NO_SUCH_ROLE'],
  ])('are not created for %s', async (_case, fields, code) => {
    expect(await create(fields)).toMatchObject({ token: null, apiToken: null, errors: [{ code }] });
  });

  it.each([
    ['no days', { expiresInDays: 0 }],
    ['more than a year', { expiresInDays: 366 }],
    ['no roles', { roles: [] }],
    ['no name', { name: '' }],
  ])('are not created with %s', async (_case, fields) => {
    const answer = await fixture.first.ask(
      CREATE,
      { input: { name: 'x', roles: ['ANALYST'], access: 'READ', expiresInDays: 30, ...fields } },
      owner,
    );
    expect(answer.codes).toEqual(['BAD_USER_INPUT']);
  });

  it('are not created by each other', async () => {
    const token = bearer((await create({ access: 'WRITE' })).token ?? '');
    expect((await create({}, token)).errors.map(({ code }) => code)).toEqual(['NOT_IN_PERSON']);
  });

  it('are not created for roles that the identity provider alone knows', async () => {
    expect((await create({ roles: ['ADMIN'] }, admin)).errors.map(({ code }) => code)).toEqual(['NO_SUCH_ROLE']);
  });

  it('for reading read, and prepare downloads, and write nothing', async () => {
    const reading = bearer((await create()).token ?? '');
    const writing = bearer((await create({ access: 'WRITE' })).token ?? '');
    expect((await fixture.first.ask(FREEZE, {}, reading)).codes).toEqual(['FORBIDDEN']);
    expect((await fixture.first.ask(FREEZE, {}, writing)).codes).not.toContain('FORBIDDEN');
    expect((await fixture.first.ask(EXPORT, {}, reading)).codes).not.toContain('FORBIDDEN');
    expect((await fixture.first.ask(MINE, {}, reading)).codes).toEqual([]);
  });

  it.each([
    ['READ', 403],
    ['WRITE', 201],
  ])('of a designer upload a file where they may write: %s', async (access, status) => {
    const token = (await create({ access, roles: ['DESIGNER'] })).token ?? '';
    const answer = await fetch(new URL('/exchange/uploads', fixture.first.url), {
      method: 'POST',
      headers: { ...bearer(token), 'content-type': 'application/zip' },
      body: 'x',
    });
    expect(answer.status).toBe(status);
  });

  it('lose what their person loses', async () => {
    const token = (await create({ roles: ['ANALYST', 'DESIGNER'] })).token ?? '';
    expect(await viewerOf(token)).toMatchObject({ roles: ['ANALYST', 'DESIGNER'] });
    await save({ id: personId, name: 'Petra Pilot', roles: [{ role: 'ANALYST' }, { role: 'ADMIN' }] });
    await eventually(
      () => viewerOf(token),
      (viewer) => JSON.stringify(viewer).includes('"roles":["ANALYST"]'),
    );
    await save({ id: personId, name: 'Petra Pilot', roles: [{ role: 'ADMIN' }] });
    await eventually(
      () => viewerOf(token),
      (viewer) => viewer === null,
    );
  });

  it('end when they are revoked, by their owner alone', async () => {
    const { token, apiToken } = await create();
    expect(await viewerOf(token ?? '')).not.toBeNull();
    const id = apiToken?.id;
    expect((await fixture.first.ask(REVOKE, { id }, admin)).data?.['revokeApiToken']).toEqual({
      apiToken: null,
      errors: [{ code: 'NO_SUCH_TOKEN' }],
    });
    expect(await viewerOf(token ?? '')).not.toBeNull();
    expect((await fixture.first.ask(REVOKE, { id }, owner)).data?.['revokeApiToken']).toMatchObject({
      apiToken: { revokedAt: expect.any(String) },
      errors: [],
    });
    await eventually(
      () => viewerOf(token ?? ''),
      (viewer) => viewer === null,
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'expire',
      () => fixture.sql('UPDATE api_token SET expires_at = clock_timestamp() WHERE person_id = $1', [personId]),
    ],
    [
      'end with a disabled person',
      () => fixture.sql('UPDATE person SET disabled_at = now() WHERE id = $1', [personId]),
    ],
    [
      'end with all sessions',
      () => fixture.first.ask('mutation { endSessions(input: {}) { errors { code } } }', {}, owner),
    ],
  ])('%s', async (_case, act) => {
    const token = (await create()).token ?? '';
    expect(await viewerOf(token)).not.toBeNull();
    await act();
    await eventually(
      () => viewerOf(token),
      (viewer) => viewer === null,
    );
  });

  it('prove nothing when one half is another’s', async () => {
    const [one, other] = [(await create()).token ?? '', (await create()).token ?? ''];
    const [, id] = one.split('_');
    const secret = other.slice(`rb_${id ?? ''}_`.length);
    for (const forged of [
      `rb_${id ?? ''}_${secret}`,
      `rb_${id ?? ''}_`,
      one.slice(0, -1),
      `${one}A`,
      one.toUpperCase(),
    ])
      expect(await viewerOf(forged)).toBeNull();
  });

  it('say when they were last used, at most once a minute', async () => {
    const { token, apiToken } = await create();
    const used = async () =>
      (await fixture.sql('SELECT last_used_at::text AS at FROM api_token WHERE id = $1', [apiToken?.id]))[0]?.['at'];
    expect(await used()).toBeNull();
    await viewerOf(token ?? '');
    const first = await used();
    expect(first).not.toBeNull();
    await fixture.first.ask(VIEWER, {}, bearer(token ?? ''));
    expect(await used()).toBe(first);
    await fixture.sql(`UPDATE api_token SET last_used_at = now() - interval '61 seconds' WHERE id = $1`, [
      apiToken?.id,
    ]);
    const old = await used();
    await arrives(
      async () => {
        await viewerOf(token ?? '');
        return used();
      },
      (at) => at !== old,
    );
  });

  it('are at most fifty that are valid', async () => {
    await fixture.sql(
      `INSERT INTO api_token (person_id, name, secret_hash, roles, access, expires_at)
       SELECT $1, 'x', 'x', '{ANALYST}', 'READ', now() + interval '1 day' FROM generate_series(1, 49)`,
      [personId],
    );
    const answers = await Promise.all(Array.from({ length: 20 }, () => create()));
    const codes = answers.map(({ errors }) => errors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(['', ...Array.from({ length: 19 }, () => 'TOO_MANY_TOKENS')]);
  });
});
