import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { ConfigurationError } from './configuration-error.js';
import { tracingConfiguration, type TracingConfiguration } from './tracing/tracing-configuration.js';
import { weaknessOf } from './access/weak-secret.js';

/** How tokens are verified: by the built-in development issuer's own key, or by the keys that an identity provider publishes. */
export type TokenConfiguration = DevelopmentIssuer | ProviderConfiguration;

export interface DevelopmentIssuer {
  readonly kind: 'development';
  readonly secret: Uint8Array;
  readonly issuer: string;
  readonly audience: string;
  /** Whether callers from elsewhere get tokens too: for a container, whose port alone decides who reaches it. */
  readonly isForEverybody: boolean;
}

/** An OpenID provider. */
export interface ProviderConfiguration {
  readonly kind: 'provider';
  readonly issuer: string;
  /** `aud` of access tokens for this service. */
  readonly audience: string;
  /** The one JWS algorithm that signatures may have. */
  readonly algorithm: string;
  /** Where the keys are; null: where discovery says. */
  readonly jwksUrl: string | null;
  /** Under which the web app signs in; null: the service takes bearer tokens only. */
  readonly client: OidcClient | null;
}

export interface OidcClient {
  readonly id: string;
  /** Null: a public client, which proves itself by PKCE alone. */
  readonly secret: string | null;
  /** Scopes asked for, with spaces; `openid` is among them. */
  readonly scope: string;
}

/** Where everything is kept. */
export interface Storage {
  readonly dataDir: string;
  /** An existing server; without it the service starts its own. */
  readonly databaseUrl: string | null;
  /** A standby that streams from the server of DATABASE_URL, for long reads; null: there is none. */
  readonly databaseReplicaUrl: string | null;
  /** Where the embedded server copies its write-ahead log, for recovery to an instant; null: nowhere. */
  readonly walArchiveDir: string | null;
  /** Whether migrations that the version before does not survive wait for a later start. */
  readonly holdsBackContract: boolean;
  /** PEM file of the Ed25519 key that signs the audit's checkpoints; null: one in the data folder. */
  readonly auditKeyFile: string | null;
}

/** Everything the service reads from its environment, checked once at start. */
export interface Configuration extends Storage {
  readonly production: boolean;
  /** Whether the first start of an empty database loads the reference study. */
  readonly loadsReferenceStudy: boolean;
  readonly host: string;
  readonly port: number;
  readonly token: TokenConfiguration;
  /** Origin under which browsers reach the service: of the cookies, the links and the provider's way back. Null: none is known. */
  readonly publicUrl: string | null;
  /** Days after which persons without a role who have not acted are erased. */
  readonly retentionDays: number;
  /** Byte budget of the columns held in memory. */
  readonly columnBytes: number;
  /** Largest upload of a study package, in bytes as sent. */
  readonly uploadBytes: number;
  /** What a scrape of /metrics has to send; null: it is there for the own machine alone, in production not at all. */
  readonly metricsToken: string | null;
  /** Where traces go; null: nothing is traced. */
  readonly tracing: TracingConfiguration | null;
  /** Seconds from the signal to stop until nothing new is taken: load balancers need them to notice. */
  readonly drainSeconds: number;
  /** Milliseconds that one operation may take. */
  readonly operationMs: number;
  /** Milliseconds that an upload, a download or the writing of an export may take. */
  readonly transferMs: number;
  /** Milliseconds for which not a byte of an upload or a download may move. */
  readonly stallMs: number;
  /** What may be asked for within a minute. */
  readonly rates: Rates;
  /** How many sockets may be open at one replica. */
  readonly sockets: SocketBounds;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed; none: the socket's address counts. */
  readonly trustedProxies: readonly string[];
}

/** Points a minute (docs/limits.md). */
export interface Rates {
  readonly account: number;
  readonly address: number;
  /** Of one address, for operations of nobody who has signed in. */
  readonly anonymous: number;
}

/** Sockets at one replica (docs/limits.md). */
export interface SocketBounds {
  readonly account: number;
  /** Of one address, before anybody has said who it is. */
  readonly address: number;
  /** Altogether. */
  readonly replica: number;
  /** Milliseconds that one stays open. */
  readonly lifetimeMs: number;
}

export { ConfigurationError };

export const DEVELOPMENT_ISSUER = 'urn:reflexbogen:development';
export const AUDIENCE = 'reflexbogen';

/** Reads where everything is kept; makes nothing, and asks for nothing else. */
export const readStorage = (env: NodeJS.ProcessEnv, cwd = process.cwd()): Storage => ({
  dataDir: resolve(cwd, env['DATA_DIR'] ?? '.data'),
  auditKeyFile: env['AUDIT_KEY_FILE'] || null,
  // Set to nothing, as compose files do, it is not set.
  databaseUrl: env['DATABASE_URL'] || null,
  databaseReplicaUrl: env['DATABASE_REPLICA_URL'] || null,
  walArchiveDir: env['WAL_ARCHIVE_DIR'] ? resolve(cwd, env['WAL_ARCHIVE_DIR']) : null,
  holdsBackContract: holdsBackContract(env),
});

