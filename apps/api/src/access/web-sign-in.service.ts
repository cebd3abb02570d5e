import { Inject, Injectable, Logger } from '@nestjs/common';
import { SignInRepository } from '@reflexbogen/persistence';
import { errors } from 'jose';
import * as oidc from 'openid-client';
import type { Configuration, OidcClient } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import { claimsOf, keptClaims } from './claims.js';
import { ProviderUnreachableError, type IdentityProvider } from './identity-provider.js';
import { hashOf, newSecret } from './secret.js';
import { COOKIE_LIFETIME, type OpenedSession } from './sign-in-link.service.js';
import { TokenService } from './token.service.js';

/** What a browser keeps while its reader is at the identity provider. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Local path. */
  readonly returnTo: string;
}

export type Arrival =
  | { readonly kind: 'SIGNED_IN'; readonly session: OpenedSession; readonly returnTo: string }
  | { readonly kind: 'REFUSED' | 'NO_ROLE' };

/** Seconds a sign-in at the identity provider may take. */
export const DEPARTURE_LIFETIME = 600;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Seconds: an old logout token that somebody has kept must not sign people out again and again. */
const OLDEST_LOGOUT = 600;

/**
 * Sign-in of browsers at the identity provider: authorization code with PKCE, run by the server, so that no token reaches the
 * page. Afterwards the browser holds a cookie whose hash is a row of ours.
 */
