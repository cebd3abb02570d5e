import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { CLIENT_ID, signingKey, type SigningKey } from './harness/identity-provider.js';
import { bearer, startSignIn, type SignInFixture } from './harness/sign-in.js';

interface Genuine {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: JWTPayload;
  readonly key: SigningKey;
  readonly stranger: SigningKey;
}

type Forgery = (genuine: Genuine) => string;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = (): number => Math.floor(Date.now() / 1000);

/** Signs without asking whether that makes sense; the library of the service would refuse most of this. */
function rs256(header: unknown, claims: unknown, { privateJwk }: SigningKey, digest = 'sha256'): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  const key = createPrivateKey({ key: privateJwk as Record<string, unknown>, format: 'jwk' });
  return `${text}.${sign(digest, Buffer.from(text), key).toString('base64url')}`;
}

function hs256(header: unknown, claims: unknown, secret: string | Buffer): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const publicKey = (key: SigningKey) =>
  createPublicKey({ key: key.publicJwk as Record<string, unknown>, format: 'jwk' });

const withHeader =
  (change: (genuine: Genuine) => Readonly<Record<string, unknown>>): Forgery =>
  (genuine) =>
    rs256({ ...genuine.header, ...change(genuine) }, genuine.claims, genuine.key);

const withClaims =
  (change: Readonly<Record<string, unknown>>): Forgery =>
  ({ header, claims, key }) =>
    rs256(header, { ...claims, ...change }, key);

/** @param seconds from the moment of asking */
const withTime =
  (claim: 'exp' | 'nbf' | 'iat', seconds: number): Forgery =>
  ({ header, claims, key }) =>
    rs256(header, { ...claims, [claim]: now() + seconds }, key);

const without =
  (claim: string): Forgery =>
  ({ header, claims, key }) =>
    rs256(header, Object.fromEntries(Object.entries(claims).filter(([name]) => name !== claim)), key);

const withAlgorithmNone =
  (name: string, signature = ''): Forgery =>
  ({ header, claims }) =>
    `${encoded({ ...header, alg: name })}.${encoded(claims)}.${signature}`;

const confused =
  (secretOf: (key: SigningKey) => string | Buffer): Forgery =>
  ({ header, claims, key }) =>
    hs256({ ...header, alg: 'HS256' }, claims, secretOf(key));

const byStranger =
  (change: (stranger: SigningKey) => Readonly<Record<string, unknown>>): Forgery =>
  ({ header, claims, stranger }) =>
    rs256({ ...header, ...change(stranger) }, claims, stranger);

const altered =
  (change: (parts: readonly [string, string, string]) => string): Forgery =>
  ({ header, claims, key }) => {
    const [head = '', body = '', signature = ''] = rs256(header, claims, key).split('.');
    return change([head, body, signature]);
  };

