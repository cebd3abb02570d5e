import { ServiceUnavailableException } from '@nestjs/common';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { OidcClient, ProviderConfiguration } from '../configuration.js';

/** How far the provider's clock may be from ours, in seconds. */
export const CLOCK_SKEW = 60;

/** An unknown key, or a provider that does not answer, is asked about at most as often. */
const COOLDOWN_MS = 5_000;
/** How long a key that the provider has withdrawn may still count. */
const KEYS_MS = 600_000;
const METADATA_MS = 3_600_000;
const TIMEOUT_SECONDS = 5;

/** The identity provider does not answer, or not in a way that can be understood: neither the caller's fault nor a bug of ours. */
export class ProviderUnreachableError extends ServiceUnavailableException {
  constructor(cause: unknown) {
    super('The identity provider cannot be reached; try again in a moment.', { cause });
  }
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/**
 * What an OpenID provider publishes about itself, and its keys as they change. Nothing is asked before it is needed, so that
 * the service starts while the provider is down.
 */
export class IdentityProvider {
  private metadata: { readonly found: Promise<oidc.Configuration>; readonly until: number } | null = null;
  private keys: { readonly url: string; readonly set: RemoteKeys } | null = null;
  private silentUntil = 0;

  constructor(
    readonly configuration: ProviderConfiguration,
    private readonly now: () => number = Date.now,
  ) {}

  /** Verifies a token of this provider: signature by a published key, algorithm, issuer, audience, times. @throws JOSEError */
  async verify(token: string, audience: string, required: readonly string[]): Promise<VerifiedToken> {
    const { algorithm, issuer } = this.configuration;
    const { payload, protectedHeader } = await jwtVerify(token, this.key, {
      algorithms: [algorithm],
      issuer,
      audience,
      requiredClaims: [...required],
      clockTolerance: CLOCK_SKEW,
      currentDate: new Date(this.now()),
    });
    if (payload.iat !== undefined && payload.iat > this.now() / 1000 + CLOCK_SKEW)
      throw new errors.JWTClaimValidationFailed('"iat" claim timestamp check failed', payload, 'iat', 'check_failed');
    return { payload, type: protectedHeader.typ?.toLowerCase().replace(/^application\//, '') ?? null };
  }

  /** What openid-client needs to sign somebody in. @throws ProviderUnreachableError */
  async client(): Promise<oidc.Configuration> {
    const now = this.now();
    const known = this.metadata;
    if (known !== null && known.until > now) return known.found;
    if (now < this.silentUntil) throw new ProviderUnreachableError('it did not answer a moment ago');
    const found = this.discover().catch((error: unknown) => {
      this.silentUntil = this.now() + COOLDOWN_MS;
      // What it said an hour ago is more likely true than nothing.
      this.metadata = known;
      throw new ProviderUnreachableError(error);
    });
    this.metadata = { found, until: now + METADATA_MS };
    return known === null ? found : found.catch(() => known.found);
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, algorithm, client } = this.configuration;
    const server = new URL(issuer);
    const { id, secret }: Pick<OidcClient, 'id' | 'secret'> = client ?? { id: 'none', secret: null };
    return oidc.discovery(
      server,
      id,
      { id_token_signed_response_alg: algorithm, [oidc.clockTolerance]: CLOCK_SKEW },
      secret === null ? oidc.None() : oidc.ClientSecretPost(secret),
      {
        timeout: TIMEOUT_SECONDS,
        // The configuration has let plain HTTP through on localhost only.
        execute: server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      },
    );
  }

  private readonly key: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.remoteKeys();
    if (this.now() < this.silentUntil) {
      const held = keys.fresh ? keys.jwks() : undefined;
      if (held === undefined) throw new ProviderUnreachableError('it did not answer a moment ago');
      return createLocalJWKSet(held)(header, token);
    }
    try {
      return await keys(header, token);
    } catch (error) {
      if (isFaultOfToken(error)) throw error;
      this.silentUntil = this.now() + COOLDOWN_MS;
      throw new ProviderUnreachableError(error);
    }
  };

  private async remoteKeys(): Promise<RemoteKeys> {
    const url = this.configuration.jwksUrl ?? (await this.client()).serverMetadata().jwks_uri;
    if (url === undefined) throw new ProviderUnreachableError('its metadata name no jwks_uri');
    if (this.keys?.url !== url)
      this.keys = {
        url,
        set: createRemoteJWKSet(new URL(url), {
          cooldownDuration: COOLDOWN_MS,
          cacheMaxAge: KEYS_MS,
          timeoutDuration: TIMEOUT_SECONDS * 1000,
        }),
      };
    return this.keys.set;
  }
}

export interface VerifiedToken {
  readonly payload: JWTPayload;
  /** `typ` of the header in lower case, without `application/`; null where it says nothing. */
  readonly type: string | null;
}

const isFaultOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
