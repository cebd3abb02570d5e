import { fileURLToPath } from 'node:url';
import { PersonRepository } from '@reflexbogen/persistence';
import { SessionEnds } from '../apps/api/src/access/session-ends.js';
import { ImportService } from '../apps/api/src/exchange/import.service.js';
import { arrives, bearer, eventually, startSignIn, type Answer, type SignInFixture } from './harness/sign-in.js';

const VIEWER = '{ viewer { name roles studies municipality department signatory scopes { acting all } } }';
const ACCOUNT =
  'account { id name email locale disabledAt roles { role study municipality department signatory } } errors { code path }';
const SAVE = `mutation Save($input: SavePersonInput!) { savePerson(input: $input) { ${ACCOUNT} } }`;
const DISABLE = `mutation Disable($id: ID!) { disablePerson(input: { id: $id }) { ${ACCOUNT} } }`;
const ENABLE = `mutation Enable($id: ID!) { enablePerson(input: { id: $id }) { ${ACCOUNT} } }`;
const END = `mutation End($id: ID) { endSessions(input: { id: $id }) { ${ACCOUNT} } }`;
const LIST = `query List($first: Int!, $after: String, $search: String, $study: String, $municipality: String) {
  accounts(first: $first, after: $after, search: $search, study: $study, municipality: $municipality) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id name } } } }`;
const STUDY = 'merged-units';