const FORGERIES: readonly (readonly [string, Forgery])[] = [
  ['algorithm none', withAlgorithmNone('none')],
  ['algorithm None', withAlgorithmNone('None')],
  ['algorithm NONE', withAlgorithmNone('NONE')],
  ['algorithm none with a signature', withAlgorithmNone('none', 'c2lnbmF0dXJl')],
  ['an empty algorithm', withAlgorithmNone('')],
  ['no signature', altered(([head, body]) => `${head}.${body}.`)],
  ['two parts', altered(([head, body]) => `${head}.${body}`)],
  ['HS256 with the public key as PEM', confused((key) => publicKey(key).export({ type: 'spki', format: 'pem' }))],
  ['HS256 with the public key as DER', confused((key) => publicKey(key).export({ type: 'spki', format: 'der' }))],
  ['HS256 with the public key as JWK', confused((key) => JSON.stringify(key.publicJwk))],
  ['HS256 with the modulus', confused((key) => key.publicJwk.n ?? '')],
  ['HS256 with an empty secret', confused(() => '')],
  ['RS512 by the right key', ({ header, claims, key }) => rs256({ ...header, alg: 'RS512' }, claims, key, 'sha512')],
  ['another issuer', withClaims({ iss: 'https://evil.example' })],
  [
    'the issuer with a slash',
    ({ header, claims, key }) => rs256(header, { ...claims, iss: `${claims.iss ?? ''}/` }, key),
  ],
  ['no issuer', without('iss')],
  ['another audience', withClaims({ aud: 'somebody-else' })],
  ['other audiences', withClaims({ aud: ['somebody-else', 'reflexbogen2'] })],
  ['an audience that begins like ours', withClaims({ aud: 'reflexbogen-web' })],
  ['no audience', without('aud')],
  ['an hour past its end', withTime('exp', -3600)],
  ['61 seconds past its end', withTime('exp', -61)],
  ['no end', without('exp')],
  ['an end in words', withClaims({ exp: 'tomorrow' })],
  ['a beginning in an hour', withTime('nbf', 3600)],
  ['a beginning in ninety seconds', withTime('nbf', 90)],
  ['issued in an hour', withTime('iat', 3600)],
  ['no time of issue', without('iat')],
  ['no subject', without('sub')],
  ['an empty subject', withClaims({ sub: '' })],
  ['a key id that nobody has', withHeader(() => ({ kid: 'nobody' }))],
  ['a key id that is a path', withHeader(() => ({ kid: '../../dev/null' }))],
  ['another key under the right id', byStranger(({ kid: _kid }) => ({}))],
  ['another key under its own id', byStranger(({ kid }) => ({ kid }))],
  ['another key that it brings along', byStranger(({ kid, publicJwk }) => ({ kid, jwk: publicJwk }))],
  ['another key at an address', byStranger(({ kid }) => ({ kid, jku: 'https://evil.example/jwks' }))],
  ['another key as a certificate', byStranger(() => ({ x5u: 'https://evil.example/cert.pem' }))],
  ['a critical header that nobody knows', withHeader(() => ({ crit: ['reflexbogen'], reflexbogen: true }))],
  ['an unencoded payload', withHeader(() => ({ crit: ['b64'], b64: false }))],
  ['the type of a logout token', withHeader(() => ({ typ: 'logout+jwt' }))],
  ['the type of a DPoP proof', withHeader(() => ({ typ: 'dpop+jwt' }))],
  ['an ID token for the web app', withClaims({ aud: CLIENT_ID, nonce: 'n', at_hash: 'h' })],
  ['an ID token whose audience is everybody', withClaims({ aud: [CLIENT_ID, 'reflexbogen'], at_hash: 'h' })],
  ['a logout token', withClaims({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })],
  ['a refresh token of Keycloak', withClaims({ typ: 'Refresh' })],
  [
    'other claims under the same signature',
    altered(([head, , signature]) => `${head}.${encoded({ roles: ['ADMIN'] })}.${signature}`),
  ],
  ['a signature cut short', altered(([head, body, signature]) => `${head}.${body}.${signature.slice(0, -4)}`)],
  [
    'one bit less',
    altered(
      ([head, body, signature]) => `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    ),
  ],
  ['a part too many', altered((parts) => `${parts.join('.')}.${parts[2]}`)],
  ['no roles', without('roles')],
  ['roles that do not exist', withClaims({ roles: ['admin', 'ROOT', '__proto__'] })],
  ['roles in words', withClaims({ roles: 'ADMIN' })],
  ['studies that are no list', withClaims({ studies: 'pilot' })],
  ['a respondent without a municipality', withClaims({ roles: ['RESPONDENT'], studies: ['pilot'] })],
  ['a respondent of two studies', withClaims({ roles: ['RESPONDENT'], studies: ['a', 'b'], municipality: 'x' })],
];

const VIEWER = '{ viewer { roles } }';

describe('tokens', () => {
  let fixture: SignInFixture;
  let genuine: Genuine;

  beforeAll(async () => {
    fixture = await startSignIn();
    const key = fixture.provider.key();
    genuine = {
      key,
      stranger: await signingKey('stranger'),
      header: { alg: 'RS256', typ: 'at+jwt', kid: key.kid },
      claims: {
        iss: fixture.provider.issuer,
        aud: 'reflexbogen',
        sub: 'anna',
        iat: now(),
        exp: now() + 3600,
        roles: ['ADMIN'],
      },
    };
  });
  afterAll(() => fixture.stop());

  const rolesOf = async (token: string): Promise<unknown> => (await fixture.first.ask(VIEWER, {}, bearer(token))).data;

  it('of the provider are accepted, or the others would prove nothing', async () => {
    const { header, claims, key } = genuine;
    expect(await rolesOf(rs256(header, claims, key))).toEqual({ viewer: { roles: ['ADMIN'] } });
    expect(await rolesOf(await fixture.provider.accessToken())).toEqual({ viewer: { roles: ['ANALYST'] } });
  });

  it.each([
    ['without a type', { typ: undefined }, {}],
    ['of the type JWT', { typ: 'JWT' }, {}],
    ['of the full type', { typ: 'application/at+jwt' }, {}],
    ['that ended within the clocks’ difference', {}, { exp: now() - 20 }],
    ['that begin within the clocks’ difference', {}, { nbf: now() + 30 }],
    ['for several services', {}, { aud: ['somebody-else', 'reflexbogen'] }],
  ])('%s are accepted', async (_case, header, claims) => {
    const token = rs256({ ...genuine.header, ...header }, { ...genuine.claims, ...claims }, genuine.key);
    expect(await rolesOf(token)).toEqual({ viewer: { roles: ['ADMIN'] } });
  });

  it.each(FORGERIES)('with %s are refused', async (_case, forge) => {
    expect(await rolesOf(forge(genuine))).toEqual({ viewer: null });
  });

  it('of an elliptic curve are refused where the provider signs with RSA', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const text = `${encoded({ ...genuine.header, alg: 'ES256' })}.${encoded(genuine.claims)}`;
    const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(await rolesOf(`${text}.${signature.toString('base64url')}`)).toEqual({ viewer: null });
  });

  it('are not read from anything but the header', async () => {
    const { header, claims, key } = genuine;
    const token = rs256(header, claims, key);
    const response = await fetch(`${fixture.first.url}/graphql?access_token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `access_token=${token}; reflexbogen-session=${token}` },
      body: JSON.stringify({ query: VIEWER, extensions: { access_token: token } }),
    });
    expect(await response.json()).toEqual({ data: { viewer: null } });
    expect((await fixture.first.ask(VIEWER, {}, { authorization: `Basic ${token}` })).data).toEqual({ viewer: null });
  });

  it('come to more than forty forgeries', () => {
    expect(new Set(FORGERIES.map(([name]) => name)).size).toBe(FORGERIES.length);
    expect(FORGERIES.length).toBeGreaterThanOrEqual(40);
  });
});
