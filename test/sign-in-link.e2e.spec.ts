import { createHash } from 'node:crypto';
import { arrives, bearer, startSignIn, type Answer, type SignInFixture } from './harness/sign-in.js';

const VIEWER = '{ viewer { name roles } }';
const REQUEST = `mutation Ask($email: String!) {
  requestSignInLink(input: { email: $email }) { taken errors { code message path } }
}`;
const REDEEM = `mutation Redeem($secret: String!) {
  redeemSignInLink(input: { secret: $secret }) { token expiresAt errors { code } }
}`;
const SAVE = `mutation Save($input: SavePersonInput!) { savePerson(input: $input) { account { id } errors { code } } }`;
const INVALID = { redeemSignInLink: { token: null, expiresAt: null, errors: [{ code: 'INVALID_LINK' }] } };

interface Redeemed {
  readonly redeemSignInLink: { readonly token: string | null };
}

describe('links by e-mail', () => {
  let fixture: SignInFixture;
  let admin: Record<string, string>;
  let addresses = 0;

  beforeAll(async () => {
    fixture = await startSignIn();
    admin = bearer(await fixture.provider.tokenFor('anna', { roles: ['ADMIN'] }));
  });
  afterAll(() => fixture.stop());
  beforeEach(() => fixture.sql('DELETE FROM sign_in_request'));

  async function person(fields: object = {}): Promise<{ id: string; email: string }> {
    addresses += 1;
    const email = `analyst${addresses}@neustadt.example`;
    const answer = await fixture.first.ask(
      SAVE,
      { input: { name: 'Lena Link', email, locale: 'de', roles: [{ role: 'ANALYST' }], ...fields } },
      admin,
    );
    const { account } = answer.data?.['savePerson'] as { account: { id: string } };
    return { id: account.id, email };
  }

  async function linkOf(email: string): Promise<string> {
    const before = fixture.sent.length;
    await fixture.first.ask(REQUEST, { email });
    await arrives(
      () => Promise.resolve(fixture.sent.length),
      (count) => count > before,
    );
    return fixture.sent.at(-1)?.secret ?? '';
  }

  const redeem = (secret: string, replica = fixture.first): Promise<Answer> => replica.ask(REDEEM, { secret });
  const tokenIn = ({ data }: Answer): string | null => (data as unknown as Redeemed).redeemSignInLink.token;

  it('give a bearer token that works on every replica, once', async () => {
    const { email } = await person();
    const secret = await linkOf(email.toUpperCase());
    const token = tokenIn(await redeem(secret)) ?? '';
    for (const replica of [fixture.first, fixture.second])
      expect((await replica.ask(VIEWER, {}, bearer(token))).data).toEqual({
        viewer: { name: 'Lena Link', roles: ['ANALYST'] },
      });
    expect((await redeem(secret)).data).toEqual(INVALID);
    expect((await redeem(secret, fixture.second)).data).toEqual(INVALID);
  });

  it('are redeemed exactly once by fifty at a time on two replicas', async () => {
    const { email } = await person();
    const secret = await linkOf(email);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => redeem(secret, index % 2 === 0 ? fixture.first : fixture.second)),
    );
    const tokens = answers.map(tokenIn).filter((token) => token !== null);
    expect(tokens).toHaveLength(1);
    expect(
      (
        await fixture.sql('SELECT count(*)::integer AS count FROM sign_in_session WHERE secret_hash = $1', [
          createHash('sha256')
            .update((tokens[0] ?? '').slice('rbs_'.length))
            .digest('hex'),
        ])
      ).map(({ count }) => count),
    ).toEqual([1]);
  });

  it('are kept as a hash alone', async () => {
    const { email } = await person();
    const secret = await linkOf(email);
    const rows = await fixture.sql('SELECT * FROM sign_in_link');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.map(({ secret_hash: hash }) => hash)).toContain(createHash('sha256').update(secret).digest('hex'));
  });

  it('work for a quarter of an hour', async () => {
    const { email } = await person();
    const secret = await linkOf(email);
    const [row] = await fixture.sql(
      'SELECT extract(epoch FROM expires_at - created_at)::integer AS seconds FROM sign_in_link WHERE secret_hash = $1',
      [createHash('sha256').update(secret).digest('hex')],
    );
    expect(row?.['seconds']).toBe(900);
    await fixture.sql(
      `UPDATE sign_in_link SET expires_at = clock_timestamp() - interval '1 second' WHERE secret_hash = $1`,
      [createHash('sha256').update(secret).digest('hex')],
    );
    expect((await redeem(secret)).data).toEqual(INVALID);
  });

  it.each([
    ['of another service', 'A'.repeat(43)],
    ['that is empty', ''],
    ['that is too short', 'abc'],
    ['that is no text of ours', `' OR 1=1 --${'x'.repeat(32)}`],
  ])('do not work with a secret %s', async (_case, secret) => {
    expect((await redeem(secret)).data).toEqual(INVALID);
  });

  it('do not work by the hash of their secret', async () => {
    const { email } = await person();
    const secret = await linkOf(email);
    expect((await redeem(createHash('sha256').update(secret).digest('hex'))).data).toEqual(INVALID);
    expect((await redeem(createHash('sha256').update(secret).digest('base64url'))).data).toEqual(INVALID);
  });

  it('do not survive a change of the person', async () => {
    const { id, email } = await person();
    const secret = await linkOf(email);
    await fixture.first.ask(
      SAVE,
      {
        input: {
          id,
          name: 'Lena Link',
          email: 'elsewhere@neustadt.example',
          locale: 'de',
          roles: [{ role: 'ANALYST' }],
        },
      },
      admin,
    );
    expect((await redeem(secret)).data).toEqual(INVALID);
  });

  it('do not let a disabled person in', async () => {
    const { id, email } = await person();
    const secret = await linkOf(email);
    await fixture.sql('UPDATE person SET disabled_at = now() WHERE id = $1', [id]);
    expect((await redeem(secret)).data).toEqual(INVALID);
    expect((await redeem(secret)).data).toEqual(INVALID);
  });

  it('tell nobody whether an address is known', async () => {
    const { email } = await person();
    const gone = await person();
    await fixture.sql('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id]);
    const without = await person({ roles: [] });
    const raw = async (address: string) => {
      const response = await fetch(`${fixture.first.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: REQUEST, variables: { email: address } }),
      });
      const headers = [...response.headers].filter(([name]) => name !== 'date');
      return { status: response.status, headers, body: await response.text() };
    };
    const before = fixture.sent.length;
    const known = await raw(email);
    await arrives(
      () => Promise.resolve(fixture.sent.length),
      (count) => count === before + 1,
    );
    for (const address of ['nobody@neustadt.example', gone.email, without.email])
      expect(await raw(address)).toEqual(known);
    // The sixth request for either is refused alike.
    for (const address of [email, 'nobody@neustadt.example'])
      for (let attempt = 1; attempt < 5; attempt += 1) expect(await raw(address)).toEqual(known);
    const refused = await raw(email);
    expect(refused.body).toContain('TOO_MANY_REQUESTS');
    expect(await raw('nobody@neustadt.example')).toEqual(refused);
    expect(fixture.sent.length).toBe(before + 5);
  });

  it('answer before they look who it is', async () => {
    const { email } = await person();
    // Whoever holds the links table back holds the link back, and not the answer.
    const before = fixture.sent.length;
    const holder = fixture.second.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE sign_in_link IN ACCESS EXCLUSIVE MODE');
    const { data } = await fixture.first.ask(REQUEST, { email });
    expect(data?.['requestSignInLink']).toEqual({ taken: true, errors: [] });
    expect(fixture.sent.length).toBe(before);
    await holder.commitTransaction();
    await holder.release();
    await arrives(
      () => Promise.resolve(fixture.sent.length),
      (count) => count === before + 1,
    );
  });

  it('are sent at most five times an hour and address, however it is spelt and whoever is asked', async () => {
    const { email } = await person();
    const before = fixture.sent.length;
    const spellings = [email, email.toUpperCase(), email, email.replace('a', 'A')];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? fixture.first : fixture.second).ask(REQUEST, { email: spellings[index % 4] }),
      ),
    );
    const taken = answers.filter(({ data }) => (data?.['requestSignInLink'] as { taken: boolean }).taken);
    expect(taken).toHaveLength(5);
    await arrives(
      () => Promise.resolve(fixture.sent.length),
      (count) => count === before + 5,
    );
  });

  it('are asked for at most thirty times an hour from one network, whatever headers say', async () => {
    let taken = 0;
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const { data } = await fixture.first.ask(
        REQUEST,
        { email: `nobody${attempt}@neustadt.example` },
        { 'x-forwarded-for': `203.0.113.${attempt}`, 'x-real-ip': `203.0.113.${attempt}` },
      );
      if ((data?.['requestSignInLink'] as { taken: boolean }).taken) taken += 1;
    }
    expect(taken).toBe(30);
    await fixture.sql(`UPDATE sign_in_request SET requested_at = requested_at - interval '1 hour'`);
    const { data } = await fixture.first.ask(REQUEST, { email: 'nobody@neustadt.example' });
    expect(data?.['requestSignInLink']).toEqual({ taken: true, errors: [] });
    expect(await fixture.sql('SELECT count(*)::integer AS count FROM sign_in_request')).toEqual([{ count: 2 }]);
  });

  it('are not sent to who signs in at a provider', async () => {
    const { id, email } = await person();
    await fixture.sql(`UPDATE person SET subject = 'somewhere|else' WHERE id = $1`, [id]);
    const other = await person();
    const before = fixture.sent.length;
    await fixture.first.ask(REQUEST, { email });
    await linkOf(other.email);
    expect(fixture.sent.slice(before).map(({ personId }) => personId)).toEqual([other.id]);
  });

  describe('in a browser', () => {
    const post = (secret: string, headers: Record<string, string> = { origin: fixture.publicUrl }) =>
      fetch(`${fixture.publicUrl}/auth/link`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ secret }),
        redirect: 'manual',
      });

    it('show a button, and are not used up by whoever opens them', async () => {
      const { email } = await person();
      const secret = await linkOf(email);
      for (let scanner = 0; scanner < 3; scanner += 1) {
        const page = await fetch(`${fixture.publicUrl}/auth/link`, { headers: { 'accept-language': 'en' } });
        expect(await page.text()).toContain('<form method="post" action="/auth/link">');
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(page.headers.get('referrer-policy')).toBe('same-origin');
        expect(page.headers.get('cache-control')).toBe('no-store');
      }
      const response = await post(secret);
      expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      expect((await fixture.second.ask(VIEWER, {}, { cookie })).data?.['viewer']).toEqual({
        name: 'Lena Link',
        roles: ['ANALYST'],
      });
      const again = await post(secret);
      expect([again.status, again.headers.getSetCookie()]).toEqual([400, []]);
    });

    it.each([
      ['another site', { origin: 'https://evil.example' }],
      ['nowhere', {}],
      ['a sandbox', { origin: 'null' }],
      ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ])('are not used up by a form of %s', async (_case, headers) => {
      const { email } = await person();
      const secret = await linkOf(email);
      expect((await post(secret, headers)).status).toBe(403);
      expect((await post(secret)).status).toBe(303);
    });

    it('are written in the reader’s language', async () => {
      const page = await fetch(`${fixture.publicUrl}/auth/link`, { headers: { 'accept-language': 'de-DE,de;q=0.9' } });
      expect(await page.text()).toContain('lang="de"');
    });
  });
});
