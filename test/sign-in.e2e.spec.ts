import { decodeJwt, SignJWT, type JWTPayload } from 'jose';
import { CLIENT_ID, signingKey } from './harness/identity-provider.js';
import { bearer, Browser, eventually, startSignIn, type SignInFixture } from './harness/sign-in.js';

const VIEWER = '{ viewer { name roles studies municipality } }';
const COOKIE = 'reflexbogen-session';
/** The provider is asked for its keys every five seconds at most, and an answer is trusted for five. */
const ROTATION_MS = 12_000;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const headersAt = (fixture: SignInFixture, browser: Browser): Record<string, string> => ({
  cookie: browser.cookieHeader(fixture.publicUrl),
});

async function startWithPersons(isTerse: boolean): Promise<SignInFixture> {
  const fixture = await startSignIn({ isTerse });
  fixture.provider.accounts.set('anna', { name: 'Anna Admin', roles: ['ADMIN'] });
  fixture.provider.accounts.set('nobody', { name: 'No Body' });
  fixture.provider.accounts.set('rita', {
    name: 'Rita Rath',
    roles: ['RESPONDENT', 'KING'],
    studies: ['pilot'],
    municipality: 'neustadt',
  });
  return fixture;
}

describe.each([
  ['say everything', false],
  ['say the subject alone', true],
])('browsers at an OpenID provider whose ID tokens %s', (_name, isTerse) => {
  let fixture: SignInFixture;

  beforeAll(async () => {
    fixture = await startWithPersons(isTerse);
  });
  afterAll(() => fixture.stop());

  it('come back where they wanted to go, with a cookie that every replica knows', async () => {
    fixture.provider.person = 'rita';
    const browser = new Browser();
    const { url } = await browser.open(`${fixture.publicUrl}/auth/sign-in?returnTo=/health/live?a=1`);
    expect(url.href).toBe(`${fixture.publicUrl}/health/live?a=1`);

    const viewer = { name: 'Rita Rath', roles: ['RESPONDENT'], studies: ['pilot'], municipality: 'neustadt' };
    for (const replica of [fixture.first, fixture.second])
      expect((await replica.ask(VIEWER, {}, headersAt(fixture, browser))).data).toEqual({ viewer });
    const cookie = browser.cookieHeader(fixture.publicUrl);
    expect(cookie).toMatch(new RegExp(`^${COOKIE}=[\\w-]{43}$`));
    const stored = JSON.stringify(await fixture.sql('SELECT * FROM sign_in_session'));
    expect(stored).not.toContain(cookie.slice(COOKIE.length + 1));
  });

  it('without a role are told so, and get no session', async () => {
    fixture.provider.person = 'nobody';
    const browser = new Browser();
    const { response } = await browser.open(`${fixture.publicUrl}/auth/sign-in`);
    expect(response.status).toBe(403);
    expect(browser.cookieHeader(fixture.publicUrl)).toBe('');
  });

  it('with an ID token that the published keys have not signed are refused', async () => {
    fixture.provider.person = 'rita';
    await fixture.provider.rotate();
    fixture.provider.publishes = (await signingKey(fixture.provider.key().kid)).publicJwk;
    try {
      const browser = new Browser();
      const { response } = await browser.open(`${fixture.publicUrl}/auth/sign-in`);
      expect([response.status, browser.cookieHeader(fixture.publicUrl)]).toEqual([400, '']);
    } finally {
      fixture.provider.publishes = null;
    }
  });
});

