import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type Provider from 'oidc-provider';

export const CLIENT_ID = 'reflexbogen-web';
export const CLIENT_SECRET = 'a secret of the test that nobody else has';
const SERVICE_ID = 'reflexbogen-robot';
const RESOURCE = 'https://reflexbogen.example';

/** What the provider says about somebody. */
export type AccountClaims = Readonly<Record<string, unknown>>;

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

/** An OpenID provider, the certified one from npm, over HTTP. */
export interface TestIdentityProvider {
  readonly issuer: string;
  /** Who is at the keyboard: the next login form is filled with this account. */
  person: string;
  readonly accounts: Map<string, AccountClaims>;
  /** The key it signs with. */
  readonly key: () => SigningKey;
  /** Replaces its keys: the former key is withdrawn. */
  readonly rotate: () => Promise<void>;
  /** An access token for the service, as it gives one to a program: a JWT with the role ANALYST. */
  readonly accessToken: () => Promise<string>;
  /** An access token as it would give one to a person, signed with its key. */
  readonly tokenFor: (subject: string, claims: AccountClaims) => Promise<string>;
  /** Signs and sends a logout token as its own sign-out does. */
  readonly logout: (subject: string) => Promise<void>;
  /** A key to publish in place of the one it signs with; null: it is honest. */
  publishes: JWK | null;
  /** While true it answers nothing but 503. */
  isDown: boolean;
  /** How often its keys were asked for. */
  readonly keyRequests: () => number;
  readonly stop: () => Promise<void>;
}

export async function signingKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  // Without `alg`, so that which algorithm counts is the service's own decision.
  const common = { kid, use: 'sig' };
  return {
    kid,
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), ...common },
    privateJwk: { ...(await exportJWK(privateKey)), ...common },
  };
}

/**
 * @param publicUrl origin of the service
 * @param isTerse whether ID tokens say nothing but the subject, so that the rest has to be asked for
 */