/**
 * Reads the configuration from environment variables.
 * @throws ConfigurationError naming the variable and the expectation
 */
export function readConfiguration(env: NodeJS.ProcessEnv, cwd = process.cwd()): Configuration {
  const production = env['NODE_ENV'] === 'production';
  const storage = readStorage(env, cwd);
  return {
    ...storage,
    databaseUrl: databaseUrl(env, production),
    production,
    host: env['HOST'] ?? '127.0.0.1',
    port: integer(env, 'PORT', 3000, 0, 65_535),
    retentionDays: integer(env, 'RETENTION_DAYS', 730, 30, 36_500),
    token: tokenConfiguration(env, production, storage.dataDir),
    publicUrl: publicUrl(env, production),
    columnBytes: integer(env, 'COLUMN_MEGABYTES', 512, 1, 1_000_000) * 1_048_576,
    uploadBytes: integer(env, 'UPLOAD_MEGABYTES', 1024, 1, 1_000_000) * 1_048_576,
    metricsToken: metricsToken(env),
    tracing: tracingConfiguration(env),
    drainSeconds: integer(env, 'DRAIN_SECONDS', 0, 0, 300),
    operationMs: integer(env, 'OPERATION_SECONDS', 30, 1, 3_600) * 1_000,
    transferMs: integer(env, 'TRANSFER_SECONDS', 3_600, 60, 86_400) * 1_000,
    stallMs: integer(env, 'STALL_SECONDS', 60, 5, 3_600) * 1_000,
    rates: {
      account: integer(env, 'RATE_ACCOUNT', 12_000, LEAST_RATE, MOST_RATE),
      address: integer(env, 'RATE_ADDRESS', 120_000, LEAST_RATE, MOST_RATE),
      anonymous: integer(env, 'RATE_ANONYMOUS', 3_000, LEAST_RATE, MOST_RATE),
    },
    sockets: {
      account: integer(env, 'SOCKETS_ACCOUNT', 100, 1, MOST_SOCKETS),
      address: integer(env, 'SOCKETS_ADDRESS', 2_000, 1, MOST_SOCKETS),
      replica: integer(env, 'SOCKETS_REPLICA', 10_000, 1, MOST_SOCKETS),
      lifetimeMs: integer(env, 'SOCKET_SECONDS', 3_600, 60, 86_400) * 1_000,
    },
    trustedProxies: trustedProxies(env),
    loadsReferenceStudy: loadsReferenceStudy(env, production),
  };
}

/** Synthetic answers do not come into a production database by themselves. */
function loadsReferenceStudy(env: NodeJS.ProcessEnv, production: boolean): boolean {
  const text = env['REFERENCE_STUDY'] || (production ? 'none' : 'first-start');
  if (text !== 'first-start' && text !== 'none')
    throw new ConfigurationError(`REFERENCE_STUDY is "${text}"; expected first-start or none.`);
  return text === 'first-start';
}

function holdsBackContract(env: NodeJS.ProcessEnv): boolean {
  const text = env['CONTRACT_MIGRATIONS'] || 'now';
  if (text !== 'now' && text !== 'later')
    throw new ConfigurationError(`CONTRACT_MIGRATIONS is "${text}"; expected now or later.`);
  return text === 'later';
}

/** @throws ConfigurationError in production, where a secret is one that others know or may guess */
function refuseWeak(name: string, secret: string | null, production: boolean): void {
  const weakness = production && secret !== null ? weaknessOf(secret) : null;
  if (weakness !== null)
    throw new ConfigurationError(
      `${name} ${weakness}. In production expected a random one, for example of: openssl rand -hex 32`,
    );
}

/** Without a password the server knows the service by other means: a socket's user, a certificate. */
function databaseUrl(env: NodeJS.ProcessEnv, production: boolean): string | null {
  const text = env['DATABASE_URL'];
  if (!text) return null;
  if (!URL.canParse(text))
    throw new ConfigurationError('DATABASE_URL is not usable; expected postgres://user:password@host:5432/database.');
  const url = new URL(text);
  const password = url.password === '' ? url.searchParams.get('password') : decodeURIComponent(url.password);
  refuseWeak('The password in DATABASE_URL', password, production);
  return text;
}

/** The most expensive operation must fit in. */
const LEAST_RATE = 1_000;
const MOST_RATE = 1_000_000_000;
const MOST_SOCKETS = 1_000_000;

function trustedProxies(env: NodeJS.ProcessEnv): readonly string[] {
  const proxies = (env['TRUSTED_PROXIES'] ?? '')
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '');
  for (const proxy of proxies) {
    const [address = '', bits, ...rest] = proxy.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (isIP(address) === 0 || !fits || rest.length > 0)
      throw new ConfigurationError(
        `TRUSTED_PROXIES has "${proxy}"; expected addresses or networks as 10.0.0.7 or 10.0.0.0/24, separated by commas.`,
      );
  }
  return proxies;
}

function integer(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigurationError(`${name} is "${text}"; expected a whole number from ${min} to ${max}.`);
  return value;
}