describe('browsers at an OpenID provider', () => {
  let fixture: SignInFixture;

  beforeAll(async () => {
    fixture = await startWithPersons(false);
  });
  afterAll(() => fixture.stop());

  const atCallback = (url: URL): boolean => url.pathname === '/auth/callback';

  async function signedIn(person: string): Promise<Browser> {
    fixture.provider.person = person;
    const browser = new Browser();
    await browser.open(`${fixture.publicUrl}/auth/sign-in?returnTo=/health/live`);
    return browser;
  }

  const headersOf = (browser: Browser): Record<string, string> => headersAt(fixture, browser);

  it('get a cookie that no script reads and no other site sends', async () => {
    fixture.provider.person = 'anna';
    const browser = new Browser();
    const { url } = await browser.open(`${fixture.publicUrl}/auth/sign-in`, atCallback);
    const response = await browser.send(url, {});
    const session = response.headers.getSetCookie().find((line) => line.startsWith(COOKIE));
    expect(session).toMatch(/; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('with a code that was used before are refused', async () => {
    fixture.provider.person = 'anna';
    const browser = new Browser();
    const { url } = await browser.open(`${fixture.publicUrl}/auth/sign-in`, atCallback);
    const cookies = browser.cookieHeader(fixture.publicUrl);
    expect((await browser.send(url, {})).status).toBe(303);
    const again = await fetch(url, { headers: { cookie: cookies }, redirect: 'manual' });
    expect([again.status, again.headers.getSetCookie().some((line) => line.startsWith(COOKIE))]).toEqual([400, false]);
  });

  it.each([
    ['another state', (departure: Record<string, string>) => ({ ...departure, state: 'other' })],
    ['another nonce', (departure: Record<string, string>) => ({ ...departure, nonce: 'other' })],
    ['another code verifier', (departure: Record<string, string>) => ({ ...departure, verifier: 'o'.repeat(43) })],
    ['no state', ({ state: _state, ...departure }: Record<string, string>) => departure],
  ])('that left with %s are refused', async (_case, change) => {
    fixture.provider.person = 'anna';
    const browser = new Browser();
    const { url } = await browser.open(`${fixture.publicUrl}/auth/sign-in`, atCallback);
    const [, text = ''] = /reflexbogen-departure=([\w-]+)/.exec(browser.cookieHeader(fixture.publicUrl)) ?? [];
    const departure = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, string>;
    const changed = Buffer.from(JSON.stringify(change(departure))).toString('base64url');
    const response = await fetch(url, { headers: { cookie: `reflexbogen-departure=${changed}` }, redirect: 'manual' });
    expect([response.status, response.headers.getSetCookie().some((line) => line.startsWith(COOKIE))]).toEqual([
      400,
      false,
    ]);
  });

  it('that never left are refused: somebody else’s code signs nobody in', async () => {
    fixture.provider.person = 'anna';
    const { url } = await new Browser().open(`${fixture.publicUrl}/auth/sign-in`, atCallback);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(400);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%0a//evil', 'health'])(
    'are not led to %s',
    async (returnTo) => {
      fixture.provider.person = 'anna';
      const { url } = await new Browser().open(
        `${fixture.publicUrl}/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
      );
      expect(url.origin).toBe(fixture.publicUrl);
    },
  );

  it.each([
    ['a form of another site', { 'content-type': 'text/plain' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
    ['another origin with our header', { origin: 'https://evil.example', 'x-reflexbogen-csrf': '1' }],
  ])('do not act for %s', async (_case, headers) => {
    const browser = await signedIn('anna');
    const { data, status } = await fixture.first.ask(VIEWER, {}, { ...headersOf(browser), ...headers });
    expect(data?.['viewer'] ?? null).toBeNull();
    expect([200, 400, 415]).toContain(status);
  });

  it('do not fall back on the cookie where a header proves nothing', async () => {
    const browser = await signedIn('anna');
    const { data } = await fixture.first.ask(VIEWER, {}, { ...headersOf(browser), ...bearer('nonsense') });
    expect(data).toEqual({ viewer: null });
  });

  it('do not turn a cookie into a bearer token', async () => {
    const browser = await signedIn('anna');
    const secret = browser.cookieHeader(fixture.publicUrl).slice(COOKIE.length + 1);
    for (const token of [secret, `rbs_${secret}`])
      expect((await fixture.first.ask(VIEWER, {}, bearer(token))).data).toEqual({ viewer: null });
  });

  it('sign out everywhere at once, and at the provider', async () => {
    const browser = await signedIn('anna');
    const headers = headersOf(browser);
    expect((await fixture.second.ask(VIEWER, {}, headers)).data?.['viewer']).not.toBeNull();

    const foreign = await browser.send(`${fixture.publicUrl}/auth/sign-out`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    const response = await browser.send(`${fixture.publicUrl}/auth/sign-out`, {
      method: 'POST',
      headers: { origin: fixture.publicUrl },
    });
    expect(response.headers.get('location')).toMatch(
      new RegExp(`^${fixture.provider.issuer}/session/end\\?.*client_id=${CLIENT_ID}`),
    );
    expect(browser.cookieHeader(fixture.publicUrl)).toBe('');
    await eventually(
      () => fixture.second.ask(VIEWER, {}, headers),
      ({ data }) => data?.['viewer'] === null,
    );
  });

  it('lose the former session when they sign in anew', async () => {
    const browser = await signedIn('anna');
    const before = headersOf(browser);
    await browser.open(`${fixture.publicUrl}/auth/sign-in`);
    expect(headersOf(browser)).not.toEqual(before);
    await eventually(
      () => fixture.first.ask(VIEWER, {}, before),
      ({ data }) => data?.['viewer'] === null,
    );
  });

  it('are signed out on every replica when the provider says so', async () => {
    const browser = await signedIn('rita');
    const token = await fixture.provider.tokenFor('rita', { name: 'Rita Rath', roles: ['ANALYST'] });
    const seen = async () => [
      (await fixture.second.ask(VIEWER, {}, headersOf(browser))).data?.['viewer'] !== null,
      (await fixture.second.ask(VIEWER, {}, bearer(token))).data?.['viewer'] !== null,
    ];
    expect(await seen()).toEqual([true, true]);

    await fixture.provider.logout('rita');

    await eventually(seen, ([cookie, bearerToken]) => cookie === false && bearerToken === false);
  });

  it('keep a token that was never used here from being used after the sign-out', async () => {
    const token = await fixture.provider.tokenFor('stranger', { roles: ['ANALYST'] });
    await fixture.provider.logout('stranger');
    expect((await fixture.first.ask(VIEWER, {}, bearer(token))).data).toEqual({ viewer: null });
  });

  it.each<[string, (claims: JWTPayload) => JWTPayload, Record<string, string>]>([
    ['without the event', ({ events: _events, ...claims }) => claims, {}],
    ['with another event', (claims) => ({ ...claims, events: { other: {} } }), {}],
    ['with a nonce, as ID tokens have one', (claims) => ({ ...claims, nonce: 'n' }), {}],
    ['for another client', (claims) => ({ ...claims, aud: 'somebody-else' }), {}],
    ['for the API', (claims) => ({ ...claims, aud: 'reflexbogen' }), {}],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' }), {}],
    ['without subject and session', ({ sub: _sub, ...claims }) => claims, {}],
    ['without an end', ({ exp: _exp, ...claims }) => claims, {}],
    ['that has expired', (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 120 }), {}],
    ['that is an hour old', (claims) => ({ ...claims, iat: Math.floor(Date.now() / 1000) - 3600 }), {}],
    ['of another type', (claims) => claims, { typ: 'at+jwt' }],
  ])('are not signed out by a logout token %s', async (_case, change, header) => {
    const browser = await signedIn('anna');
    const key = fixture.provider.key();
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: fixture.provider.issuer,
      aud: CLIENT_ID,
      sub: 'anna',
      iat: now,
      exp: now + 120,
      events: { [LOGOUT_EVENT]: {} },
    };
    const signed = (payload: JWTPayload, given: Record<string, string>) =>
      new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'logout+jwt', ...given })
        .sign(key.privateKey);
    const send = async (token: string) =>
      (
        await fetch(`${fixture.publicUrl}/auth/backchannel-logout`, {
          method: 'POST',
          body: new URLSearchParams({ logout_token: token }),
        })
      ).status;

    expect(await send(await signed(change(claims), header))).toBe(400);
    expect((await fixture.first.ask(VIEWER, {}, headersOf(browser))).data?.['viewer']).not.toBeNull();
    // The same, unchanged, would have signed anna out.
    expect(await send(await signed(claims, {}))).toBe(200);
  });

  it('are not signed out by somebody else’s key', async () => {
    const stranger = await signingKey(fixture.provider.key().kid);
    const token = await new SignJWT({ sub: 'anna', events: { [LOGOUT_EVENT]: {} } })
      .setProtectedHeader({ alg: 'RS256', kid: stranger.kid, typ: 'logout+jwt' })
      .setIssuer(fixture.provider.issuer)
      .setAudience(CLIENT_ID)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(stranger.privateKey);
    const { status } = await fetch(`${fixture.publicUrl}/auth/backchannel-logout`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    });
    expect(status).toBe(400);
  });
});

describe('keys of the provider', () => {
  let fixture: SignInFixture;

  beforeAll(async () => {
    fixture = await startSignIn();
  });
  afterAll(() => fixture.stop());

  const isAccepted = async (token: string): Promise<boolean> =>
    (await fixture.first.ask(VIEWER, {}, bearer(token))).data?.['viewer'] !== null;

  it('change: new tokens are accepted without a restart, tokens of the withdrawn key no more', async () => {
    const before = await fixture.provider.accessToken();
    expect(decodeJwt(before).iss).toBe(fixture.provider.issuer);
    expect(await isAccepted(before)).toBe(true);
    await fixture.provider.rotate();
    const after = await fixture.provider.accessToken();
    await eventually(
      () => isAccepted(after),
      (accepted) => accepted,
      ROTATION_MS,
    );
    await eventually(
      () => isAccepted(before),
      (accepted) => !accepted,
      ROTATION_MS,
    );
  });

  it('are asked for at most once per cooldown, however many unknown ones are named', async () => {
    const before = fixture.provider.keyRequests();
    const stranger = await signingKey('nobody-knows');
    const token = await new SignJWT({ roles: ['ADMIN'] })
      .setProtectedHeader({ alg: 'RS256', kid: stranger.kid })
      .setIssuer(fixture.provider.issuer)
      .setAudience('reflexbogen')
      .setSubject('x')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(stranger.privateKey);
    const began = Date.now();
    for (let attempt = 0; attempt < 40; attempt += 1) expect(await isAccepted(token)).toBe(false);
    const cooldowns = Math.floor((Date.now() - began) / 5_000) + 1;
    expect(fixture.provider.keyRequests() - before).toBeLessThanOrEqual(cooldowns);
  });

  it('are kept while the provider is down, and nobody is told to sign in who need not', async () => {
    const known = await fixture.provider.tokenFor('before', { roles: ['ANALYST'] });
    expect(await isAccepted(known)).toBe(true);
    fixture.provider.isDown = true;
    try {
      expect(await isAccepted(await fixture.provider.tokenFor('while', { roles: ['ANALYST'] }))).toBe(true);
      const strange = await fixture.second.ask(VIEWER, {}, bearer(known));
      // The second replica has never seen a key.
      expect([strange.data, strange.codes]).toEqual([null, ['SERVICE_UNAVAILABLE']]);
      const page = await fetch(`${fixture.second.url}/auth/sign-in`, { redirect: 'manual' });
      expect(page.status).toBe(503);
    } finally {
      fixture.provider.isDown = false;
    }
    await eventually(
      () => fixture.second.ask(VIEWER, {}, bearer(known)),
      ({ data }) => data !== null && data['viewer'] !== null,
      ROTATION_MS,
    );
  });
});