export async function startIdentityProvider(publicUrl: string, isTerse: boolean): Promise<TestIdentityProvider> {
  const OidcProvider = await quietly(async () => (await import('oidc-provider')).default);
  const accounts = new Map<string, AccountClaims>();
  let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> = () => Promise.resolve();
  let keyRequests = 0;
  const server = createServer((request, response) => {
    if (request.url === '/jwks') keyRequests += 1;
    if (state.isDown) response.writeHead(503).end();
    else if (request.url === '/jwks' && state.publishes !== null)
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [state.publishes] }));
    else
      handle(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const state: { person: string; isDown: boolean; publishes: JWK | null } = {
    person: '',
    isDown: false,
    publishes: null,
  };
  let key = await signingKey('key-1');
  const stored = new Map<string, unknown>();
  const settings = { issuer, publicUrl, accounts, isTerse, stored };
  let provider = providerOf(OidcProvider, settings, key);
  const serve = (): void => {
    const callback = provider.callback();
    handle = (request, response) =>
      request.url?.startsWith('/interaction/') === true
        ? provider.interactionFinished(request, response, { login: { accountId: state.person } })
        : callback(request, response);
  };
  serve();
  let generation = 1;

  return {
    issuer,
    accounts,
    get person() {
      return state.person;
    },
    set person(person) {
      state.person = person;
    },
    get publishes() {
      return state.publishes;
    },
    set publishes(key) {
      state.publishes = key;
    },
    get isDown() {
      return state.isDown;
    },
    set isDown(isDown) {
      state.isDown = isDown;
    },
    key: () => key,
    keyRequests: () => keyRequests,
    rotate: async () => {
      generation += 1;
      key = await signingKey(`key-${generation}`);
      provider = providerOf(OidcProvider, settings, key);
      serve();
    },
    accessToken: async () => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: SERVICE_ID,
          client_secret: CLIENT_SECRET,
          resource: RESOURCE,
        }),
      });
      const body = (await response.json()) as { access_token?: string };
      if (body.access_token === undefined) throw new Error(`no access token: ${JSON.stringify(body)}`);
      return body.access_token;
    },
    tokenFor: (subject, claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })
        .setIssuer(issuer)
        .setAudience('reflexbogen')
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(key.privateKey),
    logout: async (subject) => {
      const client = await provider.Client.find(CLIENT_ID);
      if (client === undefined) throw new Error('the client is gone');
      await quietly(() => client.backchannelLogout(subject, 'some-session'));
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** It says, with good reason, what a production set-up would need; a test does not. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const silenced = (['warn', 'info'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation(() => undefined),
  );
  try {
    return await work();
  } finally {
    for (const spy of silenced) spy.mockRestore();
  }
}

interface ProviderSettings {
  readonly issuer: string;
  readonly publicUrl: string;
  readonly accounts: ReadonlyMap<string, AccountClaims>;
  readonly isTerse: boolean;
  /** What it remembers, over a rotation of its keys too. */
  readonly stored: Map<string, unknown>;
}

/** The storage interface of oidc-provider, in memory and of this provider alone. */
const adapterOn = (stored: Map<string, unknown>) =>
  class {
    constructor(private readonly kind: string) {}
    private key(id: string): string {
      return `${this.kind} ${id}`;
    }
    upsert(id: string, payload: unknown): Promise<void> {
      stored.set(this.key(id), payload);
      return Promise.resolve();
    }
    find(id: string): Promise<unknown> {
      return Promise.resolve(stored.get(this.key(id)));
    }
    findByUid(uid: string): Promise<unknown> {
      const found = [...stored].find(
        ([key, payload]) => key.startsWith(`${this.kind} `) && (payload as { uid?: string }).uid === uid,
      );
      return Promise.resolve(found?.[1]);
    }
    consume(id: string): Promise<void> {
      stored.set(this.key(id), { ...(stored.get(this.key(id)) as object), consumed: Math.floor(Date.now() / 1000) });
      return Promise.resolve();
    }
    destroy(id: string): Promise<void> {
      stored.delete(this.key(id));
      return Promise.resolve();
    }
    revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, payload] of stored)
        if ((payload as { grantId?: string }).grantId === grantId) stored.delete(key);
      return Promise.resolve();
    }
  };

function providerOf(
  OidcProvider: typeof Provider,
  { issuer, publicUrl, accounts, isTerse, stored }: ProviderSettings,
  key: SigningKey,
): Provider {
  const provider: Provider = new OidcProvider(issuer, {
    adapter: adapterOn(stored),
    ttl: {
      Interaction: 600,
      Grant: 3600,
      Session: 3600,
      AccessToken: 3600,
      IdToken: 3600,
      AuthorizationCode: 60,
      ClientCredentials: 3600,
    },
    jwks: { keys: [key.privateJwk] },
    cookies: { keys: ['cookies of the test'] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
        backchannel_logout_uri: `${publicUrl}/auth/backchannel-logout`,
        backchannel_logout_session_required: true,
      },
      {
        client_id: SERVICE_ID,
        client_secret: CLIENT_SECRET,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['name', 'roles', 'studies', 'municipality', 'department', 'signatory', 'singleAnswers'],
    },
    conformIdTokenClaims: isTerse,
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...accounts.get(id) }),
    }),
    extraTokenClaims: () => ({ roles: ['ANALYST'], name: 'Robot' }),
    loadExistingGrant: async (context: { oidc: { session: { accountId: string }; client: { clientId: string } } }) => {
      const { session, client } = context.oidc;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // A person's access token is for the provider's own userinfo, a program's for the service.
        defaultResource: (_context: unknown, { clientId }: { clientId: string }) =>
          clientId === SERVICE_ID ? RESOURCE : undefined,
        getResourceServerInfo: () => ({
          scope: '',
          audience: 'reflexbogen',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 3600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    // Its own guard against addresses of the same machine is in the dispatcher; here both ends are on it.
    fetch: (url: string, { dispatcher: _dispatcher, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, options),
  });
  return provider;
}
