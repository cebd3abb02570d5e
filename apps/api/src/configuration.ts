import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How tokens are verified: by the built-in development issuer's own key, or by a key set that an identity provider publishes. */
export type TokenConfiguration =
  | { readonly kind: 'development'; readonly secret: Uint8Array; readonly issuer: string; readonly audience: string }
  | {
      readonly kind: 'jwks';
      readonly jwksUrl: string;
      readonly issuer: string;
      readonly audience: string;
      readonly algorithm: string;
    };

/** Everything the service reads from its environment, checked once at start. */
export interface Configuration {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** An existing server; without it the service starts its own. */
  readonly databaseUrl: string | null;
  readonly token: TokenConfiguration;
  /** Byte budget of the columns held in memory. */
  readonly columnBytes: number;
  /** Largest upload of a study package, in bytes as sent. */
  readonly uploadBytes: number;
}

/** The start is refused: the message names the variable, what it holds and what it should hold. */
export class ConfigurationError extends Error {}

export const DEVELOPMENT_ISSUER = 'urn:reflexbogen:development';
export const AUDIENCE = 'reflexbogen';

/**
 * Reads the configuration from environment variables.
 * @throws ConfigurationError naming the variable and the expectation
 */
export function readConfiguration(env: NodeJS.ProcessEnv, cwd = process.cwd()): Configuration {
  const production = env['NODE_ENV'] === 'production';
  const dataDir = resolve(cwd, env['DATA_DIR'] ?? '.data');
  return {
    production,
    host: env['HOST'] ?? '127.0.0.1',
    port: integer(env, 'PORT', 3000, 0, 65_535),
    dataDir,
    // Set to nothing, as compose files do, it is not set.
    databaseUrl: env['DATABASE_URL'] || null,
    token: tokenConfiguration(env, production, dataDir),
    columnBytes: integer(env, 'COLUMN_MEGABYTES', 512, 1, 1_000_000) * 1_048_576,
    uploadBytes: integer(env, 'UPLOAD_MEGABYTES', 1024, 1, 1_000_000) * 1_048_576,
  };
}

function integer(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigurationError(`${name} is "${text}"; expected a whole number from ${min} to ${max}.`);
  return value;
}

function tokenConfiguration(env: NodeJS.ProcessEnv, production: boolean, dataDir: string): TokenConfiguration {
  const jwksUrl = env['AUTH_JWKS_URL'];
  if (jwksUrl !== undefined) {
    const issuer = env['AUTH_ISSUER'];
    if (!issuer)
      throw new ConfigurationError(
        'AUTH_JWKS_URL is set but AUTH_ISSUER is not; expected the issuer (iss) of the tokens.',
      );
    const algorithm = env['AUTH_ALGORITHM'] ?? 'RS256';
    if (!['RS256', 'PS256', 'ES256', 'EdDSA'].includes(algorithm))
      throw new ConfigurationError(`AUTH_ALGORITHM is "${algorithm}"; expected RS256, PS256, ES256 or EdDSA.`);
    return { kind: 'jwks', jwksUrl, issuer, audience: env['AUTH_AUDIENCE'] ?? AUDIENCE, algorithm };
  }
  if (production)
    throw new ConfigurationError(
      'NODE_ENV is production and AUTH_JWKS_URL is not set; expected the key set of your identity provider. The development issuer does not run in production.',
    );
  return { kind: 'development', secret: developmentSecret(dataDir), issuer: DEVELOPMENT_ISSUER, audience: AUDIENCE };
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