interface Payload {
  readonly account: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly errors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

describe('persons', () => {
  let fixture: SignInFixture;
  let admin: Record<string, string>;
  let studyAdmin: Record<string, string>;
  let count = 0;

  beforeAll(async () => {
    fixture = await startSignIn();
    const importer = await fixture.first.app.get(PersonRepository).bySubject('test', 'Test');
    await fixture.first.app
      .get(ImportService)
      .importPath(fileURLToPath(new URL('fixtures/merged-units', import.meta.url)), importer);
    admin = bearer(await fixture.provider.tokenFor('anna', { roles: ['ADMIN'] }));
    studyAdmin = bearer(await fixture.provider.tokenFor('berta', { roles: ['ADMIN'], studies: [STUDY] }));
  });
  afterAll(() => fixture.stop());
  beforeEach(() => fixture.sql('DELETE FROM sign_in_request'));

  const payloadOf = ({ data }: Answer): Payload => Object.values(data ?? {})[0] as Payload;
  const codesOf = (answer: Answer): readonly string[] => payloadOf(answer).errors.map(({ code }) => code);

  async function person(roles: readonly object[] = [{ role: 'ANALYST' }]): Promise<{ id: string; email: string }> {
    count += 1;
    const email = `person${count}@neustadt.example`;
    const answer = await fixture.first.ask(SAVE, { input: { name: `Person ${count}`, email, roles } }, admin);
    return { id: payloadOf(answer).account?.id ?? JSON.stringify(answer), email };
  }

  async function signedIn(email: string): Promise<Record<string, string>> {
    const before = fixture.sent.length;
    await fixture.first.ask('mutation Ask($email: String!) { requestSignInLink(input: { email: $email }) { taken } }', {
      email,
    });
    await arrives(
      () => Promise.resolve(fixture.sent.length),
      (length) => length > before,
    );
    const { data } = await fixture.first.ask(
      'mutation Redeem($secret: String!) { redeemSignInLink(input: { secret: $secret }) { token } }',
      { secret: fixture.sent.at(-1)?.secret },
    );
    return bearer((data?.['redeemSignInLink'] as { token: string }).token);
  }

  const viewerAt = async (headers: Record<string, string>): Promise<unknown> =>
    (await fixture.second.ask(VIEWER, {}, headers)).data?.['viewer'];

  it('get roles, and sign in with them', async () => {
    const { email } = await person([
      { role: 'RESPONDENT', study: STUDY, municipality: 'm', department: 'housing', signatory: true },
    ]);
    expect(await viewerAt(await signedIn(email))).toMatchObject({
      roles: ['RESPONDENT'],
      studies: [STUDY],
      municipality: 'm',
      department: 'housing',
      signatory: true,
      scopes: { acting: `${STUDY}/m/housing`, all: [`${STUDY}/m/housing`] },
    });
  });

  it('with several tasks act in one of them at a time, and in none that they do not have', async () => {
    const { email } = await person([
      { role: 'RESPONDENT', study: STUDY, municipality: 'm' },
      { role: 'RESPONDENT', study: STUDY, municipality: 'c', department: 'housing' },
      { role: 'ANALYST' },
    ]);
    const headers = await signedIn(email);
    const as = (scope: string) => viewerAt({ ...headers, 'x-reflexbogen-scope': scope });
    expect(await viewerAt(headers)).toMatchObject({
      roles: ['ANALYST'],
      studies: null,
      municipality: null,
      scopes: { acting: '*', all: ['*', `${STUDY}/c/housing`, `${STUDY}/m`] },
    });
    expect(await as(`${STUDY}/m`)).toMatchObject({ roles: ['RESPONDENT'], studies: [STUDY], municipality: 'm' });
    expect(await as(`${STUDY}/c/housing`)).toMatchObject({ roles: ['RESPONDENT'], municipality: 'c' });
    for (const scope of [`${STUDY}/c`, `${STUDY}/a`, 'toString', '']) expect(await as(scope)).toBeNull();
  });

  it.each<[string, (id: string) => Promise<Answer>]>([
    [
      'another role',
      (id) => fixture.first.ask(SAVE, { input: { id, name: 'P', roles: [{ role: 'DESIGNER' }] } }, admin),
    ],
    ['being disabled', (id) => fixture.first.ask(DISABLE, { id }, admin)],
    ['an end of sessions', (id) => fixture.first.ask(END, { id }, admin)],
  ])('lose their sessions on the other replica by %s', async (_case, act) => {
    const { id, email } = await person();
    const headers = await signedIn(email);
    expect(await viewerAt(headers)).not.toBeNull();

    expect(codesOf(await act(id))).toEqual([]);

    await eventually(
      () => viewerAt(headers),
      (viewer) => viewer === null,
    );
  });

  it('lose them also where the notice is lost', async () => {
    const { id, email } = await person();
    const headers = await signedIn(email);
    expect(await viewerAt(headers)).not.toBeNull();
    // As if it had been sent while nobody listened: no notice at all.
    await fixture.sql('UPDATE person SET sessions_from = clock_timestamp() WHERE id = $1', [id]);
    await eventually(
      () => viewerAt(headers),
      (viewer) => viewer === null,
    );
  });

  it('lose them also while the replica listens to nobody', async () => {
    const { id, email } = await person();
    const headers = await signedIn(email);
    expect(await viewerAt(headers)).not.toBeNull();
    await fixture.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reflexbogen-listener' AND datname = current_database()`,
    );
    await fixture.first.ask(DISABLE, { id }, admin);
    await eventually(
      () => viewerAt(headers),
      (viewer) => viewer === null,
    );
  });

  it('of the provider lose tokens that were issued before, and sign in anew', async () => {
    const token = await fixture.provider.tokenFor('carla', { name: 'Carla', roles: ['ANALYST'] });
    expect(await viewerAt(bearer(token))).not.toBeNull();
    const [row] = await fixture.sql('SELECT id FROM person WHERE subject = $1', [`${fixture.provider.issuer}|carla`]);
    await fixture.first.ask(END, { id: row?.['id'] }, admin);
    await eventually(
      () => viewerAt(bearer(token)),
      (viewer) => viewer === null,
    );
    await arrives(
      async () => viewerAt(bearer(await fixture.provider.tokenFor('carla', { name: 'Carla', roles: ['ANALYST'] }))),
      (viewer) => viewer !== null,
    );
  });

  it('who are disabled stay out until they are enabled, and then sign in anew', async () => {
    const token = () => fixture.provider.tokenFor('dora', { name: 'Dora', roles: ['ANALYST'] });
    expect(await viewerAt(bearer(await token()))).not.toBeNull();
    const [row] = await fixture.sql('SELECT id FROM person WHERE subject = $1', [`${fixture.provider.issuer}|dora`]);
    const id = row?.['id'];
    expect(payloadOf(await fixture.first.ask(DISABLE, { id }, admin)).account).toMatchObject({ id });
    // A token of a later second is none from before.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await viewerAt(bearer(await token()))).toBeNull();
    expect(payloadOf(await fixture.first.ask(ENABLE, { id }, admin)).account).toMatchObject({ disabledAt: null });
    await arrives(
      async () => viewerAt(bearer(await token())),
      (viewer) => viewer !== null,
    );
  });

  it('tell open sockets on every replica', async () => {
    const { id, email } = await person();
    const headers = await signedIn(email);
    const proof = {
      kind: 'bearer' as const,
      secret: headers['authorization']?.slice('Bearer '.length) ?? '',
      scope: null,
    };
    const ends = fixture.second.app.get(SessionEnds);
    const other = await person();
    const otherProof = { ...proof, secret: (await signedIn(other.email))['authorization']?.slice(7) ?? '' };
    const actorOf = async (given: typeof proof) => {
      const { TokenService } = await import('../apps/api/src/access/token.service.js');
      const actor = (await fixture.second.app.get(TokenService).verify(given))?.actor;
      if (actor === undefined) throw new Error('nobody is signed in');
      return actor;
    };
    const ended: string[] = [];
    const told: string[] = [];
    ends.on('person', (personId) => told.push(personId));
    ends.watch(proof, await actorOf(proof), () => ended.push('disabled'));
    ends.watch(otherProof, await actorOf(otherProof), () => ended.push('other'));
    await fixture.first.ask(DISABLE, { id }, admin);
    await arrives(
      () => Promise.resolve(ended.length),
      (length) => length > 0,
    );
    expect(ended).toEqual(['disabled']);
    expect(told).toContain(id);
    // And without a notice.
    await fixture.sql('UPDATE person SET disabled_at = now() WHERE id = $1', [other.id]);
    await arrives(
      () => Promise.resolve(ended.length),
      (length) => length > 1,
    );
    expect(ended).toEqual(['disabled', 'other']);
  });

  it('end their own sessions, and nobody else’s', async () => {
    const one = await person();
    const other = await person();
    const headers = await signedIn(one.email);
    expect(codesOf(await fixture.first.ask(END, { id: other.id }, headers))).toEqual(['NO_SUCH_PERSON']);
    expect(codesOf(await fixture.first.ask(END, {}, headers))).toEqual([]);
    await eventually(
      () => viewerAt(headers),
      (viewer) => viewer === null,
    );
  });

  it.each([
    ['an unknown study', { role: 'ANALYST', study: 'nowhere' }, 'NO_SUCH_STUDY', 'study'],
    [
      'an unknown municipality',
      { role: 'RESPONDENT', study: STUDY, municipality: 'zz' },
      'NO_SUCH_MUNICIPALITY',
      'municipality',
    ],
    ['a respondent of no municipality', { role: 'RESPONDENT', study: STUDY }, 'ROLE_DOES_NOT_FIT', 'municipality'],
    ['a respondent of every study', { role: 'RESPONDENT', municipality: 'm' }, 'ROLE_DOES_NOT_FIT', 'study'],
    [
      'an analyst of a municipality',
      { role: 'ANALYST', study: STUDY, municipality: 'm' },
      'ROLE_DOES_NOT_FIT',
      'municipality',
    ],
    ['an analyst who signs', { role: 'ANALYST', signatory: true }, 'ROLE_DOES_NOT_FIT', 'signatory'],
    ['an analyst of a department', { role: 'ANALYST', department: 'housing' }, 'ROLE_DOES_NOT_FIT', 'department'],
  ])('do not get %s', async (_case, role, code, field) => {
    const answer = await fixture.first.ask(
      SAVE,
      { input: { name: 'Nobody At All', roles: [{ role: 'ADMIN' }, role] } },
      admin,
    );
    expect(payloadOf(answer)).toEqual({ account: null, errors: [{ code, path: ['input', 'roles', '1', field] }] });
    expect(await fixture.sql(`SELECT 1 FROM person WHERE name = 'Nobody At All'`)).toEqual([]);
  });

  it('have their rights on record, in each study that these concern, and the record is intact', async () => {
    const recordOf = (id: string) =>
      fixture.sql(
        `SELECT s.slug, e.act, e.role, (e.old::jsonb -> 'disabled')::text AS before, (e.new::jsonb -> 'disabled')::text AS now,
           e.old::jsonb #>> '{roles,0,role}' AS old, e.new::jsonb #>> '{roles,0,role}' AS new
         FROM study_event e JOIN study s ON s.id = e.study_id WHERE e.object = $1 ORDER BY e.number`,
        [id],
      );
    const of = (fields: object) => ({ slug: STUDY, act: 'CHANGE_PERSON', role: 'ADMIN', ...fields });
    const { id } = await person([{ role: 'ANALYST', study: STUDY }]);
    await fixture.first.ask(
      SAVE,
      { input: { id, name: 'Renamed', roles: [{ role: 'ANALYST', study: STUDY }] } },
      admin,
    );
    await fixture.first.ask(SAVE, { input: { id, name: 'Renamed', roles: [{ role: 'ADMIN' }] } }, admin);
    await fixture.first.ask(DISABLE, { id }, admin);
    await fixture.first.ask(ENABLE, { id }, admin);
    await fixture.first.ask(END, { id }, admin);
    await fixture.first.ask(SAVE, { input: { id, name: 'Renamed', roles: [] } }, admin);
    // A new name and an end of sessions change nobody's rights.
    expect(await recordOf(id)).toEqual([
      of({ before: null, now: 'false', old: null, new: 'ANALYST' }),
      of({ before: 'false', now: 'false', old: 'ANALYST', new: 'ADMIN' }),
      of({ before: 'false', now: 'true', old: 'ADMIN', new: 'ADMIN' }),
      of({ before: 'true', now: 'false', old: 'ADMIN', new: 'ADMIN' }),
      of({ before: 'false', now: null, old: 'ADMIN', new: null }),
    ]);
    const refused = await fixture.first.ask(
      SAVE,
      { input: { id, name: 'R', roles: [{ role: 'ANALYST', study: 'x' }] } },
      admin,
    );
    expect(codesOf(refused)).toEqual(['NO_SUCH_STUDY']);
    expect(await recordOf(id)).toHaveLength(5);
    const { data } = await fixture.first.ask(`{ verifyAudit(study: "${STUDY}") { faults { message } } }`, {}, admin);
    expect(data).toEqual({ verifyAudit: { faults: [] } });
    expect(await fixture.sql(`SELECT 1 FROM study_event WHERE study_event::text LIKE '%Renamed%'`)).toEqual([]);
  });

  describe('and administrators of one study', () => {
    const save = (input: object) => fixture.first.ask(SAVE, { input: { name: 'P', ...input } }, studyAdmin);

    it('manage who has rights in it alone', async () => {
      const created = await save({
        email: 'own@neustadt.example',
        roles: [{ role: 'RESPONDENT', study: STUDY, municipality: 'm' }],
      });
      const id = payloadOf(created).account?.id;
      expect(codesOf(await save({ id, roles: [{ role: 'ANALYST', study: STUDY }] }))).toEqual([]);
      expect(codesOf(await fixture.first.ask(DISABLE, { id }, studyAdmin))).toEqual([]);
    });

    it('grant nothing outside', async () => {
      expect(codesOf(await save({ roles: [{ role: 'ADMIN' }] }))).toEqual(['OUTSIDE_YOUR_STUDIES']);
      expect(codesOf(await save({ roles: [{ role: 'ANALYST', study: 'nowhere' }] }))).toEqual(['OUTSIDE_YOUR_STUDIES']);
    });

    it('neither see nor touch who has rights outside, not even by a new address', async () => {
      const everywhere = await person([{ role: 'ADMIN' }]);
      const both = await person([{ role: 'ANALYST', study: STUDY }, { role: 'ANALYST' }]);
      const none = await person([]);
      const unknown = '00000000-0000-4000-8000-000000000000';
      const answers = [everywhere.id, both.id, none.id, unknown].map((id) => [
        save({ id, email: 'mine@neustadt.example', roles: [{ role: 'ANALYST', study: STUDY }] }),
        fixture.first.ask(DISABLE, { id }, studyAdmin),
        fixture.first.ask(ENABLE, { id }, studyAdmin),
        fixture.first.ask(END, { id }, studyAdmin),
      ]);
      for (const answer of await Promise.all(answers.flat())) expect(codesOf(answer)).toEqual(['NO_SUCH_PERSON']);
      for (const { id } of [everywhere, both, none])
        expect((await fixture.first.ask(`{ account(id: "${id}") { id } }`, {}, studyAdmin)).data).toEqual({
          account: null,
        });
      const listed = JSON.stringify((await fixture.first.ask(LIST, { first: 100 }, studyAdmin)).data);
      for (const { id } of [everywhere, both, none]) expect(listed).not.toContain(id);
    });
  });

  it('are listed page by page, and found by name or address', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let total: number;
    do {
      const { data } = await fixture.first.ask(LIST, { first: 3, after }, admin);
      const { accounts } = data as unknown as {
        accounts: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string };
          edges: { node: { id: string } }[];
        };
      };
      total = accounts.totalCount;
      seen.push(...accounts.edges.map(({ node }) => node.id));
      after = accounts.pageInfo.hasNextPage ? accounts.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    const { id, email } = await person();
    const found = await fixture.first.ask(LIST, { first: 10, search: email.toUpperCase() }, admin);
    expect(JSON.stringify(found.data)).toContain(id);
    expect(
      (await fixture.first.ask(LIST, { first: 10, after: Buffer.from('k:1').toString('base64url') }, admin)).codes,
    ).toEqual(['BAD_USER_INPUT']);
  });

  it('are listed by study and municipality, in both at once with their other roles', async () => {
    const respondent = (municipality: string) => ({ role: 'RESPONDENT', study: STUDY, municipality });
    const ofB = await person([respondent('b')]);
    const ofBAndC = await person([respondent('c'), respondent('b')]);
    const ofC = await person([respondent('c')]);
    const analyst = await person([{ role: 'ANALYST', study: STUDY }]);
    const everywhere = await person([{ role: 'ANALYST' }]);
    const listed = async (filter: object, headers = admin) => {
      const { data } = await fixture.first.ask(LIST, { first: 100, ...filter }, headers);
      const { accounts } = data as unknown as {
        accounts: { totalCount: number; edges: { node: { id: string } }[] };
      };
      expect(accounts.edges).toHaveLength(accounts.totalCount);
      const ids = accounts.edges.map(({ node }) => node.id);
      return [ofB, ofBAndC, ofC, analyst, everywhere].map(({ id }) => ids.includes(id));
    };

    expect(await listed({ study: STUDY, municipality: 'b' })).toEqual([true, true, false, false, false]);
    expect(await listed({ study: STUDY, municipality: 'b' }, studyAdmin)).toEqual([true, true, false, false, false]);
    expect(await listed({ study: STUDY, municipality: 'b', search: ofB.email })).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(await listed({ study: STUDY })).toEqual([true, true, true, true, false]);
    expect(await listed({ study: 'another', municipality: 'b' })).toEqual([false, false, false, false, false]);
    expect((await fixture.first.ask(LIST, { first: 1, municipality: 'b' }, admin)).codes).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    'savePerson(input: { name: "x", roles: [] })',
    'disablePerson(input: { id: "00000000-0000-4000-8000-000000000000" })',
    'enablePerson(input: { id: "00000000-0000-4000-8000-000000000000" })',
  ])('are not for analysts: %s', async (field) => {
    const headers = bearer(await fixture.provider.tokenFor('emil', { roles: ['ANALYST', 'DESIGNER'] }));
    expect((await fixture.first.ask(`mutation { ${field} { errors { code } } }`, {}, headers)).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await fixture.first.ask(`mutation { ${field} { errors { code } } }`)).codes).toEqual(['UNAUTHENTICATED']);
  });
});