@Injectable()
export class WebSignInService {
  private readonly logger = new Logger('SignIn');

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly tokens: TokenService,
    private readonly signIns: SignInRepository,
  ) {}

  /** Null where browsers cannot sign in at a provider here. */
  private get setup(): { provider: IdentityProvider; client: OidcClient; publicUrl: string } | null {
    const { provider } = this.tokens;
    const { publicUrl } = this.configuration;
    const client = provider?.configuration.client ?? null;
    return provider === null || client === null || publicUrl === null ? null : { provider, client, publicUrl };
  }

  /** @returns where to send the browser, and what it has to bring back; null where none can sign in. @throws ProviderUnreachableError */
  async depart(returnTo: string): Promise<{ address: string; departure: Departure } | null> {
    const { setup } = this;
    if (setup === null) return null;
    const departure: Departure = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      returnTo,
    };
    const address = oidc.buildAuthorizationUrl(await setup.provider.client(), {
      redirect_uri: `${setup.publicUrl}/auth/callback`,
      scope: setup.client.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(departure.verifier),
      code_challenge_method: 'S256',
      state: departure.state,
      nonce: departure.nonce,
    });
    return { address: address.href, departure };
  }

  /** @param path path and query under which the browser came back. @throws ProviderUnreachableError */
  async arrive(path: string, departure: Departure): Promise<Arrival> {
    const { setup } = this;
    if (setup === null) return { kind: 'REFUSED' };
    const client = await setup.provider.client();
    try {
      const answer = await oidc.authorizationCodeGrant(client, new URL(path, setup.publicUrl), {
        pkceCodeVerifier: departure.verifier,
        expectedState: departure.state,
        expectedNonce: departure.nonce,
        idTokenExpected: true,
      });
      return await this.open(setup.provider, client, answer, departure.returnTo);
    } catch (error) {
      if (error instanceof ProviderUnreachableError || !isProtocolError(error)) throw error;
      this.logger.warn(`a sign-in was refused: ${error.name} ${'code' in error ? String(error.code) : ''}`);
      return { kind: 'REFUSED' };
    }
  }

  private async open(
    provider: IdentityProvider,
    client: oidc.Configuration,
    answer: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
    returnTo: string,
  ): Promise<Arrival> {
    // openid-client trusts the connection for the signature; we do not have to.
    const { payload } = await provider.verify(answer.id_token ?? '', client.clientMetadata().client_id, [
      'exp',
      'iat',
      'sub',
    ]);
    const subject = payload.sub ?? '';
    const said = payload['roles'] === undefined ? await this.userInfo(client, answer.access_token, subject) : payload;
    const kept = keptClaims({ ...said, sub: subject });
    const claims = claimsOf(kept);
    if (claims === null) return { kind: 'NO_ROLE' };
    const { issuer } = provider.configuration;
    const person = await this.tokens.personBehind(
      `${issuer}|${claims.subject}`,
      claims.name,
      new Date((payload.iat ?? 0) * 1000),
    );
    if (person === null || person.barred) return { kind: 'NO_ROLE' };
    const secret = newSecret();
    const expiresAt = await this.signIns.createSession({
      secretHash: hashOf(secret),
      personId: person.id,
      kind: 'COOKIE',
      claims: kept,
      providerSession: typeof payload['sid'] === 'string' ? `${issuer}|${payload['sid']}` : null,
      lifetime: COOKIE_LIFETIME,
    });
    return { kind: 'SIGNED_IN', session: { secret, expiresAt }, returnTo };
  }

  /** On a laptop: a session for whoever a token of the development issuer names. @returns null where it names nobody */
  async enterByDevelopmentToken(text: string): Promise<OpenedSession | null> {
    const known = await this.tokens.ofDevelopmentToken(text);
    if (known === null) return null;
    const secret = newSecret();
    const expiresAt = await this.signIns.createSession({
      secretHash: hashOf(secret),
      personId: known.person,
      kind: 'COOKIE',
      claims: keptClaims(known.claims),
      providerSession: null,
      lifetime: COOKIE_LIFETIME,
    });
    return { secret, expiresAt };
  }

  /** What the provider says besides the ID token; nothing where its userinfo is not for this access token. */
  private async userInfo(
    client: oidc.Configuration,
    accessToken: string,
    subject: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (client.serverMetadata().userinfo_endpoint === undefined) return {};
    try {
      return await oidc.fetchUserInfo(client, accessToken, subject);
    } catch (error) {
      if (!(error instanceof oidc.WWWAuthenticateChallengeError)) throw error;
      this.logger.warn('the identity provider names no roles in its ID tokens and refuses its userinfo');
      return {};
    }
  }

  /** Ends the session of a cookie. @returns where to go next: to the provider, who has a session of its own, or home */
  async signOut(secret: string | undefined): Promise<string> {
    const session = secret === undefined ? null : await this.signIns.liveSession(hashOf(secret), 'COOKIE');
    if (secret !== undefined) await this.signIns.endSession(hashOf(secret));
    const { setup } = this;
    // Who came by a link is not known to the provider.
    if (setup === null || session === null || session.claims === null) return '/';
    try {
      const client = await setup.provider.client();
      if (client.serverMetadata().end_session_endpoint === undefined) return '/';
      return oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: `${setup.publicUrl}/` }).href;
    } catch (error) {
      if (!(error instanceof ProviderUnreachableError)) throw error;
      this.logger.warn('signed out here; the identity provider did not answer');
      return '/';
    }
  }

  /**
   * OpenID Connect Back-Channel Logout 1.0, section 2.6: ends every session of the subject, not only the one named, since
   * this is also how a changed password or a closed account at the provider reaches us.
   * @returns false where the token proves nothing. @throws ProviderUnreachableError
   */
  async endByProvider(logoutToken: string): Promise<boolean> {
    const { provider } = this.tokens;
    const client = provider?.configuration.client ?? null;
    if (provider === null || client === null) return false;
    try {
      const { payload, type } = await provider.verify(logoutToken, client.id, ['iat', 'exp', 'events']);
      const { issuer } = provider.configuration;
      const { sub } = payload;
      const sid = typeof payload['sid'] === 'string' ? payload['sid'] : undefined;
      const isLogout =
        (type === null || type === 'jwt' || type === 'logout+jwt') &&
        hasLogoutEvent(payload['events']) &&
        payload['nonce'] === undefined &&
        (payload.iat ?? 0) > Date.now() / 1000 - OLDEST_LOGOUT &&
        (sub !== undefined || sid !== undefined) &&
        !`${sub ?? ''}${sid ?? ''}`.includes('\0');
      if (!isLogout) return false;
      if (sub !== undefined) await this.signIns.endSessionsOfSubject(`${issuer}|${sub}`);
      else await this.signIns.endSessionsOfProvider(`${issuer}|${sid ?? ''}`);
      return true;
    } catch (error) {
      if (error instanceof errors.JOSEError) return false;
      throw error;
    }
  }
}

const hasLogoutEvent = (events: unknown): boolean =>
  typeof events === 'object' &&
  events !== null &&
  LOGOUT_EVENT in events &&
  typeof events[LOGOUT_EVENT] === 'object' &&
  events[LOGOUT_EVENT] !== null;

/** What the provider, the browser or the token did wrong, as opposed to a fault of ours. */
const isProtocolError = (error: unknown): error is Error =>
  error instanceof errors.JOSEError ||
  error instanceof oidc.AuthorizationResponseError ||
  error instanceof oidc.ResponseBodyError ||
  error instanceof oidc.WWWAuthenticateChallengeError ||
  error instanceof oidc.ClientError;