const TOKEN_LENGTH = 32;

/** What it is does not stand in the message: it may be right but for its length. */
function metricsToken(env: NodeJS.ProcessEnv): string | null {
  const token = env['METRICS_TOKEN'];
  if (!token) return null;
  if (!/^[\x21-\x7e]+$/.test(token) || token.length < TOKEN_LENGTH)
    throw new ConfigurationError(
      `METRICS_TOKEN is not usable; expected at least ${TOKEN_LENGTH} random characters of ASCII without spaces, e.g. of: openssl rand -hex 32.`,
    );
  return token;
}

function tokenConfiguration(env: NodeJS.ProcessEnv, production: boolean, dataDir: string): TokenConfiguration {
  const issuer = env['AUTH_ISSUER'];
  const isForEverybody = signsInEverybody(env);
  if (isForEverybody && (issuer || production))
    throw new ConfigurationError(
      'DEVELOPMENT_SIGN_IN is everybody; expected this-machine or nothing in production and with an identity provider.',
    );
  if (issuer) return providerConfiguration(env, issuer, production);
  for (const name of ['AUTH_JWKS_URL', 'AUTH_CLIENT_ID'])
    if (env[name])
      throw new ConfigurationError(`${name} is set but AUTH_ISSUER is not; expected the issuer (iss) of the tokens.`);
  if (production)
    throw new ConfigurationError(
      'NODE_ENV is production and AUTH_ISSUER is not set; expected the issuer of your identity provider. The development issuer does not run in production.',
    );
  return {
    kind: 'development',
    secret: developmentSecret(dataDir),
    issuer: DEVELOPMENT_ISSUER,
    audience: AUDIENCE,
    isForEverybody,
  };
}

function signsInEverybody(env: NodeJS.ProcessEnv): boolean {
  const text = env['DEVELOPMENT_SIGN_IN'] || 'this-machine';
  if (text !== 'this-machine' && text !== 'everybody')
    throw new ConfigurationError(`DEVELOPMENT_SIGN_IN is "${text}"; expected this-machine or everybody.`);
  return text === 'everybody';
}

function providerConfiguration(env: NodeJS.ProcessEnv, issuer: string, production: boolean): ProviderConfiguration {
  const jwksUrl = env['AUTH_JWKS_URL'] || null;
  // With the keys at a given address the issuer is a name, and nobody calls there.
  if (jwksUrl === null) safeUrl('AUTH_ISSUER', issuer);
  const algorithm = env['AUTH_ALGORITHM'] || 'RS256';
  if (!['RS256', 'PS256', 'ES256', 'EdDSA'].includes(algorithm))
    throw new ConfigurationError(`AUTH_ALGORITHM is "${algorithm}"; expected RS256, PS256, ES256 or EdDSA.`);
  const audience = env['AUTH_AUDIENCE'] || AUDIENCE;
  const id = env['AUTH_CLIENT_ID'];
  if (!id) return { kind: 'provider', issuer, audience, algorithm, jwksUrl, client: null };
  if (jwksUrl !== null) safeUrl('AUTH_ISSUER', issuer);
  if (id === audience)
    throw new ConfigurationError(
      `AUTH_CLIENT_ID and AUTH_AUDIENCE are both "${id}"; expected two names, as an ID token for the one must not pass as an access token for the other.`,
    );
  if (production && !env['PUBLIC_URL'])
    throw new ConfigurationError(
      'AUTH_CLIENT_ID is set but PUBLIC_URL is not; expected the origin under which browsers reach the service.',
    );
  const scope = env['AUTH_SCOPE'] || 'openid profile';
  if (!scope.split(' ').includes('openid'))
    throw new ConfigurationError(`AUTH_SCOPE is "${scope}"; expected scopes with openid among them.`);
  const secret = env['AUTH_CLIENT_SECRET'] || null;
  refuseWeak('AUTH_CLIENT_SECRET', secret, production);
  return {
    kind: 'provider',
    issuer,
    audience,
    algorithm,
    jwksUrl,
    client: { id, secret, scope },
  };
}

/** On a laptop the service's own port, where nothing else is said. */
function publicUrl(env: NodeJS.ProcessEnv, production: boolean): string | null {
  const text = env['PUBLIC_URL'];
  if (!text) return production ? null : `http://localhost:${integer(env, 'PORT', 3000, 0, 65_535)}`;
  const url = safeUrl('PUBLIC_URL', text);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new ConfigurationError(
      `PUBLIC_URL is "${text}"; expected an origin without a path, as https://sheets.example.org.`,
    );
  return url.origin;
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Sign-in over plain HTTP gives secrets away, unless it does not leave the machine. */
function safeUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_NAMES.has(url.hostname))) &&
    url.username === '';
  if (!isSafe) throw new ConfigurationError(`${name} is "${text}"; expected an https address, or http on localhost.`);
  return url;
}

/** The development issuer's key, made once per data folder so that tokens survive a restart. */
function developmentSecret(dataDir: string): Uint8Array {
  const file = join(dataDir, 'development-issuer.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}
